import { describe, expect, test } from "vitest";
import { cardsOf } from "../../src/cards/cards-of-note.ts";
import { plainText } from "../../src/notes/cloze-text.ts";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import type { Note } from "../../src/notes/note.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { sourceOf } from "../support/facts.ts";
import { type Made, regenerated } from "../support/identity.ts";

const hooke = "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.";
const virchow = "Rudolf Virchow stated in 1855 that every cell comes from another cell.";
const golgi = "Camillo Golgi stained nerve cells with silver nitrate in 1873.";

/** A deck written down as it might stand on a disk, with the lines that count as read. */
function made(text: string, read: readonly string[] = [], droppedText = ""): Made {
  return {
    deck: readDeck("deck", "decks/deck.md", text),
    dropped: readDeck("deck", "dropped", droppedText),
    readLines: new Set(read.map(fingerprintOf)),
    regeneration: regenerated(sourceOf()).regeneration,
  };
}

const line = (sentence: string) => `line=${fingerprintOf(sentence)}`;
const textOf = ({ deck }: Made) => writeDeck(deck);
const answersIn = ({ deck }: Made) =>
  notesOf(deck)
    .filter((note) => !note.provenance.orphan)
    .flatMap((note) => cardsOf(note, "").map(({ id, answers }) => `${id} ${answers.join(" / ")}`));
const sentences = (notes: readonly Note[]) =>
  notes.map((note) => (note.kind === "question" ? note.source : plainText(note.text)));

