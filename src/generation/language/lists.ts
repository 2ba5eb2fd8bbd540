import { keepingLast } from "../keeping-last.ts";
import type { Chunk } from "./chunks.ts";
import { countOf } from "./numerals.ts";
import { contentCount, isNominal, type Token, type TokenRange } from "./token.ts";
import { isFiniteVerb } from "./verbs.ts";

/** "A, B and C": three items or more. */
export interface List extends TokenRange {
  readonly items: readonly TokenRange[];
  /** The line says that these are all of them: it counts them, announces them by a colon or says what something consists of. */
  readonly isClosed: boolean;
}

/** The lists of a line, whose signs end before `end`. */
export const listsIn = keepingLast(({ tokens, chunks, end }: Words): readonly List[] => {
  if (!tokens.some(({ text }) => text === ",")) return [];
  const announced = announcedList(tokens, end);
  if (announced) return [announced];
  const bracketed = bracketedList(tokens);
  return bracketed ? [bracketed, ...nounLists(tokens, chunks, end)] : nounLists(tokens, chunks, end);
});

interface Words {
  readonly tokens: readonly Token[];
  readonly chunks: readonly Chunk[];
  /** Index of the token after the last word. */
  readonly end: number;
}

const longestItem = 7;

/** "four large moons: Io, Europa, Ganymede, and Callisto", "The four seasons are …": all to the end of the sentence. */
function announcedList(tokens: readonly Token[], end: number): List | undefined {
  const find = (words: readonly string[]) =>
    tokens.findIndex(({ lower }, index) => index > 1 && index < end && words.includes(lower));
  const colon = find(announcingSigns);
  const sign = colon < 0 ? find(announcingVerbs) : colon;
  if (sign < 0 || tokens.slice(sign + 1, end).some(({ text }) => /^[:;—–()]$/.test(text))) return undefined;
  const items = splitAt(tokens, { from: sign + 1, to: asideAfterLast(tokens, sign, end) });
  const count = countBefore(tokens, sign);
  if (!items || items.length < 3 || (count === undefined && !announces(tokens, sign, items))) return undefined;
  const isExample = tokens.slice(0, sign).some(({ lower }) => /^(?:example|examples|like|e\.g\.)$/.test(lower));
  return {
    from: sign + 1,
    to: items.at(-1)?.to ?? end,
    items,
    isClosed: !isExample && (count === undefined || count === items.length),
  };
}

const announcingSigns = [":", "—", "–"];
const announcingVerbs = ["are", "were"];

/** ", nothing else": a comma after the last item ends the list. */
function asideAfterLast(tokens: readonly Token[], sign: number, end: number): number {
  const join = tokens.findIndex(({ lower }, index) => index > sign && index < end && /^(?:and|or)$/.test(lower));
  const comma = join < 0 ? -1 : tokens.findIndex(({ text }, index) => index > join && index < end && text === ",");
  return comma < 0 ? end : comma;
}

/** Where nobody counts: a colon after a noun, or names for what "the" says are all ("The founders were A, B and C"). */
function announces(tokens: readonly Token[], sign: number, items: readonly TokenRange[]): boolean {
  if (!isNominal(tokens[sign - 1]) || items.some((item) => hasFiniteVerb(tokens, item))) return false;
  if (tokens[sign]?.text === ":") return true;
  const areNames = items.every(({ from, to }) => tokens.slice(from, to).every(({ tag }) => tag === "PROPN"));
  return areNames && tokens[0]?.lower === "the" && /^(?:are|were)$/.test(tokens[sign]?.lower ?? "");
}

/** The items between commas and a last "and" or "or"; undefined where that is not all there is. */
function splitAt(tokens: readonly Token[], { from, to }: TokenRange): readonly TokenRange[] | undefined {
  const items: TokenRange[] = [];
  let start = from;
  for (let index = from; index <= to; index++) {
    const isJoin = index < to && /^(?:and|or)$/.test(tokens[index]?.lower ?? "");
    if (index < to && tokens[index]?.text !== "," && !isJoin) continue;
    if (index > start) items.push(withoutArticle(tokens, { from: start, to: index }));
    else if (!(isJoin && tokens[index - 1]?.text === ",")) return undefined;
    if (isJoin && tokens.slice(index + 1, to).some(({ text, lower }) => text === "," || /^(?:and|or)$/.test(lower)))
      return undefined;
    start = index + 1;
  }
  const joins = tokens.slice(from, to).filter(({ lower }) => /^(?:and|or)$/.test(lower)).length;
  const areItems = items.every((item) => item.to - item.from <= longestItem && contentCount(tokens, item) > 0);
  return joins === 1 && areItems ? items : undefined;
}

