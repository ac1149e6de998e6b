// How well and how fast Aval checks: the command line on the bench sets, the engine's module in this Node.
// Not here: scoring (the sets bring their own), how anything is checked.

import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

import { build } from "./build.mjs";
import { find, run as runProgram, step } from "./tools.mjs";

const SETS = "../shared/bench";
const OUT = "target/bench";
const AVAL = "target/release/aval";

/** Name, folder with cases, where its sheets are, which scorer, further words for the scorer. */
const REPLIES = ["replies-en-dev", "replies-fr-dev"].map((name) => ({ name, sheets: "sheets", scorer: "score_replies.py", extra: [] }));
const TABLES = ["infotabs-dev", "xinfotabs-fr-dev"].map((name) => ({ name, sheets: "sheets.jsonl", scorer: "score.py", extra: ["--name", name] }));

const ENGINE_ROUNDS = 2000;

export async function run() {
  await build();
  await engineSpeed();
  await runProgram("cargo", ["build", "--release", "--quiet", "--package", "aval"]);
  if (!existsSync(SETS)) {
    console.log(`\nno accuracy figures: the bench sets are not at ${SETS} (they are not part of this repository)\n`);
    return;
  }
  if (find("python3") === null) throw new Error("the sets' scorers are Python programs: install python3 (Debian: apt install python3)");
  mkdirSync(OUT, { recursive: true });
  for (const set of [...REPLIES, ...TABLES]) score(set);
}

function score({ name, sheets, scorer, extra }) {
  const folder = join(SETS, name);
  const cases = join(folder, "cases.jsonl");
  const where = join(folder, sheets);
  if (!existsSync(cases) || !existsSync(where)) return console.log(`\n${name}: not here`);
  step(`checking ${name}`);
  const answers = join(OUT, `${name}.jsonl`);
  const started = performance.now();
  const file = openSync(answers, "w");
  const checked = spawnSync(AVAL, ["check", "--cases", cases, "--sheets", where, "--rules", "none"], { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  // 1 is a finding, which is what these sets are for.
  if (checked.status !== 0 && checked.status !== 1) throw new Error(`aval check on ${name} ended with ${checked.status}`);
  const count = readFileSync(cases, "utf8").trimEnd().split("\n").length;
  console.log(`  ${count} drafts in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  const scored = spawnSync("python3", [join(SETS, scorer), cases, answers, ...extra], { encoding: "utf8" });
  console.log((scored.stdout + scored.stderr).trimEnd().split("\n").map((line) => `  ${line}`).join("\n"));
}

/** The module that ships, on the sample sheet and the demo's replies. */
async function engineSpeed() {
  const glue = await import(`${process.cwd()}/target/glue/engine.js`);
  const reader = await import(`${process.cwd()}/target/glue/reader.js`);
  const sheet = { name: "aquapure-x200.md", bytes: readFileSync("extension/assets/aquapure-x200.md") };
  reader.initSync({ module: readFileSync("target/glue/reader.wasm") });
  const snapshot = reader.compile([sheet]);
  const bytes = readFileSync("target/glue/engine.wasm");
  const cold = performance.now();
  glue.initSync({ module: bytes });
  const engine = new glue.Engine(snapshot);
  const drafts = readFileSync("tests/demo/replies.jsonl", "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  engine.check({ draft: drafts[0].draft, context: null, today: drafts[0].today });
  const first = performance.now() - cold;
  const times = [];
  for (let round = 0; round < ENGINE_ROUNDS; round++) {
    const { draft, today } = drafts[round % drafts.length];
    const started = performance.now();
    engine.check({ draft, context: null, today });
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(3);
  console.log(`engine in Node ${process.versions.node}: start to first verdict ${first.toFixed(1)} ms; a check ${at(0.5)} ms median, ${at(0.99)} ms p99\n`);
}
