import { counted } from "../text/counted.ts";
import { shortDate } from "../text/short-date.ts";
import type { SeminarOverview } from "./sitting.ts";

/** "Seminar “Reading group” in 8 days (Thu 3 Dec, 14:00): 33 of 42 cards expected to be known, 40 with 15 minutes a day." */
export function seminarSentence(seminar: SeminarOverview): string {
  const { title, on, time, daysLeft, minutesADay, cards, expectedKnown } = seminar;
  const when = `${inDays(daysLeft)} (${shortDate(on)}${time === undefined ? "" : `, ${time}`})`;
  const [left, planned] = [Math.round(expectedKnown.left), Math.round(expectedKnown.planned)];
  const plan = daysLeft > 0 ? `, ${planned} with ${counted(minutesADay, "minute")} a day` : "";
  return `Seminar “${title}” ${when}: ${left} of ${counted(cards, "card")} expected to be known${plan}.`;
}

/** The same for one row of a screen, the longest first. */
export function seminarForms({ title, on, daysLeft, cards, expectedKnown }: SeminarOverview): readonly string[] {
  const expected = `${Math.round(expectedKnown.left)} of ${cards} expected`;
  const when = `${inDays(daysLeft)}, ${shortDate(on)}`;
  return [
    ...(daysLeft > 0 ? [`Seminar “${title}” ${when} · ${expected}, ${Math.round(expectedKnown.planned)} as planned`] : []),
    `Seminar “${title}” ${when} · ${expected}`,
    `Seminar ${when} · ${expected}`,
    `Seminar ${inDays(daysLeft)} · ${Math.round(expectedKnown.left)}/${cards}`,
  ];
}

/** "today", "tomorrow", "in 8 days". */
export function inDays(daysLeft: number): string {
  if (daysLeft < 0) return daysLeft === -1 ? "yesterday" : `${-daysLeft} days ago`;
  return daysLeft === 0 ? "today" : daysLeft === 1 ? "tomorrow" : `in ${daysLeft} days`;
}
