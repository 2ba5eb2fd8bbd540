import type { Analysis } from "./analysis.ts";
import { keepingLast } from "./keeping-last.ts";
import { firstVerb } from "./language/clauses.ts";
import { isIn, isNominal, type Span, type Token } from "./language/token.ts";
import { isFiniteVerb } from "./language/verbs.ts";
import type { Vocabulary } from "./language/vocabulary.ts";

export function hasGenericHead(answer: readonly Token[], { genericWords, weakNouns }: Vocabulary): boolean {
  const head = answer.at(-1);
  return head !== undefined && (genericWords.has(head.lower) || weakNouns.has(head.lower));
}

/** Common nouns that make a name of the name before them: "the Haber-Bosch process". */
const naming = /^(?:process|method|system|model|technique|algorithm|project|program|framework|function|language|company|test)s?$/;

/** "NATO bombing": the name only says whose. */
const deeds = /^(?:bombing|shelling|looting|fighting|training|funding|planning|lobbying|trading|testing|hearing|spending)s?$/;

/** "LLM agent performance", "Stoic writers": the name only says whose. */
export function isGenericName(answer: readonly Token[], vocabulary: Vocabulary): boolean {
  const head = answer.at(-1)?.text ?? "";
  return (
    answer.length > 1 && /^\p{Ll}/u.test(head) && !naming.test(head) && (hasGenericHead(answer, vocabulary) || deeds.test(head))
  );
}

/** "compared to X", "relative to X". */
export function isComparedWith({ tokens }: Analysis, first: Token | undefined): boolean {
  const at = first ? tokens.indexOf(first) : -1;
  const before = tokens[at - 1]?.lower;
  return (before === "to" || before === "with") && /^(?:compared|relative)$/.test(tokens[at - 2]?.lower ?? "");
}

export function isAdvice({ item: { section } }: Analysis): boolean {
  return section === "habits" || section === "recommendations";
}

export const numbersIn = keepingLast(({ tokens }: Analysis): number => {
  return tokens.filter(({ tag, text }) => tag === "NUM" && !/^(?:1\d|20)\d\d$/.test(text)).length;
});

/** "The system indexes …", "The second prototype sank": a definite subject that no name or phrase after it tells from others. */
export const opensUnnamed = keepingLast(({ tokens, vocabulary }: Analysis): boolean => {
  const [article, second, ...others] = tokens;
  const isDescribed = second?.tag === "ADJ" && !vocabulary.unnamedHeads.has(second.lower);
  const [head, next] = isDescribed ? others : [second, ...others];
  const isTold = next?.tag === "ADP" || next?.tag === "NOUN" || next?.tag === "PROPN" || next?.text === ",";
  const mayBeVerb = next?.tag === "NOUN" && next.lower.endsWith("s");
  return article?.lower === "the" && vocabulary.unnamedHeads.has(head?.lower ?? "") && (mayBeVerb || !isTold);
});

/** "40 hectares in total, 12 of them wooded": counts what another line names, without a verb that would say so. */
export const opensUncounted = keepingLast(({ tokens }: Analysis): boolean => {
  if (tokens[0]?.tag !== "NUM") return false;
  const comma = tokens.findIndex(({ text }) => text === ",");
  return comma > 1 && firstVerb(tokens, { from: 0, to: comma }) === undefined && tokens[comma + 1]?.tag === "NUM";
});

export function tokenBefore({ tokens }: Analysis, token: Token | undefined): string {
  return token ? (tokens[tokens.indexOf(token) - 1]?.lower ?? "") : "";
}

export function isVague(head: Token | undefined, { vagueHeads }: Vocabulary): boolean {
  return head !== undefined && (vagueHeads.has(head.lower) || vagueHeads.has(head.stem));
}

/** "other defences", "many uses", "new methods". */
export function isUnspecified({ tokens, vocabulary }: Analysis, first: Token | undefined): boolean {
  const index = first ? tokens.indexOf(first) : -1;
  const near = [tokens[index - 1]?.lower ?? "", tokens[index]?.lower ?? ""];
  return near.some((word) => vocabulary.unspecified.has(word));
}

export const startsDangling = keepingLast(({ tokens, vocabulary }: Analysis): boolean => {
  return vocabulary.opensPointing(tokens[0]?.lower ?? "", tokens[1]?.lower ?? "");
});

export function isWithin(stems: readonly string[], set: ReadonlySet<string>): boolean {
  return stems.length > 0 && stems.every((stem) => set.has(stem));
}

