import { type DeckName, deckFileOf } from "../notes/deck.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { isFingerprint } from "../text/fingerprint.ts";
import { goneDecks, heirOf } from "./ledger.ts";
import { type DeckStore, NotSaved } from "./ports.ts";
import type { StudyHome } from "./study-home.ts";
import { droppedFileOf } from "./two-versions.ts";

/** What is wrong with what is kept beside decks: the notes dropped from them, the lines read for them. */
export interface CheckedLedgers {
  readonly problems: readonly Problem[];
  /** False: what was dropped cannot be told. */
  readonly isReadable: boolean;
}

export function checkLedgers(store: DeckStore, { decks }: Pick<StudyHome, "decks">): CheckedLedgers {
  const unreadable: Problem[] = [];
  const names = readable("storage", unreadable, () => store.ledgers()) ?? [];
  const inside = names.flatMap((name) => [
    ...(readable(droppedFileOf(name), unreadable, () => droppedProblems(store, name)) ?? []),
    ...(readable(readFileOf(name), unreadable, () => strangeLines(store, name)) ?? []),
  ]);
  const isReadable = unreadable.length === 0;
  return { problems: [...unreadable, ...inside, ...(isReadable ? withoutDeck(store, decks) : [])], isReadable };
}

/** Undefined where the disk refuses; then there is one problem more. */
function readable<T>(file: string, unreadable: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    const message = `${error.message.replace(/\.$/, "")}, so nothing is dropped or generated past it.`;
    unreadable.push({ file, message, remedy: error.remedy });
    return undefined;
  }
}

/** A dropped note that cannot be read as one does not keep its line from being asked again. */
function droppedProblems(store: DeckStore, name: DeckName): readonly Problem[] {
  return readDeck(name, droppedFileOf(name), store.dropped(name)).problems;
}

function strangeLines(store: DeckStore, name: DeckName): readonly Problem[] {
  const [line] = [...(store.fingerprints(name) ?? [])].filter((each) => !isFingerprint(each));
  if (line === undefined) return [];
  const shown = line.length > 40 ? `${line.slice(0, 40)}…` : line;
  return [{ file: readFileOf(name), message: `"${shown}" is no line that recto writes there.`, remedy: "Delete it." }];
}

function withoutDeck(store: DeckStore, decks: StudyHome["decks"]): readonly Problem[] {
  return goneDecks(store).map((gone) => {
    const heir = heirOf(store, decks, gone);
    return {
      file: store.dropped(gone) === "" ? readFileOf(gone) : droppedFileOf(gone),
      message: "Is kept for a deck that is no longer there.",
      remedy:
        heir === undefined
          ? "If the deck was renamed, rename this file like it; else delete it when you need it no more."
          : `Generate ${deckFileOf(heir)} again: it has this deck's notes and takes the file over.`,
    };
  });
}

function readFileOf(name: DeckName): string {
  return deckFileOf(name)
    .replace(/^decks/, "storage/read")
    .replace(/md$/, "txt");
}
