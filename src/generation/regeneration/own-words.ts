import { plainText } from "../../notes/cloze-text.ts";
import type { Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { wordsOf } from "../../text/words.ts";
import { wordFacts } from "../language/token.ts";
import { shortFormsOf } from "../presentation.ts";
import { askedCards } from "./asked.ts";
import { type Carried, movedTo } from "./carried.ts";
import { occurrencesOf } from "./rewording.ts";
import { withoutOpener } from "./telling-words.ts";

/**
 * Whether a person worded a note that has its sentence below it: a gap text that is no part of that sentence, also with its short
 * forms, or an answer that does not stand in it. A question's own wording tells nothing, as it is never the sentence's.
 */
export function isInOwnWords(note: Note): boolean {
  const { source } = note;
  if (source === undefined) return false;
  if (note.kind === "question") return occurrencesOf(withoutOpener(note.answer), source).length === 0;
  const shown = plainText(note.text);
  return [source, ...shortFormsOf(source)].every((given) => occurrencesOf(shown, given).length === 0);
}

/** The note as it is, with its new sentence below it where that lacks none of the words that the old one had of the answers. */
export function carryOwnWords(note: Note, item: SourceItem): Carried | undefined {
  const answers = askedCards(note).flatMap((card) => card.answers);
  if (!answers.every((answer) => holdsAsMuch(answer, note.source ?? "", item.text))) return undefined;
  return { note: { ...movedTo(note, item), source: item.text }, answers: [], unmarked: [] };
}

function holdsAsMuch(answer: string, before: string, after: string): boolean {
  const [old, now] = [stemsOf(before), stemsOf(after)];
  return [...stemsOf(answer)].every((stem) => !old.has(stem) || now.has(stem));
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => (wordFacts(word).isContent ? [wordFacts(word).stem] : [])));
}
