import type { Analysis } from "./analysis.ts";
import { keepingLast } from "./keeping-last.ts";
import { chunksOf } from "./language/chunks.ts";
import { isIn, isNominal, type Span, type Token } from "./language/token.ts";
import { isFiniteVerb } from "./language/verbs.ts";
import { months } from "./language/word-lists.ts";
import { opensLater, shownTokens as presentedTokens } from "./presentation.ts";
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
  if (opensLater(presentedTokens(line, hidden))) return true;
  if (!mayPoint(line)) return false;
  const tokens = shownTokens(line, shown, hidden);
  if (countsUnnamed(tokens) || listsUnnamed(tokens)) return true;
  const words = new Set(shown.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return tokens.some((token, index) => {
    const asked = pointingsOf(token);
    if (asked.length === 0 || isIn(hidden, token) || !words.has(token.lower)) return false;
    const before = tokens.slice(0, index).filter((one) => !isIn(hidden, one));
    return asked.some((points) => points({ tokens, index, token, before, next: tokens[index + 1] }));
  });
}

const mayPoint = keepingLast(({ tokens }: Analysis): boolean =>
  tokens.some((token) => pointingsOf(token).length > 0 || guessing.has(token.lower)),
);

/** Those of the sentence that is asked, or of the whole line where all of it is shown. */
function shownTokens(line: Analysis, shown: string, hidden: readonly Span[]): readonly Token[] {
  const { tokens, sentences, text } = line;
  const asked = sentences?.find((one) =>
    hidden.every(({ start, end }) => one.tokens.some((token) => token.start <= start) && end <= (one.tokens.at(-1)?.end ?? 0)),
  );
  const length = hidden.reduce((sum, { start, end }) => sum - (end - start), text.length);
  if (!asked || shown.length >= length * mostlyShown) return tokens;
  const presented = presentedTokens(line, hidden);
  const isShown =
    shown.length >= mostlyShown * ((presented.at(-1)?.end ?? 0) - (presented[0]?.start ?? 0) - text.length + length);
  return isShown && presented.length > asked.tokens.length ? presented : asked.tokens;
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

/** "Perhaps a mill, two churches": without a figure, too, it may count what is not named. */
const guessing: ReadonlySet<string> = new Set(["maybe", "perhaps"]);

/** What makes a word point to something that is nowhere in sight. */
type Points = (place: Place) => boolean;

/** By the words that it is asked of. */
const pointings: readonly (readonly [words: string, points: Points])[] = [
  // "draws both conclusions", not "both A and B", not of two that were named
  [
    "both",
    ({ tokens, index }) =>
      !tokens.slice(index).some(({ lower }) => lower === "and") && tokens.slice(0, index).filter(isNominal).length < 2,
  ],
  // "the second is harder", "the latter", "the second group"
  [
    "second third former latter other",
    ({ tokens, index, before, next }) =>
      tokens[index - 1]?.lower === "the" &&
      (!next?.isContent ||
        next.tag === "VERB" ||
        /^(?:group|case|kind|type|one|ones|point|part|half|reason)$/.test(next.lower)) &&
      next?.lower !== "of" &&
      !before.some(({ lower }) => /^(?:first|one|two|three|four|both|and|or)$/.test(lower)),
  ],
  // "two thirds of these are"
  [
    "these those",
    ({ next, before }) =>
      !next?.isContent &&
      !/^(?:who|whom|whose|that|which|of|in|with|from|at|on|for|not)$/.test(next?.lower ?? "") &&
      !before.some((one, at) => isNominal(one) && one.lower.endsWith("s") && before[at + 1]?.lower !== "of"),
  ],
  // "did the opposite"
  [
    "opposite reverse same",
    ({ tokens, index, next }) =>
      tokens[index - 1]?.lower === "the" && !next?.isContent && !/^(?:of|as|to|that|in|for)$/.test(next?.lower ?? ""),
  ],
  // "It is an inverted theatre", not "It was the baker who saw it", "It is a pity to leave"
  [
    "it",
    ({ tokens, index, next }) =>
      index === 0 &&
      /^(?:is|was|['’]s)$/.test(next?.lower ?? "") &&
      tokens[2]?.tag === "DET" &&
      !untilStop(tokens).some(({ lower }) => /^(?:that|who|whom|which|to|how|why|when|if)$/.test(lower)),
  ],
  // "Hale therefore moved", with nothing before that he would conclude it from
  [
    "therefore consequently hence thus",
    ({ tokens, index }) =>
      !tokens.slice(0, index).some(({ tag, text }) => tag === "VERB" || tag === "AUX" || /^[,;:]$/.test(text)),
  ],
  // "lost this one"
  ["this", ({ next }) => next?.lower === "one"],
  // "the prize for all three", "the two then met"
  [
    "two three four five",
    ({ tokens, index, next, before }) =>
      /^(?:all|the)$/.test(tokens[index - 1]?.lower ?? "") &&
      next?.lower !== "of" &&
      !isNominal(next) &&
      next?.tag !== "ADJ" &&
      before.filter(isNominal).length < 2,
  ],
  // "he had not signed it": nobody in sight
  [
    "he she him",
    ({ before, tokens, index }) =>
      !before.some(mayBeSomebody) &&
      !(/^(?:ADP|SCONJ)$/.test(tokens[0]?.tag ?? "") && tokens.slice(index).some(({ tag }) => tag === "PROPN")), // "When he fell, Nelson …"
  ],
  ["it", seesSomethingInIt],
  // "About 45,000 years ago, they crossed the sea": of what has been named only the time
  [
    "they them it",
    ({ tokens, index, next }) =>
      !tokens.slice(0, index).some(mayBeMeant) &&
      !isAhead(tokens) &&
      !(tokens[index]?.lower === "it" && isImpersonal.test(next?.lower ?? "")),
  ],
  // "The same study found", "That study …"
  [
    "same",
    ({ tokens, index, next }) =>
      index <= 2 && studies.test(next?.lower ?? "") && !tokens.slice(index, index + 4).some(({ lower }) => lower === "as"),
  ],
  ["it this", undoesIt],
  // "Then in 1911 the dam broke"
  ["then", ({ index, next }) => index === 0 && next?.text !== ","],
  // "in forty trials since, …": since when
  [
    "since",
    ({ tokens, index, next }) =>
      (next === undefined || next.tag === "PUNCT") &&
      !tokens.slice(0, index).some(({ text }) => /\d{3}/.test(text) || /^ever$/.test(text)),
  ],
  // "Ghent, the same year: …"
  ["same", ({ tokens, index, next }) => spanOfTime.test(next?.lower ?? "") && !tokens.slice(0, index).some(isDated)],
  // "They rang the bells over this": nothing was said before it
  [
    "this",
    ({ tokens, index, next }) =>
      (next === undefined || next.tag === "PUNCT") &&
      tokens[index - 1]?.tag === "ADP" &&
      !tokens.slice(0, index).some(({ tag }) => tag === "PUNCT"),
  ],
  // "asked her exactly that"
  ["that", ({ tokens, index, next }) => /^(?:exactly|precisely)$/.test(tokens[index - 1]?.lower ?? "") && !next?.isContent],
  // "prices do line up that way", with nothing before it that shows which way
  [
    "way",
    ({ tokens, index, next }) =>
      /^(?:that|this)$/.test(tokens[index - 1]?.lower ?? "") &&
      (next === undefined || next.tag === "PUNCT") &&
      !tokens.slice(0, index).some(({ text }) => /^[.:;—–]$/.test(text)),
  ],
  // "All were once called monks"
  ["all none neither each", ({ index, next }) => index === 0 && next?.tag === "AUX"],
  // "Second and worse: …"
  ["second third", ({ index, next }) => index === 0 && /^(?:and|,|:)$/.test(next?.lower ?? "")],
  ["him", visitsHim],
];

function untilStop(tokens: readonly Token[]): readonly Token[] {
  const stop = tokens.findIndex(({ text }) => /^[.!?]$/.test(text));
  return stop < 0 ? tokens : tokens.slice(0, stop);
}

/** "the 20th, five days later": of which month */
const ofNoMonth: Points = ({ tokens, index, token, next }) =>
  /^\d+(?:st|nd|rd|th)$/.test(token.lower) &&
  tokens[index - 1]?.lower === "the" &&
  (next === undefined || next.tag === "PUNCT") &&
  !tokens.some(({ lower }) => months.has(lower));

const byWord = new Map<string, readonly Points[]>();
for (const [words, points] of pointings)
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), points]);

