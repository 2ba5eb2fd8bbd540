import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import type { Analysis } from "./analysis.ts";
import { overBudget } from "./budget.ts";
import { authorNotes } from "./candidates/author.ts";
import { draftsOf, type Presented } from "./drafts.ts";
import type { CandidateReport, GeneratedNote, GenerateOptions, Generation, LineReport } from "./generation.ts";
import { languageOf } from "./language/detect.ts";
import type { Language, LineReader } from "./languages/language.ts";
import { languageNamed } from "./languages/languages.ts";
import { linesOf } from "./lines.ts";
import { looksModelMade } from "./model-style.ts";
import { scored } from "./scoring.ts";
import { type Judged, Selection, type SelectionRules } from "./select.ts";
import { statisticsOf } from "./statistics.ts";
import { minima } from "./weights.ts";

export type { CandidateReport, GeneratedNote, GenerateOptions, Generation, LineReport } from "./generation.ts";

/**
 * Makes notes worth keeping from a source, with a report of every line. Pure and deterministic: the same source gives the
 * same notes. The first call of a process loads the English model (about 170 ms).
 */
export function generate(source: Source, options: GenerateOptions = {}): Generation {
  const language = languageNamed(options.language ?? languageOf(source));
  const { lines, passedOver } = linesOf(source, language.vocabulary);
  const items = lines.map(({ item }) => item);
  const reader = language.readerOf(items, options);
  const analyses = items.map(reader.analyse);
  const judged = judge(source, analyses, options, language, reader);
  const reports = new Map<SourceItem, LineReport>(passedOver.map(({ item, reason }) => [item, { item, candidates: [], reason }]));
  const made = new Map<SourceItem, readonly GeneratedNote[]>();
  for (const [index, { item }] of analyses.entries()) {
    const candidates = judged[index] ?? [];
    reports.set(item, reportOf(item, candidates));
    made.set(item, notesOf(item, candidates));
  }
  const authors = authorNotes(source, language);
  return {
    notes: [...authors, ...source.items.flatMap((item) => made.get(item) ?? [])],
    lines: source.items.map((item) => withAuthors(reports.get(item) ?? { item, candidates: [] }, authors)),
  };
}

/** Candidates of each line with their verdicts. */
function judge(
  source: Source,
  analyses: readonly Analysis[],
  options: GenerateOptions,
  { isDeep, vocabulary }: Language,
  { candidatesOf }: LineReader,
): readonly (readonly Judged[])[] {
  const statistics = statisticsOf(analyses, source, vocabulary);
  const selection = new Selection(analyses, selectionRules(source, options, isDeep));
  const results = analyses.map((line) => selection.judge(line, scored(candidatesOf({ line, statistics }), line, statistics)));
  const dropped = overBudget(results);
  return results.map((line) =>
    line.map((one) => (dropped.has(one) ? { ...one, verdict: { rejected: "the source has enough notes" } } : one)),
  );
}

function selectionRules(source: Source, options: GenerateOptions, isDeep: boolean): SelectionRules {
  const modelStyle = options.modelStyle ?? looksModelMade(source);
  const perLine = options.strict ? minima.strict : modelStyle || !isDeep ? minima.modelStyle : minima.usual;
  return { perLine, modelStyle, ...(options.perLine !== undefined && { mostPerLine: options.perLine }) };
}

function notesOf(item: SourceItem, judged: readonly Judged[]): readonly GeneratedNote[] {
  const taken = judged.flatMap(({ verdict, presented }): readonly Presented[] =>
    verdict === "taken" && presented ? [presented] : [],
  );
  if (taken.length === 0) return [];
  const asksWho = taken.some(({ candidate }) => candidate.kind === "who");
  return draftsOf(item, taken, asksWho, fingerprintOf(item.text)).map(({ draft, score }) => ({ draft, score, item }));
}

function reportOf(item: SourceItem, judged: readonly Judged[]): LineReport {
  const candidates = judged.map(
    ({ scored: { candidate }, text, score, verdict }): CandidateReport => ({ kind: candidate.kind, text, score, verdict }),
  );
  const reason = reasonFor(candidates);
  return { item, candidates, ...(reason !== undefined && { reason }) };
}

/** Why a line gave nothing: the best candidate's reason. */
function reasonFor(candidates: readonly CandidateReport[]): string | undefined {
  const [best] = candidates;
  if (!best) return "nothing in it can be asked";
  if (candidates.some(({ verdict }) => verdict === "taken")) return undefined;
  return best.verdict === "taken" ? undefined : `its best card would not do: ${best.verdict.rejected}`;
}

function withAuthors(report: LineReport, authors: readonly GeneratedNote[]): LineReport {
  const notes = authors.filter(({ item }) => item === report.item);
  if (notes.length === 0) return report;
  const candidates = notes.map(({ draft, score }): CandidateReport => {
    const text = draft.kind === "question" ? `${draft.question} → ${draft.answer}` : "";
    return { kind: "author", text, score, verdict: "taken" };
  });
  return { item: report.item, candidates };
}
