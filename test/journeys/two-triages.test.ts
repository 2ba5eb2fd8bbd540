import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { filesIn, type PracticeHome, practiceHome, practiceNoteId } from "../support/practice-home.ts";

const notes = 60;

/** A home with notes that wait for a verdict. */
function untriagedHome(): PracticeHome {
  const home = practiceHome(notes);
  const deck = home.deck().replaceAll(" facts -->", " facts kind=why line=jdph7y9e -->");
  writeFileSync(join(home.root, "decks/practice.md"), deck);
  mkdirSync(join(home.root, "storage/reviews"), { recursive: true });
  return home;
}

function idsIn(text: string): readonly string[] {
  return notesOf(readDeck("practice", "decks/practice.md", text)).map(({ id }) => id);
}

/** What stands of the log: verdicts by note. */
function verdictsOf(home: PracticeHome): ReadonlyMap<string, readonly string[]> {
  const { events, problems } = home.log();
  expect(problems).toEqual([]);
  const undone = new Set(events.flatMap((event) => (event.type === "undone" ? [event.eventId] : [])));
  const standing = events.flatMap((event) => (event.type === "triaged" && !undone.has(event.id) ? [event] : []));
  return new Map(
    [...Map.groupBy(standing, ({ noteId }) => noteId)].map(([id, given]) => [id, given.map(({ verdict }) => verdict)]),
  );
}

test.each([
  ["x", "x"],
  ["x", "keep"],
  [String.raw`x\nkeep`, String.raw`keep\nx`],
])("two triages of one home at once, %s and %s: one verdict a note, and every note in one place", async (one, other) => {
  const home = untriagedHome();
  // Neither judges before both have a note on the table.
  const both = 'until [ -s "$RECTO_HOME/1" ] && [ -s "$RECTO_HOME/2" ]; do sleep 0.02; done';
  const judge = (number: number, word: string) =>
    `{ ${both}; for i in $(seq ${notes}); do printf '${word}\\n'; done; } | $RECTO triage --plain >"$RECTO_HOME/${number}" 2>>"$RECTO_HOME/said"`;
  await using terminal = home.shell(`${judge(1, one)} & ${judge(2, other)} & wait; echo DONE`);
  await terminal.until(/DONE/);
  const said = readFileSync(join(home.root, "said"), "utf8");
  expect(said).not.toMatch(/mistake|not saved|Not saved/);
  const verdicts = verdictsOf(home);
  const [inDeck, dropped] = [idsIn(home.deck()), idsIn(readFileSync(join(home.root, "storage/dropped/practice.md"), "utf8"))];
  for (let number = 1; number <= notes; number += 1) {
    const id = practiceNoteId(number);
    const places = [...inDeck, ...dropped].filter((each) => each === id);
    expect([id, places.length]).toEqual([id, 1]);
    expect([id, verdicts.get(id)]).toEqual([id, [dropped.includes(id) ? "dropped" : "kept"]]);
  }
  expect(filesIn(home, "storage/reviews")).toHaveLength(2);
});
