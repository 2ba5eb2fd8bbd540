/** One measurement in a process of its own: the peak memory of tagging or of generating in MB, or the ms that loading takes. */
import { longNote } from "../test/support/long-note.ts";

const [, , what, lines] = process.argv;
const started = performance.now();
// Tagging and generating load the same program, so that the memory in which Node strips its types is on both sides.
const { generate } = what === "loading" ? {} : await import("../src/generation/generate.ts");
const { englishTagger } = await import("../src/generation/language/tagger.ts");
const tagger = englishTagger();
const loadMs = performance.now() - started;

if (what === "loading") console.log(loadMs);
else {
  const source = longNote(Number(lines));
  if (what === "tagging") for (const { text } of source.items) tagger.tag(text);
  else generate?.(source);
  console.log(process.resourceUsage().maxRSS / 1024);
}
