import { ratings } from "../../scheduling/schedule.ts";
import type { Instant } from "../../scheduling/study-day.ts";
import type { Summary } from "../../study/session.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, cut, emptyLine, type Line, line, passage, type Span, span } from "../line.ts";
import type { Review } from "../state.ts";
import { minutesUntil, words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";
import { bar } from "./bar.ts";
import type { Part } from "./home.ts";

type Around = Pick<Review, "hadCards" | "waitsUntil">;

export function summaryScreen(
  summary: Summary,
  { hadCards, waitsUntil }: Around,
  now: Instant,
  layout: Layout,
  size: Size,
): Part {
  const indent = layout.padding === 0 ? 0 : 2;
  const wrapped = (spans: readonly Span[]) =>
    spans.length === 0 ? [] : wrapSpans(spans, size.columns - 2 * indent).map((row) => [blanks(indent), ...row]);
  const blocks = [
    waitsUntil === undefined ? [] : wrapped([passage(words.summary.waiting(minutesUntil(waitsUntil, now)), "notice")]),
    summary.answers === 0
      ? wrapped([passage(hadCards ? words.summary.noAnswers : words.summary.nothing)])
      : resultLines(summary, layout),
    [...wrapped(hardestOf(summary)), ...wrapped([passage(outlookOf(summary, now))])],
  ];
  const shown = blocks.filter((rows) => rows.length > 0);
  return {
    title: line(summary.deckTitle === "" ? words.summary.done : words.summary.doneDeck(summary.deckTitle), "title"),
    aside: asidesOf(summary),
    body: shown.flatMap((rows, index) => (layout.isAiry && index > 0 ? [emptyLine, ...rows] : rows)),
    bottom: [],
  };
}

function asidesOf(summary: Summary): readonly Line[] {
  if (summary.answers === 0) return [];
  return [words.summary.cards(summary), words.summary.shortCards(summary)].map((form) => line(form, "muted"));
}

function resultLines(summary: Summary, { isWide, padding }: Layout): readonly Line[] {
  const indent = blanks(padding === 0 ? 0 : 2);
  const recall = summary.recalls === 0 ? [] : [recallLine(summary, isWide)];
  return [...recall, ...countLines(summary, isWide || padding > 0)].map((row) => [indent, ...row]);
}

function recallLine({ recalls, recalled }: Summary, isWide: boolean): Line {
  const share = words.summary.share(recalled, recalls);
  const percent = words.summary.percent(recalled, recalls);
  return isWide
    ? [span(words.summary.remembered), blanks(2), span(bar(recalled / recalls), "good"), span(`  ${share}   ${percent}`)]
    : [span(`${words.summary.remembered}  ${share}   ${percent}`)];
}

/** "Again   5  Hard   4  Good  22  Easy   3", on two rows where it does not fit. */
function countLines({ counts }: Summary, fitsOneRow: boolean): readonly Line[] {
  const parts = ratings.map((rating) => [
    span(words.review.ratings[rating], rating),
    span(String(counts[rating]).padStart(4)),
    blanks(2),
  ]);
  return fitsOneRow ? [parts.flat()] : [parts.slice(0, 2).flat(), parts.slice(2).flat()];
}

const longestFront = 40;

function hardestOf({ hardest }: Summary): readonly Span[] {
  if (hardest.length === 0) return [];
  const cards = hardest.map(({ front, agains }) => words.summary.hardCard(cut(oneLine(front), longestFront), agains));
  return [passage(words.summary.hardest(cards))];
}

function outlookOf(summary: Summary, now: Instant): string {
  const { leftNow, dueTomorrow, comingBack, nextAt, heldBack } = summary;
  const parts = [
    leftNow > 0 ? words.summary.leftNow(leftNow) : "",
    words.summary.tomorrow(dueTomorrow),
    comingBack > 0 ? words.summary.comingBack(comingBack, nextAt === undefined ? undefined : minutesUntil(nextAt, now)) : "",
    heldBack > 0 ? words.summary.heldBack(summary) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function oneLine(text: string): string {
  return span(text).text;
}
