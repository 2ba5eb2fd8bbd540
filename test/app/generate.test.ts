import { describe, expect, test } from "vitest";
import { applyGeneration, planGeneration } from "../../src/app/generate.ts";
import { cardsOf } from "../../src/cards/cards-of-note.ts";
import type { GenerateOptions } from "../../src/generation/generate.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { lastUndoable } from "../../src/scheduling/living-events.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { cardStateOf } from "../../src/scheduling/study-state.ts";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const lines = {
  hooke: "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.",
  virchow: "Rudolf Virchow stated in 1855 that every cell comes from another cell.",
  nerve: "A nerve impulse slows down in the cold because the channels of the membrane open more slowly.",
};

const noteOf = (...facts: readonly string[]) => `## FACTS\n\n${facts.map((fact) => `- ${fact}\n`).join("")}`;

function home(decks: Readonly<Record<string, string>> = {}) {
  const stores = new MemoryStores(decks);
  let minted = 0;
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  const generate = (
    text: string,
    more: {
      file?: string;
      deck?: string;
      sourceMoved?: boolean;
      rebuild?: boolean;
      options?: GenerateOptions;
    } = {},
  ) => {
    const file = more.file ?? "notes/cells.md";
    stores.sources.set(file, text);
    const mintNoteId = () => {
      minted += 1;
      return `2222222222${letters[Math.floor(minted / 31)]}${letters[minted % 31]}`;
    };
    const all = Object.assign(Object.create(stores), { mintNoteId });
    const plan = planGeneration(all, {
      file,
      sourcePath: file,
      bytes: Buffer.from(text),
      sourceMoved: more.sourceMoved ?? false,
      rebuild: more.rebuild ?? false,
      ...(more.deck !== undefined && { deck: more.deck }),
      ...(more.options && { options: more.options }),
    });
    applyGeneration(all, plan);
    return plan;
  };
  return { stores, generate };
}

const notesIn = (stores: MemoryStores, name = "cells") => notesOf(readDeck(name, "", stores.files.get(name) ?? ""));

