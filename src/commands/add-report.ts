import { type AddingPlan, defaultDeck, type TargetDeck } from "../app/add.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import type { Problem } from "../notes/problem.ts";
import { counted } from "../text/counted.ts";
import type { Settled } from "./add-settle.ts";
import { howToMark } from "./add-words.ts";
import { complain, print, type RectoContext } from "./context.ts";
import { noteText } from "./generate-preview.ts";
import { columnsOf, rows } from "./rows.ts";

/** What was left out without asking, and what to do. */
export function explainLeftOut(context: RectoContext, { repeated, barren }: Settled): void {
  if (repeated.length > 0) complain(context, `${repeated.length} left out; --anyway adds also what is there already.`);
  for (const { item, reason } of barren) {
    complain(context, `${item.text}\nNo card: ${reason ?? "nothing in it can be asked"}. ${howToMark(item.text)}`);
  }
}

export function reportAdded(
  context: RectoContext,
  { notes, target }: AddingPlan,
  { deck, dryRun }: { readonly deck?: string; readonly dryRun: boolean },
): void {
  const columns = columnsOf(context.streams.output);
  for (const note of notes) for (const row of rows("+ ", noteText(note), columns)) print(context, row);
  const cards = notes.reduce((sum, note) => sum + cardsOf(note, "").length, 0);
  const isNew = target.before === undefined;
  const what = `${counted(notes.length, "note")} with ${counted(cards, "card")}`;
  const where = `${target.file}${isNew ? " (new)" : ""}`;
  print(context, dryRun ? `${what} would go to ${where}.` : `Added ${what} to ${where}.`);
  if (isNew && deck === undefined) complain(context, `Without --deck NAME, notes go to the deck ${defaultDeck}.`);
}

export interface Added {
  readonly target: TargetDeck;
  readonly plan: AddingPlan | undefined;
  readonly settled: Settled;
  readonly problems: readonly Problem[];
  readonly isDryRun: boolean;
}

/** The same for machines. */
export function addedJson({ target, plan, settled: { repeated, barren }, problems, isDryRun }: Added): object {
  return {
    deck: { name: target.name, file: target.file, isNew: target.before === undefined },
    isDryRun,
    added: (plan?.notes ?? []).map((note) => ({
      id: note.id,
      section: note.section,
      cards: cardsOf(note, "").map(({ id, front, answers }) => ({ id, front, answers })),
    })),
    repeated: repeated.map(({ text, duplicates }) => ({
      text,
      like: duplicates.map(({ likeness, of: { file, line, isDropped } }) => ({ likeness, file, line, isDropped })),
    })),
    withoutCard: barren.map(({ item, reason, candidates }) => ({
      text: item.text,
      reason,
      candidates: candidates.map(({ report: { kind, form, front, answer, score } }) => ({ kind, form, front, answer, score })),
    })),
    problems,
  };
}
