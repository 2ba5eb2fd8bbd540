import { chance } from "../scheduling/chance.ts";
import { foldedWords } from "./typed-answer.ts";

/** A card that an answer may be taken from. */
export interface ChoiceSource {
  readonly cardId: string;
  readonly deck: string;
  /** What kind of thing it asks for: cards of one kind have answers that could stand for each other. */
  readonly kind: string;
  /** What is asked, as text. */
  readonly front: string;
  readonly answer: string;
  /** How many gaps it fills. */
  readonly gaps: number;
}

const others = 3;

/**
 * Four answers to choose from, the right one among them: the others are answers to other cards of the same notes that could be meant,
 * of the same kind, form and length before all. Undefined where there are not enough. The same `seed`, the same choice.
 */
export function choicesFor(asked: ChoiceSource, pool: readonly ChoiceSource[], seed: string): readonly string[] | undefined {
  const taken = new Set([keyOf(asked.answer)]);
  const wrong: string[] = [];
  const ranked = pool
    .filter((other) => isPlausible(other, asked))
    .map((other) => ({ other, rank: likeness(other, asked) + chance(`${seed}:${other.cardId}`) }))
    .sort((a, b) => b.rank - a.rank);
  for (const { other } of ranked) {
    const key = keyOf(other.answer);
    if (taken.has(key)) continue;
    taken.add(key);
    wrong.push(other.answer);
    if (wrong.length === others) break;
  }
  if (wrong.length < others) return undefined;
  return [asked.answer, ...wrong]
    .map((answer, place) => ({ answer, luck: chance(`${seed}:${asked.cardId}:${place}`) }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ answer }) => answer);
}

/** A choice gives nothing away by its form, does not stand in the question, and is no other way to say the right one. */
function isPlausible(other: ChoiceSource, asked: ChoiceSource): boolean {
  if (other.cardId === asked.cardId || formOf(other.answer) !== formOf(asked.answer)) return false;
  if (other.gaps !== asked.gaps) return false;
  const [words, wanted] = [foldedWords(other.answer), foldedWords(asked.answer)];
  if (words.length === 0 || Math.abs(words.length - wanted.length) > Math.max(1, wanted.length)) return false;
  const front = new Set(foldedWords(asked.front));
  const isInQuestion = words.every((word) => front.has(word));
  const shared = words.filter((word) => wanted.includes(word)).length;
  return !isInQuestion && shared < Math.min(words.length, wanted.length);
}

/** Kind counts most, then the deck, a capital at the start, and length. */
function likeness(other: ChoiceSource, asked: ChoiceSource): number {
  const length = Math.abs(other.answer.length - asked.answer.length) / Math.max(other.answer.length, asked.answer.length);
  const isCapital = (text: string) => /^\p{Lu}/u.test(text);
  const capital = Number(isCapital(other.answer) === isCapital(asked.answer));
  return 4 * Number(other.kind === asked.kind) + 2 * Number(other.deck === asked.deck) + 2 * capital + 2 * (1 - length);
}

/** A year, another figure, a name, or words. */
function formOf(answer: string): string {
  const text = answer.trim();
  if (/^\d{4}$/.test(text)) return "year";
  if (/\d/.test(text)) return "figure";
  return /^\p{Lu}/u.test(text) && !/^\p{Lu}\S*\s+\p{Ll}/u.test(text) ? "name" : "words";
}

function keyOf(answer: string): string {
  return foldedWords(answer).join(" ");
}
