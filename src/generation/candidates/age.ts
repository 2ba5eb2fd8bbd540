import type { Token, TokenRange } from "../language/token.ts";

/** What asks for a bare figure that says how old somebody was; undefined where it does not. */
export function ageHint(tokens: readonly Token[], number: TokenRange): string | undefined {
  const before = tokens[number.from - 1]?.lower;
  if (before === "aged" || isOwnAge(tokens, number) || isOrOlder(tokens, number) || isWhenSomebody(tokens, number))
    return "how old?";
  const isOfAge = before === "of" && tokens[number.from - 2]?.lower === "age"; // "at the age of 34"
  return isOfAge || isAgeReached(tokens, number) || isAfterName(tokens, number) || isEndedAt(tokens, number)
    ? "what age?"
    : undefined;
}

/** "Dead at 28.", "vaccinated at 12–13." */
function isEndedAt(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isDone = tokens[from - 1]?.lower === "at" && ended.test(tokens[from - 2]?.lower ?? "");
  return isDone && isYears(tokens[from]) && endsFigure(tokens[to]);
}

const ended = /^(?:dead|died|dies|killed|widowed|married|orphaned|retired|vaccinated|crowned|blind)$/;

/** "who's 85 or older" */
function isOrOlder(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isEither =
    /^(?:or|and)$/.test(tokens[to]?.lower ?? "") && /^(?:older|over|younger|under)$/.test(tokens[to + 1]?.lower ?? "");
  return isEither && to === from + 1 && saysAge.test(tokens[from - 1]?.lower ?? "");
}

/** "Mary Anning: 12 when she dug it out" */
function isWhenSomebody(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isSaid = tokens[to]?.lower === "when" && /^(?:he|she)$/.test(tokens[to + 1]?.lower ?? "");
  return isSaid && to === from + 1 && isYears(tokens[from]);
}

/** "Joseph Meister, 9, was bitten", "died the next day, 20.": between signs, after a name or what happens to somebody. */
function isAfterName(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const next = tokens[to];
  const isAlone = tokens[from - 1]?.text === "," && (next === undefined || /^[,.;]$/.test(next.text));
  if (!isAlone || to !== from + 1 || !isYears(tokens[from])) return false;
  const isNamed = isName(tokens[from - 2]) && isName(tokens[from - 3]);
  return isNamed || tokens.slice(0, from).some(({ lower }) => /^(?:died|married|widowed|executed|hanged)$/.test(lower));
}

function isYears(token: Token | undefined): boolean {
  return /^[1-9]\d?$/.test(token?.text ?? "");
}

/** "she was 71 and", "he turned 30.": a bare figure said of a person. */
function isOwnAge(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const who = tokens[from - 2];
  const isSaidOfPerson = (/^(?:he|she)$/.test(who?.lower ?? "") || isName(who)) && saysAge.test(tokens[from - 1]?.lower ?? "");
  return isSaidOfPerson && to === from + 1 && endsFigure(tokens[to]) && /^\d{1,3}$/.test(tokens[from]?.text ?? "");
}

const saysAge = /^(?:was|is|turned|were|are|'s|aged)$/;

/** Neither thing nor unit follows. */
function endsFigure(token: Token | undefined): boolean {
  return token === undefined || token.tag === "PUNCT" || token.tag === "CCONJ" || token.tag === "SCONJ" || token.lower === "when";
}

/** "Okafor at 35 was": a bare figure between a name and what somebody did. */
function isAgeReached(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const who = tokens[from - 2];
  const isSomebody = /^\p{Lu}\p{Ll}/u.test(who?.text ?? "") && who?.tag !== "NOUN"; // the tagger takes "Crick" for a verb
  return (
    tokens[from - 1]?.lower === "at" &&
    isSomebody &&
    (does.test(tokens[to]?.lower ?? "") || tokens[to]?.text === ":") &&
    to === from + 1 &&
    /^\d{2}$/.test(tokens[from]?.text ?? "")
  );
}

const does = /^(?:was|had|became|wrote|began|could|died|started|went|left|took|ran|won)$/;

function isName(token: Token | undefined): boolean {
  return token?.tag === "PROPN" && /^\p{Lu}\p{Ll}/u.test(token.text);
}

/** "from about 18 months", in a line on children: how old, not how long it takes. */
export function isAgeOfChild(tokens: readonly Token[], { from, to }: TokenRange, line: string): boolean {
  if (!/^(?:weeks|months|years)$/.test(tokens[to - 1]?.lower ?? "") || !children.test(line)) return false;
  const before = /^(?:about|around|roughly)$/.test(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  const isPoint = /^(?:from|at|by|until|before)$/.test(tokens[before]?.lower ?? "");
  return isPoint && !/^(?:of|ago|later|earlier|after|before|on|to)$/.test(tokens[to]?.lower ?? "");
}

const children = /\b(?:bab(?:y|ies)|infants?|child(?:ren)?|toddlers?|newborns?)\b/i;