describe("generating from a document", () => {
  test("makes a deck named like the file, with its source and a heading for each section", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke));
    expect(stores.files.get("cells")).toMatch(/^---\ntitle: cells\nsource: notes\/cells\.md\n---\n\n## Facts\n\n<!-- 2222222222/);
    expect(notesIn(stores)).toMatchObject([{ section: "facts", provenance: { line: expect.stringMatching(/^\w{8}$/) } }]);
  });

  test("with only some kinds leaves the other lines unread, so that they are offered when all are asked for", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke, lines.nerve), { options: { kinds: new Set(["why", "reason"]) } });
    expect(notesIn(stores).map(({ provenance }) => provenance.candidateKind)).toEqual(["why"]);
    generate(noteOf(lines.hooke, lines.nerve));
    const kinds = notesIn(stores).map(({ provenance }) => provenance.candidateKind);
    expect(kinds).toContain("subject");
    expect(kinds.filter((kind) => kind === "why")).toHaveLength(1);
  });

  test("counts a line that was judged strictly as read", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke, lines.nerve), { options: { strict: true } });
    const strict = stores.files.get("cells");
    generate(noteOf(lines.hooke, lines.nerve));
    expect(stores.files.get("cells")).toBe(strict);
  });

  test("in a language that the learner names, remembers it", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke), { options: { language: "de" } });
    expect(stores.files.get("cells")).toContain("\nlanguage: de\n");
  });

  test("changes nothing when it is done again, also when only the deck is left to remember", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke, lines.virchow));
    const [deck, read] = [stores.files.get("cells"), [...(stores.decks.fingerprints("cells") ?? [])]];
    generate(noteOf(lines.hooke, lines.virchow));
    expect([stores.files.get("cells"), [...(stores.decks.fingerprints("cells") ?? [])]]).toEqual([deck, read]);
    stores.judged.delete("cells");
    generate(noteOf(lines.virchow, lines.hooke));
    expect(stores.files.get("cells")).toBe(deck);
  });

  test("uses only the new lines after an edit, and leaves notes edited by hand as they are", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke));
    const edited = (stores.files.get("cells") ?? "").replace("cork", "a slice of cork");
    stores.files.set("cells", `${edited}\nC: By {{c1::hand}}.\n`);
    const [plan] = generate(noteOf(lines.nerve, lines.hooke)).decks;
    expect(plan?.regeneration.added.map(({ line }) => line)).toEqual(plan?.regeneration.added.map(() => 3));
    expect(stores.files.get("cells")).toContain("a slice of cork");
    expect(stores.files.get("cells")).toContain("C: By {{c1::hand}}.\n");
  });

  test("lets the notes of a line that left the source rest, and wakes them when it returns", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke, lines.virchow));
    const before = stores.files.get("cells");
    generate(noteOf(lines.virchow));
    const orphans = notesIn(stores).filter((note) => note.provenance.orphan);
    expect(orphans.length).toBeGreaterThan(0);
    expect(JSON.stringify(orphans)).toContain("Hooke");
    expect(JSON.stringify(notesIn(stores).filter((note) => !note.provenance.orphan))).not.toContain("Hooke");
    generate(noteOf(lines.hooke, lines.virchow));
    expect(stores.files.get("cells")).toBe(before);
  });

  test("never makes a note again that was dropped or deleted by hand", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke, lines.virchow));
    const text = stores.files.get("cells") ?? "";
    const without = text.slice(0, text.indexOf("<!-- "));
    stores.files.set("cells", without);
    const [plan] = generate(noteOf(lines.hooke, lines.virchow)).decks;
    expect(stores.files.get("cells")).toBe(without);
    expect(plan?.regeneration.passedOver.length).toBeGreaterThan(0);
  });

  test("puts the notes of a section under its heading, also when no note is left there", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke));
    const text = stores.files.get("cells") ?? "";
    stores.files.set("cells", text.slice(0, text.indexOf("<!-- ")));
    generate(noteOf(lines.hooke, lines.nerve));
    expect(stores.files.get("cells")?.match(/^## Facts$/gm)).toHaveLength(1);
    expect(notesIn(stores).length).toBeGreaterThan(0);
  });

  test("reads a long document to its end", () => {
    const { stores, generate } = home();
    const filler = Array.from({ length: 6_000 }, (_, index) => `Row ${index}`);
    expect(generate(noteOf(...filler, lines.hooke)).problems).toEqual([]);
    expect(notesIn(stores).some(({ provenance }) => provenance.line === fingerprintOf(lines.hooke))).toBe(true);
  });

  test("uses the first lines of an endless document, says so, and lets no note rest whose line comes later", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke));
    const filler = Array.from({ length: 100_000 }, () => "Row by row.");
    const { problems } = generate(noteOf(...filler, lines.hooke));
    expect(problems.map(({ message }) => message)).toContain("Its 100001 lines are too many; the first 100000 were used.");
    expect(notesIn(stores).filter((note) => note.provenance.orphan)).toEqual([]);
  });

  test("refuses another source for a generated deck unless it is the same one under a new name", () => {
    const { stores, generate } = home();
    generate(noteOf(lines.hooke));
    const refused = generate(noteOf(lines.hooke), { file: "notes/other.md", deck: "cells" });
    expect(refused.decks).toEqual([]);
    expect(refused.problems[0]?.message).toBe("This deck is made from notes/cells.md, not from notes/other.md.");
    generate(noteOf(lines.hooke), { file: "notes/other.md", deck: "cells", sourceMoved: true });
    expect(stores.files.get("cells")).toContain("source: notes/other.md\n");
    expect(stores.files.get("cells")).not.toContain("notes/cells.md");
  });

  test("takes an empty file of that name for free: a crash may have left it", () => {
    const { stores, generate } = home({ cells: "" });
    generate(noteOf(lines.hooke));
    expect(stores.files.get("cells")).toContain("source: notes/cells.md\n");
    expect(notesIn(stores).length).toBeGreaterThan(0);
  });

  test("adds to a deck written by hand only when it is named, and changes nothing else in it", () => {
    const hand = "---\ntitle: Mine\n---\n\nsource: not front matter\n\nC: By {{c1::hand}}.\n";
    const { stores, generate } = home({ cells: hand });
    expect(generate(noteOf(lines.hooke)).problems[0]?.message).toBe("A deck of that name was written by hand.");
    generate(noteOf(lines.hooke), { deck: "cells" });
    expect(stores.files.get("cells")).toMatch(
      /^---\nsource: notes\/cells\.md\ntitle: Mine\n---\n\nsource: not front matter\n\nC: By \{\{c1::hand\}\}\.\n\n## Facts\n/,
    );
  });
});

