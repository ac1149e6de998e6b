// Quill 1 (LinkedIn's older pages, Slack) and Quill 2: the browser's editing command, which both observe.
// Not here: paste; Quill 1 answers a synthetic one by deleting the selection and inserting nothing.

import type { Family } from "./box";

const isQuill = (el: HTMLElement): boolean => el.matches(".ql-editor");
const hasClipboard = (el: HTMLElement): boolean => el.parentElement?.querySelector(":scope > .ql-clipboard") != null;

export const quill1: Family = { id: "quill1", fits: (el) => isQuill(el) && hasClipboard(el), write: "command", writeLines: "lines", erase: "command", settleMs: 0, undo: "editor" };

export const quill2: Family = { id: "quill2", fits: isQuill, write: "command", erase: "command", settleMs: 60, undo: "editor" };
