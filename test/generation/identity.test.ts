import { describe, expect, test } from "vitest";
import { notesOf } from "../../src/notes/deck.ts";
import { fixtureNote, fixtureNotes } from "../support/fixture-notes.ts";
import { identityAfter, regenerated } from "../support/identity.ts";
import { lineEdits } from "../support/line-edits.ts";
import { seededChance } from "../support/seeded-chance.ts";

describe("cards keep their history when somebody edits the source:", () => {
  const notes = fixtureNotes.map((name) => {
    const source = fixtureNote(name);
    return { source, made: regenerated(source) };
  });

  test.each(Object.entries(lineEdits))("%s", (_, edit) => {
    const shares = notes.map(({ source, made }, seed) => identityAfter(source, made, edit(source.items, seededChance(seed))));
    const surviving = shares.reduce((sum, share) => sum + share.surviving, 0);
    expect(surviving).toBeGreaterThan(80);
    expect(shares.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(shares.reduce((sum, share) => sum + share.kept, 0) / surviving).toBeGreaterThanOrEqual(0.99);
  });

  test("exactly the notes of a deleted line rest", () => {
    for (const { source, made } of notes) {
      const [gone, ...rest] = source.items.filter(({ section }) => section === "facts");
      const after = regenerated({ ...source, items: source.items.filter((item) => item !== gone) }, made);
      expect(rest.length).toBeGreaterThan(2);
      const resting = notesOf(after.deck).filter((note) => note.provenance.orphan);
      const own = made.regeneration.added.filter(({ line }) => line === gone?.line).map(({ note }) => note.id);
      expect(resting.map(({ id }) => id).toSorted()).toEqual(own.toSorted());
    }
  });
});
