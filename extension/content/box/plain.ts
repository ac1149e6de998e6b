// contenteditable without an editor library (YouTube, LinkedIn messages, block editors that read the DOM back).
// Not here: anything with a model of its own.

import type { Family } from "./box";

export const plain: Family = { id: "plain", fits: () => true, write: "command", erase: "command", settleMs: 0, undo: "browser" };
