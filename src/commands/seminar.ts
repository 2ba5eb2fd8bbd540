import { HomeReader } from "../app/home-reader.ts";
import type { Stores } from "../app/ports.ts";
import { startReview } from "../app/review.ts";
import { removeSeminar, setSeminar } from "../app/seminar.ts";
import { namesWithoutCards } from "../app/seminar-cards.ts";
import { todaysStudy } from "../app/seminar-study.ts";
import { tagsIn } from "../app/seminar-tags.ts";
import { inDays } from "../app/seminar-words.ts";
import { type SeminarToday, seminarToday } from "../app/seminars-ahead.ts";
import { todayFor } from "../app/study-day-plan.ts";
import type { Problem } from "../notes/problem.ts";
import { minutesToReachAll } from "../progress/seminar-outlook.ts";
import { type Seminar, seminarsOf } from "../progress/seminars.ts";
import type { Fsrs } from "../scheduling/fsrs.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { runPlainReview } from "../terminal/plain/index.ts";
import { counted } from "../text/counted.ts";
import { shortDate } from "../text/short-date.ts";
import type { JsonFlag, SeminarAddFlags, SeminarStudyFlags } from "./application.ts";
import { complain, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { guarded } from "./guard.ts";
import { closeApp, editDeck, runApp } from "./screens.ts";
import { chosenSeminar } from "./seminar-choice.ts";
import { cellText } from "./table.ts";
import { openStores } from "./wiring.ts";

export const add = guarded(async function (this: RectoContext, flags: SeminarAddFlags, title: string): Promise<void> {
  const stores = openStores(this);
  if (!stores) return;
  const history = stores.history();
  const today = todayFor(history, stores.settings, stores.now());
  const { day, time } = flags.on;
  const reason = refusalOf(title, flags, today);
  if (reason !== undefined) return refuse(this, reason);
  const outline = stores.outlines.read();
  const decks = chosenDecks(this, outline.decks, flags.deck ?? []);
  if (!decks) return;
  const importance = importanceIn(flags.importance ?? []);
  const wish = {
    title: title.trim(),
    on: day,
    ...(time !== undefined && { time }),
    decks: [...decks],
    minutesADay: flags.minutes ?? usualMinutes,
    ...(importance && { importance }),
  };
  if (Buffer.byteLength(JSON.stringify(wish)) > mostBytes) {
    return refuse(this, "That is more than a line of the log holds. Name fewer decks, or fewer --importance.");
  }
  stores.makeHome();
  const seminar = setSeminar(stores, history, wish);
  const state = seminarToday(stores, history, outline, today, seminar);
  const unmet = namesWithoutCards(seminar, state.cards, tagsIn(stores.decks));
  stores.leave();
  if (unmet.length > 0) complain(this, `No card of these decks has ${unmet.join(", ")}: it weighs nothing until one does.`);
  if (flags.json) printJson(this, { seminar: asJson(state) });
  else print(this, [...stateLines(state, history.state.fsrs), ...nextStep(state)].join("\n"));
  finish(this, 0);
});

const usualMinutes = 15;
/** Of the 4,096 of a line, with room for the rest of it. */
const mostBytes = 3500;

function refusalOf(title: string, { on: { day }, deck = [] }: SeminarAddFlags, today: StudyDay): string | undefined {
  if (title.trim() === "") return 'A seminar needs a title, as in: recto seminar add "Reading group" --on 2026-12-03 --deck NAME';
  if (day < today) return `${day} lies behind: today is ${today}.`;
  return deck.length === 0 ? "Name the decks that it needs: --deck NAME, several times for several decks." : undefined;
}

export const list = guarded(function (this: RectoContext, flags: JsonFlag): void {
  const stores = openStores(this);
  if (!stores) return;
  const history = stores.history();
  const today = todayFor(history, stores.settings, stores.now());
  const outline = stores.outlines.read();
  const all = seminarsOf(history.seminars.values()).map((seminar) => seminarToday(stores, history, outline, today, seminar));
  stores.leave();
  if (flags.json) printJson(this, { seminars: all.map(asJson) });
  else if (all.length === 0) {
    print(this, 'No seminar is planned. Plan one: recto seminar add "Reading group" --on 2026-12-03T14:00 --deck NAME');
  } else print(this, all.map((state) => stateLines(state, history.state.fsrs).join("\n")).join("\n\n"));
  const names = new Set(outline.decks.map(({ name }) => name));
  for (const { seminar } of all) {
    const gone = seminar.decks.filter((deck) => !names.has(deck));
    if (gone.length === 0) continue;
    complain(
      this,
      `“${seminar.title}” needs ${gone.join(", ")}, which is no deck any more. Plan it again with the decks there are.`,
    );
  }
  finish(this, 0);
});

export const remove = guarded(function (this: RectoContext, flags: JsonFlag, name: string): void {
  const stores = openStores(this);
  if (!stores) return;
  const history = stores.history();
  const seminar = chosenSeminar(this, history, name);
  if (!seminar) return;
  removeSeminar(history, seminar);
  stores.leave();
  if (flags.json) printJson(this, { removed: seminar });
  else print(this, `Removed: ${seminar.title}. Due dates stay as they are; recto undo brings the seminar back.`);
  finish(this, 0);
});

export const study = guarded(async function (this: RectoContext, flags: SeminarStudyFlags, name?: string): Promise<void> {
  const draws = this.canDraw && !flags.plain && !flags.json;
  const warnings: Problem[] = [];
  const stores = openStores(this, draws ? { warn: (problem) => warnings.push(problem) } : {});
  if (!stores) return;
  const history = stores.history();
  const seminar = chosenSeminar(this, history, name);
  if (!seminar) return;
  const today = todayFor(history, stores.settings, stores.now());
  if (seminar.on <= today) {
    complain(this, closedLine(seminar, today));
    return finish(this, 1);
  }
  const home = new HomeReader(stores);
  const studied = todaysStudy(stores, history, home.outline, today, seminar, flags.minutes);
  const before = seminarToday(stores, history, home.outline, today, seminar);
  if (flags.json) return showPlan(this, stores, before, studied);
  const isNothing = studied.plan.cards.length + studied.queue.learning.length === 0;
  if (isNothing) {
    print(this, [...stateLines(before, history.state.fsrs), nothingLine(before, studied)].join("\n"));
    return finish(this, 0);
  }
  const start = () =>
    startReview(
      stores,
      new Set(seminar.decks),
      home,
      (outline, past, day) => todaysStudy(stores, past, outline, day, seminar, flags.minutes).queue,
    );
  if (draws) await runApp(this, stores, { screen: "review", decks: seminar.decks }, warnings, { review: start });
  else {
    complain(this, `${todayLine(before, studied)}\n`);
    printProblems(this, [...home.problems(), ...stores.settingsProblems]);
    const { input, output, errors, isHeard } = this.streams;
    const result = await runPlainReview({
      stdin: input,
      stdout: output,
      stderr: errors,
      isHeard,
      sitting: start(),
      now: this.now,
      ...(input.isTTY && { openEditor: async (place) => editDeck(this, stores, place) }),
    });
    closeApp(this, stores, result);
    if (result.savingFailed) return;
  }
  const outline = stores.outlines.read();
  const after = seminarToday(stores, history, outline, todayFor(history, stores.settings, stores.now()), seminar);
  print(this, changeLine(before, after));
  if (!draws) finish(this, 0);
});

type TodaysPlan = ReturnType<typeof todaysStudy>;

function showPlan(context: RectoContext, stores: Stores, state: SeminarToday, { plan, areMinutesUsed }: TodaysPlan): void {
  stores.leave();
  printJson(context, {
    seminar: asJson(state),
    today: {
      cards: plan.cards.map(({ card, gain, seconds }) => ({ id: card.placed.cardId, deck: card.placed.deck, gain, seconds })),
      seconds: plan.seconds,
      isEnough: plan.isEnough,
      areMinutesUsed,
    },
  });
  finish(context, 0);
}

function asJson({ seminar, pace, outlook, cards }: SeminarToday): object {
  const { now, left, planned, unseen, unreached } = outlook;
  return {
    ...seminar,
    daysLeft: pace.daysLeft,
    cards: cards.length,
    unseen,
    unreached,
    expectedKnown: { now, left, planned },
  };
}

/** What `list` says of one seminar. Figures are estimates and rounded. */
function stateLines(state: SeminarToday, fsrs: Fsrs): readonly string[] {
  const { seminar, pace, outlook, cards } = state;
  const { title, on, time, decks, minutesADay } = seminar;
  const when = `${inDays(pace.daysLeft)}, ${shortDate(on)}${time === undefined ? "" : ` ${time}`}`;
  const head = `${cellText(title)}: ${when} · ${decks.map(cellText).join(", ")} · ${counted(minutesADay, "minute")} a day`;
  const known = `  Known of ${counted(cards.length, "card")}, as an estimate: ${Math.round(outlook.now)} now`;
  if (pace.daysLeft === 0) return [head, `${known}. It is today: recto quiz "${title}"`];
  if (pace.daysLeft < 0) return [head, `${known}.`];
  return [
    head,
    `${known} → ${Math.round(outlook.left)} on the day if nothing more is done → ${Math.round(outlook.planned)} with the plan.`,
    ...(outlook.unseen === 0 ? [] : [`  ${reachLine(state, fsrs)}`]),
  ];
}

/** "At 10 minutes a day about 95 of 200 cards; 20 minutes reach them all." */
function reachLine({ seminar: { minutesADay }, pace, outlook: { unseen, unreached }, cards }: SeminarToday, fsrs: Fsrs): string {
  const reached = `At ${counted(minutesADay, "minute")} a day`;
  if (unreached === 0) return `${unseen} unseen. ${reached} the plan reaches them all.`;
  const enough = minutesToReachAll(cards, pace, fsrs);
  const all = enough === undefined ? "they are too many for that day" : `${enough} minutes reach them all`;
  return `${unseen} unseen. ${reached} about ${cards.length - unreached} of ${counted(cards.length, "card")}; ${all}.`;
}

function todayLine({ seminar, pace }: SeminarToday, { plan }: TodaysPlan): string {
  const minutes = Math.max(1, Math.round(plan.seconds / 60));
  return `${seminar.title} ${inDays(pace.daysLeft)}: ${counted(plan.cards.length, "card")}, about ${counted(minutes, "minute")}.`;
}

function nothingLine({ seminar, cards }: SeminarToday, { areMinutesUsed }: TodaysPlan): string {
  const goOn = `To go on all the same: recto seminar study "${seminar.title}" --minutes 10`;
  if (cards.length === 0) return "Its decks have no cards to ask.";
  return areMinutesUsed
    ? `Today's minutes are used. ${goOn}`
    : `Enough for today: more study would hardly change what is known on the day. ${goOn}`;
}

function nextStep({ seminar, pace }: SeminarToday): readonly string[] {
  return pace.daysLeft === 0
    ? []
    : [`Next: recto seminar study "${seminar.title}", and to see what you know: recto quiz "${seminar.title}"`];
}

function closedLine({ title, on }: Seminar, today: StudyDay): string {
  if (on === today) return `“${title}” is today. Rehearse it: recto quiz "${title}"`;
  const was = `“${title}” was ${inDays(daysBetween(today, on))}; its cards are in their normal schedule`;
  return `${was}. How it went: recto seminar report "${title}"`;
}

/** What a sitting changed: the figure that nothing more being done leaves. */
function changeLine(before: SeminarToday, after: SeminarToday): string {
  const figure = ({ outlook }: SeminarToday) => Math.round(outlook.left);
  return `“${after.seminar.title}” ${inDays(after.pace.daysLeft)}: ${figure(before)} → ${figure(after)} of ${counted(after.cards.length, "card")} expected to be known.`;
}

/** "#core=3": what a tag, note or card is worth. */
function importanceIn(given: readonly (readonly [name: string, worth: number])[]): Seminar["importance"] {
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

function refuse(context: RectoContext, message: string): void {
  complain(context, message);
  finish(context, 2);
}
