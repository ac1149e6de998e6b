// The user's settings: the defaults are the type. Read once, then followed; kept in the browser's synced storage.
// Not here: sheets, rules and the trace (background/store.ts), on or off per site (the background answers `site`).

/** Everything that can be set, with what it is when nobody set it. */
export const defaults = {
  /** What the guard does with a warning: ask once per draft, or show it only. */
  warnings: "ask" as "ask" | "show",
  /** The small counter beside the compose box. */
  counter: "shown" as "shown" | "hidden",
  /** Where the counter was dragged, in CSS pixels from its own place. */
  counterX: 0,
  counterY: 0,
  /** Words of Aval's own surfaces: the draft's language, or always this one. */
  language: "auto" as "auto" | "en" | "fr",
};
export type Settings = typeof defaults;

/** Renames and changes of meaning, oldest first; each runs once on what an older version left. */
const migrations: readonly { date: string; run(kept: Record<string, unknown>): void }[] = [];

const KEY = "settings";

function clean(kept: unknown): Settings {
  const found = typeof kept === "object" && kept !== null ? { ...(kept as Record<string, unknown>) } : {};
  for (const step of migrations) step.run(found);
  const known = Object.entries(defaults).map(([name, value]) => [name, typeof found[name] === typeof value ? found[name] : value]);
  return Object.fromEntries(known) as Settings;
}

export async function readSettings(): Promise<Settings> {
  try {
    return clean((await chrome.storage.sync.get(KEY))[KEY]);
  } catch {
    return { ...defaults }; // The extension's context is gone, or sync is switched off by policy.
  }
}

export async function changeSettings(change: Partial<Settings>): Promise<void> {
  await chrome.storage.sync.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Calls back with the settings as they change, until the signal ends it. */
export function followSettings(signal: AbortSignal, changed: (settings: Settings) => void): void {
  const listen = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
    if (area === "sync" && changes[KEY] !== undefined) changed(clean(changes[KEY].newValue));
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener("abort", () => chrome.storage.onChanged.removeListener(listen), { once: true });
}
