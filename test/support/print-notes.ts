import { generate } from "../../src/generation/generate.ts";
import { allFixtureNotes, fixtureNote } from "./fixture-notes.ts";

/** Run by a test in a process of its own: prints what the fixture notes give. */
process.stdout.write(
  JSON.stringify(
    allFixtureNotes.map((name) => generate(fixtureNote(name))),
    null,
    1,
  ),
);
