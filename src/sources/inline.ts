/**
 * What a reader sees of a line of Markdown: without emphasis, code marks, links, images, tags, footnote and block
 * references. [Brackets] that are no link stay: editors put them into quotes. Blanks are collapsed. Linear in its length.
 */
export function visibleText(markdown: string): string {
  const text = /[\\`<[\]&^]/.test(markdown) ? withoutLinksAndTags(markdown) : markdown;
  const plain = /[*_~=]/.test(text) ? withoutEmphasis(text) : text;
  return oneLine(plain.replaceAll(keptLiteral, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xe000)));
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** Escaped marks and code wait as private-use characters until emphasis is done. */
const keptLiteral = /[\ue021-\ue07e]/g;

function kept(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xe000));
}

/** The next place of a needle for growing positions, each stretch of the text searched once. */
function finder(text: string, needle: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found === -1 || found >= from) return found;
    found = text.indexOf(needle, from);
    return found;
  };
}

type Find = (from: number) => number;

interface Finders {
  readonly tick: Find;
  readonly bracket: Find;
  readonly doubleBracket: Find;
  readonly parenthesis: Find;
  readonly angle: Find;
  readonly comment: Find;
}

/** What stands for the mark-up that begins at a position, and where the text goes on. */
interface Replaced {
  readonly text: string;
  readonly next: number;
}

function withoutLinksAndTags(source: string): string {
  const find: Finders = {
    tick: finder(source, "`"),
    bracket: finder(source, "]"),
    doubleBracket: finder(source, "]]"),
    parenthesis: finder(source, ")"),
    angle: finder(source, ">"),
    comment: finder(source, "-->"),
  };
  const parts: string[] = [];
  const closeLinks = new Map<number, number>();
  let from = 0;
  let index = 0;
  while (index < source.length) {
    const replaced = closeLinks.has(index)
      ? { text: "", next: closeLinks.get(index) ?? index + 1 }
      : replacementAt(source, index, find, closeLinks);
    if (replaced === undefined) {
      index += 1;
      continue;
    }
    parts.push(source.slice(from, index), replaced.text);
    index = replaced.next;
    from = index;
  }
  parts.push(source.slice(from));
  return parts.join("");
}

