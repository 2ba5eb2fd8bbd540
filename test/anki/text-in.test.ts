import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDecks } from "../../src/app/add.ts";
import { exportFrom } from "../../src/app/export.ts";
import { applyImport, type ImportReport, planImport } from "../../src/app/import.ts";
import { readHome } from "../../src/app/study-home.ts";
import { readHeaders } from "../../src/exchange/anki-headers.ts";
import { readAnkiText } from "../../src/exchange/read-anki-text.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { writeNote } from "../../src/notes/write-note.ts";
import { ankiOptions, sampleDecks } from "../exchange/sample-decks.ts";
import { driveAnki, fileOf, findRealAnki } from "../support/anki/real-anki.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const anki = findRealAnki(process.env);
const python = "python" in anki ? anki.python : "";
const everything = { exportNotes: { html: true, guid: true } };

function importText(stores: MemoryStores, text: string): ImportReport {
  const imported = readAnkiText(text, stores.settings, "notes.txt");
  if (!("notes" in imported)) throw new Error(imported.saw);
  const plan = planImport(stores, readDecks(stores), { file: "notes.txt", imported });
  if ("remedy" in plan) throw new Error(plan.message);
  applyImport(stores, plan);
  return plan.report;
}

function exported(stores: MemoryStores): string {
  const home = readHome(stores.decks);
  const names = new Set(home.decks.map(({ name }) => name));
  return exportFrom(stores, home, names, { to: "anki", separator: "comma", updateTags: true, writesIds: true }).text;
}

/** A home that holds the notes of the sample decks that Anki takes. */
function sampleHome(): MemoryStores {
  const decks = sampleDecks.map(({ name, title, notes }): [string, string] => {
    const kept = notes.filter(({ provenance }) => !provenance.orphan && !provenance.noteType?.startsWith("Medical"));
    return [name, `---\ntitle: "${title}"\n---\n\n${kept.map(writeNote).join("\n")}`];
  });
  return new MemoryStores(Object.fromEntries(decks));
}

