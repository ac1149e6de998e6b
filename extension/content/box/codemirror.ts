// CodeMirror 6 (Markdown composers): it takes the browser's editing command over as typing.
// Not here: insertReplacementText, which it ignores.

import type { Family } from "./box";

export const codemirror: Family = {
  id: "codemirror",
  fits: (el) => el.matches(".cm-content"),
  write: "command",
  erase: "command",
  settleMs: 60,
  undo: "editor",
};
