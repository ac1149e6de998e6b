// What the tests ask of a browser, whichever it is.
// Not here: how Chromium or Firefox does it.

/** One tab. Selectors are CSS and see what the page sees: nothing of Aval's. */
export interface Tab {
  /** Where it was opened. */
  readonly address: string;
  goto(url: string): Promise<void>;
  /** Brings it to the front: only there can anything have the focus. */
  front(): Promise<void>;
  click(selector: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Keys as in `Control+Enter`. */
  press(keys: string): Promise<void>;
  /** The value of an expression in the page. */
  read<T>(expression: string): Promise<T>;
  /** The text of everything in the page, closed shadow roots of the extension included. */
  deepText(): Promise<string>;
  /** Puts files into a file field. */
  upload(selector: string, path: string): Promise<void>;
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

export type Scheme = "light" | "dark";

export interface BrowserOptions {
  /** The unpacked extension. */
  extension: string;
  program: string;
  /** `127.0.0.1:PORT`. */
  proxy: string;
  scheme?: Scheme;
  /** As in `fr-FR`. */
  locale?: string;
}

export interface Browser {
  name: "chromium" | "firefox";
  /** The extension's own origin, with a slash at its end. */
  origin: string;
  /** A new tab in front. The browser is ready only when the extension's first-run page is there. */
  open(url: string): Promise<Tab>;
  /** Tabs that are open now, the extension's own included. */
  tabs(): Promise<Tab[]>;
  /** Puts the background to sleep, as the browser itself would, and returns when it is gone. */
  stopBackground(): Promise<void>;
  close(): Promise<void>;
}

/** Asks again until the answer is yes. The last thing seen is part of the complaint. */
export async function until<T>(what: string, look: () => Promise<T>, good: (seen: T) => boolean, limit_ms = 15_000): Promise<T> {
  const end = Date.now() + limit_ms;
  let seen: T | Error | undefined;
  for (;;) {
    try {
      seen = await look();
      if (good(seen)) return seen;
    } catch (error) {
      seen = error instanceof Error ? error : new Error(String(error));
    }
    if (Date.now() > end) {
      const last = seen instanceof Error ? seen.message : JSON.stringify(seen);
      throw new Error(`waited ${limit_ms} ms for ${what}; last seen: ${String(last).slice(0, 2000)}`);
    }
    await new Promise((next) => setTimeout(next, 25));
  }
}
