import type { Problem } from "../notes/problem.ts";
import type { EditPlace } from "./sitting.ts";

/** What is said when an edit took a card or a note out of its deck. */
export interface LostEdit {
  readonly message: string;
  /** Where its deck has a problem now. */
  readonly place?: EditPlace;
}

/**
 * @param problem the nearest one in its deck, see `problemNear`
 * @param isOver whether nothing is left that could be opened again
 */
export function lostEdit(what: "card" | "note", place: EditPlace, problem: Problem | undefined, isOver: boolean): LostEdit {
  if (!problem) return { message: `The ${what} is no longer in its deck.` };
  return {
    message: `The ${what} is no longer in its deck: ${toldAt(problem)}.${isOver ? "" : " e opens it again."}`,
    place: { path: place.path, line: problem.line ?? place.line },
  };
}

/** An undo right after a lost edit would take back something else: said once, before it does. */
export function beforeUndoing({ message }: LostEdit, earlier: string): string {
  return `${message} u again takes back what was before: ${earlier}.`;
}

/** Of the problems in the file of the place the nearest one. */
export function problemNear(problems: readonly Problem[], { path, line }: EditPlace): Problem | undefined {
  const distance = (problem: Problem) => Math.abs((problem.line ?? 0) - line);
  const [nearest] = problems.filter(({ file }) => file === path).toSorted((a, b) => distance(a) - distance(b));
  return nearest;
}

/** "A gap is never closed (decks/x.md:12)", to go on in a sentence. */
export function toldAt({ message, file, line }: Problem): string {
  return `${message.replace(/\.$/, "")} (${file}:${line ?? 1})`;
}
