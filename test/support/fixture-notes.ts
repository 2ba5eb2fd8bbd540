import { readFileSync } from "node:fs";
import { join } from "node:path";
import { studyNote } from "./study-note.ts";

export const fixtureNotes = ["black-death", "distributed-systems", "habit-formation", "immune-system"] as const;

export function fixtureNote(name: string) {
  return studyNote(readFileSync(join(import.meta.dirname, "..", "fixtures", "notes", `${name}.md`), "utf8"));
}
