// The one manifest, and the short lists of what differs from it.
// Not here: anything else about the extension's files.

import { readFileSync } from "node:fs";

/** Firefox runs the background as an event page and asks for an id and for what data is collected: none. */
const FIREFOX = {
  minimum_chrome_version: undefined,
  background: { scripts: ["background.js"] },
  browser_specific_settings: {
    gecko: {
      id: "aval@aval.invalid",
      strict_min_version: "140.0",
      data_collection_permissions: { required: ["none"] },
    },
  },
};

/** The demo's page is on this machine; no shipped build runs there unasked. */
const DEMO_MATCHES = ["http://localhost/*"];

/** The manifest for `chrome`, `firefox` or `demo` (Chromium with the local page). */
export function manifestFor(target) {
  const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
  if (target === "firefox") Object.assign(manifest, FIREFOX);
  if (target === "demo") manifest.content_scripts[0].matches.push(...DEMO_MATCHES);
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
