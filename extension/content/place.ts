// A network's page as data, and how that data finds the compose box, its submit controls and the customer's message.
// Not here: the data itself (sites/), what happens on a submit (guard.ts), unknown sites (generic.ts).

export type BoxKind = "post" | "reply" | "comment" | "dm" | "title" | "article" | "note" | "review-reply";

export interface ComposeRule {
  /** Matches the editable itself. */
  selector: string;
  kinds: BoxKind[];
  /** Hosts of the open shadow roots around it, outermost first; "*" is any. */
  shadow?: string[];
}
export interface SubmitRule {
  selector: string;
  kinds: BoxKind[];
  /** The closest such ancestor must hold both the box and the control. */
  within?: string;
  /** The control's trimmed words, one of these, any case. */
  text?: string[];
  pick?: "last";
  shadow?: string[];
}
export interface KeyRule {
  kinds: BoxKind[];
  keys: SubmitKey[];
}
export type SubmitKey = "Enter" | "Ctrl+Enter" | "Meta+Enter" | `Ctrl+Alt+${string}`;
export interface ContextRule {
  kinds: BoxKind[];
  find: "ancestor" | "preceding" | "ancestor-or-preceding" | "within";
  root: string;
  text: string;
  /** Selector under the root, `:scope` for the root, `@name` for its attribute, null where unknown. */
  author: string | null;
  within?: string;
  pick?: "first" | "last" | "last-before" | "mention";
}
export interface Adapter {
  id: string;
  name: string;
  hosts: string[];
  /** Self-hosted software: recognised by `SIGNS`, whatever the host. */
  sign?: boolean;
  /** Present while a list of names or tags is open: there Enter picks, it does not post. */
  typeahead?: string;
  compose: ComposeRule[];
  submit: SubmitRule[];
  keys: KeyRule[];
  context: ContextRule[];
  limit: { unit?: string } & Partial<Record<BoxKind, number>>;
}

/** Self-hosted software and what shows it in a page. */
export const SIGNS: readonly (readonly [id: string, selector: string])[] = [
  ["mastodon", "#mastodon, meta[name=generator][content^=Mastodon i]"],
  ["discourse", "meta[name=generator][content^=Discourse i]"],
  ["wordpress", "form#commentform, body.wp-admin, body.block-editor-page"],
];

export function signOf(doc: Document): string | null {
  return SIGNS.find(([, selector]) => doc.querySelector(selector) !== null)?.[0] ?? null;
}

export function audienceOf(kinds: readonly BoxKind[]): "public" | "private" | "unknown" {
  if (kinds.length === 0) return "unknown";
  const hidden = kinds.filter((kind) => kind === "dm" || kind === "note").length;
  return hidden === kinds.length ? "private" : hidden === 0 ? "public" : "unknown";
}

function inShadow(el: Element, hosts: readonly string[] | undefined): boolean {
  let root = el.getRootNode();
  if (hosts === undefined || hosts[0] === "*") return hosts !== undefined || !(root instanceof ShadowRoot);
  for (const host of [...hosts].reverse()) {
    if (!(root instanceof ShadowRoot) || !root.host.matches(host)) return false;
    root = root.host.getRootNode();
  }
  return true;
}

export function composeRule(adapter: Adapter | null, el: Element): ComposeRule | null {
  return adapter?.compose.find((rule) => inShadow(el, rule.shadow) && el.matches(rule.selector)) ?? null;
}

/** Compose boxes in the light DOM that the adapter sees, whether or not they ever had the focus. */
export function boxesIn(adapter: Adapter, scope: ParentNode): HTMLElement[] {
  const seen = new Set<HTMLElement>();
  for (const rule of adapter.compose) {
    if (rule.shadow !== undefined || rule.kinds.every((kind) => kind === "title")) continue;
    for (const el of scope.querySelectorAll<HTMLElement>(rule.selector)) if (isVisible(el)) seen.add(el);
  }
  return [...seen];
}

export function isVisible(el: Element): boolean {
  const box = el.getBoundingClientRect();
  return el.isConnected && box.width > 0 && box.height > 0;
}

/** Parent in the flat tree, through open shadow roots. */
export function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

export function holds(ancestor: Node, node: Node): boolean {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) if (at === ancestor) return true;
  return false;
}

function closestAcross(node: Node, selector: string): Element | null {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (at instanceof Element && at.matches(selector)) return at;
  }
  return null;
}

export function wordsOf(el: Element): string {
  return (el.textContent ?? "").replace(/\s+/g, " ").trim().toLowerCase();
}

function shares(a: readonly BoxKind[], b: readonly BoxKind[]): boolean {
  return a.length === 0 || a.some((kind) => b.includes(kind));
}

function submits(rule: SubmitRule, control: Element): boolean {
  if (!inShadow(control, rule.shadow) && !(rule.shadow === undefined && rule.within !== undefined)) return false;
  if (!control.matches(rule.selector)) return false;
  return rule.text === undefined || rule.text.some((text) => text.toLowerCase() === wordsOf(control));
}

/** The submit control among the elements under the pointer, innermost first. */
export function submitIn(adapter: Adapter, path: readonly EventTarget[]): { control: HTMLElement; rule: SubmitRule } | null {
  for (const at of path) {
    if (!(at instanceof HTMLElement) && !(at instanceof SVGElement)) continue;
    const rule = adapter.submit.find((each) => submits(each, at));
    if (rule !== undefined) return { control: at as HTMLElement, rule };
  }
  return null;
}

/** May this control post what is in this box? Kinds must agree, and `within` must hold both. */
export function posts(rule: SubmitRule, control: Element, el: Element, kinds: readonly BoxKind[]): boolean {
  if (!shares(kinds, rule.kinds)) return false;
  if (rule.within === undefined) return true;
  const scope = closestAcross(control, rule.within);
  return scope !== null && holds(scope, el);
}

/** The visible control that posts this box, where the adapter knows one. */
export function submitFor(adapter: Adapter, el: HTMLElement, kinds: readonly BoxKind[]): HTMLElement | null {
  for (const rule of adapter.submit) {
    if (!shares(kinds, rule.kinds)) continue;
    const scope = rule.within === undefined ? el.ownerDocument : closestAcross(el, rule.within);
    if (scope === null) continue;
    const found = [...scope.querySelectorAll<HTMLElement>(rule.selector)].filter((at) => submits(rule, at) && isVisible(at));
    const best = rule.pick === "last" ? found.at(-1) : nearest(found, el);
    if (best !== undefined) return best;
  }
  return null;
}

/** Levels from `el` up to the first ancestor shared with `other`. */
export function distance(el: Node, other: Node): number {
  let levels = 0;
  for (let at: Node | null = el; at !== null; at = parentOf(at), levels++) if (holds(at, other)) return levels;
  return Number.MAX_SAFE_INTEGER;
}

function nearest(found: readonly HTMLElement[], el: HTMLElement): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of found) {
    const far = distance(el, each);
    if (far < least) [best, least] = [each, far];
  }
  return best;
}
