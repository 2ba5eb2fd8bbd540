import { resolve } from "node:path";
import { isatty } from "node:tty";
import { nodeDisk } from "../adapters/disk.ts";
import { writeBrief } from "../adapters/export-file.ts";
import { seminarBrief } from "../app/seminar-brief.ts";
import { seminarToday } from "../app/seminars-ahead.ts";
import { todayFor } from "../app/study-day-plan.ts";
import { readHome } from "../app/study-home.ts";
import { briefHtml, briefMarkdown, briefMarks } from "../exchange/brief.ts";
import { counted } from "../text/counted.ts";
import { fileNameFor } from "../text/file-name.ts";
import { safe } from "../text/safe.ts";
import { shortDate } from "../text/short-date.ts";
import type { SeminarBriefFlags } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { chosenSeminar } from "./seminar-choice.ts";
import { openStores } from "./wiring.ts";

/** One page to take along, as Markdown and as HTML. */
export const brief = guarded(async function (this: RectoContext, flags: SeminarBriefFlags, name?: string): Promise<void> {
  const stores = openStores(this);
  if (!stores) return;
  const history = stores.history();
  const seminar = chosenSeminar(this, history, name);
  if (!seminar) return;
  const today = todayFor(history, stores.settings, stores.now());
  const { outlook, cards } = seminarToday(stores, history, stores.outlines.read(), today, seminar);
  const decks = readHome(stores.decks).decks.filter((deck) => seminar.decks.includes(deck.name));
  const page = seminarBrief(seminar, decks, history.state, {
    today,
    on: seminar.on,
    when: `${shortDate(seminar.on)}${seminar.time === undefined ? "" : ` ${seminar.time}`}`,
    estimate: `About ${Math.round(outlook.left)} of ${counted(cards.length, "card")} known on the day, as an estimate; ! marks what is weak.`,
  });
  stores.leave();
  if (page.quotes.length + page.sections.length === 0) {
    complain(this, `The decks of “${seminar.title}” have no notes.`);
    return finish(this, 1);
  }
  if (flags.out === "-") {
    const text = briefMarkdown(page);
    this.printRaw(isatty(1) ? safe(text) : text);
    return finish(this, 0);
  }
  const base = flags.out ?? `${fileNameFor(seminar.title, [])}-brief`;
  const files = [
    { called: `${base}.md`, text: briefMarkdown(page), mark: briefMarks.markdown },
    { called: `${base}.html`, text: briefHtml(page), mark: briefMarks.html },
  ];
  for (const { called, text, mark } of files) writeBrief(nodeDisk, resolve(this.currentFolder, called), text, called, mark);
  const names = files.map(({ called }) => called);
  const notes = page.quotes.length + page.sections.reduce((sum, { facts }) => sum + facts.length, 0);
  if (flags.json) printJson(this, { files: names, notes, leftOut: page.leftOut });
  else
    print(
      this,
      `${names.join(" and ")}: ${counted(notes, "note")}${page.leftOut === 0 ? "" : `, ${page.leftOut} better known left out`}.`,
    );
  finish(this, 0);
});
