import { alignWords } from "../../text/alignment.ts";
import { type WordPlace, wordPlacesOf } from "../../text/words.ts";
import { occurrencesOf } from "./rewording.ts";

/** A question or an answer before and after its sentence was reworded. */
interface Change {
  readonly before: string;
  readonly after: string;
}

/**
 * A question with the figures that its sentence replaced replaced in it too: 2.4 by 2.5. Only figures: other words may stand in
 * the question in another form. A figure stays that has two successors, stands in the sentence still, or would give away what the
 * answer did not say before.
 */
export function withNewFigures(question: string, sentence: Change, answer: Change): string {
  const isTold = (old: string, figure: string) =>
    occurrencesOf(figure, answer.after).length > 0 && occurrencesOf(old, answer.before).length === 0;
  return [...replacedFigures(sentence)]
    .filter(([old, figure]) => !isTold(old, figure))
    .reduce((text, [old, figure]) => replaced(text, old, figure), question);
}

function replaced(text: string, old: string, figure: string): string {
  return occurrencesOf(old, text)
    .filter(({ start, end }) => text.slice(start, end) === old)
    .toReversed()
    .reduce((now, { start, end }) => now.slice(0, start) + figure + now.slice(end), text);
}

/** Old figures with their one successor: what stands in their place between the same neighbours. */
function replacedFigures({ before, after }: Change): ReadonlyMap<string, string> {
  const [from, to] = [wordPlacesOf(before), wordPlacesOf(after)];
  const [old, now] = [from, to].map((words) => words.map(({ word }) => word)) as [string[], string[]];
  const found = new Map<string, Set<string>>();
  let [start, next] = [0, 0];
  for (const [index, place] of [...alignWords(old, now), to.length].entries()) {
    if (place < 0) continue;
    const [gone, come] = [figuresIn(before, from.slice(start, index)), figuresIn(after, to.slice(next, place))];
    for (const [at, figure] of gone.entries()) {
      const successor = gone.length === come.length ? come[at] : undefined;
      found.set(figure, (found.get(figure) ?? new Set()).add(successor ?? figure));
    }
    [start, next] = [index + 1, place + 1];
  }
  const kept = new Set(now);
  return new Map(
    [...found].flatMap(([figure, successors]) => {
      const [only] = successors;
      return only !== undefined && successors.size === 1 && !kept.has(figure.toLowerCase()) ? [[figure, only] as const] : [];
    }),
  );
}

function figuresIn(text: string, words: readonly WordPlace[]): readonly string[] {
  return words.map(({ start, end }) => text.slice(start, end)).filter((word) => /\p{N}/u.test(word));
}
