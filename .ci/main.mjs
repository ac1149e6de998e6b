// Which word after ./build.sh starts what.
// Not here: how anything is built, tested or measured.

const ORDERS = {
  build: ["./build.mjs", "both extensions into dist/chrome and dist/firefox, and zips"],
  demo: ["./demo.mjs", "the sample replies on the command line, then the extension in Chromium"],
  test: ["./test.mjs", "every test: Rust, TypeScript, both browsers"],
  bench: ["./bench.mjs", "how well and how fast it checks"],
};

const [order = "build", ...rest] = process.argv.slice(2);
const known = ORDERS[order];
if (known === undefined) {
  const list = Object.entries(ORDERS).map(([name, [, what]]) => `  ${name.padEnd(6)} ${what}`);
  console.error(`usage: ./build.sh [${Object.keys(ORDERS).join(" | ")}]\n${list.join("\n")}`);
  process.exit(order === "--help" || order === "help" ? 0 : 2);
}
try {
  const { run } = await import(known[0]);
  await run(rest);
} catch (error) {
  console.error(`build.sh ${order}: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
