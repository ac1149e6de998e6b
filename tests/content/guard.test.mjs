// The guard in a real browser: every listed way to post, stopped with an error, untouched when clean.
// Not here: the editors (editors.test.mjs), the real engine (tests/browser/).

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";

import { frames, model, postedTexts, until } from "./driver.mjs";
import { PAGES, start } from "./harness.mjs";

let run;
before(async () => {
  run = await start();
});
after(async () => run?.stop());
beforeEach(() => run.worker.evaluate(() => {
  globalThis.setSlow(0);
  globalThis.posted.length = 0;
}));

const WRONG = "It runs 12 hours";
const RIGHT = "It runs 8 hours";
const trace = () => run.worker.evaluate(() => globalThis.posted);

/** How a user posts on each page. */
const WAYS = {
  textarea: ["click", "Control+Enter", "Meta+Enter", "page's own click"],
  contenteditable: ["click", "Control+Enter"],
  form: ["click #submit", "Control+Enter", "requestSubmit"],
  chat: ["Enter"],
  hasty: ["click", "tap"],
  x: ["click", "Control+Enter", "Meta+Enter", "page's own click"],
  mastodon: ["click", "Control+Enter", "requestSubmit"],
};

async function open(id, text) {
  const spec = PAGES.find((each) => each.id === id);
  const page = await run.context.newPage();
  await page.goto(spec.url);
  await page.waitForSelector(spec.box);
  await page.click(spec.box);
  await page.keyboard.type(text, { delay: 2 });
  const want = text;
  await until("checked", () => run.worker.evaluate(() => globalThis.checked.at(-1)?.draft.replace(/\u00a0/g, " ")), want);
  await frames(page);
  return { page, spec };
}

async function press(page, spec, way) {
  const send = way === "click #submit" ? "#submit" : (spec.send ?? spec.box);
  if (way.startsWith("click")) await page.click(send);
  else if (way === "tap") {
    const at = await page.locator(send).boundingBox();
    const cdp = await run.context.newCDPSession(page);
    const touchPoints = [{ x: at.x + at.width / 2, y: at.y + at.height / 2 }];
    await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
    await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  } else if (way === "page's own click") await page.evaluate((selector) => document.querySelector(selector).click(), send);
  else if (way === "requestSubmit") await page.evaluate(() => document.querySelector("form").requestSubmit());
  else await page.keyboard.press(way);
  await frames(page);
}

const only = process.env.PAGE?.split(",");
for (const [id, ways] of Object.entries(WAYS).filter(([name]) => only === undefined || only.includes(name))) {
  describe(id, () => {
    for (const way of ways) {
      test(`${way}: an error is stopped, Escape gives the text and the focus back`, async () => {
        const { page, spec } = await open(id, WRONG);
        await press(page, spec, way);
        await press(page, spec, "Shift");
        assert.equal(await postedTexts(page), "[]");
        await page.keyboard.press("Escape");
        await frames(page);
        assert.equal(await postedTexts(page), "[]");
        assert.ok(await page.evaluate((box) => document.activeElement?.matches(box), spec.box), "the focus is back");
        assert.deepEqual(await trace(), []);
        await page.close();
      });

      test(`${way}: a clean draft passes untouched, and is traced once`, async () => {
        const { page, spec } = await open(id, RIGHT);
        await press(page, spec, way);
        assert.equal(await postedTexts(page), JSON.stringify([RIGHT]));
        const entries = await until("traced", trace, (found) => found.length > 0);
        assert.equal(entries.length, 1);
        assert.equal(entries[0].decision, "clean");
        assert.equal(entries[0].text, RIGHT);
        await page.close();
      });

      test(`${way}: posting anyway needs a reason and posts exactly the text`, async () => {
        const { page, spec } = await open(id, WRONG);
        await press(page, spec, way);
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Enter");
        await frames(page);
        assert.equal(await postedTexts(page), "[]", "no reason, no post");
        await page.keyboard.type("Checked with Lea");
        for (let step = 0; step < 2; step++) await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await until("posted", () => postedTexts(page), JSON.stringify([WRONG]));
        const entries = await until("traced", trace, (found) => found.length > 0);
        assert.equal(entries.length, 1);
        assert.equal(entries[0].decision, "posted-anyway");
        assert.equal(entries[0].reason, "Checked with Lea");
        await page.close();
      });
    }

    test("Fix corrects the draft, then it passes", async () => {
      const { page, spec } = await open(id, WRONG);
      await press(page, spec, ways[0]);
      await page.keyboard.press("Enter");
      if (spec.network) await until("fixed", () => page.locator(spec.box).first().evaluate((el) => ("value" in el ? el.value : el.textContent)), RIGHT);
      else await until("fixed", () => model(page), RIGHT);
      assert.equal(await postedTexts(page), "[]");
      await frames(page);
      await press(page, spec, ways[0]);
      await until("posted", () => postedTexts(page), JSON.stringify([RIGHT]));
      const entries = await until("traced", trace, (found) => found.length > 0);
      assert.deepEqual(entries.map(({ decision, fixes }) => [decision, fixes.length]), [["clean", 1]]);
      await page.close();
    });
  });
}

test("a warning is asked about once, with Post as the default", async () => {
  const { page, spec } = await open("textarea", "It weighs 3 kg");
  await press(page, spec, "click");
  assert.equal(await postedTexts(page), "[]");
  await page.keyboard.press("Enter");
  await until("posted", () => postedTexts(page), JSON.stringify(["It weighs 3 kg"]));
  const entries = await until("traced", trace, (found) => found.length > 0);
  assert.deepEqual(entries.map(({ decision }) => decision), ["warned"]);
  await page.close();
});

test("Enter that ends an input method's word is none of the guard's business", async () => {
  const { page } = await open("chat", WRONG);
  const passed = await page.evaluate(() => {
    const el = document.querySelector("#compose");
    let seen = 0;
    el.addEventListener("keydown", () => seen++, { once: false });
    el.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
    el.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, keyCode: 13, bubbles: true, cancelable: true }));
    return seen;
  });
  assert.equal(passed, 2);
  await page.close();
});

test("a verdict that does not come holds the post 300 ms, then lets it go as not checked", async () => {
  const { page, spec } = await open("textarea", "Wait");
  await run.worker.evaluate(() => globalThis.setSlow(5_000));
  await page.keyboard.type(" for it");
  const begun = Date.now();
  await press(page, spec, "click");
  await until("posted", () => postedTexts(page), JSON.stringify(["Wait for it"]));
  assert.ok(Date.now() - begun < 1_500);
  const entries = await until("traced", trace, (found) => found.length > 0);
  assert.deepEqual(entries.map(({ decision }) => decision), ["not-checked"]);
  await page.close();
});

test("with the extension gone the user can still post", async () => {
  const { page, spec } = await open("textarea", "Hello");
  await run.worker.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await page.waitForTimeout(500);
  await page.click(spec.box);
  await page.keyboard.type(` ${WRONG}`);
  await press(page, spec, "click");
  await until("posted", () => postedTexts(page), JSON.stringify([`Hello ${WRONG}`]));
  await page.close();
});
