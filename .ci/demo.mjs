// ./build.sh demo: the sample replies on the command line, then the extension itself in Chromium.
// Not here: what is typed in the browser (tests/demo/drive.ts).

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";

import { assembleDemo, build } from "./build.mjs";
import { ensureBrowser, run as runProgram, runQuietly, step } from "./tools.mjs";

const SHEET = "extension/assets/aquapure-x200.md";
const REPLIES = "tests/demo/replies.jsonl";
const AVAL = "target/debug/aval";
const OUT = "dist/demo";
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript" };

export async function run() {
  await build();
  step("compiling the command line");
  await runQuietly("cargo", ["build", "--package", "aval"]);
  commandLine();
  const program = await ensureBrowser("chromium");
  const extension = assembleDemo();
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) await show(program, extension);
  else await drive(program, extension);
}

function commandLine() {
  const replies = readFileSync(REPLIES, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  for (const { draft, lang, today } of replies) {
    console.log(`\n$ echo ${JSON.stringify(draft)} | aval check --sheet ${SHEET}`);
    const words = ["check", "-", "--sheet", SHEET, "--lang", lang, "--today", today];
    const { status, error } = spawnSync(AVAL, words, { input: draft, stdio: ["pipe", "inherit", "inherit"] });
    // 0: nothing wrong; 1: something is. Anything else is a failure of the command.
    if (error !== undefined || (status !== 0 && status !== 1)) throw new Error(`aval check ended with ${status ?? error}`);
  }
}

async function drive(program, extension) {
  step("no display: driving the page in Chromium without one");
  const esbuild = await import("esbuild");
  const outfile = "dist/demo/drive.mjs";
  await esbuild.build({
    entryPoints: ["tests/demo/drive.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  process.env.CHROMIUM = program;
  const demo = await import(resolve(outfile));
  await demo.drive(extension, OUT);
  await runProgram(AVAL, ["journal", "verify", join(OUT, "trace.jsonl")]);
  console.log(`\n  pictures: ${OUT}/*.png\n`);
}

/** A window for a person: the page and the workbench, until it is closed. */
async function show(program, extension) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    try {
      const body = readFileSync(join("tests/demo", path === "/" ? "page.html" : path.replaceAll("..", "")));
      response.setHeader("content-type", TYPES[extname(path)] ?? TYPES[".html"]);
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const profile = mkdtempSync(join(tmpdir(), "aval-demo-"));
  const folder = resolve(extension);
  const address = `http://localhost:${server.address().port}/`;
  console.log(`\n  Type a wrong figure into a box at ${address}. Close the window to end the demo.\n`);
  try {
    await runProgram(program, [
      `--user-data-dir=${profile}`,
      "--no-first-run",
      "--disable-sync",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      address,
    ]);
  } finally {
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
