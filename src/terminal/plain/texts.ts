import { ratings } from "../../scheduling/schedule.ts";
import type { Instant } from "../../scheduling/study-day.ts";
import type { AskedCard, Progress, Summary } from "../../study/session.ts";
import { type Binding, type Mode, wordRows } from "../keys.ts";
import { minutesUntil, referenceParts, words } from "../words.ts";

/** "Card 7 of 34, Memory and attention", the context, and what is asked. */
export function questionText(asked: AskedCard, { done, total }: Progress): string {
  const position = words.plain.position(Math.min(done + 1, total), total, asked.deckTitle);
  return blocks([[position, asked.context].filter((line) => line !== "").join("\n"), frontText(asked)]);
}

export function frontText({ card }: Pick<AskedCard, "card">): string {
  return card.front.map((part) => (part.type === "text" ? part.text : words.review.gap(part.hint))).join("");
}

export function answerText(asked: AskedCard): string {
  const { card } = asked;
  return blocks([card.answers.join("; "), card.sentence ?? "", referenceParts(asked, true).join(", ")]);
}

/** "1 Again in 10 minutes, 2 Hard in 12 days, 3 Good in 25 days, 4 Easy in 2 months." */
export function ratingsText({ outcomes }: AskedCard): string {
  const parts = ratings.map((rating, index) =>
    words.plain.rating(String(index + 1), words.review.ratings[rating], outcomes[rating]),
  );
  return `${parts.join(", ")}. ${words.plain.defaultRating(words.review.ratings.good)} ${words.plain.moreWords}`;
}

/** What an empty line does, or everything that is possible where it does nothing. */
export function promptText(mode: Mode): string {
  const byDefault = byDefaultText(mode);
  return byDefault === "" ? possibleText(mode) : `${byDefault} ${words.plain.moreWords}`;
}

/** "Enter: show the answer."; empty where Enter does nothing. */
export function byDefaultText(mode: Mode): string {
  const row = wordRows(mode).find(({ keys }) => keys.includes("enter"));
  return row ? words.plain.byDefault(row.hint) : "";
}

export function possibleText(mode: Mode): string {
  const choices = wordRows(mode).flatMap((row) => (row.refusal ? [] : row.words.slice(0, 1)));
  return words.plain.possible(choices);
}

/** One row for each action: the words and keys that mean it, and what it does. */
export function helpText(mode: Mode): string {
  return wordRows(mode).map(helpRow).join("\n");
}

function helpRow(row: Binding): string {
  const typed = [...row.words, ...row.keys.filter((key) => key.length === 1)];
  const names = row.keys.includes("enter") ? ["Enter", ...typed] : typed;
  return `${names.join(", ")}: ${row.hint}`;
}

export function summaryText(summary: Summary, hadCards: boolean, now: Instant): string {
  const { answers, counts, recalls, recalled, hardest, comingBack, nextAt, leftNow, dueTomorrow, heldBack } = summary;
  const remembered = recalls === 0 ? "" : `${words.plain.remembered(recalled, recalls)} `;
  const each = ratings.map((rating) => `${words.review.ratings[rating]} ${counts[rating]}`).join(", ");
  const lines = [
    answers === 0 ? (hadCards ? words.summary.noAnswers : words.summary.nothing) : words.plain.done(summary),
    answers === 0 ? "" : `${remembered}${each}.`,
    hardest.length === 0 ? "" : words.plain.hardest(hardest.map(({ front, agains }) => words.plain.hardCard(front, agains))),
    leftNow === 0 ? "" : words.plain.leftNow(leftNow),
    words.plain.tomorrow(dueTomorrow),
    comingBack === 0 ? "" : words.plain.comingBack(comingBack, nextAt === undefined ? undefined : minutesUntil(nextAt, now)),
    heldBack === 0 ? "" : words.plain.heldBack(summary),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

export function blocks(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
