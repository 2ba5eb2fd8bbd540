import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../src/generation/generate.ts";
import { englishTagger } from "../src/generation/language/tagger.ts";
import type { Source } from "../src/sources/source.ts";
import { cardRows } from "../test/support/card-rows.ts";
import { type Gold, goldReport } from "../test/support/gold.ts";
import { structureOf } from "../test/support/structure.ts";
import { studyNote } from "../test/support/study-note.ts";

/** Prints how good the cards of the gold note are: shares, never pass or fail. `--cards` lists them, `--lines` says why. */
const data = join(import.meta.dirname, "..", "..", "shared", "data");
const note = join(data, "model-alignment.md");

if (!existsSync(note)) {
  console.log(`The gold note is not here (${note}): nothing to measure.`);
} else {
  const source = studyNote(readFileSync(note, "utf8"));
  const gold = JSON.parse(readFileSync(join(data, "gold.json"), "utf8")) as Gold;
  const generation = generate(source);
  const rows = cardRows(generation);
  const report = goldReport(rows, gold);
  console.log(
    `gold  cards ${report.cards}  keep ${report.keep.toFixed(3)}  ideal ${report.ideal.toFixed(3)}  covered ${report.covered}/${gold.lines.length}  never ${report.never}`,
  );
  console.log("structure ", JSON.stringify(structureOf(rows, source)));
  console.log(`speed  generating takes ${speedRatio(source).toFixed(1)} x the time of bare tagging`);
  if (process.argv.includes("--cards"))
    for (const row of report.rows)
      console.log(
        `${row.line.toString().padStart(3)} ${row.grade} ${row.kind.padEnd(10)} ${row.front} → ${row.answers.join(" / ")}`,
      );
  if (process.argv.includes("--lines")) {
    for (const { item, candidates, reason } of generation.lines) {
      console.log(`\n${item.line} ${item.text}${reason ? `\n   none: ${reason}` : ""}`);
      for (const { kind, score, text, verdict } of candidates)
        console.log(`   ${score.toFixed(2)} ${kind.padEnd(10)} ${text}  [${verdict === "taken" ? "taken" : verdict.rejected}]`);
    }
  }
}

/** Both in turn in one run, warm; the best of seven each, so that a busy machine does not decide. */
function speedRatio(source: Source): number {
  const tagger = englishTagger();
  const times = Array.from({ length: 7 }, () => [
    timeOf(() => source.items.map(({ text }) => tagger.tag(text))),
    timeOf(() => generate(source)),
  ]);
  const best = (which: number) => Math.min(...times.map((pair) => pair[which] ?? 0));
  return best(1) / best(0);
}

function timeOf(work: () => void): number {
  const started = performance.now();
  for (let round = 0; round < 60; round++) work();
  return performance.now() - started;
}