describe("a changed answer", () => {
  const then = noteOf(lines.hooke, lines.virchow);
  const now = noteOf(lines.hooke, lines.virchow.replace("1855", "1858"));
  const cardOf = (stores: MemoryStores) =>
    notesIn(stores)
      .flatMap((note) => cardsOf(note, "cells").filter(({ answers }) => /^185\d$/.test(answers.join())))
      .at(0)?.id ?? "";

  /** A deck with an answer given long ago, due in 60 days. */
  function practised() {
    const { stores, generate } = home();
    generate(then);
    const cardId = cardOf(stores);
    const schedule = { state: "review", interval: 60, dueOn: "2027-01-23" } as const;
    stores.log().append({ type: "reviewed", cardId, rating: "easy", answerMs: 1_000, kind: "due", schedule });
    stores.later(24 * 60);
    return { stores, generate, cardId };
  }

  const stateOf = (stores: MemoryStores, cardId: string) => cardStateOf(replay(stores.saved), cardId);

  test("makes its card due again that day, once, and keeps what is known of its memory", () => {
    const { stores, generate, cardId } = practised();
    const before = stateOf(stores, cardId);
    generate(now);
    expect(cardOf(stores)).toBe(cardId);
    expect(stores.types()).toEqual(["reviewed", "answerChanged"]);
    const after = stateOf(stores, cardId);
    expect(after.schedule).toEqual({ state: "review", interval: 60, dueOn: "2026-11-25" });
    expect([after.memory, after.reps, after.lastReviewedOn]).toEqual([before.memory, before.reps, before.lastReviewedOn]);
    generate(now);
    expect(stores.types()).toEqual(["reviewed", "answerChanged"]);
  });

  test("is corrected by the next rating", () => {
    const { stores, generate, cardId } = practised();
    generate(now);
    const schedule = { state: "relearning", step: 0, dueAt: "2026-11-25T18:10:00.000Z" } as const;
    stores.log().append({ type: "reviewed", cardId, rating: "again", answerMs: 1_000, kind: "due", schedule });
    const { memory, lapses } = stateOf(stores, cardId);
    expect(lapses).toBe(1);
    expect(memory?.stabilityDays).toBeLessThan(stateOf(practised().stores, cardId).memory?.stabilityDays ?? 0);
  });

  test("is taken back in the log when the deck cannot be written", () => {
    const { stores, generate, cardId } = practised();
    const deck = stores.files.get("cells");
    stores.failing.decks = 1;
    expect(() => generate(now)).toThrow("the disk is full");
    expect(stores.files.get("cells")).toBe(deck);
    expect(stateOf(stores, cardId).schedule).toMatchObject({ dueOn: "2027-01-23" });
  });

  test("changes nothing when the log refuses", () => {
    const { stores, generate } = practised();
    const deck = stores.files.get("cells");
    stores.failing.log = 1;
    expect(() => generate(now)).toThrow("the disk is full");
    expect(stores.files.get("cells")).toBe(deck);
    generate(now);
    expect(stores.files.get("cells")).toContain("1858");
  });

  test.each([
    {
      stopsAt: "rewrite",
      says: "between the log and the deck: the card is due today either way, and asked for its new answer after the next run",
    },
    { stopsAt: "keepFingerprints", says: "between the deck and the list of lines: nothing is lost, made twice or told twice" },
  ] as const)("survives a crash $says", ({ stopsAt }) => {
    const { stores, generate, cardId } = practised();
    const whole = stores.decks[stopsAt];
    Object.assign(stores.decks, {
      [stopsAt]: () => {
        throw new Error("the power went");
      },
    });
    expect(() => generate(now)).toThrow("the power went");
    Object.assign(stores.decks, { [stopsAt]: whole });
    expect(stateOf(stores, cardId).schedule).toMatchObject({ dueOn: "2026-11-25" });
    generate(now);
    const undisturbed = practised();
    undisturbed.generate(now);
    expect(stores.files.get("cells")).toBe(undisturbed.stores.files.get("cells"));
    for (const line of undisturbed.stores.judged.get("cells") ?? []) expect(stores.judged.get("cells")).toContain(line);
    expect(stateOf(stores, cardId).schedule).toEqual(stateOf(undisturbed.stores, cardId).schedule);
  });

  test("is not what undo takes back: the learner gave no answer", () => {
    const { stores, generate } = practised();
    generate(now);
    expect(lastUndoable(stores.saved)?.type).toBe("reviewed");
  });
});

