import type { Outcome } from "../scheduling/outcome.ts";
import type { Rating } from "../scheduling/schedule.ts";
import type { Instant } from "../scheduling/study-day.ts";
import {
  allIn,
  type CheckedAnswer,
  type QuizCard,
  type QuizMode,
  type QuizOutcome,
  type QuizProgress,
  recalledIn,
  type Tally,
} from "../study/quiz.ts";
import type { AskedCard, Summary } from "../study/session.ts";
import type { TriageSummary } from "../study/triage.ts";
import { counted } from "../text/counted.ts";
import { smallest } from "./layout.ts";

/** Every sentence of the screens and of plain mode. The hints of the keys stand in the key table, `keys.ts`. */
export const words = {
  app: "Recto",
  tooSmall: `Window too small. Recto needs ${smallest.columns} columns and ${smallest.rows} rows. q quits.`,
  unknownKey: (key: string) => `${key} does nothing here. ? shows the keys.`,
  pauseImpossible: "This terminal cannot pause a program.",

  home: {
    deck: "Deck",
    due: "Due",
    new: "New",
    cards: "Cards",
    streak: (days: number) => `${days} day streak`,
    total: (due: number, fresh: number) => `${due} due, ${fresh} new`,
    nothingDue: "Nothing is due for now.",
    noDecks: "There are no decks yet.",
    makeOne: ["Make one from a note:", "recto generate NOTE.md"],
    noDecksReason: "There are no decks yet: recto generate NOTE.md makes one.",
    nothingToTriage: "No new note of this deck waits to be triaged.",
    firstScreen: "This is the first screen. q quits.",
    shortProblems: (count: number) => `${counted(count, "problem")}: recto check`,
    problems: (count: number) => `${counted(count, "problem")} in the decks: recto check shows what to do.`,
  },

  review: {
    ratings: { again: "Again", hard: "Hard", good: "Good", easy: "Easy" } satisfies Record<Rating, string>,
    position: (at: number, total: number) => `${at} of ${total}`,
    shortPosition: (at: number, total: number) => `${at}/${total}`,
    gap: (hint: string | undefined) => (hint === undefined ? "[…]" : `[${hint}]`),
    speaker: (name: string) => `— ${name}`,
    isNew: "new",
    seen: (times: number) => (times === 1 ? "seen once" : `seen ${times} times`),
    last: (daysAgo: number) => (daysAgo <= 0 ? "last today" : daysAgo === 1 ? "last yesterday" : `last ${daysAgo} days ago`),
    leech: "often forgotten",
    showFirst: "Show the answer first: space.",
    notSaved: (reason: string, remedy: string) => `Not saved: ${reason} ${remedy}`,
    tryAgain: "r tries again.",
    noFile: "This card has no file that could be edited.",
    noEditor: (reason: string) => `The editor did not open: ${reason}`,
    refused: "That is not possible now.",
  },

  scroll: {
    more: (count: number) => ({ long: `↓ ${counted(count, "more line")}`, short: "↓" }),
    answerBelow: { long: "↓ answer below", short: "answer ↓" },
    none: "Everything is on the screen.",
  },

  summary: {
    done: "Done",
    doneDeck: (title: string) => `Done: ${title}`,
    cards: (summary: Given) => `${given(summary)} in ${clock(summary.elapsedMs)}`,
    shortCards: ({ cards }: Given) => counted(cards, "card"),
    nothing: "Nothing is due now.",
    noAnswers: "No card was answered.",
    remembered: "Remembered",
    share: (recalled: number, recalls: number) => `${recalled} of ${recalls}`,
    percent: (recalled: number, recalls: number) => `${percentOf(recalled, recalls)}%`,
    hardest: (cards: readonly string[]) => `Hardest today: ${cards.join(", ")}`,
    hardCard: (front: string, agains: number) => `${front} (${agains}x)`,
    leftNow: (count: number) => `${counted(count, "card")} left for today`,
    tomorrow: (due: number) => (due === 0 ? "Nothing due tomorrow" : `Tomorrow: ${due} due`),
    comingBack: (count: number, minutes: number | undefined) =>
      `${counted(count, "card")} ${count === 1 ? "comes" : "come"} back ${minutes === undefined ? "later today" : inShortMinutes(minutes)}`,
    heldBack: ({ heldBack, caughtUpOn }: Pick<Summary, "heldBack" | "caughtUpOn">) =>
      `${counted(heldBack, "card")} held back by today's limits${caughtUpOn === undefined ? "" : `; at this pace none from ${caughtUpOn} on`}`,
    nothingComesBack: "No card comes back today.",
    waiting: (minutes: number) => `Waiting: the next card comes back ${inShortMinutes(minutes)}.`,
    farewell: (summary: Summary) => `${words.summary.cards(summary)}. ${words.summary.tomorrow(summary.dueTomorrow)}.`,
    farewellNotSaved: (reason: string, remedy: string) => `Not saved: ${reason} ${remedy}`,
  },

  triage: {
    looking: "Reading the sources …",
    failed: (reason: string) => `Triage could not begin: ${reason}`,
    title: "Triage",
    done: "Triage done",
    cards: (count: number) => counted(count, "card"),
    later: (reason: string) => `Offered last: ${reason}.`,
    noScore: (isInSource: boolean) => (isInSource ? "generate would not make it now" : "no score, as its line was not found"),
    nothing: "No new note waits to be triaged.",
    left: (count: number) => `${counted(count, "note")} left for another time`,
    nothingLeft: "No note is left.",
    judged: (summary: TriageSummary): string => {
      const isNone = summary.kept + summary.edited + summary.dropped === 0;
      return isNone ? "No note was judged." : `${words.triage.tally(summary)}.`;
    },
    tally: ({ kept, edited, dropped }: Omit<TriageSummary, "left">) =>
      Object.entries({ kept, edited, dropped })
        .flatMap(([verdict, count]) => (count > 0 ? [`${count} ${verdict}`] : []))
        .join(", "),
    farewell: (summary: TriageSummary): string => {
      const { kept, edited, dropped, left } = summary;
      if (kept + edited + dropped === 0) return "";
      return `Triage: ${words.triage.tally(summary)}.${left > 0 ? ` ${words.triage.left(left)}.` : ""}`;
    },
    plainPosition: (at: number, total: number, deck: string) => `Note ${at} of ${total}${deck === "" ? "" : `, ${deck}`}`,
    plainCard: (number: number, total: number) => `Card ${number} of ${total}:`,
    plainAnswer: (answer: string) => `Answer: ${answer}`,
    plainSentence: (sentence: string) => `Made from: ${sentence}`,
    plainPlaces: (places: readonly string[]) => `${places.join(", ")}.`,
  },

  quiz: {
    name: "Quiz",
    title: (title: string, seminarIn: string | undefined) =>
      seminarIn === undefined ? title : `${title} · seminar ${seminarIn}`,
    over: (title: string) => (title === "" ? "Quiz done" : `Quiz done: ${title}`),
    position: ({ at, total, isAgain }: QuizProgress) => `${isAgain ? "Again" : "Question"} ${at} of ${total}`,
    right: (count: number) => `${count} right`,
    typeHere: "> ",
    sayAloud: "Say it aloud, then look.",
    wrote: "You wrote",
    chose: "You chose",
    expected: "Expected",
    answer: "Answer",
    grades: { wrong: "Wrong", close: "Close", right: "Right" } satisfies Record<QuizOutcome, string>,
    nothing: "There is no card to ask.",
    noneAsked: "No card was marked.",
    known: "Known",
    missed: "Missed",
    bySection: "By section",
    bySource: "By source",
    before: "Before",
    again: (tally: Tally) => `Second round: ${shareOf(tally)}`,
    left: (count: number) => `${counted(count, "card")} not asked`,
    broughtBack: (count: number) => `${counted(count, "card")} ${count === 1 ? "comes" : "come"} back today`,
    nothingMissed: "Nothing was missed.",
    nothingToAccept: "This counts as it is marked.",
    farewell: (tally: Tally) => `Quiz: ${shareOf(tally)} known.`,
    plainPosition: (progress: QuizProgress, deck: string) =>
      `${words.quiz.position(progress)}${deck === "" ? "" : `, ${deck}`}, ${words.quiz.right(progress.right)}`,
    plainType: "Type the answer; Enter alone shows it. /stop stops, /keys lists all words.",
    plainChoose: (count: number) => `1 to ${count}, or the answer itself.`,
    plainCount: (count: number) => `count: the ${counted(count, "card")} you missed come back today, as forgotten.`,
    plainMissed: "missed: a second round over them.",
    plainLeave: "Enter leaves.",
    plainExpected: (text: string) => `Expected: ${text}`,
    plainMissing: (text: string) => `Missing: ${text}.`,
    plainExtra: (text: string) => `Not expected: ${text}.`,
    plainMiss: (given: string) => (given === "" ? "" : `You said: ${given}`),
  },

  help: { title: "Keys", stillClosed: (key: string) => `${key} does nothing here. esc closes the keys.` },

  plain: {
    position: (at: number, total: number, deck: string) => `Card ${at} of ${total}${deck === "" ? "" : `, ${deck}`}`,
    byDefault: (hint: string) => `Enter: ${hint}.`,
    defaultRating: (rating: string) => `Enter is ${rating}.`,
    moreWords: "? lists all words.",
    rating: (digit: string, rating: string, outcome: Outcome) => `${digit} ${rating} ${longWait(outcome)}`,
    unknown: (typed: string) => `"${typed}" is not known here.`,
    possible: (choices: readonly string[]) => `Possible: ${choices.join(", ")}.`,
    noEditing: (place: string) => `Editing needs a terminal. The note is in ${place}.`,
    done: (summary: Summary) =>
      `${summary.deckTitle === "" ? "Done" : `Done, ${summary.deckTitle}`}: ${given(summary)} in ${duration(summary.elapsedMs)}.`,
    remembered: (recalled: number, recalls: number) =>
      `Remembered ${recalled} of ${recalls}, ${percentOf(recalled, recalls)} percent.`,
    hardest: (cards: readonly string[]) => `Hardest today: ${cards.join(", ")}.`,
    hardCard: (front: string, agains: number) => `${front} (${counted(agains, "time")})`,
    leftNow: (count: number) => `${words.summary.leftNow(count)}.`,
    tomorrow: (due: number) => `${words.summary.tomorrow(due)}.`,
    comingBack: (count: number, minutes: number | undefined) =>
      `${counted(count, "card")} ${count === 1 ? "comes" : "come"} back ${minutes === undefined ? "later today" : inMinutes(minutes)}.`,
    heldBack: (summary: Pick<Summary, "heldBack" | "caughtUpOn">) => `${words.summary.heldBack(summary)}.`,
  },
};

