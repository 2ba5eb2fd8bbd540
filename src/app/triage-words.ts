import { kindName } from "../generation/candidates/kind-names.ts";
import { type KeepRate, verdictsIn } from "../progress/keep-rate.ts";
import type { AskedNote } from "../study/triage.ts";

/**
 * What a score promises, in a word. Of the rated cards of generation these shares were kept: below 0.7 43 %, to 0.9 79 %, to 1
 * 92 %, above 96 %.
 */
export function scoreWord(score: number): string {
  if (score >= 1) return "very good";
  if (score >= 0.9) return "good";
  return score >= 0.7 ? "fair" : "weak";
}

/** "number · very good"; "number" where nobody knows. */
export function judgementParts({ kind, score }: Pick<AskedNote, "kind" | "score">): readonly string[] {
  return [kindName(kind), ...(score === undefined ? [] : [scoreWord(score)])];
}

/** "you dropped 7 of 9 of this kind": why a card is offered after the others. */
export function laterReason({ dropped, verdicts }: NonNullable<AskedNote["later"]>): string {
  return `you dropped ${dropped} of ${verdicts} of this kind`;
}

/** The same for a kind: "offered last, term: you dropped 7 of 9 of this kind" */
export function laterLine(rate: KeepRate): string {
  return `offered last, ${rate.kind}: ${laterReason({ dropped: rate.dropped, verdicts: verdictsIn(rate) })}`;
}
