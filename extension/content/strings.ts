// The right words for a draft: which language, arguments put in.
// Not here: the words themselves (extension/words.ts; they come with the answer to `site`, to keep a sleeping page small).

import type { Lang, StringKey, Words } from "../words";

export type Say = (key: StringKey, ...args: (string | number)[]) => string;

export function speaker(words: Words, lang: Lang): Say {
  return (key, ...args) => words[lang][key].replace(/\{(\d)\}/g, (_, at: string) => String(args[Number(at)] ?? ""));
}

/** A fixed choice first, then the draft's language, then the browser's. */
export function chooseLang(fixed: "auto" | Lang, draft: string | null, browser: string): Lang {
  if (fixed !== "auto") return fixed;
  const from = draft === "fr" || draft === "en" ? draft : browser;
  return from.toLowerCase().startsWith("fr") ? "fr" : "en";
}
