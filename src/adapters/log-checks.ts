import { ratings } from "../scheduling/schedule.ts";

/** Whether an unknown value may stand in a field of the log. By hand, not with a schema library: there are millions. */
export type Check = (value: unknown) => boolean;

export const isCardId: Check = (value) => typeof value === "string" && /^[\x21-\x7e]{1,64}$/.test(value);
export const isWriterId: Check = (value) => typeof value === "string" && /^[0-9a-z]{8,40}$/.test(value);
export const isText: Check = (value) => typeof value === "string";
export const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
export const isFlag: Check = (value) => typeof value === "boolean";
export const isWeights: Check = (value) =>
  value === null || (Array.isArray(value) && value.length === 21 && value.every(isNumber));
export const isRating: Check = oneOf(ratings);

/** Minutes of a day that somebody has for something. */
export const isMinutes: Check = (value) => isNumber(value) && (value as number) > 0 && (value as number) <= 1440;
/** `HH:MM` */
export const isClockTime: Check = (value) => typeof value === "string" && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value);
export const isDeckNames: Check = (value) => Array.isArray(value) && value.every(isText);
/** What cards are worth, by `#tag`, note or card. */
export const isImportance: Check = (value) =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((worth) => isNumber(worth) && (worth as number) > 0);

export function oneOf(words: readonly string[]): Check {
  return (value) => words.includes(value as string);
}

export function wholeNumber(least: number, most: number): Check {
  return (value) => Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}

const highestN = 2 ** 31 - 1;
export const isN = wholeNumber(1, highestN);

/** `<writer>.<n>` */
export const isEventId: Check = (value) => {
  if (typeof value !== "string") return false;
  const dot = value.indexOf(".");
  const n = value.slice(dot + 1);
  return isWriterId(value.slice(0, dot)) && /^[1-9][0-9]{0,9}$/.test(n) && isN(Number(n));
};

/** `YYYY-MM-DD`, a day of the calendar. */
export const isStudyDay: Check = (value) => typeof value === "string" && value.length === 10 && isDate(value);

/** `YYYY-MM-DDTHH:MM:SS.mmmZ`, nothing else: strings of this form sort by time. */
export const isInstant: Check = (value) =>
  typeof value === "string" &&
  value.length === 24 &&
  isDate(value) &&
  value[10] === "T" &&
  digits(value, 11, 2) <= 23 &&
  value[13] === ":" &&
  digits(value, 14, 2) <= 59 &&
  value[16] === ":" &&
  digits(value, 17, 2) <= 59 &&
  value[19] === "." &&
  digits(value, 20, 3) <= 999 &&
  value[23] === "Z";

const isStep = wholeNumber(0, 1000);
const isInterval = wholeNumber(1, 100_000);

/** A schedule that an answer can lead to. */
export const isAnsweredSchedule: Check = (value) => {
  if (typeof value !== "object" || value === null) return false;
  const { state, step, interval, dueAt, dueOn } = value as Record<string, unknown>;
  if (state === "review") return isInterval(interval) && isStudyDay(dueOn);
  if ((state !== "learning" && state !== "relearning") || !isStep(step)) return false;
  return dueOn === undefined ? isInstant(dueAt) : isStudyDay(dueOn) && dueAt === undefined;
};

function isDate(text: string): boolean {
  if (text[4] !== "-" || text[7] !== "-") return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  return year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Their number; NaN, which no comparison admits, when one is no digit. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
