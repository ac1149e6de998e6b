// The main job from end to end, in both browsers: a wrong figure is seen, fixed by key, undone, stopped, corrected, posted, traced.
// Not here: each editor's oddities (editors.test.ts), what goes wrong in the background (background.test.ts).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { World } from "./harness/aval";
import { ask, begin, BROWSERS, command, reads, sees, seesNo } from "./harness/aval";
import type { Tab } from "./harness/browser";
import { until } from "./harness/browser";

const PAGE = "https://mastodon.social/strict/page.html";
const WRONG = "Hi Maya! The X200 runs for 12 hours in Eco mode.";
const RIGHT = "Hi Maya! The X200 runs for 8 hours in Eco mode.";

/** One compose box of the page: where to write, how to read it back, where posts appear. */
const BOXES = [
  { name: "textarea", field: "#reply-text", text: `document.querySelector("#reply-text").value`, posted: "#reply-posted li", send: "#reply-post" },
  { name: "contenteditable", field: "#comment-text", text: `document.querySelector("#comment-text").innerText.trim()`, posted: "#comment-posted li", send: "#comment-post" },
];

for (const name of BROWSERS) {
  describe(`journey in ${name}`, { timeout: 240_000 }, () => {
    let world: World;
    let tab: Tab;
    before(async () => {
      world = await begin(name);
      await until("the sample sheet", () => ask(world.browser, "sheets", null), (sheets) => sheets.length === 1);
      tab = await world.browser.open(PAGE);
    });
    after(() => world.end());

    for (const box of BOXES) {
      const count = `document.querySelectorAll(${JSON.stringify(box.posted)}).length`;

      test(`${box.name}: seen, fixed by key, undone, stopped, corrected, posted`, async () => {
        await tab.click(box.field);
        await tab.type(WRONG);
        await sees(tab, "1 thing to check");

        await command(world.browser, "next-finding");
        await sees(tab, "8 h");
        await tab.press("Escape");
        await reads(tab, "document.activeElement.id", box.field.slice(1));

        await command(world.browser, "take-fix");
        await reads(tab, box.text, RIGHT);
        await tab.press("Control+z");
        await reads(tab, box.text, WRONG);

        await tab.press("Control+Enter");
        await sees(tab, "Before you post");
        assert.equal(await tab.read(count), 0, "nothing may be posted before the user has decided");
        await tab.press("Enter");
        await seesNo(tab, "Before you post");
        await reads(tab, box.text, RIGHT);

        await tab.click(box.send);
        await reads(tab, count, 1);
        await reads(tab, `document.querySelector(${JSON.stringify(box.posted)}).textContent.trim()`, RIGHT);
      });

      test(`${box.name}: posted anyway with a reason`, async () => {
        await tab.click(box.field);
        await tab.type(WRONG);
        await sees(tab, "1 thing to check");
        await tab.click(box.send);
        await sees(tab, "Before you post");
        // From Fix, which has the focus, back over the other buttons into the field for the reason.
        for (const key of ["Shift+Tab", "Shift+Tab", "Shift+Tab"]) await tab.press(key);
        await tab.type("The new battery, see mail of Monday");
        await tab.press("Tab");
        await tab.press("Tab");
        await tab.press("Enter");
        await reads(tab, count, 2);
      });
    }

    test("the trace holds every post, and aval verifies its export", async () => {
      const trace = await until("four entries", () => ask(world.browser, "journal", { before: null, limit: 10 }), (seen) => seen.total === 4);
      const entries = trace.rows.map((row) => JSON.parse(row.line) as Record<string, unknown>);
      assert.deepEqual(entries.map((entry) => entry.sequence), [4, 3, 2, 1]);
      assert.deepEqual(entries.map((entry) => entry.decision), ["posted-anyway", "clean", "posted-anyway", "clean"]);
      assert.deepEqual(entries.map((entry) => entry.text), [WRONG, RIGHT, WRONG, RIGHT]);
      assert.equal(entries[0]?.reason, "The new battery, see mail of Monday");
      const fixes = entries[3]?.fixes as { after: string }[];
      assert.ok(fixes.length >= 1 && fixes.every((fix) => fix.after.includes("8 hours")), JSON.stringify(fixes));
      const { jsonl } = await ask(world.browser, "exportJournal", null);
      const file = join(mkdtempSync(join(tmpdir(), "aval-trace-")), "trace.jsonl");
      writeFileSync(file, jsonl);
      const verified = spawnSync("target/debug/aval", ["journal", "verify", file], { encoding: "utf8" });
      assert.equal(verified.status, 0, verified.stdout + verified.stderr);
      writeFileSync(file, jsonl.replace("8 hours", "9 hours"));
      assert.notEqual(spawnSync("target/debug/aval", ["journal", "verify", file]).status, 0);
    });

    test("no request leaves but the page's own", () => {
      const allowed = /^(CONNECT mastodon\.social:443|GET https:\/\/mastodon\.social\/)/;
      const others = world.network.requests.filter((request) => !allowed.test(request) && !isBrowsersOwn(request));
      assert.deepEqual(others, []);
    });
  });
}

/** What the browser itself asks its maker for, with or without extensions; none of it reaches anyone here. */
function isBrowsersOwn(request: string): boolean {
  return /(\.google\.com|\.googleapis\.com|\.gvt1\.com|\.mozilla\.(com|org|net)|\.firefox\.com)[:/]/.test(request);
}
