import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import type { Analysis } from "./analysis.ts";
import { overBudget } from "./budget.ts";
import { authorNotes } from "./candidates/author.ts";
import type { CandidateKind } from "./candidates/candidate.ts";
import { draftsOf, type Presented } from "./drafts.ts";
import type { GeneratedNote, GenerateOptions, Generation, LineReport } from "./generation.ts";
import { languageOf } from "./language/detect.ts";
import type { Language, LineReader } from "./languages/language.ts";
import { languageNamed } from "./languages/languages.ts";
import { linesOf } from "./lines.ts";
import { looksModelMade } from "./model-style.ts";
import { rejection } from "./rejection.ts";
import { authorReport, joinedReport, reportOf } from "./report.ts";
import { scored } from "./scoring.ts";
import { type Judged, Selection, type SelectionRules } from "./select.ts";
import { type Statistics, statisticsOf } from "./statistics.ts";
import { onlyNew, titleLineOf, titleNotes } from "./title-line.ts";
import { minima } from "./weights.ts";

export {
  type CandidateReport,
  type GeneratedNote,
  type GenerateOptions,
  type Generation,
  isSettled,
  type LineReport,
} from "./generation.ts";

/**
 * Makes notes worth keeping from a source, with a report of every line. Pure and deterministic: the same source gives the
 * same notes. The first call of a process loads the English model (about 170 ms).
 */
export function generate(source: Source, options: GenerateOptions = {}): Generation {
  const language = languageNamed(options.language ?? languageOf(source));
  const { lines, passedOver } = linesOf(source, language.vocabulary);
  const items = lines.map(({ item }) => item);
  const reader = language.readerOf(items, options);
  const title = titleLineOf(source, lines, language.vocabulary);
  const analyses = items.map(reader.analyse);
  const statistics = statisticsOf(analyses, source, language.vocabulary);
  const titleLine = title && reader.analyse(title.item);
  const judged = judge(source, { lines: analyses, title: titleLine }, statistics, options, language, reader);
  const reports = new Map<SourceItem, LineReport>(
    passedOver.map(({ item, rejection }) => [item, { item, candidates: [], rejection }]),
  );
  const made = new Map<SourceItem, readonly GeneratedNote[]>();
  for (const [index, { item }] of analyses.entries()) {
    const candidates = judged.lines[index] ?? [];
    reports.set(item, reportOf(item, candidates, options.explain ? statistics : undefined));
    made.set(item, notesOf(item, candidates));
  }
  const isWanted = (kind: CandidateKind) => options.kinds?.has(kind) ?? true;
  const authors = authorNotes(source, language);
  for (const [item, notes] of Map.groupBy(authors, (note) => note.item)) {
    reports.set(item, authorReport(item, notes, isWanted("author")));
  }
  if (title) {
    const report = reportOf(title.summary, judged.title, options.explain ? statistics : undefined);
    reports.set(title.summary, joinedReport(reports.get(title.summary), report));
    made.set(title.summary, titleNotes(title, notesOf(title.item, judged.title)));
  }
  return {
    notes: [...(isWanted("author") ? authors : []), ...source.items.flatMap((item) => made.get(item) ?? [])],
    lines: source.items.map((item) => reports.get(item) ?? { item, candidates: [] }),
  };
}

interface JudgedSource {
  readonly lines: readonly (readonly Judged[])[];
  readonly title: readonly Judged[];
}

/** Candidates of each line with their verdicts. The title comes last: it gives one note, and only if no line gave it. */
function judge(
  source: Source,
  { lines, title }: { readonly lines: readonly Analysis[]; readonly title: Analysis | undefined },
  statistics: Statistics,
  options: GenerateOptions,
  { isDeep }: Language,
  { candidatesOf }: LineReader,
): JudgedSource {
  const selection = new Selection(lines, statistics, selectionRules(source, options, isDeep));
  const judgeLine = (line: Analysis) => selection.judge(line, scored(candidatesOf({ line, statistics }), line, statistics));
  const results = lines.map(judgeLine);
  const dropped = overBudget(results);
  const judged = results.map((line) => line.map((one) => (dropped.has(one) ? { ...one, verdict: rejection("budget") } : one)));
  return { lines: judged, title: title ? onlyNew(judgeLine(title), judged.flat()) : [] };
}

function selectionRules(source: Source, options: GenerateOptions, isDeep: boolean): SelectionRules {
  const modelStyle = options.modelStyle ?? looksModelMade(source);
  const perLine = options.strict ? minima.strict : modelStyle || !isDeep ? minima.modelStyle : minima.usual;
  return {
    perLine,
    modelStyle,
    ...(options.perLine !== undefined && { mostPerLine: options.perLine }),
    ...(options.kinds && { kinds: options.kinds }),
  };
}

function notesOf(item: SourceItem, judged: readonly Judged[]): readonly GeneratedNote[] {
  const taken = judged.flatMap(({ verdict, presented }): readonly Presented[] => (verdict === "taken" ? [presented] : []));
  if (taken.length === 0) return [];
  const asksWho = taken.some(({ candidate }) => candidate.kind === "who");
  return draftsOf(item, taken, asksWho, fingerprintOf(item.text)).map(({ draft, score }) => ({ draft, score, item }));
}
