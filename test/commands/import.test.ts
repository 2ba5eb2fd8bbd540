import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageOf } from "../support/anki/build-package.ts";
import { Shell, transcript } from "../support/run-command.ts";

const words = "aqua,water,latin\nignis,\n,nothing\nterra,earth,\n";

test("an import tells what came, what did not and why; a second one changes nothing", () => {
  const shell = new Shell({ "words.csv": words });
  expect(transcript(shell, ["import", "words.csv", "--dry-run"])).toBe(`$ recto import words.csv --dry-run
4 notes found: 2 new, 2 left out.
words.csv:3  It has an empty first field.
words.csv:2  It has no answer.
Would be written to decks/words.md (new).
[exit 0]
`);
  expect(shell.recto(["due", "--short"]).out).toBe("0\n");
  expect(shell.recto(["import", "words.csv"]).code).toBe(0);
  expect(shell.recto(["due", "--short"]).out).toBe("2\n");
  expect(transcript(shell, ["import", "-"], { input: words.replace("earth", "soil") })).toContain(
    "1 updated, 1 unchanged, 2 left out.\n2 of them known by the first field.",
  );
  expect(shell.recto(["check"])).toMatchObject({ code: 0 });
});

test("all new notes go to the deck that is named", () => {
  const shell = new Shell({ "a.txt": "#separator:tab\n#deck:other\nx\ty\n", "decks/kant/first.md": "" });
  expect(shell.recto(["import", "a.txt", "--deck", "kant/first"]).out).toContain("Written to decks/kant/first.md.");
  expect(shell.recto(["import", "a.txt", "--deck", "../x"])).toMatchObject({ code: 2, out: "" });
});

test("what is no notes is refused with what it is and what was expected", () => {
  const shell = new Shell({
    "prose.md": "# A study note\n\nA sentence about whales.\n",
    "deck.apkg": Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0),
    "collection.anki2": Buffer.from("SQLite format 3\0rest"),
    "a.json": '{"notes": []}',
    "latin1.txt": Uint8Array.of(0xe9, 0x09, 0x61),
    "empty.txt": "",
  });
  const { out, err, code } = shell.recto([
    "import",
    "prose.md",
    "deck.apkg",
    "collection.anki2",
    "a.json",
    "latin1.txt",
    "empty.txt",
  ]);
  expect(out).toBe("");
  expect(
    err
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/\. |$/)[0]),
  ).toEqual([
    "prose.md  It holds a line without columns",
    "deck.apkg  It is damaged, or no package of Anki",
    "collection.anki2  This is a database, as Anki keeps its collection in",
    "a.json  This is JSON",
    "latin1.txt  Its bytes are not valid UTF-8",
    "empty.txt  It holds no line of text",
  ]);
  expect(code).toBe(1);
  expect(shell.recto(["import", "nowhere.txt"])).toMatchObject({
    code: 3,
    err: expect.stringContaining("There is no such file"),
  });
  expect(shell.recto(["import"])).toMatchObject({ code: 2 });
});

test("for machines everything is one object, and nothing from a file steers the terminal", () => {
  const shell = new Shell({ "a.txt": "#separator:tab\n#notetype column:3\nx\ty\tev\u001b[31mil\nz\tz\t\n" });
  const json = JSON.parse(shell.recto(["import", "a.txt", "--json", "--dry-run"]).out);
  expect(json).toMatchObject({
    version: 1,
    isDryRun: true,
    files: [
      {
        file: "a.txt",
        report: { found: 2, new: 1, updated: 0, duplicate: 0, conflicting: 0, missingNoteType: 1 },
        leftOut: [{ place: 4, reason: "missingNoteType" }],
        decks: [{ name: "a", isNew: true }],
      },
    ],
  });
  const { out, err } = shell.recto(["import", "a.txt"]);
  expect(out + err).not.toContain("\u001b");
  expect(out).toContain("recto does not know the note type ev");
});

test("a package comes with its answers and media, the same again adds nothing, and from standard input it is pointed to its file", async () => {
  const built = {
    notes: [{ id: 10, guid: "g1", flds: `Who? <img src="a.png">\x1fHe.` }],
    cards: [{ id: 20, nid: 10, type: 2, queue: 2, due: 330, ivl: 10 }],
    revlog: [{ id: Date.parse("2026-11-20T10:00:00.000Z"), cid: 20, ease: 3, ivl: 10, type: 0 }],
  };
  const bytes = readFileSync(await packageOf(built, { generation: 3, media: { "a.png": "picture" } }));
  const shell = new Shell({ "deck.apkg": bytes });
  expect(transcript(shell, ["import", "deck.apkg", "--dry-run"])).toBe(`$ recto import deck.apkg --dry-run
1 note found: 1 new.
1 answer would come into the log.
1 file would be copied to decks/media.
Would be written to decks/A/B.md (new).
[exit 0]
`);
  expect(shell.recto(["import", "deck.apkg"]).code).toBe(0);
  expect(transcript(shell, ["import", "deck.apkg"])).toBe(`$ recto import deck.apkg
1 note found: 1 unchanged.
0 answers came into the log; left out: 1 known one.
[exit 0]
`);
  const { files } = JSON.parse(shell.recto(["import", "deck.apkg", "--json"]).out);
  expect(files).toMatchObject([{ report: { duplicate: 1 }, package: { answers: { added: 0, known: 1 }, differing: [] } }]);
  expect(shell.recto(["import", "-"], { input: bytes.toString("latin1") }).err).toContain("A package is read from its file");
  expect(shell.recto(["check"])).toMatchObject({ code: 0 });
});

test("a package of one's own decks brings them into another home as they were", async () => {
  const note = "<!-- 7hq2mzk4rtw9 other -->\nQ: Who?\nA: He. ![](media/a.png)\n";
  const shell = new Shell({
    "decks/kant/first.md": note,
    "decks/media/a.png": "picture",
    "anki.apkg": readFileSync(await packageOf({})),
  });
  expect(transcript(shell, ["export", "--to", "anki-package"])).toBe(`$ recto export --to anki-package
1 note with 1 card (1 question) written to recto-anki.apkg.
With 0 answers, and the day and memory of every card.
In Anki: File > Import, choose the file, Import. Do the same after every later export.
[exit 0]
`);
  expect(shell.recto(["export", "--to", "anki-package"]).code).toBe(0);
  for (const file of ["decks/kant/first.md", "anki.apkg"])
    expect(shell.recto(["export", "--to", "anki-package", "--out", file])).toMatchObject({ code: 3 });
  expect(shell.recto(["export", "--to", "anki-package", "--out", "-"])).toMatchObject({ code: 2, out: "" });
  const other = new Shell({ "deck.apkg": readFileSync(join(shell.home, "recto-anki.apkg")) });
  expect(other.recto(["import", "deck.apkg"]).code).toBe(0);
  expect(readFileSync(join(other.home, "decks/kant/first.md"), "utf8")).toBe(note);
  expect(readFileSync(join(other.home, "decks/media/a.png"), "utf8")).toBe("picture");
});
