import { deckTitle, type NamedDeck } from "../notes/deck.ts";
import type { CardCounts, Histogram } from "../progress/collection.ts";
import type { Share } from "../progress/share.ts";
import type { Part, Statistics } from "../progress/statistics.ts";
import { answersIn, givenIn, type WorkDay, works } from "../progress/work.ts";
import { ratings } from "../scheduling/schedule.ts";
import { addDays, dayNumber, type StudyDay } from "../scheduling/study-day.ts";
import { counted } from "../text/counted.ts";
import { tableLines } from "./table.ts";

/** The statistics as text, a table a question. `decks`: for their titles. */
export function statisticsLines(statistics: Statistics, decks: readonly NamedDeck[]): readonly string[] {
  const { days, cards } = statistics;
  if (days.length === 0) return ["No answers yet. Start with: recto review", "", cardsLine(cards)];
  const titles = new Map(decks.map((deck) => [deck.name, deckTitle(deck)]));
  const parts: readonly (readonly string[])[] = [
    [todayLine(statistics), streakLine(statistics)],
    retentionLines(statistics),
    calibrationLines(statistics),
    [cardsLine(cards), recallLine(statistics)],
    dueLines(statistics),
    workLines(days, statistics.day),
    histogramLines("Interval", statistics.intervals, dayBins),
    histogramLines("Known to 90% for", statistics.stability, dayBins),
    histogramLines("Difficulty", statistics.difficulty, shareBins),
    histogramLines("Recall today", statistics.recall.histogram, shareBins),
    buttonLines(statistics),
    hourLines(statistics),
    partLines(
      "Deck",
      statistics.byDeck.map((part) => ({ ...part, name: titles.get(part.name) ?? part.name })),
    ),
    partLines("Section", statistics.bySection),
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, place) => (place === 0 ? lines : ["", ...lines]));
}

function todayLine({ today }: Statistics): string {
  if (today.answers === 0) return "Today: no answers";
  const { before, maturePassed } = today;
  const mature = maturePassed.n === 0 ? "" : `, of mature cards ${shareWords(maturePassed)}`;
  const kinds = Object.entries(before).flatMap(([stage, answers]) => (answers === 0 ? [] : [`${answers} ${stage}`]));
  return `Today: ${counted(today.answers, "answer")} in ${minutes(today.answerMs)} min (${kinds.join(", ")}), ${percent(today.passed.share)} not Again${mature}`;
}

function streakLine({ streak, days, day }: Statistics): string {
  const [first] = days;
  const since = first ? dayNumber(day) - dayNumber(first.day) + 1 : 0;
  return `Days in a row: ${streak.now}, best ${streak.best}; studied on ${days.length} of ${counted(since, "day")}`;
}

function retentionLines({ retention }: Statistics): readonly string[] {
  if (retention.every(({ all }) => all.n === 0)) return [];
  return tableLines(
    ["Remembered", "Young", "Mature", "All", "95% sure"],
    retention.map(({ period, young, mature, all }) => [
      period,
      shareWords(young),
      shareWords(mature),
      shareWords(all),
      all.low === null || all.high === null ? "" : `${percent(all.low)}-${percent(all.high)}`,
    ]),
    1,
  );
}

function calibrationLines({ calibration: { predicted, recalled, bins } }: Statistics): readonly string[] {
  if (predicted === null) return [];
  return [
    `Predicted ${percent(predicted, 1)}, recalled ${percent(recalled.share, 1)} of ${recalled.n}`,
    ...tableLines(
      ["Predicted", "Mean", "Recalled", "Answers"],
      bins.map((bin) => [
        `${percent(bin.from)}-${percent(bin.from + 0.05)}`,
        percent(bin.predicted),
        percent(bin.recalled.share),
        String(bin.recalled.n),
      ]),
      1,
    ),
  ];
}

function cardsLine({ cards, suspended, buried, leeches, ...stages }: CardCounts): string {
  const { young, mature, learning, relearning } = stages;
  const apart = [
    ...(suspended > 0 ? [`${suspended} suspended`] : []),
    ...(buried > 0 ? [`${buried} buried`] : []),
    ...(leeches > 0 ? [leeches === 1 ? "1 leech" : `${leeches} leeches`] : []),
  ];
  const among = apart.length === 0 ? "" : `; among them ${apart.join(", ")}`;
  return `${counted(cards, "card")}: ${stages.new} new, ${learning} learning, ${relearning} relearning, ${young} young, ${mature} mature${among}`;
}

function recallLine({ recall, cards }: Statistics): string {
  const seen = cards.cards - cards.new;
  return `Known now: about ${Math.round(recall.known)} of ${seen} that were asked, ${percent(recall.mean)} on average`;
}

