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

describe("a heading that the source renamed", () => {
  const source = ["# Cells", "## Names", hooke, "## Nerves", "### Stains", golgi, "### Doctrine", cajal];
  const before = made(...source);
  const withDeck = (from: Made, change: (text: string) => string) => ({
    ...from,
    deck: readDeck("deck", "decks/deck.md", change(writeDeck(from.deck))),
  });
  const renamedIn = ({ regeneration }: Made) =>
    regeneration.headings.renamed.map(({ before: old, after }) => `${old} → ${after}`);

  test("is renamed in the deck, where nothing else changes, and the next run changes nothing", () => {
    const now = source.map((line) => line.replace("## Names", "## Who named what"));
    const after = again(before, ...now);
    expect(writeDeck(after.deck)).toBe(writeDeck(before.deck).replace("## Names", "## Who named what"));
    expect(renamedIn(after)).toEqual(["Names → Who named what"]);
    expect(writeDeck(again(after, ...now).deck)).toBe(writeDeck(after.deck));
    expect(again(after, ...now).readLines).toEqual(after.readLines);
    expect(writeDeck(again(after, ...source).deck)).toBe(writeDeck(before.deck));
  });

  test("is renamed with those under it, also when its lines are reworded, and gets the new lines", () => {
    const now = [
      ...["# Cells", "## Names", hooke, "## Neurons", "### Dyes", golgi.replace("stained", "dyed"), virchow],
      ...["### Doctrine", cajal],
    ];
    const after = again(before, ...now);
    expect(outline(after)).toEqual("## Names|Hooke|## Neurons|### Dyes|Golgi|Virchow|### Doctrine|Cajal".split("|"));
    expect(renamedIn(after)).toEqual(["Nerves → Neurons", "Stains → Dyes"]);
  });

  test("stays as a person renamed it, whatever the source calls it then", () => {
    const own = withDeck(before, (text) => text.replace("## Names", "## Who coined what"));
    const same = again(own, ...source);
    expect(writeDeck(same.deck)).toBe(writeDeck(own.deck));
    const now = source.map((line) => line.replace("## Names", "## Terms"));
    const after = again(same, ...now);
    expect(writeDeck(after.deck)).toBe(writeDeck(own.deck));
    expect(renamedIn(after)).toEqual([]);
    expect(after.regeneration.headings.elsewhere.map(({ from, to }) => [from, to])).toContainEqual([
      ["Who coined what"],
      ["Terms"],
    ]);
    expect(again(after, ...now).regeneration.headings.elsewhere).toEqual([]);
  });

  test("stays where nobody kept what stood under it", () => {
    const { readLines: _, ...lost } = before;
    const after = regenerated(studyNote(source.join("\n\n").replace("## Names", "## Terms")), lost);
    expect(writeDeck(after.deck)).toBe(writeDeck(before.deck));
    expect(after.regeneration.headings.elsewhere.length).toBeGreaterThan(0);
  });

  test("keeps line ends, closing marks and what a person wrote under it", () => {
    const own = withDeck(before, (text) =>
      text.replace("## Names\n", "##  Names ##\n\nMy own words.\n").replaceAll("\n", "\r\n"),
    );
    const after = again(own, ...source.map((line) => line.replace("## Names", "## Terms")));
    expect(writeDeck(after.deck)).toBe(writeDeck(own.deck).replace("##  Names ##", "##  Terms ##"));
  });
});

describe("a line that the source moved under another heading", () => {
  const source = ["# Cells", "## Names", hooke, virchow, "## Nerves", golgi];
  const before = made(...source);
  const moved = ["# Cells", "## Names", hooke, "## Nerves", golgi, virchow];

  test("takes its notes there, in the order of the source, and the next run changes nothing", () => {
    const after = again(before, ...moved);
    expect(outline(after)).toEqual("## Names|Hooke|## Nerves|Golgi|Virchow".split("|"));
    expect(after.regeneration.headings.moved.map(({ from, to }) => [from, to])).toContainEqual([["Names"], ["Nerves"]]);
    expect(notesOf(after.deck).map(({ id }) => id)).toHaveLength(notesOf(before.deck).length);
    expect(writeDeck(again(after, ...moved).deck)).toBe(writeDeck(after.deck));
    expect(again(after, ...moved).regeneration.headings).toEqual({ renamed: [], moved: [], elsewhere: [] });
    expect(outline(again(after, ...source))).toEqual(outline(before));
  });

  test("takes them under a new heading too, also when it is reworded on the way", () => {
    const after = again(before, ...source.slice(0, 3), "## Growth", virchow.replace("stated", "wrote"), ...source.slice(4));
    expect(outline(after)).toEqual("## Names|Hooke|## Growth|Virchow|## Nerves|Golgi".split("|"));
  });

  test("leaves notes where a person put them, and says so once", () => {
    const block = writeDeck(before.deck)
      .split("\n\n")
      .filter((text) => text.includes("Virchow"))
      .join("\n\n");
    const text = `${writeDeck(before.deck).replace(block, "").trimEnd()}\n\n## Exam\n\n${block.trim()}\n`;
    const own = { ...before, deck: readDeck("deck", "decks/deck.md", text) };
    expect(writeDeck(again(own, ...source).deck)).toBe(text);
    const after = again(own, ...moved);
    expect(writeDeck(after.deck)).toBe(text);
    expect(after.regeneration.headings.elsewhere.length).toBeGreaterThan(0);
    expect(again(after, ...moved).regeneration.headings.elsewhere).toEqual([]);
  });

  test("leaves no empty heading behind that the source has no longer", () => {
    const after = again(before, "# Cells", "## Names", hooke, virchow, golgi);
    expect(outline(after)).toEqual("## Names|Hooke|Virchow|Golgi".split("|"));
    const kept = {
      ...before,
      deck: readDeck("deck", "decks/deck.md", writeDeck(before.deck).replace("## Nerves", "## Nerves\n\nMine.")),
    };
    expect(writeDeck(again(kept, "# Cells", "## Names", hooke, virchow, golgi).deck)).toContain("## Nerves\n\nMine.\n");
  });
});
