import type { CardId } from "../cards/card.ts";
import { chanceBits } from "./chance.ts";
import { isInterday } from "./replay-card.ts";
import type { Instant, StudyDay } from "./study-day.ts";
import { type Standing, type StudyState, standingOf } from "./study-state.ts";

/** A card of the decks in question, in deck order. */
export interface QueueCard {
  readonly cardId: CardId;
  /** `kant::first` */
  readonly deck: string;
  readonly siblingGroup: string;
  /** Never asked. */
  readonly orphan: boolean;
}

/** Cards by their place in the list they came in: a hundred thousand numbers take a tenth of the time of as many objects. */
export type Places = ArrayLike<number>;

export interface Gathered {
  readonly cards: readonly QueueCard[];
  /** What the events say about each, by place. */
  readonly standings: readonly Standing[];
  /** Places of those that were answered today. */
  readonly answered: Places;
}

/** How a card may be asked on a day. */
export type Turn = "learning" | "interday" | "review" | "new";

export type Turns = Readonly<Record<Turn, Places>>;

/** Which turn a card has on this day; undefined: none. `dayEnds`: the instant of the next rollover. */
export function turnOf(card: Standing, today: StudyDay, dayEnds: Instant): Turn | undefined {
  const { schedule } = card;
  if (card.suspended || card.buriedOn === today) return undefined;
  if (schedule.state === "new") return "new";
  if ("dueAt" in schedule) return schedule.dueAt < dayEnds ? "learning" : undefined;
  if (schedule.dueOn > today) return undefined;
  return isInterday(schedule) ? "interday" : "review";
}

export function gathered(
  cards: readonly QueueCard[],
  state: StudyState,
  today: StudyDay,
  dayEnds: Instant,
): Gathered & { readonly turns: Turns } {
  const standings = new Array<Standing>(cards.length);
  const codes = new Uint8Array(cards.length);
  const answered: number[] = [];
  for (let place = 0; place < cards.length; place += 1) {
    const { cardId, orphan } = cards[place] as QueueCard;
    const card = standingOf(state, cardId);
    standings[place] = card;
    if (card.answered?.day === today) answered.push(place);
    const turn = orphan ? undefined : turnOf(card, today, dayEnds);
    if (turn !== undefined) codes[place] = turnCodes[turn];
  }
  const placesOf = (turn: Turn) => placesWith(codes, turnCodes[turn]);
  const [learning, interday] = [placesOf("learning"), placesOf("interday")];
  return { cards, standings, answered, turns: { learning, interday, review: placesOf("review"), new: placesOf("new") } };
}

const turnCodes: Readonly<Record<Turn, number>> = { learning: 1, interday: 2, review: 3, new: 4 };

function placesWith(codes: Uint8Array, code: number): Uint32Array {
  let count = 0;
  for (const each of codes) if (each === code) count += 1;
  const places = new Uint32Array(count);
  for (let place = codes.length - 1; count > 0; place -= 1) if (codes[place] === code) places[--count] = place;
  return places;
}

/**
 * One review or new card of a sibling group a day: the first in asking order stays, the others wait for tomorrow, and
 * so do all when another card of the group is in its steps or was answered today. Learning cards are never hidden.
 */
export function withoutSiblings(turns: Turns, { cards, answered }: Gathered): Turns {
  const firsts = firstsOfGroups(cards);
  /** By the first card of a group: the place of the card that holds it today, and 1 more. */
  const holders = new Uint32Array(cards.length);
  const isHolder = (place: number) => {
    const first = firsts[place] as number;
    holders[first] ||= place + 1;
    return holders[first] === place + 1;
  };
  for (const places of [answered, turns.learning, turns.interday]) for (const place of Array.from(places)) isHolder(place);
  const holding = (places: Places) => Uint32Array.from(places).filter(isHolder);
  return { ...turns, review: holding(turns.review), new: holding(turns.new) };
}

/** Of each card the place of the first of its siblings. A hash table of numbers: a `Map` of a million names fills the memory. */
function firstsOfGroups(cards: readonly QueueCard[]): Uint32Array {
  const firsts = new Uint32Array(cards.length);
  const slots = 2 ** Math.ceil(Math.log2(cards.length * 2 + 2));
  /** Places of first cards, and 1 more. */
  const table = new Uint32Array(slots);
  for (let place = 0; place < cards.length; place += 1) {
    const { siblingGroup } = cards[place] as QueueCard;
    if (place > 0 && siblingGroup === cards[place - 1]?.siblingGroup) {
      firsts[place] = firsts[place - 1] as number;
      continue;
    }
    let slot = chanceBits(siblingGroup, "") & (slots - 1);
    while (table[slot] && cards[(table[slot] as number) - 1]?.siblingGroup !== siblingGroup) slot = (slot + 1) & (slots - 1);
    table[slot] ||= place + 1;
    firsts[place] = (table[slot] as number) - 1;
  }
  return firsts;
}
