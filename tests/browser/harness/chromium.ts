// Chromium with the built extension, through playwright-core.
// Not here: what is tested.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { chromium } from "playwright-core";
import type { Browser, BrowserOptions, Tab } from "./browser";
import { until } from "./browser";

/** A window for a person to see and use, without the tests' network. */
export interface Headed extends Omit<BrowserOptions, "proxy"> {
  proxy: null;
}

export async function startChromium(options: BrowserOptions | Headed): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), "aval-chromium-"));
  const extension = resolve(options.extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.program,
    headless: false,
    ignoreHTTPSErrors: true,
    viewport: options.proxy === null ? null : { width: 1100, height: 800 },
    reducedMotion: "reduce",
    colorScheme: options.scheme ?? "light",
    locale: options.locale ?? "en-US",
    ignoreDefaultArgs: ["--disable-extensions"],
    args: [
      ...(options.proxy === null ? [] : ["--headless=new", `--proxy-server=http://${options.proxy}`, "--proxy-bypass-list=<-loopback>"]),
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 30_000 }));
  const origin = new URL("/", worker.url()).href;
  const tabs = async (): Promise<Tab[]> => context.pages().map((page) => tabOf(context, page));
  await until("the first-run page", tabs, (open) => open.some((tab) => tab.address.startsWith(`${origin}workbench.html`)));
  return {
    name: "chromium",
    origin,
    open: async (url) => {
      const page = await context.newPage();
      await page.goto(url);
      return tabOf(context, page);
    },
    tabs,
    stopBackground: () => stopWorker(context, origin),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function tabOf(context: BrowserContext, page: Page): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    address: page.url(),
    front: () => page.bringToFront(),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (keys) => page.keyboard.press(keys),
    read: (expression) => page.evaluate(expression),
    deepText: async () => {
      const session = await context.newCDPSession(page);
      try {
        const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
        return textOf(root as Node).join(" ");
      } finally {
        await session.detach();
      }
    },
    upload: (selector, path) => page.setInputFiles(selector, path),
    screenshot: async (path) => void (await page.screenshot({ path })),
    close: () => page.close(),
  };
}

interface Node {
  nodeType: number;
  nodeName: string;
  nodeValue?: string;
  children?: Node[];
  shadowRoots?: Node[];
}

function textOf(node: Node): string[] {
  if (node.nodeType === 3) return [node.nodeValue ?? ""];
  if (node.nodeName === "STYLE" || node.nodeName === "SCRIPT") return [];
  return [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(textOf);
}

/** Through DevTools' list of targets: the browser then treats the worker as one it has put to sleep. */
async function stopWorker(context: BrowserContext, origin: string): Promise<void> {
  const browser = context.browser();
  const page = context.pages()[0];
  if (page === undefined) throw new Error("no page is open");
  const session: CDPSession = browser === null ? await context.newCDPSession(page) : await browser.newBrowserCDPSession();
  const targets = async (): Promise<{ targetId: string; type: string; url: string }[]> => {
    const { targetInfos } = await session.send("Target.getTargets");
    return targetInfos.filter((target) => target.type === "service_worker" && target.url.startsWith(origin));
  };
  for (const target of await targets()) await session.send("Target.closeTarget", { targetId: target.targetId });
  await until("the worker's end", targets, (left) => left.length === 0);
  await session.detach();
}
