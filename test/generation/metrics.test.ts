import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import { languageOf } from "../../src/generation/language/detect.ts";
import { looksModelMade } from "../../src/generation/model-style.ts";
import { baselines } from "../support/baselines.ts";
import { aucTarget, calibrationOf, type RatedCard } from "../support/calibration.ts";
import { type CardRow, cardRows } from "../support/card-rows.ts";
import { dependsOnSectionOrder, machines, printedOn } from "../support/determinism.ts";
import { allFixtureNotes, fixtureNote } from "../support/fixture-notes.ts";
import { goldReport } from "../support/gold.ts";
import { cardsPerLine, meets, shareOf, structureMetrics, structureOf, sumOf } from "../support/structure.ts";

const notes = allFixtureNotes.map((name) => {
  const source = fixtureNote(name);
  const rows = cardRows(generate(source));
  return { name, source, rows, isModelMade: looksModelMade(source), structure: structureOf(rows, source) };
});

describe.each([
  { group: "people", isModelMade: false },
  { group: "machines", isModelMade: true },
])("in the fixture notes written by $group", ({ isModelMade }) => {
  const own = notes.filter((note) => note.isModelMade === isModelMade);
  const structure = sumOf(own.map((note) => note.structure));

  test.each(structureMetrics)("cards with the flaw “$name” stay within its target", (metric) => {
    expect(own.length).toBeGreaterThan(2);
    const flawed = (structure.flawed.get(metric.name) ?? []).map(({ front, answers }) => `${front} → ${answers.join(" / ")}`);
    expect(meets(structure, metric) ? [] : flawed).toEqual([]);
  });

  test("a line gives neither too few cards nor too many", () => {
    const perLine = structure.cards / structure.lines;
    expect(perLine).toBeLessThanOrEqual(cardsPerLine.most);
    if (!isModelMade) expect(perLine).toBeGreaterThanOrEqual(cardsPerLine.least);
  });
});

/** How a question begins and ends in each language that asks any. */
const questionIn: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:[A-Z]\w+ )?(?:[Ww]hat|[Ww]ho|[Ww]hom|[Ww]hose|[Ww]hy|[Ww]hen|[Ww]here|[Ww]hich|[Hh]ow)) .*\?$/,
  de: /^(?:Was|Von wem|Wer|Warum|Wann|In welchem Jahr|Wie|Wie viele|Wozu|Wovor|Woraus|Worauf|Woher|Wofür) \S.*\?$/,
  fr: /^(?:(?:Que|Qui|De qui|Comment|Quand|Pourquoi|Combien|D’où|(?:De|À|Sur|En) quoi|En quelle année) \S|Qu[’']).* \?$/,
};

test.each(notes)("$name: questions read as questions, gaps stand on word borders", ({ rows, source }) => {
  for (const { front, kind } of rows) {
    expect(front).not.toMatch(/ {2}| ,|does .* does |\w\[|\]\w/);
    if (!front.includes("[") && kind !== "who") expect(front).toMatch(questionIn[languageOf(source)] ?? /never/);
  }
});

test.each(notes)("$name gives the same notes in whatever order its sections stand", ({ source }) => {
  expect(dependsOnSectionOrder(source)).toBe(false);
});

test("the notes do not depend on the machine's zone and language", { timeout: 90_000 }, () => {
  const [here, ...elsewhere] = machines.map(printedOn);
  expect(here?.length).toBeGreaterThan(10_000);
  for (const printed of elsewhere) expect(printed).toBe(here);
});

const ratings = join(import.meta.dirname, "..", "..", "..", "shared", "data", "rated-cards.json");

test.skipIf(!existsSync(ratings))("the scores rank rated cards as people did (needs ../shared/data)", () => {
  const { auc, found } = calibrationOf(JSON.parse(readFileSync(ratings, "utf8")) as readonly RatedCard[]);
  expect(found).toBeGreaterThan(180);
  expect(auc).toBeGreaterThanOrEqual(aucTarget);
});

describe("the metrics", () => {
  const source = fixtureNote("black-death");
  const [row] = notes.find(({ name }) => name === "black-death")?.rows ?? [];

  test.each([
    ["full leak", { shown: "The plague killed the plague-stricken in towns.", answers: ["plague"] }],
    ["partial leak", { shown: "The plague came to towns.", answers: ["plague rats"] }],
    ["thin", { shown: "The plague came.", answers: ["rats"], kind: "term" }],
    ["stop-word answer", { answers: ["of the"] }],
    ["long answer", { answers: ["one two three four five six seven eight nine ten eleven twelve thirteen"] }],
    ["long front", { shown: "word ".repeat(31) }],
    ["ungrounded", { answers: ["Marseille"] }],
  ] as const)("see the flaw “%s”", (name, change) => {
    const flawed = structureOf([{ ...(row as CardRow), ...change }], source);
    const metric = structureMetrics.find((one) => one.name === name);
    expect(metric && shareOf(flawed, metric)).toBe(1);
  });

  test("see a card that comes twice, and a gap that two lines would fill", () => {
    const gap: CardRow = {
      ...(row as CardRow),
      kind: "name",
      front: "Ships brought rats to […].",
      shown: "Ships brought rats to  .",
    };
    const twice = structureOf([gap, gap], source).flawed;
    expect(twice.get("duplicate")).toHaveLength(1);
    const rivals = [
      { ...gap, text: "Ships brought rats to Caffa.", answers: ["Caffa"] },
      { ...gap, text: "Ships brought rats to Messina.", answers: ["Messina"] },
    ];
    expect(structureOf(rivals, source).flawed.get("ambiguous")).toHaveLength(2);
  });

  test("know what the baselines ask", () => {
    const items = [{ section: "facts" as const, line: 1, text: "Ancient aqueducts moved water by gravity." }];
    expect(baselines.map(({ cardsOf }) => cardsOf(items).map(({ answers }) => answers[0]))).toEqual([
      ["Ancient aqueducts", "water", "gravity"],
      ["aqueducts"],
      ["aqueducts"],
    ]);
    const gold = { lines: [{ line: 1, accept: [{ grade: 2 as const, blanks: ["gravity"] }], never: ["water"] }] };
    expect(goldReport(baselines[0]?.cardsOf(items) ?? [], gold)).toMatchObject({ cards: 3, keep: 1 / 3, never: 1, covered: 1 });
  });
});
