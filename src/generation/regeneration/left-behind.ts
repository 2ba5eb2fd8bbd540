import { plainText } from "../../notes/cloze-text.ts";
import { type Deck, notesOf } from "../../notes/deck.ts";
import type { Note, NoteId } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { askedCards } from "./asked.ts";
import type { Carried } from "./carried.ts";
import type { MadeLine, MadeLines } from "./made-lines.ts";
import { bestPairs, leastLikeness } from "./pairs.ts";
import { sentenceOf } from "./sentence.ts";
import { type Lines, standingOf } from "./standing.ts";

/** A note that a person reworded, and what its source line says instead of what it was made from. */
export interface LeftBehind {
  readonly note: Note;
  /** What it shows, gaps filled in; a question with its answer. */
  readonly says: string;
  readonly item: SourceItem;
}

/**
 * Notes reworded by hand whose line was reworded in the source too. Their line is told by another note of it that went along,
 * else by the words that it shares with the note.
 */
export function leftBehind(
  deck: Deck,
  lines: Lines,
  made: MadeLines,
  carried: ReadonlyMap<NoteId, Carried>,
): readonly LeftBehind[] {
  const { inSource } = lines;
  const left = notesOf(deck).flatMap((note) => {
    const [sentence, line] = [sentenceOf(note), note.provenance.line];
    const isLeft = sentence !== undefined && line !== undefined && !inSource.has(line) && standingOf(note, lines) === "byHand";
    return isLeft ? [{ note, sentence, line }] : [];
  });
  if (left.length === 0) return [];
  const became = new Map<string, MadeLine | undefined>();
  for (const { id, provenance } of notesOf(deck)) {
    const now = carried.get(id)?.note.provenance.line;
    if (provenance.line !== undefined && now !== undefined) became.set(provenance.line, made.get(now));
  }
  const open = [...made.values()].filter(({ fingerprint }) => !lines.judged.has(fingerprint));
  const pairs = bestPairs(
    left.map(({ sentence }) => sentence),
    open.map(({ item }) => item.text),
    () => leastLikeness,
  );
  const likest = new Map(pairs.map(({ before, after }) => [before, open[after]]));
  return left.flatMap(({ note, line }, index) => {
    const now = became.get(line) ?? likest.get(index);
    const says = shownBy(note);
    return now && now.item.text !== says ? [{ note, says, item: now.item }] : [];
  });
}

function shownBy(note: Note): string {
  return note.kind === "question" ? (askedCards(note)[0]?.text ?? "") : plainText(note.text);
}
