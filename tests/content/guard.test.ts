// The guard in both browsers: every listed way to post, stopped with an error, untouched when clean.
// Not here: the editors (editors.test.ts), the real engine (tests/browser/).

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Tab } from "../browser/harness/browser";
import { until } from "../browser/harness/browser";
import type { TestPage } from "../pages/pages";
import { PAGES, addressOf } from "../pages/pages";
import { BROWSERS, Stage, apart, calm, postedIs, same } from "./stage";

const WRONG = "It runs 12 hours";
const RIGHT = "It runs 8 hours";

/** How a user, or the page behind the user's back, posts on each page. */
const WAYS: Record<string, string[]> = {
  textarea: ["click", "Control+Enter", "page's own click"],
  contenteditable: ["click", "Control+Enter"],
  form: ["click", "Control+Enter", "requestSubmit"],
  chat: ["Enter"],
  hasty: ["click"],
  x: ["click", "Control+Enter", "Meta+Enter", "page's own click"],
  mastodon: ["click", "Control+Enter", "requestSubmit"],
};
const chosen = process.env["PAGES"]?.split(",");

function pageOf(id: string): TestPage {
  const page = PAGES.find((each) => each.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  return page;
}

async function press(tab: Tab, page: TestPage, way: string): Promise<void> {
  if (way === "click") await tab.click(page.send ?? page.box);
  else if (way === "page's own click") await tab.read(`(document.querySelector(${JSON.stringify(page.send)}).click(), null)`);
  else if (way === "requestSubmit") await tab.read("(document.querySelector('form').requestSubmit(), null)");
  else await tab.press(way);
  await calm(tab);
}

for (const browser of BROWSERS) {
  describe(browser, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.start(browser);
    });
    after(() => stage?.end());
    beforeEach(() => stage.reset());

    const written = async (id: string, text: string): Promise<Tab> => {
      const tab = await stage.open(pageOf(id));
      await tab.type(text);
      await stage.read(text);
      await calm(tab);
      return tab;
    };
    const traced = (count: number) => until("the trace", () => stage.posted(), (found) => found.length === count, 5_000);

    for (const [id, ways] of Object.entries(WAYS).filter(([name]) => chosen === undefined || chosen.includes(name))) {
      const page = pageOf(id);
      for (const way of ways) {
        test(`${id}, ${way}: an error is stopped; Escape gives text and focus back`, async () => {
          const tab = await written(id, WRONG);
          await press(tab, page, way);
          await postedIs(tab, []);
          assert.match(await tab.deepText(), /Before you post/);
          await tab.press("Escape");
          await calm(tab);
          await postedIs(tab, []);
          assert.ok(await tab.read<boolean>(`document.activeElement.matches(${JSON.stringify(page.box)})`), "the focus is back");
          assert.deepEqual(await stage.posted(), []);
          await tab.close();
        });

        test(`${id}, ${way}: a clean draft passes and is traced once`, async () => {
          const tab = await written(id, RIGHT);
          await press(tab, page, way);
          await postedIs(tab, [RIGHT]);
          const [entry] = await traced(1);
          assert.deepEqual([entry?.decision, same(entry?.text, RIGHT)], ["clean", true]);
          await tab.close();
        });

        // The dialog is one and the same: how a post goes on after it is tried for the first way and for the page's own.
        if (way === ways[0] || way === "requestSubmit" || way === "Control+Enter") test(`${id}, ${way}: posting anyway needs a reason and posts exactly the text`, async () => {
          const tab = await written(id, WRONG);
          await press(tab, page, way);
          await tab.press("Shift+Tab");
          await tab.press("Enter");
          await calm(tab);
          await postedIs(tab, []);
          await tab.type("Checked with Lea");
          await tab.press("Tab");
          await tab.press("Tab");
          await tab.press("Enter");
          await postedIs(tab, [WRONG]);
          const [entry] = await traced(1);
          assert.deepEqual([entry?.decision, entry?.reason, same(entry?.text, WRONG)], ["posted-anyway", "Checked with Lea", true]);
          await tab.close();
        });
      }

      test(`${id}: Fix corrects the draft, then it passes`, async () => {
        const tab = await written(id, WRONG);
        await press(tab, page, ways[0] ?? "click");
        await tab.press("Enter");
        await stage.read(RIGHT);
        await postedIs(tab, []);
        await apart(tab);
        await press(tab, page, ways[0] ?? "click");
        await postedIs(tab, [RIGHT]);
        const [entry] = await traced(1);
        assert.deepEqual([entry?.decision, entry?.fixes.length], ["clean", 1]);
        await tab.close();
      });
    }

    test("the customer's message and the audience go with the question", async () => {
      for (const [id, message] of [["x", "How long does the X200 run?"], ["mastodon", "Combien de temps tient la batterie du X200 ?"]] as const) {
        const tab = await written(id, RIGHT);
        assert.deepEqual(await stage.checked(), { draft: RIGHT, context: message, audience: "public" });
        await tab.close();
      }
    });

    test("a thread: a box that never had the focus is judged with the others", async () => {
      const tab = await written("x-thread", "Good news, see below");
      await tab.click("[data-testid=tweetButton]");
      await calm(tab);
      await postedIs(tab, []);
      assert.match(await tab.deepText(), /12 hours/);
      await tab.close();
    });

    test("a draft the site kept: a press on its button wakes the guard before the click", async () => {
      const tab = await stage.browser.open(addressOf(pageOf("x-thread")));
      await until("the draft", () => tab.read<boolean>("document.querySelector('[data-testid=tweetButton]')?.getAttribute('aria-disabled') === 'false'"), (there) => there);
      await tab.read("(document.querySelector('[data-testid=tweetButton]').focus(), null)");
      await apart(tab);
      await tab.press("Enter");
      await calm(tab);
      await calm(tab);
      await postedIs(tab, []);
      assert.match(await tab.deepText(), /12 hours/);
      await tab.close();
    });

    test("a warning is asked about once, with Post as the default", async () => {
      const tab = await written("textarea", "It weighs 3 kg");
      await press(tab, pageOf("textarea"), "click");
      await postedIs(tab, []);
      await tab.press("Enter");
      await postedIs(tab, ["It weighs 3 kg"]);
      assert.equal((await traced(1))[0]?.decision, "warned");
      await tab.close();
    });

    test("Enter that ends an input method's word passes", async () => {
      const tab = await written("chat", WRONG);
      const seen = await tab.read<number>(`(() => {
        const el = document.querySelector("#compose");
        let count = 0;
        el.addEventListener("keydown", () => count++);
        el.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
        el.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, keyCode: 13, bubbles: true, cancelable: true }));
        return count;
      })()`);
      assert.equal(seen, 2);
      await tab.close();
    });

    test("a verdict that does not come holds the post a moment, then lets it go as not checked", async () => {
      const tab = await written("textarea", "Wait");
      await stage.reset(5_000);
      await tab.type(" for it");
      await press(tab, pageOf("textarea"), "click");
      await postedIs(tab, ["Wait for it"]);
      assert.equal((await traced(1))[0]?.decision, "not-checked");
      await tab.close();
    });

    test("nothing of Aval is inside or beside the field, and nothing on html or body", async () => {
      const tab = await written("contenteditable", WRONG);
      const page = await tab.read<string>(`document.body.innerHTML + document.documentElement.attributes.length + document.body.attributes.length`);
      assert.doesNotMatch(page, /aval/);
      assert.equal(await tab.read<number>("document.querySelectorAll('aval-host').length"), 1);
      assert.ok(await tab.read<boolean>("document.querySelector('aval-host').shadowRoot === null && document.querySelector('aval-host').parentNode === document.documentElement"));
      await tab.close();
    });

    test("with the extension gone, or started anew, the user can still post", async () => {
      const tab = await written("textarea", "Hello");
      await stage.reload();
      await tab.front();
      await apart(tab);
      await tab.click("#compose");
      await tab.type(` ${RIGHT}`);
      await calm(tab);
      await press(tab, pageOf("textarea"), "click");
      await postedIs(tab, [`Hello ${RIGHT}`]);
      if (browser === "chromium") assert.match(await tab.deepText(), /Not checked: Aval was updated or stopped/);
      await tab.close();
    });
  });
}
