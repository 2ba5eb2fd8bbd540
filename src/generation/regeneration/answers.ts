import { normaliseLine } from "../../text/fingerprint.ts";
import { dice, editDistance } from "../../text/similarity.ts";
import { wordsOf } from "../../text/words.ts";
import { wordFacts } from "../language/token.ts";
import { areOpposites, isNegation, isNumberWord, withoutOpener } from "./telling-words.ts";

/** What became of an answer. Only a changed one is asked again today. */
export type AnswerFate = "same" | "reworded" | "changed";

/**
 * Whether another text is the same answer in other words: inflected, shortened or made longer by words that change no
 * fact, or freed of a typing error. Numbers, negations and opposites make another answer.
 */
export function answerFate(before: string, after: string): AnswerFate {
  const [old, now] = [bare(before), bare(after)];
  if (old === now) return "same";
  const [oldWords, newWords] = [wordsOf(old), wordsOf(now)];
  if (oldWords.length === 0 || newWords.length === 0) return "changed";
  if (tellsApart(before, after)) return "changed";
  const gone = contentNotIn(oldWords, newWords);
  const come = contentNotIn(newWords, oldWords);
  if (gone.length === 0 || come.length === 0) return "reworded";
  const isTypo = gone.length === 1 && come.length === 1 && isSlip(gone[0] ?? "", come[0] ?? "");
  return isTypo ? "reworded" : "changed";
}

/** How well a new answer would follow an old one; 0 when it must not. */
export function answerLikeness(before: Asked, after: Asked): number {
  const [old, now] = [bare(before.answer), bare(after.answer)];
  if (old === now) return 2;
  const likeness = dice(new Set(wordsOf(old)), new Set(wordsOf(now)));
  if (likeness >= 0.6) return likeness;
  const fronts = dice(new Set(wordsOf(withoutNumbers(before.front))), new Set(wordsOf(withoutNumbers(after.front))));
  // Two characters are all of a short answer: then the fronts must agree too.
  if (editDistance(old, now, 2) <= 2 && (Math.min(old.length, now.length) >= 5 || fronts > 0.5)) return 0.5 + fronts / 10;
  const onlyNumbers = withoutNumbers(old) !== old && withoutNumbers(old) === withoutNumbers(now);
  if (onlyNumbers && fronts > 0.8) return 0.4 + fronts / 10;
  return isOneQuestion(before.front, after.front) ? 0.3 : 0;
}

/** Word for word the same front of some length asks the same, whatever the answer is now: "signed in Paris", "in London". */
function isOneQuestion(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return old.length >= 4 && old.join(" ") === now.join(" ");
}

/** An answer with the front that asks for it. */
export interface Asked {
  readonly front: string;
  readonly answer: string;
}

/** Without what only introduces it, and without what `normaliseLine` takes. */
function bare(answer: string): string {
  return withoutOpener(normaliseLine(answer)).replace(/^(?:a|an|the) /, "");
}

export function negationsIn(text: string): number {
  return wordsOf(text).filter(isNegation).length;
}

function tellsApart(before: string, after: string): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return (
    numbersIn(before) !== numbersIn(after) ||
    negationsIn(before) !== negationsIn(after) ||
    old.some((word) => !now.includes(word) && now.some((other) => areOpposites(word, other)))
  );
}

/** With their signs and currencies: "-5" and "5", "$5" and "€5" are two. */
function numbersIn(text: string): string {
  const figures = text.replace(/\p{Pd}|\u2212/gu, "-").match(/[+-]?\p{Sc}?\p{N}[\p{N}.,]*(?:\s?[%‰\p{Sc}])?/gu) ?? [];
  return [...figures, ...wordsOf(text).filter(isNumberWord)].toSorted().join(" ");
}

function contentNotIn(words: readonly string[], others: readonly string[]): readonly string[] {
  const stems = new Set(others.map((word) => wordFacts(word).stem));
  return words.filter((word) => wordFacts(word).isContent && !stems.has(wordFacts(word).stem));
}

/** One letter too many, too few, or two swapped, not at the start of a word of five and more: "Ebinghaus". */
function isSlip(before: string, after: string): boolean {
  if (Math.min(before.length, after.length) < 5 || before[0] !== after[0]) return false;
  if (Math.abs(before.length - after.length) === 1) return editDistance(before, after, 1) === 1;
  if (before.length !== after.length) return false;
  const apart = [...before].flatMap((letter, index) => (letter === after[index] ? [] : [index]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && second === first + 1 && before[first] === after[second] && before[second] === after[first];
}

function withoutNumbers(text: string): string {
  return text.replace(/\p{N}[\p{N}.,]*|\p{L}+/gu, (word) =>
    /\p{N}/u.test(word) || isNumberWord(word.toLowerCase()) ? "0" : word,
  );
}
