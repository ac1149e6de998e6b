// CKEditor 5 (Zendesk): insertReplacementText once it noticed the selection; sent too early it shares an undo step.
// Not here: several lines by that event, which need two undos; they go by paste.

import type { Family } from "./box";

export const ckeditor: Family = {
  id: "ckeditor",
  fits: (el) => el.matches(".ck-editor__editable"),
  write: "beforeinput",
  writeLines: "paste",
  erase: "empty",
  settleMs: 80,
  undo: "editor",
};
