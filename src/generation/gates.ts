import type { SourceItem } from "../sources/source.ts";
import { areRelated } from "../text/related-words.ts";
import type { Analysis } from "./analysis.ts";
import type { CandidateKind } from "./candidates/candidate.ts";
import type { Prompt } from "./front.ts";
import { isIn, type Span } from "./language/token.ts";
import { hidesPossessor, leavesItOpen, pointsBack } from "./line-traits.ts";
import { longestFront } from "./presentation.ts";
import type { RejectionRule } from "./rejection.ts";
import { talkStart } from "./self-talk.ts";
import { likeness, type StemSet, shareWithin, union } from "./stem-sets.ts";
import { isUnexplained } from "./unexplained.ts";

/** A prompt as sets of stems, to be compared with others. What is taken is kept so, and small. */
export interface ComparedPrompt {
  readonly item: SourceItem;
  /** What is shown. */
  readonly front: StemSet;
  readonly answer: StemSet;
}

interface GateInput {
  readonly prompt: Prompt;
  /** The same prompt. */
  readonly compared: ComparedPrompt;
  /** The stems of its front and answer. */
  readonly content: StemSet;
  readonly line: Analysis;
  readonly kind: CandidateKind;
  readonly isQuestion: boolean;
  /** What is hidden, in the line. */
  readonly spans: readonly Span[];
  /** Stems of the words over the card that carry content: what its deck is called. */
  readonly titleStems: ReadonlySet<string>;
  readonly others: OtherPrompts;
}

/** What the gates may compare with, found by stem instead of by walking through all. */
export interface OtherPrompts {
  /** The first line that fits, of at least all that hold this share of the stems, 0-1. */
  readonly lineWith: (
    stems: StemSet,
    share: number,
    fits: (line: SourceItem, stems: StemSet) => boolean,
  ) => SourceItem | undefined;
  /** Taken prompts with the very same answer. */
  readonly promptsAnswering: (answer: StemSet) => readonly ComparedPrompt[];
  /** The first taken prompt that fits, of at least all whose fronts and answers hold this share of the stems, 0-1. */
  readonly promptLike: (content: StemSet, share: number, fits: (prompt: ComparedPrompt) => boolean) => ComparedPrompt | undefined;
}

interface Gate {
  readonly rule: RejectionRule;
  /** True, or the line that stands against it. */
  readonly rejects: (input: GateInput) => boolean | SourceItem;
}

/** Why a prompt must not be asked, in the order in which the reasons are named. */
const gates: readonly Gate[] = [
  { rule: "personal", rejects: ({ line, spans }) => spans.some(({ end }) => end > (talkStart(line) ?? end)) },
  { rule: "cut-word", rejects: ({ line, spans }) => spans.some((span) => cutsWord(line.text, span)) },
  { rule: "bare-unit", rejects: ({ line, kind, spans }) => spans.some((span) => isBareUnit(line.text, kind, span)) },
  { rule: "no-answer", rejects: ({ prompt }) => !/[\p{L}\p{N}]/u.test(prompt.answers.join("")) },
  { rule: "answer-shown", rejects: answerIsShown },
  { rule: "title-tells", rejects: titleTells },
  {
    rule: "little-shown",
    rejects: ({ prompt, kind, line, isQuestion }) =>
      kind !== "who" && prompt.shownContent.size < leastShown(kind, line, isQuestion),
  },
  { rule: "much-hidden", rejects: hidesTooMuch },
  { rule: "long-front", rejects: isTooLong },
  { rule: "dangling", rejects: dangles },
  { rule: "ambiguous", rejects: isAmbiguous },
  { rule: "duplicate", rejects: isDuplicate },
];

export interface GateVerdict {
  readonly rule: RejectionRule;
  /** The other line, where the gate compared with one. */
  readonly because?: SourceItem;
}

/** The first gate that rejects the prompt; undefined when all let it pass. */
export function rejectedBy(input: GateInput): GateVerdict | undefined {
  for (const { rule, rejects } of gates) {
    const found = rejects(input);
    if (found !== false) return found === true ? { rule } : { rule, because: found };
  }
  return undefined;
}

