// Starts the module of the page it is loaded in, or says that it cannot.
// Not here: anything a page shows (src/).

import { initSync, start } from "../../target/glue/pages";
import { changeSettings, readSettings } from "../settings";

/** A module that trapped answers nothing any more: better to say so than to show a dead page. */
function broken(error: unknown): void {
  console.error("Aval: the page stopped", error);
  const words = document.getElementById("broken");
  if (words !== null) words.hidden = false;
}

addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) broken(error);
});

async function begin(): Promise<void> {
  initSync({ module: await WebAssembly.compileStreaming(fetch("pages.wasm")) });
  start({ read: readSettings, change: changeSettings });
}

begin().catch(broken);
