import type { Stores } from "../app/ports.ts";
import type { PlacedCard } from "../app/study-home.ts";
import { frontAsText } from "../cards/cards-of-note.ts";
import { deckTitle } from "../notes/deck.ts";
import type { ReviewedEvent } from "../scheduling/event.ts";
import { isLeech } from "../scheduling/leech.ts";
import { forEachLiving, undoneIn } from "../scheduling/living-events.ts";
import { elapsedDaysOf } from "../scheduling/replay-card.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, cardStateOf } from "../scheduling/study-state.ts";
import { counted } from "../text/counted.ts";
import type { Desk } from "./card.ts";
import { rows } from "./rows.ts";

/** A row a card: id, what it is, when it is due, what it asks. */
export function cardRows(cards: readonly PlacedCard[], desk: Desk): readonly (readonly string[])[] {
  return cards.map((placed) => {
    const state = cardStateOf(desk.stores.history().state, placed.card.id);
    return [placed.card.id, traitsOf(placed, state, desk).join(", "), dueDay(state) ?? "", frontAsText(placed.card.front)];
  });
}

export function cardJson(placed: PlacedCard, desk: Desk): object {
  const { card, deck, line } = placed;
  const { state } = desk.stores.history();
  const own = cardStateOf(state, card.id);
  const { memory } = own;
  return {
    id: card.id,
    deck: deck.name,
    file: deck.file,
    line,
    front: frontAsText(card.front),
    answers: card.answers,
    source: card.sentence ?? null,
    at: card.at ?? null,
    schedule: own.schedule,
    suspended: own.suspended,
    buried: own.buriedOn === desk.today,
    flag: own.flag,
    leech: isLeech(own.lapses, desk.stores.settings.leechThreshold),
    answersGiven: own.reps,
    lapses: own.lapses,
    lastReviewedOn: own.lastReviewedOn ?? null,
    daysTo90: memory ? state.fsrs.interval(0.9, memory.stabilityDays) : null,
    difficulty: memory?.difficulty ?? null,
    retrievability: memory ? state.fsrs.retrievability(elapsedDaysOf(own, desk.today), memory.stabilityDays) : null,
  };
}

/** Everything that is known of one card, its answers oldest first. */
export function cardDetails(placed: PlacedCard, desk: Desk, answers: readonly GivenAnswer[], columns: number): readonly string[] {
  const { card, deck, line } = placed;
  const { state } = desk.stores.history();
  const own = cardStateOf(state, card.id);
  const place = [`${deck.file}:${line}`, card.at, deckTitle(deck), card.id].filter((part) => part !== undefined);
  return [
    ...rows("", frontAsText(card.front), columns),
    ...rows("→ ", card.answers.join(" · "), columns),
    ...(card.sentence === undefined ? [] : rows("  ", card.sentence, columns)),
    "",
    ...rows("", place.join(" · "), columns),
    ...rows("", [...traitsOf(placed, own, desk), ...dueWords(own, desk.today)].join(", "), columns),
    ...memoryWords(own, desk),
    ...(answers.length === 0 ? [] : [`${counted(answers.length, "answer")}, ${own.lapses} forgotten:`]),
    ...answers.map(({ studyDay, rating, answerMs, kind, next }) =>
      `  ${studyDay}  ${rating.padEnd(5)}  ${(answerMs / 1000).toFixed(1).padStart(6)} s  ${kind.padEnd(9)}  ${next}`.trimEnd(),
    ),
  ];
}

/** An answer as it is told. */
export interface GivenAnswer {
  readonly studyDay: StudyDay;
  readonly rating: string;
  readonly answerMs: number;
  readonly kind: string;
  /** What it led to: "12 days", "step 1". */
  readonly next: string;
}

/** The living answers to a card, oldest first. Reads the whole log. */
export function historyOf({ card }: PlacedCard, stores: Stores): readonly GivenAnswer[] {
  const { events } = stores.history();
  const answers: GivenAnswer[] = [];
  forEachLiving(events, undoneIn(events), (event) => {
    if (event.type !== "reviewed" || event.cardId !== card.id) return;
    const { studyDay, rating, answerMs, kind, schedule } = event;
    answers.push({ studyDay, rating, answerMs, kind, next: nextWords(schedule) });
  });
  return answers;
}

function nextWords(schedule: ReviewedEvent["schedule"]): string {
  if (schedule === undefined) return "";
  if (schedule.state === "review") return counted(schedule.interval, "day");
  return `${schedule.state} step ${schedule.step + 1}`;
}

/** What the card is, the state first. */
function traitsOf({ card }: PlacedCard, own: CardState, { stores, today }: Desk): readonly string[] {
  return [
    own.schedule.state,
    ...(card.orphan ? ["orphan"] : []),
    ...(own.suspended ? ["suspended"] : []),
    ...(own.buriedOn === today ? ["buried"] : []),
    ...(isLeech(own.lapses, stores.settings.leechThreshold) ? ["leech"] : []),
    ...(own.flag > 0 ? [`flag ${own.flag}`] : []),
  ];
}

function dueDay({ schedule }: CardState): string | undefined {
  if ("dueOn" in schedule) return schedule.dueOn;
  return "dueAt" in schedule ? `${schedule.dueAt.slice(0, 16).replace("T", " ")} UTC` : undefined;
}

function dueWords(own: CardState, today: StudyDay): readonly string[] {
  const due = dueDay(own);
  if (due === undefined) return [];
  const days = "dueOn" in own.schedule ? daysBetween(today, own.schedule.dueOn) : 0;
  const wait = days === 0 ? "" : days > 0 ? ` (in ${counted(days, "day")})` : ` (${counted(-days, "day")} ago)`;
  return [`due ${due}${wait}`, ...(own.schedule.state === "review" ? [`interval ${counted(own.schedule.interval, "day")}`] : [])];
}

function memoryWords(own: CardState, { stores, today }: Desk): readonly string[] {
  const { memory } = own;
  if (!memory) return [];
  const { fsrs } = stores.history().state;
  const recall = Math.round(100 * fsrs.retrievability(elapsedDaysOf(own, today), memory.stabilityDays));
  const days = fsrs.interval(0.9, memory.stabilityDays);
  const rounded = days < 10 ? days.toFixed(1) : String(Math.round(days));
  return [
    `Recalled today with ${recall}%, with 90% ${rounded} days after the last answer; difficulty ${memory.difficulty.toFixed(1)} of 10`,
  ];
}
