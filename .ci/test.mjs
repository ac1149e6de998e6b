// Every test, from the core outward: Rust, types, the built extension in both browsers.
// Not here: the tests themselves.

import { readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import { build } from "./build.mjs";
import { ensureBrowser, ensurePackages, run as runProgram, step } from "./tools.mjs";

const TYPES = "extension/generated/wire.ts";

/** `./build.sh test [rust] [node] [WORDS]`: all, or one half; further words choose browser test files by name. */
export async function run(words) {
  const only = new Set(words.filter((word) => word === "rust" || word === "node"));
  const chosen = words.filter((word) => !only.has(word));
  const all = only.size === 0;
  const typesBefore = readFileSync(TYPES, "utf8");
  const over = await build();
  if (readFileSync(TYPES, "utf8") !== typesBefore) throw new Error(`${TYPES} was stale and has been written anew: commit it`);
  await ensurePackages("tests/pages");
  step("checking the types of the scripts");
  await runProgram(process.execPath, ["node_modules/typescript/bin/tsc", "-p", ".ci/tsconfig.json"]);
  // One half's failure does not hide the other's.
  const failed = [...over];
  for (const [half, tests] of [["rust", rustTests], ["node", () => nodeTests(chosen)]]) {
    if (all || only.has(half)) await tests().catch((error) => failed.push(error.message));
  }
  if (failed.length > 0) throw new Error(failed.join("\n"));
}

async function rustTests() {
  step("testing the core and the command line");
  await runProgram("cargo", ["test", "--package", "aval", "--package", "aval-bindgen", "--package", "aval-pages"]);
}

async function nodeTests(chosen) {
  const env = { ...process.env, CHROMIUM: await ensureBrowser("chromium"), FIREFOX: await ensureBrowser("firefox") };
  step("testing the extension in Chromium and Firefox");
  // A workspace build of the command line: the tests verify with it what the extension exported.
  await runProgram("cargo", ["build", "--quiet", "--package", "aval"]);
  const files = await bundleTests();
  const wanted = chosen.length === 0 ? files : files.filter((file) => chosen.some((word) => basename(file).includes(word)));
  await runProgram(process.execPath, ["--enable-source-maps", "--test", "--test-concurrency=1", "--test-reporter=spec", ...wanted], { env });
}

/** TypeScript tests as modules Node runs; packages stay outside. */
export async function bundleTests() {
  const esbuild = await import("esbuild");
  rmSync("dist/test", { recursive: true, force: true });
  const entryPoints = filesIn("tests", ".test.ts");
  await esbuild.build({
    entryPoints,
    outdir: "dist/test",
    outExtension: { ".js": ".mjs" },
    entryNames: "[name]",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return filesIn("dist/test", ".test.mjs");
}

function filesIn(folder, ending) {
  const all = readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path)));
  // The editors under tests/pages bring tests of their own.
  return all.filter((path) => path.endsWith(ending) && !path.includes("node_modules")).sort();
}
