// Where Aval works: the named networks unless switched off, and any other site its user has allowed.
// Not here: what is known of a site's boxes (sites/), settings (settings.ts).

import type { CommandName, SiteState, TabMessage } from "../protocol";
import { readSettings } from "../settings";
import { adapterFor } from "../sites/index";
import { WORDS } from "../words";
import { LOOK } from "../look";
import { activeTitles } from "./library";

/** Hosts switched off by their user, in storage.local. */
const OFF = "sitesOff";

export async function siteState(host: string, sign: string | null): Promise<SiteState> {
  const [off, sheets, settings] = await Promise.all([hostsOff(), activeTitles(), readSettings()]);
  const on = !off.includes(host) && (isNamed(host) || (await isAllowed(host)));
  return { on, sheets, locale: settings.language, adapter: adapterFor(nameOf(host), sign), words: WORDS, look: LOOK };
}

/** Switches a site on or off. A site that is not named must have been allowed by its user before. */
export async function setSite(host: string, on: boolean): Promise<SiteState> {
  const off = (await hostsOff()).filter((other) => other !== host);
  await chrome.storage.local.set({ [OFF]: on ? off : [...off, host] });
  if (!isNamed(host)) await (on ? register(host) : unregister(host));
  const state = await siteState(host, null);
  await tellTabs({ kind: "site", host, state });
  return state;
}

/** Hands a browser command to the tab in front; its compose box with the focus acts on it. */
export async function command(name: string, tab: chrome.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id === undefined) return;
  if (name === "toggle") {
    // The command is a gesture of the user's and lets us see the address of the tab in front.
    const url = (await chrome.tabs.get(id)).url;
    if (url === undefined) return;
    const { host } = new URL(url);
    await setSite(host, !(await siteState(host, null)).on);
    return;
  }
  await tell(id, { kind: "command", name: name as CommandName });
}

/** Puts the content script on sites that were allowed; a fresh install or an update forgets such entries. */
export async function registerAllowed(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const hosts = new Set(origins.filter((origin) => /^https?:\/\/[^*/]+\/\*$/.test(origin)).map((origin) => new URL(origin.slice(0, -1)).host));
  const off = await hostsOff();
  for (const host of hosts) if (!isNamed(host) && !off.includes(host)) await register(host);
}

async function register(host: string): Promise<void> {
  if (!(await isAllowed(host))) throw new Error(`the browser has not allowed Aval on ${host}`);
  const id = `site:${host}`;
  if ((await chrome.scripting.getRegisteredContentScripts({ ids: [id] })).length > 0) return;
  const matches = await allowedOrigins(host);
  await chrome.scripting.registerContentScripts([{ id, matches, js: ["content.js"], allFrames: true, runAt: "document_idle" }]);
  for (const tab of await chrome.tabs.query({ url: matches })) {
    if (tab.id === undefined) continue;
    const target = { tabId: tab.id, allFrames: true };
    // A tab that is being closed or shows an error page takes no script; the next load does.
    await chrome.scripting.executeScript({ target, files: ["content.js"] }).catch(() => undefined);
  }
}

async function unregister(host: string): Promise<void> {
  const ids = [`site:${host}`];
  if ((await chrome.scripting.getRegisteredContentScripts({ ids })).length > 0) await chrome.scripting.unregisterContentScripts({ ids });
}

async function hostsOff(): Promise<string[]> {
  const kept: unknown = (await chrome.storage.local.get(OFF))[OFF];
  return Array.isArray(kept) ? kept.filter((host) => typeof host === "string") : [];
}

function isNamed(host: string): boolean {
  const name = nameOf(host);
  const scripts = chrome.runtime.getManifest().content_scripts ?? [];
  return scripts.flatMap((script) => script.matches ?? []).some((pattern) => hostOf(pattern) === name);
}

/** Match patterns and adapters know no port. */
function nameOf(host: string): string {
  return host.replace(/:\d+$/, "");
}

function hostOf(pattern: string): string {
  return pattern.replace(/^[^:]+:\/\//, "").replace(/\/.*$/, "");
}

async function isAllowed(host: string): Promise<boolean> {
  return (await allowedOrigins(host)).length > 0;
}

async function allowedOrigins(host: string): Promise<string[]> {
  const name = nameOf(host);
  const asked = ["https", "http"].map((scheme) => `${scheme}://${name}/*`);
  const held = await Promise.all(asked.map((origin) => chrome.permissions.contains({ origins: [origin] })));
  return asked.filter((_, at) => held[at]);
}

async function tellTabs(message: TabMessage): Promise<void> {
  const tabs = await chrome.tabs.query({});
  await Promise.all(tabs.map((tab) => (tab.id === undefined ? undefined : tell(tab.id, message))));
}

async function tell(tab: number, message: TabMessage): Promise<void> {
  // Most tabs have no content script of ours; that nobody listens there is no news.
  await chrome.tabs.sendMessage(tab, message).catch(() => undefined);
}
