// Firefox with the built extension, through puppeteer-core and WebDriver BiDi.
// Not here: what is tested.

import { resolve } from "node:path";
import type { KeyInput, Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import type { Browser, Scheme, Tab } from "./browser";
import { until } from "./browser";

export interface FirefoxOptions {
  extension: string;
  program: string;
  /** `127.0.0.1:PORT`. */
  proxy: string;
  scheme?: Scheme;
  locale?: string;
}

/** Firefox draws a new address for each extension; the tests fix it beforehand. */
const ADDON = "aval@aval.invalid";
const UUID = "a5a1a5a1-0000-4000-8000-00000000aa1a";

export async function startFirefox(options: FirefoxOptions): Promise<Browser> {
  const [host, port] = options.proxy.split(":");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.program,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1100, height: 800 },
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
      "extensions.background.idle.timeout": 1_000,
      "intl.locale.requested": options.locale ?? "en-US",
      "layout.css.prefers-color-scheme.content-override": options.scheme === "dark" ? 0 : 1,
      "network.proxy.type": 1,
      "network.proxy.http": host ?? "",
      "network.proxy.http_port": Number(port),
      "network.proxy.ssl": host ?? "",
      "network.proxy.ssl_port": Number(port),
      "network.proxy.allow_hijacking_localhost": true,
      "network.proxy.no_proxies_on": "",
      "network.trr.mode": 5,
      "network.dns.disablePrefetch": true,
      "ui.popup.disable_autohide": true,
    },
  });
  await browser.installExtension(resolve(options.extension));
  const origin = `moz-extension://${UUID}/`;
  return {
    name: "firefox",
    origin,
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url);
      return tabOf(page);
    },
    tabs: async () => (await browser.pages()).map(tabOf),
    stopBackground: async () => {
      throw new Error("not yet");
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    url: () => page.url(),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (keys) => press(page, keys),
    read: (expression) => page.evaluate(expression) as Promise<never>,
    deepText: () => page.evaluate("document.documentElement.innerText") as Promise<string>,
    upload: async (selector, path) => {
      const field = await page.$(`${selector}`);
      if (field === null) throw new Error(`no ${selector}`);
      await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(resolve(path));
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: () => page.close(),
  };
}

async function press(page: Page, keys: string): Promise<void> {
  const held = keys.split("+");
  const last = held.pop() ?? "";
  for (const key of held) await page.keyboard.down(key as KeyInput);
  await page.keyboard.press(last as KeyInput);
  for (const key of held.reverse()) await page.keyboard.up(key as KeyInput);
}

void until;