/** What a mark is told as: "Close: 2 of 3 words. Counted as wrong; press y if you meant the same." */
export function verdictWords(
  { outcome, comparison, given }: CheckedAnswer,
  mode: QuizMode,
  isPractice: boolean,
  isLong = true,
): string {
  const practice = !isPractice ? "" : isLong ? " For practice: the mark stays." : " Practice.";
  if (outcome === "right") return `${comparison?.isMisspelt ? "Right, but for the spelling." : "Right."}${practice}`;
  if (outcome === "close") return `Close, and counted as known.${practice}`;
  if (mode !== "typed" || given === "") return `${mode === "typed" ? "Counted as wrong." : "Wrong."}${practice}`;
  const { verdict = "wrong", found = 0, wanted = 0 } = comparison ?? {};
  const how =
    verdict === "close" ? `Close: ${found} of ${counted(wanted, "word")}.` : isLong ? "Not what was expected." : "Wrong.";
  if (isPractice) return `${how}${practice}`;
  return `${how} ${isLong ? "Counted as wrong; press y if you meant the same." : "y: same."}`;
}

/** "14 of 20" */
export function shareOf(tally: Tally): string {
  return `${recalledIn(tally)} of ${allIn(tally)}`;
}

/** "decks/memory.md:41 · p. 12": where a card of a quiz can be looked up. */
export function placeParts({ file, line, card }: Pick<QuizCard, "file" | "line" | "card">): readonly string[] {
  return [`${file}:${line}`, ...(card.at === undefined ? [] : [card.at])];
}

