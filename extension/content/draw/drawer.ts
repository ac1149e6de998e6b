// What the surface asks of whatever draws on a box: marks on, places of marks, marks off.
// Not here: highlights for editables (highlight.ts), the mirror for fields (mirror.ts).

import type { Theme } from "../theme";
import type { Ink } from "./ink";

export interface Mark {
  start: number;
  end: number;
  ink: Ink;
}

export interface Drawer {
  show(marks: readonly Mark[], theme: Theme): void;
  /** Follow scrolling, resizing and zoom. */
  follow(): void;
  /** Rectangles of a mark in the viewport, one a line; none where it is scrolled out of the box (`part` is what is visible of it). */
  rects(index: number, part?: DOMRect): DOMRect[];
  clear(): void;
}

/** The part of an element that its scrolling ancestors and the window leave visible. */
export function visiblePart(el: HTMLElement): DOMRect {
  const own = el.getBoundingClientRect();
  let { left, top, right, bottom } = own;
  for (let at = el.parentElement; at !== null && at !== document.body; at = at.parentElement) {
    if (getComputedStyle(at).overflow === "visible") continue;
    const clip = at.getBoundingClientRect();
    [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
    [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
  }
  [left, top] = [Math.max(left, 0), Math.max(top, 0)];
  [right, bottom] = [Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

export function inside(rects: Iterable<DOMRect>, part: DOMRect): DOMRect[] {
  return [...rects].filter((r) => r.width > 0 && r.bottom - 2 > part.top && r.top + 2 < part.bottom && r.right > part.left && r.left < part.right);
}