/** In scripts that part their words by blanks. */
const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

function cutsWord(text: string, { start, end }: Span): boolean {
  if (/^\s?$/.test(text.charAt(start - 1)) && /^\s?$/.test(text.charAt(end))) return false; // nearly all gaps
  const isInside = (at: number) => letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
  const cutsReference = /\b[IVXLC]+\.$/.test(text.slice(0, start)) || /^\.\d/.test(text.slice(end));
  const cutsFormula = /\S[–+=^→]$/.test(text.slice(0, start)) || /^[+=^]/.test(text.slice(end));
  return isInside(start) || isInside(end) || cutsReference || (cutsFormula && !/\d[–]$/.test(text.slice(0, start)));
}

/** "only about 80 [Wh/kg]", "over 24,000 [TEU]": the figure before it gives it away. A year is no figure. */
function isBareUnit(text: string, kind: CandidateKind, { start }: Span): boolean {
  if (kind !== "name" && kind !== "term") return false;
  if (!/[\d.,]\s/.test(text.slice(start - 2, start))) return false;
  const [, figure = ""] = /(?<![\p{L}\d.,-])(\d[\d.,]*)\s$/u.exec(text.slice(0, start)) ?? [];
  return figure !== "" && !/^(?:1\d|20)\d\d,?$/.test(figure);
}

/** Every stem of the answer stands in the front, or a derivation of its only word does ("blind", "blindness"). */
function answerIsShown({ prompt, kind }: GateInput): boolean {
  if (kind === "who") return false;
  const shown = [...prompt.shownStems];
  const isShown = (stem: string) =>
    prompt.shownStems.has(stem) || shown.some((other) => areDerived(stem, other) || areRelated(stem, other));
  return [...prompt.answerContent].every(isShown) || headIsShown(prompt, kind);
}

/** "[Coffee mugs]" with "the mug" in sight: only the modifier would be left to know. A long word is known by its derivation too. */
function headIsShown({ answers, shownStems, answerContent }: Prompt, kind: CandidateKind): boolean {
  if (kind !== "term" || answerContent.size < 2 || answers.length !== 1) return false;
  const head = [...answerContent].at(-1) ?? "";
  const isLong = (stem: string) => stem.length >= longStem;
  return [...shownStems].some(
    (other) => other === head || areNumbers(head, other) || (isLong(head) && isLong(other) && areDerived(head, other)),
  );
}

const longStem = 9;

/**
 * "[Ireland]" in a deck called "The Great Irish Famine". Of several gaps it does not tell which is which. A title asked by itself is not
 * shown over its own card.
 */
function titleTells({ prompt, kind, line, titleStems }: GateInput): boolean {
  if (kind === "list" || kind === "pair" || line.item.section === "summary" || prompt.answerContent.size === 0) return false;
  const title = [...titleStems];
  const isTold = (word: string) => title.some((told) => areRelated(word, told));
  if ([...prompt.answerContent].every((stem) => isTold(stem.replaceAll("-", "")))) return true;
  const [answer = "", ...others] = prompt.answers;
  if (others.length > 0 || !/[\s-]/.test(answer)) return false;
  const head = answer.split(" ").at(-1) ?? "";
  return title.includes(joined(answer)) || (kind === "term" && title.includes(joined(head)));
}

