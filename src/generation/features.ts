import type { Analysis } from "./analysis.ts";
import type { Candidate, CandidateKind, Mark } from "./candidates/candidate.ts";
import { isSaidOfMany } from "./candidates/predicate.ts";
import { isEveryday } from "./language/common-words.ts";
import { isIn, type Token } from "./language/token.ts";
import { remembered, type Vocabulary } from "./language/vocabulary.ts";
import { figurativeHeads } from "./language/word-lists.ts";
import {
  hasGenericHead,
  isAdvice,
  isComparedWith,
  isGenericName,
  isUnspecified,
  isVague,
  isWithin,
  lacksDoer,
  lacksSubject,
  laterSentence,
  numbersIn,
  opensUncounted,
  opensUnnamed,
  opensWithVerb,
  startsDangling,
  tokenBefore,
} from "./line-traits.ts";
import { shownTokens } from "./presentation.ts";
import { type ShownFront, shownFront } from "./shown-front.ts";
import type { Statistics } from "./statistics.ts";
import { weights } from "./weights.ts";

/** What the features look at. */
export interface Facts {
  readonly candidate: Candidate;
  readonly line: Analysis;
  readonly statistics: Statistics;
  readonly answer: readonly Token[];
  readonly frame: readonly Token[];
  readonly answerStems: readonly string[];
  /** Mean share of the note's lines that hold the answer's words. */
  readonly meanShare: number;
  readonly has: (mark: Mark) => boolean;
  /** What stays in sight; only told of English sentences, where it was rated: a quote is worth having in its own words. */
  readonly shown: ShownFront | undefined;
}

export function factsOf(candidate: Candidate, line: Analysis, statistics: Statistics): Facts {
  const answer: Token[] = [];
  const frame: Token[] = [];
  for (const token of shownTokens(line, candidate.spans)) {
    if (isIn(candidate.spans, token)) {
      if (token.isWord) answer.push(token);
    } else if (token.isContent) frame.push(token);
  }
  const answerStems: string[] = [];
  let shares = 0;
  for (const { isContent, stem } of answer) {
    if (!isContent) continue;
    answerStems.push(stem);
    shares += statistics.share(stem);
  }
  return {
    candidate,
    line,
    statistics,
    answer,
    frame,
    answerStems,
    meanShare: answerStems.length === 0 ? 0 : shares / answerStems.length,
    has: (mark) => candidate.marks.includes(mark),
    shown: line.vocabulary.language === "en" && !line.isQuote ? shownFront(candidate, line, answer) : undefined,
  };
}

export interface Feature {
  readonly name: string;
  readonly applies: readonly CandidateKind[];
  readonly weigh: (facts: Facts) => number;
}

const gaps: readonly CandidateKind[] = [
  "pair",
  "number",
  "contrast",
  "reason",
  "name",
  "either",
  "date",
  "condition",
  "means",
  "modifier",
  "purpose",
  "action",
  "adverb",
  "term",
];
/** Questions that repeat a statement of the line. */
const sentenceQuestions: readonly CandidateKind[] = ["why", "when", "count", "object", "subject"];
const phrases: readonly CandidateKind[] = ["term", "contrast"];
const cutOut: readonly CandidateKind[] = [...gaps, ...sentenceQuestions];

