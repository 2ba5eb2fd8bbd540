import type { Section } from "../notes/note.ts";
import { allNames } from "../notes/section-names.ts";
import { sentencesOf } from "../text/sentences.ts";
import { troublesOfQuestions } from "./asides.ts";
import { oneLine, visibleText } from "./inline.ts";
import { type Placed, withoutPlace } from "./place.ts";
import { isPlaceholder } from "./placeholder.ts";
import { signedQuotation } from "./quotation.ts";
import { withoutRemarks } from "./remarks.ts";
import { withoutSelfNotes } from "./self-notes.ts";
import type { SourceItem } from "./source.ts";

/** What is wrong with a document, before its file's name is known. */
export interface Trouble {
  readonly line?: number;
  readonly message: string;
  readonly remedy: string;
}

/** A longer item is no sentence a card could be made of. */
const longestItem = 2_000;

/** Collects items and what was wrong on the way. One for each document. */
export interface Gatherer {
  /** The visible text of a bullet or quote; undefined when it is too long or empty. */
  readonly whole: (markdown: string, line: number) => string | undefined;
  /** Its visible sentences. */
  readonly sentences: (markdown: string, line: number) => string[];
  /** Keeps the item, unless it only says that there is nothing: a quote "N/A" that somebody signed. */
  readonly add: (item: SourceItem) => void;
  readonly trouble: (trouble: Trouble) => void;
  /** Counts a question that stands with its answer among notes. */
  readonly asked: (line: number) => void;
  readonly items: readonly SourceItem[];
  readonly troubles: () => Trouble[];
}

export function gatherer(): Gatherer {
  const items: SourceItem[] = [];
  const troubles: Trouble[] = [];
  const tooLong: number[] = [];
  const questions: number[] = [];
  const fits = (text: string, line: number) => {
    if (text.length <= longestItem) return true;
    if (tooLong.at(-1) !== line) tooLong.push(line);
    return false;
  };
  return {
    items,
    whole: (markdown, line) => {
      if (!fits(markdown, line)) return undefined;
      const text = visibleText(markdown);
      return text === "" ? undefined : text;
    },
    sentences: (markdown, line) => sentencesOf(visibleText(markdown)).filter((sentence) => fits(sentence, line)),
    add: (given) => {
      const item = withItsSpeaker(given);
      const text = oneLine(item.text);
      const placed = placedText(item, text);
      if (!isPlaceholder(placed.text, allNames())) items.push({ ...item, ...placed });
    },
    trouble: (trouble) => troubles.push(trouble),
    asked: (line) => questions.push(line),
    troubles: () => [...troubles, ...longLines(tooLong), ...troublesOfQuestions(questions)],
  };
}

/** Who is quoted says nothing to the reader. */
function placedText({ section, at }: SourceItem, text: string): Placed {
  const own = section === "quotes" ? { text } : withoutSelfNotes(isAdvice(section) ? text : withoutRemarks(text));
  if (at !== undefined) return { text: own.text };
  return own.at === undefined ? withoutPlace(own.text) : own;
}

/** Among advice the same words are meant for everybody: "Compare the chapters." */
function isAdvice(section: Section): boolean {
  return section === "habits" || section === "recommendations";
}

/** A line that is a signed quotation as a whole is a quote, whatever its heading. */
function withItsSpeaker(item: SourceItem): SourceItem {
  if (item.section === "quotes" || item.section === "references" || item.section === "summary") return item;
  const quotation = signedQuotation(item.text);
  return quotation === undefined ? item : { ...item, ...quotation, section: "quotes" };
}

function longLines(lines: readonly number[]): Trouble[] {
  const [first] = lines;
  if (first === undefined) return [];
  const others = lines.length === 1 ? "" : ` So are ${lines.length - 1} more, from line ${lines[1]} on.`;
  return [
    {
      line: first,
      message: `Longer than ${longestItem.toLocaleString("en-GB")} characters, so it was skipped.${others}`,
      remedy: "Break it into sentences or bullets.",
    },
  ];
}
