import { mkdirSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openDeckFolder } from "../src/adapters/deck-folder.ts";
import { nodeDisk } from "../src/adapters/disk.ts";
import { homePaths, initHome } from "../src/adapters/home.ts";
import { decodeLine, writerOf } from "../src/adapters/log-line.ts";
import { readDecks } from "../src/app/add.ts";
import { applyImport, planImport } from "../src/app/import.ts";
import { cardsOf, frontAsText } from "../src/cards/cards-of-note.ts";
import { explainedText } from "../src/commands/generate-explain.ts";
import { ankiText } from "../src/exchange/anki-text.ts";
import { readAnkiText } from "../src/exchange/read-anki-text.ts";
import { generate } from "../src/generation/generate.ts";
import { addNotes } from "../src/notes/add-notes.ts";
import { canNameDeck, type Deck, deckTitle, notesOf, writeDeck } from "../src/notes/deck.ts";
import { writeFrontMatter } from "../src/notes/front-matter.ts";
import { describeProblem } from "../src/notes/problem.ts";
import { readDeck } from "../src/notes/read-deck.ts";
import { decodeDocument } from "../src/sources/decode.ts";
import { readDocument } from "../src/sources/read-document.ts";
import { fileNameFor } from "../src/text/file-name.ts";
import { safe, safeJson, safeLine } from "../src/text/safe.ts";
import { readAnkiCsv } from "./exchange/read-anki-csv.ts";
import { deckOf, packageOf } from "./support/anki/build-package.ts";
import { take } from "./support/anki/take.ts";
import {
  entries,
  expectHarmless,
  expectNothingUnseen,
  notesWith,
  oneClass,
  quickly,
  textOf,
  texts,
  tidy,
} from "./support/hostile.ts";
import { vectorWriter } from "./support/log-vector.ts";
import { MemoryStores } from "./support/memory-stores.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";

test("the fixture holds every class, none of them thinned out", () => {
  const counted: Record<string, number> = {};
  for (const entry of entries) {
    for (const name of [entry.class, entry.also]) if (name !== undefined) counted[name] = (counted[name] ?? 0) + 1;
  }
  const least = {
    terminal: 22,
    unicode: 12,
    path: 9,
    apkg: 9,
    log: 6,
    csv: 5,
    html: 5,
    redos: 5,
    json: 4,
    yaml: 4,
    media: 3,
    secrets: 3,
    llm: 5,
  };
  for (const [name, count] of Object.entries(least)) expect(counted[name], name).toBeGreaterThanOrEqual(count);
  expect(entries).toHaveLength(92);
  expect(texts).toHaveLength(83);
});

describe("on its way to a terminal", () => {
  test.each(texts)("%s comes out harmless, once and for all", (_id, text) => {
    const shown = quickly(() => safe(text));
    expectHarmless(shown);
    expect(safe(shown)).toBe(shown);
    expectHarmless(quickly(() => safeLine(text)));
    expect(safeLine(text)).not.toContain("\n");
  });

  test.each(texts)("%s in JSON is escaped and reads back as it was", (_id, text) => {
    const json = quickly(() => safeJson({ text }));
    expectNothingUnseen(json);
    expect(JSON.parse(json)).toEqual({ text });
  });

  test("what people write stays as it is", () => {
    const kept = entries.filter((entry) => entry.unchanged);
    expect(kept).toHaveLength(2);
    for (const entry of kept) expect(safe(textOf(entry) ?? "")).toBe(textOf(entry));
  });
});

