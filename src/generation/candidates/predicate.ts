import type { Analysis } from "../analysis.ts";
import { keepingLast } from "../keeping-last.ts";
import { englishVocabulary } from "../language/english-vocabulary.ts";
import { isNominal, type Span, type Token, type TokenRange } from "../language/token.ts";

/**
 * Does a predicate, its verb first, tell its subject from others? By a name, or two things that not every note is about; of what
 * all sorts of things have, need or do, by a name and something else.
 */
export function identifies([verb, ...rest]: readonly Token[]): boolean {
  const things = thingsIn(rest);
  const nouns = things.filter(isNominal);
  const saysWhatItIs = /^(?:is|are|was|were)$/.test(verb?.lower ?? "") && /^(?:an?|the)$/.test(rest[0]?.lower ?? "");
  if (saysWhatItIs) return nouns.length > 0;
  const isNamed = nouns.some(({ tag }) => tag === "PROPN");
  if (broad.test(verb?.lower ?? "")) return isNamed && things.length > 1;
  return isNamed || (nouns.length > 0 && things.length > 1);
}

/** Words that say something particular. */
function thingsIn(words: readonly Token[]): readonly Token[] {
  return words.filter(
    ({ tag, lower, isContent }) =>
      isContent &&
      lower.length > 2 &&
      (tag === "NOUN" || tag === "PROPN" || tag === "ADJ" || tag === "VERB") &&
      !englishVocabulary.plainWords.has(lower),
  );
}

/** What all sorts of things have, need, become and do. */
const broad =
  /^(?:ha(?:s|ve|d)|go(?:es)?|went|comes?|came|gets?|got|becomes?|became|grows?|grew|takes?|took|makes?|made|gives?|gave|needs?|needed|requires?|required|achieves?|achieved|offers?|offered|provides?|provided|contains?|contained|remains?|remained|lasts?|lasted)$/;

/** "both", "the 20th", "five days later", "fast ones": what they count from, another line or another subject says. */
export function pointsToOthers(words: readonly Token[]): boolean {
  return words.some(({ lower, hasDigit }, index) => {
    const next = words[index + 1];
    if (pointing.has(lower)) return true;
    if (lower === "later" || lower === "earlier") return !next?.isContent;
    if (lower === "other") return words[index - 1]?.lower !== "each";
    if (lower === "such") return next?.lower !== "as";
    if (lower === "one") return !next?.isContent && next?.lower !== "of";
    if (lower === "both") return !words.slice(index + 1).some((token) => token.lower === "and");
    return hasDigit && /^\d+(?:st|nd|rd|th)$/.test(lower) && !(next?.isContent || next?.lower === "of");
  });
}

const pointing: ReadonlySet<string> = new Set(["ones", "others", "another", "former", "latter", "then", "there"]);

/**
 * "[…] goes back a long way", "[…] came prepared": the subject of a clause, shown by itself, that names nothing else.
 *
 * @param figuresTell whether a figure is enough
 */
export function isSaidOfMany({ tokens, clauses, end }: Analysis, span: Span, figuresTell: boolean): boolean {
  const clause = clauses.find(({ verb }) => verb !== undefined && tokens[verb - 1]?.end === span.end);
  if (clause?.verb === undefined || (clauses.length > 1 && !isShownAlone(tokens, clause))) return false;
  const opening = tokens.slice(clause.from, clause.verb).filter(({ end: stop }) => stop <= span.start);
  if (opening.some(({ lower }) => /^(?:so|and|but|or|,)$/.test(lower))) return false; // another clause, not told from this one
  const said = tokens.slice(clause.verb, Math.min(clause.to, end));
  const hasFigure = figuresTell && !pointsToOthers(said) && said.some(({ text }) => /\d/.test(text));
  return !hasFigure && !thingsIn(said).some(isNominal);
}

/** Of sentences over 16 words only the clause is shown, if it is long enough itself; see `presentation.ts`. */
function isShownAlone(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return to - from >= 8 && isLong(tokens);
}

const isLong = keepingLast((tokens: readonly Token[]): boolean => tokens.filter(({ tag }) => tag !== "PUNCT").length > 16);