type Given = Pick<Summary, "answers" | "cards" | "elapsedMs">;

/** "20 cards", or "20 cards, 45 answers" where some came back. */
function given({ answers, cards }: Given): string {
  return answers === cards ? counted(cards, "card") : `${counted(cards, "card")}, ${counted(answers, "answer")}`;
}

/** "memory.md:41", "p. 12", "seen 6 times", "last 9 days ago"; the short form leaves the last one out. */
export function referenceParts(asked: AskedCard, isLong: boolean): readonly string[] {
  const { file, line, card, timesSeen, lastSeenDaysAgo, isLeech } = asked;
  const parts = [
    `${file}:${line}`,
    card.at,
    timesSeen === 0 ? words.review.isNew : words.review.seen(timesSeen),
    isLong && timesSeen > 0 && lastSeenDaysAgo !== undefined ? words.review.last(lastSeenDaysAgo) : undefined,
    isLeech ? words.review.leech : undefined,
  ];
  return parts.filter((part) => part !== undefined);
}

/** "10m", "2h", "12d", "2mo", "1.5y": for the rating keys. */
export function shortWait({ wait, suspends }: Pick<Outcome, "wait" | "suspends">): string {
  if (suspends) return "suspended";
  const { amount, unit } = roundedWait(wait);
  return `${amount}${shortUnits[unit]}`;
}

