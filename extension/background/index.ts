// The background's entry: every listener is registered at once, so that a wake loses no event.
// Not here: any work; each message goes to the room that does it. No state: the worker may die between two messages.

import { day } from "./clock";
import { check } from "./engine";
import { ignore, ignoredRules, stopIgnoring, withoutIgnored } from "./ignored";
import { activeTitles, currentSnapshot, keepSheet, remove, report, restore, setActive, summaries } from "./library";
import { listen } from "./ports";
import { command, registerAllowed, setSite, siteState } from "./sites";
import { exported, posted, rows, sealPending } from "./trace";

const SAMPLE = "assets/aquapure-x200.md";

listen({
  check: async (ask) => {
    const answer = await check(ask, day(), currentSnapshot);
    return answer.status === "checked" ? { ...answer, checked: await withoutIgnored(answer.checked) } : answer;
  },
  site: ({ host, sign }) => siteState(host, sign ?? null),
  posted,
  ignore,
  ignoredRules,
  stopIgnoring,
  openWorkbench: ({ page }) => openWorkbench(page),
  sheets: summaries,
  keepSheet,
  sheet: ({ id }) => report(id),
  setSheetActive: ({ id, active }) => setActive(id, active).then(nothing),
  removeSheet: ({ id }) => remove(id).then(nothing),
  restoreSheet: ({ id }) => restore(id).then(nothing),
  setSite: ({ host, on }) => setSite(host, on),
  journal: ({ before, limit }) => rows(before, limit),
  exportJournal: exported,
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void registerAllowed();
  if (reason === "install") void welcome();
});
// The popup that asked for a site may be closed by the browser's own question before the answer comes.
chrome.permissions.onAdded.addListener(() => void registerAllowed());
chrome.runtime.onStartup.addListener(() => void sealPending());
chrome.commands.onCommand.addListener((name, tab) => void command(name, tab));

/** First run: a sample sheet to try things on, and the workbench to see it in. */
async function welcome(): Promise<void> {
  if ((await activeTitles()).length === 0) {
    const sample = new Uint8Array(await (await fetch(chrome.runtime.getURL(SAMPLE))).arrayBuffer());
    const bytes = btoa(String.fromCharCode(...sample));
    await keepSheet({ name: SAMPLE.replace("assets/", ""), bytes });
  }
  await openWorkbench("welcome");
}

async function openWorkbench(page: string): Promise<null> {
  await chrome.tabs.create({ url: chrome.runtime.getURL(`workbench.html#${encodeURIComponent(page)}`) });
  return null;
}

async function nothing(): Promise<null> {
  return null;
}
