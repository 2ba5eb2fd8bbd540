import type { Analysis } from "../../analysis.ts";
import { acronymsIn } from "../../candidates/acronym.ts";
import { type Candidate, cloze, type PlainRuleInput } from "../../candidates/candidate.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../../language/token.ts";
import { givenNames } from "../given-names.ts";
import { knownPersonAt, namesBy } from "../plain-rules.ts";
import { isOpeningAdjective, isVerbForm } from "./tokens.ts";

/** Capitals tell no name in German. People are told by their first names, "von" or a number, other names by a capital adjective. */
export const names = namesBy((input, index) => {
  const { line } = input;
  const person = peopleAt(input, index);
  const name = person ?? titleAt(line, index);
  if (!name || !isAskable(line, name)) return name && { to: name.to };
  return { to: name.to, candidate: person ? personOf(line, name) : cloze("name", [spanOf(line.tokens, name)]) };
});

/** One person, or two joined by "und": each alone would tell the other. */
function peopleAt(input: PlainRuleInput, from: number): TokenRange | undefined {
  const first = personAt(input, from);
  const second = first && input.line.tokens[first.to]?.lower === "und" ? personAt(input, first.to + 1) : undefined;
  return first && { from, to: second?.to ?? first.to };
}

/** "Marie Curie", "Ludwig van Beethoven", "Wilhelm II.", and names of authors and speakers. */
function personAt(input: PlainRuleInput, from: number): TokenRange | undefined {
  const { tokens, end } = input.line;
  const first = tokens[from];
  if (!first || !/^\p{Lu}/u.test(first.text)) return undefined;
  const known = knownPersonAt(input, from);
  if (known) return known;
  if (!givenNames.has(first.text)) return undefined;
  let to = from + 1;
  while (to < end) {
    let next = to;
    while (next - to < 2 && /^(?:von|van|de|di|da|la|du|zu)$/.test(tokens[next]?.lower ?? "")) next += 1;
    if (next > to && /^(?:der|den|dem)$/.test(tokens[next]?.lower ?? "")) next += 1;
    const token = tokens[next];
    if (!token || next >= end || !/^\p{Lu}/u.test(token.text) || token.tag === "DET") break;
    to = next + 1;
    if (/^[IVX]+$/.test(token.text)) {
      if (tokens[to]?.text === "." && to < end) to += 1;
      break;
    }
    if (!givenNames.has(token.text) && !/^\p{Lu}\.?$/u.test(token.text)) break;
  }
  return to - from >= 2 ? { from, to } : undefined;
}

/** "der Dreißigjährige Krieg", "das Schwarze Meer": within a sentence an adjective has a capital only in a name. */
function titleAt({ tokens, end }: Analysis, from: number): TokenRange | undefined {
  const first = tokens[from];
  const isName = from > 0 && tokens[from - 1]?.text !== ":" && first?.tag === "NOUN" && isCapitalAdjective(first);
  if (tokens[from + 2]?.text === "(" && /^\p{Lu}{2}/u.test(tokens[from + 3]?.text ?? "")) return undefined;
  return isName && isNominal(tokens[from + 1]) && from + 1 < end && !isNominal(tokens[from + 2])
    ? { from, to: from + 2 }
    : undefined;
}

/** Nouns made of adjectives look the same: "Jugendliche", "Reisende". */
export function isCapitalAdjective({ lower }: Token): boolean {
  return (
    isOpeningAdjective(lower) &&
    !/(?:jugendlich|angehörig|freiwillig|reisend|studierend|forschend|lehrend|gläubig|tote|kranke|neue|beschäftigt|angestellt|gelehrt|verwandt)/.test(
      lower,
    )
  );
}

function isAskable({ tokens, text }: Analysis, { from, to }: TokenRange): boolean {
  const span = spanOf(tokens, { from, to });
  if (acronymsIn(text).some(({ whole }) => span.start < whole.end && whole.start < span.end)) return false;
  const isListed = [tokens[from - 1], tokens[to]].some((token) => /^(?:und|oder|sowie)$/.test(token?.lower ?? ""));
  const isInRow = tokens[to]?.text === "," && /^\p{Lu}/u.test(tokens[to + 1]?.text ?? "");
  const after = tokens[from - 1]?.text === "," && /^\p{Lu}/u.test(tokens[from - 2]?.text ?? "") && isNominal(tokens[from - 3]);
  return !isListed && !isInRow && !after;
}

function personOf({ tokens }: Analysis, name: TokenRange): Candidate {
  const before = tokens[name.from - 1];
  const hint = /^(?:von|mit|bei|nach|dem|zu)$/.test(before?.lower ?? "") ? "wem?" : isSubject(tokens, name) ? "wer?" : undefined;
  return cloze("name", [spanOf(tokens, name)], hint, ["person"]);
}

/** First in the line, or right after its verb. */
function isSubject(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  const opens = from === 0 && after !== undefined && (after.tag === "AUX" || isVerbForm(after.lower));
  return opens || (from < 5 && before !== undefined && !isNominal(before) && before.tag !== "ADP" && isVerbForm(before.lower));
}
