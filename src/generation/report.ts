import type { SourceItem } from "../sources/source.ts";
import type { Presented } from "./drafts.ts";
import type { CandidateReport, GeneratedNote, LineReport } from "./generation.ts";
import { type Rejection, rejection, rejectionOfBest, type Verdict } from "./rejection.ts";
import { informativeness, round, scoreParts } from "./scoring.ts";
import type { Judged } from "./select.ts";
import type { Statistics } from "./statistics.ts";

/**
 * What became of a line.
 * @param explainWith the statistics that its candidates were scored with; without them they are not listed
 */
export function reportOf(item: SourceItem, judged: readonly Judged[], explainWith?: Statistics): LineReport {
  const rejected = rejectionOf(judged.map(({ verdict }) => verdict));
  return {
    item,
    candidates: explainWith ? candidateReports(judged, item, explainWith) : [],
    ...(rejected && { rejection: rejected }),
  };
}

/** What became of a line that names authors of works. */
export function authorReport(item: SourceItem, notes: readonly GeneratedNote[], areWanted: boolean): LineReport {
  const verdict = areWanted ? "taken" : rejection("kind-not-wanted");
  const candidates = notes.map(({ draft, score }): CandidateReport => {
    const [front, answer] = draft.kind === "question" ? [draft.question, draft.answer] : ["", ""];
    return { kind: "author", form: "question", front, answer, score, parts: [{ name: "prior", weight: score }], verdict };
  });
  return { item, candidates, ...(verdict !== "taken" && { rejection: verdict }) };
}

/** The report of a summary that names the author and whose title is asked too: nothing is wrong if either gave a note. */
export function joinedReport(first: LineReport | undefined, second: LineReport): LineReport {
  const gaveNothing = (first === undefined || first.rejection !== undefined) && second.rejection !== undefined;
  const rejected = first?.rejection ?? second.rejection;
  return {
    item: second.item,
    candidates: [...(first?.candidates ?? []), ...second.candidates],
    ...(gaveNothing && rejected && { rejection: rejected }),
  };
}

/** Why a line gave nothing: what else it could have given, or the rule that rejected the best candidate. */
function rejectionOf(verdicts: readonly Verdict[]): Rejection | undefined {
  const [best] = verdicts;
  if (best === undefined) return rejection("nothing-to-ask");
  if (best === "taken" || verdicts.includes("taken")) return undefined;
  const rules = new Set(verdicts.map((verdict) => (verdict === "taken" ? undefined : verdict.rule)));
  if (rules.has("kind-not-wanted")) return { rule: "kind-not-wanted", reason: "only cards of other kinds can be made of it" };
  return rejectionOfBest(best.rule);
}

function candidateReports(judged: readonly Judged[], item: SourceItem, statistics: Statistics): readonly CandidateReport[] {
  const [first] = judged;
  if (!first) return [];
  const telling = informativeness(first.scored.line, statistics);
  return judged.flatMap((one) => candidateReport(one, item, statistics, telling));
}

function candidateReport(
  { scored, score, presented, verdict }: Judged,
  item: SourceItem,
  statistics: Statistics,
  telling: number,
): readonly CandidateReport[] {
  if (!presented) return [];
  const { candidate, line } = scored;
  const own = scoreParts(candidate, line, statistics, telling);
  const sum = own.reduce((total, { weight }) => total + weight, 0);
  const parts = [
    ...own,
    { name: "more than the gap it replaces", weight: scored.score - sum },
    { name: "answer used before", weight: score - scored.score },
  ];
  return [
    {
      kind: candidate.kind,
      ...askedBy(presented, item),
      score,
      parts: parts.map(({ name, weight }) => ({ name, weight: round(weight) })).filter(({ weight }) => weight !== 0),
      verdict,
    },
  ];
}

function askedBy({ candidate, presentation: { sentence, spans } }: Presented, { speaker }: SourceItem): Asked {
  if (candidate.question) return { form: "question", front: candidate.question.question, answer: candidate.question.answer };
  if (candidate.kind === "who") return { form: "speaker", front: sentence, answer: speaker ?? "" };
  let front = "";
  let from = 0;
  for (const { start, end } of spans) {
    front += `${sentence.slice(from, start)}[${candidate.hint ?? "…"}]`;
    from = end;
  }
  const answer = spans.map(({ start, end }) => sentence.slice(start, end)).join(candidate.each ? " | " : " / ");
  return { form: "gap", front: front + sentence.slice(from), answer };
}

type Asked = Pick<CandidateReport, "form" | "front" | "answer">;
