import { isNominal, type Token, type TokenRange } from "../language/token.ts";
import type { NumberPhrase } from "./number-phrase.ts";

/** What makes a figure one that is only said by the way. */
export const saidByTheWay: readonly ((tokens: readonly Token[], number: NumberPhrase) => boolean)[] = [
  isOfNone,
  isMadeUp,
  isOutdated,
  isAfterDenial,
  isRoundWord,
  isGuess,
  isGivenShare,
  isInBracketedWords,
  isQuoted,
];

/** "No fleets of a thousand ships": how many there were not. */
function isOfNone(tokens: readonly Token[], { from, hint }: NumberPhrase): boolean {
  return (
    hint === "how many?" && tokens[from - 1]?.lower === "of" && isNominal(tokens[from - 2]) && tokens[from - 3]?.lower === "no"
  );
}

/** "a clock that is always 5 minutes fast": any other figure would do for the example. */
function isMadeUp(tokens: readonly Token[], { from }: TokenRange): boolean {
  const that = tokens.slice(0, from).findLastIndex(({ lower }) => /^(?:that|which)$/.test(lower));
  const isOfSome = /^an?$/.test(tokens[that - 2]?.lower ?? "") || /^an?$/.test(tokens[that - 3]?.lower ?? "");
  return tokens[from - 1]?.lower === "always" && that > 0 && from - that <= 3 && isOfSome;
}

/** "Older guides say 12": the figure that is not to be learned. */
function isOutdated(tokens: readonly Token[], { from }: TokenRange): boolean {
  const verb = /^(?:about|around|only|over|still)$/.test(tokens[from - 1]?.lower ?? "") ? from - 2 : from - 1;
  if (!/^(?:say|says|said|claim|claims|claimed|give|gives|gave|teach|taught)$/.test(tokens[verb]?.lower ?? "")) return false;
  return tokens.slice(Math.max(0, verb - 3), verb).some(({ lower }) => /^(?:old|older|outdated|popular)$/.test(lower));
}

/** "does not bring on the fever ten days later": what is denied has no time. */
function isAfterDenial(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const isDelay =
    /^(?:later|afterwards)$/.test(tokens[to]?.lower ?? "") || /^(?:later|afterwards)$/.test(tokens[to - 1]?.lower ?? "");
  const open = tokens.findLastIndex(({ tag }, index) => index < from && tag === "PUNCT");
  return isDelay && tokens.slice(open + 1, from).some(({ lower }) => /^(?:not|n['’]t|never)$/.test(lower));
}

/** "over a hundred trials", without a name or another figure: many, said in round words. */
function isRoundWord(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const isRound =
    /^(?:how many|what number)\?$/.test(hint) &&
    to === from + 2 &&
    /^(?:hundred|thousand|dozen)$/.test(tokens[to - 1]?.lower ?? "");
  if (!isRound || tokens[from]?.lower !== "a") return false;
  const open = tokens.findLastIndex(({ text }, index) => index < from && text === ";");
  return !tokens.some(({ tag }, index) => index > open && (index < from || index >= to) && (tag === "PROPN" || tag === "NUM"));
}

/** "a child may know 150 words and say 10": any figures would do. */
function isGuess(tokens: readonly Token[], { from, hint }: NumberPhrase): boolean {
  if (hint !== "how many?" && hint !== "what number?") return false;
  const may = tokens.findLastIndex(({ lower }, index) => index < from && /^(?:may|might)$/.test(lower));
  return may > 0 && from - may <= 7 && /^an?$/.test(tokens[may - 2]?.lower ?? "") && tokens[from - 1]?.tag === "VERB";
}

/** "2% faulty, 90% of those found, about 5% false alarms": what a problem gives to reckon with. */
function isGivenShare(tokens: readonly Token[], { hint }: NumberPhrase): boolean {
  return hint === "what percentage?" && givesShares(tokens);
}

/** Three items of a list that each open with a share. */
export function givesShares(tokens: readonly Token[]): boolean {
  const isItem = ({ lower }: Token, index: number) => {
    if (lower !== "%" && lower !== "percent") return false;
    const opener = tokens[index - 2]?.tag === "ADV" ? index - 3 : index - 2;
    return tokens[index - 1]?.tag === "NUM" && /^[,:]?$/.test(tokens[opener]?.text ?? "");
  };
  let items = 0;
  for (let index = 0; index < tokens.length; index++) if (isItem(tokens[index] as Token, index)) items += 1;
  return items >= 3;
}

/** "(173 times by the usual count)", not "Alaska 1964 (9.2)" or "smokers (~350 °C)", where the bracket holds the figure alone. */
function isInBracketedWords(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const open = tokens.findLastIndex(({ text }, index) => index < from && /^[()]$/.test(text));
  const close = tokens.findIndex(({ text }, index) => index >= to && /^[()]$/.test(text));
  if (tokens[open]?.text !== "(" || tokens[close]?.text !== ")") return false;
  const beside = [...tokens.slice(open + 1, from), ...tokens.slice(to, close)];
  return beside.filter(({ isWord, hasDigit }) => isWord && !hasDigit).length >= 2;
}

/** `a cabin with "six famished skeletons"`: a count within somebody's own words. */
function isQuoted(tokens: readonly Token[], { from, to, hint }: NumberPhrase): boolean {
  const marks = tokens.slice(0, from).filter(({ text }) => /^["“”]$/.test(text));
  const isOpen = marks.at(-1)?.text === "“" || (marks.at(-1)?.text === '"' && marks.length % 2 === 1);
  return hint === "how many?" && isOpen && tokens.slice(to).some(({ text }) => /^["”]$/.test(text));
}

/** "with tags weighing 2 g": said of a thing that is itself said beside. */
export function isAside(tokens: readonly Token[], { from }: TokenRange): boolean {
  const verb = tokens[from - 1]?.tag === "ADV" || tokens[from - 1]?.tag === "ADP" ? from - 2 : from - 1;
  return /.{2}ing$/.test(tokens[verb]?.lower ?? "") && tokens[verb]?.tag !== "NOUN" && isNominal(tokens[verb - 1]);
}
