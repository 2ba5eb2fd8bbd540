import type { SourceItem } from "../sources/source.ts";
import type { Analysis } from "./analysis.ts";
import type { Candidate, CandidateKind } from "./candidates/candidate.ts";
import type { Presented } from "./drafts.ts";
import { type Prompt, promptsOf } from "./front.ts";
import { type ComparedPrompt, type OtherPrompts, rejectedBy } from "./gates.ts";
import type { Clause } from "./language/clauses.ts";
import { isNominal, type Span } from "./language/token.ts";
import { isVerbless } from "./line-traits.ts";
import { present } from "./presentation.ts";
import { type Rejection, type RejectionRule, rejection, type Verdict } from "./rejection.ts";
import type { Scored } from "./scoring.ts";
import { StemIndex } from "./stem-index.ts";
import { areEqual, rarestOf, type StemSet, type StemSets, union } from "./stem-sets.ts";
import {
  imperativeSurcharge,
  type KindMinima,
  modelStyleMinima,
  modelStyleMostPerLine,
  termMinima,
  verblessFurther,
  weights,
} from "./weights.ts";

/** What became of a candidate. */
export interface Judged {
  readonly scored: Scored;
  readonly score: number;
  readonly verdict: Verdict;
  /** How it is shown; left out where a limit rejected it and nobody asked why. */
  readonly presented?: Presented;
}

interface Taken {
  readonly candidate: Candidate;
  /** One; of a list one an item. */
  readonly prompts: readonly Asked[];
}

interface Asked {
  readonly prompt: Prompt;
  /** The same prompt. */
  readonly compared: ComparedPrompt;
  /** The stems of its front and answer. */
  readonly content: StemSet;
}

export interface SelectionRules {
  /** Least scores of a line's first, second and third note. */
  readonly perLine: readonly [number, number, number];
  /** What a kind needs at least, whatever its place. */
  readonly kindMinima: KindMinima;
  /** Of a line's first, second and third number or date. */
  readonly figureMinima: readonly [number, number, number];
  readonly modelStyle: boolean;
  /** Stems of what the deck is called. */
  readonly titleStems: ReadonlySet<string>;
  /** Say what exactly stood against a candidate. */
  readonly explain: boolean;
  /** Only these; by default all. */
  readonly kinds?: ReadonlySet<CandidateKind>;
  /** A lower limit on the notes of a line than its length gives. */
  readonly mostPerLine?: number;
}

/** Judges one line after another. Remembers what was taken, so that lines judged later can be compared with it. */
export class Selection {
  private readonly answers = new Set<string>();
  /** By the rarest stem of their answers. */
  private readonly byAnswer = new Map<number, ComparedPrompt[]>();
  private readonly prompts: ComparedPrompt[] = [];
  private readonly byContent = new StemIndex();
  private readonly stems: StemSets;
  private readonly rules: SelectionRules;
  private readonly others: OtherPrompts;

  /** @param stems those of the lines, in order */
  constructor(lines: readonly SourceItem[], stems: StemSets, rules: SelectionRules) {
    this.rules = rules;
    this.stems = stems;
    const byStem = new StemIndex();
    for (const index of lines.keys()) byStem.add(stems.sets[index] ?? [], index);
    this.others = {
      lineWith: (set, share, fits) => {
        const found = byStem.find(set, share, (index) => fits(lines[index] as SourceItem, stems.sets[index] ?? []));
        return found === undefined ? undefined : lines[found];
      },
      promptsAnswering: (answer) => this.byAnswer.get(rarestOf(answer))?.filter((known) => areEqual(known.answer, answer)) ?? [],
      promptLike: (content, share, fits) => {
        const found = this.byContent.find(content, share, (index) => fits(this.prompts[index] as ComparedPrompt));
        return found === undefined ? undefined : this.prompts[found];
      },
    };
  }

  /** Judges a line's candidates, best first. */
  judge(line: Analysis, candidates: readonly Scored[]): readonly Judged[] {
    const taken: Taken[] = [];
    const all: Judged[] = [];
    const ranked = candidates.map((scored) => ({ scored, score: this.withReuse(scored) })).toSorted((a, b) => b.score - a.score);
    for (const { scored, score } of ranked) {
      const { candidate } = scored;
      const limit = this.limitOf(line, candidate, score, taken);
      if (limit && !this.rules.explain) {
        all.push({ scored, score, verdict: limit });
        continue;
      }
      const knowsAcronyms = taken.some((other) => other.candidate.kind === "acronym");
      const presented = { candidate, presentation: present(line, candidate.spans, knowsAcronyms), score };
      const prompts = limit ? [] : promptsOf(line, presented).map((prompt) => this.asked(line, prompt));
      const rejected =
        limit ?? firstOf(prompts, (asked) => this.gateOf(scored, asked) ?? repeatOf(asked.prompt, candidate, taken));
      all.push({ scored, score, presented, verdict: rejected ?? "taken" });
      if (rejected) continue;
      taken.push({ candidate: scored.candidate, prompts });
      for (const asked of prompts) this.remember(asked);
    }
    return all;
  }

