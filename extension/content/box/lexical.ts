// Lexical (Facebook, Instagram, Threads, Reddit, WhatsApp): insertReplacementText with target ranges, never a bare selection.
// Not here: paste, which doubles paragraph breaks in rich mode.

import type { Family } from "./box";

export const lexical: Family = {
  id: "lexical",
  fits: (el) => el.matches("[data-lexical-editor=true]"),
  write: "beforeinput",
  erase: "beforeinput",
  settleMs: 60,
  undo: "editor",
};
