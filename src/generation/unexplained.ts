import type { Analysis } from "./analysis.ts";
import { chunksOf } from "./language/chunks.ts";
import { isNominal, type Span, type Token } from "./language/token.ts";
import { months } from "./language/word-lists.ts";
import { countsUnnamed, listsUnnamed } from "./unnamed-counts.ts";

/**
 * Does a front hold a word that stands for something which is nowhere in sight: "both conclusions", "the second is", "five of
 * these", "the 20th", "sees a change in it"?
 *
 * @param shown the front as text
 * @param hidden what it asks for, in the line
 */
export function isUnexplained(line: Analysis, shown: string, hidden: readonly Span[]): boolean {
  if (line.isQuote || line.vocabulary.language !== "en") return false;
  if (!line.tokens.some(mayPoint)) return false;
  const tokens = shownTokens(line, shown, hidden);
  const isHidden = ({ start, end }: Token) => hidden.some((span) => start >= span.start && end <= span.end);
  if (countsUnnamed(tokens) || listsUnnamed(tokens)) return true;
  const words = new Set(shown.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return tokens.some((token, index) => {
    if (!mayPoint(token) || isHidden(token) || !words.has(token.lower)) return false;
    const before = tokens.slice(0, index).filter((one) => !isHidden(one));
    return pointings.some((points) => points({ tokens, index, token, before, next: tokens[index + 1] }));
  });
}

/** Those of the sentence that is asked, or of the whole line where all of it is shown. */
function shownTokens({ tokens, sentences, text }: Analysis, shown: string, hidden: readonly Span[]): readonly Token[] {
  const asked = sentences?.find((one) =>
    hidden.every(({ start, end }) => one.tokens.some((token) => token.start <= start) && end <= (one.tokens.at(-1)?.end ?? 0)),
  );
  const length = hidden.reduce((sum, { start, end }) => sum - (end - start), text.length);
  return asked && shown.length < length * mostlyShown ? asked.tokens : tokens;
}

const mostlyShown = 0.9;

interface Place {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly token: Token;
  /** What can be seen before it. */
  readonly before: readonly Token[];
  readonly next: Token | undefined;
}

/** A row of the table below looks for each of them, or for a figure: a line without any points to nothing. */
const pointing: ReadonlySet<string> = new Set(
  `both second third former latter other these those opposite reverse same it therefore consequently hence thus this two three four
  five he she him then since all none neither each maybe perhaps`.split(/\s+/),
);

function mayPoint({ lower, hasDigit }: Token): boolean {
  return hasDigit || pointing.has(lower);
}

const pointings: readonly ((place: Place) => boolean)[] = [
  // "draws both conclusions", not "both A and B", not of two that were named
  ({ tokens, index, token }) =>
    token.lower === "both" &&
    !tokens.slice(index).some(({ lower }) => lower === "and") &&
    tokens.slice(0, index).filter(isNominal).length < 2,
  // "the second is harder", "the latter", "the second group"
  ({ tokens, index, token, before, next }) =>
    /^(?:second|third|former|latter|other)$/.test(token.lower) &&
    tokens[index - 1]?.lower === "the" &&
    (!next?.isContent || next.tag === "VERB" || /^(?:group|case|kind|type|one|ones|point|part|half|reason)$/.test(next.lower)) &&
    next?.lower !== "of" &&
    !before.some(({ lower }) => /^(?:first|one|two|three|four|both|and|or)$/.test(lower)),
  // "the 20th, five days later": of which month
  ({ tokens, index, token, next }) =>
    /^\d+(?:st|nd|rd|th)$/.test(token.lower) &&
    tokens[index - 1]?.lower === "the" &&
    (next === undefined || next.tag === "PUNCT") &&
    !tokens.some(({ lower }) => months.has(lower)),
  // "two thirds of these are"
  ({ token, next, before }) =>
    /^(?:these|those)$/.test(token.lower) &&
    !next?.isContent &&
    !/^(?:who|whom|whose|that|which|of|in|with|from|at|on|for|not)$/.test(next?.lower ?? "") &&
    !before.some((one, at) => isNominal(one) && one.lower.endsWith("s") && before[at + 1]?.lower !== "of"),
  // "did the opposite"
  ({ tokens, index, token, next }) =>
    /^(?:opposite|reverse|same)$/.test(token.lower) &&
    tokens[index - 1]?.lower === "the" &&
    !next?.isContent &&
    !/^(?:of|as|to|that|in|for)$/.test(next?.lower ?? ""),
  // "It is an inverted theatre", not "It was the baker who saw it", "It is a pity to leave"
  ({ tokens, index, token, next }) =>
    index === 0 &&
    token.lower === "it" &&
    /^(?:is|was)$/.test(next?.lower ?? "") &&
    tokens[2]?.tag === "DET" &&
    !tokens.some(({ lower }) => /^(?:that|who|whom|which|to|how|why|when|if)$/.test(lower)),
  // "Hale therefore moved", with nothing before that he would conclude it from
  ({ tokens, index, token }) =>
    /^(?:therefore|consequently|hence|thus)$/.test(token.lower) &&
    !tokens.slice(0, index).some(({ tag, text }) => tag === "VERB" || tag === "AUX" || /^[,;:]$/.test(text)),
  // "lost this one"
  ({ token, next }) => token.lower === "this" && next?.lower === "one",
  // "the prize for all three", "the two then met"
  ({ tokens, index, token, next, before }) =>
    /^(?:two|three|four|five)$/.test(token.lower) &&
    /^(?:all|the)$/.test(tokens[index - 1]?.lower ?? "") &&
    next?.lower !== "of" &&
    !isNominal(next) &&
    next?.tag !== "ADJ" &&
    before.filter(isNominal).length < 2,
  // "he had not signed it": nobody in sight
  ({ token, before, tokens, index }) =>
    /^(?:he|she|him)$/.test(token.lower) &&
    !before.some(mayBeSomebody) &&
    !(/^(?:ADP|SCONJ)$/.test(tokens[0]?.tag ?? "") && tokens.slice(index).some(({ tag }) => tag === "PROPN")), // "When he fell, Nelson …"
  seesSomethingInIt,
  // "Then in 1911 the dam broke"
  ({ token, index, next }) => token.lower === "then" && index === 0 && next?.text !== ",",
  // "in forty trials since, …": since when
  ({ tokens, token, index, next }) =>
    token.lower === "since" &&
    (next === undefined || next.tag === "PUNCT") &&
    !tokens.slice(0, index).some(({ text }) => /\d{3}/.test(text) || /^ever$/.test(text)),
  // "Ghent, the same year: …"
  ({ tokens, token, index, next }) =>
    token.lower === "same" && spanOfTime.test(next?.lower ?? "") && !tokens.slice(0, index).some(isDated),
  // "They rang the bells over this": nothing was said before it
  ({ tokens, token, index, next }) =>
    token.lower === "this" &&
    (next === undefined || next.tag === "PUNCT") &&
    tokens[index - 1]?.tag === "ADP" &&
    !tokens.slice(0, index).some(({ tag }) => tag === "PUNCT"),
  // "All were once called monks"
  ({ token, index, next }) => index === 0 && /^(?:all|none|neither|each)$/.test(token.lower) && next?.tag === "AUX",
  // "Second and worse: …"
  ({ token, index, next }) => index === 0 && /^(?:second|third)$/.test(token.lower) && /^(?:and|,|:)$/.test(next?.lower ?? ""),
  visitsHim,
];

const spanOfTime = /^(?:year|day|night|week|month|winter|summer|spring|autumn|decade|century)$/;

function isDated({ text, lower }: Token): boolean {
  return /\d{3}/.test(text) || months.has(lower);
}

/** "Hale was on his way to visit him": not Hale, and nobody else is in sight. */
function visitsHim({ tokens, index, token, before }: Place): boolean {
  if (token.lower !== "him" || tokens[index - 1]?.tag !== "VERB") return false;
  return (
    before.filter(isNominal).length === 1 && !before.some(({ tag }) => tag === "PUNCT" || tag === "SCONJ" || tag === "CCONJ")
  );
}

/** Anyone but several things. */
function mayBeSomebody(token: Token): boolean {
  return (
    /^(?:who|whoever|anyone|someone|somebody|everyone|nobody)$/.test(token.lower) ||
    token.tag === "PROPN" ||
    (token.tag === "NOUN" && !/[^sui]s$/.test(token.lower))
  );
}

/** "Hale sees a second purpose in it", "The play began as a copy of it": neither who sees nor what is seen. */
function seesSomethingInIt({ tokens, index, token }: Place): boolean {
  const preposition = tokens[index - 1];
  if (token.lower !== "it" || preposition?.tag !== "ADP") return false;
  const before = tokens.slice(0, index - 1);
  const [subject, object, ...others] = chunksOf(before);
  if (subject?.from !== 0 || object?.to !== before.length || others.length > 0) return false;
  const between = before.slice(subject.to, object.from);
  return between[0]?.tag === "VERB" && between.length <= 2 && (between[1] ?? preposition).tag === "ADP";
}
