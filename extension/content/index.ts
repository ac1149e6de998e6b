// Aval in a page: asleep but for one focus listener until a compose box has the focus, then one session a box.
// Not here: what a session does (session.ts), what is drawn (surface.ts), what is stopped (guard.ts).

import { Page } from "./page";

/** In the content script's own world, which the page cannot see. */
interface OwnWorld {
  avalStop?: (() => void) | undefined;
}

// A tab that is open while Aval is switched on, reloaded or updated gets the script again: the newest copy stays.
const world = globalThis as OwnWorld;
world.avalStop?.();

const page = new Page();
const ended = new AbortController();
const told = (message: unknown): void => page.told(message);
addEventListener("focusin", (event) => page.focused(event), { capture: true, signal: ended.signal });
chrome.runtime.onMessage.addListener(told);
world.avalStop = () => {
  ended.abort();
  page.stop();
  chrome.runtime?.onMessage?.removeListener(told);
};
page.already();
