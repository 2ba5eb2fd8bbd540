import type { SourceItem } from "../sources/source.ts";
import { overBudget } from "./budget.ts";
import type { Presented } from "./drafts.ts";
import type { LineReport } from "./generation.ts";
import { rejection } from "./rejection.ts";
import { reportOf } from "./report.ts";
import type { Judged } from "./select.ts";
import type { Statistics } from "./statistics.ts";

/** What is left of a line when it has been judged: all that becomes notes, and what there is to say of it. */
export interface Outcome {
  /** Best first, in the order of the report's candidates. */
  readonly taken: readonly Presented[];
  readonly report: LineReport;
}

/** @param explainWith the statistics that the candidates were scored with, where each is to be reported */
export function outcomeOf(item: SourceItem, judged: readonly Judged[], explainWith?: Statistics): Outcome {
  return {
    taken: judged.flatMap(({ verdict, presented }) => (verdict === "taken" && presented ? [presented] : [])),
    report: reportOf(item, judged, explainWith),
  };
}

export function withinBudget(outcomes: readonly Outcome[]): readonly Outcome[] {
  const dropped = overBudget(outcomes.map(({ taken }) => taken));
  return dropped.size === 0 ? outcomes : outcomes.map((outcome) => without(dropped, outcome));
}

function without(dropped: ReadonlySet<Presented>, { taken, report }: Outcome): Outcome {
  const left = taken.filter((one) => !dropped.has(one));
  if (left.length === taken.length) return { taken, report };
  let index = 0;
  const candidates = report.candidates.map((candidate) => {
    if (candidate.verdict !== "taken") return candidate;
    const one = taken[index++];
    return one && dropped.has(one) ? { ...candidate, verdict: rejection("budget") } : candidate;
  });
  return { taken: left, report: { ...report, candidates, ...(left.length === 0 && { rejection: rejection("budget") }) } };
}