describe("a reworded line", () => {
  test("takes its gaps along, with their ordinals and hints", () => {
    const before = made(
      `<!-- aaaaaaaaaaaa facts kind=name ${line(hooke)} next=c4 -->\nC: {{c3::Robert Hooke::who?}} coined the word cell in {{c1::1665}} after looking at cork through a microscope.\n`,
      [hooke],
    );
    const after = regenerated(sourceOf("In 1665, Robert Hooke coined the word cell when he looked at cork."), before);
    expect(textOf(after)).toContain(
      "next=c4 -->\nC: In {{c1::1665}}, {{c3::Robert Hooke::who?}} coined the word cell when he looked at cork.\n",
    );
    expect(after.regeneration.updated[0]).toMatchObject({ answers: [], unmarked: [] });
  });

  test("that is no quotation any more takes no quote along: it would show who said it", () => {
    const said = "The art of remembering is the art of thinking.";
    const before = made(`<!-- aaaaaaaaaaaa quotes kind=who ${line(said)} -->\n> ${said}\n> — {{who::William James}}\n`, [said]);
    const after = regenerated(sourceOf("William James held that the art of remembering is the art of thinking."), before);
    expect(notesOf(after.deck)[0]).toMatchObject({ kind: "quote", speaker: "William James", provenance: { orphan: true } });
  });

  test("keeps a gap at its place where the words stand twice", () => {
    const sentence = "The cell wall protects the cell, and the cell membrane decides what enters the cell.";
    const before = made(
      `<!-- aaaaaaaaaaaa facts ${line(sentence)} next=c2 -->\nC: The cell wall protects the cell, and the {{c1::cell}} membrane decides what enters the cell.\n`,
      [sentence],
    );
    const after = regenerated(sourceOf(sentence.replace("The cell wall", "In plants the cell wall")), before);
    expect(textOf(after)).toContain("and the {{c1::cell}} membrane");
  });

  test("keeps a question as it is worded, and its new sentence below it", () => {
    const before = made(
      `<!-- aaaaaaaaaaaa facts kind=date ${line(virchow)} -->\nQ: When did he say so?\nA: 1855\nS: ${virchow}\n`,
      [virchow],
    );
    const now = virchow.replace("stated", "wrote");
    expect(textOf(regenerated(sourceOf(now), before))).toContain(`-->\nQ: When did he say so?\nA: 1855\nS: ${now}\n`);
  });

  const limit = "Since version 2.4 the limit is 8 files, which the 2019 manual calls generous.";
  const asked = (question: string, answer = "8 files") =>
    made(`<!-- aaaaaaaaaaaa facts kind=number ${line(limit)} -->\nQ: ${question}\nA: ${answer}\nS: ${limit}\n`, [limit]);

  test.each([
    ["What is the limit since 2.4?", "2.4", "2.5", "What is the limit since 2.5?"],
    ["What is the limit since 2.4?", "Since version 2.4", "Since the version 2.5", "What is the limit since 2.5?"],
    ["What is the limit since 12.4?", "2.4", "2.5", "What is the limit since 12.4?"],
    ["What is the limit since 2.4?", "the 2019", "the 2.4", "What is the limit since 2.4?"],
    ["What is the limit since version 2.4?", "Since version 2.4", "By now", "What is the limit since version 2.4?"],
  ])("takes a replaced figure along into a question: %s with %s for %s", (question, old, now, wanted) => {
    const after = regenerated(sourceOf(limit.replace(old, now)), asked(question));
    expect(textOf(after)).toContain(`\nQ: ${wanted}\nA: 8 files\n`);
  });

  test("takes the figure along that the question named beside its answer before", () => {
    const after = regenerated(
      sourceOf(limit.replace("2.4", "2.5")),
      asked("Which version, 2.4 or 2.0, brought the limit?", "2.4"),
    );
    expect(textOf(after)).toContain("\nQ: Which version, 2.5 or 2.0, brought the limit?\nA: 2.5\n");
  });

  test("never takes a figure along into a question that would then give its answer away", () => {
    const before = asked("Which manual beside 2.4 calls the limit generous?", "the 2019 manual");
    const after = regenerated(sourceOf(limit.replace("2.4", "2020").replace("2019", "2020")), before);
    expect(textOf(after)).not.toMatch(/Q: .*2020/);
  });

  test("says which answers are others, and only those", () => {
    const before = made(
      `<!-- aaaaaaaaaaaa facts ${line(virchow)} next=c3 -->\nC: {{c1::Rudolf Virchow}} stated in {{c2::1855}} that every cell comes from another cell.\n`,
      [virchow],
    );
    const { regeneration } = regenerated(sourceOf(virchow.replace("1855", "1858")), before);
    expect(regeneration.updated.flatMap(({ answers }) => answers)).toEqual([
      { cardId: "aaaaaaaaaaaa.c2", before: "1855", after: "1858" },
    ]);
  });

  test("loses a gap that it has no place for, and never gives its ordinal to another", () => {
    const before = made(
      `<!-- aaaaaaaaaaaa facts ${line(hooke)} next=c4 -->\nC: {{c1::Robert Hooke}} coined the word cell in 1665 after looking at {{c3::cork}} through a microscope.\n`,
      [hooke],
    );
    const after = regenerated(sourceOf("Robert Hooke coined the word cell in 1665 in his Micrographia, a book."), before);
    expect(after.regeneration.updated[0]?.unmarked).toEqual([{ cardId: "aaaaaaaaaaaa.c3", answer: "cork" }]);
    const [note] = notesOf(after.deck);
    expect(note?.provenance.nextOrdinal).toBeGreaterThanOrEqual(4);
    expect(textOf(after)).not.toContain("{{c3::");
  });

  test("keeps who said a quote, and asks again when it is somebody else", () => {
    const quote = "Every animal appears as a sum of vital units, each of which bears the whole of life.";
    const before = made(`<!-- aaaaaaaaaaaa quotes kind=who ${line(quote)} -->\n> ${quote}\n> — {{who::Rudolf Virchow}}\n`, [
      quote,
    ]);
    const now = quote.replace("Every animal", "Each animal");
    const same = regenerated(sourceOf(`quotes: ${now} - Rudolf Virchow`), before);
    expect(answersIn(same)).toContain("aaaaaaaaaaaa.who Rudolf Virchow");
    expect(same.regeneration.updated[0]?.answers).toEqual([]);
    const other = regenerated(sourceOf(`quotes: ${now} - Theodor Schwann`), before);
    expect(other.regeneration.updated[0]?.answers).toEqual([
      { cardId: "aaaaaaaaaaaa.who", before: "Rudolf Virchow", after: "Theodor Schwann" },
    ]);
  });

  test("goes on as several lines: a gap that left takes ordinal and history with it", () => {
    const long = "Camillo Golgi stained nerve cells with silver in 1873, and Santiago Ramón y Cajal drew their branches in 1888.";
    const before = made(
      `<!-- aaaaaaaaaaaa facts ${line(long)} next=c3 -->\nC: Camillo Golgi stained nerve cells with silver in {{c1::1873}}, and Santiago Ramón y Cajal drew their branches in {{c2::1888}}.\n`,
      [long],
    );
    const after = regenerated(
      sourceOf("Camillo Golgi stained nerve cells with silver in 1873.", "Santiago Ramón y Cajal drew their branches in 1888."),
      before,
    );
    expect(textOf(after)).toContain("C: Camillo Golgi stained nerve cells with silver in {{c1::1873}}.\n");
    expect(textOf(after)).toMatch(/was=aaaaaaaaaaaa\.c2 -->\nC: .* drew their branches in \{\{c2::1888\}\}\.\n/);
    expect(answersIn(after)).toContain("aaaaaaaaaaaa.c2 1888");
    expect(textOf(regenerated(sourceOf(...sentences(notesOf(after.deck)).flatMap((text) => text ?? [])), after))).toBe(
      textOf(after),
    );
  });

  test("that is put back as it was has its note as it was", () => {
    const first = regenerated(sourceOf(hooke, virchow));
    for (const now of [
      virchow.replace("1855", "1858"),
      "Rudolf Virchow stated as early as 1855 that a cell comes from a cell.",
    ]) {
      const changed = regenerated(sourceOf(hooke, now), first);
      expect(notesOf(changed.deck).filter((note) => note.provenance.orphan)).toEqual([]);
      expect(textOf(changed)).toContain(now);
      const back = regenerated(sourceOf(hooke, virchow), changed);
      expect(textOf(back)).toContain(virchow);
      expect(answersIn(back)).toEqual(answersIn(first));
    }
  });
});