/** "(Werckmeister 1691, Kirnberger, Vallotti)": examples, with no "and". */
function bracketedList(tokens: readonly Token[]): List | undefined {
  const from = tokens.findIndex(({ text }) => text === "(") + 1;
  const to = from === 0 ? -1 : tokens.findIndex(({ text }, index) => index > from && text === ")");
  if (to < 0 || tokens.slice(from, to).filter(({ text }) => text === ",").length < 2) return undefined;
  return { from, to, items: [], isClosed: false };
}

/** Noun phrases in a row, wherever they stand in the sentence. */
function nounLists(tokens: readonly Token[], chunks: readonly Chunk[], end: number): readonly List[] {
  const lists: List[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const all = rowFrom(tokens, chunks, at, end);
    if (!all) continue;
    const row = all.length > 3 && countBefore(tokens, all[0]?.to ?? 0) === all.length - 1 ? all.slice(1) : all;
    const [first] = row as [TokenRange];
    const to = row.at(-1)?.to ?? end;
    lists.push({
      from: first.from,
      to,
      items: row.map((item) => withoutArticle(tokens, item)),
      isClosed: isComplete(tokens, first.from, row.length) && endsSentence(tokens, to, end),
    });
    while (at + 1 < chunks.length && (chunks[at + 1]?.from ?? 0) < to) at += 1;
  }
  return lists;
}

/** The phrases of a list that starts with this chunk. */
function rowFrom(tokens: readonly Token[], chunks: readonly Chunk[], at: number, end: number): readonly TokenRange[] | undefined {
  const items: TokenRange[] = [];
  let closes = false;
  for (let index = at; index < chunks.length; ) {
    const chunk = chunks[index] as Chunk;
    const item = { from: chunk.from, to: phraseEnd(tokens, chunks, index, end) };
    items.push(item);
    if (closes) return items.length >= 3 ? items : undefined;
    const comma = tokens[item.to]?.text === ",";
    const join = comma ? item.to + 1 : item.to;
    closes = /^(?:and|or)$/.test(tokens[join]?.lower ?? "");
    if (!comma && !closes) return undefined;
    const next = closes ? join + 1 : item.to + 1;
    index = chunks.findIndex(({ from }) => from === next);
    if (index < 0) return undefined;
  }
  return undefined;
}

/** "the conservation of energy" is one phrase. */
function phraseEnd(tokens: readonly Token[], chunks: readonly Chunk[], at: number, end: number): number {
  const { to } = chunks[at] as Chunk;
  const next = tokens[to]?.lower === "of" ? chunks.findIndex(({ from }) => from === to + 1) : -1;
  return next < 0 || to >= end ? to : (chunks[next]?.to ?? to);
}

/** "consists of A, B and C", "includes A, B and C"; "three layers, A, B and C". */
function isComplete(tokens: readonly Token[], from: number, items: number): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const verb = tokens[from - 2]?.lower ?? "";
  if (/^(?:comprises?|comprised|includes?|contains?|produces?|releases?|yields?)$/.test(before)) return true;
  if (before === "of" && /^(?:consists?|consisted|composed|up)$/.test(verb)) return true;
  if (
    before === "into" &&
    tokens
      .slice(Math.max(0, from - 6), from)
      .some(({ lower }) =>
        /^(?:divided?|divides|split|splits|falls?|categori[sz]ed|classified|grouped|sorted|separated)$/.test(lower),
      )
  )
    return true;
  return /^(?:,|namely)$/.test(before) && countBefore(tokens, from - 1) === items;
}

/** How many the words right before `to` say there are: "has four large moons". */
function countBefore(tokens: readonly Token[], to: number): number | undefined {
  for (let index = to - 1; index >= Math.max(0, to - 7); index--) {
    const count = countOf(tokens[index]?.lower ?? "");
    if (count !== undefined && count > 1) return count;
  }
  return undefined;
}

/** Nothing may follow that could belong to the last item alone. */
function endsSentence(tokens: readonly Token[], to: number, end: number): boolean {
  return to >= end || /^[,;.]$/.test(tokens[to]?.text ?? "");
}

function withoutArticle(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  return tokens[from]?.tag === "DET" && from + 1 < to ? { from: from + 1, to } : { from, to };
}

function hasFiniteVerb(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  for (let index = from; index < to; index++) if (isFiniteVerb(tokens, index)) return true;
  return false;
}
