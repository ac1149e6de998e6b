// The small markers at the end of underlined words, and resting the pointer on the words: both open the card.
// Not here: the card (card/card.ts). A click in the words themselves stays the editor's own.

import type { Host } from "../host";
import { button } from "../host";
import type { Drawer } from "./drawer";
import { visiblePart } from "./drawer";
import type { Ink } from "./ink";

/** Milliseconds the pointer rests on underlined words before the card opens. */
const INTENT_MS = 350;

export class Markers {
  #dots: HTMLButtonElement[] = [];
  #timer = 0;
  #over = -1;

  constructor(
    private readonly host: Host,
    private readonly el: HTMLElement,
    private readonly drawer: Drawer,
    private readonly open: (index: number, by: "pointer" | "key") => void,
    signal: AbortSignal,
  ) {
    el.addEventListener("pointermove", (event) => this.#hover(event), { passive: true, signal });
    el.addEventListener("pointerleave", () => this.#forget(), { passive: true, signal });
    el.addEventListener("keydown", () => this.#forget(), { passive: true, signal });
    signal.addEventListener("abort", () => this.#forget(), { once: true });
  }

  show(marks: readonly { ink: Ink; words: string }[]): void {
    for (const dot of this.#dots) dot.remove();
    this.#dots = marks.map(({ ink, words }, at) => {
      const dot = button("", `mark ${ink}`, () => this.open(at, "pointer"));
      dot.setAttribute("aria-label", words);
      dot.tabIndex = -1;
      this.host.add(dot);
      return dot;
    });
  }

  /** Under the end of the last line of the words. */
  place(): void {
    const part = visiblePart(this.el);
    // Measured first, moved after: the page is laid out once.
    const ends = this.#dots.map((_, at) => this.drawer.rects(at, part).findLast((each) => each.bottom <= part.bottom + 6));
    this.#dots.forEach((dot, at) => {
      const rect = ends[at];
      dot.hidden = rect === undefined;
      if (rect === undefined) return;
      dot.style.left = `${rect.right - 7}px`;
      dot.style.top = `${rect.bottom - 6}px`;
    });
  }

  reveal(index: number): void {
    this.#over = index;
  }

  clear(): void {
    for (const dot of this.#dots) dot.remove();
    this.#dots = [];
  }

  #hover(event: PointerEvent): void {
    if (event.pointerType === "touch" || event.buttons !== 0) return this.#forget();
    const part = visiblePart(this.el);
    const at = this.#dots.findIndex((_, index) => this.drawer.rects(index, part).some((rect) => covers(rect, event)));
    if (at === this.#over) return;
    this.#forget();
    this.#over = at;
    if (at >= 0) this.#timer = window.setTimeout(() => this.open(at, "pointer"), INTENT_MS);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#over = -1;
  }
}

function covers(rect: DOMRect, at: PointerEvent): boolean {
  return at.clientX >= rect.left && at.clientX <= rect.right && at.clientY >= rect.top - 1 && at.clientY <= rect.bottom + 3;
}
