import { readFileSync } from "node:fs";
import { generate } from "../src/generation/generate.ts";
import { cardRows } from "../test/support/card-rows.ts";
import { structureOf } from "../test/support/structure.ts";
import { studyNote } from "../test/support/study-note.ts";

const why = process.argv.includes("--lines");
for (const file of process.argv.slice(2).filter((a) => !a.startsWith("--"))) {
  const source = studyNote(readFileSync(file, "utf8"));
  const g = generate(source);
  console.log(`\n== ${file}`);
  const rows = cardRows(g);
  for (const item of source.items) {
    const own = rows.filter((r) => r.line === item.line);
    const report = g.lines.find((l) => l.item === item);
    if (own.length === 0) console.log(`  -- ${item.text} (${report?.reason})`);
    for (const r of own) console.log(`  ${r.score.toFixed(2)} ${r.kind.padEnd(10)} ${r.front} → ${r.answers.join(" / ")}`);
    if (why)
      for (const c of report?.candidates ?? [])
        console.log(
          `        ${c.score.toFixed(2)} ${c.kind} ${c.text} [${c.verdict === "taken" ? "taken" : c.verdict.rejected}]`,
        );
  }
  console.log(JSON.stringify(structureOf(rows, source)));
}
