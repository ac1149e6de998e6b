// The card, the markers and the counter in both browsers: by key alone, by pointer without taking the focus, ignoring by scope.
// Not here: what a fix does to an editor (editors.test.ts), the guard (guard.test.ts).

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Tab } from "../browser/harness/browser";
import { until } from "../browser/harness/browser";
import type { TestPage } from "../pages/pages";
import { PAGES } from "../pages/pages";
import { BROWSERS, Stage, calm, model, postedIs } from "./stage";

const DRAFT = "It runs 12 hours, weighs 3 kg and is the best";

function pageOf(id: string): TestPage {
  const page = PAGES.find((each) => each.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}

for (const browser of BROWSERS) {
  describe(browser, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.start(browser);
    });
    after(() => stage?.end());
    beforeEach(() => stage.reset());

    const written = async (id: string, text = DRAFT): Promise<Tab> => {
      const tab = await stage.open(pageOf(id));
      await tab.type(text);
      await stage.read(text);
      await calm(tab);
      return tab;
    };
    const shows = (tab: Tab, words: RegExp) => until(`${words} to be shown`, () => tab.deepText(), (text) => words.test(text), 5_000);
    const hides = (tab: Tab, words: RegExp) => until(`${words} to be gone`, () => tab.deepText(), (text) => !words.test(text), 5_000);
    const inBox = (tab: Tab) => tab.read<boolean>("document.activeElement.matches('#compose')");

    for (const id of ["textarea", "contenteditable"]) {
      test(`${id}: by key: next, previous, arrows, Escape gives the caret back`, async () => {
        const tab = await written(id);
        await tab.press("ArrowLeft");
        await tab.press("ArrowLeft");
        await stage.command("next-finding");
        await shows(tab, /The sheet says 8 h/);
        assert.equal(await inBox(tab), false);
        await tab.press("ArrowRight");
        await shows(tab, /does not state a weight/);
        await stage.command("next-finding");
        await shows(tab, /A superlative that nothing proves/);
        await stage.command("next-finding");
        await shows(tab, /The sheet says 8 h/);
        await stage.command("previous-finding");
        await shows(tab, /A superlative that nothing proves/);
        await tab.press("Escape");
        await hides(tab, /Replace with/);
        assert.equal(await inBox(tab), true);
        await tab.type("X");
        await model(tab, "the caret where it was", DRAFT.replace("best", "beXst"));
        await tab.close();
      });

      test(`${id}: by key: the first button is the fix, and Enter takes it`, async () => {
        const tab = await written(id);
        await stage.command("next-finding");
        await shows(tab, /Replace with “8 hours”/);
        await tab.press("Enter");
        await model(tab, "the fix", DRAFT.replace("12 hours", "8 hours"));
        assert.equal(await inBox(tab), true);
        await tab.close();
      });

      test(`${id}: by key: ignored in this text, the words no longer stop the post`, async () => {
        const tab = await written(id, "It runs 12 hours");
        await stage.command("next-finding");
        await shows(tab, /Replace with/);
        await tab.press("Tab");
        await tab.press("Enter");
        await shows(tab, /In this text/);
        await tab.press("Tab");
        await tab.press("Enter");
        await hides(tab, /Replace with/);
        await calm(tab);
        assert.equal(await inBox(tab), true);
        await tab.press("Control+Enter");
        await postedIs(tab, ["It runs 12 hours"]);
        const [entry] = await until("the trace", () => stage.posted(), (found) => found.length === 1);
        assert.deepEqual(entry?.ignored, [{ rule: "fact/contradicted", text: "12 hours", scope: "this-text" }]);
        await tab.close();
      });

      test(`${id}: nothing is taken from the page: no scroll, no focus, no letter`, async () => {
        const tab = await written(id);
        await tab.read("(document.body.style.paddingTop = '1200px', scrollTo(0, 900), null)");
        await calm(tab);
        const before = await tab.read<number>("scrollY");
        await stage.command("next-finding");
        await calm(tab);
        await tab.press("Escape");
        await calm(tab);
        assert.equal(await tab.read<number>("scrollY"), before);
        await model(tab, "the draft", DRAFT);
        await tab.close();
      });
    }

    test("asleep again when the focus leaves", async () => {
      const tab = await written("contenteditable");
      assert.equal(await tab.read<number>("document.querySelectorAll('aval-host').length"), 1);
      await tab.read("(document.querySelector('#compose').blur(), null)");
      await until("the host to be gone", () => tab.read<number>("document.querySelectorAll('aval-host').length"), (count) => count === 0, 5_000);
      assert.equal(await tab.read<number>("[...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)"), 0);
      await tab.close();
    });

    test("a draft that is too long is said not to be checked, and the page goes on", async () => {
      const tab = await written("textarea", "Hi");
      await tab.read("(() => { const el = document.querySelector('#compose'); el.value = 'It runs 12 hours. '.repeat(6000); el.dispatchEvent(new Event('input', { bubbles: true })); return null; })()");
      await shows(tab, /Too long, not checked/);
      await tab.close();
    });

    test("a mention inside the words: shown, and the fix is withheld", async () => {
      const tab = await stage.open(pageOf("contenteditable"));
      await tab.read("(() => { const name = document.createElement('span'); name.contentEditable = 'false'; name.textContent = 'hours'; document.querySelector('#compose').append('It runs 12 ', name, ' a day'); return null; })()");
      await stage.read("It runs 12 hours a day");
      await stage.command("next-finding");
      await stage.command("take-fix");
      await shows(tab, /There is a mention or an emoji inside these words/);
      await model(tab, "the draft", "It runs 12 hours a day");
      await tab.close();
    });
  });
}
