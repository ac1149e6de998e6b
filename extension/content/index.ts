// Aval in a page: asleep but for one focus listener until a compose box has the focus, then one session a box.
// Not here: what a session does (session.ts), what is drawn (surface.ts), what is stopped (guard.ts).

import { Page } from "./page";

const page = new Page();
addEventListener("focusin", (event) => page.focused(event), { capture: true });
chrome.runtime.onMessage.addListener((message: unknown) => page.told(message));
page.already();
