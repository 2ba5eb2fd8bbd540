import type { Draft } from "../notes/note.ts";
import type { SourceItem } from "../sources/source.ts";
import type { CandidateKind } from "./candidates/candidate.ts";
import type { Tagger } from "./language/tagger.ts";
import type { Rejection, Verdict } from "./rejection.ts";
import type { ScorePart } from "./scoring.ts";

export interface GenerateOptions {
  /** Only candidates that were nearly always kept: least score .90. */
  readonly strict?: boolean;
  /** Most notes that one line may give. */
  readonly perLine?: number;
  /** Only these kinds of cards; by default all. */
  readonly kinds?: ReadonlySet<CandidateKind>;
  /** Report every candidate with its score and verdict, not only the lines. */
  readonly explain?: boolean;
  /** A machine wrote the source: its weaker candidates are left out. By default its look decides. */
  readonly modelStyle?: boolean;
  /** BCP 47; by default the source's own word, else a vote of its commonest words. */
  readonly language?: string;
  /** What stands over the cards, where that is not the source's own title. */
  readonly title?: string;
  /** By default the one English tagger of the process. */
  readonly tagger?: Tagger;
}

export interface GeneratedNote {
  readonly draft: Draft;
  /** The score of its best candidate; 0.5 is the least that makes a note. */
  readonly score: number;
  readonly item: SourceItem;
}

export interface CandidateReport {
  readonly kind: CandidateKind;
  readonly form: "gap" | "question" | "speaker";
  /** What is asked: a question, a quote, or the sentence with its gaps in brackets. */
  readonly front: string;
  /** Answers of one card are joined by "/", the items of a list by "|". */
  readonly answer: string;
  readonly score: number;
  /** What the score is made of: their sum, to four decimals. */
  readonly parts: readonly ScorePart[];
  readonly verdict: Verdict;
}

export interface LineReport {
  readonly item: SourceItem;
  /** Best first; none unless they were to be explained. */
  readonly candidates: readonly CandidateReport[];
  /** Why the line gave no note. */
  readonly rejection?: Rejection;
}

/** A line need not be looked at again, unless it may still give cards of kinds that were not asked for this time. */
export function isSettled({ rejection }: LineReport): boolean {
  return rejection?.rule !== "kind-not-wanted";
}

export interface Generation {
  /** BCP 47, without region: what the source was read as. */
  readonly language: string;
  /** In the order of the source. */
  readonly notes: readonly GeneratedNote[];
  /** Every item of the source, in its order. */
  readonly lines: readonly LineReport[];
}
