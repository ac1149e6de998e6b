// Every editor in a real browser: read, highlight, fix, one undo, caret, typing on, several lines, deletion, submit.
// Not here: the guard (guard.test.mjs), the real engine (tests/browser/).

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { command as send, frames, model, until } from "./driver.mjs";
import { PAGES, start } from "./harness.mjs";

let run;
before(async () => {
  run = await start();
});
after(async () => run?.stop());

const only = process.env.EDITOR?.split(",");

async function open(spec) {
  const page = await run.context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(spec.url);
  await page.waitForSelector(spec.box);
  await page.click(spec.box);
  return { page, errors };
}

const command = (page, name) => send(run, page, name);
const lastRead = () => run.worker.evaluate(() => globalThis.checked.at(-1)?.draft.replace(/\u00a0/g, " "));
const marked = (page, ink) => page.evaluate((name) => [...(CSS.highlights.get(`aval-${name}`) ?? [])].map((range) => range.toString()).join("|"), ink);

async function type(page, lines) {
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line, { delay: 2 });
  }
}

/** Past the time within which editors join edits into one undo step. */
const apart = () => new Promise((resolve) => setTimeout(resolve, 1_100));

for (const spec of PAGES.filter((each) => !each.network && !each.odd && (only === undefined || only.includes(each.id)))) {
  describe(spec.id, () => {
    const field = spec.id.endsWith("textarea");
    const LINES = ["Hi 👩‍👩‍👧 é, it runs 12 hours a day.", "See #X200 for more"];
    const TEXT = LINES.join("\n");

    test("reads, marks, fixes, undoes in one step, keeps the caret, goes on, posts", async () => {
      const { page, errors } = await open(spec);
      await type(page, LINES);
      await until("read", lastRead, TEXT);
      assert.equal(await model(page), TEXT, "the model is what was typed");
      if (!field) await until("highlight", () => marked(page, "contradicted"), "12 hours");
      await apart();
      await command(page, "next-finding");
      await command(page, "take-fix");
      const fixed = TEXT.replace("12 hours", "8 hours");
      await until("fix", () => model(page), fixed);
      await until("read after the fix", lastRead, fixed);
      await apart();
      await page.keyboard.press("Control+z");
      await until("one undo", () => model(page), TEXT);
      await apart();
      await until("checked again", lastRead, TEXT);
      if (!field) await until("highlight again", () => marked(page, "contradicted"), "12 hours");
      await command(page, "next-finding");
      await command(page, "take-fix");
      await until("fix again", () => model(page), fixed);
      await apart();
      await page.keyboard.type(" sharp!", { delay: 10 });
      await page.keyboard.press("Backspace");
      const on = fixed.replace("8 hours", "8 hours sharp");
      await until("caret and typing on", () => model(page), on);
      await page.keyboard.press("Control+End");
      await frames(page); // Editors hear of a moved caret a frame later.
      await page.keyboard.press("Enter");
      await page.keyboard.type("Bye");
      await until("Enter", () => model(page), `${on}\nBye`);
      await until("read at the end", lastRead, `${on}\nBye`);
      await page.click(spec.send);
      await until("posted", () => page.evaluate(() => window.posted.at(-1)?.replace(/\u00a0/g, " ")), `${on}\nBye`);
      const traced = await until("traced", () => run.worker.evaluate(() => globalThis.posted.at(-1)), (entry) => entry?.text.replace(/\u00a0/g, " ") === `${on}\nBye`);
      assert.equal(traced.decision, "clean");
      assert.equal(traced.fixes.length, 2);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("a fix of several lines", async () => {
      const { page } = await open(spec);
      await type(page, ["It runs two days and nights, really"]);
      await until("read", lastRead, "It runs two days and nights, really");
      await apart();
      await command(page, "next-finding");
      await command(page, "take-fix");
      await until("fix", () => model(page), "It runs one day\nand one night, really");
      await apart();
      await page.keyboard.press("Control+z");
      await until("one undo", () => model(page), "It runs two days and nights, really");
      await page.close();
    });

    test("a fix that deletes", async () => {
      const { page } = await open(spec);
      await type(page, ["It is completely waterproof"]);
      await until("read", lastRead, "It is completely waterproof");
      await apart();
      await command(page, "next-finding");
      await command(page, "take-fix");
      await until("fix", () => model(page), "It is waterproof");
      await apart();
      await page.keyboard.press("Control+z");
      await until("one undo", () => model(page), "It is completely waterproof");
      await page.close();
    });
  });
}