describe("a source under another name", () => {
  const text = noteOf(lines.hooke, lines.virchow, lines.nerve);

  test("is known by its lines when the old one is gone, and the message says the command", () => {
    const { stores, generate } = home();
    generate(text);
    stores.sources.delete("notes/cells.md");
    const { decks, problems } = generate(text.replace("1855", "1858"), { file: "notes/biology.md" });
    expect([decks, [...stores.files.keys()]]).toEqual([[], ["cells"]]);
    expect(problems[0]).toMatchObject({
      message: expect.stringContaining("made from, as notes/cells.md, which is no longer there"),
      remedy: expect.stringContaining("recto generate notes/biology.md --source-moved"),
    });
  });

  test("goes on with its deck once the learner says so, without naming the deck", () => {
    const { stores, generate } = home();
    generate(text);
    const deck = stores.files.get("cells");
    generate(text, { file: "notes/biology.md", sourceMoved: true });
    expect(stores.files.get("cells")).toBe(deck?.replace("notes/cells.md", "notes/biology.md"));
    expect([...stores.files.keys()]).toEqual(["cells"]);
  });

  test("makes a deck of its own while the old one is still there, with a remark", () => {
    const { stores, generate } = home();
    generate(text);
    const { problems } = generate(text, { file: "notes/biology.md" });
    expect([...stores.files.keys()]).toEqual(["cells", "biology"]);
    expect(problems[0]?.message).toContain("its cards would come twice");
  });

  test("is written into the front matter as YAML, whatever form it has, and every other byte stays", () => {
    const { stores, generate } = home();
    generate(text);
    const deck = stores.files.get("cells") ?? "";
    const own = '# mine\n"source": >- # see there\n  notes/cells.md\n';
    stores.files.set("cells", deck.replace("source: notes/cells.md\n", own));
    generate(text, { file: "notes/biology.md", sourceMoved: true });
    expect(stores.files.get("cells")).toBe(
      deck.replace("source: notes/cells.md\n", '# mine\n"source": notes/biology.md # see there\n'),
    );
  });

  test("is refused by front matter that cannot be read, and nothing is written", () => {
    const broken = "---\ntitle: [\n---\n\nC: By {{c1::hand}}.\n";
    const { stores, generate } = home({ cells: broken });
    const { decks, problems } = generate(text, { deck: "cells" });
    expect([decks, problems]).toMatchObject([
      [],
      [{ file: "decks/cells.md", line: 1, message: expect.stringMatching(/cannot take the source/) }],
    ]);
    expect(stores.files.get("cells")).toBe(broken);
  });

  test("is known without the list of lines, and another source is not taken for it", () => {
    const { stores, generate } = home();
    generate(text);
    stores.sources.delete("notes/cells.md");
    stores.judged.clear();
    expect(generate(text, { file: "notes/biology.md" }).decks).toEqual([]);
    const other = noteOf(
      lines.hooke,
      "Light travels 299,792 kilometres a second.",
      "Ole Rømer timed the moons of Jupiter in 1676.",
    );
    expect(generate(other, { file: "notes/light.md" }).problems).toEqual([]);
  });
});

test("what is wrong in the deck is said with its place, and that the line of a broken note waits", () => {
  const { stores, generate } = home();
  generate(noteOf(lines.virchow));
  const text = stores.files.get("cells") ?? "";
  stores.files.set("cells", text.replace(/^A: .*\n/m, ""));
  const broken = stores.files.get("cells");
  const { problems } = generate(noteOf(lines.virchow.replace("stated", "wrote")));
  expect(broken).not.toBe(text);
  expect(stores.files.get("cells")).toBe(broken);
  expect(problems).toMatchObject([
    {
      file: "decks/cells.md",
      line: expect.any(Number),
      remedy: expect.stringMatching(/; its line is left alone until it is mended\.$/),
    },
  ]);
});
