import type { Draft } from "../notes/note.ts";
import type { SourceItem } from "../sources/source.ts";
import type { CandidateKind } from "./candidates/candidate.ts";
import type { Tagger } from "./language/tagger.ts";

export interface GenerateOptions {
  /** Only candidates that were nearly always kept: least score .90. */
  readonly strict?: boolean;
  /** Most notes that one line may give. */
  readonly perLine?: number;
  /** A machine wrote the source: its weaker candidates are left out. By default its look decides. */
  readonly modelStyle?: boolean;
  /** BCP 47; by default the source's own word, else a vote of its commonest words. */
  readonly language?: string;
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
  /** "what is shown → the answer". */
  readonly text: string;
  readonly score: number;
  readonly verdict: "taken" | { readonly rejected: string };
}

export interface LineReport {
  readonly item: SourceItem;
  /** Best first. */
  readonly candidates: readonly CandidateReport[];
  /** Why the line gave no note. */
  readonly reason?: string;
}

export interface Generation {
  /** In the order of the source. */
  readonly notes: readonly GeneratedNote[];
  /** Every item of the source, in its order. */
  readonly lines: readonly LineReport[];
}
