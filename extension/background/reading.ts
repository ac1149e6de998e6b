// The reader: files to facts, files to a compiled library. A fresh instance for every order, so that neither a file
// that makes it trap nor the memory it took outlives the order.
// Not here: what is kept of the outcome (library.ts). The workbench tries a new file in a Web Worker first (reader/worker.ts).

import { __wbg_reset_state, compile as compileSheets, initSync, read as readSheet } from "../../target/glue/reader";
import type { SheetReport } from "../generated/wire";

let started = false;

async function fresh(): Promise<void> {
  if (started) {
    __wbg_reset_state();
    return;
  }
  initSync({ module: await WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("reader.wasm"))) });
  started = true;
}

/** What is understood of one file. Errors when the reader itself fails. */
export async function read(name: string, bytes: Uint8Array): Promise<SheetReport> {
  await fresh();
  return readSheet(name, bytes) as SheetReport;
}

/** The library's bytes. Errors when the reader itself fails. */
export async function compile(files: readonly { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
  await fresh();
  return compileSheets(files);
}