/** "Small Pox" under "Smallpox": one word, written apart. */
function joined(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

const sharedPrefix = 5;

/** "gut" and "guts": the stem of a word of four letters keeps its plural. */
function areNumbers(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && Math.max(a.length, b.length) === 4 && (a === `${b}s` || b === `${a}s`);
}

function areDerived(a: string, b: string): boolean {
  if (areNumbers(a, b)) return true;
  if (a.charAt(0) !== b.charAt(0)) return false; // nearly all words
  if (a.length < sharedPrefix || b.length < sharedPrefix) return false;
  const shorter = a.length < b.length ? a : b;
  const longer = shorter === a ? b : a;
  const longestEnding = shorter.length >= 7 ? 7 : 5; // "simplified", "simplification"
  return (
    longer.length - shorter.length <= longestEnding &&
    longer.startsWith(shorter.slice(0, Math.max(sharedPrefix, shorter.length - 1)))
  );
}

function isTooLong({ prompt, kind }: GateInput): boolean {
  const mayBe = kind !== "who" && prompt.shown.length > 2 * longestFront; // a word and its blank
  return mayBe && prompt.shown.trim().split(/\s+/).length > longestFront;
}

function leastShown(kind: CandidateKind, line: Analysis, isQuestion: boolean): number {
  if (isQuestion) return 1;
  return kind === "number" || kind === "date" || kind === "name" || line.isQuote ? 2 : 3;
}

/** Over 60 % of the content words or over 12 words. Completions and reasons hide a whole clause on purpose. */
function hidesTooMuch({ prompt, kind, isQuestion, line, spans }: GateInput): boolean {
  if (isQuestion || kind === "who") return false;
  if (hidesSentence(line, spans)) return true;
  if (prompt.answers.some((answer) => answer.split(/\s+/).length > 12)) return true;
  const hidden = prompt.answerContent.size;
  return kind !== "reason" && kind !== "completion" && hidden / Math.max(1, hidden + prompt.shownContent.size) > 0.6;
}

/** "Any new option was dropped. […].": nothing is said of it. */
function hidesSentence({ sentences = [] }: Analysis, spans: readonly Span[]): boolean {
  return sentences.some(({ tokens }) => tokens.every((token) => !token.isWord || isIn(spans, token)));
}

function dangles({ prompt, line, spans }: GateInput): boolean {
  if (!line.isQuote && line.vocabulary.pointsElsewhere(prompt.shown)) return true;
  if (leavesItOpen(line) && /\bit\b/i.test(prompt.shown)) return true;
  if (pointsBack(line) || hidesPossessor(line, spans) || isUnexplained(line, prompt.shown, spans)) return true;
  return spans.some(({ start, end }) => hidesOwner(line.text.slice(start, end)) && owned.test(line.text.slice(end)));
}

/** "[Nelson's boldness] cost him his arm": whose, only the answer says. */
function hidesOwner(answer: string): boolean {
  return /['’]/.test(answer) && /\p{Lu}\p{L}+(?:['’]s|s['’])\s\p{Ll}/u.test(answer);
}

const owned = /^[^.;]*\b(?:his|her)\b/;

/** 85 % of the frame lies in another line that lacks the answer: two answers would be right. */
function isAmbiguous({ prompt, compared, line, isQuestion, kind, others }: GateInput): boolean | SourceItem {
  if (isQuestion || kind === "who" || prompt.shownContent.size < 3) return false;
  const { front, answer } = compared;
  const fits = (item: SourceItem, stems: StemSet) =>
    item !== line.item && shareWithin(front, stems) >= sameFrame && shareWithin(answer, stems) < 1;
  return others.lineWith(front, sameFrame, fits) ?? false;
}

const sameFrame = 0.85;

/** The same answer to nearly the same front or from the same line; or nearly the same words on another line. */
function isDuplicate({ compared: own, content, line, kind, others }: GateInput): boolean | SourceItem {
  const likeEnough = kind === "pair" ? 0.25 : 0.5;
  const asksTheSame = ({ item, front }: ComparedPrompt) =>
    item === line.item ||
    likeness(own.front, front) >= likeEnough ||
    mostlyWithin(own.front, front) ||
    mostlyWithin(front, own.front);
  const saysTheSame = ({ item, front, answer }: ComparedPrompt) =>
    item !== line.item && shareWithin(own.answer, answer) >= 0.5 && likeness(content, union(front, answer)) >= sameWords;
  const twin = others.promptsAnswering(own.answer).find(asksTheSame) ?? others.promptLike(content, sameWords, saysTheSame);
  return twin?.item ?? false;
}

const sameWords = 0.8;

/** A shorter front that says, of what it says, mostly what the other says too; of three words that would be chance. */
function mostlyWithin(short: StemSet, long: StemSet): boolean {
  return short.length >= 4 && short.length <= long.length && shareWithin(short, long) >= 0.7;
}
