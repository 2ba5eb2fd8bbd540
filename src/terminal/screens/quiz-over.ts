import { frontAsText } from "../../cards/cards-of-note.ts";
import { allIn, type MarkedCard, type NamedTally, type PastQuiz, type QuizScore, recalledIn } from "../../study/quiz.ts";
import { shortDate } from "../../text/short-date.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, cut, emptyLine, type Line, line, passage, type Span, span, widthOf } from "../line.ts";
import { percentOf, placeParts, shareOf, words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";
import { bar } from "./bar.ts";
import type { Part } from "./home.ts";

/** The score: in all, by section and source, then what was missed with its sentence and page, then the quizzes before. */
export function quizOverScreen(score: QuizScore, hadCards: boolean, layout: Layout, size: Size): Part {
  const total = allIn(score.total);
  const indent = layout.padding === 0 ? 0 : 2;
  const wrapped = (spans: readonly Span[], left = indent) =>
    wrapSpans(spans, size.columns - left - indent).map((row) => [blanks(left), ...row]);
  const blocks =
    total === 0
      ? [wrapped([passage(hadCards ? words.quiz.noneAsked : words.quiz.nothing)])]
      : [
          totalLines(score, layout, indent),
          tableOf(words.quiz.bySection, score.bySection, indent, size),
          tableOf(words.quiz.bySource, score.bySource, indent, size),
          missedLines(score.misses, indent, wrapped),
          score.before.length === 0 ? [] : wrapped([passage(beforeText(score.before), "muted")]),
        ];
  const shown = blocks.filter((rows) => rows.length > 0);
  return {
    title: line(words.quiz.over(score.title), "title"),
    aside: total === 0 ? [] : [line(shareOf(score.total), "muted")],
    body: shown.flatMap((rows, index) => (layout.isAiry && index > 0 ? [emptyLine, ...rows] : rows)),
    bottom: [],
  };
}

function totalLines(score: QuizScore, { isWide }: Layout, indent: number): readonly Line[] {
  const { total, again, left, broughtBack } = score;
  const known = recalledIn(total);
  const percent = `${percentOf(known, allIn(total))}%`;
  const share = isWide ? [blanks(2), span(bar(known / allIn(total)), "good")] : [];
  const { grades } = words.quiz;
  const counts = [
    span(`${grades.right} ${total.right}`, "good"),
    blanks(2),
    span(`${grades.close} ${total.close}`, "hard"),
    blanks(2),
    span(`${grades.wrong} ${total.wrong}`, "again"),
  ];
  const more = [
    again ? words.quiz.again(again) : "",
    left > 0 ? words.quiz.left(left) : "",
    broughtBack > 0 ? words.quiz.broughtBack(broughtBack) : "",
  ];
  return [
    [blanks(indent), span(words.quiz.known), ...share, span(`  ${shareOf(total)}   ${percent}`)],
    [blanks(indent), ...counts],
    ...more.filter((text) => text !== "").map((text) => [blanks(indent), span(text)]),
  ];
}

function tableOf(heading: string, tallies: readonly NamedTally[], indent: number, { columns }: Size): readonly Line[] {
  if (tallies.length === 0) return [];
  const room = columns - 2 * indent - 2 - longestShare;
  const width = Math.min(room, Math.max(...tallies.map(({ name }) => widthOf(span(name).text))));
  const rows = tallies.map((tally): Line => {
    const name = span(cut(span(tally.name).text, width));
    return [blanks(indent + 2), name, blanks(width - widthOf(name.text)), span(shareOf(tally).padStart(longestShare))];
  });
  return [[blanks(indent), span(heading, "muted")], ...rows];
}

/** " 123 of 456" */
const longestShare = 11;

function missedLines(
  misses: readonly MarkedCard[],
  indent: number,
  wrapped: (spans: readonly Span[], left?: number) => readonly Line[],
): readonly Line[] {
  if (misses.length === 0) return [];
  const rows = misses.flatMap(({ asked }) => [
    ...wrapped([passage(frontAsText(asked.card.front).replace(/\s+/g, " "))], indent + 2),
    ...wrapped([passage(asked.card.answers.join(" · ").replace(/\s+/g, " "), "answer")], indent + 4),
    ...(asked.card.sentence === undefined ? [] : wrapped([passage(asked.card.sentence, "muted")], indent + 4)),
    ...wrapped([passage(placeParts(asked).join(" · ").replaceAll("\n", " "), "muted")], indent + 4),
  ]);
  return [[blanks(indent), span(words.quiz.missed, "muted")], ...rows];
}

const mostBefore = 5;

function beforeText(before: readonly PastQuiz[]): string {
  const each = before.slice(0, mostBefore).map((quiz) => `${shortDate(quiz.day)} ${shareOf(quiz)}`);
  return `${words.quiz.before}: ${each.join(" · ")}`;
}
