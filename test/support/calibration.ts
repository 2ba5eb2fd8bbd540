import { languageNamed } from "../../src/generation/languages/languages.ts";
import { type Scored, scored } from "../../src/generation/scoring.ts";
import { statisticsOf } from "../../src/generation/statistics.ts";
import type { Source, SourceItem } from "../../src/sources/source.ts";

/** A card that a person has judged; of the note that it was made from only such cards are left. */
export interface RatedCard {
  readonly note: string;
  readonly type: string;
  readonly front: string;
  readonly back: string;
  readonly rating: "keep" | "edit" | "delete";
}

export interface CalibrationBin {
  readonly label: string;
  readonly cards: number;
  /** Share rated keep, and keep or edit; 0-1. */
  readonly kept: number;
  readonly keptOrEdited: number;
}

export interface Calibration {
  readonly rated: number;
  readonly found: number;
  /** Chance that of a good and a deleted card the good one has the higher score, 0-1. */
  readonly auc: number;
  readonly bins: readonly CalibrationBin[];
}

export const aucTarget = 0.73;

const binEdges = [Number.NEGATIVE_INFINITY, 0.5, 0.7, 0.8, 0.9, 1, Number.POSITIVE_INFINITY];

/** Do the scores rank the rated cards as people did? Scores are those before selection; who-said and author are not ranked. */
export function calibrationOf(all: readonly RatedCard[]): Calibration {
  const ranked = all.filter(({ type }) => type !== "author" && type !== "who-said");
  const found = [...new Set(ranked.map(({ note }) => note))].flatMap((note) =>
    scoresOf(ranked.filter((card) => card.note === note)),
  );
  return { rated: ranked.length, found: found.length, auc: aucOf(found), bins: binsOf(found) };
}

interface ScoredRating {
  readonly card: RatedCard;
  readonly score: number;
}

function scoresOf(cards: readonly RatedCard[]): readonly ScoredRating[] {
  const candidates = candidatesIn(restoredNote(cards));
  return cards.flatMap((card) => {
    const found = candidates.filter((candidate) => isCard(candidate, card));
    return found.length === 0 ? [] : [{ card, score: Math.max(...found.map(({ score }) => score)) }];
  });
}

/** The lines that the cards' filled gaps give back: sentences are ideas, what stands in quotation marks is a quote. */
function restoredNote(cards: readonly RatedCard[]): Source {
  const sentences = [...new Set(cards.flatMap((card) => filled(card) ?? answered(card) ?? []))];
  const whole = sentences.filter((one) => !sentences.some((other) => other !== one && holds(other, one)));
  const items = whole.map(
    (text, index): SourceItem =>
      text.startsWith("“")
        ? { section: "quotes", text: text.replace(/^“|”$/g, ""), line: index + 1, speaker: "Somebody Else" }
        : { section: "ideas", text, line: index + 1 },
  );
  return { authors: [], items, emptySections: [] };
}

/** The sentence of a cloze; undefined for a question. */
function filled({ front, back }: RatedCard): string | undefined {
  if (!front.includes("[…")) return undefined;
  const answers = back.split(" / ");
  return front.replace(/a\(n\) (?=\[…[^\]]*\])/g, "a ").replace(/\[…[^\]]*\]/g, () => answers.shift() ?? "");
}

/** "What constrains recall?" and "Rare tokens" give back "Rare tokens constrains recall." The verb's number is lost. */
function answered({ type, front, back }: RatedCard): string | undefined {
  const rest = type === "subject" ? /^(?:What|Who) (.*)\?$/.exec(front)?.[1] : undefined;
  return rest === undefined ? undefined : `${back} ${rest}.`;
}

function candidatesIn(source: Source): readonly Scored[] {
  const { readerOf, vocabulary } = languageNamed("en");
  const { analyse, candidatesOf } = readerOf(source.items, {});
  const lines = source.items.map(analyse);
  const statistics = statisticsOf(lines, source, vocabulary);
  return lines.flatMap((line) => scored(candidatesOf({ line, statistics }), line, statistics));
}

function isCard({ candidate, line }: Scored, card: RatedCard): boolean {
  const sentence = filled(card);
  if (sentence === undefined) return candidate.question !== undefined && plain(candidate.question.question) === plain(card.front);
  const answers = candidate.spans.map(({ start, end }) => line.text.slice(start, end)).join(" / ");
  return !candidate.question && plain(answers) === plain(card.back) && holds(line.text, sentence);
}

function holds(text: string, part: string): boolean {
  return plain(text).includes(plain(part));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[“”"]|[.!?…]+$/g, "")
    .trim();
}

function aucOf(all: readonly ScoredRating[]): number {
  const good = all.filter(({ card }) => card.rating !== "delete");
  const bad = all.filter(({ card }) => card.rating === "delete");
  const wins = good.reduce(
    (sum, one) => sum + bad.reduce((own, { score }) => own + (one.score > score ? 1 : one.score === score ? 0.5 : 0), 0),
    0,
  );
  return wins / Math.max(1, good.length * bad.length);
}

function binsOf(all: readonly ScoredRating[]): readonly CalibrationBin[] {
  return binEdges.slice(1).map((to, index) => {
    const from = binEdges[index] as number;
    const within = all.filter(({ score }) => score >= from && score < to);
    const share = (...ratings: readonly RatedCard["rating"][]) =>
      within.filter(({ card }) => ratings.includes(card.rating)).length / Math.max(1, within.length);
    const label =
      from === Number.NEGATIVE_INFINITY ? `< ${to}` : to === Number.POSITIVE_INFINITY ? `>= ${from}` : `${from}-${to}`;
    return { label, cards: within.length, kept: share("keep"), keptOrEdited: share("keep", "edit") };
  });
}
