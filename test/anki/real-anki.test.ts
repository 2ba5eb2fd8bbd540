import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ankiCardNumbers } from "../../src/exchange/anki-cloze.ts";
import { ankiDeckName, ankiTag } from "../../src/exchange/anki-names.ts";
import { ankiText } from "../../src/exchange/anki-text.ts";
import type { ExportDeck } from "../../src/exchange/export-deck.ts";
import type { Note } from "../../src/notes/note.ts";
import { readAnkiCsv } from "../exchange/read-anki-csv.ts";
import { ankiOptions, cloze, deckOf, question, sampleDecks } from "../exchange/sample-decks.ts";
import { driveAnki, fileOf, findRealAnki } from "../support/anki/real-anki.ts";

/** A note as a collection holds it, in the words of drive.py. */
interface NoteInAnki {
  readonly noteType: string;
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  readonly decks: readonly string[];
  readonly cards: readonly { ord: number; due: number; interval: number; type: number; front: string; back: string }[];
}

type NotesInAnki = Readonly<Record<string, readonly NoteInAnki[]>>;

const anki = findRealAnki(process.env);
const python = "python" in anki ? anki.python : "";
if ("missing" in anki) {
  const words = `NOT TESTED against a real Anki: ${anki.missing}`;
  process.stderr.write(`\n${words}\n\n`);
  test(words, ({ skip }) => skip(anki.missing));
}

