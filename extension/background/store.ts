// What is kept on this computer, in IndexedDB: sheets, the compiled library, the trace. The only room that names the database.
// Not here: when to read or write (library.ts, trace.ts), settings (settings.ts).

import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { SheetReport } from "../generated/wire";

/** A sheet as its owner gave it, and what was understood of it. */
export interface KeptSheet {
  id: string;
  name: string;
  bytes: Uint8Array;
  version: string;
  report: SheetReport;
  active: boolean;
  /** ISO 8601 instant. */
  addedAt: string;
  /** ISO 8601 instant; set while the sheet can still be brought back. */
  removedAt: string | null;
}

/** Which state of which sheet. */
export interface SheetVersion {
  id: string;
  /** Changes exactly when the file's bytes do. */
  version: string;
}

/** The library, compiled and ready to load. */
export interface Snapshot {
  bytes: Uint8Array;
  /** Changes exactly when the bytes do. */
  library: string;
  /** The sheets in it. */
  sheets: SheetVersion[];
  /** Their titles. */
  titles: string[];
  /** The build that wrote the bytes; another build compiles anew. */
  build: string;
}

/** A sealed entry: `line` is its canonical JSON, as exported. */
export interface TraceEntry {
  sequence: number;
  hash: string;
  line: string;
}

/** A post not yet sealed. Written first, so that a death between two steps loses nothing. */
export interface Pending {
  key?: number;
  entry: object;
}

interface Schema extends DBSchema {
  sheets: { key: string; value: KeptSheet };
  compiled: { key: "snapshot"; value: Snapshot };
  trace: { key: number; value: TraceEntry };
  pending: { key: number; value: Pending };
}

/** Each entry brings a database of the version before it up by one; entries are only ever added. */
const MIGRATIONS: readonly ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore("sheets", { keyPath: "id" });
    db.createObjectStore("compiled");
    db.createObjectStore("trace", { keyPath: "sequence" });
    db.createObjectStore("pending", { keyPath: "key", autoIncrement: true });
  },
];

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("aval", MIGRATIONS.length, {
    upgrade: (db, from) => MIGRATIONS.slice(from).forEach((migrate) => migrate(db)),
    blocking: forget,
    terminated: forget,
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function forget(): void {
  void opened?.then((db) => db.close());
  opened = null;
}

export async function allSheets(): Promise<KeptSheet[]> {
  return (await open()).getAll("sheets");
}

export async function snapshot(): Promise<Snapshot | null> {
  return (await (await open()).get("compiled", "snapshot")) ?? null;
}

/** Sheets and the library made of them change together or not at all. `gone`: ids no longer kept. */
export async function putLibrary(sheets: readonly KeptSheet[], gone: readonly string[], made: Snapshot): Promise<void> {
  const change = (await open()).transaction(["sheets", "compiled"], "readwrite", { durability: "strict" });
  const store = change.objectStore("sheets");
  await Promise.all([
    ...sheets.map((sheet) => store.put(sheet)),
    ...gone.map((id) => store.delete(id)),
    change.objectStore("compiled").put(made, "snapshot"),
    change.done,
  ]);
}

export async function putPending(entry: object): Promise<void> {
  await (await open()).add("pending", { entry });
}

export async function allPending(): Promise<Pending[]> {
  return (await open()).getAll("pending");
}

export async function lastEntry(): Promise<TraceEntry | null> {
  const cursor = await (await open()).transaction("trace").store.openCursor(null, "prev");
  return cursor?.value ?? null;
}

/** Moves one post from the waiting room into the trace. Errors when that place in the trace is taken. */
export async function seal(entry: TraceEntry, pendingKey: number): Promise<void> {
  const change = (await open()).transaction(["trace", "pending"], "readwrite", { durability: "strict" });
  await Promise.all([change.objectStore("trace").add(entry), change.objectStore("pending").delete(pendingKey), change.done]);
}

export async function countEntries(): Promise<number> {
  return (await open()).count("trace");
}

/** At most `limit` entries, newest first, from just before the sequence number `before`. */
export async function entriesBefore(before: number | null, limit: number): Promise<TraceEntry[]> {
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const found: TraceEntry[] = [];
  let cursor = await (await open()).transaction("trace").store.openCursor(range, "prev");
  while (cursor !== null && found.length < limit) {
    found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}

export async function allEntries(): Promise<TraceEntry[]> {
  return (await open()).getAll("trace");
}
