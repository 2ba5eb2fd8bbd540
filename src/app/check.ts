import { cardsOf } from "../cards/cards-of-note.ts";
import { unreadIdsIn } from "../notes/broken-notes.ts";
import { type Deck, notesOf, writeDeck } from "../notes/deck.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { readDeck } from "../notes/read-deck.ts";
import { counted } from "../text/counted.ts";
import { checkLedgers } from "./check-ledgers.ts";
import { clockProblems, clockRepair } from "./clock.ts";
import { continued } from "./continued.ts";
import { droppedDecks } from "./dropped-notes.ts";
import { writeDerivedIds } from "./note-ids.ts";
import { pastOf, samePast } from "./past.ts";
import type { EventLog, Stores } from "./ports.ts";
import { noteIdOf } from "./repeated-cards.ts";
import { todayFor } from "./study-day-plan.ts";
import { notesIn, readHome, type StudyHome } from "./study-home.ts";
import { twoVersionsIn } from "./two-versions.ts";

export interface CheckReport {
  readonly decks: number;
  readonly cards: number;
  readonly events: number;
  readonly problems: readonly Problem[];
  /** Damaged lines of the log that are no problem any more: what stood in them is in other lines. */
  readonly replacedLines: number;
  /** Hand-written notes whose id is not in their deck yet: no problem, recto writes it before their first review. */
  readonly notesWithoutId: number;
  /** Cards with answers whose note is in no deck, be it unreadable for now, and was not dropped: their history waits until the note is there again. */
  readonly cardsWithoutDeck: number;
  /** Old texts of decks that hold notes of such cards, with how many of the cards. */
  readonly oldDecks: readonly { readonly path: string; readonly cards: number }[];
}

/** Everything that is wrong with decks, ids, settings, log, snapshot and files, in one report. Reads everything. */
export function checkHome(stores: Stores): CheckReport {
  const home = readHome(stores.decks);
  const log = stores.log();
  const now = stores.now();
  const clocks = clockProblems(log.events, now, todayFor(stores.history(), stores.settings, now));
  const faults = stores.faults().map(({ repair, ...problem }) => (repair ? withFix(problem) : problem));
  const ledgers = checkLedgers(stores.decks, home);
  const lost = ledgers.isReadable ? lostCards(stores, home) : new Set<string>();
  return {
    decks: home.decks.length,
    cards: home.cards.size,
    events: log.events.length,
    problems: [
      ...home.problems,
      ...stores.settingsProblems,
      ...stores.unknownSettings(),
      ...log.problems,
      ...stores.backups.ahead(),
      ...clocks,
      ...keptWrongly(log),
      ...ledgers.problems,
      ...faults,
    ],
    replacedLines: log.replacedLines,
    notesWithoutId: new Set([...home.cards.values()].filter(({ note }) => note.idIsDerived).map(({ note }) => note.id)).size,
    cardsWithoutDeck: lost.size,
    oldDecks: lost.size === 0 ? [] : oldDecksWith(lost, stores),
  };
}

function lostCards(stores: Stores, { decks, cards }: StudyHome): ReadonlySet<string> {
  const lost = [...stores.history().state.cards.keys()].filter((id) => !cards.has(id));
  if (lost.length === 0) return new Set();
  const dropped = new Set(droppedDecks(decks, stores.decks).flatMap((deck) => cardIdsIn(writeDeck(deck))));
  const waiting = new Set(decks.flatMap(waitingNotes));
  return new Set(lost.filter((id) => !dropped.has(id) && !waiting.has(noteIdOf(id))));
}

/** Notes of a deck that are there and cannot be asked until its problems are mended. */
function waitingNotes(deck: Deck): readonly NoteId[] {
  return twoVersionsIn(deck) ? [...unreadIdsIn(deck), ...notesOf(deck).map(({ id }) => id)] : unreadIdsIn(deck);
}

/** The newest text that holds each card. */
function oldDecksWith(lost: ReadonlySet<string>, { backups }: Stores): CheckReport["oldDecks"] {
  const sought = new Set(lost);
  const found: { path: string; cards: number }[] = [];
  for (const { path, text } of backups.oldDecks()) {
    if (sought.size === 0) break;
    const held = cardIdsIn(text()).filter((id) => sought.delete(id));
    if (held.length > 0) found.push({ path, cards: held.length });
  }
  return found;
}

function cardIdsIn(text: string): readonly string[] {
  return notesOf(readDeck("", "", text)).flatMap((note) => cardsOf(note, "").map(({ id }) => id));
}

/**
 * Repairs what can be repaired without loss, and says what it did: missing ids, rights, rules for git. The log is packed first.
 * @throws NotSaved
 */
export function fixHome(stores: Stores): readonly string[] {
  const home = readHome(stores.decks);
  const repairs = stores.faults().flatMap(({ repair }) => repair ?? []);
  const needsIds = [...home.cards.values()].some(({ note }) => note.idIsDerived);
  if (repairs.length === 0 && !needsIds) return [];
  if (stores.log().events.length > 0) stores.backups.make();
  const ids = home.decks
    .filter((deck) => !twoVersionsIn(deck))
    .reduce((sum, deck) => sum + writeDerivedIds(stores.decks, notesIn(home), deck), 0);
  return [
    ...(ids === 0 ? [] : [`Wrote the ids of ${counted(ids, "note")} into their decks.`]),
    ...repairs.map((repair) => repair()),
  ];
}

/** Repairs the clock of one run by whole days. Returns how many events that moves: 0 when there is no such run. @throws NotSaved */
export function moveClock(stores: Stores, writer: string, byDays: number): number {
  const history = stores.history();
  const repair = clockRepair(history.events, stores.now(), writer, byDays);
  if (!repair) return 0;
  history.append(repair);
  return repair.toN - repair.fromN + 1;
}

function withFix(problem: Problem): Problem {
  return { ...problem, remedy: `${problem.remedy} (or recto check --fix)` };
}

/** What an earlier run kept must be what the log says. Whatever it is, it is kept anew, unless only it knows what the log lost. */
function keptWrongly(log: EventLog): readonly Problem[] {
  const { kept } = log;
  const rebuilt = pastOf(log.events);
  const continuedPast = kept && continued(kept.past, kept.later, (ids) => log.eventsNaming(ids));
  if (!log.loss) log.keep(rebuilt);
  // Events that came late to an old part are in no start's past before a sitting has ended.
  if (!continuedPast || continuedPast.count !== rebuilt.count || samePast(continuedPast, rebuilt)) return [];
  return [
    {
      file: "snapshot.json",
      message: "What recto kept of the log did not agree with the log.",
      remedy: "It has been made anew and no answer is lost; please report this.",
    },
  ];
}
