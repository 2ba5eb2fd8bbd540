import type { DeckOverview, Overview } from "../../app/sitting.ts";
import type { Screen } from "../frame.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, cut, emptyLine, type Line, line, passage, type Span, span, widthOf } from "../line.ts";
import type { Home } from "../state.ts";
import { shortDate, words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";

export type Part = Omit<Screen, "footer" | "status">;

export function homeScreen({ overview, chosen }: Home, layout: Layout, size: Size): Part {
  const isEmpty = overview.decks.length === 0;
  return {
    title: line(words.app, "title"),
    aside: asidesOf(overview),
    body: isEmpty ? noDecks(layout, size) : deckList(overview, chosen, layout, size),
    bottom: [...(isEmpty ? [] : [totalLine(overview)]), ...problemLines(overview, size)],
  };
}

/** Rows to scroll so that the chosen deck is in sight. */
export function homeScroll({ chosen }: Home, room: number): number {
  return Math.max(0, chosen + headings + 1 - room);
}

const headings = 1;

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

function deckList({ decks }: Overview, chosen: number, layout: Layout, size: Size): readonly Line[] {
  const figures = figuresFor(layout);
  const titleWidth = titleWidthOf(decks, figures, layout, size);
  const heading = [blanks(2), ...inColumn(words.home.deck, titleWidth), ...figures.map(({ name, width }) => figure(name, width))];
  return [
    heading.map((part) => ({ ...part, style: "muted" as const })),
    ...decks.map((deck, index) => [
      span(index === chosen ? "> " : "  ", "key"),
      ...inColumn(deck.title === "" ? deck.name : deck.title, titleWidth, index === chosen ? "title" : "plain"),
      ...figures.map(({ value, width }) => figure(value(deck) === 0 ? "·" : String(value(deck)), width)),
    ]),
  ];
}

interface Figure {
  readonly name: string;
  readonly width: number;
  readonly value: (deck: DeckOverview) => number;
}

function figuresFor({ isWide, padding }: Layout): readonly Figure[] {
  const due = { name: words.home.due, width: padding === 0 ? 4 : 5, value: (deck: DeckOverview) => deck.due };
  const fresh = { name: words.home.new, width: padding === 0 ? 5 : 6, value: (deck: DeckOverview) => deck.new };
  return isWide ? [due, fresh, { name: words.home.cards, width: 8, value: (deck) => deck.cards }] : [due, fresh];
}

/** As wide as the longest title needs, within what the figures leave. */
function titleWidthOf(decks: readonly DeckOverview[], figures: readonly Figure[], { isWide }: Layout, { columns }: Size): number {
  const room = columns - 2 - figures.reduce((sum, { width }) => sum + width, 0);
  const longest = Math.max(isWide ? 30 : 26, ...decks.map(({ title }) => widthOf(span(title).text)));
  return Math.min(room, longest);
}

function inColumn(text: string, width: number, style: Span["style"] = "plain"): Line {
  const shown = span(cut(span(text).text, width), style);
  return [shown, blanks(width - widthOf(shown.text))];
}

function figure(text: string, width: number): Span {
  return span(text.padStart(width));
}

function totalLine({ due, new: fresh }: Overview): Line {
  return [blanks(2), span(due + fresh === 0 ? words.home.nothingDue : words.home.total(due, fresh))];
}

function problemLines({ problems }: Overview, { columns }: Size): readonly Line[] {
  if (problems === 0) return [];
  return wrapSpans([passage(words.home.problems(problems), "hard")], columns - 2).map((row) => [blanks(2), ...row]);
}
