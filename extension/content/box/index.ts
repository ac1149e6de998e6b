// Which editor a focused element is. Every family stands in this list; the first that fits wins.
// Not here: how each is written into (its own file), whether the place is a compose box at all (place.ts, generic.ts).

import type { Box, Family } from "./box";
import { editableBox, fieldBox, isField } from "./box";
import { ckeditor } from "./ckeditor";
import { codemirror } from "./codemirror";
import { draft } from "./draft";
import { lexical } from "./lexical";
import { plain } from "./plain";
import { prosemirror } from "./prosemirror";
import { quill1, quill2 } from "./quill";
import { slate } from "./slate";
import { textarea } from "./textarea";

export const FAMILIES: readonly Family[] = [draft, lexical, quill1, quill2, prosemirror, slate, ckeditor, codemirror];

export function boxFor(el: HTMLElement): Box | null {
  if (isField(el)) return textarea.fits(el) ? fieldBox(el, textarea) : null;
  return editableBox(el, FAMILIES.find((family) => family.fits(el)) ?? plain);
}

/** The field or outermost editable around a node; null when nothing there can be typed into. */
export function editableAt(node: EventTarget | null | undefined): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  if (isField(node)) return node.readOnly || node.disabled ? null : node;
  if (!node.isContentEditable) return null;
  let root = node;
  while (root.parentElement?.isContentEditable === true) root = root.parentElement;
  return root;
}
