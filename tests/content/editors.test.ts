// Every editor in both browsers: read, highlight, fix, one undo, caret, typing on, several lines, deletion, submit.
// Not here: the guard (guard.test.ts), the real engine (tests/browser/).

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Tab } from "../browser/harness/browser";
import { until } from "../browser/harness/browser";
import { PAGES } from "../pages/pages";
import { BROWSERS, Stage, apart, calm, model, postedIs, same, typeLines } from "./stage";

const chosen = process.env["EDITORS"]?.split(",");
const EDITORS = PAGES.filter((page) => page.kind === "editor" && (chosen === undefined || chosen.includes(page.id)));
const TEXT = "Hi 👩‍👩‍👧 é, it runs 12 hours a day.\nSee #X200 for more";

function marks(tab: Tab, what: string, words: string): Promise<unknown> {
  return until(what, () => tab.read<string>(`[...(CSS.highlights.get("aval-contradicted") ?? [])].map((range) => range.toString()).join("|")`), (now) => now === words, 5_000);
}

for (const browser of BROWSERS) {
  describe(browser, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.start(browser);
    });
    after(() => stage?.end());

    const fix = async (): Promise<void> => {
      await stage.command("next-finding");
      await stage.command("take-fix");
    };

    for (const page of EDITORS) {
      const isField = page.id.endsWith("textarea");

      test(`${page.id}: read, mark, fix, undo once, caret, type on, post`, async () => {
        await stage.reset();
        const tab = await stage.open(page);
        await typeLines(tab, TEXT);
        await stage.read(TEXT);
        await model(tab, "what was typed", TEXT);
        if (!isField) await marks(tab, "the highlight", "12 hours");
        await apart(tab);
        await fix();
        const fixed = TEXT.replace("12 hours", "8 hours");
        await model(tab, "the fix", fixed);
        await stage.read(fixed);
        await apart(tab);
        await tab.press("Control+z");
        await model(tab, "one undo", TEXT);
        await stage.read(TEXT);
        await apart(tab);
        if (!isField) await marks(tab, "the highlight again", "12 hours");
        await fix();
        await model(tab, "the fix again", fixed);
        await apart(tab);
        await tab.type(" sharp!");
        await tab.press("Backspace");
        const on = fixed.replace("8 hours", "8 hours sharp");
        await model(tab, "typing on at the caret", on);
        await tab.press("Control+End");
        await calm(tab); // Editors hear of a moved caret a frame later.
        await tab.press("Enter");
        await tab.type("Bye");
        await model(tab, "a new line", `${on}\nBye`);
        await stage.read(`${on}\nBye`);
        await calm(tab);
        if (page.send !== null) await tab.click(page.send);
        await postedIs(tab, [`${on}\nBye`]);
        const [entry] = await until("the trace", () => stage.posted(), (found) => found.length > 0);
        assert.ok(same(entry?.text, `${on}\nBye`), "the trace has the text that was posted");
        assert.equal(entry?.decision, "clean");
        assert.equal(entry?.fixes.length, 2);
        await tab.close();
      });

      test(`${page.id}: a fix of several lines, and one that deletes`, async () => {
        const tab = await stage.open(page);
        const text = "It is completely fine two days and nights, really";
        await typeLines(tab, text);
        await stage.read(text);
        await apart(tab);
        await fix();
        const shorter = text.replace("completely ", "");
        await model(tab, "the deletion", shorter);
        await stage.read(shorter);
        await apart(tab);
        await tab.press("Control+z");
        await model(tab, "one undo", text);
        await stage.read(text);
        await apart(tab);
        await stage.command("next-finding");
        await stage.command("next-finding");
        await stage.command("take-fix");
        await model(tab, "two lines", text.replace("two days and nights", "one day\nand one night"));
        await apart(tab);
        await tab.press("Control+z");
        await model(tab, "one undo of two lines", text);
        await tab.close();
      });
    }
  });
}
