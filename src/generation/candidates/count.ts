import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { inverted } from "../questions/invert.ts";
import type { Candidate, CandidateRule, RuleInput } from "./candidate.ts";

const owns: ReadonlySet<string> = new Set([
  "has",
  "have",
  "had",
  "contain",
  "contains",
  "contained",
  "hold",
  "holds",
  "comprise",
  "comprises",
]);

/** "A ribosome has two subunits": how many? Only where no list of them is in sight. */
export const countRule: CandidateRule = {
  name: "count",
  inQuotes: false,
  cues: owns,
  find: (input) => {
    const counted = countedIn(input.line);
    return counted ? questionOf(input, counted) : [];
  },
};

interface Counted {
  readonly verb: number;
  readonly number: TokenRange;
  readonly noun: TokenRange;
}

const roughly = /^(?:about|around|roughly|nearly|almost|over|exactly|approximately)$/;

/** A number and a plural noun right after the verb; nothing but a phrase of place or time may follow. */
function countedIn({ tokens, end }: Analysis): Counted | undefined {
  const verb = tokens.findIndex(({ lower }) => owns.has(lower));
  if (verb < 1 || tokens.slice(0, end).some(({ text }) => /^[,;:—–(]$/.test(text))) return undefined;
  const from = roughly.test(tokens[verb + 1]?.lower ?? "") ? verb + 2 : verb + 1;
  const number = { from, to: runEnd(tokens, from, ({ tag }) => tag === "NUM") };
  const noun = { from: number.to, to: runEnd(tokens, number.to, (token) => token.tag === "ADJ" || isNominal(token)) };
  if (number.to === from || !isPlural(tokens[noun.to - 1]) || /^\d{4}$/.test(tokens[from]?.text ?? "")) return undefined;
  return noun.to === end || tokens[noun.to]?.tag === "ADP" ? { verb, number, noun } : undefined;
}

function runEnd(tokens: readonly Token[], from: number, belongs: (token: Token) => boolean): number {
  const stop = tokens.findIndex((token, index) => index >= from && !belongs(token));
  return stop < 0 ? tokens.length : stop;
}

function isPlural(token: Token | undefined): boolean {
  return isNominal(token) && /(?:[^s]s|feet|teeth|people|children)$/.test(token?.lower ?? "");
}

/** "three tiers of arches over the river": up to the next preposition. */
function phraseEnd(tokens: readonly Token[], from: number, end: number): number {
  const stop = tokens.findIndex(({ tag }, index) => index >= from && tag === "ADP");
  return stop < 0 ? end : Math.min(stop, end);
}

function questionOf({ line: { text, tokens, end }, tagger }: RuleInput, { verb, number, noun }: Counted): readonly Candidate[] {
  const asked = inverted(text, tokens, { from: 0, to: verb + 1 }, tagger);
  if (asked === undefined) return [];
  const textOf = (range: TokenRange) => text.slice(spanOf(tokens, range).start, spanOf(tokens, range).end);
  const of = tokens[noun.to]?.lower === "of" ? phraseEnd(tokens, noun.to + 1, end) : noun.to;
  const rest = of < end ? ` ${textOf({ from: of, to: end })}` : "";
  const answer = textOf({ from: verb + 1, to: number.to });
  const isSmall = /^(?:[2-4]|two|three|four)$/.test(tokens[number.from]?.lower ?? "");
  return [
    {
      kind: "count",
      spans: [spanOf(tokens, number)],
      marks: isSmall ? ["smallNumber"] : [],
      question: {
        question: `How many ${textOf({ from: noun.from, to: of })} ${asked}${rest}?`,
        answer: capitalised(answer),
      },
    },
  ];
}
