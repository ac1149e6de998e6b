// The workbench and the popup as a user meets them, in both browsers: sheets come and go, a draft is tried, settings hold.
// Not here: compose boxes (journey.test.ts), what the background refuses (background.test.ts).

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { World } from "./harness/aval";
import { ask, begin, BROWSERS, reads, sees, seesNo, workbench } from "./harness/aval";
import type { Tab } from "./harness/browser";
import { until } from "./harness/browser";

const FILES = 'input[type="file"]';
const DRAFT = `document.querySelector("#draft").value`;
const WRONG = "The X200 runs for 12 hours in Eco mode.";
const RIGHT = "The X200 runs for 8 hours in Eco mode.";
const LAMP = "# Borealis L1 lamp\n\n| Attribute | Value |\n| --- | --- |\n| Weight | 450 g |\n| Height | 31 cm |\n";
const MARKED = `document.querySelector(".mirror mark.contradicted")?.textContent ?? ""`;

for (const name of BROWSERS) {
  describe(`pages in ${name}`, { timeout: 240_000 }, () => {
    let world: World;
    let page: Tab;
    before(async () => {
      world = await begin(name, { locale: "en-GB" });
      await until("the sample sheet", () => ask(world.browser, "sheets", null), (sheets) => sheets.length === 1);
      page = await workbench(world.browser);
      await page.front();
    });
    after(() => world.end());

    test("the first run shows three steps and the sample sheet with its facts", async () => {
      await sees(page, "Welcome to Aval");
      await sees(page, "What was understood");
      await sees(page, "Battery life");
      await page.click(".tour .bar button");
      await seesNo(page, "Welcome to Aval");
    });

    test("a sheet that cannot be read says where, why and what to do; the library is as it was", async () => {
      await page.upload(FILES, "tests/sheets/broken-binary.md");
      await sees(page, "broken-binary.md could not be read. The library is as it was.");
      await sees(page, "export the sheet as");
      await page.upload(FILES, "tests/sheets/broken-empty.md");
      await sees(page, "the file is empty; write the facts into it");
      assert.equal((await ask(world.browser, "sheets", null)).length, 1);
    });

    test("a sheet is added, seen, removed and brought back", async () => {
      const file = join(mkdtempSync(join(tmpdir(), "aval-sheet-")), "borealis.md");
      writeFileSync(file, LAMP);
      await page.upload(FILES, file);
      await sees(page, "Borealis L1 lamp added: 2 facts.");
      await sees(page, "450 g");
      await page.click('button[aria-label="Remove Borealis L1 lamp"]');
      await sees(page, "Borealis L1 lamp was removed.");
      await reads(page, `document.querySelectorAll(".row").length`, 1);
      await page.click(".toast .strong");
      await sees(page, "Borealis L1 lamp is back.");
      await page.click('button[aria-label="Remove Borealis L1 lamp"]');
      await reads(page, `document.querySelectorAll(".row").length`, 1);
    });

    test("tabs are walked by arrow keys", async () => {
      await page.click("#tab-library");
      await page.press("ArrowRight");
      await reads(page, "document.activeElement.id", "tab-try");
      await reads(page, `document.querySelector("#panel-try").hidden`, false);
    });

    test("a draft is checked as it is typed, fixed, and put back", async () => {
      await page.click("#draft");
      await page.type(WRONG);
      await reads(page, MARKED, "12 hours");
      await sees(page, "1 thing to look at");
      await page.click(".card.contradicted .button.main");
      await reads(page, DRAFT, RIGHT);
      await reads(page, MARKED, "");
      await page.click(".toast .strong");
      await reads(page, DRAFT, WRONG);
      await page.click(".card.contradicted .button.main");
      await reads(page, DRAFT, RIGHT);
      await page.press("Control+z");
      await reads(page, DRAFT, WRONG);
    });

    test("with no sheet in use the page says so", async () => {
      await page.click("#tab-library");
      await page.click('.row [role="switch"]');
      await until("the sheet to be off", () => ask(world.browser, "sheets", null), (sheets) => sheets[0]?.active === false);
      await page.click("#tab-try");
      await sees(page, "Not checked: no sheet is in use.");
      await page.click("#tab-library");
      await page.click('.row [role="switch"]');
      await until("the sheet to be on", () => ask(world.browser, "sheets", null), (sheets) => sheets[0]?.active === true);
    });

    test("the trace is empty before anything was posted", async () => {
      await page.click("#tab-trace");
      await sees(page, "Nothing posted yet");
    });

    test("a setting holds when the page comes back, and so does the language", async () => {
      await page.click("#tab-settings");
      await page.click('input[name="counter"][value="hidden"]');
      await sees(page, "Saved.");
      await page.click('button[lang="fr"]');
      await sees(page, "Réglages");
      await reads(page, "document.documentElement.lang", "fr");
      await page.goto(`${world.browser.origin}workbench.html?again#settings`);
      await sees(page, "Compteur");
      await reads(page, `document.querySelector('input[name="counter"][value="hidden"]').checked`, true);
    });

    test("the popup says what is in use and that nothing leaves", async () => {
      const popup = await world.browser.open(`${world.browser.origin}popup.html`);
      await sees(popup, "Fiches utilisées");
      await sees(popup, "AquaPure X200");
      await sees(popup, "Rien de ce que vous écrivez ne quitte cet ordinateur.");
    });
  });
}
