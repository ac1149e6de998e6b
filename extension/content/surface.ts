// What the user sees on the box that has the focus: underlines, markers, counter, card, words that pass by.
// Not here: the verdict (session.ts), the guard's dialog (guard.ts). Everything ends with the focus.

import type { Finding, Fix } from "../generated/wire";
import type { CommandName, IgnoreScope } from "../protocol";
import type { Settings } from "../settings";
import { changeSettings } from "../settings";
import { isField } from "./box/box";
import type { Span } from "./box/span";
import type { Outcome } from "./box/replace";
import { rememberCaret } from "./box/replace";
import { card, placeCard } from "./card/card";
import type { CounterState } from "./card/counter";
import { Counter } from "./card/counter";
import type { Drawer } from "./draw/drawer";
import { HighlightDrawer } from "./draw/highlight";
import { inkOf } from "./draw/ink";
import { MirrorDrawer } from "./draw/mirror";
import type { Host } from "./host";
import { Markers } from "./draw/markers";
import type { Session } from "./session";
import type { Say } from "./strings";
import { themeOf } from "./theme";

type OpenedBy = "pointer" | "key";

export class Surface {
  readonly #ended = new AbortController();
  readonly #drawer: Drawer;
  readonly #markers: Markers;
  readonly #counter: Counter;
  #shown: Finding[] = [];
  #spans: readonly Span[] = [];
  #open: { el: HTMLElement; index: number; by: OpenedBy; giveBack: () => void } | null = null;
  #note: string | null = null;
  #frame = 0;

