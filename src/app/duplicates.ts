import { deletionsOf, plainText } from "../notes/cloze-text.ts";
import type { Deck } from "../notes/deck.ts";
import type { Draft, NoteId } from "../notes/note.ts";
import { normaliseLine } from "../text/fingerprint.ts";
import { dice } from "../text/similarity.ts";
import { stemOf, wordsOf } from "../text/words.ts";
import { droppedDecks } from "./dropped-notes.ts";
import type { DeckStore } from "./ports.ts";
import type { TypedFact } from "./typed-notes.ts";

/** A note of the home, in its deck or dropped. */
export interface StandingNote {
  readonly note: Draft & { readonly id?: NoteId };
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly isDropped: boolean;
}

/**
 * How a note is there already: `same` says the same, `sameQuestion` asks the same with another answer, `alike` says it in nearly
 * the same words.
 */
export type Likeness = "same" | "sameQuestion" | "alike";

export interface Duplicate {
  readonly likeness: Likeness;
  readonly of: StandingNote;
}

/** Every note of the home, dropped ones last. */
export function standingNotes(decks: readonly Deck[], store: Pick<DeckStore, "dropped" | "ledgers">): readonly StandingNote[] {
  return [
    ...decks.flatMap((deck) => placesIn(deck, false)),
    ...droppedDecks(decks, store).flatMap((deck) => placesIn(deck, true)),
  ];
}

function placesIn(deck: Deck, isDropped: boolean): readonly StandingNote[] {
  return deck.pieces.flatMap((piece) =>
    piece.type === "note" ? [{ note: piece.note, file: deck.file, line: piece.line, isDropped }] : [],
  );
}

/** Finds the notes that something new repeats; the closest first, notes in decks before dropped ones. */
export class Duplicates {
  readonly #standing: (readonly [StandingNote, Saying])[];

  constructor(standing: readonly StandingNote[]) {
    this.#standing = standing.map((each) => [each, sayingOf(each.note)]);
  }

  /** Notes added by the same command are repeated too. */
  remember(standing: StandingNote): void {
    this.#standing.push([standing, sayingOf(standing.note)]);
  }

  ofNote(draft: Draft): readonly Duplicate[] {
    return this.#like(sayingOf(draft));
  }

  /** Of a sentence that nothing is asked about yet. */
  ofFact({ text }: TypedFact): readonly Duplicate[] {
    return this.#like(new Saying([text], []));
  }

  #like(saying: Saying): readonly Duplicate[] {
    const found = this.#standing.flatMap(([of, other]): readonly Duplicate[] => {
      const likeness = likenessOf(saying, other);
      return likeness === undefined ? [] : [{ likeness, of }];
    });
    return order.flatMap((likeness) => found.filter((each) => each.likeness === likeness));
  }
}

const order: readonly Likeness[] = ["same", "sameQuestion", "alike"];

/** What a note says, whatever it hides. */
class Saying {
  /** The sentence; of a question what it asks and answers, and its source sentence. */
  readonly texts: readonly string[];
  /** What its cards answer, normalised. */
  readonly answers: readonly string[];
  /** Of a question, normalised. */
  readonly question: string | undefined;
  readonly normal: readonly string[];
  #stems: readonly ReadonlySet<string>[] | undefined;

  constructor(texts: readonly string[], answers: readonly string[], question?: string) {
    this.texts = texts;
    this.answers = answers.map(normaliseLine);
    this.question = question === undefined ? undefined : normaliseLine(question);
    this.normal = texts.map(normaliseLine);
  }

  get stems(): readonly ReadonlySet<string>[] {
    this.#stems ??= this.texts.map((text) => new Set(wordsOf(text).map(stemOf)));
    return this.#stems;
  }
}

function sayingOf(note: Draft): Saying {
  const source = note.source === undefined ? [] : [note.source];
  if (note.kind === "question") return new Saying([`${note.question} ${note.answer}`, ...source], [note.answer], note.question);
  return new Saying(
    [plainText(note.text), ...source],
    deletionsOf(note.text).map(({ text }) => text),
  );
}

/** Twice the shared stems over all of both: from here on two sentences are alike. */
const leastLikeness = 0.8;

/** Fewer words than this are too few to be nearly the same. */
const fewestStems = 4;

function likenessOf(a: Saying, b: Saying): Likeness | undefined {
  if (a.normal.some((text) => text !== "" && b.normal.includes(text))) return "same";
  if (a.question !== undefined && a.question === b.question) return a.answers[0] === b.answers[0] ? "same" : "sameQuestion";
  const isNear = a.texts.some((text, at) =>
    b.texts.some((other, place) => nearlySame([text, a.stems[at]], [other, b.stems[place]])),
  );
  return isNear && answersFit(a, b) ? "alike" : undefined;
}

/** Questions in nearly the same words ask for different things when their answers differ. */
function answersFit(a: Saying, b: Saying): boolean {
  if (a.question === undefined && b.question === undefined) return true;
  return a.answers.length === 0 || a.answers.some((answer) => b.answers.includes(answer));
}

type Stemmed = readonly [text: string, stems: ReadonlySet<string> | undefined];

function nearlySame([text, stems = new Set()]: Stemmed, [other, otherStems = new Set()]: Stemmed): boolean {
  const [few, many] = stems.size < otherStems.size ? [stems.size, otherStems.size] : [otherStems.size, stems.size];
  if (few < fewestStems || 2 * few < leastLikeness * (few + many)) return false;
  return dice(stems, otherStems) >= leastLikeness && !(hasOwnTerm(text, otherStems) && hasOwnTerm(other, stems));
}

/**
 * Whether a number or a name stands in a text that the other lacks. Where both have one, it is another fact in the same words:
 * another battle, another year.
 */
function hasOwnTerm(text: string, others: ReadonlySet<string>): boolean {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu) ?? []).some((word, index) => {
    const isTerm = /\p{N}/u.test(word) || (index > 0 && /^\p{Lu}/u.test(word));
    return (
      isTerm &&
      !wordsOf(word)
        .map(stemOf)
        .some((stem) => others.has(stem))
    );
  });
}
