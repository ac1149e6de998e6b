// Every network's structure, under its own host name: read with context and audience, fix, guard. In Chromium, since
// what differs between browsers is the editors (editors.test.ts, in both); BROWSERS=chromium,firefox asks both.
// Not here: the editors in depth (editors.test.ts), every way to post (guard.test.ts).

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Tab } from "../browser/harness/browser";
import { until } from "../browser/harness/browser";
import type { NetworkPage } from "../pages/networks";
import { NETWORKS } from "../pages/networks";
import { BROWSERS_ASKED, Stage, apart, calm, model, postedIs } from "./stage";

const WRONG = "It runs 12 hours";
const RIGHT = "It runs 8 hours";
const chosen = process.env["NETWORKS"]?.split(",");
const WANTED = NETWORKS.filter((page) => chosen === undefined || chosen.includes(page.id.replace(/^net-/, "")));

async function pressSend(tab: Tab, page: NetworkPage): Promise<void> {
  if (page.send === null) await tab.press(page.keys ?? "Enter");
  else if (page.shadow) {
    // A real press where the button is drawn; selectors end at the shadow root.
    const [host = "", inner = ""] = page.send.split(" ");
    await tab.read(`(document.querySelector(${JSON.stringify(host)}).shadowRoot.querySelector(${JSON.stringify(inner)}).click(), null)`);
  } else await tab.click(page.send);
  await calm(tab);
}

for (const browser of BROWSERS_ASKED ?? ["chromium" as const]) {
  describe(browser, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.start(browser);
    });
    after(() => stage?.end());
    beforeEach(() => stage.reset());

    for (const page of WANTED) {
      test(page.id.replace(/^net-/, ""), async () => {
        const tab = await stage.open(page);
        await tab.type(WRONG);
        await stage.read(WRONG);
        const asked = await stage.checked();
        assert.deepEqual([asked?.context, asked?.audience], [page.context, page.audience]);
        await calm(tab);
        await pressSend(tab, page);
        await postedIs(tab, []);
        assert.match(await tab.deepText(), /Before you post/);
        await tab.press("Escape");
        await calm(tab);
        if (page.keys !== null) {
          await tab.press(page.keys);
          await calm(tab);
          await postedIs(tab, []);
          await tab.press("Escape");
          await calm(tab);
        }
        await stage.command("next-finding");
        await stage.command("take-fix");
        await model(tab, "the fix", RIGHT);
        await stage.read(RIGHT);
        await apart(tab);
        await pressSend(tab, page);
        await postedIs(tab, [RIGHT]);
        const [entry] = await until("the trace", () => stage.posted(), (found) => found.length === 1);
        assert.deepEqual([entry?.decision, entry?.context], ["clean", page.context]);
        await tab.close();
      });
    }
  });
}
