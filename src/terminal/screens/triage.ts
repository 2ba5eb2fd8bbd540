import type { Progress } from "../../study/session.ts";
import type { TriageSession, TriageSummary } from "../../study/triage.ts";
import type { Layout, Size } from "../layout.ts";
import { blanks, emptyLine, type Line, line, passage } from "../line.ts";
import { noteLines } from "../note-lines.ts";
import { words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";
import type { Part } from "./home.ts";

type NoteSession = Exclude<TriageSession, { readonly phase: "done" }>;

export function triageScreen({ asked, progress }: NoteSession, layout: Layout): Part {
  const { lines, answer } = noteLines(asked, layout);
  const above = layout.isAiry ? [emptyLine] : [];
  return {
    title: line(asked.deckTitle, "title"),
    aside: asidesOf(progress),
    progress: (progress.done + 1) / Math.max(1, progress.total),
    body: [...above, ...lines],
    ...(answer && { answer: { ...answer, at: answer.at + above.length } }),
    bottom: [],
  };
}

export function triageSummaryScreen(summary: TriageSummary, hadNotes: boolean, layout: Layout, size: Size): Part {
  const { left } = summary;
  const isOver = left === 0 && hadNotes;
  const texts = hadNotes
    ? [words.triage.judged(summary), left > 0 ? `${words.triage.left(left)}.` : words.triage.nothingLeft]
    : [words.triage.nothing];
  const indent = layout.padding === 0 ? 0 : 2;
  const rows = texts.map((text) => wrapSpans([passage(text)], size.columns - 2 * indent).map((row) => [blanks(indent), ...row]));
  return {
    title: line(isOver ? words.triage.done : words.triage.title, "title"),
    aside: [],
    body: rows.flatMap((each) => (layout.isAiry ? [emptyLine, ...each] : each)),
    bottom: [],
  };
}

/** "Triage · 3 of 25", "3/25". */
function asidesOf({ done, total }: Progress): readonly Line[] {
  const at = Math.min(done + 1, total);
  const long = `${words.triage.title} · ${words.review.position(at, total)}`;
  return [long, words.review.shortPosition(at, total)].map((form) => line(form, "muted"));
}
