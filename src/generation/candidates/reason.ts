import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import { firstVerb } from "../language/clauses.ts";
import { contentCount, isNominal, spanOf, type TokenRange } from "../language/token.ts";
import { genericWords, vagueHeads, weakAdjectives, weakNouns } from "../language/word-lists.ts";
import { inverted } from "../questions/invert.ts";
import { type Candidate, type CandidateRule, cloze, questionOf, type RuleInput } from "./candidate.ts";

/** "… because …": a Why-question where the parse is safe, else a gap with the hint `why?`. */
export const reasonRule: CandidateRule = {
  name: "reason",
  inQuotes: true,
  cues: new Set(["because", "due"]),
  find: (input) => {
    const cause = causeIn(input.line);
    if (!cause || contentCount(input.line.tokens, cause.reason) < 2) return [];
    if (isAboutAnything(input.line, cause) || leavesOpen(input.line, cause)) return [];
    const span = spanOf(input.line.tokens, cause.reason);
    const gap = cloze("reason", [span], "why?");
    const why = cause.isBecause && !input.line.isQuote ? whyQuestion(input, cause) : undefined;
    return why ? [why, gap] : [gap];
  },
};

/** "partly because": belongs to the answer. */
const degrees = /^(?:partly|mainly|mostly|largely|chiefly|primarily)$/;

interface Cause {
  readonly degree?: string;
  readonly statement: TokenRange;
  readonly reason: TokenRange;
  readonly isBecause: boolean;
}

function causeIn({ tokens, end }: Analysis): Cause | undefined {
  const because = tokens.findIndex(({ lower }) => lower === "because");
  const isOnly = !tokens.some(({ lower }, index) => index > because && lower === "because");
  if (because > 0 && isOnly && !/^(?:either|not|only|just|simply|precisely)$/.test(tokens[because - 1]?.lower ?? "")) {
    const of = tokens[because + 1]?.lower === "of";
    const partly = degrees.test(tokens[because - 1]?.lower ?? "") ? because - 1 : because;
    const to = tokens[partly - 1]?.text === "," ? partly - 1 : partly;
    return {
      statement: { from: clauseBefore(tokens, to), to },
      ...(partly < because && { degree: tokens[partly]?.lower ?? "" }),
      reason: { from: because + (of ? 2 : 1), to: reasonEnd(tokens, because, end) },
      isBecause: !of,
    };
  }
  if (because === 0 && isOnly) {
    const comma = tokens.findIndex(({ text }) => text === ",");
    if (comma < 3) return undefined;
    return { statement: { from: comma + 1, to: end }, reason: { from: 1, to: comma }, isBecause: tokens[1]?.lower !== "of" };
  }
  const due = tokens.findIndex(({ lower }, index) => lower === "due" && tokens[index + 1]?.lower === "to");
  if (due < 2) return undefined;
  return { statement: { from: 0, to: due }, reason: { from: due + 2, to: reasonEnd(tokens, due, end) }, isBecause: false };
}

/** A reason ends where another sentence begins. */
function reasonEnd(tokens: Analysis["tokens"], from: number, end: number): number {
  const stop = tokens.findIndex(
    ({ text, lower }, index) =>
      index > from &&
      index < end &&
      (text === ";" ||
        (text === "," && /^(?:but|while|whereas|so)$/.test(tokens[index + 1]?.lower ?? "")) ||
        (text === "," && opensSentence(tokens, { from, to: index }, end)) ||
        lower === "although"),
  );
  return stop < 0 ? end : stop;
}

/** "because it had no misery to solve, the French one drowned in pity": after a clause and a comma another one, joined by nothing. */
function opensSentence(tokens: Analysis["tokens"], { from, to }: TokenRange, end: number): boolean {
  if (firstVerb(tokens, { from: from + 1, to }) === undefined) return false;
  const verb = firstVerb(tokens, { from: to + 1, to: end });
  const subject = tokens.slice(to + 1, verb ?? to + 1);
  const isPhrase = subject.every(
    ({ tag }) => tag === "DET" || tag === "ADJ" || tag === "NUM" || tag === "NOUN" || tag === "PROPN",
  );
  const isListed = tokens.slice(verb, end).some(({ text, lower }) => text === "," || lower === "and" || lower === "or");
  return isPhrase && subject.some(isNominal) && !isListed;
}

