// What a compose box is to the rest of Aval: read it, ask where a span lies, replace words in it.
// Not here: the editors themselves, one file each beside this one.

import { caretOf, rangeOf, readEditable, selectionOf } from "./editable";
import type { Reading } from "./map";
import { crossesAtom } from "./map";
import type { Span } from "./span";

/**
 * The one way of writing that was measured to keep an editor's document, model and undo right.
 * `lines` is `command` with a paragraph command for each line break.
 */
export type Way = "command" | "lines" | "beforeinput" | "paste";

/** An editor family. Everything an editor needs to be written into is data; the procedure is in `replace.ts`. */
export interface Family {
  readonly id: string;
  fits(el: HTMLElement): boolean;
  readonly write: Way;
  /** For replacements that hold a line break, where another way keeps them. */
  readonly writeLines?: Way;
  /** An empty replacement: `command` is execCommand delete, `beforeinput` is deleteContentBackward on the range. */
  readonly erase: "command" | "beforeinput" | "empty";
  /** Milliseconds the editor needs to notice a new selection. */
  readonly settleMs: number;
  /** Who keeps the undo stack. */
  readonly undo: "browser" | "editor";
}

export type Field = HTMLTextAreaElement | HTMLInputElement;

export interface Box {
  readonly el: HTMLElement;
  readonly family: Family;
  text(): string;
  /** Where the spans lie on the page, by one reading; null for form fields (the mirror knows) and for nodes that are gone. */
  ranges(spans: readonly Span[]): (Range | null)[];
  selection(): Span | null;
  select(span: Span): boolean;
  crosses(span: Span): boolean;
}

export function isField(el: Element): el is Field {
  return el instanceof HTMLTextAreaElement || el instanceof HTMLInputElement;
}

export function fieldBox(el: Field, family: Family): Box {
  return {
    el,
    family,
    text: () => el.value,
    ranges: (spans) => spans.map(() => null),
    selection: () => (el.selectionStart === null ? null : { start: el.selectionStart, end: el.selectionEnd ?? el.selectionStart }),
    select(span) {
      el.setSelectionRange(span.start, span.end);
      return el.value.slice(el.selectionStart ?? 0, el.selectionEnd ?? 0) === el.value.slice(span.start, span.end);
    },
    crosses: () => false,
  };
}

export function editableBox(el: HTMLElement, family: Family): Box {
  const read = (): Reading<Node> => readEditable(el);
  return {
    el,
    family,
    text: () => read().text,
    ranges(spans) {
      const reading = read();
      return spans.map((span) => rangeOf(reading, span));
    },
    selection: () => caretOf(el, read()),
    select(span) {
      const range = rangeOf(read(), span);
      const selection = selectionOf(el);
      if (range === null || selection === null) return false;
      selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      return true;
    },
    crosses: (span) => crossesAtom(read(), span.start, span.end),
  };
}
