// One port to the background: questions go up, answers come back; a worker that went to sleep is woken once.
// Not here: what the questions mean (protocol.ts) or what to do when nobody answers (session.ts, guard.ts).

import type { Answer, Ask, Envelope, Kind, Reply } from "../protocol";
import { PORT } from "../protocol";

/** Nobody answers any more: the extension was updated or removed, or the worker closed the port twice. */
export class LinkLost extends Error {}

interface Waiting {
  envelope: Envelope;
  tries: number;
  resolve(answer: Answer<Kind>): void;
  reject(error: Error): void;
}

export class Link {
  #port: chrome.runtime.Port | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  /** Set for good once the extension's context is gone. */
  lost = false;

  /** Errors: `LinkLost`, or an `Error` with the background's own words when it refused. */
  send<K extends Kind>(kind: K, ask: Ask<K>): Promise<Answer<K>> {
    return new Promise<Answer<Kind>>((resolve, reject) => {
      const id = ++this.#count;
      this.#post({ envelope: { id, kind, ask }, tries: 0, resolve, reject });
    }) as Promise<Answer<K>>;
  }

  close(): void {
    this.#port?.disconnect();
    this.#port = null;
  }

  #post(item: Waiting): void {
    this.#waiting.set(item.envelope.id, item);
    try {
      this.#port ??= this.#open();
      this.#port.postMessage(item.envelope);
    } catch {
      this.#port = null;
      this.lost = typeof chrome.runtime?.id !== "string";
      this.#retry(item);
    }
  }

  #open(): chrome.runtime.Port {
    const port = chrome.runtime.connect({ name: PORT });
    port.onMessage.addListener((reply: Reply) => this.#receive(reply));
    port.onDisconnect.addListener(() => {
      // Reading lastError tells the browser that the closing was noticed.
      void chrome.runtime?.lastError;
      if (this.#port === port) this.#port = null;
      for (const item of [...this.#waiting.values()]) this.#retry(item);
    });
    return port;
  }

  #retry(item: Waiting): void {
    this.#waiting.delete(item.envelope.id);
    if (this.lost || item.tries > 0) item.reject(new LinkLost());
    else this.#post({ ...item, tries: item.tries + 1 });
  }

  #receive(reply: Reply): void {
    const item = reply.id === undefined ? undefined : this.#waiting.get(reply.id);
    if (item === undefined) return;
    this.#waiting.delete(item.envelope.id);
    if ("answer" in reply) item.resolve(reply.answer);
    else item.reject(new Error(reply.refused));
  }
}
