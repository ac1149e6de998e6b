// The engine: started at the first question, thrown away after a trap, started again from the snapshot.
// Not here: how the snapshot is made (library.ts), what a check means (the Rust core).

import { __wbg_reset_state, Engine, initSync, seal as sealEntry } from "../../target/glue/engine";
import type { CheckAnswer, CheckAsk } from "../protocol";
import { LONGEST_DRAFT } from "../protocol";
import type { Checked } from "../generated/wire";
import type { Snapshot } from "./store";

/** Where the snapshot comes from: as kept, or compiled anew when the kept one cannot be loaded. Null before the first sheet. */
export type Source = (which: "kept" | "anew") => Promise<Snapshot | null>;

interface Running {
  engine: Engine;
  library: string;
}

let module: Promise<WebAssembly.Module> | null = null;
let started = false;
let running: Promise<Running | null> | null = null;

/** Never rejects: whatever goes wrong is an answer, so that the user can post. `today`: ISO 8601 day. */
export async function check(ask: CheckAsk, today: string, library: Source): Promise<CheckAnswer> {
  if (ask.draft.length > LONGEST_DRAFT) return { status: "not-checked", reason: "too-long" };
  try {
    const now = await (running ??= start(library));
    if (now === null) return { status: "not-checked", reason: "no-sheet" };
    const checked = now.engine.check({ draft: ask.draft, context: ask.context, today }) as Checked;
    return { status: "checked", checked, library: now.library };
  } catch (error) {
    throwAway(error);
    return { status: "not-checked", reason: "engine-failed" };
  }
}

/** The library has changed: the next question is answered from the new one. */
export function reload(): void {
  void running?.then((now) => now?.engine.free()).catch(() => undefined);
  running = null;
}

/** An entry as a line of the trace, chained to the hash `previous`. Errors when the engine cannot be started or the entry has another shape. */
export async function seal(previous: string | null, entry: object): Promise<{ hash: string; line: string }> {
  await instance();
  try {
    return sealEntry(previous ?? undefined, JSON.stringify(entry)) as { hash: string; line: string };
  } catch (error) {
    throwAway(error);
    throw error;
  }
}

async function start(library: Source): Promise<Running | null> {
  const [kept] = await Promise.all([library("kept"), instance()]);
  try {
    return loaded(kept);
  } catch (error) {
    freshInstance(error);
    return loaded(await library("anew"));
  }
}

function loaded(snapshot: Snapshot | null): Running | null {
  if (snapshot === null || snapshot.sheets.length === 0) return null;
  return { engine: new Engine(snapshot.bytes), library: snapshot.library };
}

/** The module is compiled once a wake; a fresh instance is made only when there is none. */
async function instance(): Promise<void> {
  module ??= WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("engine.wasm")));
  module.catch(() => (module = null));
  const compiled = await module;
  if (!started) initSync({ module: compiled });
  started = true;
}

/** The next question starts anew. */
function throwAway(error: unknown): void {
  running = null;
  freshInstance(error);
}

/** After a trap the instance's memory cannot be trusted: the glue puts a fresh one in its place. */
function freshInstance(error: unknown): void {
  console.warn("Aval: the engine stopped and is started again", error);
  if (started) __wbg_reset_state();
}
