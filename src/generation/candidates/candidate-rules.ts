import { acronymRule } from "./acronym.ts";
import { adverbRule } from "./adverb.ts";
import type { Candidate, CandidateRule, RuleInput } from "./candidate.ts";
import { completionRule } from "./completion.ts";
import { conditionRule } from "./condition.ts";
import { contrastRule } from "./contrast.ts";
import { dateRule } from "./date.ts";
import { definitionRule } from "./definition.ts";
import { eitherRule } from "./either.ts";
import { meansRule } from "./means.ts";
import { nameRule } from "./name.ts";
import { numberRule } from "./number.ts";
import { pairRule } from "./pair.ts";
import { reasonRule } from "./reason.ts";
import { subjectRule } from "./subject.ts";
import { termRule } from "./term.ts";
import { whenRule } from "./when.ts";
import { whoRule } from "./who.ts";

/** Every way to ask about a line, in an order that decides between equal scores. */
export const candidateRules: readonly CandidateRule[] = [
  pairRule,
  acronymRule,
  reasonRule,
  numberRule,
  whenRule,
  dateRule,
  contrastRule,
  nameRule,
  eitherRule,
  conditionRule,
  definitionRule,
  completionRule,
  meansRule,
  adverbRule,
  subjectRule,
  termRule,
  whoRule,
];

export function candidatesOf(input: RuleInput): readonly Candidate[] {
  return candidateRules.flatMap((rule) => (input.line.isQuote && !rule.inQuotes ? [] : rule.find(input)));
}
