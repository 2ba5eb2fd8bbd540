import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { contextLine } from "../src/cards/context-line.ts";
import { generate } from "../src/generation/generate.ts";
import { languageOf } from "../src/generation/language/detect.ts";
import { looksModelMade } from "../src/generation/model-style.ts";
import type { Source } from "../src/sources/source.ts";
import { baselines } from "../test/support/baselines.ts";
import { cardRows } from "../test/support/card-rows.ts";
import { seededChance } from "../test/support/seeded-chance.ts";
import { studyNote } from "../test/support/study-note.ts";
import { heading, percent, table, verdict } from "./layout.ts";

/**
 * Cards of notes that no rule was written for, judged by raters who do not know which card is whose.
 *
 *   node bench/rating.ts sheet ROUND NOTE.md …    writes the sheets of a round: cards shuffled with baseline cards, unlabelled
 *   node bench/rating.ts collect ROUND RATER FILE  takes a rater's lines "number keep|edit|delete reason" for the cards of a sheet
 *   node bench/rating.ts                           prints every round: shares with n and interval, and what failed
 */
type Verdict = "keep" | "edit" | "delete";

interface RatedCard {
  /** "recto" or the name of a baseline. */
  readonly by: string;
  readonly kind: string;
  readonly front: string;
  readonly answer: string;
  readonly sentence: string;
  readonly context: string;
  /** By rater. */
  readonly ratings: Record<string, { readonly verdict: Verdict; readonly reason: string }>;
}

interface RatedNote {
  readonly note: string;
  readonly style: "human" | "model";
  readonly language: string;
  readonly cards: readonly RatedCard[];
}

const folder = join(import.meta.dirname, "rated");

/** Least shares of recto's cards, by the style of the note. */
const targets = { human: { kept: 0.8, keptOrEdited: 0.92 }, model: { kept: 0.65, keptOrEdited: 0.85 } } as const;

const [command, ...rest] = process.argv.slice(2);
if (command === "sheet") writeSheets(rest);
else if (command === "collect") collect(rest);
else if (existsSync(folder)) for (const round of readdirSync(folder).toSorted()) report(round);

function writeSheets([round = "", ...files]: readonly string[]): void {
  mkdirSync(join(folder, round), { recursive: true });
  for (const file of files) {
    const name = basename(file, ".md");
    const target = join(folder, round, `${name}.json`);
    if (existsSync(target)) throw new Error(`${target} is there already: a round is generated once.`);
    const source = studyNote(readFileSync(file, "utf8"));
    const title = source.title ?? name;
    const own = ownCards({ ...source, title });
    const cards = shuffled([...own, ...baselineCards(source, name, own)], name);
    const style = looksModelMade(source) ? "model" : "human";
    write(target, { note: name, style, language: languageOf(source), cards });
    writeFileSync(join(folder, round, `${name}.sheet.md`), sheet(title, cards));
  }
}

function ownCards(source: Source): readonly RatedCard[] {
  return cardRows(generate(source)).map(({ card, kind, front, answers, text, topics }) => ({
    by: "recto",
    kind,
    front,
    answer: answers.join(" / "),
    sentence: text,
    context: contextLine(
      card,
      {
        ...(source.title !== undefined && { title: source.title }),
        ...(source.authors.length > 0 && { author: source.authors.join(", ") }),
        ...(source.topic !== undefined && { topic: source.topic }),
      },
      topics,
    ),
    ratings: {},
  }));
}

/** Half as many as recto's, so that raters meet both; none that recto made too. */
function baselineCards(source: Source, name: string, own: readonly RatedCard[]): readonly RatedCard[] {
  const items = source.items.filter(({ section }) => section !== "references" && section !== "summary");
  const known = new Set(own.map(({ sentence, answer }) => `${sentence} ${answer.toLowerCase()}`));
  return baselines.flatMap(({ name: by, cardsOf }) =>
    shuffled(cardsOf(items), `${name} ${by}`)
      .flatMap(({ line, answers }) => gapped(items.find((item) => item.line === line)?.text ?? "", answers[0] ?? "", by))
      .filter(({ sentence, answer }) => !known.has(`${sentence} ${answer.toLowerCase()}`))
      .slice(0, Math.ceil(own.length / 6)),
  );
}

