import type { SourceItem } from "../../sources/source.ts";
import type { Analysis } from "../analysis.ts";
import type { Candidate, PlainRuleInput } from "../candidates/candidate.ts";
import type { GenerateOptions } from "../generation.ts";
import type { Vocabulary } from "../language/vocabulary.ts";
import type { KindMinima } from "../weights.ts";

/** What recto must know to make cards from notes in a language. A new language is a row in `languages.ts`. */
export interface Language {
  readonly vocabulary: Vocabulary;
  /** Least scores of a line's first, second and third note: the less is known of the grammar, the higher. */
  readonly minima: readonly [number, number, number];
  /** Kinds that need more, where they were rated. */
  readonly kindMinima: KindMinima;
  /** Least scores of a line's first, second and third number or date. */
  readonly figureMinima: readonly [number, number, number];
  readonly phrases: Phrases;
  /** Reads the lines of one note; what it learns from all of them helps with each. */
  readonly readerOf: (items: readonly SourceItem[], options: GenerateOptions) => LineReader;
}

export interface LineReader {
  /** Called twice for each line; the second time it should cost little. */
  readonly analyse: (item: SourceItem) => Analysis;
  readonly candidatesOf: (input: PlainRuleInput) => readonly Candidate[];
}

/** Sentences that recto itself says on cards. */
export interface Phrases {
  readonly whoWrote: (title: string, reference: SourceItem) => string;
  /** " by ": between a work and its author among the references. */
  readonly by: RegExp;
  readonly and: string;
  /** What says of a work only what kind it is. */
  readonly noTitle: RegExp;
}
