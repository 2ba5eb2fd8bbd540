import { seminarReport } from "../app/seminar-report.ts";
import { inDays } from "../app/seminar-words.ts";
import { seminarToday } from "../app/seminars-ahead.ts";
import { todayFor } from "../app/study-day-plan.ts";
import type { QuizReport } from "../progress/seminar-report.ts";
import { counted } from "../text/counted.ts";
import { shortDate } from "../text/short-date.ts";
import type { JsonFlag } from "./application.ts";
import { finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { chosenSeminar } from "./seminar-choice.ts";
import { cellText, tableLines } from "./table.ts";
import { openStores } from "./wiring.ts";

/** What was predicted against what the quizzes showed. */
export const report = guarded(async function (this: RectoContext, flags: JsonFlag, name?: string): Promise<void> {
  const stores = openStores(this);
  if (!stores) return;
  const history = stores.history();
  const seminar = chosenSeminar(this, history, name);
  if (!seminar) return;
  const today = todayFor(history, stores.settings, stores.now());
  const { pace, outlook, cards } = seminarToday(stores, history, stores.outlines.read(), today, seminar);
  const quizzes = seminarReport(history, seminar);
  stores.leave();
  if (flags.json) {
    const { now, left, planned } = outlook;
    printJson(this, {
      seminar: { ...seminar, daysLeft: pace.daysLeft, cards: cards.length, expectedKnown: { now, left, planned } },
      quizzes,
    });
    return finish(this, 0);
  }
  const known = `${Math.round(outlook.now)} of ${counted(cards.length, "card")} expected to be known now`;
  const ahead = pace.daysLeft > 0 ? `, ${Math.round(outlook.left)} on the day if nothing more is done` : "";
  const lines = [`${cellText(seminar.title)}: ${inDays(pace.daysLeft)}, ${shortDate(seminar.on)} · ${known}${ahead}.`];
  if (quizzes.length === 0) lines.push(`No quiz yet. Give one: recto quiz "${seminar.title}"`);
  for (const quiz of quizzes) lines.push("", ...quizLines(quiz));
  print(this, lines.join("\n"));
  finish(this, 0);
});

function quizLines({ day, recalled, predicted, bands, chosen }: QuizReport): readonly string[] {
  const { n, share, low, high } = recalled;
  const choices = chosen.cards === 0 ? "" : ` ${counted(chosen.cards, "card")} chosen among four, ${chosen.right} rightly.`;
  if (n === 0 || share === null || low === null || high === null)
    return [`Quiz of ${shortDate(day)}: nothing had to be recalled.${choices}`];
  const range = `${percent(low)} to ${percent(high)} may well be by chance`;
  const verdict = predicted < low ? "Better than predicted." : predicted > high ? "Less than predicted." : "As predicted.";
  return [
    `Quiz of ${shortDate(day)}: predicted ${percent(predicted)}, recalled ${percent(share)} of ${counted(n, "card")} (${range}). ${verdict}${choices}`,
    ...tableLines(
      ["Predicted", "Cards", "Mean", "Recalled"],
      bands.map(({ from, predicted: mean, cards, recalled: known }, place) => [
        bandName(from, bands[place + 1]?.from),
        String(cards),
        percent(mean),
        percent(known / cards),
      ]),
      1,
    ).map((line) => `  ${line}`),
  ];
}

function bandName(from: number, next: number | undefined): string {
  if (from === 0) return `below ${percent(next ?? 0.5)}`;
  return `from ${percent(from)}`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