describe.skipIf("missing" in anki)(`text from a real Anki (${"version" in anki ? anki.version : anki.missing})`, () => {
  test("recto's notes come back from Anki unchanged, and into an empty home with their ids", () => {
    const home = sampleHome();
    const before = new Map(home.files);
    const out = exported(home);
    const [, text] = driveAnki(python, [{ import: fileOf(out) }, everything]) as [unknown, string];
    expect(importText(home, text)).toMatchObject({ found: 12, duplicate: 12, new: 0, updated: 0, leftOut: [] });
    expect(home.files).toEqual(before);
    const empty = new MemoryStores({});
    expect(importText(empty, text)).toMatchObject({ found: 12, new: 12, leftOut: [] });
    const ids = (stores: MemoryStores) =>
      readHome(stores.decks).decks.flatMap((deck) => notesOf(deck).map(({ id, kind }) => `${id} ${kind}`));
    const own = ids(home).filter((each) => !each.startsWith("h2m9q2ht7rzc"));
    expect(ids(empty)).toEqual(expect.arrayContaining(own));
    expect(ids(empty)).toHaveLength(ids(home).length);
    expect([...empty.files.keys()].sort()).toEqual(["1984", "psychology::memory"]);
    const [log, , again] = driveAnki(python, [
      { import: fileOf(out) },
      everything,
      { import: fileOf(exported(empty).replaceAll(/recto-deck>[^<]*/g, "recto-deck>x")) },
    ]);
    expect(log).toMatchObject({ new: 12 });
    expect(again).toMatchObject({ found: 12 });
    expect(again).not.toHaveProperty("conflicting");
    expect(again).not.toHaveProperty("new");
  });

  test("what was edited in Anki changes that note alone", () => {
    const home = sampleHome();
    const [, , , text] = driveAnki(python, [
      { import: fileOf(exported(home)) },
      { edit: ["7hq2mzk4rtw9", 0, "Ebbinghaus measured <b>the {{c1::forgetting curve}}</b> in {{c2::1885::which year?}}."] },
      { edit: ["k4m9q2ht7rzcwho", 1, "Dr Johnson"] },
      everything,
    ]) as [unknown, unknown, unknown, string];
    expect(importText(home, text)).toMatchObject({ found: 12, updated: 2, duplicate: 10, leftOut: [] });
    expect(home.files.get("psychology::memory")).toContain(
      "C: Ebbinghaus measured **the {{c1::forgetting curve}}** in {{c2::1885::which year?}}.",
    );
    expect(home.files.get("psychology::memory")).toContain("> — {{who::Dr Johnson}}");
  });

  test("a deck made in Anki comes with its clozes, and without a GUID it is known again", () => {
    const steps = [
      { add: [["Basic", ["What <b>is</b> x?", "<div>line 1</div><div>line 2 &amp; more</div>"], "Default", []]] },
      { add: [["Cloze", ["A {{c1::alpha::hint}} and {{c2::<b>beta</b>}} \\(x {{c1::y}}\\)", "extra"], "Default", []]] },
      { add: [["Basic (and reversed card)", ['front "q"\tx', "back\nnl"], "Default", []]] },
      { add: [["Basic (optional reversed card)", ["o", "p", "y"], "Default", []]] },
    ];
    const results = driveAnki(python, [
      ...steps,
      everything,
      { exportNotes: { html: true, guid: false } },
      { exportNotes: { html: false, guid: false } },
      everything,
    ]);
    const [withGuid, without, plain, again] = results.slice(4) as string[];
    const stores = new MemoryStores({});
    expect(importText(stores, withGuid ?? "")).toMatchObject({ found: 4, new: 4, leftOut: [] });
    expect(stores.files.get("Default")?.match(/^[CQAS]: .*(?:\nline.*)?/gm)).toEqual([
      "Q: What **is** x?",
      "A: line 1\nline 2 & more",
      "C: A {{c1::alpha::hint}} and {{c2::**beta**}} \\(x {{c1::y}}\\)",
      "S: extra",
      'Q: front "q" x',
      "A: back nl",
      "Q: o",
      "A: p",
    ]);
    expect(importText(stores, without ?? "")).toMatchObject({ duplicate: 4, firstFieldMatch: 4 });
    expect(importText(stores, again ?? "")).toMatchObject({ duplicate: 4, firstFieldMatch: 0 });
    const inPlain = new MemoryStores({});
    expect(importText(inPlain, plain ?? "")).toMatchObject({ new: 4 });
    expect(inPlain.files.get("Default")).toContain("C: A {{c1::alpha::hint}} and {{c2::beta}} \\(x {{c1::y}}\\)");
  });

  test("cards in plain text become the notes behind them", () => {
    const steps = [
      { add: [["Basic", ["What <b>is</b> x?", "<div>line 1</div>line 2"], "Default", []]] },
      {
        add: [
          [
            "Cloze",
            ["A {{c1::al<i>ph</i>a::h}} and<br>{{c2::<b>beta</b>}}, {{c1::gam:<!-- -->:ma}}, {{c2::d::e}}", "extra<br>\nmore"],
            "Default",
            [],
          ],
        ],
      },
      { add: [["Cloze", ["Another {{c1::one}}", ""], "Default", []]] },
      { add: [["Basic (and reversed card)", ["die Gabel", "the fork"], "Default", []]] },
      { add: [["Cloze", ["n {{c1::out {{c2::in}} er}}", ""], "Default", []]] },
    ];
    const [text, plain] = driveAnki(python, [...steps, { exportCards: true }, { exportCards: false }]).slice(5) as string[];
    const stores = new MemoryStores({});
    expect(importText(stores, text ?? "")).toMatchObject({ found: 5, new: 5, parted: 1, leftOut: [] });
    expect(stores.files.get("notes")?.replace(/<!-- \S+/g, "<!-- …")).toBe(`<!-- … other -->
Q: What **is** x?
A: line 1
line 2

<!-- … other -->
C: A {{c1::al*ph*a::h}} and
{{c2::**beta**}}, {{c1::gam\\:\\:ma}}, {{c2::d::e}}
S: extra
more

<!-- … other -->
C: Another {{c1::one}}

<!-- … other both -->
Q: die Gabel
A: the fork

<!-- … other -->
C: n {{c1::out in er}}

<!-- … other -->
C: n out {{c2::in}} er
`);
    expect(importText(stores, text ?? "")).toMatchObject({ duplicate: 5, firstFieldMatch: 5 });
    expect(importText(new MemoryStores({}), plain ?? "")).toMatchObject({ new: 8, leftOut: [] });
  });

  test("fields are read byte for byte as Anki reads them", () => {
    const cell = fc
      .array(
        fc.constantFrom(...'a,b,é,e\u0301,日, ,  ,\t,\n,\r,","",\',#,<b>,</b>,&amp;,&,<,{{c1::x}},::,\u0007,|,;'.split(",")),
        { maxLength: 6 },
      )
      .map((pieces) => pieces.join(""));
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""')}"`);
    const raw = cell.map((text) => text.replace(/[\n\r]/g, ""));
    const row = fc.array(fc.oneof(quoted, raw), { minLength: 1, maxLength: 3 });
    const files = fc.sample(
      fc.record({
        rows: fc.array(row, { minLength: 1, maxLength: 5 }),
        delimiter: fc.constantFrom(["comma", ","], ["tab", "\t"], ["pipe", "|"], ["semicolon", ";"]),
        html: fc.boolean(),
        end: fc.constantFrom("\n", "\r\n"),
      }),
      { numRuns: 300, seed: 5 },
    );
    const texts = files.map(({ rows, delimiter: [name, sign = ""], html, end }) =>
      [
        `#separator:${name}`,
        `#html:${html}`,
        "#notetype:Basic",
        "#if matches:keep both",
        ...rows.map((cells) => cells.join(sign)),
      ].join(end),
    );
    const [inAnki] = driveAnki(python, [{ importAlone: texts.map(fileOf) }]) as [string[][][]];
    for (const [index, text] of texts.entries()) {
      const read = readAnkiText(text, ankiOptions);
      const ours = "notes" in read ? read.notes.map(({ front, back = "" }) => [front, back]) : [];
      expect(ours, text).toEqual(inAnki[index]?.filter(([front = ""]) => front.trim() !== ""));
    }
  });

  test("headers are read as Anki reads them", () => {
    const key = fc.constantFrom(
      ..."separator,html,tags,guid column,Deck Column,notetype column,if matches,match scope, HTML ,nothing,Separator".split(","),
    );
    const value = fc.constantFrom(
      ..."comma|Tab|pipe;;;|,|;|x|♥||true|FALSE|true,,|maybe|1|3 |2x|0|-1|a b|a::b  c|update current|keep current|keep both|Keep both| keep both|notetype|notetype + deck".split(
        "|",
      ),
      "|",
      "\t",
    );
    const line = fc.oneof(
      { weight: 8, arbitrary: fc.tuple(key, value).map(([name, text]) => `#${name}:${text}`) },
      { weight: 1, arbitrary: fc.constantFrom("# a comment", "tags:early bird", "#", "front,back") },
    );
    const end = fc.constantFrom("\n", "\r\n");
    const file = fc
      .tuple(fc.array(line, { minLength: 1, maxLength: 5 }), end)
      .map(([lines, ending]) => `${[...lines, "a,b,c"].join(ending)}\n`);
    const texts = fc.sample(file, { numRuns: 400, seed: 3 });
    const [inAnki] = driveAnki(python, [{ headers: texts.map(fileOf) }]) as [Record<string, unknown>[]];
    const ours = texts.map((text) => {
      const { delimiter, isHtml = null, tags, columnOf, ifMatches, matchScope } = readHeaders(text).headers;
      return {
        delimiter: delimiter === undefined ? null : ["\t", "|", ";", ":", ",", " "].indexOf(delimiter),
        isHtml,
        tags,
        guid: columnOf.guid ?? 0,
        noteType: columnOf.noteType ?? 0,
        deck: columnOf.deck ?? 0,
        ifMatches: ["update", "keepCurrent", "keepBoth"].indexOf(ifMatches),
        matchScope: ["noteType", "noteTypeAndDeck"].indexOf(matchScope),
      };
    });
    expect(texts.map((text, index) => [text, ours[index]])).toEqual(texts.map((text, index) => [text, inAnki[index]]));
  });
});
