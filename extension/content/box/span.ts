// Spans of a draft that moves: found again after edits, replaced on paper before anything is written; pure.
// Not here: where a span lies in the document (map.ts), writing it (replace.ts).

/** UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** What the draft was when the span was made, and the words the span held. */
export interface Marked extends Span {
  draft: string;
}

/** Where the span lies in `now`; null when its words changed. One edit between the two texts is followed exactly. */
export function follow(marked: Marked, now: string): Span | null {
  const { draft, start, end } = marked;
  if (draft === now) return { start, end };
  const shortest = Math.min(draft.length, now.length);
  let head = 0;
  while (head < shortest && draft.charCodeAt(head) === now.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shortest - head && draft.charCodeAt(draft.length - 1 - tail) === now.charCodeAt(now.length - 1 - tail)) tail++;
  const shift = now.length - draft.length;
  const words = draft.slice(start, end);
  const at = end <= head ? start : start >= draft.length - tail ? start + shift : -1;
  if (at < 0 || now.slice(at, at + words.length) !== words) return null;
  return { start: at, end: at + words.length };
}

/** The draft as it must read after the replacement. */
export function replaced(text: string, span: Span, words: string): string {
  return text.slice(0, span.start) + words + text.slice(span.end);
}

/** Two readings of one draft: editors swap plain and no-break spaces and keep a last line break of their own. */
export function sameWords(a: string, b: string): boolean {
  return a === b || plain(a) === plain(b);
}

function plain(text: string): string {
  return text.replace(/\u00A0/g, " ").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
}
