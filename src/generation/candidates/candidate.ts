import type { Analysis } from "../analysis.ts";
import type { Tagger } from "../language/tagger.ts";
import type { Span } from "../language/token.ts";
import type { Statistics } from "../statistics.ts";

/** What a card asks for. The names stand in decks as `kind=`: a name once used stays. */
export type CandidateKind =
  | "acronym"
  | "action"
  | "adverb"
  | "author"
  | "completion"
  | "condition"
  | "contrast"
  | "count"
  | "date"
  | "definition"
  | "either"
  | "list"
  | "meaning"
  | "means"
  | "modifier"
  | "name"
  | "number"
  | "object"
  | "pair"
  | "purpose"
  | "reason"
  | "subject"
  | "term"
  | "when"
  | "who"
  | "why";

/** Something a rule sees and the scores weigh; the names of the table in `weights.ts`. */
export type Mark =
  | "comment"
  | "contrastOther"
  | "example"
  | "explained"
  | "genericSubject"
  | "identity"
  | "vagueSubject"
  | "halfCoordination"
  | "headOfPhrase"
  | "naming"
  | "opposite"
  | "person"
  | "reversed"
  | "role"
  | "smallNumber"
  | "telling";

/** One thing that a line could ask for. */
export interface Candidate {
  readonly kind: CandidateKind;
  /** What is hidden, in order; two spans are hidden together. For a question the place of its answer. */
  readonly spans: readonly Span[];
  /** Each span is asked by itself, the others in sight: the items of a list. */
  readonly each?: true;
  readonly hint?: string;
  /** Asked in so many words instead of by a gap. */
  readonly question?: { readonly question: string; readonly answer: string };
  readonly marks: readonly Mark[];
}

export interface RuleInput {
  readonly line: Analysis;
  readonly statistics: Statistics;
  readonly tagger: Tagger;
}

/** What a rule gets that needs no grammar. */
export type PlainRuleInput = Omit<RuleInput, "tagger">;

/** A way to ask. Adding one: a file with a rule, a row in `candidate-rules.ts`, a prior in `weights.ts`. */
export interface CandidateRule {
  readonly name: string;
  /** Whether a quote may be asked this way. */
  readonly inQuotes: boolean;
  /** Lower-cased words and signs; in a sentence without any of them the rule finds nothing. By default it looks at every one. */
  readonly cues?: ReadonlySet<string>;
  readonly find: (input: RuleInput) => readonly Candidate[];
}

/** Asked in so many words; the span is where its answer stands. */
export function questionOf(kind: CandidateKind, span: Span, question: string, answer: string): Candidate {
  return { kind, spans: [span], marks: [], question: { question, answer } };
}

export function cloze(kind: CandidateKind, spans: readonly Span[], hint?: string, marks: readonly Mark[] = []): Candidate {
  return { kind, spans, marks, ...(hint !== undefined && { hint }) };
}
