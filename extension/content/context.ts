// The customer's message: what the adapter's context rules find around the compose box.
// Not here: the rules' types and matching of boxes (place.ts). No hit means no context, never a guess.

import type { Adapter, BoxKind, ContextRule } from "./place";
import { parentOf } from "./place";

const LONGEST = 4_000;

function ancestor(el: Element, selector: string): Element | null {
  for (let at: Node | null = parentOf(el); at !== null; at = parentOf(at)) {
    if (at instanceof Element && at.matches(selector)) return at;
  }
  return null;
}

function before(el: Element, found: readonly Element[]): Element[] {
  return found.filter((each) => (each.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !each.contains(el));
}

function scopeOf(el: Element, within: string | undefined): ParentNode | null {
  if (within === undefined) return el.ownerDocument;
  return ancestor(el, within) ?? el.ownerDocument.querySelector(within);
}

function pick(rule: ContextRule, el: Element, found: readonly Element[], draft: string): Element | null {
  switch (rule.pick) {
    case "last":
      return found.at(-1) ?? null;
    case "last-before":
      return before(el, found).at(-1) ?? null;
    case "mention": {
      const name = /^@([\p{L}\p{N}._-]+)/u.exec(draft.trim())?.[1]?.toLowerCase();
      if (name === undefined) return null;
      return found.find((each) => authorOf(rule, each)?.toLowerCase().replace(/^@/, "") === name) ?? null;
    }
    default:
      return found[0] ?? null;
  }
}

function rootOf(rule: ContextRule, el: Element, draft: string): Element | null {
  if (rule.find === "ancestor") return ancestor(el, rule.root);
  if (rule.find === "ancestor-or-preceding") {
    const near = ancestor(el, rule.root);
    if (near !== null) return near;
  }
  const scope = scopeOf(el, rule.within);
  if (scope === null) return null;
  const found = [...scope.querySelectorAll(rule.root)];
  return rule.find === "within" ? pick(rule, el, found, draft) : (before(el, found).at(-1) ?? null);
}

function authorOf(rule: ContextRule, root: Element): string | null {
  if (rule.author === null) return null;
  if (rule.author.startsWith("@")) return root.getAttribute(rule.author.slice(1));
  const at = rule.author === ":scope" ? root : root.querySelector(rule.author);
  return at?.textContent?.replace(/\s+/g, " ").trim() || null;
}

function textOf(rule: ContextRule, root: Element, el: Element): string | null {
  const parts = rule.text === ":scope" ? [root] : [...root.querySelectorAll(rule.text)];
  const outer = parts.filter((part) => !part.contains(el) && !parts.some((other) => other !== part && other.contains(part)));
  const first = rule.text.includes(",") && !rule.text.startsWith(":scope") ? outer.slice(0, 2) : outer.slice(0, 1);
  const text = first.map((part) => spoken(part)).join("\n").trim();
  return text === "" ? null : text.slice(0, LONGEST);
}

/** The words of a rendered message: emoji images speak their alt text. */
function spoken(el: Element): string {
  let text = "";
  const walk = el.ownerDocument.createTreeWalker(el, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLImageElement) text += node.alt;
    else if (node instanceof HTMLBRElement || node instanceof HTMLParagraphElement) text += "\n";
  }
  return text.trim();
}

/** The message replied to; null when no rule hits. */
export function contextFor(adapter: Adapter, kinds: readonly BoxKind[], el: HTMLElement, draft: string): string | null {
  for (const rule of adapter.context) {
    if (!rule.kinds.some((kind) => kinds.includes(kind))) continue;
    const root = rootOf(rule, el, draft);
    const text = root === null ? null : textOf(rule, root, el);
    if (root !== null && text !== null) return text;
  }
  return null;
}
