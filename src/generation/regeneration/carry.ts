import type { Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import type { AskedCard } from "./asked.ts";
import type { Carried } from "./carried.ts";
import { carryGaps, carryShortened } from "./carry-gaps.ts";
import { carryQuestion } from "./carry-question.ts";
import { carryOwnWords, isInOwnWords } from "./own-words.ts";

/**
 * Brings a note to the line that its sentence became: what is asked for stands there still, or has a successor there. Ordinals
 * and a question's wording stay, and all that a person worded. Undefined when no card can go on.
 *
 * @param offered what the generator would ask of the new line
 */
export function carry(note: Note, item: SourceItem, offered: readonly AskedCard[]): Carried | undefined {
  if (isInOwnWords(note)) return carryOwnWords(note, item);
  switch (note.kind) {
    case "question":
      return carryQuestion(note, item, offered);
    case "cloze":
      return (
        (note.source === undefined ? undefined : carryShortened(note, item, offered)) ?? carryGaps(note, item, item.text, offered)
      );
    case "quote":
      // A line that is no quotation now would show who said it.
      if (note.speaker !== undefined && item.speaker === undefined && item.text.includes(note.speaker)) return undefined;
      return carryGaps(note, item, item.text, offered);
  }
}