/** "in 10 minutes", "in 1.5 years": the same figures for plain mode. */
export function longWait({ wait, suspends }: Pick<Outcome, "wait" | "suspends">): string {
  if (suspends) return "then suspended";
  const { amount, unit } = roundedWait(wait);
  return `in ${amount} ${amount === 1 ? unit : `${unit}s`}`;
}

type WaitUnit = "minute" | "hour" | "day" | "month" | "year";

const shortUnits: Readonly<Record<WaitUnit, string>> = { minute: "m", hour: "h", day: "d", month: "mo", year: "y" };

function roundedWait(wait: Outcome["wait"]): { readonly amount: number; readonly unit: WaitUnit } {
  if ("minutes" in wait) {
    return wait.minutes < 60
      ? { amount: Math.ceil(wait.minutes), unit: "minute" }
      : { amount: oneDecimal(wait.minutes / 60), unit: "hour" };
  }
  if (wait.days < daysPerMonth) return { amount: wait.days, unit: "day" };
  if (wait.days < daysPerYear) return { amount: oneDecimal(wait.days / daysPerMonth), unit: "month" };
  return { amount: oneDecimal(wait.days / daysPerYear), unit: "year" };
}

const daysPerYear = 365.25;
const daysPerMonth = daysPerYear / 12;

/** One decimal below ten, none above. */
function oneDecimal(value: number): number {
  return value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** "4:12", "1:02:09". */
export function clock(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const pad = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

/** "13 minutes 40 seconds". */
export function duration(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return counted(seconds, "second");
  return seconds % 60 === 0 ? counted(minutes, "minute") : `${counted(minutes, "minute")} ${counted(seconds % 60, "second")}`;
}

/** Whole minutes from now until then, rounded up, at least 0. */
export function minutesUntil(then: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((Date.parse(then) - Date.parse(now)) / 60_000));
}

function inShortMinutes(minutes: number): string {
  if (minutes <= 0) return "now";
  return minutes < 60 ? `in ${minutes} min` : `in ${oneDecimal(minutes / 60)} h`;
}

function inMinutes(minutes: number): string {
  return minutes <= 0 ? "now" : longWait({ wait: { minutes }, suspends: false });
}

/** Never 100 % while a card was forgotten, never 0 % while one was remembered. */
export function percentOf(part: number, all: number): number {
  if (all === 0 || part === 0) return 0;
  return part === all ? 100 : Math.min(99, Math.max(1, Math.round((100 * part) / all)));
}
