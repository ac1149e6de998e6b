// Underlines in editables by the CSS Custom Highlight API: no node and no attribute of ours in the page.
// Not here: fields, which the API does not reach (mirror.ts).

import type { Box } from "../box/box";
import type { Theme } from "../theme";
import type { Drawer, Mark } from "./drawer";
import { inside, visiblePart } from "./drawer";
import type { Ink } from "./ink";
import { INKS, underline } from "./ink";

const INK_NAMES = Object.keys(INKS) as Ink[];

export class HighlightDrawer implements Drawer {
  readonly #sheet = new CSSStyleSheet();
  #ranges: (Range | null)[] = [];
  #theme: Theme | null = null;

  constructor(private readonly box: Box) {}

  show(marks: readonly Mark[], theme: Theme): void {
    this.#ink(theme);
    this.#ranges = this.box.ranges(marks);
    for (const ink of INK_NAMES) {
      const ranges = this.#ranges.filter((range, at) => range !== null && marks[at]?.ink === ink) as Range[];
      if (ranges.length > 0) CSS.highlights.set(`aval-${ink}`, new Highlight(...ranges));
      else CSS.highlights.delete(`aval-${ink}`);
    }
  }

  follow(): void {
    // Ranges belong to the text: the browser moves them.
  }

  rects(index: number, part = visiblePart(this.box.el)): DOMRect[] {
    const range = this.#ranges[index];
    return range == null ? [] : inside(range.getClientRects(), part);
  }

  clear(): void {
    this.#ranges = [];
    for (const ink of INK_NAMES) CSS.highlights.delete(`aval-${ink}`);
    for (const scope of this.#scopes()) scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#theme = null;
  }

  #scopes(): DocumentOrShadowRoot[] {
    const root = this.box.el.getRootNode();
    return root instanceof ShadowRoot ? [document, root] : [document];
  }

  #ink(theme: Theme): void {
    if (this.#theme === theme) return;
    this.#theme = theme;
    this.#sheet.replaceSync(INK_NAMES.map((ink) => `::highlight(aval-${ink}){${underline(ink, theme)}}`).join(""));
    for (const scope of this.#scopes()) {
      if (!scope.adoptedStyleSheets.includes(this.#sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, this.#sheet];
    }
  }
}
