// Firefox with the built extension: started by puppeteer-core, driven over WebDriver BiDi.
// Not here: what is tested.

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import puppeteer from "puppeteer-core";
import type { Connection } from "./bidi";
import { Context } from "./bidi";
import type { Browser, BrowserOptions, Tab } from "./browser";
import { until } from "./browser";

/** Firefox draws a new address for each extension; the tests fix it beforehand. */
const ADDON = "aval@aval.invalid";
const UUID = "a5a1a5a1-0000-4000-8000-00000000aa1a";
const ORIGIN = `moz-extension://${UUID}/`;

interface Info {
  context: string;
  url: string;
}

export async function startFirefox(options: BrowserOptions): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: options.program,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // Lets the tests see the extension's pages and put its background to sleep.
    args: ["--remote-allow-system-access", "--width=1100", "--height=900"],
    extraPrefsFirefox: preferences(options),
  });
  const connection = (browser as unknown as { connection: Connection }).connection;
  await browser.installExtension(resolve(options.extension));
  const send = async <T>(method: string, parameters: object): Promise<T> => (await connection.send(method, parameters)).result as T;
  const listed = async (scope: object = {}): Promise<Info[]> => (await send<{ contexts: Info[] }>("browsingContext.getTree", { maxDepth: 0, ...scope })).contexts;
  const tabs = async (): Promise<Tab[]> => (await listed()).map((info) => tabOf(new Context(connection, info.context), info.url));
  await until("the first-run page", tabs, (open) => open.some((tab) => tab.address.startsWith(`${ORIGIN}workbench.html`)));
  return {
    name: "firefox",
    origin: ORIGIN,
    open: async (url) => {
      const { context } = await send<{ context: string }>("browsingContext.create", { type: "tab" });
      const tab = tabOf(new Context(connection, context), url);
      await tab.goto(url);
      return tab;
    },
    tabs,
    stopBackground: async () => {
      const [window] = await listed({ "moz:scope": "chrome" });
      const chrome = new Context(connection, window?.context ?? "");
      const extension = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension`;
      await chrome.evaluate(`${extension}.terminateBackground()`);
      await until("the background's end", () => chrome.evaluate<string>(`${extension}.backgroundState`), (state) => state === "stopped");
    },
    close: () => browser.close(),
  };
}

function tabOf(context: Context, address: string): Tab {
  return {
    address,
    goto: async (url) => {
      await context.front();
      await context.send("browsingContext.navigate", { context: context.id, url, wait: "none" });
      await until(`${url} to load`, () => context.evaluate<string[]>("[location.href, document.readyState]"), ([at, state]) => at === url && state === "complete");
    },
    front: () => context.front(),
    click: (selector) => context.click(selector),
    type: (text) => context.type(text),
    press: (keys) => context.press(keys),
    read: (expression) => context.evaluate(expression),
    deepText: () => context.deepText(),
    upload: (selector, path) => context.upload(selector, resolve(path)),
    screenshot: async (path) => writeFileSync(path, await context.screenshot()),
    close: () => context.close(),
  };
}

function preferences(options: BrowserOptions): Record<string, string | number | boolean> {
  const [host = "", port = ""] = options.proxy.split(":");
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
    "intl.locale.requested": options.locale ?? "en-US",
    "intl.accept_languages": options.locale ?? "en-US",
    "layout.css.prefers-color-scheme.content-override": options.scheme === "dark" ? 0 : 1,
    "ui.systemUsesDarkTheme": options.scheme === "dark" ? 1 : 0,
    "ui.prefersReducedMotion": 1,
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": Number(port),
    "network.proxy.allow_hijacking_localhost": true,
    "network.proxy.no_proxies_on": "",
    "network.trr.mode": 5,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
  };
}
