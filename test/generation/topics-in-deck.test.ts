import { describe, expect, test } from "vitest";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { topicsOver } from "../../src/notes/topics.ts";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { type Made, regenerated } from "../support/identity.ts";
import { studyNote } from "../support/study-note.ts";

const hooke = "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.";
const virchow = "Rudolf Virchow stated in 1855 that every cell comes from another cell.";
const golgi = "Camillo Golgi stained nerve cells with silver nitrate in 1873.";
const cajal = "Santiago Ramón y Cajal showed in 1888 that nerve cells touch without merging.";

const made = (...lines: readonly string[]) => regenerated(studyNote(lines.join("\n\n")));
const again = (before: Made, ...lines: readonly string[]) => regenerated(studyNote(lines.join("\n\n")), before);

/** The headings of a deck, and under them who is spoken of. */
function outline({ deck }: Pick<Made, "deck">): readonly string[] {
  const lines = writeDeck(deck).split("\n");
  const names = ["Hooke", "Virchow", "Golgi", "Cajal", "Own"];
  const found = lines.flatMap((line) => (line.startsWith("#") ? [line] : names.filter((name) => line.includes(name))));
  return found.filter((line, index) => line !== found[index - 1]);
}

describe("a new deck", () => {
  test("has the headings of its source, in the order of the source, and those of sections for the rest", () => {
    const deck = made("# Cells", virchow, "## Names", hooke, "## Nerves", "### Stains", golgi, "### Doctrine", cajal);
    expect(outline(deck)).toEqual("## Ideas|Virchow|## Names|Hooke|## Nerves|### Stains|Golgi|### Doctrine|Cajal".split("|"));
  });

  test("tells each note by the headings of its line", () => {
    const { deck } = made("# Cells", "## Nerves", "### Stains", golgi);
    expect(notesOf(deck).map(({ id }) => topicsOver(deck, id))).toContainEqual(["Nerves", "Stains"]);
    expect(notesOf(deck).every(({ section }) => section === "ideas")).toBe(true);
  });

  test("names no section twice and keeps quotes with their topic", () => {
    const said =
      "> Nothing stains a nerve cell for good, because every colour fades in the light of the lamp.\n> — Camillo Golgi";
    const { deck } = made("# Cells", "## Facts", virchow, "## Nerves", said);
    expect(outline({ deck })).toEqual(["## Ideas", "Virchow", "## Nerves", "Golgi"]);
    expect(notesOf(deck).at(-1)?.section).toBe("quotes");
  });
});

describe("a deck made before", () => {
  const source = ["# Cells", "## Names", hooke, "## Nerves", golgi];
  const before = made(...source);

  test("is not rewritten when nothing changed", () => {
    expect(writeDeck(again(before, ...source).deck)).toBe(writeDeck(before.deck));
  });

  test("gets a new line under its heading", () => {
    expect(outline(again(before, "# Cells", "## Names", hooke, virchow, "## Nerves", golgi))).toEqual(
      "## Names|Hooke|Virchow|## Nerves|Golgi".split("|"),
    );
  });

  test("gets a new heading where it stands in the source", () => {
    const middle = again(before, "# Cells", "## Names", hooke, "## Growth", virchow, "## Nerves", golgi);
    expect(outline(middle)).toEqual("## Names|Hooke|## Growth|Virchow|## Nerves|Golgi".split("|"));
    const first = again(before, "# Cells", "## Growth", virchow, "## Names", hooke, "## Nerves", golgi);
    expect(outline(first)).toEqual("## Growth|Virchow|## Names|Hooke|## Nerves|Golgi".split("|"));
    const last = again(before, ...source, "## Growth", virchow);
    expect(outline(last)).toEqual("## Names|Hooke|## Nerves|Golgi|## Growth|Virchow".split("|"));
  });

  test("gets a deeper heading within the one over it", () => {
    const after = again(before, "# Cells", "## Names", hooke, "### Growth", virchow, "## Nerves", golgi);
    expect(outline(after)).toEqual("## Names|Hooke|### Growth|Virchow|## Nerves|Golgi".split("|"));
  });

  test("keeps what a person wrote between its notes, byte for byte", () => {
    const text = writeDeck(before.deck).replace("## Nerves", "### My own\n\nC: Own {{c1::note}} here.\n\n## Nerves");
    const own = { ...before, deck: readDeck("deck", "decks/deck.md", text) };
    const after = again(own, "# Cells", "## Names", hooke, "## Growth", virchow, "## Nerves", golgi);
    expect(outline(after)).toEqual("## Names|Hooke|### My own|Own|## Growth|Virchow|## Nerves|Golgi".split("|"));
    const [start = "", end = ""] = writeDeck(after.deck).split(/## Growth\n[\s\S]*(?=## Nerves)/);
    expect(start + end).toBe(text);
  });

  test("keeps a heading that a person renamed, and new lines find it by their neighbours", () => {
    const own = {
      ...before,
      deck: readDeck("deck", "decks/deck.md", writeDeck(before.deck).replace("## Names", "## Who coined what")),
    };
    const after = again(own, "# Cells", "## Names", hooke, virchow, "## Nerves", golgi);
    expect(outline(after)).toEqual("## Who coined what|Hooke|Virchow|## Nerves|Golgi".split("|"));
  });

  test("gets new lines by section where it was made when topics had no headings", () => {
    const note = (id: string, text: string, sentence: string) =>
      `<!-- ${id} ideas line=${fingerprintOf(sentence)} -->\nC: ${text}\n`;
    const text = `## Ideas\n\n${note("aaaaaaaaaaaa", hooke.replace("1665", "{{c1::1665}}"), hooke)}\n${note("bbbbbbbbbbbb", golgi.replace("1873", "{{c1::1873}}"), golgi)}`;
    const old = {
      ...before,
      deck: readDeck("deck", "decks/deck.md", text),
      readLines: new Set([hooke, golgi].map(fingerprintOf)),
    };
    expect(writeDeck(again(old, ...source).deck)).toBe(text);
    const after = again(old, "# Cells", "## Names", hooke, "## Growth", virchow, "## Nerves", golgi);
    expect(outline(after)).toEqual("## Ideas|Hooke|Virchow|Golgi".split("|"));
  });
});
