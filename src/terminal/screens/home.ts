import { seminarForms } from "../../app/seminar-words.ts";
import type { DeckOverview, Overview } from "../../app/sitting.ts";
import { shortDate } from "../../text/short-date.ts";
import { bodyRoom, type Content } from "../frame.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, cut, emptyLine, type Line, line, passage, span, widthOf } from "../line.ts";
import type { Home } from "../state.ts";
import type { StyleName } from "../theme.ts";
import { words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";

export type Part = Omit<Content, "status">;

export function homeScreen({ overview, chosen }: Home, layout: Layout, size: Size): Part {
  const { decks } = overview;
  const top = { title: line(words.app, "title"), aside: asidesOf(overview) };
  const problems = problemLines(overview, layout, size);
  if (decks.length === 0) return { ...top, body: noDecks(layout, size), bottom: problems };
  const columns = columnsFor(decks, layout, size);
  const heading = headingLine(columns);
  const list = decks.map((deck, index) => deckLine(deck, index === chosen, columns));
  const totals = [totalLine(overview), ...seminarLines(overview, layout, size), ...problems];
  const closing = layout.isAiry ? [emptyLine, ...totals] : totals;
  const fits = list.length + closing.length < bodyRoom({ heading }, layout, size);
  return { ...top, heading, body: fits ? [...list, ...closing] : list, bottom: fits ? [] : totals };
}

/** Rows to scroll so that the chosen deck is in sight. */
export function homeScroll({ chosen }: Home, room: number): number {
  return Math.max(0, chosen + 1 - room);
}

function asidesOf({ today, streak }: Overview): readonly Line[] {
  const days = streak > 0 ? words.home.streak(streak) : undefined;
  const date = shortDate(today);
  const forms = days === undefined ? [date] : [`${date} · ${days}`, days];
  return forms.map((form) => line(form, "muted"));
}

function noDecks({ isAiry, padding }: Layout, { columns }: Size): readonly Line[] {
  const [how, command] = words.home.makeOne;
  const indent = Math.max(2, padding);
  const rows = [[passage(words.home.noDecks)], [passage(how ?? "")], [passage(command ?? "", "answer")]];
  const wrapped = rows.map((row) => wrapSpans(row, columns - 2 * indent).map((each) => [blanks(indent), ...each]));
  return wrapped.flatMap((each) => (isAiry ? [emptyLine, ...each] : each));
}

interface Figure {
  readonly name: string;
  readonly width: number;
  readonly value: (deck: DeckOverview) => number;
}

interface Columns {
  readonly titleWidth: number;
  readonly figures: readonly Figure[];
}

/** The title's column is as wide as the longest title needs, within what the figures leave. */
function columnsFor(decks: readonly DeckOverview[], layout: Layout, { columns }: Size): Columns {
  const figures = figuresFor(layout);
  const room = columns - 2 - figures.reduce((sum, { width }) => sum + width, 0);
  const longest = Math.max(layout.isWide ? 30 : 26, ...decks.map((deck) => widthOf(titleOf(deck))));
  return { titleWidth: Math.min(room, longest), figures };
}

function figuresFor({ isWide, padding }: Layout): readonly Figure[] {
  const due = { name: words.home.due, width: padding === 0 ? 4 : 5, value: (deck: DeckOverview) => deck.due };
  const fresh = { name: words.home.new, width: padding === 0 ? 5 : 6, value: (deck: DeckOverview) => deck.new };
  return isWide ? [due, fresh, { name: words.home.cards, width: 8, value: (deck) => deck.cards }] : [due, fresh];
}

function headingLine({ titleWidth, figures }: Columns): Line {
  const names = figures.map(({ name, width }) => span(name.padStart(width), "muted"));
  return [blanks(2), ...inColumn(words.home.deck, titleWidth, "muted"), ...names];
}

function deckLine(deck: DeckOverview, isChosen: boolean, { titleWidth, figures }: Columns): Line {
  const values = figures.map(({ value, width }) => span((value(deck) === 0 ? "·" : String(value(deck))).padStart(width)));
  return [span(isChosen ? "> " : "  ", "key"), ...inColumn(titleOf(deck), titleWidth, isChosen ? "title" : "plain"), ...values];
}

function titleOf({ title, name }: DeckOverview): string {
  return span(title === "" ? name : title).text;
}

function inColumn(text: string, width: number, style: StyleName): Line {
  const shown = span(cut(text, width), style);
  return [shown, blanks(width - widthOf(shown.text))];
}

function totalLine({ due, new: fresh }: Overview): Line {
  return [blanks(2), span(due + fresh === 0 ? words.home.nothingDue : words.home.total(due, fresh))];
}

/** The seminars ahead, each in the longest form that fits its row. */
function seminarLines({ seminars }: Overview, { isAiry }: Layout, { columns }: Size): readonly Line[] {
  return seminars.slice(0, isAiry ? mostSeminars : 1).map((seminar) => {
    const forms = seminarForms(seminar).map((form) => span(form));
    const fitting = forms.find(({ text }) => widthOf(text) <= columns - 2) ?? span(cut(forms.at(-1)?.text ?? "", columns - 2));
    return [blanks(2), fitting];
  });
}

const mostSeminars = 3;

function problemLines({ problems }: Overview, { isAiry }: Layout, { columns }: Size): readonly Line[] {
  if (problems === 0) return [];
  if (!isAiry) return [[blanks(2), span(words.home.shortProblems(problems), "hard")]];
  return wrapSpans([passage(words.home.problems(problems), "hard")], columns - 2).map((row) => [blanks(2), ...row]);
}
