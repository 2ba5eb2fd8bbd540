import type { Card } from "../cards/card.ts";
import type { Progress } from "./session.ts";

/** A card as it will be asked; the context is empty where every part of it would give the answer away. */
export interface NoteCard {
  readonly card: Card;
  readonly context: string;
}

/** A generated note on the table, with everything that helps to judge it. */
export interface AskedNote {
  readonly noteId: string;
  /** At least one; what will be asked. */
  readonly cards: readonly NoteCard[];
  /** The name and the title of its deck. */
  readonly deck: string;
  readonly deckTitle: string;
  /** Deck file as the learner would type it, and the 1-based line of the note. */
  readonly file: string;
  readonly line: number;
  /** The kind of candidate that made it. */
  readonly kind: string;
  /** What the generator thinks of it now; absent where its source is not there, or no longer makes it. */
  readonly score?: number;
  /** The line that it was made from, where its source can be read. */
  readonly source?: SourceLine;
  /** The sentence that it was made from, where its cards do not show all of it. */
  readonly sentence?: string;
  /** How often the learner dropped notes of this kind, where that is why it comes late. */
  readonly later?: { readonly dropped: number; readonly verdicts: number };
}

export interface SourceLine {
  /** The document as its deck names it, and the 1-based line. */
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What became of the notes in one sitting. */
export interface TriageSummary {
  readonly kept: number;
  readonly edited: number;
  readonly dropped: number;
  /** Notes without a verdict. */
  readonly left: number;
}

/** A sitting in which notes are judged. The next note appears only when the verdict is on disk. */
export type TriageSession =
  | { readonly phase: "asking"; readonly asked: AskedNote; readonly progress: Progress }
  | {
      readonly phase: "notSaved";
      readonly asked: AskedNote;
      readonly progress: Progress;
      /** Why the disk refused, one sentence, and what to do about it. */
      readonly reason: string;
      readonly remedy: string;
    }
  | { readonly phase: "done"; readonly summary: TriageSummary };

export type TriageAction =
  | { readonly type: "keep" }
  | { readonly type: "drop" }
  /** Keeps every note that has no verdict yet. */
  | { readonly type: "keepRest" }
  /** To another note, without a verdict on this one. */
  | { readonly type: "next" }
  | { readonly type: "previous" }
  | { readonly type: "undo" }
  | { readonly type: "retry" }
  | { readonly type: "stop" };

/** Why an action is not possible in a phase, said to the learner; undefined: it is possible. */
export function triageRefusal(phase: TriageSession["phase"], action: TriageAction["type"]): string | undefined {
  switch (phase) {
    case "asking":
      return action === "retry" ? "Everything is saved." : undefined;
    case "notSaved":
      return action === "retry" ? undefined : "This is not saved yet: r tries again, q leaves.";
    case "done":
      if (action === "undo" || action === "stop") return undefined;
      return action === "retry" ? "Everything is saved." : "There is no note on the table.";
  }
}
