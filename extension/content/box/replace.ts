// Replaces words in a compose box: expected text worked out, one write by the editor's own way, read back, undone if wrong.
// Not here: which way an editor needs (its family's file), the words of the outcome (strings.ts).

import type { Box, Way } from "./box";
import { isField } from "./box";
import { selectionOf } from "./editable";
import type { Marked, Span } from "./span";
import { follow, replaced, sameWords } from "./span";

export type Outcome =
  /** Written, read back, caret after the words. `before` and `after` are the whole draft. */
  | { done: "replaced"; before: string; after: string }
  /** Nothing was written: the words are no longer there, or the span holds a mention, emoji or other non-text. */
  | { done: "refused"; why: "changed" | "crosses" | "composing" }
  /** The editor did something else; it was undone where possible and the fix is on the clipboard. */
  | { done: "copied"; restored: boolean };

const READ_BACK_MS = [60, 90, 150, 300];

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A task later, after the editor had `ms` to hear of the new selection. */
async function settle(ms: number): Promise<void> {
  if (ms > 0) await wait(ms);
}

export async function replace(box: Box, marked: Marked, words: string): Promise<Outcome> {
  const before = box.text();
  const span = follow(marked, before);
  if (span === null) return { done: "refused", why: "changed" };
  if (box.crosses(span)) return { done: "refused", why: "crosses" };
  box.el.focus({ preventScroll: true });
  if (!box.select(span)) return { done: "refused", why: "changed" };
  await settle(box.family.settleMs);
  if (box.text() !== before || !stillSelected(box, span)) return { done: "refused", why: "changed" };
  const expected = replaced(before, span, words);
  write(box, span, words);
  const seen = await look(box, expected);
  if (seen === "expected" || seen === "went on") {
    if (seen === "expected") keepCaret(box, span.start + words.length);
    return { done: "replaced", before, after: expected };
  }
  // Once the user has gone on, an undo would take back what is theirs.
  if (seen === "other" && !sameWords(box.text(), before)) undo(box);
  const restored = /^(expected|went on)$/.test(await look(box, before));
  await copy(words);
  return { done: "copied", restored };
}

function stillSelected(box: Box, span: Span): boolean {
  const now = box.selection();
  if (now === null) return box.select(span);
  return (now.start === span.start && now.end === span.end) || box.select(span);
}

/** Looks until the text is as expected. A key or a press of the user's ends the look: what comes after is theirs. */
async function look(box: Box, expected: string): Promise<"expected" | "went on" | "other" | "touched"> {
  const ended = new AbortController();
  const asExpected = (): boolean => sameWords(box.text(), expected);
  let seen: "expected" | "went on" | "touched" | null = null;
  const touch = (event: Event): void => {
    if (event.isTrusted) seen ??= asExpected() ? "went on" : "touched";
  };
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, touch, { capture: true, signal: ended.signal });
  for (const ms of READ_BACK_MS) {
    await wait(ms);
    if (seen === null && asExpected()) seen = "expected";
    if (seen !== null) break;
  }
  ended.abort();
  return seen ?? "other";
}

function write(box: Box, span: Span, words: string): void {
  const { family, el } = box;
  const doc = el.ownerDocument;
  if (words === "") {
    if (family.erase === "command") doc.execCommand("delete");
    else beforeInput(box, span, family.erase === "empty" ? "insertReplacementText" : "deleteContentBackward", words);
    return;
  }
  const way: Way = words.includes("\n") ? (family.writeLines ?? family.write) : family.write;
  if (way === "command") doc.execCommand("insertText", false, words);
  else if (way === "lines") writeLines(doc, words.split("\n"));
  else if (way === "paste") paste(el, words);
  else beforeInput(box, span, "insertReplacementText", words);
}

function writeLines(doc: Document, lines: readonly string[]): void {
  lines.forEach((line, at) => {
    if (at > 0) doc.execCommand("insertParagraph");
    if (line !== "") doc.execCommand("insertText", false, line);
  });
}

function beforeInput(box: Box, span: Span, inputType: string, data: string): void {
  const [range = null] = box.ranges([span]);
  const targetRanges = range === null ? [] : [new StaticRange(range)];
  const init: InputEventInit = { bubbles: true, cancelable: true, composed: true, inputType, targetRanges };
  box.el.dispatchEvent(new InputEvent("beforeinput", inputType.startsWith("insert") ? { ...init, data } : init));
}

/** Firefox's view of the page from a content script; absent elsewhere. */
interface XrayWindow {
  wrappedJSObject?: { DataTransfer: typeof DataTransfer; ClipboardEvent: typeof ClipboardEvent; Object: ObjectConstructor };
}

function paste(el: HTMLElement, words: string): void {
  const page = (window as unknown as XrayWindow).wrappedJSObject;
  if (page === undefined) {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    el.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, composed: true, clipboardData: data }));
    return;
  }
  // Firefox empties a transfer handed over at construction, so it is filled afterwards, with the page's own constructors.
  const init = new page.Object() as ClipboardEventInit;
  init.bubbles = true;
  init.cancelable = true;
  init.composed = true;
  init.clipboardData = new page.DataTransfer();
  const event = new page.ClipboardEvent("paste", init);
  event.clipboardData?.setData("text/plain", words);
  el.dispatchEvent(event);
}

function keepCaret(box: Box, at: number): void {
  const now = box.selection();
  if (now !== null && (now.start !== at || now.end !== at)) box.select({ start: at, end: at });
}

function undo(box: Box): void {
  if (box.family.undo === "browser") {
    box.el.ownerDocument.execCommand("undo");
    return;
  }
  const mac = navigator.platform.startsWith("Mac");
  const key: KeyboardEventInit = { key: "z", code: "KeyZ", keyCode: 90, ctrlKey: !mac, metaKey: mac, bubbles: true, cancelable: true, composed: true };
  box.el.dispatchEvent(new KeyboardEvent("keydown", key));
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // No permission or focus elsewhere: the card still shows the words.
  }
}

/** The user's caret, to be given back when the card closes. */
export function rememberCaret(box: Box): () => void {
  const span = box.selection();
  return () => {
    box.el.focus({ preventScroll: true });
    if (span !== null && (isField(box.el) || selectionOf(box.el) !== null)) box.select(span);
  };
}
