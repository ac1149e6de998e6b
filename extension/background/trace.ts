// The trace: every post that passed a guarded box, first put down as it is, then sealed into the chain.
// Not here: the canonical form and the hash (the Rust core), where it is stored (store.ts).

import type { JournalRow, PostedAsk } from "../protocol";
import { seal as sealEntry } from "./engine";
import type { SheetVersion } from "./store";
import { allEntries, allPending, countEntries, entriesBefore, lastEntry, putPending, seal, snapshot } from "./store";

let turn: Promise<unknown> = Promise.resolve();

/** Put down before it is answered; what cannot be sealed now is sealed at the next wake. */
export async function posted(ask: PostedAsk): Promise<{ sequence: number }> {
  await putPending(entryOf(ask, (await snapshot())?.sheets ?? [], new Date()));
  await sealPending().catch((error: unknown) => console.warn("Aval: a post waits to be sealed", error));
  return { sequence: (await lastEntry())?.sequence ?? 0 };
}

/** Seals what waits, oldest first. A death at any point leaves each post either waiting or sealed. */
export function sealPending(): Promise<void> {
  const mine = turn.then(async () => {
    for (const { key, entry } of await allPending()) {
      if (key === undefined) continue;
      const last = await lastEntry();
      const sequence = (last?.sequence ?? 0) + 1;
      await seal({ sequence, ...(await sealEntry(last?.hash ?? null, { ...entry, sequence })) }, key);
    }
  });
  turn = mine.catch(() => undefined);
  return mine;
}

export async function rows(before: number | null, limit: number): Promise<{ rows: JournalRow[]; total: number }> {
  const [found, total] = await Promise.all([entriesBefore(before, limit), countEntries()]);
  return { rows: found.map(({ line }) => ({ line })), total };
}

/** The whole trace, oldest first, one entry a line: what `aval journal verify` reads. */
export async function exported(): Promise<{ jsonl: string }> {
  return { jsonl: (await allEntries()).map(({ line }) => `${line}\n`).join("") };
}

/** As `src/journal/entry.rs` has it; its sequence number is known when it is sealed. */
function entryOf(ask: PostedAsk, sheets: readonly SheetVersion[], now: Date): object {
  const { answer, ...rest } = ask;
  const checked = answer.status === "checked";
  return {
    ...rest,
    time: now.toISOString(),
    verdict: checked ? answer.checked.verdict : null,
    findings: checked ? answer.checked.findings : [],
    notChecked: checked ? null : answer.reason,
    library: checked ? answer.library : null,
    sheets: checked ? sheets : [],
    aval: chrome.runtime.getManifest().version,
  };
}
