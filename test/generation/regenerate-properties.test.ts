import fc from "fast-check";
import { expect, test } from "vitest";
import { cardsOf } from "../../src/cards/cards-of-note.ts";
import { isInOwnWords } from "../../src/generation/regeneration/own-words.ts";
import { addNotes } from "../../src/notes/add-notes.ts";
import { deletionsOf, plainText } from "../../src/notes/cloze-text.ts";
import { type Deck, mapNotes, notesOf, writeDeck } from "../../src/notes/deck.ts";
import type { Note } from "../../src/notes/note.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import type { Source, SourceItem } from "../../src/sources/source.ts";
import { fixtureNote } from "../support/fixture-notes.ts";
import { type Made, regenerated } from "../support/identity.ts";
import { lineEdits } from "../support/line-edits.ts";
import { type Chance, seededChance } from "../support/seeded-chance.ts";

/** What a learner does to a deck and its source between two runs. */
interface Study {
  readonly source: Source;
  readonly made: Made;
  /** Ids of notes that were dropped. */
  readonly dropped: ReadonlySet<string>;
  /** Blocks that a person wrote. */
  readonly byHand: readonly string[];
}

type Act = (study: Study, chance: Chance) => Study;

const edits = Object.values(lineEdits).map(
  (edit): Act =>
    (study, chance) => ({
      ...study,
      source: {
        ...study.source,
        items: edit(study.source.items, chance).map(({ item }, index) => ({ ...item, line: index + 1 })),
      },
    }),
);

const drop: Act = (study, chance) => {
  const note = pickNote(study, chance);
  if (!note) return study;
  const made = { ...study.made, deck: without(study.made.deck, note), dropped: addNotes(study.made.dropped, [note]) };
  return { ...study, made, dropped: new Set([...study.dropped, note.id]) };
};

const deleteByHand: Act = (study, chance) => {
  const note = pickNote(study, chance);
  return note ? { ...study, made: { ...study.made, deck: without(study.made.deck, note) } } : study;
};

const rewordByHand: Act = (study, chance) => {
  const note = pickNote(study, chance);
  if (!note || note.kind === "quote") return study;
  const mark = `On the whole (${chance()}): `;
  const now = note.kind === "cloze" ? { ...note, text: [mark, ...note.text] } : { ...note, answer: mark + note.answer };
  const deck = readAgain(mapNotes(study.made.deck, (each) => (each === note ? now : each)));
  const own = notesOf(deck).find(({ id }) => id === note.id);
  return own ? { ...study, made: { ...study.made, deck }, byHand: [...study.byHand, ownBlockOf(deck, own)] } : study;
};

/** Of a note with its sentence below it what is asked: the sentence may become another. */
function ownBlockOf(deck: Deck, note: Note): string {
  const block = blockOf(deck, note);
  return note.source === undefined ? block : block.replace(/^<!--.*\n/, "\n").replace(/\nS: .*\n$/s, "\n");
}

const writeByHand: Act = (study, chance) => {
  const block = `Q: What is ${chance()} about?\nA: Nothing that a generator would ask.\n`;
  const deck = readDeck("deck", "decks/deck.md", `${writeDeck(study.made.deck)}\n${block}`);
  return { ...study, made: { ...study.made, deck }, byHand: [...study.byHand, block] };
};

const renameHeading: Act = (study, chance) => {
  const [old] = pickItem(study, chance)?.topics ?? [];
  return old === undefined
    ? study
    : withTopics(study, ({ topics = [] }) => topics.map((name) => (name === old ? `${name}+` : name)));
};

const moveUnderAnother: Act = (study, chance) => {
  const [from, to] = [pickItem(study, chance), pickItem(study, chance)];
  return withTopics(study, (item) => (item === from ? to?.topics : item.topics) ?? []);
};

