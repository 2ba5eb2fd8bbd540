import type { AnkiHeaders } from "./anki-headers.ts";
import type { CsvRecord } from "./csv-records.ts";
import type { ImportedNote } from "./imported.ts";

/** Whether a file is Anki's "Cards in Plain Text": a rendered question and answer in each record, and nothing said about them. */
export function holdsCards({ delimiter, isHtml, ...others }: AnkiHeaders, records: readonly CsvRecord[]): boolean {
  const saysMore = others.columns ?? others.noteType ?? others.deck ?? others.tags[0] ?? Object.keys(others.columnOf)[0];
  return delimiter === "\t" && isHtml === true && saysMore === undefined && records.every(({ cells }) => cells.length === 2);
}

/**
 * The notes behind rendered cards, as far as they tell: cards of one cloze note show the same answer, with every deletion and its number
 * marked; a card whose neighbour asks it the other way round is a reversed one.
 */
export function notesOfCards(records: readonly CsvRecord[]): ImportedNote[] {
  const notes: ImportedNote[] = [];
  let clozes: ClozeCards | undefined;
  const finish = () => {
    if (clozes) notes.push(noteOf(clozes));
    clozes = undefined;
  };
  for (const { cells, line } of records) {
    const [question = "", answer = ""] = cells;
    const last = notes.at(-1);
    if (hasCloze(answer)) {
      const text = withDeletions(answerAlone(question, answer));
      if (clozes?.text !== text) finish();
      clozes ??= { text, extra: answer.slice(answerAlone(question, answer).length), hints: new Map(), line };
      for (const [ordinal, hints] of hintsIn(question)) clozes.hints.set(ordinal, hints);
      continue;
    }
    const isReverse = !clozes && last?.shape === "basic" && last.front === answer && last.back === question;
    finish();
    if (isReverse) notes[notes.length - 1] = { ...last, shape: "reversed" };
    else notes.push({ place: line, shape: "basic", front: question, back: answer, tags: [] });
  }
  finish();
  return notes;
}

interface ClozeCards {
  /** With its deletions, without hints. */
  readonly text: string;
  readonly extra: string;
  /** By number, in the order of the deletions. */
  readonly hints: Map<number, readonly string[]>;
  readonly line: number;
}

/** Anki's standard template: text, a break, Back Extra. */
const lineEnd = "<br>\n";

const clozeSpan = /<span class="cloze(?:-inactive)?"(?: data-cloze="[^"]*")? data-ordinal="([\d,]+)">/g;

function hasCloze(html: string): boolean {
  return html.search(clozeSpan) >= 0;
}

/** The answer up to what stands behind the text: the question tells how many breaks the text has itself. */
function answerAlone(question: string, answer: string): string {
  let end = -1;
  for (let breaks = question.split(lineEnd).length; breaks > 0; breaks -= 1) {
    end = answer.indexOf(lineEnd, end + 1);
    if (end < 0) return answer;
  }
  return answer.slice(0, end);
}

/** Marked spans become deletions again; what Anki would read as an end or a hint in them is split. */
function withDeletions(html: string): string {
  const tags = /<span\b[^<>]*>|<\/span>/g;
  const open: boolean[] = [];
  let result = "";
  let from = 0;
  const add = (text: string) => {
    result += open.includes(true) ? text.replace(/\}(?=\})|:(?=:)/g, "$&<!-- -->") : text;
  };
  for (const found of html.matchAll(tags)) {
    add(html.slice(from, found.index));
    from = found.index + found[0].length;
    const cloze = [...found[0].matchAll(clozeSpan)][0];
    if (found[0] === "</span>") result += open.pop() ? "}}" : found[0];
    else {
      result += cloze ? `{{c${cloze[1]}::` : found[0];
      open.push(cloze !== undefined);
    }
  }
  add(html.slice(from));
  return result;
}

/** What a question shows instead of its own deletions; none where that is the usual dots. */
function hintsIn(question: string): ReadonlyMap<number, readonly string[]> {
  const hints = new Map<number, string[]>();
  for (const [, ordinal, shown = ""] of question.matchAll(/ data-cloze="[^"]*" data-ordinal="(\d+)">\[([^<[]*)\]<\/span>/g)) {
    const number = Number(ordinal);
    hints.set(number, [...(hints.get(number) ?? []), shown === "..." ? "" : shown]);
  }
  return hints;
}

function noteOf({ text, extra, hints, line }: ClozeCards): ImportedNote {
  const seen = new Map<number, number>();
  const front = text.replace(/\{\{c(\d+)::([^{}]*)\}\}/g, (whole, ordinal: string, words: string) => {
    const number = Number(ordinal);
    const at = seen.get(number) ?? 0;
    seen.set(number, at + 1);
    const hint = hints.get(number)?.[at];
    return hint ? `{{c${ordinal}::${words}::${hint}}}` : whole;
  });
  return { place: line, shape: "cloze", front, back: extra.slice(lineEnd.length), tags: [] };
}
