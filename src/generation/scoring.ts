import type { Analysis } from "./analysis.ts";
import type { Candidate, CandidateKind } from "./candidates/candidate.ts";
import { factsOf, featuresFor } from "./features.ts";
import type { Span } from "./language/token.ts";
import type { Statistics } from "./statistics.ts";
import { gapInstead, priors, questionBonus, sectionWeights, weights } from "./weights.ts";

export interface Scored {
  readonly candidate: Candidate;
  readonly line: Analysis;
  readonly score: number;
}

/** Scores a line's candidates, best first; equal scores keep the order of the rules. */
export function scored(candidates: readonly Candidate[], line: Analysis, statistics: Statistics): readonly Scored[] {
  const base = sectionWeights[line.item.section] + informativeness(line, statistics);
  const all = candidates.map((candidate) => ({
    candidate,
    line,
    score: round(base + priorOf(candidate, line) + featuresOf(candidate, line, statistics)),
  }));
  return preferQuestions(all).toSorted((a, b) => b.score - a.score);
}

/** One weight that went into a score: `prior`, `section`, `informative line`, or a row of the table of features. */
export interface ScorePart {
  readonly name: string;
  readonly weight: number;
}

/**
 * What a candidate's own score is the sum of; what weighs nothing is left out.
 *
 * @param telling how much its line says: the same for all candidates of a line, so that it is reckoned once
 */
export function scoreParts(candidate: Candidate, line: Analysis, statistics: Statistics, telling: number): readonly ScorePart[] {
  const facts = factsOf(candidate, line, statistics);
  return [
    { name: "prior", weight: priorOf(candidate, line) },
    { name: "section", weight: sectionWeights[line.item.section] },
    { name: "informative line", weight: telling },
    ...featuresFor(candidate.kind).map(({ name, weigh }) => ({ name, weight: weigh(facts) })),
  ].filter(({ weight }) => weight !== 0);
}

function featuresOf(candidate: Candidate, line: Analysis, statistics: Statistics): number {
  const facts = factsOf(candidate, line, statistics);
  let sum = 0;
  for (const { weigh } of featuresFor(candidate.kind)) sum += weigh(facts);
  return sum;
}

/**
 * A question about the same words is worth a little more than the gap it replaces; so is "What is X?", which replaces the
 * gap for X as well.
 */
function preferQuestions(all: readonly Scored[]): readonly Scored[] {
  if (!all.some(({ candidate }) => candidate.question)) return all;
  return all.map((scored) => {
    const place = scored.candidate.spans[0];
    if (!scored.candidate.question || !place) return scored;
    const gaps = all.filter(
      ({ candidate }) =>
        !candidate.question &&
        candidate.spans.length === 1 &&
        (asksWithin(scored.candidate.kind, place, candidate.spans[0]) ||
          (scored.candidate.kind === "definition" && (candidate.spans[0]?.end ?? 0) < place.start)),
    );
    return { ...scored, score: round(Math.max(scored.score, ...gaps.map((gap) => gap.score + questionBonus))) };
  });
}

/** About the same words; "When …?" also about the year of a month. */
function asksWithin(kind: CandidateKind, place: Span, gap: Span | undefined): boolean {
  return gap !== undefined && gap.end === place.end && (kind === "when" ? gap.start >= place.start : gap.start === place.start);
}

function priorOf({ kind, question }: Candidate, { item, isQuote }: Analysis): number {
  if (kind === "list" && isQuote) return gapInstead.listInQuote;
  if (kind === "condition" && !question) return gapInstead.condition;
  if (kind === "completion" && item.speaker === undefined) return gapInstead.unnamedCompletion;
  return priors[kind];
}

/** How much of the line says something particular: (share − .5) / 2 within its limits; of a quote it does not count. */
export function informativeness({ tokens, vocabulary, isQuote }: Analysis, statistics: Statistics): number {
  if (isQuote) return 0;
  const most = commonShare(statistics);
  let content = 0;
  let telling = 0;
  for (const { isContent, lower, stem } of tokens) {
    if (!isContent) continue;
    content += 1;
    if (!vocabulary.untelling.has(lower) && statistics.share(stem) <= most) telling += 1;
  }
  const share = content === 0 ? 0 : telling / content;
  return Math.min(weights.informativenessMost, Math.max(weights.informativenessLeast, (share - 0.5) / 2));
}

/** In a note of three lines every word stands in a third of them. */
function commonShare({ lineCount }: Statistics): number {
  return Math.max(0.3, 2.5 / Math.max(1, lineCount));
}

/** Two decimals more than anyone reads, so that sums in another order give the same score. */
export function round(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
