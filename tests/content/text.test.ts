// The draft's map and its spans on paper: offsets, fillers, mentions, following an edit. Seeds are fixed.
// Not here: real documents (editors.test.ts).

import assert from "node:assert/strict";
import { test } from "node:test";
import { ReadingMaker, crossesAtom, offsetAt, pointAt } from "../../extension/content/box/map";
import { follow, replaced, sameWords } from "../../extension/content/box/span";
import { luminance, readColour } from "../../extension/content/theme";

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
const WORDS = ["12 h", "👩‍👩‍👧", "e\u0301", "🇫🇷", "\u00a0", "\u200B", "a", "\uFEFF", "long ", "é"];

test("every offset has a place and every place its offset, whatever fillers the editor put in", () => {
  const next = random(7);
  for (let round = 0; round < 300; round++) {
    const maker = new ReadingMaker<string>();
    for (let node = 0; node < 4; node++) {
      const data = Array.from({ length: 5 }, () => WORDS[Math.floor(next() * WORDS.length)] ?? "").join("");
      if (node > 0) maker.add("break", `break${node}`, "\n");
      maker.addText(`node${node}=${data}`, data);
    }
    const reading = maker.done();
    assert.doesNotMatch(reading.text, /[\u200B\uFEFF]/);
    for (const piece of reading.pieces) {
      if (piece.kind !== "text") continue;
      const data = piece.node.slice(piece.node.indexOf("=") + 1);
      assert.equal(data.slice(piece.from, piece.from + piece.length), reading.text.slice(piece.start, piece.start + piece.length));
    }
    for (let offset = 0; offset <= reading.text.length; offset++) {
      for (const side of ["start", "end"] as const) {
        const point = pointAt(reading, offset, side);
        if (point === null) {
          assert.equal(reading.pieces.length, 0);
          continue;
        }
        if (point.piece.kind === "text") assert.equal(offsetAt(reading, point.piece.node, point.offset), offset);
      }
    }
  }
});

test("a span crosses a mention only where it has a letter of it", () => {
  const maker = new ReadingMaker<string>();
  maker.addText("a", "Hi ");
  maker.add("atom", "b", "@Lea");
  maker.addText("c", " 12 h");
  const reading = maker.done();
  assert.equal(crossesAtom(reading, 0, 3), false);
  assert.equal(crossesAtom(reading, 0, 4), true);
  assert.equal(crossesAtom(reading, 6, 9), true);
  assert.equal(crossesAtom(reading, 7, 12), false);
});

test("a span follows one edit anywhere, and is given up when its words change", () => {
  const next = random(11);
  const draft = "Hello, it runs 12 hours a day, 12 hours";
  const marked = { draft, start: 15, end: 23 };
  for (let round = 0; round < 500; round++) {
    const at = Math.floor(next() * draft.length);
    const gone = Math.floor(next() * 4);
    const now = draft.slice(0, at) + "xyz".slice(0, Math.floor(next() * 4)) + draft.slice(at + gone);
    const span = follow(marked, now);
    if (span !== null) assert.equal(now.slice(span.start, span.end), "12 hours");
    else assert.ok(at < marked.end && at + gone >= marked.start, `lost by an edit elsewhere: ${now}`);
  }
});

test("replacing on paper, and comparing readings of one draft", () => {
  assert.equal(replaced("it runs 12 hours", { start: 8, end: 16 }, "8 hours"), "it runs 8 hours");
  assert.ok(sameWords("a\u00a0b\n", "a b"));
  assert.ok(!sameWords("a  b", "a b"));
});

test("colours are read as browsers write them", () => {
  assert.deepEqual(readColour("rgba(0, 0, 0, 0)"), { r: 0, g: 0, b: 0, a: 0 });
  assert.deepEqual(readColour("color(srgb 1 1 1)"), { r: 255, g: 255, b: 255, a: 1 });
  assert.ok(luminance({ r: 255, g: 255, b: 255, a: 1 }) > 0.99);
  assert.ok(luminance(readColour("rgb(21, 32, 43)") ?? { r: 255, g: 255, b: 255, a: 1 }) < 0.05);
});
