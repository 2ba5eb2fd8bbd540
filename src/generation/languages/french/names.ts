import type { Analysis } from "../../analysis.ts";
import { type Candidate, cloze, type Mark, type PlainRuleInput } from "../../candidates/candidate.ts";
import { spanOf, type Token, type TokenRange } from "../../language/token.ts";
import { givenNames } from "../given-names.ts";
import { isPartOfOther, knownPersonAt, namesBy } from "../plain-rules.ts";
import { figuresIn } from "./figures.ts";
import { endsSentence } from "./sentence.ts";
import { demonyms } from "./word-lists.ts";

/** Capitals within a sentence, with the small words that join them. */
export const names = namesBy((input, index) => {
  const name = nameAt(input, index);
  return name && { to: name.to, candidate: isAskable(input.line, name) ? candidateOf(input, name) : undefined };
});

const connectors = /^(?:de|d'|du|des|la|le|l'|les|von|van|der|di|da|el|ben|et)$/;

function nameAt(input: PlainRuleInput, from: number): TokenRange | undefined {
  const { tokens, end } = input.line;
  const first = tokens[from];
  if (!first || !/^\p{Lu}/u.test(first.text) || /['’]$/.test(first.text) || demonyms.has(first.lower)) return undefined;
  const known = knownPersonAt(input, from);
  if (known) return known;
  const opens =
    tokens.slice(0, from).every(({ tag }) => tag === "PUNCT") ||
    endsSentence(tokens, from - 1) ||
    /^[»”"]$/.test(tokens[from - 1]?.text ?? "");
  if (first.tag !== "PROPN" && !givenNames.has(first.text)) return undefined;
  let to = from + 1;
  while (to < end) {
    let next = to;
    while (
      next - to < 2 &&
      connectors.test(tokens[next]?.lower ?? "") &&
      (tokens[next]?.lower !== "et" || givenNames.has(tokens[next + 1]?.text ?? ""))
    )
      next += 1;
    const token = tokens[next];
    if (next > to && /^(?:de|d')$/.test(tokens[to]?.lower ?? "") && givenNames.has(token?.text ?? "")) break;
    if (!token || next >= end || !/^\p{Lu}/u.test(token.text) || /['’]$/.test(token.text)) break;
    to = next + 1;
  }
  return opens && to - from < 2 ? undefined : { from, to };
}

function isAskable({ tokens, text, isQuote }: Analysis, { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to);
  const span = spanOf(tokens, { from, to });
  if (isQuote && words.length < 2) return false;
  if (words.every(({ lower, tag }) => demonyms.has(lower) || tag !== "PROPN"))
    return givenNames.has(words[0]?.text ?? "") && words.length > 1;
  if (
    words.length === 1 &&
    (/^(?:État|États|Terre|Soleil|Lune|Dieu|Église|Empire|République|Révolution|Premier|Dr|M|Mme|[IVXL]+)$/u.test(
      words[0]?.text ?? "",
    ) ||
      span.end - span.start < 3)
  )
    return false;
  if (tokens[to]?.text === "(" && /^\p{Lu}{2}/u.test(tokens[to + 1]?.text ?? "")) return false;
  if (isPartOfOther(text, span, figuresIn)) return false;
  return !isPartOfPhrase(tokens, { from, to }) && !isInRow(tokens, { from, to });
}

/** "le traité de Versailles", "l'Empire romain": a name is not cut out of its phrase. */
function isPartOfPhrase(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1];
  const article = before?.tag === "DET" ? from - 2 : from - 1;
  const preposition = tokens[article];
  const isOf = /^(?:de|d'|du|des)$/.test(preposition?.lower ?? "") || /^(?:du|des)$/.test(before?.lower ?? "");
  const head = tokens[/^(?:du|des)$/.test(before?.lower ?? "") ? from - 2 : article - 1];
  const after = tokens[to];
  if (/^(?:de|d'|du|des)$/.test(after?.lower ?? "") && !givenNames.has(tokens[to + 1]?.text ?? "")) return true;
  if (
    to - from === 1 &&
    after?.tag === "X" &&
    /^\p{Ll}/u.test(after.text) &&
    !/^(?:qui|dont|où|que|qu'|se|s'|en|y)$/.test(after.lower)
  )
    return true;
  const goesOn =
    after?.tag === "X" && /(?:ique|iques|ain|aine|ais|aise|ien|ienne|al|ale|é|ée)$/.test(after.lower) && before?.tag === "DET";
  return (
    (isOf &&
      head !== undefined &&
      head.tag !== "PUNCT" &&
      head.tag !== "AUX" &&
      !/^(?:près|loin|autour|originaire|né|née|natif|partir|vient|mort|morte)$/.test(head.lower)) ||
    goesOn ||
    /^[«"“]$/.test(before?.text ?? "")
  );
}

/** One of several: the others would do as well. */
function isInRow(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const joins = (token: Token | undefined) => /^(?:et|ou|ni)$/.test(token?.lower ?? "");
  const skip = (at: number, step: number) => (tokens[at]?.tag === "DET" || tokens[at]?.tag === "ADP" ? at + step : at);
  return (
    joins(tokens[to]) ||
    joins(tokens[skip(from - 1, -1)]) ||
    (tokens[to]?.text === "," && tokens[skip(to + 1, 1)]?.tag === "PROPN") ||
    (tokens[skip(from - 1, -1)]?.text === "," && tokens[skip(from - 1, -1) - 1]?.tag === "PROPN" && joins(tokens[to]))
  );
}

function candidateOf({ line, statistics }: PlainRuleInput, name: TokenRange): Candidate {
  const { tokens } = line;
  const words = tokens.slice(name.from, name.to);
  const text = words.map((token) => token.text).join(" ");
  const isPerson = [...statistics.people].includes(text) || (words.length > 1 && givenNames.has(words[0]?.text ?? ""));
  const marks: readonly Mark[] = isPerson ? ["person"] : [];
  const before = tokens[name.from - 1];
  const fits = before === undefined || before.tag === "ADP" || before.text === ",";
  return cloze("name", [spanOf(tokens, name)], isPerson && fits ? "qui\u202f?" : undefined, marks);
}
