import { readFileSync } from "node:fs";
import { generate } from "../src/generation/generate.ts";
import { englishTagger } from "../src/generation/language/tagger.ts";
import { studyNote } from "../test/support/study-note.ts";
const sources = ["immune-system","black-death","distributed-systems","habit-formation"].map((n) => studyNote(readFileSync(`test/fixtures/notes/${n}.md`, "utf8")));
const items = sources.flatMap((s) => s.items);
const t0 = performance.now(); const tagger = englishTagger(); console.log("load", performance.now() - t0);
for (let round = 0; round < 4; round++) {
  let t = performance.now(); for (let i = 0; i < 20; i++) for (const it of items) tagger.tag(it.text); const bare = performance.now() - t;
  t = performance.now(); for (let i = 0; i < 20; i++) for (const s of sources) generate(s); const full = performance.now() - t;
  console.log("bare", bare.toFixed(0), "generate", full.toFixed(0), "ratio", (full / bare).toFixed(2));
}
// a long one
const big = { ...sources[0]!, items: Array.from({ length: 25 }, (_, k) => items.map((it, i) => ({ ...it, line: k * 1000 + i, text: it.text.replace(/\b([a-z]{6,})\b/g, (w) => w + "abcdefghijklmnopqrstuvwxy"[k]) }))).flat() };
let t = performance.now(); for (const it of big.items) tagger.tag(it.text); const bare = performance.now() - t;
t = performance.now(); generate(big as never); console.log("big", big.items.length, bare.toFixed(0), (performance.now() - t).toFixed(0));
