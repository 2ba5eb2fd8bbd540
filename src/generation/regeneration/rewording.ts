import { alignWords } from "../../text/alignment.ts";
import { type WordPlace, wordPlacesOf } from "../../text/words.ts";
import type { Span } from "../language/token.ts";

/** A sentence before and after it was reworded: finds again in the new one what stood in the old one. */
export class Rewording {
  readonly before: string;
  readonly after: string;
  readonly #from: readonly WordPlace[];
  readonly #to: readonly WordPlace[];
  /** For every word of `before` its index in `after`, or -1. */
  readonly #aligned: readonly number[];

  constructor(before: string, after: string) {
    this.before = before;
    this.after = after;
    this.#from = wordPlacesOf(before);
    this.#to = wordPlacesOf(after);
    this.#aligned = alignWords(
      this.#from.map(({ word }) => word),
      this.#to.map(({ word }) => word),
    );
  }

  /** Where the words of a span still stand, the place nearest to where they belong; none that touches `taken`. */
  keptSpan(span: Span, taken: readonly Span[] = []): Span | undefined {
    const expected = this.#expectedStart(span);
    return nearest(
      occurrencesOf(this.before.slice(span.start, span.end), this.after).filter((found) => isFree(found, taken)),
      expected,
    );
  }

  /** What stands in a span's place now, where the words on both its sides are the same as before. */
  replacedSpan(span: Span, taken: readonly Span[] = []): Span | undefined {
    const { first, last } = wordsWithin(this.#from, span);
    if (first > last) return undefined;
    const left = first === 0 ? -1 : (this.#aligned[first - 1] ?? -1);
    const right = last === this.#from.length - 1 ? this.#to.length : (this.#aligned[last + 1] ?? -1);
    if ((first > 0 && left < 0) || right < 0 || right - left < 2) return undefined;
    const found = { start: this.#to[left + 1]?.start ?? 0, end: this.#to[right - 1]?.end ?? 0 };
    return isFree(found, taken) ? found : undefined;
  }

  /** Where in the old sentence these words stand; undefined when they do not. */
  spanBefore(words: string): Span | undefined {
    return occurrencesOf(words, this.before)[0];
  }

  #expectedStart(span: Span): number {
    const { first } = wordsWithin(this.#from, span);
    for (let index = first; index < this.#from.length; index += 1) {
      const place = this.#to[this.#aligned[index] ?? -1];
      if (place) return place.start - ((this.#from[index]?.start ?? 0) - span.start);
    }
    return this.after.length - (this.before.length - span.start);
  }
}

/** Where a text stands in another: as it is between word borders, else with the same words in any case and punctuation. */
export function occurrencesOf(part: string, whole: string): readonly Span[] {
  const exact: Span[] = [];
  if (part !== "") {
    for (let start = whole.indexOf(part); start >= 0; start = whole.indexOf(part, start + 1)) {
      const end = start + part.length;
      if (!splitsWord(whole, start) && !splitsWord(whole, end)) exact.push({ start, end });
    }
  }
  return exact.length > 0 ? exact : wordRuns(part, whole);
}

function wordRuns(part: string, whole: string): readonly Span[] {
  const wanted = wordPlacesOf(part);
  const words = wordPlacesOf(whole);
  if (wanted.length === 0) return [];
  return words.flatMap(({ start }, at) =>
    wanted.every(({ word }, index) => words[at + index]?.word === word)
      ? [{ start, end: words[at + wanted.length - 1]?.end ?? start }]
      : [],
  );
}

function splitsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

function nearest(spans: readonly Span[], start: number): Span | undefined {
  return spans.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0];
}

function wordsWithin(words: readonly WordPlace[], span: Span): { readonly first: number; readonly last: number } {
  const first = words.findIndex(({ end }) => end > span.start);
  return { first: first < 0 ? words.length : first, last: words.findLastIndex(({ start }) => start < span.end) };
}

function isFree(span: Span, taken: readonly Span[]): boolean {
  return taken.every((other) => span.end <= other.start || span.start >= other.end);
}
