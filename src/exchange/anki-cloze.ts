/** What Anki makes of a field: text, and cloze deletions that can hold others. */
export type AnkiClozeNode = string | AnkiCloze;

export interface AnkiCloze {
  /** Sorted, each once, 0-65535. Number 0 makes no card, 500 and more all make card 500. */
  readonly ordinals: readonly number[];
  readonly children: readonly AnkiClozeNode[];
  readonly hint?: string;
}

/**
 * Reads a field as Anki does (rslib/src/cloze.rs): `{{c1::`, `}}` and text, without any knowledge of HTML or math. A
 * deletion that is never closed is dropped with all it holds.
 */
export function readAnkiClozes(field: string): AnkiClozeNode[] {
  const root: Level = { ordinals: [], children: [] };
  const levels: Level[] = [root];
  for (const token of tokensOf(field)) {
    const innermost = levels.at(-1) ?? root;
    if (typeof token !== "string") {
      if (levels.length <= deepest) levels.push({ ordinals: token, children: [] });
    } else if (token === closer && levels.length > 1) {
      levels.pop();
      levels.at(-1)?.children.push(innermost);
    } else if (levels.length > 1) addWithHint(innermost, token);
    else innermost.children.push(token);
  }
  return root.children;
}

/** The numbers of the cards that a field makes, in ascending order: 1-500. */
export function ankiCardNumbers(field: string): number[] {
  const numbers = new Set<number>();
  const collect = (nodes: readonly AnkiClozeNode[]) => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      for (const ordinal of node.ordinals) if (ordinal > 0) numbers.add(Math.min(ordinal, highestCard));
      collect(node.children);
    }
  };
  collect(readAnkiClozes(field));
  return [...numbers].sort((a, b) => a - b);
}

interface Level {
  readonly ordinals: readonly number[];
  readonly children: AnkiClozeNode[];
  hint?: string;
}

const deepest = 10;
/** Ordinal 499, counted from 0. */
const highestCard = 500;
const closer = "}}";

/** The first `::` of each run of text starts a hint; of several hints the last stands. */
function addWithHint(level: Level, text: string): void {
  const split = text.indexOf("::");
  const answer = split < 0 ? text : text.slice(0, split);
  if (answer !== "") level.children.push(answer);
  if (split >= 0) level.hint = text.slice(split + 2);
}

/** Openers as their numbers, closers as `}}`, text between them. */
function* tokensOf(field: string): Generator<string | number[]> {
  let textFrom = 0;
  let nextOpener = openerFrom(field, 0);
  let nextCloser = field.indexOf(closer);
  while (nextOpener || nextCloser >= 0) {
    const isOpener = nextOpener !== undefined && (nextCloser < 0 || nextOpener.at < nextCloser);
    const at = isOpener && nextOpener ? nextOpener.at : nextCloser;
    if (at > textFrom) yield field.slice(textFrom, at);
    if (isOpener && nextOpener) {
      yield nextOpener.ordinals;
      textFrom = nextOpener.end;
      nextOpener = openerFrom(field, textFrom);
    } else {
      yield closer;
      textFrom = at + closer.length;
      nextCloser = field.indexOf(closer, textFrom);
    }
  }
  if (textFrom < field.length) yield field.slice(textFrom);
}

interface Opener {
  readonly at: number;
  readonly end: number;
  readonly ordinals: number[];
}

function openerFrom(field: string, from: number): Opener | undefined {
  for (let at = field.indexOf("{{c", from); at >= 0; at = field.indexOf("{{c", at + 1)) {
    let end = at + 3;
    while (isListCharacter(field.charCodeAt(end))) end += 1;
    if (!field.startsWith("::", end)) continue;
    const ordinals = ordinalsOf(field.slice(at + 3, end));
    if (ordinals.length > 0) return { at, end: end + 2, ordinals };
  }
  return undefined;
}

function isListCharacter(code: number): boolean {
  return code === 0x2c || (code >= 0x30 && code <= 0x39);
}

function ordinalsOf(list: string): number[] {
  const numbers = list
    .split(",")
    .filter((part) => part !== "")
    .map(Number)
    .filter((number) => number <= 65_535);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
