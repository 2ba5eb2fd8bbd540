import type { AskedCard, Progress, Session } from "../../study/session.ts";
import { cardLines } from "../card-lines.ts";
import { bodyRoom } from "../frame.ts";
import type { Layout, Size } from "../layout.ts";
import { emptyLine, type Line, line } from "../line.ts";
import { ratingLines } from "../rating-lines.ts";
import { clock, words } from "../words.ts";
import type { Part } from "./home.ts";

export type CardSession = Exclude<Session, { readonly phase: "done" }>;

export function reviewScreen(session: CardSession, elapsedMs: number, layout: Layout, size: Size): Part {
  const { asked, progress } = session;
  const isShown = session.phase === "notSaved" ? session.isShown : session.phase !== "asking";
  const room = bodyRoom({}, layout, size) - ratingLines(asked.outcomes, undefined, layout, size).length;
  const card = cardLines(asked, isShown, layout, room);
  const above = layout.isAiry ? [emptyLine] : [];
  return {
    title: line(asked.deckTitle, "title"),
    aside: asidesOf(progress, elapsedMs, layout),
    progress: positionOf(progress) / Math.max(1, progress.total),
    body: [...above, ...card.lines],
    ...(card.answer && { answer: { ...card.answer, at: card.answer.at + above.length } }),
    bottom: bottomOf(session, asked, layout, size),
  };
}

/** "Not saved: The disk is full. Make room. r tries again." */
export function notSavedText({ reason, remedy }: Pick<Extract<Session, { phase: "notSaved" }>, "reason" | "remedy">): string {
  return `${words.review.notSaved(reason, remedy)} ${words.review.tryAgain}`;
}

/** The card on the table counts: 1 while the first one is asked. */
function positionOf({ done, total }: Progress): number {
  return Math.min(done + 1, total);
}

function asidesOf(progress: Progress, elapsedMs: number, { isWide, padding }: Layout): readonly Line[] {
  const [at, total] = [positionOf(progress), progress.total];
  const short = words.review.shortPosition(at, total);
  const long = `${words.review.position(at, total)} · ${clock(elapsedMs)}`;
  const forms = isWide || padding > 0 ? [long, short] : [short];
  return forms.map((form) => line(form, "muted"));
}

function bottomOf(session: CardSession, asked: AskedCard, layout: Layout, size: Size): readonly Line[] {
  switch (session.phase) {
    case "asking":
    case "notSaved":
      return [];
    case "answered":
      return ratingLines(asked.outcomes, undefined, layout, size);
    case "saving":
      return ratingLines(asked.outcomes, session.rating, layout, size);
  }
}
