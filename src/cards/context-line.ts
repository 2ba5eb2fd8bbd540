import type { FrontMatter } from "../notes/front-matter.ts";
import { stemOf, wordsOf } from "../text/words.ts";
import type { Card } from "./card.ts";
import { shownText } from "./cards-of-note.ts";

/**
 * Where a card belongs, beside its deck's title: topic · authors · speaker. Each part is left out when it shares a word with the
 * answer, which it would give away, or when the title or the front says it already. Derived when shown, never stored; may be empty.
 */
export function contextLine(card: Card, deck: FrontMatter): string {
  const answer = stemsOf(card.answers.join(" "));
  const front = stemsOf(shownText(card.front));
  const parts = [deck.topic, deck.author, card.speaker]
    .filter((part) => part !== undefined)
    .filter((part) => part !== deck.title);
  return [...new Set(parts)]
    .filter((part) => {
      const stems = [...stemsOf(part)];
      return !stems.some((stem) => answer.has(stem)) && !stems.every((stem) => front.has(stem));
    })
    .join(" · ");
}

/**
 * What stands over a card: its deck's title, or the deck's name where the title holds a whole answer ("Vaccines teach, they do
 * not fight" over a card that asks for "teach").
 */
export function titleOver(card: Card, title: string, name: string): string {
  const stems = stemsOf(title);
  const tells = card.answers.some((answer) => {
    const wanted = [...stemsOf(answer)];
    return wanted.length > 0 && wanted.every((stem) => stems.has(stem));
  });
  return tells ? name : title;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(stemOf));
}