function gapped(sentence: string, answer: string, by: string): readonly RatedCard[] {
  const start = sentence.toLowerCase().indexOf(answer.toLowerCase());
  if (answer === "" || start < 0) return [];
  const front = `${sentence.slice(0, start)}[…]${sentence.slice(start + answer.length)}`;
  return [{ by, kind: "cloze", front, answer: sentence.slice(start, start + answer.length), sentence, context: "", ratings: {} }];
}

/** The order of a seed, so that a sheet can be made again. */
function shuffled<T>(items: readonly T[], seed: string): readonly T[] {
  const chance = seededChance([...seed].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003, 7));
  return items
    .map((item) => ({ item, at: chance() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function sheet(title: string, cards: readonly RatedCard[]): string {
  const entries = cards.map(({ front, answer, sentence, context }, index) =>
    [
      `## ${index + 1}`,
      `Front: ${front}`,
      ...(context === "" ? [] : [`Shown beside it: ${context}`]),
      `Answer: ${answer}`,
      `(The note says: ${sentence})`,
    ].join("\n"),
  );
  return `# A deck: ${title}\n\n${entries.join("\n\n")}\n`;
}

function collect([round = "", rater = "", file = ""]: readonly string[]): void {
  const name = basename(file).split(".")[0] ?? "";
  const target = join(folder, round, `${name}.json`);
  const rated = JSON.parse(readFileSync(target, "utf8")) as RatedNote;
  const lines = readFileSync(file, "utf8").split("\n");
  for (const line of lines) {
    const [, number, word, reason = ""] = /^(\d+)\W+(keep|edit|delete)\b\W*(.*)$/i.exec(line) ?? [];
    const card = rated.cards[Number(number) - 1];
    if (card) card.ratings[rater] = { verdict: word?.toLowerCase() as Verdict, reason: reason.trim() };
  }
  const missing = rated.cards.flatMap((card, index) => (card.ratings[rater] ? [] : [index + 1]));
  if (missing.length > 0) console.log(`${name}: ${rater} did not rate ${missing.join(", ")}`);
  write(target, rated);
}

function write(target: string, note: RatedNote): void {
  writeFileSync(target, `${JSON.stringify(note, null, 1)}\n`);
}

function report(round: string): void {
  const notes = readdirSync(join(folder, round))
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, round, file), "utf8")) as RatedNote);
  heading(`Round ${round}: ${notes.map(({ note }) => note).join(", ")}`);
  const rows = (["human", "model"] as const).flatMap((style) => {
    const cards = notes.filter((note) => note.style === style).flatMap((note) => note.cards);
    const makers = ["recto", ...baselines.map(({ name }) => name)];
    return makers.map((by) => rowFor(style, by, cards));
  });
  table([["", "ratings", "keep", "95 %", "keep or edit", "95 %"], ...rows.filter((row) => row[1] !== "0")]);
  for (const { note, cards } of notes)
    for (const { by, kind, front, answer, ratings } of cards)
      for (const [rater, { verdict: word, reason }] of Object.entries(ratings))
        if (by === "recto" && word === "delete")
          console.log(`deleted by ${rater}  ${note}  ${kind}: ${front} → ${answer}\n    ${reason}`);
}

function rowFor(style: "human" | "model", by: string, cards: readonly RatedCard[]): readonly string[] {
  const words = cards.filter((card) => card.by === by).flatMap(({ ratings }) => Object.values(ratings));
  const kept = words.filter(({ verdict: word }) => word === "keep").length;
  const edited = words.filter(({ verdict: word }) => word === "edit").length;
  const [low, high] = [kept, kept + edited].map((count) => count / Math.max(1, words.length)) as [number, number];
  const { kept: least, keptOrEdited } = targets[style];
  const mark = (share: number, target: number) => (by === "recto" && words.length > 0 ? verdict(share >= target) : "");
  return [
    `${style}, ${by}`,
    String(words.length),
    percent(low) + mark(low, least),
    interval(kept, words.length),
    percent(high) + mark(high, keptOrEdited),
    interval(kept + edited, words.length),
  ];
}

/** Wilson's score interval, 95 %. */
function interval(successes: number, n: number): string {
  if (n === 0) return "";
  const z = 1.96;
  const share = successes / n;
  const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return `${(100 * (centre - half)).toFixed(0)}-${(100 * (centre + half)).toFixed(0)} %`;
}
