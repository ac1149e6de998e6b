// Bundles the test pages' editors into a folder to serve; installs the editors first where they are missing.
// Not here: the pages themselves (pages.ts), serving them under their host names (tests/browser/harness/network.ts).

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { NETWORKS } from "./networks";
import { PAGES, htmlOf } from "./pages";

const HERE = "tests/pages";

/** Writes every page and its script into `out`. Runs at the repository's top. */
export async function buildPages(out: string): Promise<void> {
  if (!existsSync(join(HERE, "node_modules"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: HERE, stdio: "inherit" });
  }
  const pages = [...PAGES, ...NETWORKS];
  mkdirSync(out, { recursive: true });
  await build({
    entryPoints: [...new Set(pages.map((page) => join(HERE, page.kind === "network" ? "networks" : "editors", `${page.script}.ts`)))],
    outdir: out,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".svg": "dataurl", ".css": "empty" },
    logLevel: "warning",
  });
  for (const page of pages) writeFileSync(join(out, `${page.id}.html`), htmlOf(page));
  copyFileSync(join(HERE, "page.css"), join(out, "page.css"));
}
