// Plain form fields, React-controlled ones included: the browser's own editing command keeps state and undo right.
// Not here: contenteditable. Assigning `.value` or calling setRangeText would not be undoable.

import type { Family } from "./box";
import { isField } from "./box";

const TYPED = new Set(["text", "search", "url", ""]);

export const textarea: Family = {
  id: "textarea",
  fits: (el) => el instanceof HTMLTextAreaElement || (isField(el) && TYPED.has(el.type)),
  write: "command",
  erase: "command",
  settleMs: 0,
  undo: "browser",
};