  private withReuse({ candidate, score, line }: Scored): number {
    if (candidate.kind === "who" || candidate.kind === "acronym" || candidate.each || candidate.question) return score;
    if (score < this.rules.perLine[0] && !this.rules.explain) return score; // too low anyway
    const answer = candidate.spans.map(({ start, end }) => line.text.slice(start, end)).join(" ");
    const reused = this.answers.has(answer.toLowerCase());
    return reused ? score + weights.answerReused : score;
  }

  private limitOf(line: Analysis, candidate: Candidate, score: number, taken: readonly Taken[]): Rejection | undefined {
    if (this.rules.kinds?.has(candidate.kind) === false) return rejection("kind-not-wanted");
    if (candidate.kind === "who") return undefined;
    const gaps = taken.length === 0 ? taken : taken.filter((other) => other.candidate.kind !== "who");
    const counted = gaps.length === 0 ? gaps : gaps.filter((other) => other.candidate.kind !== "acronym");
    if (candidate.kind !== "acronym") {
      const least =
        Math.max(this.least(candidate, line, counted.length), this.furtherFigure(candidate, counted)) + surcharge(line.item);
      if (score < least) return this.rejection("low-score", () => `${least.toFixed(2)} is needed`);
      if (counted.length >= this.limit(line) + (mayExceed(candidate.kind, score) ? 1 : 0)) return rejection("line-limit");
    }
    if (gaps.some((other) => overlap(candidate.spans, other.candidate.spans))) return rejection("same-words");
    if (
      softKinds.has(candidate.kind) &&
      gaps.some((other) => softKinds.has(other.candidate.kind)) &&
      inShortClause(line, candidate.spans)
    ) {
      return rejection("one-per-clause");
    }
    if (gaps.some((other) => isMirror(line, candidate, other.candidate))) return rejection("mirror");
    if (
      candidate.kind === "term" &&
      gaps.some((other) => other.candidate.kind === "term" && inOneClause(line, candidate, other.candidate))
    ) {
      return rejection("one-term-per-clause");
    }
    return undefined;
  }

  private gateOf({ candidate, line }: Scored, asked: Asked): Rejection | undefined {
    const isQuestion = candidate.question !== undefined;
    const { kind, spans } = candidate;
    const gate = rejectedBy({ ...asked, line, kind, isQuestion, spans, titleStems: this.rules.titleStems, others: this.others });
    return gate && this.rejection(gate.rule, gate.because && lineOf(gate.because));
  }

  private rejection(rule: RejectionRule, detail?: () => string): Rejection {
    return rejection(rule, this.rules.explain ? detail?.() : undefined);
  }

  private asked({ item }: Analysis, prompt: Prompt): Asked {
    const front = this.stems.numbersOf(prompt.shownContent);
    const answer = this.stems.numbersOf(prompt.answerContent);
    return { prompt, compared: { item, front, answer }, content: union(front, answer) };
  }

  private least(candidate: Candidate, line: Analysis, before: number): number {
    const { kind } = candidate;
    const minimum = this.rules.perLine[Math.min(before, 2)] ?? 1;
    const usual = before > 0 && isVerbless(line) ? Math.max(minimum, verblessFurther) : minimum;
    const least = this.rules.modelStyle ? Math.max(usual, modelStyleMinima[kindWithLength(candidate, line)] ?? 0) : usual;
    if (kind !== "term") return line.isQuote ? least : Math.max(least, this.rules.kindMinima[kind] ?? 0);
    return Math.max(least, before > 0 ? termMinima.further : termMinima.first);
  }

  /** A line's main figure is worth having; a second one must be good, a third is a detail. */
  private furtherFigure({ kind }: Candidate, taken: readonly Taken[]): number {
    if (!figures.has(kind)) return 0;
    const before = taken.filter((other) => figures.has(other.candidate.kind)).length;
    return this.rules.figureMinima[Math.min(before, 2)] ?? 0;
  }

