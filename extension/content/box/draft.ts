// Draft.js (X, TikTok, Pinterest): only a paste of plain text, after it noticed the selection, keeps block and model together.
// Not here: execCommand, which tears the editor down across decorated spans and paragraphs.

import type { Family } from "./box";

export const draft: Family = {
  id: "draft",
  fits: (el) => el.matches(".public-DraftEditor-content") || el.querySelector(":scope > [data-contents] [data-block]") !== null,
  write: "paste",
  erase: "command",
  settleMs: 80,
  undo: "editor",
};
