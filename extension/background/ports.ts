// How messages reach their handlers: ports and one-off messages, each sender held to what it may ask.
// Not here: what a message means (index.ts), which messages exist (protocol.ts).

import type { Answer, Ask, Kind, Protocol, Reply } from "../protocol";
import { PORT } from "../protocol";

/** A function for every message of the table; none can be forgotten. */
export type Handlers = { readonly [K in Kind]: (ask: Ask<K>, sender: Sender) => Promise<Answer<K>> };

type Sender = chrome.runtime.MessageSender;
type Who = "content" | "page";

/** Who may ask what, as data; the compiler holds it to the table's `from`. */
const MAY_ASK: { readonly [K in Kind]: readonly Protocol[K]["from"][] } = {
  check: ["content", "page"],
  site: ["content", "page"],
  posted: ["content"],
  ignore: ["content"],
  ignoredRules: ["page"],
  stopIgnoring: ["page"],
  openWorkbench: ["content", "page"],
  sheets: ["page"],
  keepSheet: ["page"],
  sheet: ["page"],
  setSheetActive: ["page"],
  removeSheet: ["page"],
  restoreSheet: ["page"],
  setSite: ["page"],
  journal: ["page"],
  exportJournal: ["page"],
};

/** Registers both ways in. Called while the script runs for the first time, so that a wake loses no message. */
export function listen(handlers: Handlers): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT) return port.disconnect();
    port.onMessage.addListener((message: unknown) => {
      void answer(handlers, message, port.sender ?? {}).then((reply) => post(port, { ...reply, id: idOf(message) }));
    });
  });
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (reply: Reply) => void) => {
    void answer(handlers, message, sender).then(respond);
    return true;
  });
}

async function answer(handlers: Handlers, message: unknown, sender: Sender): Promise<Reply> {
  const kind = kindOf(message);
  if (kind === null) return { refused: "no such message" };
  const who = whoIs(sender);
  if (who === null || !(MAY_ASK[kind] as readonly Who[]).includes(who)) return { refused: `${kind} may not be asked from here` };
  try {
    const handler = handlers[kind] as (ask: unknown, sender: Sender) => Promise<Answer<Kind>>;
    return { answer: await handler((message as { ask?: unknown }).ask ?? null, sender) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** Our own page by its origin; a compose box by our own id and a tab. Anything else is nobody. */
function whoIs(sender: Sender): Who | null {
  if (sender.id !== chrome.runtime.id) return null;
  if (sender.url?.startsWith(chrome.runtime.getURL("")) === true) return "page";
  return sender.tab === undefined ? null : "content";
}

function kindOf(message: unknown): Kind | null {
  if (typeof message !== "object" || message === null) return null;
  const kind = (message as { kind?: unknown }).kind;
  return typeof kind === "string" && Object.hasOwn(MAY_ASK, kind) ? (kind as Kind) : null;
}

function idOf(message: unknown): number {
  const id = (message as { id?: unknown } | null)?.id;
  return typeof id === "number" ? id : -1;
}

function post(port: chrome.runtime.Port, reply: Reply): void {
  try {
    port.postMessage(reply);
  } catch {
    // The tab was closed while its question was being answered; nobody is left to tell.
  }
}