describe("a line that moved", () => {
  test("keeps its notes, which say their new section where they stand", () => {
    const first = regenerated(sourceOf(hooke, virchow));
    const after = regenerated(sourceOf(virchow, `ideas: ${hooke}`), first);
    expect(after.regeneration.updated.map(({ before, after: now }) => [before.section, now.section])).toContainEqual([
      "facts",
      "ideas",
    ]);
    expect(textOf(after).replaceAll(" ideas ", " facts ")).toBe(textOf(first));
    expect(regenerated(sourceOf(virchow, `ideas: ${hooke}`), after).regeneration.updated).toEqual([]);
  });

  test("to or from the quotes changes nothing: a quote is no idea", () => {
    const first = regenerated(sourceOf(hooke, virchow));
    expect(textOf(regenerated(sourceOf(virchow, `quotes: ${hooke}`), first))).toBe(textOf(first));
  });
});

describe("a note whose sentence left", () => {
  const first = regenerated(sourceOf(hooke, virchow));

  test("rests, and wakes when the line is back, also in other words", () => {
    const gone = regenerated(sourceOf(virchow), first);
    expect(answersIn(gone).join()).not.toContain("Hooke");
    const back = regenerated(sourceOf(virchow, hooke.replace("coined", "introduced")), gone);
    expect(answersIn(back).map((card) => card.slice(0, 15))).toEqual(
      expect.arrayContaining(answersIn(first).map((card) => card.slice(0, 15))),
    );
  });

  test("goes to a line that says nearly the same and had no notes of its own", () => {
    const twin = hooke.replace("coined the word", "coined the very word");
    const both = regenerated(sourceOf(hooke, `ideas: ${twin}`, virchow));
    expect(textOf(both)).not.toContain("very word");
    const after = regenerated(sourceOf(`ideas: ${twin}`, virchow), both);
    expect(after.regeneration.orphaned).toEqual([]);
    expect(textOf(after)).toContain("very word");
  });

  test("is not taken for another fact that is built alike", () => {
    const after = regenerated(
      sourceOf("Matthias Schleiden argued in 1838 that every plant tissue is made of cells.", virchow),
      first,
    );
    const now = notesOf(after.deck).filter((note) => !note.provenance.orphan);
    const old = new Set(
      notesOf(first.deck)
        .filter((note) => note.provenance.line === fingerprintOf(hooke))
        .map(({ id }) => id),
    );
    expect(now.filter(({ id }) => old.has(id))).toEqual([]);
  });
});

