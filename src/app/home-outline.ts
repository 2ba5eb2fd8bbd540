import type { DeckName } from "../notes/deck.ts";
import type { Problem } from "../notes/problem.ts";
import type { CountedCard } from "../scheduling/day-counts.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import { type CardStates, type StudyState, standingOf, suspendedCards } from "../scheduling/study-state.ts";
import { type DeckOutline, type OutlineCards, traits } from "./deck-outline.ts";
import type { DeckFile, DeckStatus, DeckStore, KeptOutline, OutlineStore } from "./ports.ts";
import { readDeckOutline } from "./read-deck-outline.ts";
import { withRepeats } from "./repeated-cards.ts";
import { placesOf } from "./rows-of-deck.ts";

/** All decks of a home, read at one moment. */
export interface HomeOutline {
  readonly decks: readonly DeckOutline[];
  /** What is wrong with files and folders that cannot be read. */
  readonly unread: readonly Problem[];
}

/** The outlines of a home's decks, one for a run. A deck is parsed only where none was kept of it since it changed. */
export class HomeOutlines {
  readonly #decks: DeckStore;
  readonly #store: OutlineStore;
  #kept: ReadonlyMap<string, KeptOutline> | undefined;
  /** By file: what this run has parsed. Whether that changed is told by its text, as a file may change twice within a tick of its clock. */
  readonly #parsed = new Map<string, { readonly deck: DeckFile; readonly outline: DeckOutline }>();
  #entries: readonly Entry[] = [];
  #newest: HomeOutline | undefined;

  constructor(decks: DeckStore, store: OutlineStore) {
    this.#decks = decks;
    this.#store = store;
  }

  /** The decks as they lie now: the same object as before, unless something has changed. `doubted` is parsed whatever is known of it. */
  read(doubted?: DeckName): HomeOutline {
    const { decks: found, problems } = this.#decks.survey();
    const unread = [...problems];
    const entries: Entry[] = [];
    for (const status of found) {
      const outline = this.#outlineOf(status, status.name === doubted);
      if ("message" in outline) unread.push(outline);
      else entries.push({ status, outline });
    }
    const before = this.#newest;
    const isSame = before && areSame(this.#entries, entries) && areSameProblems(before.unread, unread);
    this.#entries = entries;
    if (isSame) return before;
    const outlines = entries.map(({ outline }) => outline);
    this.#newest = { decks: this.#areKept(entries) ? outlines : withRepeats(outlines), unread };
    return this.#newest;
  }

  /** The end of a run: what it parsed is kept for the next one, after another look at it. */
  leave(): void {
    if (!this.#newest || this.#areKept(this.#entries.filter(canBeKept))) return;
    const { decks } = this.read();
    this.#store.keep(
      this.#entries.flatMap(({ status: { version } }, index) => {
        const outline = decks[index];
        return version !== undefined && outline ? [{ version, outline, isSettled: true }] : [];
      }),
    );
  }

  /** A `Problem`: the file cannot be read. */
  #outlineOf(status: DeckStatus, isDoubted: boolean): DeckOutline | Problem {
    const parsed = this.#parsed.get(status.file);
    const kept = parsed || isDoubted ? undefined : keptFor(status, this.#knownOutlines());
    if (kept) return kept;
    const deck = this.#decks.read(status.name);
    if (!("text" in deck)) return deck;
    if (parsed?.deck.text === deck.text) return parsed.outline;
    const outline = readDeckOutline(deck);
    this.#parsed.set(status.file, { deck, outline });
    return outline;
  }

  /** Whether these are the decks of which an outline was kept, each as it was. */
  #areKept(entries: readonly Entry[]): boolean {
    const known = this.#knownOutlines();
    return known.size === entries.length && entries.every(({ status, outline }) => known.get(status.file)?.outline === outline);
  }

  #knownOutlines(): ReadonlyMap<string, KeptOutline> {
    this.#kept ??= this.#store.read();
    return this.#kept;
  }
}

/** How many things are wrong with decks and what keeps them from being read. */
export function problemsIn({ decks, unread }: HomeOutline): number {
  return decks.reduce((sum, { cards, problems }) => sum + problems.length + cards.originals, unread.length);
}

