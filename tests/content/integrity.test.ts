// Nothing is lost: the same random editing, with Aval on and off, leaves the same draft in every editor. Seeds are fixed.
// Not here: fixes, which change a draft on purpose (editors.test.ts). SESSIONS sets how many a browser and editor.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Tab } from "../browser/harness/browser";
import { PAGES } from "../pages/pages";
import { BROWSERS, Stage, calm, typeLines } from "./stage";

const SESSIONS = Number(process.env["SESSIONS"] ?? "1");
const chosen = process.env["EDITORS"]?.split(",");
const EDITORS = PAGES.filter((page) => page.kind === "editor" && (chosen === undefined || chosen.includes(page.id)));

const WORDS = ["12 hours ", "3 kg, ", "the best ", "👩‍👩‍👧 ", "é ", "a\nb ", "#X200 ", "@paul ", "it runs ", "https://a.example/x ", "completely "];
const KEYS = ["Backspace", "Backspace", "ArrowLeft", "ArrowRight", "Enter", "Home", "End", "Delete", "Shift+ArrowLeft"];

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function edit(tab: Tab, seed: number): Promise<void> {
  const next = random(seed);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? "";
  for (let step = 0; step < 16; step++) {
    if (next() < 0.6) await typeLines(tab, pick(WORDS));
    else {
      await tab.press(pick(KEYS));
      await calm(tab); // An editor hears of a moved caret a frame later, with Aval and without.
    }
  }
}

for (const browser of BROWSERS) {
  describe(browser, () => {
    let stage: Stage;
    before(async () => {
      stage = await Stage.start(browser);
    });
    after(() => stage?.end());

    for (const page of EDITORS) {
      test(page.id, async () => {
        for (let seed = 1; seed <= SESSIONS; seed++) {
          const left: string[] = [];
          for (const aval of ["off", "on"] as const) {
            await stage.switch(aval);
            const tab = await stage.open(page);
            await calm(tab);
            await edit(tab, seed * 7919);
            await calm(tab);
            left.push((await tab.read<string>("window.editor.text()")).replace(/\u00a0/g, " "));
            await tab.close();
          }
          assert.equal(left[1], left[0], `seed ${seed}`);
          assert.ok((left[0] ?? "").length > 20);
        }
      });
    }
  });
}
