// Stands between the user's wish to post and the page: click, touch, Enter, Ctrl/Cmd+Enter, form submit, in the capture phase.
// Not here: what the dialog looks like (card/dialog.ts), which control posts what (intent.ts). When in doubt the post goes.

import type { CheckAnswer, Decision } from "../protocol";
import type { Finding } from "../generated/wire";
import type { Choice } from "./card/dialog";
import type { Intent } from "./intent";
import { replay, typeaheadOpen } from "./intent";
import type { Session, Standing } from "./session";

/** Milliseconds a post waits for a verdict that is under way. */
const LONGEST_WAIT_MS = 300;
/** One press raises several events; a text that passed is written to the trace once. */
const SAME_POST_MS = 1_500;
const STILL_THERE_MS = 1_200;

export interface GuardLinks {
  /** The boxes this event would post and how to post them again; null when it posts nothing Aval knows. */
  intent(event: Event): { sessions: Session[]; intent: Intent } | null;
  ask(sessions: Session[], findings: Finding[], level: "stop" | "warn"): Promise<Choice>;
  fix(session: Session): Promise<void>;
  tell(key: "slow" | "again" | "notChecked", session: Session): void;
  warnings(): "ask" | "show";
}

interface Post {
  session: Session;
  text: string;
  standing: Standing;
  answer: CheckAnswer | null;
}

export class Guard {
  #ended: AbortController | null = null;
  #replaying = false;
  #deciding = false;
  #heldPress = false;
  /** What a press that passed would have posted. */
  #pressed: readonly Post[] = [];
  #last = { text: "", at: -SAME_POST_MS };

  constructor(private readonly links: GuardLinks) {}

