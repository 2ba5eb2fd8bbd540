/** A UTC instant, `YYYY-MM-DDTHH:MM:SS.mmmZ`. Strings of this form sort by time. */
export type Instant = string;

/** A local calendar date, `YYYY-MM-DD`, whose day ends at the rollover hour (4 am by default). */
export type StudyDay = string;

/**
 * The local calendar date, minus one day when the local hour is below `rolloverHour` (0-23). The hour is compared:
 * subtracting hours from the instant would differ in the nights when clocks change.
 *
 * @param timeZone IANA name; absent: the machine's own zone.
 * @throws RangeError when the zone is unknown to `Intl` or the instant is not one.
 */
export function studyDayOf(instant: Instant, timeZone: string | undefined, rolloverHour: number): StudyDay {
  const { day, hour } = localTimeOf(new Date(instant), timeZone);
  return hour < rolloverHour ? addDays(day, -1) : day;
}

/** Minutes that local time is ahead of UTC at this instant; negative in the west. @throws RangeError as `studyDayOf` */
export function offsetMinutesOf(instant: Instant, timeZone: string | undefined): number {
  const at = new Date(instant);
  const { day, hour, minute } = localTimeOf(at, timeZone);
  const localMinutes = dayNumber(day) * 1440 + hour * 60 + minute;
  return localMinutes - Math.floor(at.getTime() / 60_000);
}

/**
 * Today never goes back while one travels west: the later of the clock's study day and `newestDay`, the study day
 * of the newest event that is not in the future (`newestStudyDay`).
 */
export function todayOf(
  now: Instant,
  timeZone: string | undefined,
  rolloverHour: number,
  newestDay: StudyDay | undefined,
): StudyDay {
  const day = studyDayOf(now, timeZone, rolloverHour);
  return newestDay !== undefined && newestDay > day ? newestDay : day;
}

/** Whole days from one study day to another; negative when `to` is earlier. */
export function daysBetween(from: StudyDay, to: StudyDay): number {
  return dayNumber(to) - dayNumber(from);
}

export function addDays(day: StudyDay, days: number): StudyDay {
  return dayOfNumber(dayNumber(day) + days);
}

/** The day so many days after 1970-01-01. */
export function dayOfNumber(number: number): StudyDay {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** The first instant of a study day, to the millisecond; where the zone skipped that date, of the next one. */
export function startOfStudyDay(day: StudyDay, timeZone: string | undefined, rolloverHour: number): Instant {
  const midnight = dayNumber(day) * dayMs;
  const isWithin = (ms: number) => studyDayOf(instantOf(ms), timeZone, rolloverHour) >= day;
  const likely = midnight + (rolloverHour * 60 - offsetMinutesOf(instantOf(midnight), timeZone)) * 60_000;
  if (isWithin(likely) && !isWithin(likely - 1)) return instantOf(likely);
  let before = midnight - dayMs;
  let within = midnight + 3 * dayMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (isWithin(middle)) within = middle;
    else before = middle;
  }
  return instantOf(within);
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(Date.parse(instant) + minutes * 60_000);
}

function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Days since 1970-01-01; negative before: Howard Hinnant's `days_from_civil`. By character, since replay asks it for every answer. */
export function dayNumber(day: StudyDay): number {
  const month = digits(day, 5) * 10 + digits(day, 6);
  const date = digits(day, 8) * 10 + digits(day, 9);
  const calendarYear = digits(day, 0) * 1000 + digits(day, 1) * 100 + digits(day, 2) * 10 + digits(day, 3);
  const year = month <= 2 ? calendarYear - 1 : calendarYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function digits(day: StudyDay, place: number): number {
  return day.charCodeAt(place) - 48;
}

const dayMs = 86_400_000;
interface LocalTime {
  readonly day: StudyDay;
  readonly hour: number;
  readonly minute: number;
}

/**
 * The machine's own zone is asked through `Date`: the first `Intl` formatter of a run takes 10 ms, a third of an empty program.
 * @throws RangeError
 */
function localTimeOf(at: Date, timeZone: string | undefined): LocalTime {
  if (Number.isNaN(at.getTime())) throw new RangeError("Not an instant.");
  if (timeZone === undefined) {
    const day = `${padded(at.getFullYear(), 4)}-${padded(at.getMonth() + 1, 2)}-${padded(at.getDate(), 2)}`;
    return { day, hour: at.getHours(), minute: at.getMinutes() };
  }
  const local = formatterOf(timeZone).format(at);
  const day = `${local.slice(6, 10)}-${local.slice(0, 2)}-${local.slice(3, 5)}`;
  return { day, hour: Number(local.slice(12, 14)), minute: Number(local.slice(15, 17)) };
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs a thousand times what using it does. It prints `MM/DD/YYYY, HH:MM`. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}