const nameHeadingByHand: Act = (study, chance) => {
  const text = writeDeck(study.made.deck);
  const headings = text.match(/^## Part .*$/gm) ?? [];
  const old = headings[Math.floor(chance() * headings.length)];
  if (old === undefined) return study;
  const deck = readDeck("deck", "decks/deck.md", text.replace(`${old}\n`, `## My ${chance()}\n`));
  return { ...study, made: { ...study.made, deck }, byHand: [...study.byHand, ...(/^## My .*\n/gm.exec(writeDeck(deck)) ?? [])] };
};

const loseReadLines: Act = (study) => ({ ...study, made: { ...study.made, readLines: new Set() } });

const acts: readonly Act[] = [
  ...edits,
  ...edits,
  ...[drop, drop, deleteByHand, rewordByHand, writeByHand, loseReadLines],
  ...[renameHeading, moveUnderAnother, nameHeadingByHand],
];

const sources = ["immune-system", "black-death", "human-tuning", "german-hanse"].map(fixtureNote);

/** A few lines are enough, and are compared quickly. */
const start = (chance: Chance): Study => {
  const whole = sources[Math.floor(chance() * sources.length)] ?? sources[0];
  if (!whole) throw new Error("No fixture notes.");
  const from = Math.floor(chance() * Math.max(1, whole.items.length - 12));
  const isHeaded = chance() < 0.7;
  const items = whole.items.slice(from, from + 12).map((item, index) => ({
    ...item,
    ...(isHeaded && { topics: [`Part ${Math.floor(index / 4)}`, ...(index % 4 === 3 ? ["More"] : [])] }),
  }));
  const source = { ...whole, items };
  return { source, made: regenerated(source), dropped: new Set(), byHand: [] };
};

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const steps = fc.array(fc.nat({ max: acts.length - 1 }), { minLength: 1, maxLength: 8 });

test("whatever is done to source and deck: the second run changes nothing, and nobody's words, ids, ordinals or drops are touched", () => {
  fc.assert(
    fc.property(seeds, steps, fc.boolean(), (seed, doing, rebuild) => {
      const chance = seededChance(seed);
      let study = start(chance);
      const ordinals = new Map<string, Set<string>>();
      const retired = new Set<string>();
      for (const step of doing) {
        study = acts[step]?.(study, chance) ?? study;
        const after = regenerated(study.source, study.made, { rebuild });
        expectNothingNew(study, after);
        expectOwnOrdinals(after, ordinals, retired);
        for (const block of study.byHand)
          if (writeDeck(study.made.deck).includes(block)) expect(writeDeck(after.deck)).toContain(block);
        expectDropped(study, after);
        for (const note of generatedIn(after.deck)) expect(isInOwnWords(note)).toBe(false);
        study = { ...study, made: after };
      }
    }),
    { numRuns: 50 },
  );
});

function expectNothingNew({ source }: Study, after: Made): void {
  const again = regenerated(source, after);
  expect(writeDeck(again.deck)).toBe(writeDeck(after.deck));
  expect(writeDeck(again.dropped)).toBe(writeDeck(after.dropped));
  expect(again.readLines).toEqual(after.readLines);
  const { added, updated, orphaned, returned, headings } = again.regeneration;
  expect([added, updated, orphaned, returned]).toEqual([[], [], [], []]);
  expect(headings).toEqual({ renamed: [], moved: [], elsewhere: [] });
}

/** What no person touched. */
function generatedIn(deck: Deck): readonly Note[] {
  return notesOf(deck).filter((note) => note.provenance.line !== undefined && !blockOf(deck, note).includes("On the whole ("));
}

/** An ordinal that left its note never comes back to it, and every id is there once. */
function expectOwnOrdinals({ deck }: Made, ordinals: Map<string, Set<string>>, retired: Set<string>): void {
  const ids = notesOf(deck).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(deck.problems).toEqual([]);
  for (const note of notesOf(deck)) {
    if (note.kind === "question") continue;
    const now = new Set(deletionsOf(note.text).map(({ ordinal }) => `${note.id}.c${ordinal}`));
    for (const ordinal of now) expect(retired).not.toContain(ordinal);
    for (const ordinal of ordinals.get(note.id) ?? []) if (!now.has(ordinal)) retired.add(ordinal);
    ordinals.set(note.id, now);
  }
}

/** Neither the note itself nor, among what is new, a card that asks its sentence for the same. */
function expectDropped({ dropped }: Study, { deck, dropped: kept, regeneration }: Made): void {
  const ids = new Set(notesOf(deck).map(({ id }) => id));
  for (const id of dropped) expect(ids).not.toContain(id);
  const asked = (note: Note) => cardsOf(note, "").map(({ answers }) => JSON.stringify([sentence(note), answers]));
  const fresh = regeneration.added.flatMap(({ note }) => asked(note));
  for (const card of notesOf(kept).flatMap(asked)) expect(fresh).not.toContain(card);
}

function sentence(note: Note): string {
  return note.source ?? (note.kind === "question" ? "" : plainText(note.text));
}

function pickItem({ source: { items } }: Study, chance: Chance): SourceItem | undefined {
  return items[Math.floor(chance() * items.length)];
}

function withTopics(study: Study, topicsOf: (item: SourceItem) => readonly string[]): Study {
  const items = study.source.items.map((item) => (item.topics === undefined ? item : { ...item, topics: topicsOf(item) }));
  return { ...study, source: { ...study.source, items } };
}

function pickNote({ made: { deck }, byHand }: Study, chance: Chance): Note | undefined {
  const notes = notesOf(deck).filter((note) => note.provenance.line !== undefined && !byHand.includes(ownBlockOf(deck, note)));
  return notes[Math.floor(chance() * notes.length)];
}

function blockOf(deck: Deck, note: Note): string {
  return deck.pieces.find((piece) => piece.type === "note" && piece.note.id === note.id)?.text ?? "";
}

function without(deck: Deck, note: Note): Deck {
  return readAgain(mapNotes(deck, (each) => (each.id === note.id ? undefined : each)));
}

function readAgain(deck: Deck): Deck {
  return readDeck("deck", "decks/deck.md", writeDeck(deck));
}