/** The table of features: what raises or lowers a candidate of which kinds. */
const features: readonly Feature[] = [
  { name: "short answer", applies: gaps, weigh: ({ answer }) => (answer.length <= 4 ? weights.shortAnswer : 0) },
  { name: "long answer", applies: gaps, weigh: ({ answer }) => Math.max(0, answer.length - 6) * weights.wordOverSix },
  {
    name: "how common it is",
    applies: gaps,
    weigh: ({ meanShare, statistics }) => {
      if (statistics.lineCount < 6) return 0;
      if (meanShare * statistics.lineCount <= 1) return weights.singleLine;
      return meanShare > 0.25 ? weights.often : meanShare > 0.15 ? weights.quiteOften : 0;
    },
  },
  {
    name: "is the topic",
    applies: ["term", "name", "contrast", "either"],
    weigh: ({ answerStems, statistics }) => (isWithin(answerStems, statistics.topic) ? weights.topic : 0),
  },
  {
    name: "few words stay",
    applies: gaps,
    weigh: ({ frame, candidate }) => (frame.length >= 3 || candidate.question ? 0 : thinFrame(candidate.kind)),
  },
  {
    name: "part of the answer is visible",
    applies: gaps,
    weigh: ({ answerStems, frame, candidate: { kind } }) => {
      const isUnit = (stem: string) => kind === "number" && !/\d/.test(stem); // of several figures in one unit that tells nothing
      let visible = 0;
      for (const stem of answerStems) if (!isUnit(stem) && holdsStem(frame, stem)) visible += 1;
      return visible === 0 ? 0 : weights.partialLeak + (weights.leakShare * visible) / answerStems.length;
    },
  },
  {
    name: "short front",
    applies: cutOut,
    weigh: ({ shown }) => (shown !== undefined && shown.words < 9 ? weights.shortFront : 0),
  },
  {
    name: "no name or figure in sight",
    applies: cutOut,
    weigh: ({ shown }) => (shown?.anchors === 0 ? weights.unanchored : 0),
  },
  { name: "cut out of a longer line", applies: cutOut, weigh: ({ shown }) => (shown?.isCut ? weights.cutOut : 0) },
  {
    name: "a later sentence by itself",
    applies: ["name", "number", "date", "contrast"],
    weigh: ({ shown, line, candidate: { spans } }) => {
      const sentence = shown?.isCut && laterSentence(line, spans);
      return sentence && shownTokens(line, spans)[0] === sentence.tokens[0] ? weights.laterAlone : 0;
    },
  },
  { name: "leans on other words", applies: cutOut, weigh: ({ shown }) => (shown?.leans ? weights.leaning : 0) },
  {
    name: "one word",
    applies: ["name", "term", "number", "contrast", "pair"],
    weigh: ({ answer, shown }) => (shown && answer.length === 1 ? weights.oneWord : 0),
  },
  {
    name: "everyday words",
    applies: ["name", "term", "contrast"],
    weigh: ({ answer, candidate: { kind }, shown }) => (shown && answer.every(isKnownToAll) ? everydayWeight(kind, answer) : 0),
  },
  {
    name: "in a later sentence",
    applies: ["term"],
    weigh: ({ shown, candidate: { spans }, line }) => {
      const sentence = shown && laterSentence(line, spans);
      if (!sentence) return 0;
      return lacksDoer(sentence) ? weights.laterRemark : weights.laterSentence;
    },
  },
  {
    name: "example",
    applies: gaps,
    weigh: ({ has, candidate: { kind } }) => (has("example") ? (kind === "name" ? weights.nameAsExample : weights.example) : 0),
  },
  { name: "comment", applies: gaps, weigh: ({ has }) => (has("comment") ? weights.comment : 0) },
  {
    name: "what is compared with",
    applies: ["term", "name"],
    weigh: ({ line, answer }) => (isComparedWith(line, answer[0]) ? weights.compared : 0),
  },
  { name: "introduces a term", applies: ["term", "name"], weigh: ({ has }) => (has("naming") ? weights.naming : 0) },
  { name: "explained by what follows", applies: ["term"], weigh: ({ has }) => (has("explained") ? weights.explained : 0) },
  {
    name: "name that the line explains",
    applies: ["name"],
    weigh: ({ candidate: { spans }, line: { text } }) =>
      spans[0]?.start === 0 && /^["”]? ?[:=] /.test(text.slice(spans[0].end)) ? weights.labelledName : 0,
  },
  {
    name: "late in the line",
    applies: gaps,
    weigh: ({ candidate, line }) => (weights.late * (candidate.spans[0]?.start ?? 0)) / Math.max(1, line.text.length),
  },
  {
    name: "first word",
    applies: ["term", "name"],
    weigh: ({ candidate }) => (candidate.spans[0]?.start === 0 ? weights.firstWord : 0),
  },
  {
    name: "opens with something unnamed",
    applies: [...gaps, ...sentenceQuestions],
    weigh: ({ line }) => (opensUnnamed(line) || opensUncounted(line) ? weights.unnamed : 0),
  },
  {
    name: "what the line counts is not said",
    applies: [...gaps, ...sentenceQuestions],
    weigh: ({ line }) => (lacksSubject(line) || opensWithVerb(line) ? weights.unnamed : 0),
  },
  { name: "line points elsewhere", applies: gaps, weigh: ({ line }) => (startsDangling(line) ? weights.danglingLine : 0) },
  {
    name: "line has no subject",
    applies: gaps,
    weigh: ({ line }) =>
      line.tokens[0]?.tag === "VERB" && line.item.section !== "habits" && line.item.section !== "recommendations"
        ? weights.fragment
        : 0,
  },
  {
    name: "length of the term",
    applies: ["term"],
    weigh: ({ answerStems, answer }) => termLength(answerStems.length, answer[0]),
  },
  {
    name: "capital inside",
    applies: ["term"],
    weigh: ({ answer }) => (answer.some(({ hasCapital }, index) => index > 0 && hasCapital) ? weights.capitalInside : 0),
  },
  {
    name: "vague head",
    applies: phrases,
    weigh: ({ answer, line }) => (isVague(answer.at(-1), line.vocabulary) ? weights.vagueHead : 0),
  },
  { name: "generic", applies: phrases, weigh: ({ answer, line }) => genericness(answer, line.vocabulary) },
  {
    name: "generic side of a contrast",
    applies: ["contrast"],
    weigh: ({ answer, line }) =>
      genericness(answer, line.vocabulary) < 0 || (answer.length === 1 && figurativeHeads.has(answer[0]?.lower ?? ""))
        ? weights.genericContrast
        : 0,
  },
  {
    name: "contrast in advice",
    applies: ["contrast"],
    weigh: ({ line }) => (isAdvice(line) ? weights.contrastInAdvice : 0),
  },
  {
    name: "generic head",
    applies: ["term"],
    weigh: ({ answer, line }) => (answer.length === 2 && hasGenericHead(answer, line.vocabulary) ? weights.genericHead : 0),
  },
  {
    name: "weak adjective",
    applies: phrases,
    weigh: ({ answer, line: { vocabulary } }) =>
      answer
        .slice(0, -1)
        .some(({ lower, tag }) => vocabulary.weakAdjectives.has(lower) || (tag === "ADJ" && /.{3}est$/.test(lower)))
        ? weights.weakAdjective
        : 0,
  },
  {
    name: "unspecified",
    applies: ["term"],
    weigh: ({ answer, line }) => (isUnspecified(line, answer[0]) ? weights.unspecified : 0),
  },
  {
    name: "half of a coordination",
    applies: ["term", "name", "contrast"],
    weigh: ({ has }) => (has("halfCoordination") ? weights.halfCoordination : 0),
  },
  { name: "head of a longer phrase", applies: ["term"], weigh: ({ has }) => (has("headOfPhrase") ? weights.headOfPhrase : 0) },
  {
    name: "said of many",
    applies: ["term", "name"],
    weigh: ({ candidate: { spans, kind }, line }) =>
      spans[0] && !line.isQuote && isSaidOfMany(line, spans[0], kind === "name")
        ? kind === "name"
          ? weights.nameSaidOfMany
          : weights.saidOfMany
        : 0,
  },
  {
    name: "trivial acronym",
    applies: ["term", "name"],
    weigh: ({ answer, line: { vocabulary } }) =>
      answer.every(({ lower }) => vocabulary.trivialAcronyms.has(lower)) ? weights.trivial : 0,
  },
  {
    name: "name of a generic thing",
    applies: ["name"],
    weigh: ({ answer, line }) => (isGenericName(answer, line.vocabulary) ? weights.genericName : 0),
  },
  {
    name: "single letter",
    applies: ["name"],
    weigh: ({ answer }) => (/^\p{L}$/u.test(answer.map(({ text }) => text).join(" ")) ? weights.trivial : 0),
  },
  { name: "person", applies: ["name"], weigh: ({ has }) => (has("person") ? weights.person : 0) },
  { name: "several words", applies: ["name"], weigh: ({ answer }) => (answer.length > 1 ? weights.severalWordsName : 0) },
  {
    name: "bare acronym",
    applies: ["name"],
    weigh: ({ answer }) => (answer.length === 1 && /^[\p{Lu}\d]+$/u.test(answer[0]?.text ?? "") ? weights.bareAcronym : 0),
  },
  {
    name: "one of many",
    applies: ["name"],
    weigh: ({ line, answer }) => (/^an?$/.test(tokenBefore(line, answer[0])) ? weights.indefinite : 0),
  },
  {
    name: "something of somebody's",
    applies: ["name"],
    weigh: ({ answer, line }) =>
      answer.some(({ end }) => /^['’]s?\s/.test(line.text.slice(end, end + 3))) && /^\p{Ll}/u.test(answer.at(-1)?.text ?? "")
        ? weights.possessed
        : 0,
  },
  { name: "named in the summary", applies: ["name"], weigh: (facts) => summaryWeight(facts) },
  {
    name: "how common the subject is",
    applies: ["subject"],
    weigh: ({ meanShare, statistics }) =>
      statistics.lineCount < 6 ? 0 : meanShare > 0.25 ? weights.oftenSubject : meanShare > 0.15 ? weights.quiteOftenSubject : 0,
  },
  {
    name: "subject of several words",
    applies: ["subject"],
    weigh: ({ answerStems, answer }) =>
      (answerStems.length > 1 ? weights.severalWordsSubject : 0) + Math.max(0, answer.length - 6) * weights.wordOverSixSubject,
  },
  { name: "says what the subject is", applies: ["subject"], weigh: ({ has }) => (has("identity") ? weights.identity : 0) },
  {
    name: "generic or vague subject",
    applies: ["subject"],
    weigh: ({ has }) => (has("genericSubject") ? weights.genericSubject : 0) + (has("vagueSubject") ? weights.vagueSubject : 0),
  },
  {
    name: "who, not what",
    applies: ["subject"],
    weigh: ({ has }) => (has("person") ? weights.personSubject : has("role") ? weights.roleSubject : 0),
  },
  {
    name: "subject is the topic",
    applies: ["subject"],
    weigh: ({ answerStems, statistics }) => (isWithin(answerStems, statistics.topic) ? weights.topicSubject : 0),
  },
  {
    name: "long question",
    applies: ["subject", "when", "count", "object"],
    weigh: ({ candidate: { question } }) => ((question?.question.split(" ").length ?? 0) > 22 ? weights.longQuestion : 0),
  },
  { name: "kind with an opposite", applies: ["modifier"], weigh: ({ has }) => (has("opposite") ? weights.oppositeKind : 0) },
  { name: "small count", applies: ["count"], weigh: ({ has }) => (has("smallNumber") ? weights.smallCount : 0) },
  {
    name: "object of a telling verb",
    applies: ["object"],
    weigh: ({ has, answer }) => (has("telling") ? weights.telling : answer.length > 9 ? weights.longObject : 0),
  },
  { name: "term for a meaning", applies: ["meaning"], weigh: ({ has }) => (has("reversed") ? weights.reversedMeaning : 0) },
  {
    name: "number that a quote is not about",
    applies: ["number"],
    weigh: ({ line, candidate: { hint } }) => (line.isQuote && hint !== "what percentage?" ? weights.numberInQuote : 0),
  },
  { name: "date that a quote is not about", applies: ["date"], weigh: ({ line }) => (line.isQuote ? weights.numberInQuote : 0) },
  {
    name: "number without anything counted",
    applies: ["number"],
    weigh: ({ answer, candidate: { hint } }) =>
      hint === "what number?" && answer.every(({ text }) => /^\p{L}+$/u.test(text)) && !isFigureOfScale(answer)
        ? weights.bareNumber
        : 0,
  },
  { name: "one number of many", applies: ["number"], weigh: ({ line }) => (numbersIn(line) >= 4 ? weights.manyNumbers : 0) },
  { name: "pair in a quote", applies: ["pair"], weigh: ({ line }) => (line.isQuote ? weights.pairInQuote : 0) },
  { name: "pair in advice", applies: ["pair"], weigh: ({ line }) => (isAdvice(line) ? weights.pairInAdvice : 0) },
  {
    name: "number in advice",
    applies: ["number"],
    weigh: ({ line, candidate: { hint } }) => (isAdvice(line) && hint !== "what percentage?" ? weights.numberInAdvice : 0),
  },
  { name: "small number", applies: ["number"], weigh: ({ has }) => (has("smallNumber") ? weights.smallNumber : 0) },
  {
    name: "other side of a contrast",
    applies: ["term", "name"],
    weigh: ({ has }) => (has("contrastOther") ? weights.contrastOther : 0),
  },
  { name: "long definition", applies: ["definition"], weigh: ({ answer }) => (answer.length > 14 ? weights.longDefinition : 0) },
  {
    name: "quote points elsewhere",
    applies: ["completion"],
    weigh: ({ line }) => (startsDangling(line) ? weights.danglingQuote : 0),
  },
  { name: "long quote", applies: ["completion"], weigh: ({ line }) => (line.tokens.length > 22 ? weights.longQuote : 0) },
];

function holdsStem(tokens: readonly Token[], stem: string): boolean {
  for (const token of tokens) if (token.stem === stem) return true;
  return false;
}

const byKind = new Map<CandidateKind, readonly Feature[]>();

/** The rows of the table that apply to a kind; picked out once. */
export function featuresFor(kind: CandidateKind): readonly Feature[] {
  let known = byKind.get(kind);
  if (!known) {
    known = features.filter(({ applies }) => applies.includes(kind));
    byKind.set(kind, known);
  }
  return known;
}

/** Numbers count as known; of "night-time" both parts must be. */
function isKnownToAll({ lower }: Token): boolean {
  return areKnownToAll(lower);
}

const areKnownToAll = remembered((lower) =>
  lower.split(/[-/']/).every((part) => part.length < 3 || !/\p{L}/u.test(part) || isEveryday(part)),
);

/** Of "cross-reference" all know the parts, but it is a term of its own. */
function everydayWeight(kind: CandidateKind, answer: readonly Token[]): number {
  if (kind === "name") return weights.everydayName;
  if (kind === "contrast" || answer.length > 1) return weights.everydayTerm;
  return /^[^-]+-[^-]+$/.test(answer[0]?.lower ?? "") ? 0 : weights.everydayWord;
}

/** "six million": as telling as a figure in digits. */
function isFigureOfScale([count, scale]: readonly Token[]): boolean {
  return count?.tag === "NUM" && /^(?:thousand|million|billion|trillion)$/.test(scale?.lower ?? "");
}

function thinFrame(kind: CandidateKind): number {
  if (kind === "number" || kind === "date") return 0;
  return kind === "name" ? weights.thinFrameName : weights.thinFrame;
}

function termLength(contentWords: number, first: Token | undefined): number {
  if (contentWords >= 4) return weights.severalWords + weights.manyWords;
  if (contentWords >= 2) return weights.severalWords;
  return (first?.text.length ?? 0) >= 9 ? weights.longWord : weights.shortWord;
}

function summaryWeight({ answerStems, statistics, has, line }: Facts): number {
  if (!isWithin(answerStems, statistics.summary) && !isWithin(answerStems, statistics.topic)) return 0;
  const isPerson = has("person");
  if (isPerson && line.item.section === "facts") return weights.personInFacts;
  const advice = line.item.section === "habits" || line.item.section === "recommendations";
  return isPerson && advice ? weights.sourcesPerson : weights.inSummary;
}

function genericness(answer: readonly Token[], { plainWords }: Vocabulary): number {
  let content = 0;
  for (const { isContent, lower } of answer) {
    if (!isContent) continue;
    if (!plainWords.has(lower)) return 0;
    content += 1;
  }
  if (content === 0) return 0;
  return content > 1 ? weights.genericPhrase : weights.generic;
}