/** What is asked of a word; of most nothing. */
function pointingsOf({ lower, hasDigit }: Token): readonly Points[] {
  return byWord.get(lower) ?? (hasDigit ? [ofNoMonth] : []);
}

const spanOfTime = /^(?:year|day|night|week|month|winter|summer|spring|autumn|decade|century)$/;

function isDated({ text, lower }: Token): boolean {
  return /\d{3}/.test(text) || months.has(lower);
}

/** "Hale was on his way to visit him": not Hale, and nobody else is in sight. */
function visitsHim({ tokens, index, before }: Place): boolean {
  if (tokens[index - 1]?.tag !== "VERB") return false;
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
function seesSomethingInIt({ tokens, index }: Place): boolean {
  const preposition = tokens[index - 1];
  if (preposition?.tag !== "ADP") return false;
  const before = tokens.slice(0, index - 1);
  const [subject, object, ...others] = chunksOf(before);
  if (subject?.from !== 0 || object?.to !== before.length || others.length > 0) return false;
  const between = before.slice(subject.to, object.from);
  return between[0]?.tag === "VERB" && between.length <= 2 && (between[1] ?? preposition).tag === "ADP";
}

/** "Heating over 60 °C undoes it", "Nothing enforces this": what does something to it is not what it is. */
function undoesIt({ tokens, index, next }: Place): boolean {
  const verb = tokens[index - 1];
  if (verb?.tag !== "VERB" || index < 2 || !isFiniteVerb(tokens, index - 1)) return false;
  if (next !== undefined && next.tag !== "PUNCT" && next.tag !== "ADP") return false; // "makes it hard to", "calls it a day"
  const before = tokens.slice(0, index - 1);
  const opensClause = ({ tag, lower }: Token) =>
    /^(?:PUNCT|CCONJ|SCONJ|AUX|VERB)$/.test(tag) || /^(?:after|before|since|until|who|which|that|what)$/.test(lower);
  return !before.some(opensClause);
}

const studies = /^(?:study|report|paper|survey|experiment|trial|article|review|author|authors|researchers)$/;

/** Anything but a time. */
function mayBeMeant(token: Token): boolean {
  const isTime =
    spanOfTime.test(token.lower.replace(/s$/, "")) ||
    /^(?:times?|ago|centuries|hours?|minutes?)$/.test(token.lower) ||
    months.has(token.lower);
  return (isNominal(token) && !isTime) || token.lower.endsWith("ing");
}

/** "When they fell, the walls …", "As far as it goes": what is meant comes after. */
function isAhead(tokens: readonly Token[]): boolean {
  return (
    tokens[0]?.tag === "SCONJ" ||
    tokens[0]?.tag === "VERB" ||
    /^(?:when|as|after|before|until|since|if|though|although|because|while|what|how|why|it|they|them)$/.test(
      tokens[0]?.lower ?? "",
    )
  );
}

const isImpersonal =
  /^(?:is|was|'s|has|had|will|would|may|might|can|could|takes|took|seems|seemed|became|becomes|rains|rained|turned|turns|appears|appeared|followed|follows|happens|happened)$/;