describe("what a person wrote is never touched:", () => {
  const first = regenerated(sourceOf(hooke, virchow));
  const byHand = textOf(first).replaceAll("cork through a microscope", "a thin slice of cork under his lens");
  const edited = (source: readonly string[], readLines: ReadonlySet<string> | undefined = first.readLines) =>
    regenerated(sourceOf(...source), {
      deck: readDeck("deck", "decks/deck.md", byHand),
      dropped: first.dropped,
      ...(readLines && { readLines }),
    });

  test("a reworded note stays when its line does", () => {
    expect(textOf(edited([hooke, virchow]))).toBe(byHand);
  });

  test("a reworded note stays when its line is gone", () => {
    const after = edited([virchow]);
    expect(textOf(after)).toBe(byHand);
    expect(after.regeneration.leftBehind).toEqual([]);
  });

  test("a reworded note stays when its line was reworded too, and nothing like it is added", () => {
    const after = edited([hooke.replace("coined", "introduced"), virchow]);
    expect(textOf(after)).toBe(byHand);
    const { barred, leftBehind } = after.regeneration;
    expect(barred.length).toBeGreaterThan(0);
    for (const { by } of barred) expect(writeDeck(first.deck)).toContain(by.id);
    expect(new Set(leftBehind.map(({ item }) => item.text))).toEqual(new Set([hooke.replace("coined", "introduced")]));
    for (const { says } of leftBehind) expect(says).toContain("his lens");
  });

  test("a reworded note stays when its line was reworded in the same way", () => {
    const now = hooke.replace("cork through a microscope", "a thin slice of cork under his lens");
    const after = edited([now, virchow]);
    expect(textOf(after)).toBe(byHand);
    expect(textOf(regenerated(sourceOf(now, virchow), after))).toBe(byHand);
  });

  test("all of that holds when nobody kept which lines were read", () => {
    for (const source of [[hooke, virchow], [virchow], [hooke.replace("coined", "introduced"), virchow]]) {
      const after = regenerated(sourceOf(...source), { deck: readDeck("deck", "decks/deck.md", byHand), dropped: first.dropped });
      for (const block of byHand.split("\n\n").filter((text) => text.includes("his lens")))
        expect(textOf(after)).toContain(block);
    }
  });

  test("a note without a comment stays, whatever the source says, and is not made a second time", () => {
    const text = `C: ${golgi.replace("1873", "{{c1::1873}}")}\n`;
    const before = made(text);
    const after = regenerated(sourceOf(golgi, virchow), before);
    expect(textOf(after)).toContain(text);
    expect(answersIn(after).filter((card) => card.endsWith(" 1873"))).toHaveLength(1);
    expect(textOf(regenerated(sourceOf(virchow), after))).toContain(text);
  });

  test("a note that was moved to a heading of one's own stays there, also when its line is reworded", () => {
    const [block = ""] = textOf(first)
      .split("\n\n")
      .filter((text) => text.startsWith("<!-- "));
    const own = `${textOf(first).replace(`${block}\n\n`, "")}\n## Exam\n\n${block}\n`;
    const after = regenerated(sourceOf(hooke.replace("coined", "introduced"), virchow, golgi), {
      ...first,
      deck: readDeck("deck", "decks/deck.md", own),
    });
    const exam = textOf(after).slice(textOf(after).indexOf("## Exam"));
    expect(exam).toContain("introduced");
    expect(exam).not.toContain("Golgi");
  });

  test("a note that was deleted stays away until its line is reworded", () => {
    const [block = ""] = textOf(first)
      .split("\n\n")
      .filter((text) => text.includes("Virchow"));
    const without = textOf(first).replace(`${block}\n\n`, "").replace(`\n\n${block}`, "\n");
    const before = { ...first, deck: readDeck("deck", "decks/deck.md", without) };
    expect(textOf(regenerated(sourceOf(hooke, virchow), before))).toBe(without);
    expect(textOf(regenerated(sourceOf(hooke, virchow), before, { rebuild: true }))).not.toBe(without);
  });

  test("a note with a mistake in it is not made a second time, also when nobody kept which lines were read", () => {
    const broken = textOf(first).replaceAll("{{c1::", "{{c1::{{c2::").replaceAll("\nA: ", "\nB: ");
    const deck = readDeck("deck", "decks/deck.md", broken);
    expect(notesOf(deck)).toEqual([]);
    expect(textOf(regenerated(sourceOf(hooke, virchow), { deck, dropped: first.dropped }))).toBe(broken);
  });

  describe("a note with a sentence below it", () => {
    const line1755 =
      "The Jesuit Gabriel Malagrida preached that the disaster was God's punishment; Pombal had him strangled in 1761.";
    const crdt = "A conflict-free replicated data type (CRDT) lets replicas merge without coordination.";
    const note = (fields: string, sentence: string) =>
      `<!-- aaaaaaaaaaaa facts kind=name ${line(sentence)} next=c2 -->\n${fields}\nS: ${sentence}\n`;
    const own = [
      ["C: The Jesuit who called the earthquake God's punishment, and paid for it, was {{c1::Malagrida::who?}}.", line1755],
      ["C: A {{c1::CRDT}} is a type whose replicas merge without coordination.", crdt],
      ["Q: Who preached against Pombal?\nA: A Jesuit, Gabriel Malagrida, whom he had killed", line1755],
      ["Q: Who preached against Pombal?\nA: Padre Malagrida, S.J.", line1755],
    ] as const;
    const rewordings = (sentence: string) => [
      sentence.replace(/strangled|merge/, (word) => `${word} and more`),
      sentence.replace(/preached|lets/, "now $&").replace(/Gabriel|type/, "so-called $&"),
      sentence.replace("Gabriel Malagrida", "Manuel da Silva").replace("replicated data type", "shared data kind"),
      hooke,
    ];

    test.each(own)("keeps its own wording, whatever becomes of its line: %s", (fields, sentence) => {
      for (const now of rewordings(sentence)) {
        for (const rebuild of [false, true]) {
          const before = made(note(fields, sentence), [sentence]);
          const after = regenerated(sourceOf(now, virchow), before, { rebuild });
          expect(textOf(after)).toContain(`\n${fields}\nS: `);
          expect(after.regeneration.orphaned).toEqual([]);
          expect(after.regeneration.updated.flatMap(({ answers }) => answers)).toEqual([]);
          expect(textOf(regenerated(sourceOf(now, virchow), after, { rebuild }))).toBe(textOf(after));
        }
      }
    });

    test.each(own)("is named, and has the new sentence below it where that still holds its answer: %s", (fields, sentence) => {
      const [holds = "", , , gone = ""] = rewordings(sentence);
      const after = regenerated(sourceOf(holds), made(note(fields, sentence), [sentence]));
      expect(textOf(after)).toContain(note(fields, holds).slice(note(fields, holds).indexOf("-->")));
      expect(notesOf(after.deck)[0]?.provenance.line).toBe(fingerprintOf(holds));
      expect(after.regeneration.leftBehind.map(({ item }) => item.text)).toEqual([holds]);
      const left = regenerated(sourceOf(gone), made(note(fields, sentence), [sentence]));
      expect(textOf(left)).toContain(note(fields, sentence));
      expect(left.regeneration.leftBehind).toEqual([]);
    });

    test("has its old sentence and is named when its answer is another there", () => {
      const [fields, sentence] = own[0];
      const [, , now = ""] = rewordings(sentence);
      const after = regenerated(sourceOf(now), made(note(fields, sentence), [sentence]));
      expect(textOf(after)).toContain(note(fields, sentence));
      expect(after.regeneration.leftBehind).toMatchObject([
        { says: "The Jesuit who called the earthquake God's punishment, and paid for it, was Malagrida.", item: { text: now } },
      ]);
    });

    test.each([
      ["C: The Jesuit {{c1::Gabriel Malagrida}} preached that the disaster was God's punishment.", line1755],
      ["C: A {{c1::CRDT}} lets replicas merge without coordination.", crdt],
      ["Q: Who preached that the disaster was God's punishment?\nA: The Jesuit Gabriel Malagrida", line1755],
    ])("goes along as before when it shows what its sentence gives: %s", (fields, sentence) => {
      const before = made(note(fields, sentence), [sentence]);
      const after = regenerated(sourceOf(sentence.replace(/Jesuit|lets/, "famous $&")), before);
      expect(textOf(after)).toContain("famous");
      expect(after.regeneration.leftBehind).toEqual([]);
      expect(regenerated(sourceOf(virchow), before).regeneration.orphaned).toHaveLength(1);
    });

    test("keeps its question as a person worded it, and a hint", () => {
      const fields = "Q: Whom did Pombal silence?\nA: Gabriel Malagrida";
      const [now = ""] = rewordings(line1755);
      expect(textOf(regenerated(sourceOf(now), made(note(fields, line1755), [line1755])))).toContain(`${fields}\nS: ${now}`);
      const cut = "C: The Jesuit {{c1::Gabriel Malagrida::not a Dominican}} preached that the disaster was God's punishment.";
      const hinted = regenerated(sourceOf(line1755.replace("preached", "said")), made(note(cut, line1755), [line1755]));
      expect(textOf(hinted)).toContain(cut.replace("preached", "said"));
    });
  });

  test("line ends stay as they were", () => {
    const windows = textOf(first).replaceAll("\n", "\r\n");
    const before = { ...first, deck: readDeck("deck", "decks/deck.md", windows) };
    const gone = regenerated(sourceOf(virchow, golgi), before);
    expect(textOf(gone)).not.toMatch(/[^\r]\n/);
    expect(textOf(regenerated(sourceOf(hooke, virchow), regenerated(sourceOf(virchow), before)))).toBe(windows);
  });
});

