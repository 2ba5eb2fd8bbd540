import { describe, expect, test } from "vitest";
import { addNotes } from "../../src/notes/add-notes.ts";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { namesTopic, topicsOver } from "../../src/notes/topics.ts";

const deckOf = (text: string) => readDeck("d", "decks/d.md", text);

/** For each note of a deck the topical headings over it. */
function topicsIn(text: string): readonly string[] {
  const deck = deckOf(text);
  return notesOf(deck).map(({ id }) => topicsOver(deck, id).join(" / "));
}

describe("the topics over a note", () => {
  test("are the headings it stands under, outermost first", () => {
    expect(
      topicsIn(
        "C: a {{c1::b}}\n\n## Kant\n\nC: c {{c1::d}}\n\n### Life\n\nC: e {{c1::f}}\n\n#### Youth\nC: g {{c1::h}}\n\n## Hegel ##\n\nC: i {{c1::j}}\n",
      ),
    ).toEqual(["", "Kant", "Kant / Life", "Kant / Life / Youth", "Hegel"]);
  });

  test("are none where the heading is the deck's title, a section or a place for all sorts of things", () => {
    expect(
      topicsIn(
        "# My deck\n\nC: a {{c1::b}}\n\n## Ideas\n\nC: c {{c1::d}}\n\n## Kant\n\n### Zitate:\n\nC: e {{c1::f}}\n\n## Inbox\n\nC: g {{c1::h}}\n\n## Other\n\nC: i {{c1::j}}\n",
      ),
    ).toEqual(["", "", "Kant", "", ""]);
  });

  test("count headings of level 1 where there are several", () => {
    expect(topicsIn("# Kant\n\nC: a {{c1::b}}\n\n# Hegel\n\nC: c {{c1::d}}\n")).toEqual(["Kant", "Hegel"]);
  });

  test("are not found in front matter, code fences, comments and fields", () => {
    expect(
      topicsIn(
        "---\n# a comment\ntitle: T\n---\n\n```\n# code\n```\n\n<!-- old:\n## Gone\n-->\n\nC: a {{c1::b}}\n\\# no heading\n\nC: c {{c1::d}}\n",
      ),
    ).toEqual(["", ""]);
  });

  test("are read with the line ends of Windows", () => {
    expect(topicsIn("## Kant\r\n\r\nC: a {{c1::b}}\r\n")).toEqual(["Kant"]);
  });
});

test.each([
  "IDEAS",
  "Key Insights:",
  "Fakten",
  "Idées",
  "Citas (3)",
  "Main Ideas (5)",
  "📋 Summary",
  "Open questions",
  "Notizen",
  "—",
])("%s names no topic", (heading) => {
  expect(namesTopic(heading)).toBe(false);
});

test.each(["Before the blight", "Ideas of Kant", "1846–47", "Who is to blame? (essay)", "明治維新", "The numbers"])(
  "%s names a topic",
  (heading) => {
    expect(namesTopic(heading)).toBe(true);
  },
);

describe("notes that are added by section", () => {
  const [quote] = notesOf(deckOf("<!-- aaaaaaaaaaaa quotes -->\n> {{c1::a}} b\n"));
  const added = (text: string) => writeDeck(addNotes(deckOf(text), quote ? [quote] : []));

  test("stand under no topic that nobody said they belong to", () => {
    const text = "## Kant\n\n<!-- bbbbbbbbbbbb quotes -->\n> {{c1::c}} d\n";
    expect(added(text)).toBe(`${text}\n## Quotes\n\n<!-- aaaaaaaaaaaa quotes -->\n> {{c1::a}} b\n`);
  });

  test("go behind the last one of their section that stands under no topic", () => {
    const [first, last] = ["<!-- bbbbbbbbbbbb quotes -->\n> {{c1::c}} d\n", "\n## Kant\n\nC: e {{c1::f}}\n"];
    expect(added(first + last)).toBe(`${first}\n<!-- aaaaaaaaaaaa quotes -->\n> {{c1::a}} b\n${last}`);
  });

  test("go under the heading of their section though another one follows it at once", () => {
    expect(added("## Quotes\n\n## Kant\n")).toBe("## Quotes\n\n<!-- aaaaaaaaaaaa quotes -->\n> {{c1::a}} b\n\n## Kant\n");
  });
});
