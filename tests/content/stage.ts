// The compose box alone on a stage: the content script with a fake background, the test pages, either browser.
// Not here: the real engine (tests/browser/), what is asserted (*.test.ts).

import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Tab } from "../browser/harness/browser";
import { until } from "../browser/harness/browser";
import { startChromium } from "../browser/harness/chromium";
import { startFirefox } from "../browser/harness/firefox";
import type { Network } from "../browser/harness/network";
import { startNetwork } from "../browser/harness/network";
import type { CommandName, PostedAsk } from "../../extension/protocol";
import { buildPages } from "../pages/build";
import type { TestPage } from "../pages/pages";
import { addressOf } from "../pages/pages";

const OUT = "dist/stage";

export type BrowserName = "chromium" | "firefox";
/** The browsers that `BROWSERS=chromium` or `BROWSERS=chromium,firefox` asks for; null where it is not set. */
export const BROWSERS_ASKED = (process.env["BROWSERS"]?.split(",") ?? null) as BrowserName[] | null;
/** Browsers to test in. Every day Chromium: the journeys of `tests/browser` run in both, `BROWSERS=chromium,firefox` asks both here too. */
export const BROWSERS: readonly BrowserName[] = BROWSERS_ASKED ?? ["chromium"];

export interface Asked {
  draft: string;
  context: string | null;
  audience: string;
}

export class Stage {
  private constructor(
    readonly browser: Browser,
    private readonly network: Network,
    private readonly back: Tab,
  ) {}

  static async start(name: BrowserName): Promise<Stage> {
    const extension = await buildExtension(name);
    await buildPages(join(OUT, "pages"));
    const network = await startNetwork([join(OUT, "pages")]);
    const program = name === "chromium" ? (process.env["CHROMIUM"] ?? "/usr/bin/chromium") : (process.env["FIREFOX"] ?? "/usr/bin/firefox");
    const options = { extension, program, proxy: network.proxy };
    const browser = await (name === "chromium" ? startChromium(options) : startFirefox(options));
    const back = (await browser.tabs()).find((tab) => tab.address.startsWith(`${browser.origin}workbench.html`));
    if (back === undefined) throw new Error("the stage's own page is not open");
    return new Stage(browser, network, back);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.network.close();
  }

  /** A page with the focus in its compose box. */
  async open(page: TestPage): Promise<Tab> {
    const tab = await this.browser.open(addressOf(page));
    await until(`${page.id}'s box`, () => tab.read<boolean>(`document.querySelector(${JSON.stringify(page.box)}) !== null`), (there) => there);
    await tab.click(page.box);
    return tab;
  }

  checked(): Promise<Asked | null> {
    return this.ask<Asked | null>({ test: "checked" });
  }

  posted(): Promise<PostedAsk[]> {
    return this.ask<PostedAsk[]>({ test: "posted" });
  }

  /** Forgets what was posted and answers checks after `ms`. */
  reset(ms = 0): Promise<null> {
    return this.ask<null>({ test: "reset", ms });
  }

  /** Whether pages opened from now on have Aval. */
  switch(to: "on" | "off"): Promise<null> {
    return this.ask<null>({ test: "switch", on: to === "on" });
  }

  command(name: CommandName): Promise<null> {
    return this.ask<null>({ test: "command", name });
  }

  /** The extension starts anew; its old content scripts are orphans, as after an update. */
  async reload(): Promise<void> {
    await this.back.read<null>("(setTimeout(() => chrome.runtime.reload(), 50), null)");
  }

  /** Until the background was asked about exactly this draft. */
  async read(text: string): Promise<void> {
    await until(`"${text}" to be read`, () => this.checked(), (asked) => same(asked?.draft, text));
  }

  private ask<T>(message: object): Promise<T> {
    return this.back.read<T>(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }
}

/** Editors write no-break spaces of their own. */
export function same(a: string | null | undefined, b: string): boolean {
  return a?.replace(/\u00a0/g, " ") === b;
}

export async function typeLines(tab: Tab, text: string): Promise<void> {
  for (const [at, line] of text.split("\n").entries()) {
    if (at > 0) await tab.press("Enter");
    await tab.type(line);
  }
}

/** The text in the page's own model. */
export async function model(tab: Tab, what: string, text: string): Promise<void> {
  await until(what, () => tab.read<string>("window.editor?.text() ?? ''"), (now) => same(now, text), 5_000);
}

export async function postedIs(tab: Tab, texts: string[]): Promise<void> {
  await until(`posted ${JSON.stringify(texts)}`, () => tab.read<string[]>("window.posted"), (now) => now.length === texts.length && now.every((each, at) => same(each, texts[at] ?? "")), 5_000);
}

/** Two frames and a task later: what the last key set off has happened. */
export async function calm(tab: Tab): Promise<void> {
  await tab.read("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))))");
}

/** Past the time within which editors join edits into one undo step. */
export async function apart(tab: Tab): Promise<void> {
  await tab.read("new Promise((done) => setTimeout(done, 1100))");
}

async function buildExtension(name: BrowserName): Promise<string> {
  const out = join(OUT, name);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: { content: "extension/content/index.ts", background: "tests/content/fake-background.ts" },
    outdir: out,
    bundle: true,
    format: "iife",
    target: ["chrome120", "firefox140"],
    logLevel: "warning",
  });
  const manifest = {
    manifest_version: 3,
    name: "Aval on a stage",
    version: "1",
    permissions: ["storage", "tabs"],
    host_permissions: ["https://*/*"],
    background: name === "chromium" ? { service_worker: "background.js" } : { scripts: ["background.js"] },
    browser_specific_settings: { gecko: { id: "aval@aval.invalid" } },
    content_scripts: [{ matches: ["https://*/*"], js: ["content.js"], run_at: "document_idle", all_frames: true }],
  };
  writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(out, "workbench.html"), "<!doctype html><title>stage</title>");
  cpSync("extension/assets", join(out, "assets"), { recursive: true });
  return out;
}
