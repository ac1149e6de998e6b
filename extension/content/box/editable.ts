// Reads a rich editor's DOM as a draft: paragraphs, line breaks, emoji images, mentions; and maps it back to ranges.
// Not here: writing (replace.ts), which editor it is (index.ts). Nothing in this room changes the page.

import type { Point, Reading } from "./map";
import { ReadingMaker, crossesAtom, offsetAt, pointAt } from "./map";
import type { Span } from "./span";

const BLOCK = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL".split(" "),
);
/** Things editors draw inside the editable that are no part of the draft. */
const NOISE =
  "[data-slate-placeholder],.cm-placeholder,.ql-ui,.ProseMirror-widget:not([data-type]),.ProseMirror-separator,.ck-widget__selection-handle,.ck-fake-selection-container,script,style,template";
const ATOM = "[contenteditable=false],[data-type=mention],[data-lexical-decorator],span[spellcheck=false][data-lexical-text],.mention[data-id],input,button,video,audio,svg";

class Walk {
  readonly #maker = new ReadingMaker<Node>();
  #begun = false;
  #boundary = false;
  #pending: Node | null = null;

  constructor(private readonly keepsSpace: boolean) {}

  children(parent: Node): void {
    for (let at = parent.firstChild; at !== null; at = at.nextSibling) {
      if (at instanceof Text) this.#text(at);
      else if (at instanceof HTMLElement || at instanceof SVGElement) this.#element(at as HTMLElement);
    }
  }

  done(): Reading<Node> {
    return this.#maker.done();
  }

  #text(node: Text): void {
    if (node.data === "" || (!this.keepsSpace && /^[\t\n\r ]*\n[\t\n\r ]*$/.test(node.data))) return;
    this.#open(node);
    this.#maker.addText(node, node.data);
  }

  #element(el: HTMLElement): void {
    if (el.tagName === "BR") return this.#lineBreak(el);
    if (el.matches(NOISE)) return;
    if (el instanceof HTMLImageElement) {
      if (el.alt !== "") this.#atom(el, el.alt);
      return;
    }
    if (el.matches(ATOM)) {
      const words = (el.textContent ?? "").replace(/[\u200B\u2060\uFEFF]/g, "");
      const image = words === "" ? el.querySelector<HTMLImageElement>("img[alt]") : null;
      if (words !== "" || image !== null || !el.matches("[aria-hidden=true]")) this.#atom(el, words || (image?.alt ?? ""));
      return;
    }
    const block = BLOCK.has(el.tagName);
    if (block) this.#edge();
    this.children(el);
    if (block) this.#edge();
  }

  #atom(node: Node, words: string): void {
    this.#open(node);
    this.#maker.add("atom", node, words);
  }

  #lineBreak(node: Node): void {
    this.#open(node);
    this.#pending = node;
  }

  #edge(): void {
    this.#boundary = this.#begun;
    this.#pending = null;
  }

  /** Something of the draft follows: the line break owed before it is written now. A last `<br>` in a block is a filler. */
  #open(node: Node): void {
    if (this.#boundary) this.#maker.add("break", node, "\n");
    else if (this.#pending !== null) this.#maker.add("break", this.#pending, "\n");
    this.#begun = true;
    this.#boundary = false;
    this.#pending = null;
  }
}

export function readEditable(el: HTMLElement): Reading<Node> {
  const walk = new Walk(/^(pre|break-spaces)/.test(getComputedStyle(el).whiteSpace));
  walk.children(el);
  return walk.done();
}

function place(range: Range, which: "start" | "end", point: Point<Node>): void {
  const { piece, offset } = point;
  if (piece.kind === "text") {
    if (which === "start") range.setStart(piece.node, offset);
    else range.setEnd(piece.node, offset);
  } else if (which === "start") {
    if (offset > 0) range.setStartAfter(piece.node);
    else range.setStartBefore(piece.node);
  } else if (offset > 0) range.setEndAfter(piece.node);
  else range.setEndBefore(piece.node);
}

/** The document range of a span, its ends in the text nodes themselves; null when the node is gone. */
export function rangeOf(reading: Reading<Node>, span: Span): Range | null {
  const start = pointAt(reading, span.start, "start");
  const end = pointAt(reading, span.end, span.end > span.start ? "end" : "start");
  if (start === null || end === null || !start.piece.node.isConnected || !end.piece.node.isConnected) return null;
  const range = new Range();
  try {
    place(range, "start", start);
    place(range, "end", end);
  } catch {
    return null; // The editor shortened the node since it was read: IndexSizeError.
  }
  return range;
}

export function caretOf(el: HTMLElement, reading: Reading<Node>): Span | null {
  const selection = selectionOf(el);
  if (selection?.anchorNode == null || selection.focusNode == null) return null;
  const a = offsetAt(reading, selection.anchorNode, selection.anchorOffset);
  const b = offsetAt(reading, selection.focusNode, selection.focusOffset);
  return a === null || b === null ? null : { start: Math.min(a, b), end: Math.max(a, b) };
}

interface ShadowSelection {
  getSelection?(): Selection | null;
}

export function selectionOf(el: HTMLElement): Selection | null {
  const root = el.getRootNode();
  // Chromium keeps one selection per shadow root; Firefox answers through the document.
  const own = root instanceof ShadowRoot ? (root as ShadowSelection).getSelection?.() : null;
  return own ?? el.ownerDocument.getSelection();
}

export { crossesAtom };