  constructor(
    readonly session: Session,
    private readonly host: Host,
    private readonly settings: Settings,
    private readonly say: () => Say,
    private readonly lang: () => string,
    /** `unsure`: the adapter does not know this box and no post button was found. */
    private readonly sight: "sure" | "unsure",
  ) {
    const { el } = session.box;
    host.show(el);
    this.#drawer = isField(el) ? new MirrorDrawer(el, host) : new HighlightDrawer(session.box);
    this.#markers = new Markers(host, el, this.#drawer, (index, by) => this.openCard(index, by), this.#ended.signal);
    this.#counter = new Counter(say(), {
      open: () => this.openCard(0, "pointer"),
      hide: () => this.#hideCounter(),
      moved: (x, y) => void changeSettings({ counterX: x, counterY: y }).then(() => Object.assign(this.settings, { counterX: x, counterY: y })),
    });
    if (settings.counter === "shown") host.add(this.#counter.el);
    this.#listen(el);
    session.changed = () => this.redraw();
    this.redraw();
  }

  end(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    this.session.changed = () => {};
    this.closeCard("leave");
    this.#drawer.clear();
    this.#markers.clear();
    this.#counter.el.remove();
    this.host.remove();
  }

  get cardOpen(): boolean {
    return this.#open !== null;
  }

  redraw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  command(name: CommandName): void {
    const at = this.#open?.index ?? -1;
    const finding = this.#shown[at < 0 ? this.#nearest() : at];
    if (name === "next-finding") this.openCard(at + 1, "key");
    else if (name === "previous-finding") this.openCard(at - 1, "key");
    else if (finding !== undefined && name === "ignore-finding") this.#ignore(finding, "this-text");
    else if (finding?.fixes[0] !== undefined && name === "take-fix") void this.take(finding, finding.fixes[0]);
  }

  /** The finding nearest to the caret. */
  #nearest(): number {
    const caret = this.session.box.selection()?.start ?? 0;
    const far = this.#spans.map(({ start, end }) => Math.max(start - caret, caret - end, 0));
    return Math.max(0, far.indexOf(Math.min(...far)));
  }

  /** Opens the card of a finding; past the last comes the first. */
  openCard(index: number, by: OpenedBy): void {
    const total = this.#shown.length;
    if (total === 0) return;
    const at = ((index % total) + total) % total;
    const finding = this.#shown[at];
    if (finding === undefined) return;
    const giveBack = this.#open?.giveBack ?? rememberCaret(this.session.box);
    const theme = themeOf(this.session.box.el);
    const view = { finding, index: at, total, say: this.say(), theme, note: this.#note };
    const el = card(view, {
      take: (each, fix) => void this.take(each, fix),
      ignore: (each, scope) => this.#ignore(each, scope),
      step: (step) => this.openCard(at + step, this.#open?.by ?? by),
      close: () => this.closeCard("return"),
    });
    this.#open?.el.remove();
    this.#open = { el, index: at, by, giveBack };
    this.host.add(el);
    this.#markers.reveal(at);
    placeCard(el, this.#drawer.rects(at)[0] ?? this.session.box.el.getBoundingClientRect());
    if (by === "key") el.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
    this.host.say(`${finding.message} ${this.say()("of", at + 1, total)}`);
  }

  closeCard(how: "return" | "leave"): void {
    const open = this.#open;
    this.#open = null;
    this.#note = null;
    open?.el.remove();
    if (open?.by === "key" && how === "return") open.giveBack();
  }

  async take(finding: Finding, fix: Fix): Promise<Outcome> {
    const say = this.say();
    const outcome = await this.session.take(finding, fix);
    if (outcome.done === "replaced") {
      this.closeCard("leave");
      this.host.say(say("fixed", fix.replacement));
      return outcome;
    }
    const words =
      outcome.done === "refused" ? say(outcome.why === "crosses" ? "crosses" : "changed")
      : outcome.restored ? say("copied", fix.replacement)
      : say("notRestored");
    this.host.tell(words, say("close"));
    return outcome;
  }

  #ignore(finding: Finding, scope: IgnoreScope): void {
    const giveBack = this.#open?.by === "key" ? this.#open.giveBack : null;
    this.closeCard("leave");
    this.session.ignore(finding, scope);
    this.host.say(this.say()("ignored"));
    giveBack?.();
  }

  #hideCounter(): void {
    this.#counter.el.remove();
    this.settings.counter = "hidden";
    void changeSettings({ counter: "hidden" });
  }

  #listen(el: HTMLElement): void {
    const signal = this.#ended.signal;
    const place = (): void => this.#follow();
    addEventListener("scroll", place, { capture: true, passive: true, signal });
    addEventListener("resize", place, { passive: true, signal });
    addEventListener("transitionend", place, { capture: true, passive: true, signal });
    visualViewport?.addEventListener("resize", place, { passive: true, signal });
    addEventListener("keydown", (event) => this.#key(event), { capture: true, signal });
    addEventListener("pointerdown", (event) => this.host.owns(event.target) || this.#wentOn(), { capture: true, passive: true, signal });
    const sizes = new ResizeObserver(() => this.redraw());
    sizes.observe(el);
    signal.addEventListener("abort", () => sizes.disconnect(), { once: true });
  }

  /** A card the pointer opened does not stay in the way of someone who goes on writing. */
  #wentOn(): void {
    if (this.#open?.by === "pointer") this.closeCard("leave");
  }

  #key(event: KeyboardEvent): void {
    if (!event.isTrusted || this.#open === null || this.host.owns(event.target)) return;
    const types = event.key.length === 1 || event.key === "Enter" || event.key === "Backspace" || event.key === "Delete";
    if (types && !event.ctrlKey && !event.metaKey && !event.altKey) return this.#wentOn();
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.closeCard("return");
  }

  #follow(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#drawer.follow();
      this.#position();
    });
  }

  #draw(): void {
    const { session } = this;
    const text = session.box.text();
    const theme = themeOf(session.box.el);
    this.host.theme(theme, this.lang());
    const found = session.findings().flatMap((finding) => {
      const span = session.whereabouts(finding, text);
      return span === null ? [] : [{ finding, mark: { ...span, ink: inkOf(finding.kind) } }];
    });
    found.sort((a, b) => a.mark.start - b.mark.start);
    const before = this.#open === null ? undefined : this.#shown[this.#open.index];
    this.#shown = found.map(({ finding }) => finding);
    const marks = found.map(({ mark }) => mark);
    this.#spans = marks;
    this.#drawer.show(marks, theme);
    this.#markers.show(marks.map(({ ink }, at) => ({ ink, words: this.#shown[at]?.message ?? "" })));
    this.#counter.show(this.#counterState(text), this.say());
    if (before !== undefined && !this.#shown.some((each) => each.rule === before.rule && each.text === before.text)) this.closeCard("leave");
    this.#position();
  }

  #counterState(text: string): CounterState {
    const { session } = this;
    const answer = session.answer;
    if (answer === null) return { kind: "busy" };
    if (answer.status === "not-checked") return { kind: "unchecked", words: this.say()(answer.reason) };
    if (this.sight === "unsure" && text !== "") return { kind: "unchecked", words: this.say()("unseen") };
    return this.#shown.length > 0 ? { kind: "findings", count: this.#shown.length } : { kind: "clean" };
  }

  #position(): void {
    this.#markers.place();
    this.#counter.place(this.session.box.el.getBoundingClientRect(), this.settings.counterX, this.settings.counterY);
    if (this.#open !== null) {
      placeCard(this.#open.el, this.#drawer.rects(this.#open.index)[0] ?? this.session.box.el.getBoundingClientRect());
    }
  }
}
