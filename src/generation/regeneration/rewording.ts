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

  /**
   * What stands in a span's place now: on each side up to the word next to it, where that is the same as before, else up to the
   * last word of its own that is still there.
   */
  replacedSpan(span: Span, taken: readonly Span[] = []): Span | undefined {
    const old = wordsWithin(this.#from, span);
    if (old.first > old.last) return undefined;
    const own = this.#aligned.slice(old.first, old.last + 1).filter((index) => index >= 0);
    const left = old.first === 0 ? -1 : (this.#aligned[old.first - 1] ?? -1);
    const right = old.last === this.#from.length - 1 ? this.#to.length : (this.#aligned[old.last + 1] ?? -1);
    const first = old.first === 0 || left >= 0 ? left + 1 : own[0];
    const last = right >= 0 ? right - 1 : own.at(-1);
    if (first === undefined || last === undefined || first > last) return undefined;
    const found = this.#withSigns(span, old, { first, last });
    return isFree(found, taken) ? found : undefined;
  }

  /** Where in the old sentence these words stand; undefined when they do not. */
  spanBefore(words: string): Span | undefined {
    return occurrencesOf(words, this.before)[0];
  }

  /**
   * The words from `first` to `last` of the new sentence, with the signs that opened and closed the old span ("£200"), and
   * without what of its outer words did not belong to it ("Warde" of "Warde's").
   */
  #withSigns(span: Span, old: WordRange, now: WordRange): Span {
    const [oldStart, oldEnd] = [this.#from[old.first]?.start ?? 0, this.#from[old.last]?.end ?? 0];
    const [start, end] = [this.#to[now.first]?.start ?? 0, this.#to[now.last]?.end ?? 0];
    const [opening, head] = [this.before.slice(span.start, oldStart), this.before.slice(oldStart, span.start)];
    const [closing, tail] = [this.before.slice(oldEnd, span.end), this.before.slice(span.end, oldEnd)];
    return {
      start:
        start +
        (this.after.startsWith(head, start) ? head.length : 0) -
        (this.after.slice(0, start).endsWith(opening) ? opening.length : 0),
      end:
        end -
        (this.after.slice(0, end).endsWith(tail) ? tail.length : 0) +
        (this.after.startsWith(closing, end) ? closing.length : 0),
    };
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

interface WordRange {
  readonly first: number;
  readonly last: number;
}

function wordsWithin(words: readonly WordPlace[], span: Span): WordRange {
  const first = words.findIndex(({ end }) => end > span.start);
  return { first: first < 0 ? words.length : first, last: words.findLastIndex(({ start }) => start < span.end) };
}

function isFree(span: Span, taken: readonly Span[]): boolean {
  return taken.every((other) => span.end <= other.start || span.start >= other.end);
}
