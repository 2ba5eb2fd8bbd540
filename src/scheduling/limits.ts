import type { Preferences } from "./preferences.ts";
import type { StudyDay } from "./study-day.ts";
import type { Standing } from "./study-state.ts";

/** What a deck's front matter may lower. */
export interface DeckLimits {
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
}

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

/** New cards weigh on the review limit as well, as in Anki: a day has one size. */
export function roomFor({ newPerDay, reviewsPerDay }: Pick<Preferences, "newPerDay" | "reviewsPerDay">, done: DoneToday): Room {
  return { reviews: reviewsPerDay - done.reviews - done.new, new: newPerDay - done.new };
}

/** Lets the first cards in for which every one of their limits has room. */
export function admit<T>(items: readonly T[], kind: "review" | "new", roomsOf: (item: T) => readonly Room[]): T[] {
  return items.filter((item) => {
    const rooms = roomsOf(item);
    if (!rooms.every((room) => room.reviews > 0 && (kind === "review" || room.new > 0))) return false;
    for (const room of rooms) {
      room.reviews -= 1;
      if (kind === "new") room.new -= 1;
    }
    return true;
  });
}