describe.skipIf("missing" in anki)(`a real Anki (${"version" in anki ? anki.version : anki.missing})`, () => {
  test("imports the sample decks as they are meant", () => {
    const { text, report } = ankiText(sampleDecks, ankiOptions);
    const [log, dump, deckNames] = driveAnki(python, [{ import: fileOf(text) }, { dump: true }, { deckNames: true }]);
    const notes = dump as NotesInAnki;
    const { rows } = readAnkiCsv(text);
    expect(log).toEqual({ new: report.notes, found: report.notes });
    expect(Object.keys(notes).sort()).toEqual(rows.map(([guid]) => guid).sort());
    expect(deckNames).toEqual(expect.arrayContaining(["psychology", "psychology::memory", "1984 (deck)"]));
    for (const [guid, noteType, deck, front, back] of rows) {
      expect(notes[guid ?? ""]).toMatchObject([{ noteType, decks: [deck], fields: [front, back], tags: ["psychology"] }]);
    }
    expect(Object.values(notes).flatMap(([note]) => note?.cards ?? [])).toHaveLength(report.cards);
    expect(
      Object.fromEntries(Object.entries(notes).map(([guid, [note]]) => [guid, note?.cards.map(({ ord }) => ord)])),
    ).toMatchObject({
      "7hq2mzk4rtw9": [0, 1],
      c3wzv3p6xk2m: [0, 1],
      k4m9q2ht7rzc: [0],
      k4m9q2ht7rzcwho: [0],
      d2m9q2ht7rzc: [0, 1],
    });
  });

  test("asks and answers what the note says", () => {
    const [, dump] = driveAnki(python, [{ import: fileOf(ankiText(sampleDecks, ankiOptions).text) }, { dump: true }]);
    const card = (guid: string, ord: number) => (dump as NotesInAnki)[guid]?.[0]?.cards[ord];
    expect(seen(card("7hq2mzk4rtw9", 0)?.front)).toBe("Ebbinghaus measured the [...] in 1885.");
    expect(seen(card("7hq2mzk4rtw9", 1)?.front)).toBe("Ebbinghaus measured the forgetting curve in [which year?].");
    expect(seen(card("7hq2mzk4rtw9", 1)?.back)).toContain("in 1885.\n\np. 12\nHow memory works");
    expect(seen(card("c3wzv3p6xk2m", 1)?.front)).toBe("the fork\n\nHow memory works");
    expect(seen(card("d2m9q2ht7rzc", 0)?.front)).toBe("In map<[...]> {{c9::x}} the hint is a::b");
    expect(seen(card("d2m9q2ht7rzc", 1)?.front)).toBe("In map<std::string, {a: {b: 1}}> {{c9::x}} the hint is [x::y}]");
    expect(seen(card("e2m9q2ht7rzc", 0)?.back)).toContain("\\(\\frac{ a_{b_{c} } }{2}\\) halves it");
    expect(card("f2m9q2ht7rzc", 0)?.front).toBe('#include, "why"?');
  });

  test("takes tabs as it takes commas", () => {
    const [tabs, commas] = (["tab", "comma"] as const).map((separator) =>
      driveAnki(python, [{ import: fileOf(ankiText(sampleDecks, { ...ankiOptions, separator }).text) }, { dump: true }]),
    );
    expect(tabs).toEqual(commas);
  });

  test("a second import changes nothing", () => {
    const { text, report } = ankiText(sampleDecks, ankiOptions);
    const [, before, log, after] = driveAnki(python, [
      { import: fileOf(text) },
      { dump: true },
      { import: fileOf(text) },
      { dump: true },
    ]);
    expect(log).toEqual({ duplicate: report.notes, found: report.notes });
    expect(after).toEqual(before);
  });

  test("an edited note is updated alone; tags and due dates of the learner stay", () => {
    const edited = sampleDecks.map((deck) => ({ ...deck, notes: deck.notes.map(edit) }));
    const [, , , before, log, after] = driveAnki(python, [
      { import: fileOf(ankiText(sampleDecks, ankiOptions).text) },
      { answerAll: true },
      { addTag: ["7hq2mzk4rtw9", "mine"] },
      { dump: true },
      { import: fileOf(ankiText(edited, ankiOptions).text) },
      { dump: true },
    ]) as [unknown, unknown, unknown, NotesInAnki, unknown, NotesInAnki];
    expect(log).toEqual({ updated: 1, duplicate: 11, found: 12 });
    const { "7hq2mzk4rtw9": noteBefore, ...othersBefore } = before;
    const { "7hq2mzk4rtw9": noteAfter, ...othersAfter } = after;
    expect(othersAfter).toEqual(othersBefore);
    expect(noteAfter?.[0]?.fields[0]).toBe("First of all, in {{c2::1885::which year?}} a {{c1::curve}}.");
    expect(noteAfter?.[0]?.tags).toEqual(["mine", "psychology"]);
    expect(dues(noteAfter)).toEqual(dues(noteBefore));
    expect(noteAfter?.[0]?.cards.map(({ interval }) => interval)).toEqual([30, 30]);
  });

  test("updates even where the learner chose to keep what is there the last time", () => {
    const of = (answer: string) => ankiText([deckOf([question("b8wzv3p6xk2m", "x", answer)])], ankiOptions).text;
    const keeping = of("kept out").replace("update current", "keep current");
    const silent = of("silent").replace("#if matches:update current\n", "");
    const logs = driveAnki(
      python,
      [of("first"), keeping, silent, of("second")].map((text) => ({ import: fileOf(text) })),
    );
    const skipped = { first_field_match: 1, found: 1 }; // Anki files a note it kept under this heading, by GUID too
    expect(logs).toEqual([{ new: 1, found: 1 }, skipped, skipped, { updated: 1, found: 1 }]);
  });

  test("the tags column replaces tags when asked to", () => {
    const [, , , after] = driveAnki(python, [
      { import: fileOf(ankiText(sampleDecks, ankiOptions).text) },
      { addTag: ["7hq2mzk4rtw9", "mine"] },
      { import: fileOf(ankiText(sampleDecks, { ...ankiOptions, updateTags: true }).text) },
      { dump: true },
    ]);
    expect((after as NotesInAnki)["7hq2mzk4rtw9"]?.[0]?.tags).toEqual(["psychology", "seminar_week_3"]);
  });

  test("a note type of another kind is refused as conflicting, so such a note is never sent", () => {
    const one = (changes: { both?: boolean }) => [deckOf([question("b8wzv3p6xk2m", "x", "y", changes)])];
    const [, log] = driveAnki(python, [
      { import: fileOf(ankiText(one({}), ankiOptions).text) },
      { import: fileOf(ankiText(one({ both: true }), ankiOptions).text) },
    ]);
    expect(log).toEqual({ conflicting: 1, found: 1 });
  });

  test("composes letters with their accents, and still knows the note again", () => {
    const { text } = ankiText([deckOf([question("b8wzv3p6xk2m", "cafe\u0301", "y")])], ankiOptions);
    const [, dump, again] = driveAnki(python, [{ import: fileOf(text) }, { dump: true }, { import: fileOf(text) }]);
    expect((dump as NotesInAnki).b8wzv3p6xk2m?.[0]?.fields[0]).toBe("caf\u00e9");
    expect(again).toEqual({ duplicate: 1, found: 1 });
  });

  test("deck names are found again, not made anew a row", () => {
    const names = [" a:: B", "foo:::bar", "Cafe\u0301", "1984", "+7", "", 'with "quotes"', "x\u0007y", "日本::猫", "c::d::"];
    const decks = names.map((name, index) =>
      deckOf([question(`aaaaaaaaaa${index}x`, "q", "a"), question(`bbbbbbbbbb${index}x`, "q", "a")], { name }),
    );
    const [log, deckNames] = driveAnki(python, [{ import: fileOf(ankiText(decks, ankiOptions).text) }, { deckNames: true }]);
    expect(log).toEqual({ new: 20, found: 20 });
    expect(deckNames).toEqual(expect.arrayContaining(names.map(ankiDeckName)));
    expect((deckNames as string[]).filter((name) => name.endsWith("+"))).toEqual([]);
  });

  test("tags are kept as they were written", () => {
    const tags = ["two words", "a::", "日本\u3000語", "C++", "mind & body"];
    const [, dump] = driveAnki(python, [
      { import: fileOf(ankiText([deckOf([question("b8wzv3p6xk2m", "x", "y")], { tags })], ankiOptions).text) },
      { dump: true },
    ]);
    expect([...((dump as NotesInAnki).b8wzv3p6xk2m?.[0]?.tags ?? [])].sort()).toEqual(tags.map(ankiTag).sort());
  });

  test("finds the same clozes in any text as our reading of its rules", () => {
    const piece = fc.constantFrom(
      "{{c1::",
      "{{c2,3::",
      "{{c0::",
      "{{c600::",
      "{{c,::",
      "{{c",
      "}}",
      "}",
      "{",
      "::",
      "a",
      "1",
      ",",
      "<b>",
      "\\(",
    );
    const fields = fc.sample(
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
      { numRuns: 1000, seed: 7 },
    );
    const [numbers] = driveAnki(python, [{ clozeNumbers: fields }]) as [number[][]];
    const inAnki = numbers.map((found) => [...new Set(found.map((number) => Math.min(number, 500)))]);
    expect(fields.map((field) => [field, ankiCardNumbers(field)])).toEqual(fields.map((field, index) => [field, inAnki[index]]));
  });

  test("keeps any text byte for byte, with as many cards as the note has", () => {
    const piece = fc.constantFrom(
      "}}",
      "{{c9::",
      "::",
      "<",
      "&",
      '"',
      "'",
      ",",
      "#",
      "\n",
      "a",
      "*b*",
      "`c`",
      "$d$",
      "\\",
      "[e](f)",
      "日本",
      "🐈",
      " ",
      "\t",
    );
    const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    const notes = fc
      .sample(fc.tuple(words, words, words), { numRuns: 200, seed: 11 })
      .flatMap(([before, hidden, after], index): Note[] => {
        const number = String(1000 + index);
        const text = [
          `x${before}`,
          { ordinal: 1, text: `y${hidden}`, hint: `z${after}` },
          `${after}w`,
          { ordinal: 2, text: `v${hidden}` },
        ];
        return [cloze(`aaaaaaaa${number}`, text), question(`bbbbbbbb${number}`, `x${before}`, hidden)];
      });
    const decks: ExportDeck[] = [deckOf(notes)];
    const { text, report } = ankiText(decks, ankiOptions);
    const [log, dump, again] = driveAnki(python, [{ import: fileOf(text) }, { dump: true }, { import: fileOf(text) }]);
    expect(report).toMatchObject({ notes: 400, cards: 600, notCarried: [] });
    expect(log).toEqual({ new: 400, found: 400 });
    expect(again).toEqual({ duplicate: 400, found: 400 });
    for (const [guid = "", , , front, back] of readAnkiCsv(text).rows) {
      const [note] = (dump as NotesInAnki)[guid] ?? [];
      expect(note?.fields).toEqual([front, back]);
      expect(note?.cards).toHaveLength(guid.startsWith("a") ? 2 : 1);
    }
  });
});

function edit(note: Note): Note {
  if (note.id !== "7hq2mzk4rtw9" || note.kind !== "cloze") return note;
  const year = { ordinal: 2, text: "1885", hint: "which year?" };
  return { ...note, text: ["First of all, in ", year, " a ", { ordinal: 1, text: "curve" }, "."] };
}

function dues(notes: readonly NoteInAnki[] | undefined) {
  return notes?.flatMap(({ cards }) => cards.map(({ ord, due, interval, type }) => ({ ord, due, interval, type })));
}

/** What a browser shows. */
function seen(html = ""): string {
  return html
    .replaceAll("<br>", "\n")
    .replace(/<!-- -->|<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
