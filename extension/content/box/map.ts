// The draft's text with a loss-free map between UTF-16 offsets and places in the document; pure.
// Not here: walking a document (editable.ts), finding a span again after edits (span.ts).

/** A run of the draft: text of a node, a line break, or a thing that is not text (mention, emoji image). */
export interface Piece<N> {
  kind: "text" | "break" | "atom";
  node: N;
  /** UTF-16 offset in the draft. */
  start: number;
  length: number;
  /** UTF-16 offset in the node where the run begins; characters the editor put there for itself are left out. */
  from: number;
}

export interface Point<N> {
  piece: Piece<N>;
  /** UTF-16 offset in the node for text; 0 before, 1 after a break or atom. */
  offset: number;
}

export interface Reading<N> {
  text: string;
  pieces: Piece<N>[];
}

export class ReadingMaker<N> {
  #text = "";
  readonly #pieces: Piece<N>[] = [];

  add(kind: Piece<N>["kind"], node: N, words: string, from = 0): void {
    this.#pieces.push({ kind, node, start: this.#text.length, length: words.length, from });
    this.#text += words;
  }

  /** A text node, without the zero-width characters editors keep as fillers (U+200B, U+2060, U+FEFF). */
  addText(node: N, data: string): void {
    let from = 0;
    for (const part of data.split(/[\u200B\u2060\uFEFF]/)) {
      if (part !== "") this.add("text", node, part, from);
      from += part.length + 1;
    }
  }

  done(): Reading<N> {
    return { text: this.#text, pieces: this.#pieces };
  }
}

/** First piece whose end lies after `offset` (`start`) or at or after it (`end`): by halving. */
function indexAt<N>(pieces: readonly Piece<N>[], offset: number, side: "start" | "end"): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    const end = piece === undefined ? 0 : piece.start + piece.length;
    if (side === "start" ? end > offset : end >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The place of an offset. `start` leans to what follows, `end` to what comes before. */
export function pointAt<N>(reading: Reading<N>, offset: number, side: "start" | "end"): Point<N> | null {
  const piece = reading.pieces[indexAt(reading.pieces, offset, side)] ?? reading.pieces.at(-1);
  if (piece === undefined || offset < 0 || offset > reading.text.length) return null;
  const inside = Math.min(offset - piece.start, piece.length);
  return { piece, offset: piece.kind === "text" ? piece.from + inside : inside > 0 ? 1 : 0 };
}

/** The draft's offset of a place in a text node; null when the node holds none of the draft. */
export function offsetAt<N>(reading: Reading<N>, node: N, offset: number): number | null {
  let found: number | null = null;
  for (const piece of reading.pieces) {
    if (piece.node !== node || piece.kind !== "text") continue;
    if (found === null || offset >= piece.from) found = piece.start + Math.max(0, Math.min(offset - piece.from, piece.length));
  }
  return found;
}

/** Does the span touch the inside of something that is not text? Then it may be shown, never rewritten. */
export function crossesAtom<N>(reading: Reading<N>, start: number, end: number): boolean {
  for (let at = indexAt(reading.pieces, start, "start"); at < reading.pieces.length; at++) {
    const piece = reading.pieces[at];
    if (piece === undefined || piece.start >= end) return false;
    if (piece.kind === "atom" && piece.start + piece.length > start) return true;
  }
  return false;
}
