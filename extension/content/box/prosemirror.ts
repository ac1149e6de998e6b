// ProseMirror and TipTap (Bluesky, LinkedIn, Discourse, Elk, Intercom): they read their DOM back after the editing command.
// Not here: paste, which collapses blank lines.

import type { Family } from "./box";

export const prosemirror: Family = {
  id: "prosemirror",
  fits: (el) => el.matches(".ProseMirror"),
  write: "command",
  erase: "command",
  settleMs: 60,
  undo: "editor",
};
