import type { Section } from "../../notes/note.ts";
import type { Lexicon } from "./repair.ts";
import { isNominal, isTag, retagged, type Token, type TokenRange } from "./token.ts";
import { isFiniteVerb, isSoftFinite, samePast } from "./verbs.ts";

/** Sections whose lines need no verb of their own, or open with it. */
const verbless: ReadonlySet<Section> = new Set(["references", "habits", "recommendations"]);

/** Rule 19: in each clause without a finite verb, the best noun that can be one and agrees with the noun before it. */
export function findMissingVerbs(tokens: Token[], section: Section, lexicon: Lexicon): Token[] {
  if (verbless.has(section)) return tokens;
  for (const segment of segmentsOf(tokens)) {
    if (hasOwnVerb(tokens, segment)) continue;
    let best = -1;
    let bestScore = 0;
    for (let index = segment.from + 1; index < segment.to; index++) {
      const score = verbScore(tokens, index, segment.from, lexicon);
      if (score > bestScore) [best, bestScore] = [index, score];
    }
    const verb = tokens[best];
    const subject = tokens[best - 1];
    if (!verb || !subject) continue;
    tokens[best] = retagged(verb, "VERB");
    if (subject.tag === "ADJ") tokens[best - 1] = retagged(subject, "NOUN");
  }
  return tokens;
}

const clauseWords: ReadonlySet<string> = new Set(
  "whereas while because if when although though unless why how so but and".split(" "),
);
const looseJoins: ReadonlySet<string> = new Set(["and", "but", "so"]);
const breaks: ReadonlySet<string> = new Set([";", ".", "—", "–"]);
const relatives: ReadonlySet<string> = new Set(["that", "which", "who"]);

/** Stretches that should hold a verb: the first, unless it opens with a preposition, and those after a conjunction of clauses. */
function segmentsOf(tokens: readonly Token[]): readonly TokenRange[] {
  const starts: number[] = [];
  const ends: number[] = [];
  const first = afterAdverbial(tokens);
  if (tokens[first] && !isTag(tokens[first], "ADP", "SCONJ") && !clauseWords.has(tokens[first].lower)) starts.push(first);
  for (const [index, token] of tokens.entries()) {
    const joins = clauseWords.has(token.lower) && (!looseJoins.has(token.lower) || tokens[index - 1]?.text === ",");
    const relates = token.text === "," && /^(?:which|where|who)$/.test(tokens[index + 1]?.lower ?? "");
    if (joins || relates || breaks.has(token.text) || opensWithName(tokens, index)) ends.push(index);
    const reports = token.lower === "that" && token.tag === "SCONJ" && tokens[index - 1]?.tag === "VERB";
    if (token.text === ";" || reports || (joins && opensClause(token, tokens[index + 1]))) starts.push(index + 1);
  }
  return starts.map((from) => ({ from, to: ends.find((end) => end > from) ?? tokens.length }));
}

/** Where the main clause starts after "After a crash,": the words after the last comma that opens no further phrase. */
function afterAdverbial(tokens: readonly Token[]): number {
  let from = 0;
  while (tokens[from]?.tag === "ADP") {
    const comma = tokens.findIndex(({ text }, index) => index > from && index < from + 10 && text === ",");
    if (comma < 0) return from;
    from = comma + 1;
  }
  return from;
}

/** After "and" and "so", and after "but not", no verb need follow. */
function opensClause(token: Token, next: Token | undefined): boolean {
  if (token.lower === "but") return !/^(?:not|without|for|in|also)$/.test(next?.lower ?? "");
  return token.lower !== "and" && token.lower !== "so";
}

/** A finite verb that is neither a relative clause's nor the second of two: "links to the page that supports it" has none. */
function hasOwnVerb(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  let inRelative = false;
  for (let index = from; index < to; index++) {
    const before = tokens[index - 1];
    if (relatives.has(tokens[index]?.lower ?? "") && isNominal(before)) inRelative = true;
    if (!isFiniteVerb(tokens, index) || isSoftFinite(tokens, index)) continue;
    if (inRelative) inRelative = false;
    else if (!/^(?:and|but|or)$/.test(before?.lower ?? "") && !isFurtherPredicate(tokens, index)) return true;
  }
  return false;
}

/** "NATO tests missiles over Norway: …": a name and what it does, before the colon; other words there may be a label. */
function opensWithName(tokens: readonly Token[], colon: number): boolean {
  return tokens[colon]?.text === ":" && tokens[0]?.tag === "PROPN" && isTag(tokens[1], "NOUN") && isNominal(tokens[2]);
}

/** ", lets", ", makes": the first of several predicates stands before. */
function isFurtherPredicate(tokens: readonly Token[], index: number): boolean {
  const verb = tokens[index];
  return tokens[index - 1]?.text === "," && verb?.tag === "VERB" && /[^su]s$/.test(verb.lower);
}

function verbScore(tokens: readonly Token[], index: number, from: number, { tagger }: Lexicon): number {
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const canBeVerb =
    isTag(token, "NOUN", "ADJ") &&
    isSubjectEnd(tokens, index - 1) &&
    !(token.hasCapital && /^\p{Lu}/u.test(token.text)) &&
    isVerbForm(token, after, tagger);
  if (!canBeVerb || tokens[index - 2]?.tag === "ADP") return 0;
  const singular = !isPlural(before);
  const agrees = token.lower.endsWith("s") ? singular : !singular || samePast.test(token.lower) || isPast(token.lower, tagger);
  if (!agrees) return 0;
  const followed = isTag(after, "DET", "ADP", "ADV", "PRON", "NUM", "SCONJ", "PART") ? 1 : 0;
  return (singular ? 1.5 : 0.6) + followed - (hasPluralModifier(tokens, from, index - 1) ? 2 : 0);
}

/** "shot", "bore": it agrees with any subject. */
function isPast(word: string, tagger: Lexicon["tagger"]): boolean {
  if (/(?:ed|en|ing)$/.test(word)) return false;
  const lemma = tagger.lemmaOf(word);
  return lemma !== word && !word.startsWith(lemma);
}

/** English compounds hardly hold plurals: in "drainage carries river sands" the last word is not the verb. */
function hasPluralModifier(tokens: readonly Token[], from: number, head: number): boolean {
  for (let index = head - 1; index >= from && isTag(tokens[index], "NOUN", "PROPN", "ADJ"); index--)
    if (tokens[index]?.tag === "NOUN" && isPlural(tokens[index])) return true;
  return false;
}

function isPlural(token: Token | undefined): boolean {
  return token?.lower.endsWith("s") === true && !token.lower.endsWith("ss");
}

/** A noun, or the adjective that "the epidemic" was taken for. */
function isSubjectEnd(tokens: readonly Token[], index: number): boolean {
  return isNominal(tokens[index]) || (tokens[index]?.tag === "ADJ" && tokens[index - 1]?.tag === "DET");
}

/** The tagger may not know the -s form: "mistakes" before a determiner is one if "mistake" can be a verb. */
function isVerbForm({ lower }: Token, after: Token | undefined, tagger: Lexicon["tagger"]): boolean {
  return tagger.canBeVerb(lower) || (lower.endsWith("s") && isTag(after, "DET", "ADP") && tagger.canBeVerb(lower.slice(0, -1)));
}
