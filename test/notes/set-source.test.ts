import { describe, expect, test } from "vitest";
import { readDeck } from "../../src/notes/read-deck.ts";
import { withSource } from "../../src/notes/set-source.ts";

const notes = "\nC: By {{c1::hand}}.\n\n---\nsource: no front matter\n";
const set = (yaml: string, source = "notes/new.md") => withSource(`---\n${yaml}---\n${notes}`, source);
const deck = (yaml: string) => `---\n${yaml}---\n${notes}`;

describe("the source in a deck's front matter is changed and no other byte", () => {
  test.each([
    ["source: old.md\n", "source: notes/new.md\n"],
    ["source: old.md # where it comes from\n", "source: notes/new.md # where it comes from\n"],
    [
      "# all about it\ntitle: A\nsource:   'old.md'  \ntags: [a,  b]\n",
      "# all about it\ntitle: A\nsource:   notes/new.md  \ntags: [a,  b]\n",
    ],
    ['"source": "old.md"\ntitle: A\n', '"source": notes/new.md\ntitle: A\n'],
    ["'source' : old.md\n", "'source' : notes/new.md\n"],
    ["source: >-\n  a long\n  name.md\ntitle: A\n", "source: notes/new.md\ntitle: A\n"],
    ["source: |+ # kept\n  name.md\n\ntitle: A\n", "source: notes/new.md # kept\ntitle: A\n"],
    ["source: a long\n  name.md\ntitle: A\n", "source: notes/new.md\ntitle: A\n"],
    ["source:\n  old.md\ntitle: A\n", "source:\n  notes/new.md\ntitle: A\n"],
    ["source:\ntitle: A\n", "source: notes/new.md\ntitle: A\n"],
    ["source: # to do\ntitle: A\n", "source: notes/new.md # to do\ntitle: A\n"],
    ["? source\n: old.md\n", "? source\n: notes/new.md\n"],
    ["{title: A, source: old.md}\n", '{title: A, source: "notes/new.md"}\n'],
    ["{title: A}\n", '{source: "notes/new.md", title: A}\n'],
    ["  title: A\n  source: old.md\n", "  title: A\n  source: notes/new.md\n"],
    ["  title: A\n", "  source: notes/new.md\n  title: A\n"],
    ["title: >-\n  about\n\n  source: of it\n", "source: notes/new.md\ntitle: >-\n  about\n\n  source: of it\n"],
    ["# only a comment\n", "source: notes/new.md\n# only a comment\n"],
    ["", "source: notes/new.md\n"],
    ["source: old.md\r\ntitle: A\r\n", "source: notes/new.md\r\ntitle: A\r\n"],
  ])("%j", (before, after) => {
    const text = set(before);
    expect(text).toBe(deck(after));
    expect(readDeck("a", "decks/a.md", text ?? "").frontMatter.source).toBe("notes/new.md");
  });

  test.each([
    "a: b.md",
    "#1.md",
    "1885",
    "x\n- y.md",
    "[draft].md",
    "{a}, b.md",
    'it\'s "so".md',
    "true",
    "über # das.md",
    " a.md",
  ])("a source called %j is read back", (source) => {
    for (const before of ["source: old.md\n", "{title: A, source: old}\n", "title: A\n", "source: >-\n  old\n"])
      expect(readDeck("a", "decks/a.md", set(before, source) ?? "").frontMatter.source).toBe(source.trim());
  });

  test("a deck without front matter gets one; a byte order mark and Windows' line ends stay", () => {
    expect(withSource("Q: a\nA: b\n", "new.md")).toBe("---\nsource: new.md\n---\n\nQ: a\nA: b\n");
    expect(withSource("", "new.md")).toBe("---\nsource: new.md\n---\n\n");
    expect(withSource("\ufeff---\r\ntitle: A\r\n---\r\n\r\nQ: a\r\n", "new.md")).toBe(
      "\ufeff---\r\nsource: new.md\r\ntitle: A\r\n---\r\n\r\nQ: a\r\n",
    );
  });
});

test.each([
  "title: [\n",
  "title: A\ntitle: B\n",
  "- a\n",
  "source: &a old.md\ntitle: *a\n", // the title would change with it
  "!!js/function source: x\n",
])("where that cannot be done, nothing is: %j", (yaml) => {
  expect(set(yaml)).toBeUndefined();
});

test("front matter that is never closed takes nothing", () => {
  expect(withSource("---\ntitle: A\n\nQ: a\nA: b\n", "new.md")).toBeUndefined();
});
