// What a user does with Aval, in steps both browsers share.
// Not here: how a browser is driven, what is expected.

import type { Answer, Ask, CommandName, Kind, Reply } from "../../../extension/protocol";
import type { Browser, BrowserOptions, Tab } from "./browser";
import { until } from "./browser";
import { startChromium } from "./chromium";
import { startFirefox } from "./firefox";
import type { Network } from "./network";
import { startNetwork } from "./network";

export interface World {
  browser: Browser;
  network: Network;
  end(): Promise<void>;
}

export const BROWSERS = ["chromium", "firefox"] as const;

/** A browser with Aval in it and a network that ends in this process. */
export async function begin(name: (typeof BROWSERS)[number], options: Partial<BrowserOptions> & { folders?: readonly string[] } = {}): Promise<World> {
  const network = await startNetwork(options.folders ?? ["tests/demo"]);
  const program = process.env[name.toUpperCase()];
  if (program === undefined) throw new Error(`${name.toUpperCase()} names no program; start the tests with ./build.sh test`);
  const start = name === "chromium" ? startChromium : startFirefox;
  const extension = `dist/${name === "chromium" ? "chrome" : "firefox"}`;
  const browser = await start({ extension, program, proxy: network.proxy, ...options });
  const end = async (): Promise<void> => {
    await browser.close();
    await network.close();
  };
  return { browser, network, end };
}

/** The page that opened at the first run. */
export async function workbench(browser: Browser): Promise<Tab> {
  const found = (await browser.tabs()).find((tab) => tab.address.startsWith(`${browser.origin}workbench.html`));
  if (found === undefined) throw new Error("the workbench is not open");
  return found;
}

/** Asks the background as the extension's own pages do. */
export async function ask<K extends Kind>(browser: Browser, kind: K, asked: Ask<K>): Promise<Answer<K>> {
  const page = await workbench(browser);
  const reply = await page.read<Reply<K>>(`chrome.runtime.sendMessage(${JSON.stringify({ kind, ask: asked })})`);
  if (!("answer" in reply)) throw new Error(reply.refused);
  return reply.answer;
}

/** A browser command, handed to the tab in front as the background does. */
export async function command(browser: Browser, name: CommandName): Promise<void> {
  const page = await workbench(browser);
  const message = JSON.stringify({ kind: "command", name });
  await page.read(`chrome.tabs.query({ active: true, currentWindow: true }).then(([tab]) => chrome.tabs.sendMessage(tab.id, ${message}))`);
}

/** Waits until the page, Aval's own parts included, shows the words. */
export async function sees(tab: Tab, words: string | RegExp): Promise<void> {
  const fits = (text: string): boolean => (typeof words === "string" ? flat(text).includes(words) : words.test(flat(text)));
  await until(`${words} to be shown`, () => tab.deepText(), fits);
}

/** Waits until none of the words are shown. */
export async function seesNo(tab: Tab, words: string): Promise<void> {
  await until(`${words} to be gone`, () => tab.deepText(), (text) => !flat(text).includes(words));
}

/** Waits until an expression in the page has this value. */
export async function reads(tab: Tab, expression: string, value: string | number | boolean): Promise<void> {
  await until(`${expression} to be ${JSON.stringify(value)}`, () => tab.read(expression), (seen) => seen === value);
}

/** One line, one kind of space, none of the mirror's marks. */
function flat(text: string): string {
  return text.replace(/\u200b/g, "").replace(/\s+/g, " ");
}
