import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../../src/generation/language/detect.ts";
import type { Source } from "../../src/sources/source.ts";
import { studyNote } from "./study-note.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "notes");

/** The notes whose cards were read one by one and stand as golden files. */
export const fixtureNotes = ["black-death", "distributed-systems", "habit-formation", "immune-system"] as const;

/** The same in other languages. */
export const foreignNotes = [
  "french-fromage",
  "french-marie-curie",
  "german-hanse",
  "german-honigbiene",
  "german-schlaf",
  "model-french-cinema",
  "model-german-wald",
] as const;

/** Every note of the folder, by name. */
export const allFixtureNotes: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith(".md"))
  .map((file) => file.slice(0, -3))
  .toSorted();

export function fixtureNote(name: string) {
  return studyNote(readFileSync(join(folder, `${name}.md`), "utf8"));
}

/** Every English note of the folder: what the tagger reads. */
export function englishFixtureNotes(): readonly Source[] {
  return allFixtureNotes.map(fixtureNote).filter((source) => languageOf(source).startsWith("en"));
}
