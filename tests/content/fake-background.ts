// A background for tests of the compose box alone: same messages, a table of words in place of the core.
// Not here: the real engine; tests/browser/ drives the built extension.

import type { Checked, Finding } from "../../extension/generated/wire";
import type { Envelope, PostedAsk } from "../../extension/protocol";
import { PORT } from "../../extension/protocol";
import { adapterFor } from "../../extension/sites/index";
import { WORDS } from "../../extension/words";
import { LOOK } from "../../extension/look";

interface Known {
  words: string;
  kind: string;
  severity: string;
  message: string;
  fix: string | null;
}
const KNOWN: Known[] = [
  { words: "12 hours", kind: "contradicted", severity: "error", message: "The sheet says 8 h (Battery life).", fix: "8 hours" },
  { words: "12 heures", kind: "contradicted", severity: "error", message: "La fiche dit 8 h (Autonomie).", fix: "8 heures" },
  { words: "two days and nights", kind: "contradicted", severity: "error", message: "The sheet says 1 day.", fix: "one day\nand one night" },
  { words: "completely ", kind: "flagged", severity: "note", message: "Not needed.", fix: "" },
  { words: "3 kg", kind: "unsupported", severity: "warning", message: "The sheet does not state a weight.", fix: null },
  { words: "the best", kind: "flagged", severity: "warning", message: "A superlative that nothing proves.", fix: "a good" },
];

function check(draft: string): Checked {
  const findings: Finding[] = [];
  for (const { words, kind, severity, message, fix } of KNOWN) {
    for (let start = draft.indexOf(words); start >= 0; start = draft.indexOf(words, start + 1)) {
      const end = start + words.length;
      const finding: Finding = { kind, rule: kind === "flagged" ? "claim/superlative" : `fact/${kind}`, severity, start, end, text: words, message, fixes: fix === null ? [] : [{ label: `Replace with “${fix}”`, start, end, replacement: fix }] };
      if (kind === "contradicted") finding.fact = { sheet: "AquaPure X200", line: 14, product: "AquaPure X200", attribute: "Battery life", value: "8 h", condition: "Eco mode" };
      if (kind === "flagged") finding.why = "A superlative has to be provable: Directive 2005/29/EC, article 6.";
      findings.push(finding);
    }
  }
  findings.sort((a, b) => a.start - b.start);
  return { version: 1, lang: /\b(heures|la|le|tient)\b/.test(draft) ? "fr" : "en", verdict: findings.length > 0 ? "contradicted" : "clean", findings, supported: [] };
}

const posted: PostedAsk[] = [];
let checked: { draft: string; context: string | null; audience: string } | null = null;
let slow = 0;
let on = true;

chrome.runtime.onInstalled.addListener(() => void chrome.tabs.create({ url: "workbench.html" }));

interface TestAsk {
  test?: "checked" | "posted" | "reset" | "command" | "switch";
  on?: boolean;
  ms?: number;
  name?: string;
}

chrome.runtime.onMessage.addListener((message: TestAsk, _sender, answer: (value: unknown) => void) => {
  if (message.test === "checked") answer(checked);
  else if (message.test === "posted") answer(posted);
  else if (message.test === "switch") {
    on = message.on ?? true;
    answer(null);
  } else if (message.test === "reset") {
    posted.length = 0;
    slow = message.ms ?? 0;
    answer(null);
  } else if (message.test === "command") {
    const forward = async (): Promise<void> => {
      const tabs = await chrome.tabs.query({ active: true });
      for (const tab of tabs) if (tab.id !== undefined) await chrome.tabs.sendMessage(tab.id, { kind: "command", name: message.name }).catch(() => undefined);
    };
    void forward().then(() => answer(null));
    return true;
  }
  return false;
});

chrome.runtime.onConnect.addListener((port) => {
  if (port.name !== PORT) return;
  port.onMessage.addListener((message: Envelope) => {
    const { id, kind } = message;
    const answer = (value: unknown): void => {
      try {
        port.postMessage({ id, answer: value });
      } catch {
        // The page left.
      }
    };
    if (kind === "site") {
      const ask = message.ask as { host: string; sign?: string | null };
      answer({ on, sheets: ["AquaPure X200"], locale: "auto", adapter: adapterFor(ask.host, ask.sign ?? null), words: WORDS, look: LOOK });
    } else if (kind === "check") {
      const ask = message.ask as { draft: string; context: string | null; place: { audience: string } };
      checked = { draft: ask.draft, context: ask.context, audience: ask.place.audience };
      const result = { status: "checked", checked: check(ask.draft), library: "test" };
      if (slow > 0) setTimeout(() => answer(result), slow);
      else answer(result);
    } else if (kind === "posted") {
      posted.push(message.ask as PostedAsk);
      answer({ sequence: posted.length });
    } else answer(null);
  });
});
