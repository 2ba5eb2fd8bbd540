import { type Acted, actOnCards, type CardAct } from "../app/card-acts.ts";
import { cardsMeant, isWanted, type Wanted } from "../app/find-cards.ts";
import type { Stores } from "../app/ports.ts";
import { todayFor } from "../app/study-day-plan.ts";
import { type PlacedCard, readHome, type StudyHome } from "../app/study-home.ts";
import { frontAsText } from "../cards/cards-of-note.ts";
import { addDays, type StudyDay } from "../scheduling/study-day.ts";
import { counted } from "../text/counted.ts";
import type { CardActFlags, CardListFlags, JsonFlag } from "./application.ts";
import { cardDetails, cardJson, cardRows, historyOf } from "./card-report.ts";
import { complain, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { leechesIn, leechLines } from "./leeches.ts";
import { columnsOf } from "./rows.ts";
import { cellText, tableLines } from "./table.ts";
import { openStores } from "./wiring.ts";

export const list = guarded(function (this: RectoContext, flags: CardListFlags, ...words: string[]): void {
  const desk = openDesk(this);
  if (!desk) return;
  const wanted: Wanted = flags;
  const { stores, today } = desk;
  const { state } = stores.history();
  const found = cardsMeant(desk.home, words).filter((placed) => isWanted(placed, wanted, state, stores.settings, today));
  if (flags.json) printJson(this, { cards: found.map((placed) => cardJson(placed, desk)) });
  else if (found.length === 0) noneFound(this, desk.home, words);
  else print(this, tableLines(["Card", "Is", "Due", "Front"], cardRows(found, desk), 4).join("\n"));
  finish(this, found.length === 0 ? 1 : 0);
});

export const leeches = guarded(function (this: RectoContext, flags: JsonFlag, ...words: string[]): void {
  const desk = openDesk(this);
  if (!desk) return;
  const found = leechesIn(cardsMeant(desk.home, words), desk.stores);
  if (flags.json) printJson(this, { cards: found.map((placed) => cardJson(placed, desk)) });
  else if (found.length === 0) print(this, "No card was forgotten too often.");
  else print(this, leechLines(found, columnsOf(this.streams.output)).join("\n"));
  finish(this, 0);
});

export const show = guarded(function (this: RectoContext, flags: JsonFlag, ...words: string[]): void {
  const desk = openDesk(this);
  const chosen = desk && chosenCards(this, desk, words, "one");
  const [placed] = chosen ?? [];
  if (!desk || !placed) return;
  const answers = historyOf(placed, desk.stores);
  if (flags.json) printJson(this, { ...cardJson(placed, desk), answers });
  else print(this, cardDetails(placed, desk, answers, columnsOf(this.streams.output)).join("\n"));
  finish(this, 0);
});

const simple = (type: "suspend" | "resume" | "bury" | "reset") =>
  guarded(function (this: RectoContext, flags: CardActFlags, ...words: string[]): void {
    act(this, flags, words, () => ({ type }));
  });

export const suspend = simple("suspend");
export const resume = simple("resume");
export const bury = simple("bury");
export const reset = simple("reset");

export const flag = guarded(function (this: RectoContext, flags: CardActFlags, ...[number = "", ...words]: string[]): void {
  act(this, flags, words, () =>
    /^[0-7]$/.test(number)
      ? { type: "flag", flag: Number(number) }
      : `"${number}" is no flag. Flags are 1 to 7; 0 takes one away.`,
  );
});

export const due = guarded(function (this: RectoContext, flags: CardActFlags, ...[day = "", ...words]: string[]): void {
  act(this, flags, words, ({ today }) => {
    const dueOn = dayMeant(day, today);
    if (dueOn === undefined) return `"${day}" is no day. Write it as 2026-12-04, today, tomorrow, or +10 for in ten days.`;
    return dueOn < today ? `${dueOn} is over. The earliest day is ${today}.` : { type: "setDue", dueOn };
  });
});

/** The home and the day that a command on cards works on. */
export interface Desk {
  readonly stores: Stores;
  readonly home: StudyHome;
  readonly today: StudyDay;
}

function openDesk(context: RectoContext): Desk | undefined {
  const stores = openStores(context);
  if (!stores) return undefined;
  const home = readHome(stores.decks);
  printProblems(context, stores.settingsProblems);
  return { stores, home, today: todayFor(stores.history(), stores.settings, stores.now()) };
}

/** `actFor`: the act, or why there is none. */
function act(
  context: RectoContext,
  flags: CardActFlags,
  words: readonly string[],
  actFor: (desk: Desk) => CardAct | string,
): void {
  const desk = openDesk(context);
  if (!desk) return;
  const wanted = actFor(desk);
  if (typeof wanted === "string") {
    refuse(context, wanted);
    return;
  }
  const cards = chosenCards(context, desk, words, flags.all ? "all" : "several");
  if (!cards) return;
  const acted = actOnCards(desk.stores, desk.home, cards, wanted);
  desk.stores.leave();
  report(context, flags, wanted, acted);
}

/** Several only where the learner said so, or named each. Undefined: that has been said. */
function chosenCards(
  context: RectoContext,
  { home }: Desk,
  words: readonly string[],
  all: "one" | "several" | "all",
): readonly PlacedCard[] | undefined {
  if (words.join("").trim() === "") {
    refuse(context, "Say which card: words of it, or its id. recto card list shows them all.");
    return undefined;
  }
  const found = cardsMeant(home, words);
  if (found.length === 0) {
    noneFound(context, home, words);
    finish(context, 1);
    return undefined;
  }
  const isNamed = words.every((word) => found.some(({ card }) => card.id === word));
  if (found.length === 1 || all === "all" || (all === "several" && isNamed && found.length === new Set(words).size)) return found;
  complain(
    context,
    `${counted(found.length, "card")} could be meant. Say more of it, or an id${all === "one" ? "" : ", or --all"}:`,
  );
  for (const { card } of found.slice(0, mostCandidates))
    complain(context, `  ${card.id}  ${cellText(frontAsText(card.front))} → ${cellText(card.answers.join(", "))}`);
  if (found.length > mostCandidates) complain(context, `  and ${found.length - mostCandidates} more`);
  finish(context, 2);
  return undefined;
}

const mostCandidates = 20;

function report(context: RectoContext, { json }: CardActFlags, wanted: CardAct, { done, refused }: Acted): void {
  if (json) {
    printJson(context, {
      done: done.map(({ card }) => card.id),
      refused: refused.map(({ placed, why }) => ({ id: placed.card.id, why })),
    });
  } else {
    for (const { placed, why } of refused) complain(context, `${named(placed)} ${why}.`);
    const [first] = done;
    if (first) {
      const what = done.length === 1 ? named(first) : counted(done.length, "card");
      print(context, `${doneWords(wanted)} ${what}. recto undo takes it back.`);
    }
  }
  finish(context, done.length > 0 ? 0 : 1);
}

function doneWords(wanted: CardAct): string {
  switch (wanted.type) {
    case "suspend":
      return "Suspended until resumed:";
    case "resume":
      return "Asked again when due:";
    case "bury":
      return "Buried until tomorrow:";
    case "reset":
      return "New again, with nothing remembered:";
    case "flag":
      return wanted.flag === 0 ? "No flag any more:" : `Flag ${wanted.flag}:`;
    case "setDue":
      return `Due on ${wanted.dueOn}:`;
  }
}

function dayMeant(text: string, today: StudyDay): StudyDay | undefined {
  if (text === "today") return today;
  if (text === "tomorrow") return addDays(today, 1);
  const days = /^\+(\d{1,5})$/.exec(text)?.[1];
  if (days !== undefined) return addDays(today, Number(days));
  const isDate = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
  return isDate ? text : undefined;
}

function named({ card }: PlacedCard): string {
  return `“${cellText(frontAsText(card.front))}”`;
}

/** What cannot be read may be what is sought. */
function noneFound(context: RectoContext, { problems }: StudyHome, words: readonly string[]): void {
  complain(
    context,
    words.length === 0 ? "There is no such card." : `There is no such card with “${cellText(words.join(" "))}” in it.`,
  );
  printProblems(context, problems);
}

function refuse(context: RectoContext, why: string): void {
  complain(context, why);
  finish(context, 2);
}
