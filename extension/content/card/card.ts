// The card of one finding: what is wrong, what the sheet says and where, fixes, ignore with its scope, why; keyboard throughout.
// Not here: when it opens and where (surface.ts), what a fix does (box/replace.ts).

import type { FactRef, Finding, Fix } from "../../generated/wire";
import type { IgnoreScope } from "../../protocol";
import { inkOf, underline } from "../draw/ink";
import { button, make } from "../host";
import type { StringKey } from "../../words";
import type { Say } from "../strings";
import type { Theme } from "../theme";

export interface CardActs {
  take(finding: Finding, fix: Fix): void;
  ignore(finding: Finding, scope: IgnoreScope): void;
  step(by: 1 | -1): void;
  close(): void;
}

export interface CardView {
  finding: Finding;
  index: number;
  total: number;
  say: Say;
  theme: Theme;
  /** A sentence about what just happened. */
  note: string | null;
}

export function placeWords(fact: FactRef, say: Say): string {
  const product = fact.product === fact.sheet ? "" : (fact.product ?? "");
  return [fact.sheet, say("line", fact.line), product, fact.attribute].filter((part) => part !== "").join(" · ");
}

export function kindWords(finding: Finding, say: Say): string {
  const known: StringKey[] = ["contradicted", "unsupported", "outdated", "ambiguous", "flagged"];
  return say(known.find((kind) => kind === finding.kind) ?? "flagged");
}

/** The card's element, built anew for each finding; `data-first` marks what takes the focus when opened by key. */
export function card(view: CardView, acts: CardActs): HTMLElement {
  const { finding, say } = view;
  const el = make("div", { class: "card", role: "dialog", "aria-label": say("card") });
  el.append(head(view, acts), make("p", { class: "message" }, finding.message), facts(finding, say), actions(finding, say, acts));
  if (finding.why !== undefined && finding.why !== "") {
    el.append(make("details", { class: "why" }, make("summary", {}, say("why")), make("p", {}, finding.why)));
  }
  if (view.note !== null) el.append(make("p", { class: "note" }, view.note));
  el.addEventListener("keydown", (event) => keys(event, acts));
  // A press anywhere on the card leaves the focus in the compose box.
  el.addEventListener("mousedown", (event) => event.preventDefault());
  return el;
}

function head(view: CardView, acts: CardActs): HTMLElement {
  const { finding, say, index, total } = view;
  const ink = inkOf(finding.kind);
  const glyph = make("span", { class: `glyph ${ink}`, "aria-hidden": "true" }, "abc");
  glyph.style.cssText = underline(ink, view.theme);
  const nav = make("span", { class: "nav" });
  if (total > 1) {
    nav.append(icon("‹", say("previous"), () => acts.step(-1)), say("of", index + 1, total), icon("›", say("next"), () => acts.step(1)));
  }
  nav.append(icon("×", say("close"), () => acts.close()));
  return make("div", { class: "head" }, glyph, make("span", { class: `kind ${ink}` }, kindWords(finding, say)), nav);
}

function icon(sign: string, words: string, act: () => void): HTMLElement {
  const el = button(sign, "icon", act);
  el.setAttribute("aria-label", words);
  el.title = words;
  return el;
}

function facts(finding: Finding, say: Say): HTMLElement {
  const list = make("dl", { class: "facts" });
  const row = (name: string, ...words: (Node | string)[]): void => list.append(make("dt", {}, name), make("dd", {}, ...words));
  row(say("wrote"), make("span", finding.kind === "contradicted" ? { class: "wrote" } : {}, finding.text));
  const fact = finding.fact;
  if (fact !== undefined) {
    row(say("sheetSays"), make("strong", {}, fact.value));
    if (fact.condition !== undefined && fact.condition !== "") row("", say("condition", fact.condition));
    row("", make("span", { class: "place" }, placeWords(fact, say)));
  }
  return list;
}

function actions(finding: Finding, say: Say, acts: CardActs): HTMLElement {
  const row = make("div", { class: "acts" });
  finding.fixes.slice(0, 3).forEach((fix, at) => {
    row.append(button(fix.label, at === 0 ? "main" : "second", () => acts.take(finding, fix)));
  });
  const scopes = make("div", { class: "scopes" });
  scopes.hidden = true;
  const scope = (words: string, which: IgnoreScope): void => scopes.append(button(words, "second", () => acts.ignore(finding, which)));
  scope(say("ignoreText"), "this-text");
  scope(say("ignoreRule"), "this-rule");
  if (finding.fact?.product !== undefined) scope(say("ignoreProduct", finding.fact.product), "this-product");
  const ignore = button(say("ignore"), "second", () => {
    scopes.hidden = !scopes.hidden;
    ignore.setAttribute("aria-expanded", String(!scopes.hidden));
  });
  ignore.setAttribute("aria-expanded", "false");
  row.append(ignore, scopes);
  row.querySelector("button")?.setAttribute("data-first", "");
  return row;
}

function keys(event: KeyboardEvent, acts: CardActs): void {
  if (!event.isTrusted) return;
  const by = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : event.key === "ArrowLeft" || event.key === "ArrowUp" ? -1 : 0;
  if (event.key === "Escape") acts.close();
  else if (by !== 0) acts.step(by);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Below the words where there is room, else above; always inside the window. Sizes in CSS pixels. */
export function placeCard(el: HTMLElement, at: DOMRect): void {
  const { width, height } = el.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left - 12, innerWidth - width - 8));
  const below = at.bottom + 10;
  const top = below + height + 8 <= innerHeight ? below : at.top - height - 10;
  el.style.left = `${left}px`;
  el.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
}
