import { dayNumber, type StudyDay } from "../scheduling/study-day.ts";

export const states = ["new", "learning", "relearning", "review"] as const;

/** A state code: no event names the card; it is new and was never seen; or its state by its place in the list, counted from here. */
export const [unnamed, neverSeen, firstSeen] = [0, 1, 2];

/** A day as a number: counted from 1970-01-01 as 1, so that 0 stands for none. Milliseconds are counted likewise. */
export function dayOrNone(day: StudyDay | undefined): number {
  return day === undefined ? 0 : fromOne(dayNumber(day));
}

export function fromOne(number: number): number {
  return number < 0 ? number : number + 1;
}

export function fromZero(number: number): number {
  return number < 0 ? number : number - 1;
}
