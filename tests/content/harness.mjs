// Starts Chromium with the content script on a fake background, and serves the test pages under their host names.
// Not here: what is asserted (*.test.mjs).

import { mkdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

import { OUT, buildPages } from "../pages/build.mjs";
import { PAGES } from "../pages/pages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

export async function buildHarness() {
  const out = join(root, "target/harness");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: { content: join(root, "extension/content/index.ts"), background: join(here, "fake-background.ts") },
    outdir: out, bundle: true, format: "iife", target: ["chrome120", "firefox140"], logLevel: "warning",
  });
  writeFileSync(join(out, "manifest.json"), JSON.stringify({
    manifest_version: 3, name: "Aval test", version: "1", permissions: ["storage", "tabs"],
    background: { service_worker: "background.js" },
    content_scripts: [{ matches: ["https://*/*"], js: ["content.js"], run_at: "document_idle", all_frames: true }],
  }));
  return out;
}

export async function start(options = {}) {
  const extension = await buildHarness();
  await buildPages();
  const profile = mkdtempSync(join(tmpdir(), "aval-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: false,
    viewport: { width: 900, height: 760 },
    args: ["--headless=new", "--no-sandbox", `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
    ...options,
  });
  await context.route("https://**/*", (route) => serve(route));
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const stop = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, worker, stop };
}

function serve(route) {
  const url = new URL(route.request().url());
  const script = /\/([\w-]+\.js)$/.exec(url.pathname)?.[1];
  if (script !== undefined) return route.fulfill({ contentType: "text/javascript", body: readFileSync(join(OUT, script)) });
  const page = PAGES.find((each) => each.url === `${url.origin}${url.pathname}`);
  if (page === undefined) return route.fulfill({ status: 404, body: "" });
  return route.fulfill({ contentType: "text/html; charset=utf-8", body: page.html, headers: { "content-security-policy": page.csp } });
}

export { PAGES };
