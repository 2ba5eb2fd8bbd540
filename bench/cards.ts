import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "../src/generation/generate.ts";
import { looksModelMade } from "../src/generation/model-style.ts";
import { baselines } from "../test/support/baselines.ts";
import { aucTarget, calibrationOf, type RatedCard } from "../test/support/calibration.ts";
import { cardRows } from "../test/support/card-rows.ts";
import { dependsOnSectionOrder, machines, printedOn } from "../test/support/determinism.ts";
import { allFixtureNotes, fixtureNote } from "../test/support/fixture-notes.ts";
import { type Gold, goldReport, goldTargets } from "../test/support/gold.ts";
import { cardsPerLine, meets, type Structure, shareOf, structureMetrics, structureOf, sumOf } from "../test/support/structure.ts";
import { studyNote } from "../test/support/study-note.ts";
import { heading, percent, table, verdict } from "./layout.ts";
import { taggingRatio } from "./tagging-ratio.ts";

/**
 * Prints how good the cards are: against the gold note, against what costs nothing, and by flaws that show from outside.
 * Shares and ratios only; what misses its target is marked. `--cards` lists the gold note's cards, `--lines` says of each
 * line why, `--flaws` shows the cards behind the structural shares.
 */
const data = join(import.meta.dirname, "..", "..", "shared", "data");
const goldNote = join(data, "model-alignment.md");
const notes = allFixtureNotes.map((name) => {
  const source = fixtureNote(name);
  return { name, source, isModelMade: looksModelMade(source), rows: cardRows(generate(source)) };
});

if (existsSync(goldNote)) printGold();
else console.log(`The gold note is not here (${goldNote}): no gold, no calibration, no speed.`);
printStructure();
if (existsSync(join(data, "rated-cards.json"))) printCalibration();
printDeterminism();
if (existsSync(goldNote)) printSpeed();

function printGold(): void {
  const source = studyNote(readFileSync(goldNote, "utf8"));
  const gold = JSON.parse(readFileSync(join(data, "gold.json"), "utf8")) as Gold;
  const goldLines = new Set(gold.lines.map(({ line }) => line));
  const generation = generate(source, { explain: process.argv.includes("--lines") });
  const own = goldReport(cardRows(generation), gold);
  const lines = source.items.filter(({ line }) => goldLines.has(line));
  const others = baselines.map(({ name, cardsOf }) => ({ name, report: goldReport(cardsOf(lines), gold) }));
  const row = (name: string, report: typeof own | (typeof others)[number]["report"]) => [
    name,
    String(report.cards),
    report.keep.toFixed(3),
    report.ideal.toFixed(3),
    `${report.covered}/${gold.lines.length}`,
    String(report.never),
  ];
  heading("Gold note: what a person wrote down as good cards, against what costs nothing");
  table([
    ["", "cards", "keep", "ideal", "covered", "never"],
    ...others.map(({ name, report }) => row(name, report)),
    row("recto", own),
    [
      "target",
      "",
      `>= ${goldTargets.keep}${verdict(own.keep >= goldTargets.keep)}`,
      `>= ${goldTargets.ideal}${verdict(own.ideal >= goldTargets.ideal)}`,
      `>= ${goldTargets.covered}${verdict(own.covered >= goldTargets.covered)}`,
      `${goldTargets.never}${verdict(own.never === goldTargets.never)}`,
    ],
  ]);
  if (process.argv.includes("--cards"))
    for (const { line, grade, kind, front, answers } of own.rows)
      console.log(`${String(line).padStart(3)} ${grade} ${kind.padEnd(10)} ${front} → ${answers.join(" / ")}`);
  if (process.argv.includes("--lines"))
    for (const { item, candidates, rejection } of generation.lines) {
      console.log(`\n${item.line} ${item.text}${rejection ? `\n   none: ${rejection.reason}` : ""}`);
      for (const { kind, score, front, answer, verdict: outcome } of candidates)
        console.log(
          `   ${score.toFixed(2)} ${kind.padEnd(10)} ${front} → ${answer}  [${outcome === "taken" ? "taken" : outcome.rule}]`,
        );
    }
}

