// How each kind of finding looks: a shape first, a colour second. One table for highlights, mirror and card.
// Not here: drawing (highlight.ts, mirror.ts). Colours keep 3:1 and better against white and near-black grounds.

import type { Theme } from "../theme";

export type Ink = "contradicted" | "doubtful" | "flagged";

export interface Stroke {
  line: "wavy" | "dashed" | "dotted";
  light: string;
  dark: string;
}

export const INKS: Record<Ink, Stroke> = {
  contradicted: { line: "wavy", light: "#c8102e", dark: "#ff8a93" },
  doubtful: { line: "dashed", light: "#9a5800", dark: "#ffc25c" },
  flagged: { line: "dotted", light: "#5b35c9", dark: "#bba8ff" },
};

/** `kind` of a finding, as the contract names it. */
export function inkOf(kind: string): Ink {
  return kind === "contradicted" || kind === "flagged" ? kind : "doubtful";
}

/** Declarations that paint an underline without moving a letter. */
export function underline(ink: Ink, theme: Theme): string {
  const stroke = INKS[ink];
  const width = stroke.line === "wavy" ? "1.5px" : "2px";
  return `text-decoration:underline ${stroke.line} ${stroke[theme]};text-decoration-thickness:${width};text-decoration-skip-ink:none;text-underline-offset:3px;`;
}
