// The sheets a user keeps and the library compiled from the active ones: every change is read, compiled, then written at once.
// Not here: how a file is read (reading.ts), where things are stored (store.ts).

import type { SheetReport } from "../generated/wire";
import type { SheetFile, SheetSummary } from "../protocol";
import { reload } from "./engine";
import { compile, read } from "./reading";
import type { KeptSheet, Snapshot } from "./store";
import { allSheets, putLibrary, snapshot } from "./store";

/** Set by the build: a name for what the reader and the engine are made of. */
declare const BUILD: string;

/** A removed sheet can be brought back for this long. */
const KEEP_REMOVED_MS = 30 * 24 * 60 * 60 * 1000;

/** Changes wait for each other: each starts from what the one before has written. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}

/** The compiled library; compiled anew when asked, or when another build of Aval wrote it. Null before the first sheet. */
export async function currentSnapshot(which: "kept" | "anew"): Promise<Snapshot | null> {
  const found = await snapshot();
  if (found === null || (which === "kept" && found.build === BUILD)) return found;
  return inTurn(() => rewrite((sheets) => sheets));
}

export async function summaries(): Promise<SheetSummary[]> {
  const kept = (await allSheets()).filter((sheet) => sheet.removedAt === null);
  return kept.sort((a, b) => b.addedAt.localeCompare(a.addedAt)).map(summary);
}

/** Titles of the active sheets. */
export async function activeTitles(): Promise<string[]> {
  return (await snapshot())?.titles ?? [];
}

/** Reads a file; when anything was understood of it, keeps it. Otherwise the library stays as it was. */
export function keepSheet(file: SheetFile): Promise<SheetReport> {
  return inTurn(async () => {
    const bytes = Uint8Array.from(atob(file.bytes), (letter) => letter.charCodeAt(0));
    const report = await read(file.name, bytes);
    if (isRefused(report)) return report;
    const [version, addedAt] = [await fingerprint(bytes), new Date().toISOString()];
    const sheet: KeptSheet = { id: report.id, name: file.name, bytes, version, report, active: true, addedAt, removedAt: null };
    await announce(await rewrite((sheets) => [...sheets.filter((other) => other.id !== sheet.id), sheet]));
    return report;
  });
}

export async function report(id: string): Promise<SheetReport> {
  return (await one(id)).report;
}

export function setActive(id: string, active: boolean): Promise<void> {
  return change(id, (sheet) => ({ ...sheet, active }));
}

export function remove(id: string): Promise<void> {
  return change(id, (sheet) => ({ ...sheet, removedAt: new Date().toISOString() }));
}

export function restore(id: string): Promise<void> {
  return change(id, (sheet) => ({ ...sheet, removedAt: null }));
}

function change(id: string, edit: (sheet: KeptSheet) => KeptSheet): Promise<void> {
  return inTurn(async () => {
    await one(id);
    await announce(await rewrite((sheets) => sheets.map((sheet) => (sheet.id === id ? edit(sheet) : sheet))));
  });
}

async function one(id: string): Promise<KeptSheet> {
  const found = (await allSheets()).find((sheet) => sheet.id === id);
  if (found === undefined) throw new Error(`no sheet is called ${id}`);
  return found;
}

/** The only way the library changes. Nothing is written before everything has succeeded. */
async function rewrite(edit: (sheets: KeptSheet[]) => KeptSheet[]): Promise<Snapshot> {
  const before = await allSheets();
  const oldest = new Date(Date.now() - KEEP_REMOVED_MS).toISOString();
  const after = edit(before).filter((sheet) => sheet.removedAt === null || sheet.removedAt > oldest);
  const active = after.filter((sheet) => sheet.active && sheet.removedAt === null).sort((a, b) => a.id.localeCompare(b.id, "en"));
  const bytes = await compile(active.map((sheet) => ({ name: sheet.name, bytes: sheet.bytes })));
  const sheetVersions = active.map(({ id, version }) => ({ id, version }));
  const titles = active.map((sheet) => sheet.report.title);
  const made: Snapshot = { bytes, library: await fingerprint(bytes), sheets: sheetVersions, titles, build: BUILD };
  const kept = new Set(after.map((sheet) => sheet.id));
  await putLibrary(after, before.map((sheet) => sheet.id).filter((id) => !kept.has(id)), made);
  return made;
}

/** After a change of the user's: the engine loads the new library, and compose boxes that follow this key check again. */
async function announce(made: Snapshot): Promise<void> {
  reload();
  await chrome.storage.local.set({ library: made.library });
}

function isRefused(report: SheetReport): boolean {
  return report.facts.length === 0 && report.problems.some((problem) => problem.severity === "error");
}

function summary(sheet: KeptSheet): SheetSummary {
  const { id, name, active, addedAt, report: of } = sheet;
  const { title, validFrom, validUntil } = of;
  return { id, title, name, facts: of.facts.length, problems: of.problems.length, active, validFrom, validUntil, addedAt };
}

async function fingerprint(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource));
  return [...hash.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
