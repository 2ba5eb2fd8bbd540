import type { Section } from "../../notes/note.ts";
import type { Lexicon } from "./repair.ts";
import type { Tag } from "./tagger.ts";
import { isNominal, makeToken, retagged, type Token } from "./token.ts";
import { isFiniteVerb } from "./verbs.ts";
import { fragmentVerbs, nounsLikeAdjectives, reducingParticiples } from "./word-lists.ts";

interface RepairedLine {
  readonly section: Section;
  readonly lexicon: Lexicon;
}

export interface RepairRule {
  readonly number: number;
  readonly says: string;
  readonly apply: (tokens: Token[], line: RepairedLine) => Token[];
}

/**
 * The tagger's typical errors and their repairs, in the order in which they are applied. Rule 1, the capital of the first
 * word, is done while tagging (`repair.ts`).
 */
export const repairRules: readonly RepairRule[] = [
  { number: 2, says: "Words joined by a hyphen or slash, and split numbers, are one token", apply: mergeJoined },
  each(3, "A possessive 's is no verb; digits are a number", (token, at) => {
    if (/^['’]s?$/.test(token.text) && isNominal(at(-1))) return "POSS";
    return /^\p{N}[\p{N}.,]*$/u.test(token.text) ? "NUM" : undefined;
  }),
  each(4, "`model` is no verb, `fine`, `well` and `today` no nouns, `means that` no noun", (token, at) => {
    if (/^(?:today|yesterday|tomorrow|tonight)$/.test(token.lower) && isNominal(at(-1))) return "ADV";
    if (token.lower === "model" && token.tag === "VERB") return "NOUN";
    if (token.lower === "means" && at(1)?.lower === "that") return "VERB";
    return (token.lower === "fine" || token.lower === "well") && token.tag === "NOUN" ? "ADV" : undefined;
  }),
  each(5, "A noun with an adjective's ending before a noun is an adjective", (token, at) => {
    const next = at(1);
    const before = isNominal(next) || (next?.tag === "VERB" && next.lower.endsWith("s"));
    return token.tag === "NOUN" && before && looksLikeAdjective(token.lower) ? "ADJ" : undefined;
  }),
  each(
    6,
    "An -s verb after an adjective, determiner or number is a noun, any base form between determiner and noun too",
    (token, at) => {
      if (token.tag !== "VERB") return undefined;
      if (token.lower.endsWith("s")) return isTag(at(-1), "ADJ", "DET", "NUM") && at(1)?.lower !== "that" ? "NOUN" : undefined;
      return !/(?:ed|en|ing)$/.test(token.lower) && /^(?:the|an?)$/.test(at(-1)?.lower ?? "") && isNominal(at(1))
        ? "NOUN"
        : undefined;
    },
  ),
  each(7, "A first word before a name belongs to the name", (token, at) => {
    if (at(-1) || !/^\p{Lu}\p{Ll}+$/u.test(token.text)) return undefined;
    if (at(1)?.tag === "POSS") return owner.test(token.lower) ? undefined : "PROPN";
    const joins = /^\p{Lu}\p{Ll}/u.test(at(1)?.text ?? "");
    return joins && isTag(token, "NOUN", "ADJ", "VERB", "X") && !nationality.test(token.lower) ? "PROPN" : undefined;
  }),
  each(7, "A capital within the sentence makes a name", (token, at) => {
    if (!at(-1) || /^["“‘«([]$/.test(at(-1)?.text ?? "") || /^[.!?:]$/.test(at(-1)?.text ?? "")) return undefined;
    if (/\p{L}/u.test(token.text) && /\p{N}/u.test(token.text) && token.tag !== "NUM") {
      return /^\p{Lu}/u.test(token.text) ? "PROPN" : token.text.includes("-") ? "ADJ" : "NOUN";
    }
    const isWord =
      isTag(token, "NOUN", "ADJ", "VERB", "ADV", "X") || (token.tag === "NUM" && /^\p{Lu}\p{Ll}+$/u.test(token.text));
    return /^\p{Lu}/u.test(token.text) && token.text !== "I" && isWord ? "PROPN" : undefined;
  }),
  each(8, "After a name: a lone adjective is a noun, an -s noun that can be a verb is one", (token, at, { lexicon }) => {
    if (at(-1)?.tag !== "PROPN") return undefined;
    if (token.tag === "ADJ" && isTag(at(1), "AUX", "VERB") && !token.text.includes("-")) return "NOUN";
    const verbal =
      token.tag === "NOUN" && token.lower.endsWith("s") && !token.lower.endsWith("ss") && lexicon.tagger.canBeVerb(token.lower);
    const hasObject = at(1)?.tag === "VERB" && at(1)?.lower.endsWith("ed") && isNominal(at(2));
    if (verbal && hasObject) return "VERB";
    return verbal && isTag(at(1), "ADP", "DET") && token.lower !== "days" && !hasFinite(at) ? "VERB" : undefined;
  }),
  each(9, "A participle before a noun is an adjective", (token, at, _line, tokens, index) => {
    if (token.tag !== "VERB" || !isNominal(at(1)) || at(-1)?.lower === "not") return undefined;
    const before = at(-1);
    const opens =
      before === undefined ||
      /^[,(;:]$/.test(before.text) ||
      /^(?:than|as|like)$/.test(before.lower) ||
      (before.lower === "which" && at(-2)?.tag === "ADP");
    const afterModifier = opens || isTag(before, "DET", "ADJ", "ADP", "ADV", "CCONJ", "NUM", "PART", "POSS");
    if (token.lower.endsWith("ing")) return isTag(before, "DET", "ADJ") ? "ADJ" : undefined;
    if (token.lower.endsWith("ed") && before?.tag === "VERB" && before.lower.endsWith("s")) return "ADJ";
    if (!/(?:ed|en)$/.test(token.lower) || !afterModifier) return undefined;
    const other = tokens.some((verb, other) => other !== index && isFiniteVerb(tokens, other) && verb !== token);
    return other || before === undefined ? "ADJ" : undefined;
  }),
  each(10, "An -s noun between a noun and an object pronoun is a verb", (token, at) =>
    token.tag === "NOUN" &&
    token.lower.endsWith("s") &&
    isNominal(at(-1)) &&
    /^(?:it|them|him|her|us|me|you)$/.test(at(1)?.lower ?? "")
      ? "VERB"
      : undefined,
  ),
  each(11, "The last of two adjectives after a determiner is a noun before a verb", (token, at) =>
    token.tag === "ADJ" && at(-1)?.tag === "ADJ" && at(-2)?.tag === "DET" && isTag(at(1), "AUX", "VERB") ? "NOUN" : undefined,
  ),
  each(
    13,
    "A habit or recommendation opens with its verb, and so does a line that has no other",
    (token, at, { section, lexicon }, tokens) => {
      if (at(-1) || isTag(at(1), "VERB", "AUX", "ADP") || token.lower.endsWith("s")) return undefined;
      const advises =
        section === "habits" || section === "recommendations" || !tokens.some((_, index) => isFiniteVerb(tokens, index));
      return advises && isTag(token, "NOUN", "ADJ", "PROPN") && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
    },
  ),
  each(14, "A line may open with a verb and have no subject", (token, at) =>
    !at(-1) && fragmentVerbs.has(token.lower) && isTag(token, "NOUN", "PROPN", "ADJ") && !isTag(at(1), "VERB", "AUX")
      ? "VERB"
      : undefined,
  ),
  each(15, "After noun and relative pronoun stands a verb", (token, at, { lexicon }) => {
    const noun = at(-2)?.text === "," ? at(-3) : at(-2);
    const relative = /^(?:that|which|who)$/.test(at(-1)?.lower ?? "") && isNominal(noun);
    const object =
      isTag(at(1), "DET", "PRON", "ADJ", "NUM", "ADP", "ADV") || (token.lower.endsWith("s") && isTag(at(1), "NOUN", "PROPN"));
    return token.tag === "NOUN" && relative && object && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
  }),
  each(16, "Of two verbs in a row after a noun the first is a noun", (token, at) =>
    token.tag === "VERB" &&
    token.lower.endsWith("s") &&
    isNominal(at(-1)) &&
    at(1)?.tag === "VERB" &&
    !/(?:ed|ing)$/.test(at(1)?.lower ?? "")
      ? "NOUN"
      : undefined,
  ),
  each(
    18,
    "An -s verb within a prepositional phrase is a noun: the clause has its verb already",
    (token, at, _line, tokens, index) => {
      const closes = !at(1) || at(1)?.tag === "PUNCT" || isTag(at(1), "ADP", "CCONJ");
      const inPhrase = isNominal(at(-1)) && (at(-2)?.tag === "ADP" || (at(-2)?.tag === "ADJ" && at(-3)?.tag === "ADP"));
      if (token.tag !== "VERB" || !token.lower.endsWith("s") || !closes || !inPhrase) return undefined;
      return at(1)?.tag === "PUNCT" || tokens.some((_, other) => other < index - 1 && isFiniteVerb(tokens, other))
        ? "NOUN"
        : undefined;
    },
  ),
  each(18, "A base form after a singular noun agrees with nothing: it is a noun", (token, at, { lexicon }, tokens, index) => {
    if (token.tag !== "VERB" || /(?:s|ed|en|ing)$/.test(token.lower) || samePast.test(token.lower)) return undefined;
    const afterNoun = at(-1)?.tag === "NOUN" && !at(-1)?.lower.endsWith("s") && at(-2)?.tag === "DET";
    const closes = !at(1) || isTag(at(1), "PART", "ADP", "PUNCT");
    if (!afterNoun || !closes || lexicon.tagger.lemmaOf(token.lower) !== token.lower) return undefined;
    return tokens.some((_, other) => other < index - 1 && isFiniteVerb(tokens, other)) ? "NOUN" : undefined;
  }),
  each(18, 'After "a" a noun is singular: an -s form that can be a verb is one', (token, at, { lexicon }) => {
    const isPluralForm = token.tag === "NOUN" && /[^su]s$/.test(token.lower) && isNominal(at(-1));
    const afterArticle = [at(-2), at(-3), at(-4)].find((before) => before?.tag !== "NOUN" && before?.tag !== "ADJ");
    return isPluralForm && /^an?$/.test(afterArticle?.lower ?? "") && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
  }),
  { number: 19, says: "A clause has a verb: the likeliest noun becomes it", apply: findMissingVerbs },
];

type Look = (offset: number) => Token | undefined;

/** A rule that looks at one token and its neighbours, left to right, and may give it another tag. */
function each(
  number: number,
  says: string,
  decide: (token: Token, at: Look, line: RepairedLine, tokens: readonly Token[], index: number) => Tag | undefined,
): RepairRule {
  return {
    number,
    says,
    apply: (tokens, line) => {
      let index = 0; // outside the loop, so that one `at` serves all its tokens
      const at: Look = (offset) => tokens[index + offset];
      for (; index < tokens.length; index++) {
        const token = tokens[index] as Token;
        const tag = decide(token, at, line, tokens, index);
        if (tag !== undefined && tag !== token.tag) tokens[index] = retagged(token, tag);
      }
      return tokens;
    },
  };
}

function isTag(token: Token | undefined, ...tags: readonly Tag[]): boolean {
  return token !== undefined && tags.includes(token.tag);
}

/** A finite verb within the next few words: then the word here need not be one. */
function hasFinite(at: Look): boolean {
  for (let offset = 1; offset <= 12; offset++) {
    const token = at(offset);
    if (!token || /^[,;:.]$/.test(token.text)) return false;
    if (token.tag === "AUX") return true;
  }
  return false;
}

const adjectiveEnding = /(?:al|ous|ive|ic|able|ible|ful|less|ary|ory|ant|ent|ish)$/;

function looksLikeAdjective(word: string): boolean {
  return word.length > 5 && adjectiveEnding.test(word) && !/(?:ment|ion|ness|ity)$/.test(word) && !nounsLikeAdjectives.has(word);
}

function mergeJoined(tokens: Token[]): Token[] {
  const merged: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const left = merged.at(-1);
    const right = tokens[index + 1];
    const touches = left !== undefined && right !== undefined && left.end === token.start && token.end === right.start;
    const joinsWords =
      /^[-‐‑/]$/.test(token.text) && /[\p{L}\p{N}]$/u.test(left?.text ?? "") && /^[\p{L}\p{N}]/u.test(right?.text ?? "");
    const joinsNumber = /^[.,]$/.test(token.text) && /\p{N}$/u.test(left?.text ?? "") && /^\p{N}/u.test(right?.text ?? "");
    if (touches && (joinsWords || joinsNumber)) {
      merged[merged.length - 1] = makeToken(left.text + token.text + right.text, joinedTag(left, right), left.start);
      index += 1;
    } else if (left && left.tag === "NUM" && left.end === token.start && /^\p{L}{1,3}$/u.test(token.text)) {
      merged[merged.length - 1] = makeToken(left.text + token.text, "NUM", left.start);
    } else merged.push(token);
  }
  return merged;
}

function joinedTag(left: Token, right: Token): Tag {
  if (left.tag === "NUM" && right.tag === "NUM") return "NUM";
  if (isTag(right, "VERB", "ADJ")) return "ADJ";
  if (isTag(left, "PROPN")) return "PROPN";
  return left.tag === "NUM" ? "ADJ" : "NOUN";
}

/** Rule 19: in each clause without a finite verb, the best noun that can be one and agrees with the noun before it. */
function findMissingVerbs(tokens: Token[], { lexicon, section }: RepairedLine): Token[] {
  if (section === "references" || section === "habits" || section === "recommendations") return tokens;
  for (const { from, to } of segmentsOf(tokens)) {
    if (tokens.some((_, index) => index >= from && index < to && isFiniteVerb(tokens, index) && !isSoftFinite(tokens, index)))
      continue;
    let best = -1;
    let bestScore = 0;
    for (let index = from + 1; index < to; index++) {
      const score = verbScore(tokens, index, lexicon);
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

const clauseWord = /^(?:whereas|while|because|if|when|although|though|unless|so|but|and)$/;

/** Stretches that should hold a verb: the first, unless it opens with a preposition, and those after a conjunction of clauses. */
function segmentsOf(tokens: readonly Token[]): readonly { readonly from: number; readonly to: number }[] {
  const starts: number[] = [];
  const ends: number[] = [];
  const first = afterAdverbial(tokens);
  if (tokens[first] && !isTag(tokens[first], "ADP", "SCONJ") && !clauseWord.test(tokens[first].lower)) starts.push(first);
  for (const [index, token] of tokens.entries()) {
    const joins = clauseWord.test(token.lower) && (!/^(?:and|but|so)$/.test(token.lower) || tokens[index - 1]?.text === ",");
    const relates = token.text === "," && /^(?:which|where|who)$/.test(tokens[index + 1]?.lower ?? "");
    if (joins || relates || /^[;.—–]$/.test(token.text)) ends.push(index);
    if (token.text === ";" || (joins && opensClause(token, tokens[index + 1]))) starts.push(index + 1);
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

/** "Baker's", "Women's", "Nature's": owners that are no names. */
const owner = /(?:er|or|ist|ing|man|men|ren|ple|body|day|week|year|life|nature|world|earth|sun|moon|state|king|queen)$/;

/** "Genoese", "Italian": a capital, but no part of the name that follows. */
export const nationality = /(?:ese|ian|ean|ican|ish|ch)$/;

/** Rules 12 and 18: "called", "based" and other -ed forms after a noun may only shorten a relative clause. */
function isSoftFinite(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    isNominal(tokens[index - 1]) &&
    token !== undefined &&
    reducingParticiples.has(token.lower) &&
    tokens[index + 1]?.tag === "ADP"
  );
}

function verbScore(tokens: readonly Token[], index: number, { tagger }: Lexicon): number {
  const token = tokens[index] as Token;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (
    !isTag(token, "NOUN", "ADJ") ||
    !isSubjectEnd(tokens, index - 1) ||
    /^\p{Lu}/u.test(token.text) ||
    !isVerbForm(token, after, tagger)
  )
    return 0;
  const singular = !before?.lower.endsWith("s") || before.lower.endsWith("ss");
  const agrees = token.lower.endsWith("s") ? singular : !singular || samePast.test(token.lower);
  if (!agrees || tokens[index - 2]?.tag === "ADP") return 0;
  return (singular ? 1.5 : 0.6) + (isTag(after, "DET", "ADP", "ADV", "PRON", "NUM", "SCONJ", "PART") ? 1 : 0);
}

/** Verbs whose past looks like their base form, so that a singular subject does not rule them out. */
export const samePast = /^(?:spread|put|cut|set|hit|cost|let|read|shut|hurt|split|cast)$/;

/** A noun, or the adjective that "the epidemic" was taken for. */
function isSubjectEnd(tokens: readonly Token[], index: number): boolean {
  return isNominal(tokens[index]) || (tokens[index]?.tag === "ADJ" && tokens[index - 1]?.tag === "DET");
}

/** The tagger may not know the -s form: "mistakes" before a determiner is one if "mistake" can be a verb. */
function isVerbForm({ lower }: Token, after: Token | undefined, tagger: Lexicon["tagger"]): boolean {
  return tagger.canBeVerb(lower) || (lower.endsWith("s") && isTag(after, "DET", "ADP") && tagger.canBeVerb(lower.slice(0, -1)));
}
