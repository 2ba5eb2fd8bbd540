import type { FrontMatter } from "../notes/front-matter.ts";
import { areRelated } from "../text/related-words.ts";
import { stemOf, wordsOf } from "../text/words.ts";
import type { Card } from "./card.ts";
import { shownText } from "./cards-of-note.ts";

/**
 * Where a card belongs, beside its deck's title: topic · headings · authors · speaker. Each part is left out when it shares a word
 * with the answer, or has a derivation of one, which it would give away, and when the title or the front says it already. Derived
 * when shown, never stored; may be empty.
 *
 * @param topics the topical headings over the note, outermost first
 */
export function contextLine(card: Card, deck: FrontMatter, topics: readonly string[]): string {
  const parts = [deck.topic, ...nearest(topics), deck.author, card.speaker];
  return shownParts(parts, [card], deck.title).join(" · ");
}

/** Of the headings over a note what each of its cards may show: for programs that show the same to all of them. */
export function headingLine(cards: readonly Card[], topics: readonly string[], title: string | undefined): string {
  return shownParts(nearest(topics), cards, title).join(" · ");
}

/**
 * What stands over a card: its deck's title, or the deck's name where the title holds a whole answer ("Vaccines teach, they do
 * not fight" over a card that asks for "teach").
 */
export function titleOver(card: Card, title: string, name: string): string {
  const stems = [...stemsOf(title)];
  const isWhole = card.answers.some((answer) => {
    const wanted = [...stemsOf(answer)];
    return wanted.length > 0 && wanted.every((stem) => stems.some((other) => areRelated(stem, other)));
  });
  return isWhole ? name : title;
}

function shownParts(
  parts: readonly (string | undefined)[],
  cards: readonly Card[],
  title: string | undefined,
): readonly string[] {
  const known = new Set([title].map(folded));
  const news = parts.filter((part) => part !== undefined && !known.has(folded(part)) && known.add(folded(part)));
  return news.filter((part) => part !== undefined && cards.every((card) => maySay(part, card))) as readonly string[];
}

function maySay(part: string, card: Card): boolean {
  const said = [...stemsOf(part)];
  const shown = stemsOf(shownText(card.front));
  return !tells(part, card.answers) && !said.every((stem) => shown.has(stem));
}

function tells(part: string, answers: readonly string[]): boolean {
  if (answers.some((answer) => unspaced.test(answer) && part.includes(answer))) return true;
  const wanted = [...contentStemsOf(answers.join(" "))];
  return [...contentStemsOf(part)].some((stem) => wanted.some((other) => areRelated(stem, other)));
}

/** Scripts that do not put blanks between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** The innermost heading, with the one over it where both are short: "Life" is said better with "Kant". */
function nearest(topics: readonly string[]): readonly string[] {
  const [inner = "", outer = ""] = topics.slice(-2).map(unnumbered).toReversed();
  const isShort = outer !== "" && outer.length + inner.length <= longestPair;
  return [...(isShort ? [outer] : []), ...(inner === "" ? [] : [shortened(inner)])];
}

/** Characters. */
const longestPair = 48;
const longestHeading = 80;

/** "2.1 Breach": the number tells only where it stood. */
function unnumbered(heading: string): string {
  return heading.replace(/^\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?<=\.\d{1,2})) (?=\p{L})/u, "");
}

/** Cut between words. */
function shortened(heading: string): string {
  const letters = [...heading];
  if (letters.length <= longestHeading) return heading;
  return `${letters
    .slice(0, longestHeading)
    .join("")
    .replace(/[\s\p{P}]+[^\s]*$/u, "")}…`;
}

function folded(text = ""): string {
  return text.trim().toLowerCase();
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(stemOf));
}

function contentStemsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  const telling = words.filter((word) => !quiet.has(word));
  return new Set((telling.length > 0 ? telling : words).map(stemOf));
}

/** Words that give nothing away, the commonest of each language. */
const quiet = new Set(
  (
    "a an the of in on at to by for from with and or but is was are were be it its as that this who what why how when where which " +
    "der die das den dem des ein eine einer eines und oder von vom zu zum zur im am an auf bei mit für aus ist war wer wie was warum " +
    "le la les l'un un une des du de et ou à au aux en par pour sur est qui que quoi " +
    "el los las del y o con por para es un una lo gli il di della e da do dos das em no na het een van de en op"
  ).split(" "),
);
