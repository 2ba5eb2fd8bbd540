import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { authorNotes } from "./candidates/author.ts";
import { draftsOf, type Presented } from "./drafts.ts";
import type { GeneratedNote, GenerateOptions, Generation, LineReport } from "./generation.ts";
import { languageOf } from "./language/detect.ts";
import { contentStems, type Vocabulary } from "./language/vocabulary.ts";
import type { Language } from "./languages/language.ts";
import { languageNamed } from "./languages/languages.ts";
import { linesOf, type PassedOver } from "./lines.ts";
import { looksModelMade } from "./model-style.ts";
import { type Outcome, outcomeOf, withinBudget } from "./outcome.ts";
import { finished, type Progress } from "./progress.ts";
import { authorReport, joinedReport } from "./report.ts";
import { scored } from "./scoring.ts";
import { type Judged, Selection, type SelectionRules } from "./select.ts";
import { Counting, type Statistics } from "./statistics.ts";
import { onlyNew, type TitleLine, titleLineOf, titleNotes } from "./title-line.ts";
import { minima } from "./weights.ts";

export {
  type CandidateReport,
  type GeneratedNote,
  type GenerateOptions,
  type Generation,
  isSettled,
  type LineReport,
} from "./generation.ts";
export { finished, type Progress, within } from "./progress.ts";

/**
 * Makes notes worth keeping from a source, with a report of every line. Pure and deterministic: the same source gives the
 * same notes. The first call of a process loads the English model (about 170 ms).
 */
export function generate(source: Source, options: GenerateOptions = {}): Generation {
  return finished(generating(source, options));
}

/**
 * The same in steps, for long documents: between two of them the caller may show how far it is, or stop. Each line is read
 * twice, first to learn what all of them say together, so that no more than one is held in memory.
 */
export function* generating(source: Source, options: GenerateOptions = {}): Generator<Progress, Generation> {
  const language = languageNamed(options.language ?? languageOf(source));
  const outcomes = yield* judging(source, language, options);
  return generationOf(source, language, outcomes, options);
}

/** Judges all lines. What they were compared with is not needed any more when their notes are written. */
function* judging(source: Source, language: Language, options: GenerateOptions): Generator<Progress, Outcomes> {
  const { lines, passedOver, title } = read(source, language);
  const { statistics, judged } = yield* learning(lines, source, language, options);
  const explainWith = options.explain ? statistics : undefined;
  const outcomes: Outcome[] = [];
  for (const [index, item] of lines.entries()) {
    if (index % linesPerStep === 0) yield progressOf(lines.length + index, lines);
    outcomes.push(outcomeOf(item, judged(item), explainWith));
  }
  const kept = withinBudget(outcomes);
  const asTitle = title && {
    title,
    ...outcomeOf(title.item, onlyNew(judged(title.item), kept, language.vocabulary), explainWith),
  };
  return { lines: kept, passedOver, title: asTitle };
}

/** What judges a line once all of them are known. */
export interface Judging {
  readonly statistics: Statistics;
  /** Its candidates with their verdicts, best first. To be asked once for each line, in order: later lines are compared. */
  readonly judged: (item: SourceItem) => readonly Judged[];
}

/** Reads the lines to learn what all of them say together. */
export function* learning(
  lines: readonly SourceItem[],
  source: Source,
  language: Language,
  options: GenerateOptions,
): Generator<Progress, Judging> {
  const reader = language.readerOf(lines, options);
  const counting = new Counting();
  for (const [index, item] of lines.entries()) {
    if (index % linesPerStep === 0) yield progressOf(index, lines);
    counting.add(reader.analyse(item));
  }
  const isModelMade = options.modelStyle ?? looksModelMade(source);
  const statistics = counting.statisticsOf(source, language.vocabulary, isModelMade);
  counting.stems.putInOrder();
  const selection = new Selection(lines, counting.stems, selectionRules(source, options, language, isModelMade));
  const judged = (item: SourceItem) => {
    const line = reader.analyse(item);
    return selection.judge(line, scored(reader.candidatesOf({ line, statistics }), line, statistics));
  };
  return { statistics, judged };
}

/** How far it is after so many lines, each of which is read twice. */
function progressOf(read: number, lines: readonly SourceItem[]): Progress {
  return { share: read / (2 * Math.max(1, lines.length)) };
}

/** The lines and the title. What they were compared with is not needed any more. */
function read(source: Source, { vocabulary }: Language) {
  const { lines, passedOver, isSaid } = linesOf(source, vocabulary);
  return { lines, passedOver, title: titleLineOf(source, isSaid, vocabulary) };
}

/** Some milliseconds of work. */
const linesPerStep = 100;

/** What became of a source's lines. */
interface Outcomes {
  readonly lines: readonly Outcome[];
  readonly passedOver: readonly PassedOver[];
  readonly title: (Outcome & { readonly title: TitleLine }) | undefined;
}

/** All of it in the order of the source. */
function generationOf(
  source: Source,
  language: Language,
  { lines, passedOver, title }: Outcomes,
  { kinds }: GenerateOptions,
): Generation {
  const authors = authorNotes(source, language);
  const wantsAuthors = kinds?.has("author") ?? true;
  const reports = new Map<SourceItem, LineReport>();
  const made = new Map<SourceItem, readonly GeneratedNote[]>();
  for (const { item, rejection } of passedOver) reports.set(item, { item, candidates: [], rejection });
  for (const { report, taken } of lines) {
    reports.set(report.item, report);
    if (taken.length > 0) made.set(report.item, notesOf(report.item, taken));
  }
  for (const [item, notes] of Map.groupBy(authors, (note) => note.item))
    reports.set(item, authorReport(item, notes, wantsAuthors));
  if (title) {
    const { summary, item } = title.title;
    reports.set(summary, joinedReport(reports.get(summary), { ...title.report, item: summary }));
    made.set(summary, titleNotes(title.title, notesOf(item, title.taken)));
  }
  return {
    language: language.vocabulary.language,
    notes: [...(wantsAuthors ? authors : []), ...source.items.flatMap((item) => made.get(item) ?? [])],
    lines: source.items.map((item) => reports.get(item) ?? { item, candidates: [] }),
  };
}

function selectionRules(source: Source, options: GenerateOptions, language: Language, modelStyle: boolean): SelectionRules {
  const [first, second, third] = options.strict ? minima.strict : language.minima;
  const least = modelStyle ? minima.modelStyle : ([0, 0, 0] as const);
  return {
    perLine: [Math.max(first, least[0]), Math.max(second, least[1]), Math.max(third, least[2])],
    kindMinima: language.kindMinima,
    figureMinima: language.figureMinima,
    modelStyle,
    titleStems: titleStems(options.title ?? source.title ?? "", language.vocabulary),
    explain: options.explain ?? false,
    ...(options.perLine !== undefined && { mostPerLine: options.perLine }),
    ...(options.kinds && { kinds: options.kinds }),
  };
}

/** "irish-famine": the parts of its words tell as much. */
function titleStems(title: string, vocabulary: Vocabulary): ReadonlySet<string> {
  return contentStems(`${title} ${title.replace(/[-_]/g, " ")}`, vocabulary);
}

function notesOf(item: SourceItem, taken: readonly Presented[]): readonly GeneratedNote[] {
  if (taken.length === 0) return [];
  const asksWho = taken.some(({ candidate }) => candidate.kind === "who");
  return draftsOf(item, taken, asksWho, fingerprintOf(item.text)).map(({ draft, score }) => ({ draft, score, item }));
}