function replacementAt(source: string, index: number, find: Finders, closeLinks: Map<number, number>): Replaced | undefined {
  switch (source.charAt(index)) {
    case "\\":
      return /[!-/:-@[-`{-~]/.test(source.charAt(index + 1))
        ? { text: kept(source.charAt(index + 1)), next: index + 2 }
        : undefined;
    case "`":
      return code(source, index, find);
    case "!":
      return source.charAt(index + 1) === "[" ? image(source, index, find) : undefined;
    case "[":
      return link(source, index, find, closeLinks);
    case "<":
      return tag(source, index, find);
    case "&":
      return entity(source, index);
    case "^":
      return blockReference(source, index);
    // Any other character stands for itself: this is text, not a closed union.
    default:
      return undefined;
  }
}

function code(source: string, index: number, find: Finders): Replaced | undefined {
  // A run of marks is looked at once, from its first.
  if (source.charAt(index - 1) === "`") return undefined;
  let run = index;
  while (source.charAt(run) === "`") run += 1;
  const close = find.tick(run);
  if (close === -1) return undefined;
  let next = close;
  while (source.charAt(next) === "`") next += 1;
  return { text: kept(source.slice(run, close)), next };
}

function image(source: string, index: number, find: Finders): Replaced | undefined {
  if (source.startsWith("![[", index)) {
    const end = find.doubleBracket(index);
    return end === -1 ? undefined : { text: "", next: end + 2 };
  }
  const close = find.bracket(index);
  if (close === -1 || source.charAt(close + 1) !== "(") return undefined;
  const end = find.parenthesis(close);
  return end === -1 ? undefined : { text: "", next: end + 1 };
}

function link(source: string, index: number, find: Finders, closeLinks: Map<number, number>): Replaced | undefined {
  if (source.startsWith("[[", index)) {
    const end = find.doubleBracket(index);
    if (end === -1) return undefined;
    const inner = source.slice(index + 2, end);
    return { text: inner.slice(inner.lastIndexOf("|") + 1), next: end + 2 };
  }
  const close = find.bracket(index);
  if (close === -1) return undefined;
  if (source.charAt(index + 1) === "^") return { text: "", next: close + 1 };
  const after = source.charAt(close + 1);
  if (after !== "(" && after !== "[") return undefined;
  const end = after === "(" ? endOfTarget(source, close, find) : source.indexOf("]", close + 2);
  if (end === -1 || (after === "[" && end - close > 60)) return undefined;
  closeLinks.set(close, end + 1);
  return { text: "", next: index + 1 };
}

/** Targets may hold one pair of brackets: `(https://…/Memory_(encoding))`. */
function endOfTarget(source: string, close: number, find: Finders): number {
  const end = find.parenthesis(close);
  if (end === -1) return -1;
  const opened = source.slice(close + 2, end).includes("(");
  return opened && source.charAt(end + 1) === ")" ? end + 1 : end;
}

const tags = new Set(
  "a abbr b bdi br center cite code del details div dfn em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small span strike strong sub summary sup u ul".split(
    " ",
  ),
);

function tag(source: string, index: number, find: Finders): Replaced | undefined {
  if (source.startsWith("<!--", index)) {
    const end = find.comment(index);
    return end === -1 ? undefined : { text: "", next: end + 3 };
  }
  const name = /^<\/?([a-z][a-z0-9]{0,9})[\s/>]/i.exec(source.slice(index, index + 14))?.[1]?.toLowerCase();
  const end = find.angle(index);
  if (end === -1) return undefined;
  if (name !== undefined && tags.has(name)) return { text: name === "br" ? " " : "", next: end + 1 };
  const isAutolink = /^<(?:https?|mailto):/i.test(source.slice(index, index + 9));
  return isAutolink ? { text: kept(source.slice(index + 1, end)), next: end + 1 } : undefined;
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&apos;": "'",
  "&nbsp;": " ",
  "&mdash;": "—",
  "&ndash;": "–",
  "&hellip;": "…",
};

function entity(source: string, index: number): Replaced | undefined {
  const semicolon = source.slice(index, index + 9).indexOf(";");
  const name = semicolon === -1 ? "" : source.slice(index, index + semicolon + 1);
  return Object.hasOwn(entities, name) ? { text: kept(entities[name] ?? ""), next: index + name.length } : undefined;
}

/** Obsidian's `^ref-1a2b` at the end of a line. */
function blockReference(source: string, index: number): Replaced | undefined {
  if (index > 0 && source.charAt(index - 1) !== " ") return undefined;
  return /^\^[A-Za-z0-9-]{2,40}$/.test(source.slice(index, index + 42).trimEnd()) ? { text: "", next: source.length } : undefined;
}

/** A run of emphasis marks, and what may stand on its sides. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Drops pairs of equal runs; what finds no partner is text, as the star in "5 * 3". */
function withoutEmphasis(text: string): string {
  const open = new Map<string, Run[]>();
  const drops: Run[] = [];
  for (const run of runsOf(text)) {
    const mark = text.slice(run.start, run.end);
    const waiting = open.get(mark) ?? [];
    const partner = run.closes ? waiting.pop() : undefined;
    if (partner !== undefined) drops.push(partner, run);
    else if (run.opens) waiting.push(run);
    open.set(mark, waiting);
  }
  drops.sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let from = 0;
  for (const drop of drops) {
    parts.push(text.slice(from, drop.start));
    from = drop.end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}

function* runsOf(text: string): Generator<Run> {
  for (let start = 0; start < text.length; start += 1) {
    const mark = text.charAt(start);
    if (mark !== "*" && mark !== "_" && mark !== "~" && mark !== "=") continue;
    let end = start + 1;
    while (text.charAt(end) === mark) end += 1;
    const length = end - start;
    if (mark === "*" || mark === "_" ? length <= 3 : length === 2) yield runAt(text, start, end, mark);
    start = end - 1;
  }
}

function runAt(text: string, start: number, end: number, mark: string): Run {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const blankBefore = start === 0 || /\s/.test(before);
  const blankAfter = after === "" || /\s/.test(after);
  const insideWord = isWord(before) && isWord(after);
  const isText = insideWord && (mark === "_" || (/\d/.test(before) && /\d/.test(after)));
  return { start, end, opens: !blankAfter && !isText, closes: !blankBefore && !isText };
}

function isWord(character: string): boolean {
  return character !== "" && /[\p{L}\p{N}]/u.test(character);
}
