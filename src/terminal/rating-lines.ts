import type { Outcomes } from "../scheduling/outcome.ts";
import { type Rating, ratings } from "../scheduling/schedule.ts";
import type { Layout, Size } from "./layout.ts";
import { blanks, type Line, lineWidth, span } from "./line.ts";
import { shortWait, words } from "./words.ts";

/** The four ratings with what each leads to, in one row or, where they do not fit, in two. */
export function ratingLines(outcomes: Outcomes, chosen: Rating | undefined, layout: Layout, size: Size): readonly Line[] {
  const [inside, between] = layout.isWide ? [2, 3] : [1, 2];
  const oneRow = ratings.flatMap((rating, index) => [
    blanks(index === 0 ? layout.padding : between),
    ...ratingSpans(rating, outcomes, chosen, words.review.ratings[rating].length + inside),
  ]);
  return lineWidth(oneRow) <= size.columns ? [oneRow] : twoRows(outcomes, chosen);
}

function ratingSpans(rating: Rating, outcomes: Outcomes, chosen: Rating | undefined, wordWidth: number): Line {
  const text = `${ratings.indexOf(rating) + 1} ${words.review.ratings[rating]}`;
  const wait = shortWait(outcomes[rating]);
  return [span(text, rating === chosen ? "chosen" : rating), blanks(wordWidth + 2 - text.length), span(wait)];
}

function twoRows(outcomes: Outcomes, chosen: Rating | undefined): readonly Line[] {
  const [left, right] = [["again", "good"] as const, ["hard", "easy"] as const];
  const widest = (column: readonly Rating[]) => Math.max(...column.map((rating) => words.review.ratings[rating].length)) + 2;
  const widestWait = Math.max(...left.map((rating) => shortWait(outcomes[rating]).length));
  return [0, 1].map((row) => {
    const [first, second] = [left[row] ?? "again", right[row] ?? "hard"];
    const gap = widestWait - shortWait(outcomes[first]).length + 3;
    return [
      ...ratingSpans(first, outcomes, chosen, widest(left)),
      blanks(gap),
      ...ratingSpans(second, outcomes, chosen, widest(right)),
    ];
  });
}
