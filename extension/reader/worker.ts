// The workbench's first look at a file, in a Web Worker: a file that makes the reader trap, hang or swell harms only this
// worker, which its page ends. Asked `{ name, bytes: Uint8Array }`, it answers `{ report }` or `{ failed }`.
// Not here: what is kept; once a file has passed here, the page hands it to the background (`keepSheet`).

import { initSync, read } from "../../target/glue/reader";
import type { SheetReport } from "../generated/wire";

interface Ask {
  name: string;
  bytes: Uint8Array;
}
type Answer = { report: SheetReport } | { failed: string };

const started = (async () => {
  initSync({ module: await WebAssembly.compileStreaming(fetch("reader.wasm")) });
})();

self.addEventListener("message", (event: MessageEvent<Ask>) => {
  void answer(event.data).then((reply) => self.postMessage(reply));
});

async function answer(ask: Ask): Promise<Answer> {
  try {
    await started;
    return { report: read(ask.name, ask.bytes) as SheetReport };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
