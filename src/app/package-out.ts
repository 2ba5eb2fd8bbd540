import type { CardId } from "../cards/card.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import { ankiCardNumbers } from "../exchange/anki-cloze.ts";
import type { AnkiNote } from "../exchange/anki-note.ts";
import { type AnkiReport, type AnkiRow, ankiRows, reportOf } from "../exchange/anki-text.ts";
import type { ExportDeck } from "../exchange/export-deck.ts";
import { type CardRowOut, type CardsOut, cardRow, type ReviewRowOut, ReviewRowsOut } from "../exchange/package/history-out.ts";
import { mediaFolder } from "../exchange/package/media-in.ts";
import { ownModels, ownPreset, ownPresets, ownTypeId } from "../exchange/package/own-note-types.ts";
import { deckFileOf } from "../notes/deck.ts";
import { forEachLiving, undoneIn } from "../scheduling/living-events.ts";
import { addDays, daysBetween, offsetMinutesOf, startOfStudyDay } from "../scheduling/study-day.ts";
import { isFileName } from "../text/file-name.ts";
import type { Stores } from "./ports.ts";
import { todayFor } from "./study-day-plan.ts";

/** What a package of the second generation holds, ready to be written: schema 11. */
export interface PackageOut {
  readonly createdAtSeconds: number;
  readonly json: { readonly conf: object; readonly models: object; readonly decks: object; readonly dconf: object };
  readonly notes: readonly NoteRowOut[];
  readonly cards: readonly CardOfNoteOut[];
  /** Makes each row when it is asked for: there may be a million. */
  readonly reviews: (take: (row: ReviewRowOut) => void) => void;
  readonly media: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface CardOfNoteOut extends CardRowOut {
  readonly id: number;
  readonly note: number;
  readonly deck: number;
  readonly ord: number;
  readonly modifiedSeconds: number;
}

export interface NoteRowOut {
  readonly id: number;
  readonly guid: string;
  readonly type: number;
  readonly modifiedSeconds: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

export interface PackageOutReport extends AnkiReport {
  readonly answers: number;
  /** Named by notes, and not in `decks/media`. */
  readonly missingMedia: readonly string[];
}

/**
 * The decks as a package for Anki, with every card's place and history. Days are counted from the first day that matters here, at
 * this home's rollover hour, so that a card is due on its day whatever day the package is imported.
 */
export function packageFrom(
  stores: Stores,
  decks: readonly ExportDeck[],
): { readonly package: PackageOut; readonly report: PackageOutReport } {
  const { settings } = stores;
  const rows = ankiRows(decks.map(withoutAnkis), settings);
  const fromAnki = decks.flatMap((deck) =>
    deck.notes.filter(isAnkis).map((note) => ({ noteId: note.id, deck: deck.name, reason: "fromAnki" as const })),
  );
  const { state, events } = stores.history();
  const undone = undoneIn(events);
  const today = todayFor(stores.history(), settings, stores.now());
  let firstDay = today;
  forEachLiving(events, undone, ({ studyDay }) => {
    if (studyDay < firstDay) firstDay = studyDay;
  });
  if (daysBetween(firstDay, today) > mostDays) firstDay = addDays(today, -mostDays);
  const createdAt = startOfStudyDay(firstDay, settings.timeZone, settings.rolloverHour);
  const out = {
    firstDay,
    desiredRetention: settings.desiredRetention,
    learningSteps: settings.learningStepsMinutes.length,
    relearningSteps: settings.relearningStepsMinutes.length,
    decay: state.fsrs.weights[20] ?? 0.5,
  };
  const deckIds = new Map([...new Set(rows.rows.map(({ deck }) => deck))].map((name, at) => [name, firstDeckId + at]));
  const { notes, cards, numbers } = tablesOf(stores, rows.rows, deckIds, out);
  const { media, missing } = mediaFor(stores, rows);
  const report = reportOf(decks, rows, { ...settings, updateTags: true });
  return {
    package: {
      createdAtSeconds: Date.parse(createdAt) / 1000,
      json: {
        conf: confOf(-offsetMinutesOf(createdAt, settings.timeZone), settings.rolloverHour, rows.rows.length + 1),
        models: ownModels(),
        decks: decksOf(deckIds),
        dconf: ownPresets(settings, state.fsrs.weights),
      },
      notes,
      cards,
      reviews: (take) => {
        const made = new ReviewRowsOut(numbers, state.fsrs);
        forEachLiving(events, undone, (event) => {
          const row = made.rowOf(event);
          if (row) take(row);
        });
      },
      media,
    },
    report: {
      ...report,
      notCarried: [...report.notCarried, ...fromAnki],
      answers: [...numbers.keys()].reduce((sum, id) => sum + (state.cards.get(id)?.reps ?? 0), 0),
      missingMedia: missing,
    },
  };
}

/** @param deckIds Anki's ids of decks by their names there */
function tablesOf(
  stores: Stores,
  rows: readonly AnkiRow[],
  deckIds: ReadonlyMap<string, number>,
  out: CardsOut,
): Pick<PackageOut, "notes" | "cards"> & { readonly numbers: ReadonlyMap<CardId, number> } {
  const { state } = stores.history();
  const nowMs = Date.parse(stores.now());
  const changedAt = new Map(stores.decks.survey().decks.map(({ file, version }) => [file, version?.modifiedMs]));
  const numbers = new Map<CardId, number>();
  const notes: NoteRowOut[] = [];
  const cards: CardOfNoteOut[] = [];
  for (const [place, { ankiNote, deck, tags, note, from }] of rows.entries()) {
    const { guid, kind, front, back } = ankiNote;
    const id = nowMs - rows.length + place;
    // Anki takes a text again only where this is later than what it has.
    const modifiedSeconds = Math.floor((changedAt.get(deckFileOf(from)) ?? nowMs) / 1000);
    notes.push({ id, guid, type: ownTypeId(kind), modifiedSeconds, tags, fields: [front, back] });
    const own = cardsOf(note, from);
    for (const { ord, slot } of slotsOf(ankiNote)) {
      const cardId = own.find((card) => card.slot === slot)?.id;
      const number = nowMs + cards.length;
      if (cardId !== undefined) numbers.set(cardId, number);
      const columns = cardRow(cardId === undefined ? undefined : state.cards.get(cardId), place + 1, out);
      cards.push({ id: number, note: id, deck: deckIds.get(deck) ?? 1, ord, modifiedSeconds, ...columns });
    }
  }
  return { notes, cards, numbers };
}

const firstDeckId = 1_764_028_801_000;

function isAnkis({ provenance: { guid } }: ExportDeck["notes"][number]): boolean {
  return guid !== undefined;
}

/** What came from Anki has a type there; under one of recto's own it would be refused as conflicting. */
function withoutAnkis(deck: ExportDeck): ExportDeck {
  return { ...deck, notes: deck.notes.filter((note) => !isAnkis(note)) };
}

/** Anki's ordinals of a note's cards, and the slots that they are here. */
function slotsOf({ kind, front }: AnkiNote): readonly { readonly ord: number; readonly slot: string }[] {
  if (kind === "cloze" || kind === "quote")
    return ankiCardNumbers(front).map((number) => ({ ord: number - 1, slot: `c${number}` }));
  if (kind === "both")
    return [
      { ord: 0, slot: "qa" },
      { ord: 1, slot: "aq" },
    ];
  return [{ ord: 0, slot: kind === "who" ? "who" : "qa" }];
}

/** Day numbers count from the first day of all; an instant that makes no sense shall not make it the first. */
const mostDays = 36_500;

function confOf(minutesWest: number, rollover: number, nextPos: number): object {
  return {
    schedVer: 2,
    sched2021: true,
    creationOffset: minutesWest,
    rollover,
    nextPos,
    curDeck: 1,
    activeDecks: [1],
    collapseTime: 1200,
    estTimes: true,
    dueCounts: true,
    newSpread: 0,
    timeLim: 0,
  };
}

function decksOf(ids: ReadonlyMap<string, number>): object {
  const today = { lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] };
  const deck = (id: number, name: string, conf: number) => ({
    id,
    name,
    conf,
    mod: 0,
    usn: -1,
    desc: "",
    dyn: 0,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    ...today,
  });
  return Object.fromEntries([
    [1, deck(1, "Default", 1)],
    ...[...ids].map(([name, id]) => [id, deck(id, name, ownPreset)] as const),
  ]);
}

function mediaFor(
  stores: Stores,
  { pictures, rows }: { readonly pictures: ReadonlySet<string>; readonly rows: readonly AnkiRow[] },
) {
  const sounds = rows.flatMap(({ ankiNote: { front, back } }) =>
    [...`${front} ${back}`.matchAll(/\[sound:([^\]<>&]{1,200})\]/g)].map(([, name]) => `${mediaFolder}/${name}`),
  );
  const media: { name: string; bytes: Uint8Array }[] = [];
  const missing: string[] = [];
  for (const path of new Set([...pictures, ...sounds])) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const bytes = path === `${mediaFolder}/${name}` && isFileName(name) ? stores.media.read(name) : undefined;
    if (bytes) media.push({ name, bytes });
    else missing.push(path);
  }
  return { media, missing };
}
