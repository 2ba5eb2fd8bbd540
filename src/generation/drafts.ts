import type { ClozeText, Deletion } from "../notes/cloze-text.ts";
import type { ClozeDraft, Draft, Provenance, QuestionDraft, QuoteDraft } from "../notes/note.ts";
import type { SourceItem } from "../sources/source.ts";
import type { Candidate, CandidateKind } from "./candidates/candidate.ts";
import type { Presentation } from "./presentation.ts";

/** A candidate with the sentence it is shown in. */
export interface Presented {
  readonly candidate: Candidate;
  readonly presentation: Presentation;
  readonly score: number;
}

export interface ScoredDraft {
  readonly draft: Draft;
  readonly score: number;
}

/**
 * The notes of one line: gaps in the whole sentence share a note, each question and each shortened sentence is one of its
 * own with the sentence as its source. `line` is the fingerprint that makes their cards siblings.
 */
export function draftsOf(item: SourceItem, taken: readonly Presented[], asksWho: boolean, line: string): readonly ScoredDraft[] {
  const own = taken.filter(({ candidate, presentation }) => candidate.question !== undefined || !presentation.isWhole);
  const shared = taken.filter(({ candidate, presentation }) => candidate.question === undefined && presentation.isWhole);
  const alone = own.map((one) => ({ draft: ownDraft(item, one, line), score: one.score }));
  return shared.length === 0
    ? alone
    : [{ draft: sharedDraft(item, shared, asksWho, line), score: Math.max(...shared.map(({ score }) => score)) }, ...alone];
}

function ownDraft(item: SourceItem, { candidate, presentation }: Presented, line: string): Draft {
  if (candidate.question) return { ...questionOf(candidate.question), ...base(item, candidate.kind, line), source: item.text };
  return {
    ...base(item, candidate.kind, line, ordinalsIn(candidate) + 1),
    kind: "cloze",
    source: item.text,
    text: clozeText(presentation.sentence, [{ candidate, presentation }]),
  };
}

function questionOf({
  question,
  answer,
}: {
  question: string;
  answer: string;
}): Pick<QuestionDraft, "kind" | "question" | "answer" | "both"> {
  return { kind: "question", question, answer, both: false };
}

function sharedDraft(item: SourceItem, taken: readonly Presented[], asksWho: boolean, line: string): ClozeDraft | QuoteDraft {
  const gaps = taken.filter(({ candidate }) => candidate.spans.length > 0);
  const text = clozeText(item.text, gaps);
  const ordinals = gaps.reduce((sum, { candidate }) => sum + ordinalsIn(candidate), 0);
  const best = taken.reduce((a, b) => (b.score > a.score ? b : a));
  const common = { ...base(item, best.candidate.kind, line, ordinals + 1), text };
  if (item.section !== "quotes") return { ...common, kind: "cloze" };
  return { ...common, kind: "quote", asksWho, ...(item.speaker !== undefined && { speaker: item.speaker }) };
}

function base(item: SourceItem, candidateKind: CandidateKind, line: string, nextOrdinal?: number) {
  const provenance: Provenance = {
    candidateKind,
    line,
    ...(nextOrdinal !== undefined && nextOrdinal > 1 && { nextOrdinal }),
  };
  return { section: item.section, provenance, ...(item.at !== undefined && { at: item.at }) };
}

/** The sentence with its gaps numbered by where they first stand. */
function clozeText(sentence: string, taken: readonly Pick<Presented, "candidate" | "presentation">[]): ClozeText {
  const inOrder = taken.toSorted((a, b) => startOf(a) - startOf(b));
  let used = 0;
  const gaps = inOrder
    .flatMap(({ candidate, presentation }) => {
      const first = used + 1;
      used += ordinalsIn(candidate);
      return presentation.spans.map((span, index) => ({
        span,
        ordinal: candidate.each ? first + index : first,
        hint: candidate.hint,
      }));
    })
    .toSorted((a, b) => a.span.start - b.span.start);
  const parts: (string | Deletion)[] = [];
  let from = 0;
  for (const { span, ordinal, hint } of gaps) {
    parts.push(sentence.slice(from, span.start), {
      ordinal,
      text: sentence.slice(span.start, span.end),
      ...(hint !== undefined && { hint }),
    });
    from = span.end;
  }
  return [...parts, sentence.slice(from)].filter((part) => part !== "");
}

/** The spans of a list are cards of their own; the two of a pair are one. */
function ordinalsIn({ each, spans }: Candidate): number {
  return each ? spans.length : 1;
}

function startOf({ presentation }: Pick<Presented, "presentation">): number {
  return presentation.spans[0]?.start ?? 0;
}
