import { type Backlog, backlogOf, planSpread, type SpreadWish, spread } from "../app/backlog.ts";
import { readHome } from "../app/study-home.ts";
import type { Spread } from "../progress/spread.ts";
import { counted } from "../text/counted.ts";
import type { BacklogFlags } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { chosenDecks } from "./deck-choice.ts";
import { openDialogue } from "./dialogue.ts";
import { guarded } from "./guard.ts";
import { tableLines } from "./table.ts";
import { openStores } from "./wiring.ts";

export const backlog = guarded(async function (this: RectoContext, flags: BacklogFlags, ...names: string[]): Promise<void> {
  if (flags.spread === undefined && (flags.yes || flags.anew || flags.most !== undefined)) {
    complain(this, "Say over how many days to spread: --spread 7.");
    return finish(this, 2);
  }
  const stores = openStores(this);
  if (!stores) return;
  const home = readHome(stores.decks);
  const decks = names.length === 0 ? undefined : chosenDecks(this, home.decks, names);
  if (names.length > 0 && !decks) return;
  const now = backlogOf(stores, home, decks);
  if (flags.spread === undefined) {
    if (flags.json) printJson(this, { backlog: now });
    else print(this, backlogLines(now).join("\n"));
    return finish(this, 0);
  }
  const wish: SpreadWish = { days: flags.spread, anew: flags.anew, ...(flags.most !== undefined && { mostADay: flags.most }) };
  const plan = planSpread(stores, home, wish, decks);
  if (!flags.json) print(this, [...backlogLines(now), "", ...planLines(plan)].join("\n"));
  const isWanted = plan.moves.length > 0 && (flags.yes || (!flags.json && (await isConfirmed(this, plan))));
  if (isWanted) spread(stores, plan);
  stores.leave();
  if (flags.json) printJson(this, { backlog: now, days: plan.days, moves: plan.moves, done: isWanted });
  else if (isWanted) print(this, `Moved ${counted(plan.moves.length, "card")}. recto undo takes all of it back.`);
  finish(this, isWanted || plan.moves.length === 0 || flags.json ? 0 : 1);
});

function backlogLines(now: Backlog): readonly string[] {
  const { overdue, dueToday, reviewsPerDay, goneOn, ownPace, goneOnAtOwnPace } = now;
  if (overdue + dueToday === 0) return ["No review is waiting."];
  const own =
    ownPace > 0 && ownPace < reviewsPerDay
      ? [`At ${ownPace} a day, as in the last two weeks, ${goneWords(goneOnAtOwnPace)}.`]
      : [];
  return [
    `${counted(overdue, "review")} overdue, ${dueToday} due today.`,
    `At ${reviewsPerDay} reviews a day ${goneWords(goneOn)}, if all are remembered.`,
    ...own,
  ];
}

function goneWords(day: string | undefined): string {
  return day === undefined ? "they are not gone within a year" : `they are gone on ${day}`;
}

function planLines({ days, moves }: Spread): readonly string[] {
  if (moves.length === 0) return ["Nothing has to be moved for that."];
  return [
    ...tableLines(
      ["Day", "Due now", "Due then"],
      days.map(({ day, before, after }) => [day, String(before), String(after)]),
      1,
    ),
    `${counted(moves.length, "card")} would be moved, the most overdue the least.`,
  ];
}

async function isConfirmed(context: RectoContext, plan: Spread): Promise<boolean> {
  if (!context.canAsk) {
    complain(context, "Nothing was moved. --yes moves them.");
    return false;
  }
  const dialogue = openDialogue(context);
  const reply = await dialogue.ask(`Move ${counted(plan.moves.length, "card")}? y or n: `);
  dialogue.pause();
  return typeof reply === "object" && /^y(?:es)?$/i.test(reply.typed.trim());
}
