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

  /** What stands in a span's place now, told by its outer words, the words on both its sides, and those within it that are still there. */
  replacedSpan(span: Span, taken: readonly Span[] = []): Span | undefined {
    const old = wordsWithin(this.#from, span);
    if (old.first > old.last) return undefined;
    const first = this.#placeOf(old.first, -1, old);
    const last = this.#placeOf(old.last, 1, old);
    if (first === undefined || last === undefined || first > last) return undefined;
    const found = this.#withSigns(span, old, { first, last });
    return isFree(found, taken) ? found : undefined;
  }

  /** Where in the old sentence these words stand; undefined when they do not. */
  spanBefore(words: string): Span | undefined {
    return occurrencesOf(words, this.before)[0];
  }

  /**
   * Where the outer word of a range would stand now: where it does, else next to its neighbour on that side, else as far from the
   * nearest word of the range, or from the neighbour on the other side, as it was; at the sentence's own end as a last resort.
   */
  #placeOf(outer: number, side: -1 | 1, { first, last }: WordRange): number | undefined {
    const now = (index: number) => this.#aligned[index] ?? -1;
    const within = (place: number) => Math.min(Math.max(place, 0), this.#to.length - 1);
    const besides = now(outer + side) >= 0 ? now(outer + side) - side : undefined;
    // A figure may stand elsewhere in the line too: 2:15:16 became 3:16:17.
    const isFigure = /\p{N}/u.test(this.#from[outer]?.word ?? "");
    if (now(outer) >= 0 && !(isFigure && besides !== undefined)) return now(outer);
    if (besides !== undefined) return besides;
    const inner = side < 0 ? range(first, last + 1) : range(first, last + 1).toReversed();
    const other = side < 0 ? last + 1 : first - 1;
    const known = [...inner, other].find((index) => now(index) >= 0);
    if (known !== undefined) return within(now(known) + outer - known);
    const isAtEnd = outer + side < 0 || outer + side >= this.#from.length;
    return isAtEnd ? within(side < 0 ? 0 : this.#to.length - 1) : undefined;
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

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
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
