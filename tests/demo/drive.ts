// The demo without a display: types what a hurried person would, shows what Aval does, keeps pictures of it.
// Not here: building, the command line's part (.ci/demo.mjs), assertions (tests/browser/).

import { mkdirSync, writeFileSync } from "node:fs";
import { ask, begin, command, reads, sees, seesNo, workbench } from "../browser/harness/aval";
import { until } from "../browser/harness/browser";

const PAGE = "http://localhost/strict/page.html";
const say = (words: string): void => console.log(`  ${words}`);

/** Drives the page; pictures and the exported trace go to `out`. */
export async function drive(extension: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const { browser, end } = await begin("chromium", { extension });
  const picture = (name: string) => `${out}/${name}.png`;
  try {
    await until("the sample sheet", () => ask(browser, "sheets", null), (sheets) => sheets.length === 1);
    const page = await workbench(browser);
    await page.front();
    await sees(page, "AquaPure X200");
    await page.screenshot(picture("1-workbench"));
    say("loaded   the sample sheet AquaPure X200 in the workbench");

    const tab = await browser.open(PAGE);
    const english = "Hi Maya! The X200 runs for 12 hours in Eco mode.";
    await tab.click("#reply-text");
    await tab.type(english);
    await sees(tab, "1 thing to check");
    await tab.screenshot(picture("2-caught"));
    say(`caught   “${english}”`);
    await command(browser, "next-finding");
    await sees(tab, "Battery life");
    await tab.screenshot(picture("3-card"));
    await tab.press("Escape");
    await command(browser, "take-fix");
    await until("the fix", () => tab.read<string>(`document.querySelector("#reply-text").value`), (text) => !text.includes("12"));
    say(`fixed    “${await tab.read<string>(`document.querySelector("#reply-text").value`)}”`);
    await tab.press("Control+Enter");
    await reads(tab, `document.querySelectorAll("#reply-posted li").length`, 1);
    say("posted   the corrected reply, untouched by the guard");

    const french = "Bonjour Hugo, la X200 pèse 1,5 kg.";
    await tab.click("#comment-text");
    await tab.type(french);
    await tab.press("Control+Enter");
    await sees(tab, /Avant de publier|Before you post/);
    await tab.screenshot(picture("4-guarded"));
    say(`guarded  “${french}” was stopped before it was posted`);
    await tab.press("Enter");
    await until("the fix", () => tab.read<string>(`document.querySelector("#comment-text").innerText`), (text) => !text.includes("1,5"));
    await seesNo(tab, "Avant de publier");
    say(`fixed    “${(await tab.read<string>(`document.querySelector("#comment-text").innerText`)).trim()}”`);
    await tab.click("#comment-post");
    await reads(tab, `document.querySelectorAll("#comment-posted li").length`, 1);
    await tab.screenshot(picture("5-posted"));

    await until("the trace", () => ask(browser, "journal", { before: null, limit: 9 }), (seen) => seen.total === 2);
    const { jsonl } = await ask(browser, "exportJournal", null);
    writeFileSync(`${out}/trace.jsonl`, jsonl);
    await page.front();
    await page.goto(`${browser.origin}workbench.html#trace`);
    await sees(page, "Maya");
    await page.screenshot(picture("6-trace"));
    say("traced   both posts, sealed and exported to trace.jsonl");
  } finally {
    await end();
  }
}
