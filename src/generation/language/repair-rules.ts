import type { Section } from "../../notes/note.ts";
import { joinTokens } from "./join-tokens.ts";
import { findMissingVerbs } from "./missing-verbs.ts";
import type { Lexicon } from "./repair.ts";
import type { Tag } from "./tagger.ts";
import { isNominal, isTag, retagged, type Token } from "./token.ts";
import { isFiniteVerb, isSoftFinite, samePast } from "./verbs.ts";
import { demonyms, fragmentVerbs, nounsLikeAdjectives, reducingParticiples } from "./word-lists.ts";

interface RepairedLine {
  readonly section: Section;
  readonly lexicon: Lexicon;
}

export interface RepairRule {
  /** A number, with a letter where one error needs several rules. */
  readonly number: string;
  readonly says: string;
  readonly apply: (tokens: Token[], line: RepairedLine) => Token[];
}

/**
 * The tagger's typical errors and their repairs, in the order in which they are applied. Rule 1, the capital of the first
 * word, is done while tagging (`repair.ts`); rule 12, the participle that shortens a relative clause, changes no tag but
 * what counts as a finite verb (`verbs.ts`).
 */
export const repairRules: readonly RepairRule[] = [
  { number: "2", says: "Words joined by a hyphen or slash, numbers and their signs are one token", apply: joinTokens },
  each("3", "A possessive 's is no verb; digits are a number", (token, at) => {
    if (token.text.length <= 2 && /^['’]s?$/.test(token.text) && isNominal(at(-1))) return "POSS";
    return token.hasDigit && /^\p{N}[\p{N}.,^]*$/u.test(token.text) ? "NUM" : undefined;
  }),
  each("4", "`model` is no verb, `fine`, `well` and `today` no nouns, `means that` no noun", (token, at) => {
    if (days.has(token.lower) && isNominal(at(-1))) return "ADV";
    if (token.lower === "model" && token.tag === "VERB") return "NOUN";
    if (token.lower === "means" && at(1)?.lower === "that") return "VERB";
    if (token.tag === "NOUN" && at(-1)?.tag === "AUX" && at(1)?.tag === "ADJ" && /.{2}[^i]ly$/.test(token.lower)) return "ADV"; // "is weakly dominant"
    return (token.lower === "fine" || token.lower === "well") && token.tag === "NOUN" ? "ADV" : undefined;
  }),
  nouns("4b", "A noun in -ed is a verb after a noun", (token, at) =>
    isNominal(at(-1)) && /.{3}[^eru]ed$/.test(token.lower) ? "VERB" : undefined,
  ),
  nouns("5", "A noun with an adjective's ending before a noun is an adjective", (token, at) => {
    const next = at(1);
    const before = isNominal(next) || (next?.tag === "VERB" && next.lower.endsWith("s"));
    return before && looksLikeAdjective(token.lower) ? "ADJ" : undefined;
  }),
  verbs("6a", "An -s verb after an adjective, determiner or number is a noun", (token, at) => {
    const before = at(-1);
    if (!token.lower.endsWith("s") || !isTag(before, "ADJ", "DET", "NUM")) return undefined;
    const ofName = before?.tag === "NUM" && (before.lower === "one" || at(-2)?.tag === "PROPN"); // "an endothermic one absorbs"
    return ofName || at(1)?.lower === "that" ? undefined : "NOUN";
  }),
  verbs("6b", "A base form between article and noun is a noun", (token, at) =>
    isNominal(at(1)) && /^(?:the|an?)$/.test(at(-1)?.lower ?? "") && !/(?:s|ed|en|ing)$/.test(token.lower) ? "NOUN" : undefined,
  ),
  first("7a", "A first word before a name belongs to the name", (token, at) => {
    if (!/^\p{Lu}\p{Ll}*$/u.test(token.text)) return undefined;
    const goesOn = /^(?:v[ao]n|de[rn]?|da|di|del|la|le|ibn|bin)$/.test(at(1)?.text ?? "") && /^\p{Lu}/u.test(at(2)?.text ?? "");
    if (goesOn) return "PROPN";
    if (noOpeners.has(token.lower) || (token.tag === "VERB" && token.lower.endsWith("ing"))) return undefined; // "Letting Slavs have …"
    if (token.text.length === 1) return token.text !== "A" && token.text !== "I" && at(1)?.tag === "PROPN" ? "PROPN" : undefined;
    if (at(1)?.tag === "POSS") return owner.test(token.lower) ? undefined : "PROPN";
    if (at(1)?.lower === "and" && at(2)?.tag === "PROPN" && /^\p{Lu}\p{Ll}+$/u.test(at(2)?.text ?? ""))
      return token.lower.endsWith("s") ? undefined : "PROPN";
    const joins = /^\p{Lu}\p{Ll}/u.test(at(1)?.text ?? "");
    return joins && isTag(token, "NOUN", "ADJ", "VERB", "X") && !nationality.test(token.lower) ? "PROPN" : undefined;
  }),
  each("7b", "A capital within the sentence makes a name, letters with digits a noun", (token, at) => {
    if (!(token.hasCapital || token.hasDigit) || !at(-1) || /^["“‘«([.!?:]$/.test(at(-1)?.text ?? "")) return undefined;
    if (/\p{L}/u.test(token.text) && /\p{N}/u.test(token.text) && token.tag !== "NUM") {
      return /^\p{Lu}/u.test(token.text) ? "PROPN" : token.text.includes("-") ? "ADJ" : "NOUN";
    }
    if (token.tag === "ADJ" && /-\p{Ll}+$/u.test(token.text)) return undefined; // "English-speaking"
    const isWord =
      isTag(token, "NOUN", "ADJ", "VERB", "ADV", "X") || (token.tag === "NUM" && /^\p{Lu}\p{Ll}+$/u.test(token.text));
    return /^\p{Lu}/u.test(token.text) && token.text !== "I" && isWord ? "PROPN" : undefined;
  }),
  nouns("8a", "After a name an -s noun that can be a verb is one", (token, at, { lexicon }, tokens, index) => {
    const name = at(-1)?.tag === "ADJ" ? at(-2) : at(-1);
    const afterName = name?.tag === "PROPN" && !demonyms.has(name.lower);
    if (!afterName || !/[^s]s$/.test(token.lower)) return undefined;
    if (particles.test(at(1)?.lower ?? "") && at(2)?.tag !== "DET" && lexicon.tagger.canBeVerb(token.lower.slice(0, -1)))
      return hasVerbBefore(tokens, index) ? undefined : "VERB"; // "Gliadin curls up"
    if (!lexicon.tagger.canBeVerb(token.lower)) return undefined;
    if (at(1)?.tag === "VERB" && at(1)?.lower.endsWith("ed") && isNominal(at(2))) return "VERB";
    if (!isTag(at(1), "ADP", "DET") || token.lower === "days" || at(1)?.lower === "like") return undefined;
    if (at(1)?.tag === "ADP" && hasAuxiliaryAfter(at)) return undefined;
    return hasVerbBefore(tokens, index) ? undefined : "VERB";
  }),
  adjectives("8b", "After a name a lone adjective before a verb is a noun", (token, at) =>
    at(-1)?.tag === "PROPN" && isTag(at(1), "AUX", "VERB") && !token.text.includes("-") ? "NOUN" : undefined,
  ),
  verbs("9", "A participle before a noun is an adjective", (token, at, _line, tokens, index) => {
    if (!isNominal(at(1)) || at(-1)?.lower === "not" || saidOrThought.has(token.lower)) return undefined;
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
  nouns("10a", "An -s noun between a noun and an object pronoun is a verb", (token, at) =>
    token.lower.endsWith("s") && isNominal(at(-1)) && objects.test(at(1)?.lower ?? "") ? "VERB" : undefined,
  ),
  nouns("10b", "A noun after a plural and before a determiner or its own preposition is a verb", (token, at, { lexicon }) => {
    if (token.lower.endsWith("s")) return undefined;
    const afterPlural = at(-1)?.tag === "NOUN" && /[^s]s$/.test(at(-1)?.lower ?? "") && at(-2)?.tag !== "VERB";
    if (!afterPlural) return undefined;
    const goesOn = (at(1)?.tag === "DET" && at(-2)?.tag !== "ADP") || prepositionOf.get(token.lower) === at(1)?.lower;
    return goesOn && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
  }),
  nouns("10c", "A noun between a plural and a pronoun is a verb", (token, at, { lexicon }) =>
    !token.lower.endsWith("s") &&
    isPluralNoun(at(-1)) &&
    at(-2)?.tag !== "VERB" &&
    (objects.test(at(1)?.lower ?? "") || possessives.test(at(1)?.lower ?? "")) &&
    lexicon.tagger.canBeVerb(token.lower)
      ? "VERB"
      : undefined,
  ),
  nouns(
    "10d",
    "What is seen or let happen to a plural is a verb: `see wages fall against rents`",
    (token, at, { lexicon }, tokens, index) => {
      if (token.lower.endsWith("s") || !isPluralNoun(at(-1)) || !(at(1) === undefined || isTag(at(1), "ADP", "PUNCT", "ADV")))
        return undefined;
      const seen = tokens.findLastIndex(({ lower }, other) => other < index - 1 && seenOrLet.test(lower));
      const between = tokens.slice(seen + 1, index - 1);
      return seen >= 0 &&
        between.length <= 3 &&
        between.every((other) => isTag(other, "DET", "ADJ", "NOUN", "PRON")) &&
        lexicon.tagger.canBeVerb(token.lower)
        ? "VERB"
        : undefined;
    },
  ),
  adjectives("11", "The last of two adjectives after a determiner is a noun before a verb", (_token, at) =>
    at(-1)?.tag === "ADJ" && at(-2)?.tag === "DET" && isTag(at(1), "AUX", "VERB") ? "NOUN" : undefined,
  ),
  first(
    "13",
    "A habit or recommendation opens with its verb, and so does a line that has no other",
    (token, at, { section, lexicon }, tokens) => {
      if (isTag(at(1), "VERB", "AUX", "ADP") || token.lower.endsWith("s")) return undefined;
      const advises =
        section === "habits" || section === "recommendations" || !tokens.some((_, index) => isFiniteVerb(tokens, index));
      return advises && isTag(token, "NOUN", "ADJ", "PROPN") && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
    },
  ),
  first("14", "A line may open with a verb and have no subject", (token, at) =>
    fragmentVerbs.has(token.lower) && isTag(token, "NOUN", "PROPN", "ADJ") && !isTag(at(1), "VERB", "AUX") ? "VERB" : undefined,
  ),
  nouns("15", "After noun and relative pronoun stands a verb", (token, at, { lexicon }) => {
    if (!/^(?:that|which|who)$/.test(at(-1)?.lower ?? "")) return undefined;
    const noun = at(-2)?.text === "," ? at(-3) : at(-2);
    const object =
      isTag(at(1), "DET", "PRON", "ADJ", "NUM", "ADP", "ADV") || (token.lower.endsWith("s") && isTag(at(1), "NOUN", "PROPN"));
    return isNominal(noun) && object && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
  }),
  nouns("15b", "After a relative pronoun and a plural stands a verb: `the kind that critics love`", (token, at, { lexicon }) =>
    !token.lower.endsWith("s") &&
    isPluralNoun(at(-1)) &&
    /^(?:that|which)$/.test(at(-2)?.lower ?? "") &&
    isNominal(at(-3)) &&
    (at(1) === undefined || isTag(at(1), "PUNCT", "ADP", "ADV")) &&
    lexicon.tagger.canBeVerb(token.lower)
      ? "VERB"
      : undefined,
  ),
  adjectives(
    "15c",
    "After a noun and `which` an -ed form is the verb where no other follows",
    (token, at, _line, tokens, index) => {
      if (!/[^e]ed$/.test(token.lower) || !/^(?:that|which|who)$/.test(at(-1)?.lower ?? "") || !isNominal(at(-2)))
        return undefined;
      const end = tokens.findIndex(({ tag }, other) => other > index && tag === "PUNCT");
      const hasOther = tokens.some((_, other) => other > index && (end < 0 || other < end) && isFiniteVerb(tokens, other));
      return hasOther ? undefined : "VERB";
    },
  ),
  verbs("16", "Of two verbs in a row after a noun the first is a noun", (token, at) =>
    token.lower.endsWith("s") &&
    isNominal(at(-1)) &&
    at(1)?.tag === "VERB" &&
    !/(?:ed|ing)$/.test(at(1)?.lower ?? "") &&
    !causative.test(token.lower)
      ? "NOUN"
      : undefined,
  ),
  verbs("17", "What stands between an opening preposition and its comma is no verb", (token, at, { lexicon }, tokens, index) => {
    if (!(isNominal(at(-1)) || at(-1)?.tag === "ADJ") || /(?:ed|en|ing)$/.test(token.lower)) return undefined;
    if (reducingParticiples.has(token.lower) || samePast.test(token.lower) || !isOpeningPhrase(tokens, index)) return undefined;
    return token.lower.endsWith("s") || lexicon.tagger.lemmaOf(token.lower) === token.lower ? "NOUN" : undefined;
  }),
  verbs("18a", "A base form after a singular noun agrees with nothing: it is a noun", (token, at, { lexicon }, tokens, index) => {
    if (/(?:s|ed|en|ing)$/.test(token.lower) || samePast.test(token.lower)) return undefined;
    const afterNoun = at(-1)?.tag === "NOUN" && !at(-1)?.lower.endsWith("s") && at(-2)?.tag === "DET";
    const closes = !at(1) || isTag(at(1), "PART", "ADP", "PUNCT");
    if (!afterNoun || !closes || causative.test(at(-3)?.lower ?? "") || lexicon.tagger.lemmaOf(token.lower) !== token.lower)
      return undefined;
    return tokens.some((_, other) => other < index - 1 && isFiniteVerb(tokens, other)) ? "NOUN" : undefined;
  }),
  nouns("18b", 'After "a" a noun is singular: an -s form that can be a verb is one', (token, at, { lexicon }) => {
    if (!isNominal(at(-1)) || !/[^su]s$/.test(token.lower)) return undefined;
    const afterArticle = [at(-2), at(-3), at(-4)].find((before) => before?.tag !== "NOUN" && before?.tag !== "ADJ");
    return /^an?$/.test(afterArticle?.lower ?? "") && lexicon.tagger.canBeVerb(token.lower) ? "VERB" : undefined;
  }),
  nouns(
    "18c",
    "Where all finite verbs may be participles, an -s noun between noun and determiner is the verb",
    (token, at, { lexicon }, tokens) => {
      const between = at(1)?.tag === "DET" && isSingular(at(-1)) && /[^su]s$/.test(token.lower);
      if (!between || !lexicon.tagger.canBeVerb(token.lower)) return undefined;
      const verbs = tokens.flatMap((_, other) => (isFiniteVerb(tokens, other) ? [other] : []));
      return verbs.length > 0 && verbs.every((verb) => mayBeParticiple(tokens, verb)) ? "VERB" : undefined;
    },
  ),
  {
    number: "19",
    says: "A clause has a verb: the likeliest noun becomes it",
    apply: (tokens, { section, lexicon }) => findMissingVerbs(tokens, section, lexicon),
  },
];

/** Verbs that another one may follow in its base form: "helps address", "makes the deck oscillate". */
const causative = /^(?:help|let|mak|hav|see|watch|hear)(?:e|s|es|ing|ed)?$|^(?:made|had|has|saw|heard)$/;

const objects = /^(?:it|them|him|her|us|me|you|itself|himself|herself|themselves)$/;
const possessives = /^(?:its|their|his|our)$/;
const particles = /^(?:up|down|out|off|away|back)$/;
const seenOrLet = /^(?:see|sees|saw|seen|watch|watched|hear|heard|let|lets|make|makes|made)$/;

/** Verbs that a clause follows; the tagger takes them for adjectives before its subject: "hoped biology would …". */
const saidOrThought: ReadonlySet<string> = new Set(["hoped", "argued", "insisted", "noticed", "wondered", "replied"]);

/** Before a name they open a line and are no part of it: "Same Liutprand, 968". */
const noOpeners: ReadonlySet<string> = new Set([
  "same",
  "another",
  "other",
  "such",
  "later",
  "only",
  "most",
  "many",
  "some",
  "even",
]);

const days: ReadonlySet<string> = new Set(["today", "yesterday", "tomorrow", "tonight"]);

/** Nouns that, before this preposition, are verbs. */
const prepositionOf: ReadonlyMap<string, string> = new Map([
  ["account", "for"],
  ["result", "in"],
  ["range", "from"],
  ["lead", "to"],
  ["point", "to"],
  ["benefit", "from"],
  ["profit", "from"],
  ["struggle", "with"],
  ["focus", "on"],
]);

type Look = (offset: number) => Token | undefined;

/** The tag that a token should have instead of its own; undefined where it may keep it. */
type Decide = (token: Token, at: Look, line: RepairedLine, tokens: readonly Token[], index: number) => Tag | undefined;

/** A rule that looks at each token and its neighbours, left to right, and may give it another tag. */
function each(number: string, says: string, decide: Decide): RepairRule {
  return { number, says, apply: retagging(decide) };
}

/** A rule that looks at nouns only: names are no nouns here. */
function nouns(number: string, says: string, decide: Decide): RepairRule {
  return { number, says, apply: retagging(decide, "NOUN") };
}

function verbs(number: string, says: string, decide: Decide): RepairRule {
  return { number, says, apply: retagging(decide, "VERB") };
}

function adjectives(number: string, says: string, decide: Decide): RepairRule {
  return { number, says, apply: retagging(decide, "ADJ") };
}

/** A rule that looks at the first token only. */
function first(number: string, says: string, decide: Decide): RepairRule {
  return { number, says, apply: retagging(decide, undefined, 1) };
}

/** @param only the tag of the tokens to look at; by default any */
function retagging(decide: Decide, only?: Tag, most = Number.POSITIVE_INFINITY): RepairRule["apply"] {
  return (tokens, line) => {
    let index = 0; // outside the loop, so that one `at` serves all its tokens
    const at: Look = (offset) => tokens[index + offset];
    for (; index < tokens.length && index < most; index++) {
      const token = tokens[index] as Token;
      if (only !== undefined && token.tag !== only) continue;
      const tag = decide(token, at, line, tokens, index);
      if (tag !== undefined && tag !== token.tag) tokens[index] = retagged(token, tag);
    }
    return tokens;
  };
}

const adjectiveEnding = /(?:al|ous|ive|ic|able|ible|ful|less|ary|ory|ant|ent|ish)$/;

function looksLikeAdjective(word: string): boolean {
  return word.length > 5 && adjectiveEnding.test(word) && !/(?:ment|ion|ness|ity)$/.test(word) && !nounsLikeAdjectives.has(word);
}

/** "Baker's", "Women's", "Nature's": owners that are no names. */
const owner = /(?:er|or|ist|ing|man|men|ren|ple|body|day|week|year|life|nature|world|earth|sun|moon|state|king|queen)$/;

/** "Genoese", "Italian": a capital, but no part of the name that follows. */
export const nationality = /(?:ese|ian|ean|ican|ish|ch)$/;

/** An auxiliary within the next few words: then the word here need not be the verb. */
function hasAuxiliaryAfter(at: Look): boolean {
  for (let offset = 1; offset <= 12; offset++) {
    const token = at(offset);
    if (!token || /^[,;:.]$/.test(token.text)) return false;
    if (token.tag === "AUX") return true;
  }
  return false;
}

/** "can overcome MoE challenges": the clause has its verb, unless another one starts in between. */
function hasVerbBefore(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    if (/^[,;:.—–]$/.test(token.text) || /^(?:that|which|who|when|where|while|if|because|and|but|or)$/.test(token.lower))
      return false;
    if (isFiniteVerb(tokens, at)) return true;
  }
  return false;
}

/** Between a preposition that opens the line and its comma, in a phrase without verb of its own. */
function isOpeningPhrase(tokens: readonly Token[], index: number): boolean {
  if (tokens[0]?.tag !== "ADP") return false;
  const comma = tokens.findIndex(({ text }) => text === ",");
  const next = tokens[comma + 1];
  return (
    index < comma &&
    comma <= 14 &&
    (isTag(next, "DET", "ADJ", "NUM", "PRON") || isNominal(next)) &&
    !tokens.slice(0, comma).some((token) => isTag(token, "AUX", "SCONJ", "PRON"))
  );
}

function isPluralNoun(token: Token | undefined): boolean {
  return token?.tag === "NOUN" && /[^su]s$/.test(token.lower);
}

function isSingular(token: Token | undefined): boolean {
  return isNominal(token) && !/[^s]s$/.test(token?.lower ?? "");
}

/** "made", "produced" right after a noun: either its verb or a shortened "that was made". */
function mayBeParticiple(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  return isSoftFinite(tokens, index) || (token.tag === "VERB" && token.lower.endsWith("ed") && isNominal(tokens[index - 1]));
}