/** "12 ships in all, 3 of them unarmed": a figure, then no verb but that of a relative clause. Of what, the line before said. */
export const lacksSubject = keepingLast(({ tokens, vocabulary }: Analysis): boolean => {
  if (tokens[0]?.tag !== "NUM" || vocabulary.language !== "en") return false;
  for (let index = 1; index < tokens.length; index++)
    if (isFiniteVerb(tokens, index) && !relative.test(tokens[index - 1]?.lower ?? "")) return false;
  return true;
});

/** "Has to float but resist salt", "Wrote nothing": said of what the line before named, unless the subject follows. */
export function opensWithVerb({ tokens, text, isQuote, vocabulary }: Analysis): boolean {
  const first = tokens[0];
  if (isQuote || vocabulary.language !== "en" || first === undefined || !isPastOrHas(first) || /\?/.test(text)) return false;
  const comma = tokens.findIndex(({ text: sign }) => sign === ",");
  return comma < 0 || firstVerb(tokens, { from: comma + 1, to: tokens.length }) === undefined;
}

/** Not "founded" or "built": what was founded is often the deck itself. */
function isPastOrHas({ tag, lower }: Token): boolean {
  if (tag === "AUX") return /^(?:has|had|was|were)$/.test(lower);
  return tag === "VERB" && /^(?:wrote|took|went|came|began|became|ran|gave|sank|drew|grew|knew|saw)$/.test(lower);
}

/** Of several sentences the one that holds what is hidden, unless it is the first. */
export function laterSentence({ sentences }: Analysis, spans: readonly Span[]): Analysis | undefined {
  const start = spans[0]?.start ?? 0;
  return sentences?.slice(1).find(({ tokens }) => (tokens[0]?.start ?? 0) <= start && start < (tokens.at(-1)?.end ?? 0));
}

/** "Put on the handout", "Must unlearn it", "Most practical finding of the book": nobody is said to do anything. */
export function lacksDoer({ tokens, clauses }: Analysis): boolean {
  return tokens[0]?.tag === "VERB" || tokens[0]?.tag === "AUX" || clauses.every(({ verb }) => verb === undefined);
}

/** No finite verb in it at all: a label, or a note to oneself. Only English verbs are told for sure. */
export function isVerbless({ clauses, vocabulary }: Analysis): boolean {
  return vocabulary.language === "en" && clauses.every(({ verb }) => verb === undefined);
}

const relative = /^(?:which|that|who|where)$/;

/** "Letters were carved into it": neither one thing nor a clause stands before "it", so the line before named it. */
export const leavesItOpen = keepingLast(({ tokens }: Analysis): boolean => {
  const at = tokens.findIndex(({ lower }) => lower === "it");
  if (at < 1) return false;
  const follows = /^(?:to|into|onto|on|of|from|after|before|since|until|for|by|in|with|about)$/.test(tokens[at - 1]?.lower ?? "");
  return follows && !isImpersonal.test(tokens[at + 1]?.lower ?? "") && !tokens.slice(0, at).some(mayBeIt);
});

/** "since it was clear that", "before it rains". */
const isImpersonal = /^(?:is|was|'s|has|had|will|would|may|might|can|could|takes|took|seems|seemed|became|becomes|rains|rained)$/;

function mayBeIt(token: Token, index: number, tokens: readonly Token[]): boolean {
  if (tokens[index + 1]?.tag === "POSS") return false;
  if (token.tag === "VERB") return token.lower.endsWith("ing") && index < 2; // "Adding salt …"
  return isNominal(token) && !/[^sui]s$/.test(token.lower);
}

/** "That ship was bound for Houston", "Of that trip's cost", "cost that year": which one, the line before said. */
export const pointsBack = keepingLast(({ tokens, isQuote, vocabulary }: Analysis): boolean => {
  if (isQuote || vocabulary.language !== "en") return false;
  return tokens.some(({ lower }, index) => {
    if (!demonstratives.has(lower)) return false;
    const next = tokens[index + 1];
    return (index < 3 && next?.tag === "NOUN") || (lower === "that" && spanOfTime.test(next?.lower ?? ""));
  });
});

const demonstratives: ReadonlySet<string> = new Set(["that", "this", "those", "these"]);
const spanOfTime = /^(?:year|day|night|week|month|winter|summer|spring|autumn|morning|evening|century|decade)$/;

const possessives: ReadonlySet<string> = new Set(["his", "her", "their"]);

const firstPossessive = keepingLast((tokens: readonly Token[]) => tokens.findIndex(({ lower }) => possessives.has(lower)));

/** "[Tantlinger], his engineer, …": nobody in sight before "his". */
export function hidesPossessor({ tokens, isQuote, vocabulary }: Analysis, spans: readonly Span[]): boolean {
  if (isQuote || vocabulary.language !== "en") return false;
  const at = firstPossessive(tokens);
  if (at < 0) return false;
  return !tokens.slice(0, at).some((token) => isNominal(token) && !isIn(spans, token));
}
