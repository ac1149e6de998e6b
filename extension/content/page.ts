// All of Aval's state in one page: the site's switch, a session for each compose box met, the surface on the focused one.
// Not here: listeners that live while nothing has the focus (index.ts has the only one).

import type { Finding } from "../generated/wire";
import type { SiteState, TabMessage } from "../protocol";
import type { Settings } from "../settings";
import { defaults, followSettings, readSettings } from "../settings";
import { isField } from "./box/box";
import { boxFor, editableAt } from "./box/index";
import type { Choice } from "./card/dialog";
import { guardDialog } from "./card/dialog";
import { genericSubmitFor, looksLikeCompose } from "./generic";
import { Guard } from "./guard";
import { Host } from "./host";
import { intentOf } from "./intent";
import { Link } from "./link";
import { composeRule, signOf, submitIn } from "./place";
import { Session } from "./session";
import type { Say } from "./strings";
import type { Lang } from "../words";
import { chooseLang, speaker } from "./strings";
import { Surface } from "./surface";
import { themeOf } from "./theme";

export class Page {
  readonly #link = new Link();
  readonly #host = new Host();
  readonly #sessions = new Map<HTMLElement, Session>();
  readonly #roots = new WeakSet<ShadowRoot>();
  #settings: Settings = { ...defaults };
  #site: SiteState | null = null;
  #waking: Promise<void> | null = null;
  #surface: Surface | null = null;
  #focus: AbortController | null = null;
  readonly #guard = new Guard({
    intent: (event) => (this.#site?.on === true && !this.#host.owns(event.composedPath()[0] ?? null) ? intentOf(event, this.#boxes()) : null),
    ask: (sessions, findings, level) => this.#ask(sessions, findings, level),
    fix: (session) => this.#fixAll(session),
    tell: (key, session) => this.#tell(key, session),
    warnings: () => this.#settings.warnings,
  });

  /** The page's only listener while asleep. */
  focused(event: Event): void {
    for (const at of event.composedPath()) if (at instanceof ShadowRoot) this.#listenIn(at);
    this.#meet(event.composedPath()[0], event.composedPath());
  }

  /** A box that had the focus before Aval was there. */
  already(): void {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
    this.#meet(at, at === null ? [] : [at]);
  }

  /** Gone from the page: another copy of Aval takes over after an update. */
  stop(): void {
    this.#leave();
    this.#guard.disarm();
    this.#link.close();
  }

  told(message: unknown): void {
    const known = message as TabMessage | null;
    if (known?.kind === "command") this.#surface?.command(known.name);
    else if (known?.kind === "site" && known.host === location.host) this.#switchTo(known.state);
  }

  // focusin stops at a shadow boundary when only the focus inside moves, so each open root met has its own listener.
  #listenIn(root: ShadowRoot): void {
    if (this.#roots.has(root) || this.#host.owns(root.host)) return;
    this.#roots.add(root);
    root.addEventListener("focusin", (event) => this.focused(event), { capture: true });
  }

  #meet(target: EventTarget | null | undefined, path: readonly EventTarget[]): void {
    if (this.#host.owns(target ?? null)) return;
    const el = editableAt(target);
    const known = el !== null && this.#surface?.session.box.el === el;
    if (known) return;
    if (el === null) {
      // A press on a post button moves the focus there first: a draft the site restored is guarded too.
      const adapter = this.#site?.adapter ?? null;
      if (this.#site === null || (adapter !== null && submitIn(adapter, path) !== null)) void this.#wakeForButton(path);
      return;
    }
    void this.#wake().then(() => {
      if (el.isConnected && el.matches(":focus, :focus-within")) this.#enter(el);
    });
  }

  async #wakeForButton(path: readonly EventTarget[]): Promise<void> {
    const pressed = path[0];
    if (!(pressed instanceof Element) || !pressed.matches("button, [role=button], input[type=submit], input[type=image]")) return;
    await this.#wake();
    const adapter = this.#site?.adapter ?? null;
    if (this.#site?.on === true && adapter !== null && submitIn(adapter, path) !== null) this.#guard.arm();
  }

  #wake(): Promise<void> {
    this.#waking ??= this.#learn();
    return this.#waking;
  }

  async #learn(): Promise<void> {
    try {
      const [site, settings] = await Promise.all([this.#link.send("site", { host: location.host, sign: signOf(document) }), readSettings()]);
      this.#site = site;
      this.#host.look(site.look);
      this.#settings = settings;
      followSettings(new AbortController().signal, (next) => Object.assign(this.#settings, next));
    } catch {
      this.#waking = null; // Nobody answered: ask again at the next focus.
    }
  }

  #switchTo(state: SiteState): void {
    this.#site = { ...state, adapter: state.adapter ?? this.#site?.adapter ?? null };
    if (state.on) return this.already();
    this.#leave();
    this.#guard.disarm();
    this.#sessions.clear();
  }

  #enter(el: HTMLElement): void {
    if (this.#site?.on !== true) return;
    const session = this.#open(el);
    if (session === null) return;
    this.#leave();
    this.#guard.arm();
    const sight = session.kinds.length === 0 && session.adapter !== null && genericSubmitFor(el) === null ? "unsure" : "sure";
    this.#surface = new Surface(session, this.#host, this.#settings, () => this.#say(session), () => this.#lang(session), sight);
    this.#listen(session);
    session.update();
  }

  #listen(session: Session): void {
    this.#focus = new AbortController();
    const { signal } = this.#focus;
    const { el } = session.box;
    const changed = (): void => session.update();
    addEventListener("input", (event) => event.composedPath().includes(el) && changed(), { capture: true, signal });
    el.addEventListener("compositionstart", () => session.compose("begins"), { capture: true, signal });
    el.addEventListener("compositionend", () => setTimeout(() => session.compose("ends")), { capture: true, signal });
    el.addEventListener("focusout", () => setTimeout(() => this.#left(el)), { signal });
    if (isField(el)) document.addEventListener("selectionchange", changed, { signal });
    else {
      // Editors with a model redraw after the event, or without one.
      const seen = new MutationObserver(changed);
      seen.observe(el, { subtree: true, childList: true, characterData: true });
      signal.addEventListener("abort", () => seen.disconnect(), { once: true });
    }
  }

  #left(el: HTMLElement): void {
    if (this.#surface?.session.box.el !== el) return;
    if (el.isConnected && (el.matches(":focus, :focus-within") || this.#host.owns(document.activeElement))) return;
    this.#leave();
  }

  #leave(): void {
    this.#focus?.abort();
    this.#focus = null;
    this.#surface?.end();
    this.#surface = null;
  }

  #open(el: HTMLElement): Session | null {
    const met = this.#sessions.get(el);
    if (met !== undefined) return met;
    const adapter = this.#site?.adapter ?? null;
    const rule = composeRule(adapter, el);
    if (rule === null && !looksLikeCompose(el)) return null;
    const box = boxFor(el);
    if (box === null) return null;
    const session = new Session(box, rule?.kinds ?? [], adapter, this.#link);
    this.#forgetGone(session);
    this.#sessions.set(el, session);
    return session;
  }

  /** Boxes that left the page; one whose draft lives on in the new box hands its story over. */
  #forgetGone(fresh: Session): void {
    const text = fresh.box.text();
    for (const [el, old] of this.#sessions) {
      if (el.isConnected) continue;
      if (text !== "" && old.checkedText === text) fresh.inherit(old);
      this.#sessions.delete(el);
    }
  }

  #boxes() {
    return {
      adapter: this.#site?.adapter ?? null,
      known: () => [...this.#sessions.values()].filter(({ box }) => box.el.isConnected),
      open: (el: HTMLElement) => this.#open(el),
    };
  }

  #ask(sessions: readonly Session[], findings: Finding[], level: "stop" | "warn"): Promise<Choice> {
    const session = sessions[0];
    if (session === undefined) return Promise.resolve({ act: "cancel" });
    this.#surface?.closeCard("leave");
    const { el } = session.box;
    this.#host.show(el);
    this.#host.theme(themeOf(el), this.#lang(session));
    return guardDialog({ findings, level, say: this.#say(session) }, (dialog) => this.#host.add(dialog)).finally(() => {
      el.focus({ preventScroll: true });
    });
  }

  async #fixAll(session: Session): Promise<void> {
    session.box.el.focus({ preventScroll: true });
    if (this.#surface?.session !== session) this.#enter(session.box.el);
    for (const finding of session.findings().reverse()) {
      const fix = finding.fixes[0];
      if (fix === undefined || finding.severity === "note") continue;
      const outcome = await this.#surface?.take(finding, fix);
      if (outcome?.done !== "replaced") return;
      await session.settled(session.box.text(), 1_000);
    }
    if (session.findings().some((each) => each.severity === "error")) this.#surface?.openCard(0, "key");
  }

  #tell(key: "slow" | "again" | "notChecked", session: Session): void {
    const answer = session.answer;
    const words = key === "notChecked" && answer?.status === "not-checked" ? answer.reason : key;
    // Known before the first letter, and said by the counter: not worth a word at each post.
    if (words === "no-sheet" || words === "off") return;
    const say = this.#say(session);
    this.#host.show(session.box.el);
    this.#host.theme(themeOf(session.box.el), this.#lang(session));
    this.#host.tell(say(words), say("close"));
    if (this.#surface === null) this.#host.remove();
  }

  #lang(session: Session): Lang {
    const fixed = this.#settings.language === "auto" ? (this.#site?.locale ?? "auto") : this.#settings.language;
    return chooseLang(fixed, session.lang, navigator.language);
  }

  #say(session: Session): Say {
    const words = this.#site?.words;
    return words === undefined ? (key) => key : speaker(words, this.#lang(session));
  }
}

