// Aval's one element in a page: on the document element, closed shadow root, in the top layer; and small builders for it.
// Not here: what is shown in it (card/, draw/mirror.ts). Nothing of ours is ever beside or inside a field.

const READING_MS = 10_000;

export class Host {
  readonly #el: HTMLElement;
  readonly #layer: HTMLElement;
  readonly #live: HTMLElement;
  readonly #style = document.createElement("style");
  #toast: HTMLElement | null = null;
  #leaving = false;

  constructor() {
    this.#el = document.createElement("aval-host");
    this.#el.popover = "manual";
    const root = this.#el.attachShadow({ mode: "closed" });
    this.#layer = make("div", { class: "layer" });
    this.#live = make("div", { class: "live", role: "status", "aria-live": "polite" });
    root.append(this.#style, this.#layer, this.#live);
  }

  /** `LOOK` of look.ts, as the background sent it. */
  look(css: string): void {
    this.#style.textContent = css;
  }

  /** In the page, above whatever entered the top layer since; inside a modal dialog where the box is in one. */
  show(box: HTMLElement): void {
    this.#leaving = false;
    const parent = box.closest("dialog:modal") ?? document.documentElement;
    if (this.#el.parentNode !== parent) parent.append(this.#el);
    if (this.#el.matches(":popover-open")) return;
    this.#el.showPopover();
  }

  /** Out of the page, until there is something to show again. Words the user has not had time to read stay. */
  remove(): void {
    if (this.#toast === null) this.#el.remove();
    else this.#leaving = true;
  }

  /** Words about what happened, read out and shown until dismissed or some seconds have passed. */
  tell(words: string, close: string): void {
    this.#toast?.remove();
    this.say(words);
    const end = (): void => {
      toast.remove();
      if (this.#toast !== toast) return;
      this.#toast = null;
      if (this.#leaving) this.#el.remove();
    };
    const dismiss = button("×", "icon", end);
    dismiss.setAttribute("aria-label", close);
    const toast = make("div", { class: "toast" }, make("span", {}, words), dismiss);
    this.#toast = toast;
    this.add(toast);
    setTimeout(end, READING_MS);
  }

  add(node: HTMLElement): void {
    this.#layer.append(node);
  }

  say(words: string): void {
    this.#live.textContent = words;
  }

  theme(theme: "light" | "dark", lang: string): void {
    this.#layer.className = `layer ${theme}`;
    this.#layer.lang = lang;
  }

  owns(target: EventTarget | null): boolean {
    return target === this.#el;
  }
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

/** A button that acts on the user's own presses alone and leaves the focus where it is when pressed by pointer. */
export function button(words: string, kind: string, act: () => void): HTMLButtonElement {
  const el = make("button", { type: "button", class: kind }, words);
  el.addEventListener("pointerdown", (event) => event.preventDefault());
  el.addEventListener("mousedown", (event) => event.preventDefault());
  el.addEventListener("click", (event) => {
    if (event.isTrusted) act();
  });
  return el;
}
