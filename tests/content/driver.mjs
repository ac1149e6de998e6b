// What the tests of the compose box share: wait for a value, read the page's model, type, send a command.
// Not here: starting the browser (harness.mjs).

import assert from "node:assert/strict";

export async function until(what, read, wanted) {
  let got;
  for (let tries = 0; tries < 60; tries++) {
    got = await read();
    if (typeof wanted === "function" ? wanted(got) : got === wanted) return got;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (typeof wanted === "function") assert.fail(`${what}: ${JSON.stringify(got)}`);
  assert.equal(got, wanted, what);
  return got;
}

export const model = (page) => page.evaluate(() => window.editor?.text().replace(/\u00a0/g, " "));
export const postedTexts = (page) => page.evaluate(() => JSON.stringify(window.posted));

export async function command(run, page, name) {
  await run.worker.evaluate(async ([url, which]) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((each) => each.active && each.url === url) ?? tabs.find((each) => each.url === url);
    await chrome.tabs.sendMessage(tab.id, { kind: "command", name: which });
  }, [page.url(), name]);
}

export const frames = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
