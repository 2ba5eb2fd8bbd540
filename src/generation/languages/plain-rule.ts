import type { Candidate, CandidateKind, PlainRuleInput } from "../candidates/candidate.ts";

/** A way to ask that needs no tagger. Adding one: a file with a rule and a row in the language's table. */
export interface PlainRule {
  readonly name: string;
  /** Whether a quote may be asked this way. */
  readonly inQuotes: boolean;
  readonly find: (input: PlainRuleInput) => readonly Candidate[];
}

/** Questions whose answer is a whole clause: a gap within it would take their place and ask for less. */
const clauseKinds: ReadonlySet<CandidateKind> = new Set(["why", "condition", "means", "purpose"]);

/** A longer definition is not recalled as a whole; its figures are. */
const longestDefinition = 14;

/**
 * What the rules find in a line. Without a tagger a phrase or a single name is only asked for where nothing else can be:
 * most of them are not what a line is about.
 */
export function candidatesBy(rules: readonly PlainRule[], input: PlainRuleInput): readonly Candidate[] {
  const all = rules.flatMap((rule) => (input.line.isQuote && !rule.inQuotes ? [] : rule.find(input)));
  const questions = all.filter(
    ({ kind, question }) =>
      question && (clauseKinds.has(kind) || (kind === "definition" && question.answer.split(" ").length <= longestDefinition)),
  );
  const outside = all.filter((one) => one.question || !questions.some((question) => isWithin(one, question)));
  const isWeak = (one: Candidate) => (one.kind === "term" && !one.marks.includes("naming")) || isSingleName(one, input.line.text);
  const surer = outside.some((one) => !isWeak(one) && !one.marks.includes("smallNumber"));
  return outside.filter((one) => !surer || !isWeak(one));
}

/** A place or a thing: people are known by more than one name. */
function isSingleName({ kind, spans: [span], marks }: Candidate, text: string): boolean {
  return kind === "name" && span !== undefined && !marks.includes("person") && !/\s/.test(text.slice(span.start, span.end));
}

function isWithin({ spans }: Candidate, { spans: [answer] }: Candidate): boolean {
  return answer !== undefined && spans.length > 0 && spans.every(({ start, end }) => start >= answer.start && end <= answer.end);
}
