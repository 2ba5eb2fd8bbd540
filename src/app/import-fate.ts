import type { LeftOutReason } from "../exchange/imported.ts";
import type { Note } from "../notes/note.ts";
import type { NoteInDeck } from "./import-index.ts";

/** What became of a note of the file. */
export interface Fate {
  readonly became: "new" | "updated" | "duplicate";
  /** What it is now here. */
  readonly notes: readonly Note[];
}

export function asItWas(known: readonly NoteInDeck[]): Fate {
  return { became: "duplicate", notes: known.map(({ note }) => note) };
}

/** What became of a note that is several here; the reason of the first that cannot be any. */
export function together(fates: readonly (Fate | LeftOutReason)[]): Fate | LeftOutReason {
  const [first] = fates;
  const whole = fates.filter((fate) => typeof fate !== "string");
  if (first === undefined || whole.length < fates.length) return fates.find((fate) => typeof fate === "string") ?? "notWritable";
  const became = (["new", "updated", "duplicate"] as const).find((each) => whole.some((fate) => fate.became === each));
  return { became: became ?? "duplicate", notes: whole.flatMap(({ notes }) => notes) };
}
