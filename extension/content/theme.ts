// Light or dark, from what is really painted behind the compose box, not from what the page claims.
// Not here: the colours themselves (draw/ink.ts, card/style.ts).

export type Theme = "light" | "dark";

interface Rgba {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** Reads what getComputedStyle gives for a colour: `rgb()`, `rgba()` or `color(srgb …)`. */
export function readColour(css: string): Rgba | null {
  const parts = css.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number);
  if (parts === undefined || parts.length < 3) return null;
  const scale = css.startsWith("color(") ? 255 : 1;
  const [r = 0, g = 0, b = 0, a = 1] = parts;
  return { r: r * scale, g: g * scale, b: b * scale, a };
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminance({ r, g, b }: Rgba): number {
  const part = (value: number): number => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
}

export function themeOf(el: HTMLElement): Theme {
  for (let at: Element | null = el; at !== null; at = at.parentElement ?? hostOf(at)) {
    const colour = readColour(getComputedStyle(at).backgroundColor);
    if (colour !== null && colour.a >= 0.5) return luminance(colour) < 0.25 ? "dark" : "light";
  }
  // Nothing painted up to the root: the canvas follows the page's colour scheme.
  return getComputedStyle(el).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function hostOf(el: Element): Element | null {
  const root = el.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
