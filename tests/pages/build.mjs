// Bundles the test pages' editors into target/pages: `node tests/pages/build.mjs`. Installs them first where they are missing.
// Not here: the pages themselves (pages.mjs), serving them under their host names (tests/browser/).

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { PAGES } from "./pages.mjs";

const here = dirname(fileURLToPath(import.meta.url));
export const OUT = join(here, "../../target/pages");
const FOLDERS = { x: "networks", mastodon: "networks" };

export async function buildPages() {
  if (!existsSync(join(here, "node_modules"))) {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  }
  const { build } = await import("esbuild");
  const names = [...new Set(PAGES.map((page) => page.script))];
  await build({
    entryPoints: names.map((name) => join(here, FOLDERS[name] ?? "editors", `${name}.ts`)),
    outdir: OUT,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".svg": "dataurl", ".css": "empty" },
    logLevel: "warning",
    nodePaths: [join(here, "node_modules")],
  });
  return OUT;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) console.log(await buildPages());
