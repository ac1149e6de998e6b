// What a build needs from the machine: found, installed where that is polite, otherwise named.
// Not here: what is done with the tools.

import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A line that tells a waiting person what goes on. */
export function step(text) {
  console.log(`· ${text}`);
}

/** Runs a program to its end; its output is shown as it comes. Throws when it fails. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} ${args.slice(0, 3).join(" ")} … ended with ${signal ?? code}`));
    });
  });
}

/** The same, but silent unless it fails: then all it said is shown. */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const said = [];
    child.stdout.on("data", (piece) => said.push(piece));
    child.stderr.on("data", (piece) => said.push(piece));
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new Error(`${program} ${args.slice(0, 3).join(" ")} … ended with ${signal ?? code}`));
    });
  });
}

/** The path of a program, or null. */
export function find(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}

export function ensureNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Error(`Node.js ${process.versions.node} is too old; 20 or newer is needed: https://nodejs.org`);
}

export async function ensureWasmTarget() {
  const probe = spawnSync("rustc", ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"], { encoding: "utf8" });
  if (probe.status === 0 && existsSync(probe.stdout.trim())) return;
  if (find("rustup") === null) {
    throw new Error("Rust's target wasm32-unknown-unknown is missing and there is no rustup to add it: https://rustup.rs");
  }
  step("adding the WASM target to Rust");
  await run("rustup", ["target", "add", "wasm32-unknown-unknown"]);
}

/** npm's packages, exactly as the folder's package-lock.json names them. */
export async function ensurePackages(folder = ".") {
  const stamp = join(folder, "node_modules/.aval-lock");
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  step(folder === "." ? "installing npm packages" : `installing npm packages for ${folder}`);
  const env = { ...process.env, PUPPETEER_SKIP_DOWNLOAD: "1" };
  await runQuietly("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, env });
  writeFileSync(stamp, lock);
}

const BROWSERS = {
  chromium: { programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], debian: "chromium", variable: "CHROMIUM" },
  firefox: { programs: ["firefox-esr", "firefox"], debian: "firefox-esr", variable: "FIREFOX" },
};

/** The path of a browser; installs Debian's when root, else says what to install. */
export async function ensureBrowser(name) {
  const { programs, debian, variable } = BROWSERS[name];
  const found = process.env[variable] ?? find(...programs);
  if (found !== null) return found;
  if (process.getuid?.() !== 0 || find("apt-get") === null) {
    throw new Error(`no ${name} was found. Install it (Debian: apt install ${debian}), or name its program in ${variable}=…`);
  }
  step(`installing ${debian}`);
  await runQuietly("apt-get", ["update"]);
  await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", debian, "fonts-dejavu-core"], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  const installed = find(...programs);
  if (installed === null) throw new Error(`apt installed ${debian}, yet no ${programs[0]} is on the PATH`);
  return installed;
}

/** Whether `output` must be made again because an input is newer. */
export function stale(output, ...inputs) {
  if (!existsSync(output)) return true;
  const made = statSync(output).mtimeMs;
  return inputs.some((input) => existsSync(input) && statSync(input).mtimeMs > made);
}
