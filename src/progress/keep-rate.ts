import type { Instant } from "../scheduling/study-day.ts";
import type { Verdict, VerdictEvent } from "./verdicts.ts";

/** What became of the notes of one kind: each note counts once, with its newest verdict. */
export interface KeepRate extends Readonly<Record<Verdict, number>> {
  /** The word after `kind=`. */
  readonly kind: string;
}

/**
 * The verdicts by kind of card, the kind with most verdicts first.
 * @param since verdicts before this instant do not count: from then on the learner wants to be judged afresh
 */
export function keepRates(verdicts: Iterable<VerdictEvent>, since?: Instant): readonly KeepRate[] {
  const rates = new Map<string, Record<Verdict, number>>();
  for (const { at, candidateKind, verdict } of verdicts) {
    if (since !== undefined && Date.parse(at) < Date.parse(since)) continue;
    const rate = rates.get(candidateKind) ?? { kept: 0, edited: 0, dropped: 0 };
    rate[verdict] += 1;
    rates.set(candidateKind, rate);
  }
  return [...rates]
    .map(([kind, rate]) => ({ kind, ...rate }))
    .sort((a, b) => verdictsIn(b) - verdictsIn(a) || (a.kind < b.kind ? -1 : 1));
}

export function verdictsIn({ kept, edited, dropped }: Readonly<Record<Verdict, number>>): number {
  return kept + edited + dropped;
}

/** 0-1: a note that had to be edited was worth keeping. NaN without verdicts. */
export function keepRateOf(rate: Readonly<Record<Verdict, number>>): number {
  return (rate.kept + rate.edited) / verdictsIn(rate);
}

/**
 * Kinds that this learner drops more often than not: they are offered after the others. Nothing else follows from it.
 *
 * Eight verdicts: where 7 of 10 cards of a kind are kept, as of the weakest that the generator makes, chance alone lets fewer than
 * half of eight be kept once in 17 times; where 9 of 10 are, once in 2300. Of a kind of which 2 in 10 are kept it is noticed
 * 19 times in 20.
 */
export function offeredLater(rates: readonly KeepRate[]): ReadonlyMap<string, KeepRate> {
  const late = rates.filter((rate) => verdictsIn(rate) >= fewestVerdicts && keepRateOf(rate) < leastKeepRate);
  return new Map(late.map((rate) => [rate.kind, rate]));
}

export const fewestVerdicts = 8;
export const leastKeepRate = 0.5;
