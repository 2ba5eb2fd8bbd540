/**
 * Sentences of one line of running text, trimmed, in order; together they are the text again but for the blanks between.
 * Knows abbreviations, initials, decimals, quotations, brackets and ellipses. Linear in the length of the text.
 */
export function sentencesOf(text: string): string[] {
  if (!mayEndInside.test(text)) return text.trim() === "" ? [] : [text.trim()];
  const sentences: string[] = [];
  const guard = guardOf(text);
  let start = 0;
  for (let index = nextMark(text, 0); index >= 0; index = nextMark(text, index + 1)) {
    const end = endOfSentence(text, index, guard(index));
    if (end === undefined) continue;
    const sentence = text.slice(start, end).trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
    index = end - 1;
  }
  const rest = text.slice(start).trim();
  if (rest !== "") sentences.push(rest);
  return sentences;
}

/** Where the next mark stands that may open an aside or end a sentence; -1 where none does. */
function nextMark(text: string, from: number): number {
  mark.lastIndex = from;
  return mark.test(text) ? mark.lastIndex - 1 : -1;
}

const mark = /[.!?…。！？([“„«"]/g;

/** A mark that something follows; most lines of notes are one sentence and hold none. */
const mayEndInside = /[。！？]|[.!?…]["'”’“»)\]」』]*\s/u;

/** Whether a line ends a sentence: by its last mark, unless that belongs to an abbreviation before the next line's start. */
export function endsSentence(line: string, next: string): boolean {
  let end = line.length;
  while (end > 0 && (closers.has(line.charAt(end - 1)) || /[*_=~`]/.test(line.charAt(end - 1)))) end -= 1;
  const mark = line.charAt(end - 1);
  if (wideEnders.has(mark)) return true;
  if (!enders.has(mark)) return false;
  return mark !== "." || end < line.length || !isAbbreviation(line, end - 1, startOfNext(next, 0) ?? "");
}

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "“": "”", "„": "“", "«": "»", '"': '"' };

/** A quotation or bracket longer than this is taken as never closed. */
const longestAside = 400;

/** For growing positions: up to where a bracket or quotation that opened before reaches; no sentence ends inside. */
function guardOf(text: string): (index: number) => number {
  const found = new Map<string, number>();
  let guardedTo = -1;
  return (index) => {
    const character = text.charAt(index);
    const closer = index > guardedTo || character !== '"' ? closing[character] : undefined;
    if (closer === undefined || !opens(text, index)) return guardedTo;
    let close = found.get(closer) ?? -1;
    if (close <= index && close !== Number.POSITIVE_INFINITY) {
      const at = text.indexOf(closer, index + 1);
      close = at === -1 ? Number.POSITIVE_INFINITY : at;
      found.set(closer, close);
    }
    if (close - index <= longestAside) guardedTo = Math.max(guardedTo, close);
    return guardedTo;
  };
}

function opens(text: string, index: number): boolean {
  return index === 0 || /[\s([—–-]/.test(text.charAt(index - 1));
}

const enders = new Set([".", "!", "?", "…"]);
const wideEnders = new Set(["。", "！", "？"]);
const closers = new Set(['"', "'", "”", "’", "“", "»", ")", "]", "」", "』"]);

/** Where the sentence ends that has its last mark at `index`, after closing quotes; undefined when none ends there. */
function endOfSentence(text: string, index: number, guardedTo: number): number | undefined {
  const mark = text.charAt(index);
  const isWide = wideEnders.has(mark);
  if (!isWide && !enders.has(mark)) return undefined;
  // A run of marks is looked at once, from its first.
  const before = text.charAt(index - 1);
  if (enders.has(before) || wideEnders.has(before)) return undefined;
  let end = index + 1;
  while (enders.has(text.charAt(end)) || wideEnders.has(text.charAt(end))) end += 1;
  while (closers.has(text.charAt(end))) end += 1;
  if (guardedTo >= end || end >= text.length) return undefined;
  if (isWide) return end;
  if (!/\s/.test(text.charAt(end))) return undefined;
  const next = startOfNext(text, end);
  if (next === undefined) return undefined;
  return mark === "." && end === index + 1 && isAbbreviation(text, index, next) ? undefined : end;
}

/** The first word after a possible end, when it can begin a sentence: no lower-case letter first. */
function startOfNext(text: string, end: number): string | undefined {
  const ahead = text.slice(end, end + 40).trimStart();
  const word = /[\p{L}\p{N}][\p{L}\p{N}.]*/u.exec(ahead);
  if (word === null || word.index > 3) return undefined;
  return /^\p{Ll}/u.test(word[0]) ? undefined : word[0];
}

/** Never the last word of a sentence, whatever follows. */
const neverLast = new Set(
  (
    "e.g i.e cf v vs viz dr mr mrs ms prof st mt fig figs eq eqs vol pp ed eds al approx ca est gen col capt sgt rev hon gov sen rep u.s u.k " +
    "z.b bzw d.h u.a vgl ggf sog hr fr nr bd mme mlle sr sra dña p.ej"
  ).split(" "),
);

/** An abbreviation only when a number follows. */
const beforeNumbers = new Set(
  "no nos p art ch sec para jan feb mar apr jun jul aug sept sep oct nov dec c s n min max ver".split(" "),
);

/** Words that begin sentences and are no surnames. */
const starters = new Set(
  "The A An It This That These Those In On They He She We But And For When If As At Its His Her Their So Then There Here Not".split(
    " ",
  ),
);

/** Whether the dot at `index` belongs to an abbreviation, an initial or, before a month, a German ordinal. */
function isAbbreviation(text: string, index: number, next: string): boolean {
  const before = text.slice(Math.max(0, index - 40), index);
  const word = before.slice(Math.max(...[" ", "(", "“", "/"].map((sign) => before.lastIndexOf(sign))) + 1);
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}]/u, "");
  if (neverLast.has(bare)) return true;
  if (/^\p{N}/u.test(next) && beforeNumbers.has(bare)) return true;
  if (/^\d{1,2}$/.test(bare) && germanMonths.has(next)) return true;
  return /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && isInitial(before.slice(0, -word.length).trimEnd(), next);
}

const germanMonths = new Set("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "));

/** "vitamin C. The" ends a sentence, "by E. Tulving" and "Henry M. The" are read as names only before a surname. */
function isInitial(before: string, next: string): boolean {
  return !starters.has(next) || before === "";
}
