import { type Turn, turnOf } from "./gather.ts";
import { admit, type DoneToday, type Room, type Rooms, roomFor } from "./limits.ts";
import type { Limits, Preferences } from "./preferences.ts";
import { isWithinReach, type QueueCounts } from "./queue.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import type { Standing } from "./study-state.ts";

/** A card that may be asked, by what decides how many are. */
export interface CountedCard {
  readonly deck: string;
  /** The same for siblings, which lie in one deck. */
  readonly siblings: number;
  /** Never asked, but if it was today its siblings wait. */
  readonly orphan: boolean;
  readonly card: Standing;
}

export interface CountInput {
  /** Those may be left out that have no turn today and were not answered today. */
  readonly cards: readonly CountedCard[];
  readonly now: Instant;
  readonly today: StudyDay;
  /** The instant of the next rollover. */
  readonly dayEnds: Instant;
  readonly preferences: Preferences;
  readonly done: DoneToday;
  /** By deck, with what was done in it today. */
  readonly deckLimits: ReadonlyMap<string, Limits & { readonly done: DoneToday }>;
}

export interface DayCounts {
  readonly together: QueueCounts;
  /** Each deck on its own, where a day's limits may let in more. Decks with nothing to count are not in it. */
  readonly byDeck: ReadonlyMap<string, QueueCounts>;
}

type Visible = Record<Turn, CountedCard[]>;

/** As `counts` of the queues that hold these cards, which are not made: siblings and limits leave as many whatever comes first. */
export function dayCounts(input: CountInput): DayCounts {
  const together = visibleIn(input);
  const decks = new Map<string, Visible>();
  for (const turn of turns) {
    for (const card of together[turn]) {
      let own = decks.get(card.deck);
      if (!own) {
        own = nothing();
        decks.set(card.deck, own);
      }
      own[turn].push(card);
    }
  }
  return {
    together: admittedOf(together, input),
    byDeck: new Map(Array.from(decks, ([deck, own]) => [deck, admittedOf(own, input)])),
  };
}

const turns = ["learning", "interday", "review", "new"] as const satisfies readonly Turn[];

function nothing(): Visible {
  return { learning: [], interday: [], review: [], new: [] };
}

/** As in `withoutSiblings`. */
function visibleIn({ cards, today, dayEnds, preferences }: CountInput): Visible {
  const found = nothing();
  for (const card of cards) {
    const turn = card.orphan ? undefined : turnOf(card.card, today, dayEnds);
    if (turn !== undefined) found[turn].push(card);
  }
  if (preferences.siblings !== "bury") return found;
  /** By group, the card that holds its place today. */
  const holders = new Map<number, CountedCard>();
  const hold = (card: CountedCard) => {
    if (!holders.has(card.siblings)) holders.set(card.siblings, card);
    return holders.get(card.siblings) === card;
  };
  for (const card of cards) if (card.card.answered?.day === today) hold(card);
  for (const card of found.learning) hold(card);
  for (const card of found.interday) hold(card);
  return { ...found, review: found.review.filter(hold), new: found.new.filter(hold) };
}

function admittedOf(visible: Visible, { now, preferences, done, deckLimits }: CountInput): QueueCounts {
  const everything = roomFor(preferences, done);
  const common = [everything];
  const rooms = new Map<string, readonly Room[]>();
  for (const [deck, own] of deckLimits) {
    rooms.set(deck, [...common, roomFor({ ...preferences, ...own }, own.done)]);
  }
  const limits: Rooms<CountedCard> = { everything, roomsOf: ({ deck }) => rooms.get(deck) ?? common };
  const review =
    admit(visible.interday, "review", preferences, limits).length + admit(visible.review, "review", preferences, limits).length;
  const isNow = ({ card: { schedule } }: CountedCard) => "dueAt" in schedule && isWithinReach(schedule.dueAt, now, preferences);
  const learning = visible.learning.filter(isNow).length;
  return {
    new: admit(visible.new, "new", preferences, limits).length,
    learning,
    review,
    waiting: visible.learning.length - learning,
  };
}
