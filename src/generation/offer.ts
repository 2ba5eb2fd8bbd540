import type { Draft } from "../notes/note.ts";
import { oneLine } from "../sources/inline.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf, normaliseLine } from "../text/fingerprint.ts";
import { draftsOf, type Presented } from "./drafts.ts";
import { learning } from "./generate.ts";
import type { CandidateReport, GenerateOptions, LineReport } from "./generation.ts";
import { languageOf } from "./language/detect.ts";
import { languageNamed } from "./languages/languages.ts";
import { linesOf } from "./lines.ts";
import { outcomeOf, withinBudget } from "./outcome.ts";
import type { RejectionRule } from "./rejection.ts";
import type { Judged } from "./select.ts";

/** A sentence with everything that could be asked about it, for a person to choose from. */
export interface Offer {
  readonly item: SourceItem;
  /** Best first. */
  readonly candidates: readonly OfferedCandidate[];
  /** Why the generator by itself would take none; absent when it would. */
  readonly reason?: string;
}

export interface OfferedCandidate {
  readonly report: CandidateReport;
  readonly presented: Presented;
}

/** What is no card, whoever chooses it. */
const unusable: ReadonlySet<RejectionRule> = new Set(["no-answer", "answer-shown", "duplicate"]);

/**
 * Offers for each item, in their order. The first call of a process loads the English model.
 * @param context sentences that the learner has cards about: they tell names from words, and what would fit them too
 */
export function offersOf(source: Source, context: readonly string[] = [], options: GenerateOptions = {}): readonly Offer[] {
  const language = languageNamed(options.language ?? languageOf(source));
  const { lines, passedOver } = linesOf(source, language.vocabulary);
  const { statistics, judged } = toItsEnd(
    learning([...lines, ...otherThan(lines, context)], source, language, { ...options, explain: true }),
  );
  const all = lines.map((item) => judged(item));
  const outcomes = withinBudget(lines.map((item, index) => outcomeOf(item, all[index] ?? [], statistics)));
  const offers = new Map<SourceItem, Offer>();
  for (const { item, rejection } of passedOver) offers.set(item, { item, candidates: [], reason: rejection.reason });
  for (const [index, item] of lines.entries()) {
    const outcome = outcomes[index];
    if (outcome) offers.set(item, offerOf(item, outcome.report, all[index] ?? []));
  }
  return source.items.map((item) => offers.get(item) ?? { item, candidates: [] });
}

function otherThan(lines: readonly SourceItem[], context: readonly string[]): readonly SourceItem[] {
  const known = new Set(lines.map(({ text }) => normaliseLine(text)));
  return context
    .filter((text) => !known.has(normaliseLine(text)))
    .map((text) => ({ section: "other", text: oneLine(text), line: 0 }));
}

function toItsEnd<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function offerOf(item: SourceItem, report: LineReport, judged: readonly Judged[]): Offer {
  const offered = report.candidates.flatMap((candidate, index): readonly OfferedCandidate[] => {
    const { verdict } = candidate;
    const presented = judged[index]?.presented;
    if (!presented || (verdict !== "taken" && unusable.has(verdict.rule))) return [];
    return [{ report: candidate, presented }];
  });
  const who = whoSaidIt(item, offered);
  const reason = who.length > 0 ? undefined : report.rejection?.reason;
  return { item, candidates: [...who, ...offered], ...(reason !== undefined && { reason }) };
}

/** One quote alone tells of one speaker, for whom the generator would not ask; a person who names a speaker wants to know. */
function whoSaidIt(item: SourceItem, offered: readonly OfferedCandidate[]): readonly OfferedCandidate[] {
  const { text, speaker } = item;
  if (speaker === undefined || offered.some(({ report }) => report.kind === "who")) return [];
  const score = 1;
  return [
    {
      report: { kind: "who", form: "speaker", front: text, answer: speaker, score, parts: [], verdict: "taken" },
      presented: {
        candidate: { kind: "who", spans: [], marks: [] },
        presentation: { sentence: text, spans: [], isWhole: true },
        score,
      },
    },
  ];
}

/** The notes of the candidates that were chosen. Gaps share a note unless they overlap. */
export function draftsOfChoice(item: SourceItem, chosen: readonly OfferedCandidate[]): readonly Draft[] {
  const line = fingerprintOf(item.text);
  return withoutOverlaps(chosen.map(({ presented }) => presented)).flatMap((group) => {
    const asksWho = group.some(({ candidate }) => candidate.kind === "who");
    return draftsOf(item, group, asksWho, line).map(({ draft }) => draft);
  });
}

function withoutOverlaps(chosen: readonly Presented[]): readonly (readonly Presented[])[] {
  const groups: Presented[][] = [];
  for (const one of chosen) {
    const free = groups.find((group) => !group.some((other) => overlap(one, other)));
    if (free) free.push(one);
    else groups.push([one]);
  }
  return groups;
}

function overlap(a: Presented, b: Presented): boolean {
  if (a.candidate.question || b.candidate.question) return false;
  return a.presentation.spans.some((one) => b.presentation.spans.some((other) => one.start < other.end && other.start < one.end));
}
