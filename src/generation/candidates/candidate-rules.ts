import { listsIn } from "../language/lists.ts";
import { type Span, spanOf } from "../language/token.ts";
import { acronymRule } from "./acronym.ts";
import { actionRule } from "./action.ts";
import { adverbRule } from "./adverb.ts";
import type { Candidate, CandidateRule, RuleInput } from "./candidate.ts";
import { completionRule } from "./completion.ts";
import { conditionRule } from "./condition.ts";
import { contrastRule } from "./contrast.ts";
import { countRule } from "./count.ts";
import { dateRule } from "./date.ts";
import { definitionRule } from "./definition.ts";
import { withoutDoubledHint } from "./doubled-hint.ts";
import { eitherRule } from "./either.ts";
import { listRule } from "./list.ts";
import { meaningRule } from "./meaning.ts";
import { meansRule } from "./means.ts";
import { modifierRule } from "./modifier.ts";
import { nameRule } from "./name.ts";
import { numberRule } from "./number.ts";
import { objectRule } from "./object.ts";
import { pairRule } from "./pair.ts";
import { purposeRule } from "./purpose.ts";
import { reasonRule } from "./reason.ts";
import { subjectRule } from "./subject.ts";
import { termRule } from "./term.ts";
import { whenRule } from "./when.ts";
import { whoRule } from "./who.ts";

/** Every way to ask about a line, in an order that decides between equal scores. */
export const candidateRules: readonly CandidateRule[] = [
  pairRule,
  acronymRule,
  meaningRule,
  reasonRule,
  countRule,
  numberRule,
  whenRule,
  dateRule,
  contrastRule,
  listRule,
  definitionRule,
  nameRule,
  eitherRule,
  conditionRule,
  completionRule,
  modifierRule,
  meansRule,
  objectRule,
  adverbRule,
  subjectRule,
  termRule,
  purposeRule,
  actionRule,
  whoRule,
];

const allCues: ReadonlySet<string> = new Set(candidateRules.flatMap(({ cues }) => [...(cues ?? [])]));

/** Questions and gaps are cut within a sentence; a quote is asked as a whole. */
export function candidatesOf(input: RuleInput): readonly Candidate[] {
  const sentences = input.line.isQuote ? undefined : input.line.sentences;
  return sentences ? sentences.flatMap((line) => candidatesIn({ ...input, line })) : candidatesIn(input);
}

function candidatesIn(input: RuleInput): readonly Candidate[] {
  const { line } = input;
  const found: Candidate[] = [];
  const cues: string[] = [];
  for (const { lower } of line.tokens) if (allCues.has(lower)) cues.push(lower);
  for (const { inQuotes, cues: needed, find } of candidateRules) {
    if (line.isQuote && !inQuotes) continue;
    if (needed === undefined || cues.some((cue) => needed.has(cue))) found.push(...find(input));
  }
  const lists = listsIn(line).map((list) => ({
    isClosed: list.isClosed,
    items: list.items.map((item) => spanOf(line.tokens, item)),
    ...spanOf(line.tokens, list),
  }));
  const asked = lists.length === 0 ? found : found.filter((candidate) => !lists.some((list) => isPieceOf(candidate, list)));
  return asked.map((candidate) => withoutDoubledHint(candidate, line.text));
}

interface PlacedList extends Span {
  readonly isClosed: boolean;
  readonly items: readonly Span[];
}

/** A gap for one item of a list: the items in sight do not tell which one is meant. A figure within an item of an open list
 *  still stands by itself. */
function isPieceOf({ kind, question, spans }: Candidate, list: PlacedList): boolean {
  if (question || kind === "list") return false;
  const isFigure = (kind === "number" || kind === "date") && !list.isClosed;
  const isItem = (span: Span) => list.items.some(({ start, end }) => span.start <= start && end <= span.end);
  if (isFigure && !spans.some(isItem)) return false;
  const isWhole = spans.some(({ start, end }) => start <= list.start && end >= list.end);
  return !isWhole && spans.some(({ start, end }) => start < list.end && list.start < end);
}
