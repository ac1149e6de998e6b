// Underlines in textarea and input: a see-through twin of the field's text in our own closed root, laid over it.
// Not here: editables (highlight.ts). The field itself is read, never touched.

import type { Field } from "../box/box";
import { make } from "../host";
import type { Host } from "../host";
import type { Theme } from "../theme";
import type { Drawer, Mark } from "./drawer";
import { inside, visiblePart } from "./drawer";
import { underline } from "./ink";

const COPIED = (
  "borderTopWidth borderRightWidth borderBottomWidth borderLeftWidth paddingTop paddingRight paddingBottom paddingLeft " +
  "fontFamily fontSize fontWeight fontStyle fontStretch fontVariant fontFeatureSettings fontVariationSettings fontKerning fontOpticalSizing " +
  "letterSpacing wordSpacing lineHeight textIndent textTransform textAlign textAlignLast textRendering tabSize direction writingMode " +
  "wordBreak lineBreak overflowWrap hyphens"
).split(" ") as (keyof CSSStyleDeclaration & string)[];

export class MirrorDrawer implements Drawer {
  readonly #frame = make("div", { class: "mirror", "aria-hidden": "true" });
  readonly #sheet = make("div", { class: "twin" });
  #spans: HTMLElement[] = [];

  constructor(
    private readonly el: Field,
    host: Host,
  ) {
    this.#frame.append(this.#sheet);
    host.add(this.#frame);
  }

  show(marks: readonly Mark[], theme: Theme): void {
    const text = this.el.value;
    const nodes: (Node | string)[] = [];
    let at = 0;
    this.#spans = marks.map((mark) => {
      const span = make("span", {}, text.slice(Math.max(at, mark.start), mark.end));
      span.style.cssText = underline(mark.ink, theme);
      nodes.push(text.slice(at, mark.start), span);
      at = Math.max(at, mark.end);
      return span;
    });
    // A last line break has no height without a character behind it.
    nodes.push(`${text.slice(at)}\u200B`);
    this.#sheet.replaceChildren(...nodes);
    this.#frame.hidden = marks.length === 0;
    this.follow();
  }

  follow(): void {
    if (this.#spans.length === 0) return;
    const style = getComputedStyle(this.el);
    const box = this.el.getBoundingClientRect();
    const scale = this.el.offsetWidth > 0 ? box.width / this.el.offsetWidth : 1;
    const part = visiblePart(this.el);
    const frame = this.#frame.style;
    frame.left = `${box.left}px`;
    frame.top = `${box.top}px`;
    frame.width = `${this.el.offsetWidth}px`;
    frame.height = `${this.el.offsetHeight}px`;
    frame.transform = scale === 1 ? "" : `scale(${scale})`;
    const edges = [part.top - box.top, box.right - part.right, box.bottom - part.bottom, part.left - box.left];
    frame.clipPath = `inset(${edges.map((edge) => `${Math.max(0, edge / scale)}px`).join(" ")})`;
    const twin = this.#sheet.style;
    for (const name of COPIED) twin.setProperty(cssName(name), style.getPropertyValue(cssName(name)));
    twin.borderStyle = "solid";
    twin.borderColor = "transparent";
    twin.whiteSpace = this.el instanceof HTMLInputElement ? "pre" : style.whiteSpace.startsWith("pre") ? style.whiteSpace : "pre-wrap";
    // The scroll bar takes room from the text, at the left where text runs from right to left: what is left is clientWidth.
    const width = this.el.clientWidth + parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    twin.width = `${width}px`;
    twin.left = style.direction === "rtl" ? `${this.el.offsetWidth - width}px` : "0";
    if (this.el instanceof HTMLInputElement) twin.lineHeight = `${this.el.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)}px`;
    twin.transform = `translate(${-this.el.scrollLeft}px, ${-this.el.scrollTop}px)`;
  }

  rects(index: number, part = visiblePart(this.el)): DOMRect[] {
    const span = this.#spans[index];
    return span === undefined ? [] : inside(span.getClientRects(), part);
  }

  clear(): void {
    this.#spans = [];
    this.#frame.remove();
  }
}

function cssName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
