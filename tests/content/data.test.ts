// The tables of the compose box: words in both languages, adapters of every network, editors with their pages.
// Not here: whether a live site still looks like its adapter.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { INKS } from "../../extension/content/draw/ink";
import { SIGNS, audienceOf } from "../../extension/content/place";
import { luminance } from "../../extension/content/theme";
import { ADAPTERS, adapterFor } from "../../extension/sites/index";
import { WORDS } from "../../extension/words";
import { PAGES } from "../pages/pages";

test("both languages have every word, with the same arguments", () => {
  assert.deepEqual(Object.keys(WORDS.fr), Object.keys(WORDS.en));
  for (const [key, words] of Object.entries(WORDS.en)) {
    const fr = (WORDS.fr as Record<string, string>)[key] ?? "";
    assert.notEqual(fr, "");
    assert.deepEqual(fr.match(/\{\d\}/g), words.match(/\{\d\}/g), key);
  }
});

test("every adapter file is in the list, and says what its kind of rule needs", () => {
  const files = readdirSync("extension/sites").filter((name) => name.endsWith(".json"));
  assert.deepEqual(ADAPTERS.map((each) => `${each.id}.json`).sort(), files.sort());
  const hosts = ADAPTERS.flatMap((each) => each.hosts);
  assert.equal(new Set(hosts).size, hosts.length, "no host has two adapters");
  for (const adapter of ADAPTERS) {
    assert.ok(adapter.name !== "" && adapter.compose.length > 0, adapter.id);
    assert.ok(adapter.hosts.length > 0 || adapter.sign === true, `${adapter.id} is found by nothing`);
    for (const rule of adapter.compose) assert.notEqual(audienceOf(rule.kinds), undefined);
    const boxes = new Set(adapter.compose.flatMap((rule) => rule.kinds));
    for (const rule of [...adapter.submit, ...adapter.keys, ...adapter.context]) {
      assert.ok(rule.kinds.some((kind) => boxes.has(kind)), `${adapter.id}: a rule for ${rule.kinds.join()} and no such box`);
    }
    for (const rule of adapter.context) if (rule.pick === "mention") assert.notEqual(rule.author, null, adapter.id);
  }
});

test("a network is known by host or by sign", () => {
  assert.equal(adapterFor("x.com", null)?.id, "x");
  assert.equal(adapterFor("acme.zendesk.com:443", null)?.id, "zendesk");
  assert.equal(adapterFor("evil-zendesk.com", null), null);
  assert.equal(adapterFor("social.example", "mastodon")?.id, "mastodon");
  assert.equal(adapterFor("social.example", "x"), null);
  for (const [id] of SIGNS) assert.ok(ADAPTERS.some((each) => each.id === id && each.sign === true), id);
});

test("private places are told from public ones", () => {
  assert.equal(audienceOf(["dm"]), "private");
  assert.equal(audienceOf(["post", "reply"]), "public");
  assert.equal(audienceOf(["dm", "reply"]), "unknown");
  assert.equal(audienceOf([]), "unknown");
});

test("every editor family has a page", () => {
  const families = readFileSync("extension/content/box/index.ts", "utf8").match(/export const FAMILIES[^[]*\[\] = \[([^\]]*)\]/)?.[1]?.split(",").map((name) => name.trim()) ?? [];
  assert.ok(families.length >= 8);
  for (const family of families) assert.ok(PAGES.some((page) => page.id === family), family);
});

test("inks differ in shape and stand out from light and dark grounds by 3 to 1", () => {
  const strokes = Object.values(INKS);
  assert.equal(new Set(strokes.map((stroke) => stroke.line)).size, strokes.length);
  const light = (hex: string): number => luminance({ r: parseInt(hex.slice(1, 3), 16), g: parseInt(hex.slice(3, 5), 16), b: parseInt(hex.slice(5, 7), 16), a: 1 });
  const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  for (const stroke of strokes) {
    assert.ok(contrast(light(stroke.light), light("#ffffff")) >= 3, stroke.light);
    assert.ok(contrast(light(stroke.dark), light("#15202b")) >= 3, stroke.dark);
    assert.ok(contrast(light(stroke.dark), light("#000000")) >= 3, stroke.dark);
  }
});