/** Where the sentence starts that the reason belongs to. */
function clauseBefore(tokens: Analysis["tokens"], to: number): number {
  for (let index = to - 1; index > 0; index--) {
    const opens =
      tokens[index]?.text === ";" ||
      (tokens[index]?.text === "," && /^(?:and|but|so|yet|while|whereas)$/.test(tokens[index + 1]?.lower ?? ""));
    if (opens) return tokens[index]?.text === ";" ? index + 1 : index + 2;
  }
  return 0;
}

/** "Hard problems often help each other", "rest is as good as work": true of so much that many reasons would fit. */
function isAboutAnything({ tokens, chunks, isQuote }: Analysis, { statement: { from, to } }: Cause): boolean {
  const subject = chunks.find((chunk) => chunk.from >= from && chunk.to <= to);
  if (!subject || isQuote || tokens.slice(from, to).some(({ tag, lower }) => tag === "PROPN" || lower === "the")) return false;
  const after = tokens[subject.to];
  const { lower: head = "", stem = "" } = tokens[subject.head] ?? {};
  const isTold = tokens.slice(subject.coreFrom, subject.head).some(({ lower }) => !weakAdjectives.has(lower)); // "lock service"
  const isPlain = !isTold && (genericWords.has(head) || vagueHeads.has(head) || vagueHeads.has(stem) || weakNouns.has(head));
  const opens = subject.from === from || (subject.from === from + 1 && tokens[from]?.lower.endsWith("ing")); // "competing approaches"
  if (opens && isPlain && after?.tag !== "ADP") return true;
  const compares = /^(?:as|than)$/.test(tokens[to - 2]?.lower ?? "") && isNominal(tokens[to - 1]);
  return compares && subject.to - from === 1 && after?.tag !== "ADP";
}

/** Who "he" is and what "so" measures by, the line before said; "not for beginners" leaves out for whom else. */
function leavesOpen({ tokens, isQuote }: Analysis, { statement, reason }: Cause): boolean {
  if (isQuote) return false;
  const said = tokens.slice(statement.from, statement.to);
  const meansPerson = tokens.slice(reason.from, reason.to).some(({ lower }) => /^(?:he|she|his|her)$/.test(lower));
  if (meansPerson && !said.some(({ tag, lower }) => tag === "PROPN" || lower === "the")) return true;
  return said.some(({ lower }, index) => {
    const [before, next] = [said[index - 1], said[index + 1]];
    if (lower === "so") return next?.tag === "ADV" || next?.tag === "ADJ";
    return lower === "not" && next?.tag === "ADP" && /^(?:is|are|was|were)$/.test(before?.lower ?? "");
  });
}

function whyQuestion({ line, tagger }: RuleInput, cause: Cause): Candidate | undefined {
  const { statement, reason, degree } = cause;
  const comments = line.tokens
    .slice(statement.from, statement.to)
    .some(({ lower }, at, words) => lower === "which" && words[at - 1]?.text === ",");
  if (comments || isDoubtful(line.tokens, statement)) return undefined;
  const rest = inverted(line.text, line.tokens, statement, tagger);
  const span = spanOf(line.tokens, reason);
  if (rest === undefined || reason.to - reason.from > 22) return undefined;
  const opener = degree === undefined ? "Because" : `${capitalised(degree)} because`;
  return questionOf("why", span, `Why ${rest}?`, `${opener} ${withoutStop(line.text.slice(span.start, span.end))}`);
}

/** "scraps of hides, discarded", "B fared better", "may be possible": misread, better than nobody knows whom, or hardly said. */
function isDoubtful(tokens: Analysis["tokens"], { from, to }: TokenRange): boolean {
  const [before, last] = [tokens[to - 2], tokens[to - 1]];
  const isLabelled = before?.text === "," && last?.tag === "VERB";
  const comparesWithNothing =
    /^(?:better|worse|more|less|[a-z]{3,}(?:[^aeiou]er))$/.test(last?.lower ?? "") && /^(?:ADJ|ADV)$/.test(last?.tag ?? "");
  const isOnlyPossible =
    /^(?:possible|likely|able)$/.test(last?.lower ?? "") &&
    tokens.slice(from, to).some(({ lower }) => /^(?:may|might|could)$/.test(lower));
  return isLabelled || comparesWithNothing || isOnlyPossible;
}

/** An answer is no sentence; the dot of "H.M." or "U.S." is part of the name. */
function withoutStop(answer: string): string {
  return /\p{Ll}{2}\.$/u.test(answer) ? answer.slice(0, -1) : answer;
}