function dueLines({ dueAhead, day }: Statistics): readonly string[] {
  const cardsOn = new Map(dueAhead.days.map((each) => [each.day, each.cards]));
  const last = addDays(day, daysShown - 1);
  const next = Array.from({ length: daysShown }, (_, ahead) => addDays(day, ahead));
  const later = dueAhead.days.filter((each) => each.day > last).reduce((sum, { cards }) => sum + cards, 0);
  const most = Math.max(...next.map((each) => cardsOn.get(each) ?? 0));
  return [
    ...tableLines(
      ["Due", "Cards", ""],
      next.map((each) => [
        each === day ? `${each} and before` : each,
        String(cardsOn.get(each) ?? 0),
        bar(cardsOn.get(each) ?? 0, most),
      ]),
      1,
    ).map((row) => row.trimEnd()),
    `Later ${later}; in the long run about ${Math.round(dueAhead.dailyLoad)} a day`,
  ];
}

function workLines(days: readonly WorkDay[], today: StudyDay): readonly string[] {
  const recent = days.filter(({ day }) => day > addDays(today, -daysShown) && day <= today);
  if (recent.length === 0) return [];
  return tableLines(
    ["Day", "Learning", "Relearning", "Young", "Mature", "Early", "Answers", "Minutes", "Started"],
    recent.map((work) => [
      work.day,
      ...works.map((kind) => String(work.answers[kind])),
      String(answersIn(work)),
      minutes(works.reduce((sum, kind) => sum + work.answerMs[kind], 0)),
      String(work.started),
    ]),
    1,
  );
}

interface Bins {
  readonly ends: readonly (readonly [below: number, label: string])[];
  readonly words: (value: number) => string;
}

const dayBins: Bins = {
  ends: [
    [7, "under a week"],
    [30, "under a month"],
    [91, "under 3 months"],
    [365, "under a year"],
    [Number.POSITIVE_INFINITY, "longer"],
  ],
  words: (value) => counted(Math.round(value), "day"),
};

const shareBins: Bins = {
  ends: [0.2, 0.4, 0.6, 0.8]
    .map((end): [number, string] => [end, `${percent(end - 0.2)}-${percent(end)}`])
    .concat([[2, "80%-100%"]]),
  words: (value) => percent(value),
};

function histogramLines(what: string, { counts, median }: Histogram, { ends, words }: Bins): readonly string[] {
  if (median === null) return [];
  const sums = ends.map(([below], place) => {
    const from = ends[place - 1]?.[0] ?? Number.NEGATIVE_INFINITY;
    return counts.reduce((sum, [value, cards]) => (value >= from && value < below ? sum + cards : sum), 0);
  });
  const most = Math.max(...sums);
  const rows = ends.map(([, label], place) => [label, String(sums[place]), bar(sums[place] ?? 0, most)]);
  return [...tableLines([what, "Cards", ""], rows, 1).map((row) => row.trimEnd()), `In the middle ${words(median)}`];
}

function buttonLines({ buttons }: Statistics): readonly string[] {
  const used = buttons.filter(({ ratings: given }) => givenIn(given) > 0);
  return tableLines(
    ["Ratings", "Cards", ...ratings.map((rating) => rating.charAt(0).toUpperCase() + rating.slice(1)), "Not Again"],
    used.map(({ period, stage, ratings: given }) => [
      period,
      stage,
      ...ratings.map((rating) => String(given[rating])),
      percent(1 - given.again / givenIn(given)),
    ]),
    2,
  );
}

function hourLines({ hours }: Statistics): readonly string[] {
  return tableLines(
    ["Hour", "Answers", "Not Again"],
    hours.filter(({ passed }) => passed.n > 0).map(({ hour, passed }) => [`${hour}:00`, String(passed.n), percent(passed.share)]),
    1,
  );
}

function partLines(what: string, parts: readonly Part[]): readonly string[] {
  return tableLines(
    [what, "Cards", "New", "Young", "Mature", "Known", "Answers", "Remembered"],
    parts.map((part) => [
      part.name,
      ...[part.cards, part.new, part.young, part.mature, Math.round(part.known), part.answers].map(String),
      shareWords(part.retention),
    ]),
    1,
  );
}

const daysShown = 14;
const barWidth = 30;

function bar(value: number, most: number): string {
  // Padded, because a table sets figures to the right.
  return (most === 0 ? "" : "█".repeat(Math.round((barWidth * value) / most))).padEnd(barWidth);
}

/** "88% of 431" */
function shareWords({ share, n }: Share): string {
  return share === null ? "·" : `${percent(share)} of ${n}`;
}

function percent(share: number | null, digits = 0): string {
  return share === null ? "·" : `${(100 * share).toFixed(digits)}%`;
}

function minutes(ms: number): string {
  return (ms / 60_000).toFixed(1);
}
