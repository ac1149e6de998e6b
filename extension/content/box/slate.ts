// Slate (Discord): its selection is throttled, so it is given time; then insertReplacementText with target ranges.
// Not here: execCommand, which changes the DOM and leaves the model behind.

import type { Family } from "./box";

export const slate: Family = {
  id: "slate",
  fits: (el) => el.matches("[data-slate-editor=true]"),
  write: "beforeinput",
  erase: "beforeinput",
  settleMs: 140,
  undo: "editor",
};