describe("the line of a note that a slip broke", () => {
  const whole = `Q: When did Rudolf Virchow say so?\nA: 1855\nS: ${virchow}\n`;
  const comment = `<!-- aaaaaaaaaaaa facts kind=date ${line(virchow)} -->\n`;
  const sibling = `\n<!-- bbbbbbbbbbbb facts kind=name ${line(virchow)} next=c2 -->\nC: {{c1::Rudolf Virchow}} stated in 1855 that every cell comes from another cell.\n`;
  const reworded = virchow.replace("stated", "wrote");
  const breaks: readonly (readonly [slip: string, broken: string])[] = [
    ["its answer is gone", whole.replace("A: 1855\n", "")],
    ["its question is gone", whole.replace(/^Q.*\n/, "")],
    ["its answer and sentence are gone", `Q: When did Rudolf Virchow state that every cell comes from another cell?\n`],
    ["a gap is never closed", "C: Rudolf Virchow stated in {{c1::1855 that every cell comes from another cell.\n"],
    ["its marker is gone", "Rudolf Virchow stated in {{c1::1855}} that every cell comes from another cell.\n"],
  ];

  test.each(breaks)("waits while %s, reworded or not, and all go on together once it is mended", (_, broken) => {
    const text = `${comment}${broken}${sibling}`;
    for (const sentence of [virchow, reworded]) {
      for (const rebuild of [false, true]) {
        const after = regenerated(sourceOf(sentence, hooke), made(text, [virchow]), { rebuild });
        expect(textOf(after)).toContain(text);
        expect(after.regeneration).toMatchObject({ updated: [], orphaned: [], passedOver: [] });
        expect(after.regeneration.added.map(({ note }) => note.provenance.line)).not.toContain(fingerprintOf(sentence));
        const mended = { ...after, deck: readDeck("deck", "decks/deck.md", textOf(after).replace(broken, whole)) };
        const last = regenerated(sourceOf(sentence, hooke), mended);
        expect(last.regeneration).toMatchObject({ added: [], orphaned: [] });
        expect(last.regeneration.updated).toHaveLength(sentence === virchow ? 0 : 2);
        expect(textOf(last)).toContain(`Q: When did Rudolf Virchow say so?\nA: 1855\nS: ${sentence}`);
      }
    }
  });

  test("is not taken over by another sentence that is built alike", () => {
    const twin = virchow.replace("1855", "1858");
    const other = `\n<!-- cccccccccccc facts kind=date ${line(twin)} -->\nQ: When?\nA: 1858\nS: ${twin}\n`;
    const text = comment + whole.replace("A: 1855\n", "") + other;
    const after = regenerated(sourceOf(virchow), made(text, [virchow, twin]));
    expect(after.regeneration.updated).toEqual([]);
    expect(after.regeneration.orphaned.map(({ id }) => id)).toEqual(["cccccccccccc"]);
  });
});