  arm(): void {
    if (this.#ended !== null) return;
    this.#ended = new AbortController();
    const options = { capture: true, signal: this.#ended.signal };
    for (const type of ["click", "keydown", "submit"]) addEventListener(type, (event) => this.#final(event), options);
    for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "touchstart", "touchend"]) {
      addEventListener(type, (event) => this.#early(event), { ...options, passive: true });
    }
  }

  disarm(): void {
    this.#ended?.abort();
    this.#ended = null;
  }

  /** Presses that some sites already post on: kept from the page unless the post is known to be clean. */
  #early(event: Event): void {
    if (this.#replaying) return;
    const found = this.links.intent(event);
    if (found === null) return;
    if (event.type === "pointerdown" || event.type === "touchstart") this.#heldPress = false;
    const posts = postsOf(found.sessions);
    const passes = posts.length === 0 || (!this.#deciding && !this.#heldPress && this.#mayPass(posts));
    this.#pressed = passes ? (posts.length > 0 ? posts : this.#pressed) : [];
    if (passes) return;
    this.#heldPress = true;
    event.stopImmediatePropagation();
  }

  #final(event: Event): void {
    if (this.#replaying || (event instanceof KeyboardEvent && isInputMethod(event))) return;
    const found = this.links.intent(event);
    if (found === null) return;
    const { sessions, intent } = found;
    if (event instanceof KeyboardEvent && !event.ctrlKey && !event.metaKey && sessions.some(typeaheadOpen)) return;
    const posts = postsOf(sessions);
    // A site that posts as soon as the button goes down has emptied the box by now.
    if (posts.length === 0 && event.type === "click") this.#record(this.#pressed, null, event.timeStamp);
    this.#pressed = [];
    if (posts.length === 0) return;
    if (!this.#deciding && this.#mayPass(posts) && !this.#heldPress) return this.#record(posts, null, event.timeStamp);
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#heldPress = false;
    if (!this.#deciding) void this.#decide(sessions, intent);
  }

  #mayPass(posts: readonly Post[]): boolean {
    const standing = worst(posts);
    if (standing === "clean" || standing === "unchecked" || posts.every(({ session, text }) => session.passed === text)) return true;
    return standing === "warn" && (this.links.warnings() === "show" || warningsOf(posts).every(({ session, key }) => session.asked.has(key)));
  }

  async #decide(sessions: readonly Session[], intent: Intent): Promise<void> {
    this.#deciding = true;
    try {
      let again = true;
      while (again) again = await this.#round(sessions, intent);
    } finally {
      this.#deciding = false;
    }
  }

  /** One look at the drafts as they are now. True when they changed under the dialog and must be looked at again. */
  async #round(sessions: readonly Session[], intent: Intent): Promise<boolean> {
    const seen = postsOf(sessions);
    await Promise.all(seen.map(({ session, text }) => session.settled(text, LONGEST_WAIT_MS)));
    if (!unchanged(seen)) return true;
    const posts = postsOf(sessions);
    const first = posts[0];
    if (first === undefined) return false;
    const standing = worst(posts);
    if (standing === "pending") this.links.tell("slow", first.session);
    if (standing === "pending" || this.#mayPass(posts)) return this.#release(posts, intent, null);
    const level = standing === "warn" ? "warn" : "stop";
    const findings = posts.flatMap(({ session }) => session.findings().filter((each) => each.severity === "error" || each.severity === "warning"));
    const choice = await this.links.ask(posts.map(({ session }) => session), findings, level);
    // Not waited for: a user who posts at once must not find the button dead while the fix is still being read back.
    if (choice.act === "fix") for (const { session } of posts) void this.links.fix(session);
    if (choice.act !== "post") return false;
    if (!unchanged(posts)) return true;
    for (const { session, key } of warningsOf(posts)) session.asked.add(key);
    return this.#release(posts, intent, choice.reason);
  }

  #release(posts: readonly Post[], intent: Intent, reason: string | null): false {
    this.#record(posts, reason, performance.now());
    for (const { session, text } of posts) session.passed = text;
    this.#replaying = true;
    try {
      replay(intent);
    } finally {
      this.#replaying = false;
    }
    setTimeout(() => this.#look(posts), STILL_THERE_MS);
    return false;
  }

  /** Some sites refuse a press that is not the user's own: the next one passes, and the user is told. */
  #look(posts: readonly Post[]): void {
    for (const { session, text } of posts) {
      if (!session.box.el.isConnected) continue;
      if (session.box.text() === text) this.links.tell("again", session);
      else session.update();
    }
  }

  #record(posts: readonly Post[], reason: string | null, at: number): void {
    if (posts.length === 0) return;
    const whole = posts.map(({ text }) => text).join("\u0000");
    if (whole === this.#last.text && at - this.#last.at < SAME_POST_MS) return;
    if (posts.every(({ session, text }) => session.passed === text)) return;
    this.#last = { text: whole, at };
    for (const { session, text, standing, answer } of posts) {
      const decision = decisionOn(standing, reason);
      if (decision === "not-checked") this.links.tell("notChecked", session);
      session.posted({ text, answer, decision, reason });
    }
  }
}

function decisionOn(standing: Standing, reason: string | null): Decision {
  if (reason !== null) return "posted-anyway";
  return standing === "clean" ? "clean" : standing === "warn" ? "warned" : "not-checked";
}

function isInputMethod(event: KeyboardEvent): boolean {
  // 229 is what browsers report while an input method owns the key, also where isComposing is already false.
  return event.isComposing || event.keyCode === 229;
}

function postsOf(sessions: readonly Session[]): Post[] {
  return sessions.flatMap((session) => {
    const text = session.box.text();
    const standing = session.standing(text);
    return text.trim() === "" ? [] : [{ session, text, standing, answer: standing === "pending" ? null : session.answer }];
  });
}

function unchanged(posts: readonly Post[]): boolean {
  return posts.every(({ session, text }) => session.box.text() === text);
}

const ORDER: readonly Standing[] = ["clean", "unchecked", "warn", "pending", "stop"];

function worst(posts: readonly Post[]): Standing {
  return posts.map(({ standing }) => standing).reduce<Standing>((a, b) => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b), "clean");
}

function warningsOf(posts: readonly Post[]): { session: Session; key: string }[] {
  return posts.flatMap(({ session }) =>
    session.findings().flatMap((each) => (each.severity === "warning" ? [{ session, key: `${each.rule} ${each.text}` }] : [])),
  );
}