/**
 * The cards of these decks, or of all, that have a turn on a day or were answered on it, and perhaps others, in deck order and each
 * once.
 */
export function busyCards({ decks }: HomeOutline, { cards: states }: StudyState, today: StudyDay, only?: ReadonlySet<string>) {
  const { rows } = states;
  const placesIn = placesOf(rows?.busyOn(today) ?? [], rows);
  const busy: QueueCard[] = [];
  for (const { name: deck, cards } of decks) {
    if (only && !only.has(deck)) continue;
    for (const place of placesIn(cards)) {
      const own = cards.traits[place] as number;
      if (own & traits.repeated) continue;
      const cardId = cards.kept && rows?.ids === cards.kept.ids ? rows.idAt(cards.kept.firstRow + place) : cards.idAt(place);
      busy.push({
        cardId,
        deck,
        siblingGroup: `${deck}#${place - (cards.siblingsBack[place] as number)}`,
        orphan: (own & traits.orphan) !== 0,
      });
    }
  }
  return busy;
}

/** As `busyCards`, for counting: where states are kept in the order of the decks no id is made. */
export function busyStandings({ decks }: HomeOutline, state: StudyState, today: StudyDay, only?: ReadonlySet<string>) {
  const { rows } = state.cards;
  const placesIn = placesOf(rows?.busyOn(today) ?? [], rows);
  const busy: CountedCard[] = [];
  let end = 0;
  for (const { name: deck, cards } of decks) {
    const start = end;
    end += cards.length;
    if (only && !only.has(deck)) continue;
    const kept = rows && cards.kept && rows.ids === cards.kept.ids ? { rows, firstRow: cards.kept.firstRow } : undefined;
    for (const place of placesIn(cards)) {
      const own = cards.traits[place] as number;
      if (own & traits.repeated) continue;
      const card = kept ? kept.rows.standingAt(kept.firstRow + place) : standingOf(state, cards.idAt(place));
      busy.push({
        deck,
        siblings: start + place - (cards.siblingsBack[place] as number),
        orphan: (own & traits.orphan) !== 0,
        card,
      });
    }
  }
  return busy;
}

/** How many cards of these decks, or of all, are suspended. Where none is, no deck is looked at. */
export function suspendedIn({ decks }: HomeOutline, states: CardStates, only?: ReadonlySet<string>): number {
  const suspended = suspendedCards(states);
  if (suspended.size === 0) return 0;
  const { rows } = states;
  const chosen = [...suspended].flatMap((id) => rows?.rowOf(id) ?? []).sort((a, b) => a - b);
  const placesIn = placesOf(chosen, rows);
  const isCounted = (cards: OutlineCards) => (place: number) =>
    !((cards.traits[place] as number) & (traits.orphan | traits.repeated)) && suspended.has(cards.idAt(place));
  return decks
    .filter(({ name }) => only === undefined || only.has(name))
    .reduce((sum, { cards }) => sum + placesIn(cards).filter(isCounted(cards)).length, 0);
}

interface Entry {
  readonly status: DeckStatus;
  readonly outline: DeckOutline;
}

/** A link has no version. */
function canBeKept({ status }: Entry): boolean {
  return status.version !== undefined;
}

function areSame(before: readonly Entry[], now: readonly Entry[]): boolean {
  return before.length === now.length && now.every(({ outline }, index) => before[index]?.outline === outline);
}

function areSameProblems(before: readonly Problem[], now: readonly Problem[]): boolean {
  const isSame = ({ file, message }: Problem, index: number) =>
    before[index]?.file === file && before[index]?.message === message;
  return before.length === now.length && now.every(isSame);
}

function keptFor({ file, version }: DeckStatus, known: ReadonlyMap<string, KeptOutline>): DeckOutline | undefined {
  const kept = known.get(file);
  if (!kept?.isSettled || !version) return undefined;
  const { size, modifiedMs, changedMs } = kept.version;
  const isSame = size === version.size && modifiedMs === version.modifiedMs && changedMs === version.changedMs;
  return isSame ? kept.outline : undefined;
}
