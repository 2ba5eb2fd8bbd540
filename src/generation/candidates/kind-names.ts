import type { CandidateKind } from "./candidate.ts";

/** What a learner reads for each kind: what its cards ask for. */
const names: Readonly<Record<CandidateKind, string>> = {
  acronym: "what an acronym means",
  action: "what it does",
  adverb: "how it happens",
  author: "author of a work",
  completion: "rest of a quote",
  condition: "condition",
  contrast: "point of a contrast",
  count: "how many it has",
  date: "date",
  definition: "definition",
  either: "one of two",
  list: "item of a list",
  meaning: "what a term means",
  means: "means to an end",
  modifier: "what kind of",
  name: "name",
  number: "number",
  object: "what it acts on",
  pair: "two opposites",
  purpose: "what for",
  reason: "reason",
  subject: "who or what does it",
  term: "term",
  when: "when",
  who: "who said it",
  why: "why",
};

/** The word after `kind=`, for people. A kind that this version does not know is called what its deck calls it. */
export function kindName(kind: string): string {
  if (kind === byHand) return "written by hand";
  return Object.hasOwn(names, kind) ? names[kind as CandidateKind] : kind;
}

/** The kind of a note that no candidate made, in the log. */
export const byHand = "hand";