function printStructure(): void {
  const each = notes.map((note) => ({ ...note, structure: structureOf(note.rows, note.source) }));
  const groups = [
    { name: "human", structure: sumOf(each.filter(({ isModelMade }) => !isModelMade).map(({ structure }) => structure)) },
    { name: "model", structure: sumOf(each.filter(({ isModelMade }) => isModelMade).map(({ structure }) => structure)) },
    { name: "all", structure: sumOf(each.map(({ structure }) => structure)) },
  ];
  heading(`Structure: ${notes.length} notes, flaws that show from outside, share of cards`);
  table([
    ["", ...groups.map(({ name }) => name), "target"],
    ["cards", ...groups.map(({ structure }) => String(structure.cards)), ""],
    ["cards per line", ...groups.map(({ structure }) => perLine(structure).toFixed(2)), perLineTarget(groups)],
    ...structureMetrics.map((metric) => [
      metric.name,
      ...groups.map(({ structure }) => percent(shareOf(structure, metric))),
      `${metric.below === 0 ? "0" : `< ${percent(metric.below)}`}${verdict(groups.every(({ structure }) => meets(structure, metric)))}`,
    ]),
  ]);
  if (process.argv.includes("--flaws"))
    for (const { name, structure } of each)
      for (const [flaw, rows] of structure.flawed)
        for (const { front, answers } of rows) console.log(`${flaw}  ${name}: ${front} → ${answers.join(" / ")}`);
}

function perLine({ cards, lines }: Structure): number {
  return cards / Math.max(1, lines);
}

/** Of notes that a machine wrote few cards are a success: only too many miss the target. An average of both says nothing. */
function perLineTarget(groups: readonly { readonly name: string; readonly structure: Structure }[]): string {
  const fits = groups.every(
    ({ name, structure }) =>
      perLine(structure) <= cardsPerLine.most && (name !== "human" || perLine(structure) >= cardsPerLine.least),
  );
  return `${cardsPerLine.least}-${cardsPerLine.most} (model: at most)${verdict(fits)}`;
}

function printCalibration(): void {
  const rated = JSON.parse(readFileSync(join(data, "rated-cards.json"), "utf8")) as readonly RatedCard[];
  const { rated: all, found, auc, bins } = calibrationOf(rated);
  heading(`Calibration: ${found} of ${all} rated cards found again by their sentence and answer`);
  table([
    ["score", "cards", "keep", "keep or edit"],
    ...bins.map(({ label, cards, kept, keptOrEdited }) => [label, String(cards), percent(kept), percent(keptOrEdited)]),
  ]);
  console.log(`AUC of keep or edit against delete ${auc.toFixed(3)}, target >= ${aucTarget}${verdict(auc >= aucTarget)}`);
}

function printDeterminism(): void {
  const [here, ...elsewhere] = machines.map(printedOn);
  const moved = notes.filter(({ source }) => dependsOnSectionOrder(source)).map(({ name }) => name);
  heading("Determinism");
  const same = elsewhere.every((printed) => printed === here);
  console.log(`identical bytes under ${machines.length} time zones and languages: ${same ? "yes" : "no"}${verdict(same)}`);
  console.log(
    `identical notes with sections shuffled: ${moved.length === 0 ? "yes" : moved.join(", ")}${verdict(moved.length === 0)}`,
  );
}

function printSpeed(): void {
  const ratio = taggingRatio(studyNote(readFileSync(goldNote, "utf8")));
  heading("Speed");
  console.log(`generating takes ${ratio.toFixed(1)} x the time of bare tagging, target <= 6 (aim 4)${verdict(ratio <= 6)}`);
}