describe("in a deck file", () => {
  test.each(texts)("%s as the whole file is read without harm, and no byte of it changes", (_id, text) => {
    const deck = quickly(() => readDeck("deck", "decks/deck.md", text));
    expect(writeDeck(deck)).toBe(text);
    for (const problem of deck.problems) expectHarmless(safe(describeProblem(problem)));
  });

  test.each(texts)("%s behind every marker is read, and no byte of it changes", (_id, text) => {
    for (const marker of ["C: ", "Q: ", "A: ", "> ", "<!-- ", "S: ", "---\ntitle: "]) {
      const whole = `${marker}${text}\n\nQ: Good?\nA: Yes.\n`;
      const deck = quickly(() => readDeck("deck", "decks/deck.md", whole));
      expect(writeDeck(deck)).toBe(whole);
    }
  });

  test.each(texts)("%s in notes of every kind is read back as it was written", (_id, text) => {
    const clean = tidy(text);
    if (clean === "") return;
    const empty: Deck = { name: "deck", file: "decks/deck.md", frontMatter: {}, pieces: [], problems: [] };
    const notes = notesWith(clean);
    const written = quickly(() => writeDeck(addNotes(empty, notes)), 12);
    const read = quickly(() => readDeck("deck", "decks/deck.md", written), 12);
    expect(read.problems).toEqual([]);
    expect(notesOf(read).map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
    expect(writeDeck(addNotes(empty, notesOf(read)))).toBe(written);
    for (const note of notesOf(read)) {
      for (const card of quickly(() => cardsOf(note, "deck"))) expectHarmless(safe(`${frontAsText(card.front)} ${card.answers}`));
    }
  });

  test.each(texts)("%s as the title in the front matter stays text", (_id, text) => {
    const title = tidy(text).slice(0, 10_000).trim();
    const deck = quickly(() => readDeck("deck", "decks/deck.md", `${writeFrontMatter({ title })}\nQ: a\nA: b\n`));
    expect(notesOf(deck)).toHaveLength(1);
    if (deck.problems.length === 0 && title !== "") expect(deckTitle(deck)).toBe(title);
    expectHarmless(safeLine(deckTitle(deck)));
  });

  test.each(oneClass("yaml"))("%s as front matter pollutes nothing and costs no note", (_id, text) => {
    const deck = quickly(() => readDeck("deck", "decks/deck.md", `---\n${text}\n---\n\nQ: a\nA: b\n`));
    expect(notesOf(deck)).toHaveLength(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("as a study note", () => {
  test.each(texts)("%s is read, and its problems are harmless", (_id, text) => {
    for (const document of [
      text,
      `## Facts\n\n- ${text}\n`,
      `# ${text}\n\n> ${text}\n`,
      `---\ntitle: ${text}\n---\n\n- A fact.\n`,
    ]) {
      const { sources, problems } = quickly(() => readDocument("note.md", document));
      for (const problem of problems) expectHarmless(safe(describeProblem(problem)));
      for (const { items } of sources) for (const item of items) expectHarmless(safe(item.text));
    }
  });

  test.each(texts)("%s as any line of a note is judged, and explaining it shows nothing harmful", (_id, text) => {
    const quote = text.replaceAll("\n", " ");
    const document = `# IDEAS\n\n- ${text}\n\n# QUOTES\n\n- "${quote}" - ${quote.slice(0, 40)}\n\n# REFERENCES\n\n- ${quote} by ${quote}\n`;
    for (const source of readDocument("note.md", document).sources) {
      const { lines } = quickly(() => generate(source, { explain: true }), 4);
      expectHarmless(safe(explainedText(lines, { line: 1, passedOver: false }, 80)));
    }
  });

  test.each(texts)("%s as bytes is text or a problem", (_id, text) => {
    const decoded = quickly(() => decodeDocument(Buffer.from(text, "latin1")));
    expect("text" in decoded || decoded.problem.remedy !== "").toBe(true);
  });
});

describe("on its way to Anki", () => {
  test.each(texts)("%s stays in its own cells", (_id, text) => {
    const clean = tidy(text);
    if (clean === "") return;
    for (const note of notesWith(clean)) {
      const title = clean.slice(0, 200);
      const topics = new Map([[note.id, [`Under ${title}`]]]);
      const decks = [{ title, name: "deck", tags: [title], notes: [note], topics }];
      const { text: file, report } = quickly(
        () =>
          ankiText(decks, {
            updateTags: false,
            separator: "comma",
            ankiBasic: "Basic",
            ankiReversed: "Basic (and reversed card)",
            ankiCloze: "Cloze",
          }),
        5,
      );
      const { headers, rows } = readAnkiCsv(file);
      expect(rows).toHaveLength(report.notes);
      for (const header of headers) expect(header).toMatch(/^#[a-z ]+:[^\r\n]*$/);
      for (const [guid, ...cells] of rows) {
        expect(guid).toBe(note.id);
        expect(cells.join()).not.toMatch(/<(?:script|iframe|object|style|svg|form|input)|<[^<>]*\son\w+=|<!--(?! -->)/i);
      }
    }
  });
});

describe("in a text file to import", () => {
  const cellOf = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test.each(texts)(
    "%s, as the file, as field, tag, deck, note type and GUID, makes notes that are read back, or is left out",
    (_id, text) => {
      const short = cellOf(text.slice(0, 2000));
      const files = [text, ...["true", "false"].map((isHtml) => columnsOf(isHtml, [cellOf(text), short]))];
      for (const file of files) {
        const stores = new MemoryStores({});
        const imported = quickly(() => readAnkiText(file, stores.settings, "words.csv"), 5);
        if (!("notes" in imported)) {
          expectHarmless(safe(imported.saw));
          continue;
        }
        const request = { file: "words.csv", imported };
        const plan = quickly(() => planImport(stores, readDecks(stores), request), 5);
        if ("remedy" in plan) throw new Error(plan.message);
        applyImport(stores, plan);
        const { found, leftOut, remarks } = plan.report;
        expect(plan.report.new + leftOut.length).toBe(found);
        for (const remark of remarks) expectHarmless(safe(describeProblem(remark)));
        const made = [...stores.files].map(([name, deck]) => readDeck(name, `decks/${name}.md`, deck));
        expect(made.flatMap(({ problems }) => problems)).toEqual([]);
        expect(made.every(({ name }) => canNameDeck(name))).toBe(true);
        const before = [...stores.files];
        const again = planImport(stores, readDecks(stores), request);
        if ("remedy" in again) throw new Error(again.message);
        applyImport(stores, again);
        expect([...stores.files]).toEqual(before);
      }
    },
  );

  function columnsOf(isHtml: string, [field = "", short = ""]: readonly string[]): string {
    const headers = `#separator:comma\n#html:${isHtml}\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n`;
    const cloze = `"{{c1::x${field.slice(1, -1)}}} y {{c2::z}}"`;
    return `${headers}${short},Basic,${short},${field},${field},${short}\ng1,Cloze,d,${cloze},,\ng2,${short},d,${field},${field},\n`;
  }
});

describe("in a package of Anki", () => {
  test("every text, as field, tag, name of a deck and of a file, makes notes that are read back, or is named as left out", async () => {
    const used = texts.filter(([, text]) => text.length < 100_000);
    const decks = Object.fromEntries(used.map(([, text], at) => [at + 10, deckOf(at + 10, text.slice(0, 2000))]));
    const notes = used.flatMap(([, text], at) => [
      {
        id: 2 * at + 1,
        guid: text.slice(0, 500),
        tags: ` ${text.slice(0, 200)} `,
        flds: `${text.replaceAll("\x1f", "")}\x1f${text}`,
      },
      { id: 2 * at + 2, guid: `cloze${at}`, mid: 3, flds: `{{c1::x${text.replaceAll("\x1f", "")}}} y {{c2::z}}\x1f` },
    ]);
    const cards = notes.map(({ id }) => ({ id: id + 1000, nid: id, did: Math.floor((id - 1) / 2) + 10 }));
    const stores = new MemoryStores({});
    const path = await packageOf({ notes, cards, decks }, { media: { 'a"; do shell script "id"; ".png': "x" } });
    const { plan } = await take(stores, path);
    const made = [...stores.files].map(([name, text]) => readDeck(name, `decks/${name}.md`, text));
    expect(made.flatMap(({ problems }) => problems)).toEqual([]);
    expect(made.every(({ name }) => canNameDeck(name))).toBe(true);
    expect(made.flatMap(notesOf).length + plan.report.leftOut.length).toBeGreaterThanOrEqual(notes.length);
    expect(made.flatMap(notesOf).length).toBeGreaterThan(notes.length * 0.8);
    const before = [...stores.files];
    await take(stores, path);
    expect([...stores.files]).toEqual(before);
    expect(stores.saved).toEqual([]);
  }, 20_000);
});

describe("as a line of the log", () => {
  test.each(texts)("%s is refused", (_id, text) => {
    const decoded = quickly(() => decodeLine(Buffer.from(text), writerOf(vectorWriter)));
    expect(decoded.kind).toBe("bad");
  });

  test("with a check sum that fits, numbers out of range are refused and a far future is kept", () => {
    const decoded = (id: string) => {
      const body = texts.find(([name]) => name === id)?.[1].replace(/\}$/, "") ?? "";
      const crc = crc32(vectorWriter + body)
        .toString(16)
        .padStart(8, "0");
      return decodeLine(Buffer.from(`${body},"crc":"${crc}"}`), writerOf(vectorWriter));
    };
    expect(decoded("json-big-number")).toMatchObject({ kind: "bad", signed: true });
    expect(decoded("log-future")).toMatchObject({ kind: "event", event: { at: "3000-01-01T00:00:00.000Z" } });
  });

  test.each(oneClass("log"))("%s is no writer's id", (_id, text) => {
    expect(() => writerOf(text)).toThrow(TypeError);
  });
});

describe("as a name", () => {
  test.each(texts)("%s becomes a plain file name", (_id, text) => {
    const name = quickly(() => fileNameFor(text, []));
    expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u);
    expect([...name].length).toBeLessThanOrEqual(40);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
    expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
  });

  test("every path of a stranger ends up as a deck inside the home, each in a file of its own", () => {
    const { home, decks } = freshHome();
    const titles = oneClass("path").flatMap(([id, text]) => (id === "path-case" ? (JSON.parse(text) as string[]) : [text]));
    expect(titles.length).toBeGreaterThanOrEqual(10);
    const made = titles.map((title) => decks.create(title, `Q: ${JSON.stringify(title)}\nA: b\n`));
    expect(new Set(made.map(({ file }) => file.normalize("NFC").toLowerCase())).size).toBe(titles.length);
    for (const { file } of made) expect(realpathSync(join(home.root, file)).startsWith(home.decks + sep)).toBe(true);
    expect(readdirSync(home.decks)).toHaveLength(titles.length);
  });

  test.each(texts)("%s as the very name of a deck is refused or stays inside the home", (_id, text) => {
    const { home, folder, decks } = freshHome();
    const before = readdirSync(folder).sort();
    try {
      const { file } = decks.createNamed(text, "Q: a\nA: b\n");
      expect(realpathSync(join(home.root, file)).startsWith(home.decks + sep)).toBe(true);
      expectHarmless(file);
    } catch (error) {
      expect(error).toMatchObject({ name: "NotSaved" });
      expect(readdirSync(home.decks)).toEqual([]);
    }
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});

function freshHome() {
  const folder = temporaryFolder();
  const home = homePaths(join(folder, "home"), { data: join(folder, "data"), cache: join(folder, "cache") });
  mkdirSync(home.root);
  initHome(nodeDisk, home.root);
  return { folder, home, decks: openDeckFolder(nodeDisk, home, () => "2026-11-24T18:00:00.000Z") };
}
