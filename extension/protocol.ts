// The messages between pages, compose boxes and the background: kind, who may ask, what goes in, what comes out.
// Not here: how a message travels (background/ports.ts), what a check means (the Rust core).

import type { Adapter } from "./content/place";
import type { Checked, SheetReport } from "./generated/wire";
import type { Words } from "./words";

/** Where a draft is being written. `url` is never shown to a third party; it goes into the trace only. */
export interface Place {
  site: string;
  url: string;
  /** A public reply, a private message, or not known. */
  audience: "public" | "private" | "unknown";
}

export interface CheckAsk {
  /** The text of the compose box as typed. Offsets in the answer are UTF-16 units into it. */
  draft: string;
  /** The customer's message, where the adapter found it. */
  context: string | null;
  place: Place;
}

/** UTF-16 units. A longer draft is refused with a word, so that an answer always comes within a second. */
export const LONGEST_DRAFT = 20_000;

export type NotCheckedReason = "starting" | "engine-failed" | "no-sheet" | "too-long" | "off" | "disconnected";

export type CheckAnswer =
  | { status: "checked"; checked: Checked; library: string }
  | { status: "not-checked"; reason: NotCheckedReason };

/** What the user decided on a post. */
export type Decision = "clean" | "warned" | "posted-anyway" | "not-checked";

/** One post that passed a guarded box. The background adds time, sequence number and hashes. */
export interface PostedAsk {
  place: Place;
  context: string | null;
  text: string;
  answer: CheckAnswer;
  decision: Decision;
  reason: string | null;
  /** Fixes the user took while writing this draft. */
  fixes: { rule: string; before: string; after: string }[];
  /** Findings the user chose to ignore, with the scope. */
  ignored: { rule: string; text: string; scope: IgnoreScope }[];
}

export type IgnoreScope = "this-text" | "this-rule" | "this-product";

/** A rule the user wants to hear no more of; for one product, or (null) for all. */
export interface IgnoredRule {
  rule: string;
  product: string | null;
}

export interface SiteState {
  /** Aval works on this site. */
  on: boolean;
  /** Sheets that are loaded and active here, by title. */
  sheets: string[];
  locale: "auto" | "en" | "fr";
  /** What is known of this host's compose boxes, from `sites/index.ts`; null on a site Aval has no data for. */
  adapter?: Adapter | null;
  /** `WORDS` of words.ts: what Aval says in a page. */
  words: Words;
  /** `LOOK` of look.ts: how it looks there. */
  look: string;
}

export interface SheetFile {
  name: string;
  /** The file's bytes as base64: ports carry JSON only. */
  bytes: string;
}

export interface SheetSummary {
  id: string;
  title: string;
  name: string;
  facts: number;
  problems: number;
  active: boolean;
  validFrom: string | null;
  validUntil: string | null;
  addedAt: string;
}

export interface JournalRow {
  /** One canonical JSON entry, as exported. */
  line: string;
}

/** kind → who may ask, what is asked, what is answered. No other message exists. */
export interface Protocol {
  check: { from: "content" | "page"; ask: CheckAsk; answer: CheckAnswer };
  /** `sign`: id of self-hosted software recognised in the page (`sites/index.ts`), null where there is none. */
  site: { from: "content" | "page"; ask: { host: string; sign?: string | null }; answer: SiteState };
  posted: { from: "content"; ask: PostedAsk; answer: { sequence: number } };
  ignore: { from: "content"; ask: { rule: string; product: string | null; scope: IgnoreScope }; answer: null };
  ignoredRules: { from: "page"; ask: null; answer: IgnoredRule[] };
  stopIgnoring: { from: "page"; ask: IgnoredRule; answer: null };
  openWorkbench: { from: "content" | "page"; ask: { page: string }; answer: null };
  sheets: { from: "page"; ask: null; answer: SheetSummary[] };
  keepSheet: { from: "page"; ask: SheetFile; answer: SheetReport };
  sheet: { from: "page"; ask: { id: string }; answer: SheetReport };
  setSheetActive: { from: "page"; ask: { id: string; active: boolean }; answer: null };
  removeSheet: { from: "page"; ask: { id: string }; answer: null };
  restoreSheet: { from: "page"; ask: { id: string }; answer: null };
  setSite: { from: "page"; ask: { host: string; on: boolean }; answer: SiteState };
  journal: { from: "page"; ask: { before: number | null; limit: number }; answer: { rows: JournalRow[]; total: number } };
  exportJournal: { from: "page"; ask: null; answer: { jsonl: string } };
}

export type Kind = keyof Protocol;
export type Ask<K extends Kind> = Protocol[K]["ask"];
export type Answer<K extends Kind> = Protocol[K]["answer"];

/**
 * How a message travels. A compose box opens a port of this name and puts `Envelope`s on it; a page calls
 * `runtime.sendMessage` with `{ kind, ask }`. Both get a `Reply`; on a port, `id` joins it to its question.
 * A port that closes means the background was put to sleep: open another and ask again.
 */
export const PORT = "aval";
export interface Envelope<K extends Kind = Kind> {
  id: number;
  kind: K;
  ask: Ask<K>;
}
export type Reply<K extends Kind = Kind> = { id?: number; answer: Answer<K> } | { id?: number; refused: string };

/** The browser's commands (manifest.json), forwarded by the background to the active tab's compose box. */
export type CommandName = "next-finding" | "previous-finding" | "take-fix" | "ignore-finding";
/** Sent with `tabs.sendMessage`, not over the port. `site` tells a tab that the state of `host` (with its port) changed. */
export type TabMessage = { kind: "command"; name: CommandName } | { kind: "site"; host: string; state: SiteState };
