/** Why a candidate or a whole line gave no card. Programs read the rule, people the reason. */
export interface Rejection {
  readonly rule: RejectionRule;
  readonly reason: string;
}

/** What became of a candidate. */
export type Verdict = "taken" | Rejection;

/** The names are part of `generate --json`: a name once used stays. */
export type RejectionRule = keyof typeof reasons;

const reasons = {
  // the whole line
  "section-not-used": "no notes are made from this section",
  "duplicate-line": "another line says the same",
  "nothing-to-ask": "nothing in it can be asked",
  // limits
  "kind-not-wanted": "cards of this kind were not asked for",
  "low-score": "its score is too low",
  "line-limit": "the line has enough notes",
  "same-words": "a better card asks for the same words",
  "one-per-clause": "one such card is enough for a short clause",
  "one-term-per-clause": "a better card asks for a term of the same clause",
  mirror: "a better card asks the same the other way round",
  "same-answer": "a better card has nearly the same answer",
  budget: "the source has enough notes",
  // gates
  personal: "it is about the reader, not the subject",
  "cut-word": "it would cut a word in two",
  "bare-unit": "it asks only for the unit of a figure",
  "no-answer": "nothing to answer",
  "answer-shown": "the answer is in the question",
  "title-tells": "the deck's title gives the answer",
  "little-shown": "too little is shown",
  "much-hidden": "most of the sentence is hidden",
  "long-front": "the front is too long",
  dangling: "it points to something that is not shown",
  ambiguous: "another line would fit as well",
  duplicate: "asked already",
} as const;

const plain = new Map(Object.entries(reasons).map(([rule, reason]) => [rule, { rule, reason } as Rejection]));

const asBest = new Map(
  Object.entries(reasons).map(([rule, reason]) => [rule, { rule, reason: `its best card would not do: ${reason}` } as Rejection]),
);

/** Why a line gave no card whose best candidate this rule rejected. */
export function rejectionOfBest(rule: RejectionRule): Rejection {
  return asBest.get(rule) as Rejection;
}

/** @param detail what the rule found, such as a line or how much was missing */
export function rejection(rule: RejectionRule, detail?: string): Rejection {
  return detail === undefined ? (plain.get(rule) as Rejection) : { rule, reason: `${reasons[rule]}: ${detail}` };
}
