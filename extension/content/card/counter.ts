// The small counter outside the compose box: how many findings, or that the draft was not checked. Moves when dragged, hides.
// Not here: the card it opens (card.ts), where the choice is kept (settings.ts).

import { button, make } from "../host";
import type { Say } from "../strings";

export type CounterState = { kind: "findings"; count: number } | { kind: "clean" } | { kind: "busy" } | { kind: "unchecked"; words: string };

export interface CounterActs {
  open(): void;
  hide(): void;
  /** CSS pixels from its own place. */
  moved(x: number, y: number): void;
}

export class Counter {
  readonly el = make("div", { class: "counter" });
  readonly #sign = make("b", { "aria-hidden": "true" });
  readonly #words = make("span", { class: "words" });
  #x = 0;
  #y = 0;
  #dragged = false;

  constructor(say: Say, acts: CounterActs) {
    const open = button("", "", () => {
      if (!this.#dragged) acts.open();
    });
    open.append(this.#sign, this.#words);
    const hide = button("×", "hide", () => acts.hide());
    hide.setAttribute("aria-label", say("hide"));
    hide.title = say("hide");
    this.el.append(open, hide);
    this.el.addEventListener("pointerdown", (event) => this.#drag(event, acts));
  }

  show(state: CounterState, say: Say): void {
    const [sign, words] =
      state.kind === "findings" ? [String(state.count), say(state.count === 1 ? "counterOne" : "counterMany", state.count)]
      : state.kind === "clean" ? ["✓", say("counterNone")]
      : state.kind === "busy" ? ["…", say("checking")]
      : ["!", state.words];
    this.#sign.textContent = sign;
    this.#words.textContent = words;
    this.el.classList.remove("findings", "clean", "busy", "unchecked", "open");
    this.el.classList.add(state.kind);
    if (state.kind === "unchecked") this.el.classList.add("open");
  }

  /** Outside the box: under its end corner, or over it where there is no room below. */
  place(box: DOMRect, x: number, y: number): void {
    [this.#x, this.#y] = [x, y];
    const { width, height } = this.el.getBoundingClientRect();
    const below = box.bottom + 4;
    const top = below + height <= innerHeight ? below : box.top - height - 4;
    this.el.style.left = `${Math.max(4, Math.min(box.right - width + x, innerWidth - width - 4))}px`;
    this.el.style.top = `${Math.max(4, Math.min(top + y, innerHeight - height - 4))}px`;
  }

  #drag(down: PointerEvent, acts: CounterActs): void {
    if (!down.isTrusted) return;
    const [x, y] = [this.#x, this.#y];
    const start = this.el.getBoundingClientRect();
    this.#dragged = false;
    const ended = new AbortController();
    const signal = ended.signal;
    const move = (event: PointerEvent): void => {
      const [dx, dy] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!this.#dragged && Math.hypot(dx, dy) < 5) return;
      if (!this.#dragged) this.el.setPointerCapture(down.pointerId);
      this.#dragged = true;
      this.el.style.left = `${start.left + dx}px`;
      this.el.style.top = `${start.top + dy}px`;
      [this.#x, this.#y] = [x + dx, y + dy];
    };
    const up = (): void => {
      ended.abort();
      if (this.#dragged) acts.moved(this.#x, this.#y);
    };
    this.el.addEventListener("pointermove", move, { signal });
    this.el.addEventListener("pointerup", up, { signal });
    this.el.addEventListener("pointercancel", up, { signal });
  }
}
