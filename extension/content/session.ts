// One compose box while it lives: its draft, the verdict on exactly that draft, fixes taken, findings ignored.
// Not here: listening to the page (index.ts), drawing (surface.ts), stopping a post (guard.ts).

import type { Adapter, BoxKind } from "./place";
import { audienceOf } from "./place";
import { contextFor } from "./context";
import type { Box } from "./box/box";
import type { Outcome } from "./box/replace";
import { replace } from "./box/replace";
import { follow } from "./box/span";
import type { Link } from "./link";
import { LinkLost } from "./link";
import { LONGEST_DRAFT } from "../protocol";
import type { CheckAnswer, Decision, IgnoreScope, Place, PostedAsk } from "../protocol";
import type { Finding, Fix } from "../generated/wire";

/** UTF-16 units: beyond these, checks wait for a pause in typing; beyond `LONGEST_DRAFT` there is none. */
const PAUSE_FROM = 2_000;
const PAUSE_MS = 250;

export type Standing = "clean" | "warn" | "stop" | "unchecked" | "pending";

interface Ignored {
  rule: string;
  text: string;
  scope: IgnoreScope;
  product: string | null;
}

export class Session {
  #answered: { text: string; answer: CheckAnswer } | null = null;
  #asking: string | null = null;
  #pause = 0;
  #composing = false;
  readonly #waiters = new Set<() => void>();
  #fixes: PostedAsk["fixes"] = [];
  #ignored: Ignored[] = [];
  /** Exactly this text was let through by the user; it passes without being asked again. */
  passed: string | null = null;
  /** Warnings already asked about, so that the guard asks once. */
  asked = new Set<string>();
  /** Called when there is something new to draw. */
  changed: () => void = () => {};

  constructor(
    readonly box: Box,
    readonly kinds: readonly BoxKind[],
    readonly adapter: Adapter | null,
    private readonly link: Link,
  ) {}