  private limit(line: Analysis): number {
    const byLength = line.isQuote
      ? line.tokens.length >= 12
        ? 2
        : 1
      : line.contentWords <= 6
        ? 1
        : line.contentWords <= 10
          ? 2
          : 3;
    const most = this.rules.modelStyle ? Math.min(byLength, modelStyleMostPerLine) : byLength;
    return Math.min(most, this.rules.mostPerLine ?? most);
  }

  private remember({ prompt, compared, content }: Asked): void {
    this.answers.add(prompt.answers.join(" ").toLowerCase());
    push(this.byAnswer, rarestOf(compared.answer), compared);
    this.byContent.add(content, this.prompts.push(compared) - 1);
  }
}

/** Questions that ask for one side of a statement with the other in sight: the second would mirror the first. */
const statementKinds: ReadonlySet<CandidateKind> = new Set(["condition", "definition", "meaning", "object", "subject"]);

function isMirror(line: Analysis, a: Candidate, b: Candidate): boolean {
  if (!inOneClause(line, a, b)) return false;
  if (statementKinds.has(a.kind) && statementKinds.has(b.kind)) return true;
  const saysWhatItIs = (one: Candidate) => one.marks.includes("identity"); // "What is the address of a row version?"
  if ((saysWhatItIs(a) && b.kind === "term") || (saysWhatItIs(b) && a.kind === "term")) return true;
  return (saysWhat.has(a.kind) && isSubject(line, b)) || (saysWhat.has(b.kind) && isSubject(line, a));
}

const saysWhat: ReadonlySet<CandidateKind> = new Set(["definition", "meaning"]);

/** A gap for what the clause is about: "The […] is the distance within which a moon is torn apart". */
function isSubject(line: Analysis, { kind, spans }: Candidate): boolean {
  const clause = clauseOf(line, spans);
  const verb = clause?.verb === undefined ? undefined : line.tokens[clause.verb];
  return (kind === "name" || kind === "term") && verb !== undefined && (spans[0]?.end ?? 0) <= verb.start;
}

/** Kinds that ask for a phrase of the line, whichever: one is enough in a short clause. */
const softKinds: ReadonlySet<CandidateKind> = new Set([
  "term",
  "condition",
  "means",
  "subject",
  "object",
  "modifier",
  "purpose",
  "action",
]);

function firstOf<T, Found>(all: readonly T[], find: (one: T) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function lineOf({ line }: SourceItem): () => string {
  return () => `line ${line}`;
}

function repeatOf(prompt: Prompt, { kind }: Candidate, taken: readonly Taken[]): Rejection | undefined {
  if (kind === "who") return undefined;
  const repeats = taken.some(
    (other) => other.candidate.kind !== "who" && other.prompts.some((known) => shareTooMuch(prompt, known.prompt)),
  );
  return repeats ? rejection("same-answer") : undefined;
}

/** Long words are terms by themselves ("transpiration"). */
const longTerm = 13;

function kindWithLength({ kind, spans }: Candidate, { text }: Analysis): CandidateKind | "singleTerm" {
  const isSingle =
    kind === "term" && spans.every(({ start, end }) => end - start < longTerm && !/[\s-]/.test(text.slice(start, end)));
  return isSingle ? "singleTerm" : kind;
}

const figures: ReadonlySet<CandidateKind> = new Set(["number", "date", "when", "count"]);

function surcharge({ section }: SourceItem): number {
  return section === "habits" || section === "recommendations" ? imperativeSurcharge : 0;
}

function mayExceed(kind: CandidateKind, score: number): boolean {
  return score >= 0.85 && (kind === "number" || kind === "date" || kind === "when" || kind === "why" || kind === "name");
}

function overlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));
}

function shareTooMuch(a: Prompt, b: Prompt): boolean {
  const shared = [...a.answerContent].filter((stem) => b.answerContent.has(stem)).length;
  return shared > 0.5 * Math.min(a.answerContent.size, b.answerContent.size);
}

function inOneClause(line: Analysis, a: Candidate, b: Candidate): boolean {
  return clauseOf(line, a.spans) === clauseOf(line, b.spans);
}

function inShortClause(line: Analysis, spans: readonly Span[]): boolean {
  const clause = clauseOf(line, spans);
  return (
    clause !== undefined &&
    line.tokens.slice(clause.from, clause.to).filter((token) => token.isContent || isNominal(token)).length <= 7
  );
}

function clauseOf({ clauses, tokens }: Analysis, spans: readonly Span[]): Clause | undefined {
  const start = spans[0]?.start ?? 0;
  return clauses.find(({ from, to }) => (tokens[from]?.start ?? 0) <= start && start < (tokens[to - 1]?.end ?? 0));
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