describe("a dropped note never comes back:", () => {
  const whole = regenerated(sourceOf(hooke, virchow));
  const kept = textOf(whole);
  const blocks = kept.split("\n\n").filter((text) => text.startsWith("<!-- ") && text.includes("Virchow"));
  const dropped = readDeck("deck", "dropped", `${blocks.join("\n\n").trim()}\n`);
  const deck = readDeck(
    "deck",
    "decks/deck.md",
    blocks.reduce((text, block) => text.replace(block.trim(), ""), kept),
  );
  const before = { ...whole, deck, dropped };
  const gone = notesOf(dropped).flatMap((note) => cardsOf(note, "").flatMap(({ answers }) => answers));
  const returned = (after: Made) => answersIn(after).filter((card) => gone.some((answer) => card.endsWith(` ${answer}`)));

  test("not when the line stays, with and without the list of lines", () => {
    expect(gone).not.toEqual([]);
    expect(returned(regenerated(sourceOf(hooke, virchow), before))).toEqual([]);
    expect(returned(regenerated(sourceOf(hooke, virchow), { deck, dropped }))).toEqual([]);
  });

  test("not when lines are judged afresh", () => {
    expect(returned(regenerated(sourceOf(hooke, virchow), before, { rebuild: true }))).toEqual([]);
  });

  test("not when its line lost what it asked for and has it again", () => {
    const gaps = `<!-- aaaaaaaaaaaa facts ${line(golgi)} next=c3 -->\nC: Camillo Golgi stained nerve cells with {{c1::silver nitrate}} in {{c2::1873}}.\n`;
    const first = regenerated(sourceOf("Camillo Golgi stained nerve cells with silver nitrate."), made("", [golgi], gaps));
    expect(writeDeck(first.dropped)).toContain("{{c2::1873}}");
    const after = regenerated(sourceOf("In 1873, Camillo Golgi stained nerve cells with silver nitrate."), first);
    expect(answersIn(after).join()).not.toMatch(/1873|silver/);
  });

  test("not when a merge lost the sentence below it, and then its line is reworded", () => {
    const lost = readDeck("deck", "dropped", writeDeck(dropped).replace(/^S: .*\n/gm, ""));
    const merged = regenerated(sourceOf(hooke, virchow), { ...before, dropped: lost });
    expect(writeDeck(merged.dropped)).toBe(writeDeck(dropped));
    expect(returned(regenerated(sourceOf(hooke, virchow.replace("stated", "wrote")), merged))).toEqual([]);
  });

  test("not when its line is reworded again and again, until no word is left of it", () => {
    const steps = [
      "Rudolf Virchow wrote in 1855 that every cell stems from another cell.",
      "Rudolf Virchow wrote in 1855 that all our cells stem from earlier ones.",
      "As early as 1855, Rudolf Virchow wrote that all our tissues stem from earlier ones.",
    ];
    let now: Made = before as Made;
    for (const step of steps) {
      now = regenerated(sourceOf(hooke, step), now);
      expect(returned(now)).toEqual([]);
    }
    expect(writeDeck(now.dropped)).toContain("all our tissues");
  });
});

describe("new notes", () => {
  test("stand behind those of the line before them", () => {
    const first = regenerated(sourceOf(hooke, virchow));
    const text = textOf(regenerated(sourceOf(hooke, golgi, virchow), first));
    expect(text.lastIndexOf("Hooke")).toBeLessThan(text.indexOf("Golgi"));
    expect(text.lastIndexOf("Golgi")).toBeLessThan(text.indexOf("Virchow"));
    const above = textOf(regenerated(sourceOf(golgi, hooke, virchow), first));
    expect(above.lastIndexOf("Golgi")).toBeLessThan(above.indexOf("Hooke"));
  });

  test("leave every other byte of the deck as it is", () => {
    const first = regenerated(sourceOf(hooke, virchow));
    const own = `${textOf(first).replace("## Facts\n", "## Facts\n\nMy own words.\n")}\n---\n\nMore of mine.\n`;
    const after = textOf(
      regenerated(sourceOf(hooke, golgi, virchow), { ...first, deck: readDeck("deck", "decks/deck.md", own) }),
    );
    const added = after.split("\n\n").filter((block) => block.includes("Golgi"));
    expect(added.reduce((text, block) => text.replace(`${block}\n\n`, ""), after)).toBe(own);
  });
});