  /** The draft may have changed: ask about it, newest wins. */
  update(): void {
    if (this.#composing) return;
    const text = this.box.text();
    if (this.#answered?.text === text || this.#asking === text) return;
    if (text !== this.passed) this.passed = null;
    this.changed();
    clearTimeout(this.#pause);
    if (text.length > PAUSE_FROM && text.length <= LONGEST_DRAFT) this.#pause = window.setTimeout(() => this.#ask(), PAUSE_MS);
    else this.#ask();
  }

  compose(state: "begins" | "ends"): void {
    this.#composing = state === "begins";
    if (!this.#composing) this.update();
  }

  /** The verdict on this very text; `pending` while there is none. */
  standing(text: string): Standing {
    if (this.#answered?.text !== text) return "pending";
    if (this.#answered.answer.status === "not-checked") return "unchecked";
    const severities = this.findings().map((finding) => finding.severity);
    return severities.includes("error") ? "stop" : severities.includes("warning") ? "warn" : "clean";
  }

  /** Findings on the draft as it was checked, without those the user ignored. */
  findings(): Finding[] {
    const answer = this.#answered?.answer;
    if (answer?.status !== "checked") return [];
    return answer.checked.findings.filter((finding) => !this.#ignored.some((each) => covers(each, finding)));
  }

  get checkedText(): string | null {
    return this.#answered?.text ?? null;
  }

  get answer(): CheckAnswer | null {
    return this.#answered?.answer ?? null;
  }

  get fresh(): boolean {
    return this.#answered !== null && this.#asking === null;
  }

  /** The language of the draft as the core saw it. */
  get lang(): string | null {
    return this.answer?.status === "checked" ? this.answer.checked.lang : null;
  }

  /** Resolves when the text has a verdict or `ms` passed. */
  settled(text: string, ms: number): Promise<void> {
    if (this.standing(text) !== "pending") return Promise.resolve();
    clearTimeout(this.#pause);
    this.#ask();
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiters.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const check = (): void => {
        if (this.standing(text) !== "pending") done();
      };
      const timer = setTimeout(done, ms);
      this.#waiters.add(check);
    });
  }

  async take(finding: Finding, fix: Fix): Promise<Outcome> {
    const draft = this.#answered?.text ?? "";
    if (this.#composing) return { done: "refused", why: "composing" };
    const outcome = await replace(this.box, { draft, start: fix.start, end: fix.end }, fix.replacement);
    if (outcome.done === "replaced") {
      this.#fixes.push({ rule: finding.rule, before: draft.slice(fix.start, fix.end), after: fix.replacement });
    }
    this.update();
    return outcome;
  }

  ignore(finding: Finding, scope: IgnoreScope): void {
    const product = finding.fact?.product ?? null;
    this.#ignored.push({ rule: finding.rule, text: finding.text, scope, product });
    if (scope !== "this-text") this.link.send("ignore", { rule: finding.rule, product, scope }).catch(() => this.changed());
    this.changed();
  }

  place(): Place {
    const site = this.adapter?.id ?? location.hostname;
    return { site, url: location.href, audience: audienceOf(this.kinds) };
  }

  context(): string | null {
    return this.adapter === null ? null : contextFor(this.adapter, this.kinds, this.box.el, this.box.text());
  }

  /** Tells the trace what went out. A background that is gone loses the entry, never the post. */
  posted(out: { text: string; answer: CheckAnswer | null; decision: Decision; reason: string | null }): void {
    const { text, decision, reason } = out;
    const answer: CheckAnswer = out.answer ?? { status: "not-checked", reason: this.link.lost ? "disconnected" : "starting" };
    const ignored = this.#ignored.map(({ rule, text: words, scope }) => ({ rule, text: words, scope }));
    const ask: PostedAsk = { place: this.place(), context: this.context(), text, answer, decision, reason, fixes: this.#fixes, ignored };
    this.link.send("posted", ask).catch(() => this.changed());
    this.#fixes = [];
    this.#ignored = this.#ignored.filter((each) => each.scope !== "this-text");
    this.asked.clear();
  }

  /** A network that re-mounts its editor keeps the story of the draft. */
  inherit(from: Session): void {
    this.#fixes = from.#fixes;
    this.#ignored = from.#ignored;
    this.asked = from.asked;
  }

  /** Where the finding lies in the draft as it is now; null when its words changed. */
  whereabouts(finding: { start: number; end: number }, now: string): { start: number; end: number } | null {
    return this.#answered === null ? null : follow({ draft: this.#answered.text, start: finding.start, end: finding.end }, now);
  }

  #ask(): void {
    if (this.#asking !== null) return; // The answer under way asks again when the draft has moved on.
    const text = this.box.text();
    if (text.length > LONGEST_DRAFT) return this.#settle(text, { status: "not-checked", reason: "too-long" });
    if (text.trim() === "") return this.#settle(text, EMPTY);
    this.#asking = text;
    const asked = { draft: text, context: this.context(), place: this.place() };
    this.link.send("check", asked).then(
      (answer) => this.#settle(text, answer),
      (error: unknown) => this.#settle(text, { status: "not-checked", reason: error instanceof LinkLost ? "disconnected" : "engine-failed" }),
    );
  }

  #settle(text: string, answer: CheckAnswer): void {
    this.#asking = null;
    const now = this.box.text();
    this.#answered = { text, answer };
    if (now !== text) this.#ask();
    for (const check of [...this.#waiters]) check();
    this.changed();
  }
}

const EMPTY: CheckAnswer = { status: "checked", library: "", checked: { version: 1, lang: "", verdict: "clean", findings: [], supported: [] } };

function covers(ignored: Ignored, finding: Finding): boolean {
  if (ignored.rule !== finding.rule) return false;
  if (ignored.scope === "this-rule") return true;
  if (ignored.scope === "this-product") return ignored.product !== null && ignored.product === (finding.fact?.product ?? null);
  return ignored.text === finding.text;
}
