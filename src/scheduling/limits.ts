import type { Limits, Preferences } from "./preferences.ts";
import type { StudyDay } from "./study-day.ts";
import type { Standing } from "./study-state.ts";

/** How many more a day still has room for; counts down as cards are let in. */
export interface Room {
  reviews: number;
  /** New cards alone; `reviews` binds them too. */
  new: number;
}

/** Counted answers of a day: cards started, and reviews (steps of an earlier day are among them). */
export interface DoneToday {
  readonly new: number;
  readonly reviews: number;
}

export function doneOn(today: StudyDay, cards: Iterable<Standing>): DoneToday {
  let [started, reviews] = [0, 0];
  for (const { answered } of cards) {
    if (answered?.day !== today) continue;
    if (answered.started) started += 1;
    reviews += answered.reviews;
  }
  return { new: started, reviews };
}

/** New cards weigh on the review limit as well, as in Anki, unless the settings say that they do not: a day has one size. */
export function roomFor(
  { newPerDay, reviewsPerDay, newIgnoresReviewLimit }: Pick<Preferences, "newPerDay" | "reviewsPerDay" | "newIgnoresReviewLimit">,
  done: DoneToday,
): Room {
  return { reviews: reviewsPerDay - done.reviews - (newIgnoresReviewLimit ? 0 : done.new), new: newPerDay - done.new };
}

/** The preferences with what was set for this day alone. */
export function withLimitsOfDay<P extends Preferences>(preferences: P, today: StudyDay): P {
  const { limitsOfDay } = preferences;
  return limitsOfDay?.day === today ? { ...preferences, ...limitsIn(limitsOfDay) } : preferences;
}

/** What a deck's front matter says, or what was set for it for this day alone; undefined where that is nothing. */
export function deckLimitsOn(
  deck: string,
  usual: Limits,
  { limitsOfDay }: Pick<Preferences, "limitsOfDay">,
  today: StudyDay,
): Limits | undefined {
  const decks = limitsOfDay?.day === today ? limitsOfDay.decks : undefined;
  const limits = { ...limitsIn(usual), ...(decks && Object.hasOwn(decks, deck) && limitsIn(decks[deck] ?? {})) };
  return Object.keys(limits).length === 0 ? undefined : limits;
}

function limitsIn({ newPerDay, reviewsPerDay }: Limits): Limits {
  return { ...(newPerDay !== undefined && { newPerDay }), ...(reviewsPerDay !== undefined && { reviewsPerDay }) };
}

/** The limits of a day. */
export interface Rooms<T> {
  /** The learner's own, which binds every card. */
  readonly everything: Room;
  /** All that bind this one. */
  roomsOf(item: T): readonly Room[];
}

/** Lets the first items in for which every one of their limits has room. */
export function admit<T>(
  items: ArrayLike<T>,
  kind: "review" | "new",
  { newIgnoresReviewLimit }: Pick<Preferences, "newIgnoresReviewLimit">,
  { everything, roomsOf }: Rooms<T>,
): T[] {
  const admitted: T[] = [];
  const [needsNew, needsReviews] = [kind === "new", kind === "review" || !newIgnoresReviewLimit];
  const hasRoom = (room: Room) => (!needsReviews || room.reviews > 0) && (!needsNew || room.new > 0);
  for (let at = 0; at < items.length && hasRoom(everything); at += 1) {
    const item = items[at] as T;
    const rooms = roomsOf(item);
    if (!rooms.every(hasRoom)) continue;
    for (const room of rooms) {
      if (needsReviews) room.reviews -= 1;
      if (needsNew) room.new -= 1;
    }
    admitted.push(item);
  }
  return admitted;
}
