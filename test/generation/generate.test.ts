import { describe, expect, test } from "vitest";
import { cardsOf } from "../../src/cards/cards-of-note.ts";
import { generate } from "../../src/generation/generate.ts";
import { deletionsOf } from "../../src/notes/cloze-text.ts";
import type { Source, SourceItem } from "../../src/sources/source.ts";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { cardListing } from "../support/card-listing.ts";
import { cardRows } from "../support/card-rows.ts";
import { fixtureNote, fixtureNotes, foreignNotes } from "../support/fixture-notes.ts";
import { processorMs } from "../support/processor-time.ts";

describe.each([...fixtureNotes, ...foreignNotes])("the note %s", (name) => {
  const source = fixtureNote(name);
  const generation = generate(source, { explain: true });

  test("gives the cards that a person has read", async () => {
    await expect(cardListing(source, generation)).toMatchFileSnapshot(`../golden/cards/${name}.txt`);
  });

  test("gives the same notes twice", () => {
    expect(generate(source, { explain: true })).toEqual(generation);
  });

  test("is reported line by line, with a verdict on every candidate", () => {
    expect(generation.lines.map(({ item }) => item)).toEqual(source.items);
    for (const { item, candidates, rejection } of generation.lines) {
      const made = generation.notes.some((note) => note.item === item);
      expect(rejection === undefined).toBe(made);
      expect(candidates.some(({ verdict }) => verdict === "taken")).toBe(made);
    }
  });

  test("shows every weight that a score is made of", () => {
    const candidates = generation.lines.flatMap((line) => line.candidates);
    for (const { score, parts } of candidates) {
      expect(parts[0]?.name).toBe("prior");
      expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 3);
    }
  });
});

test("every note says where its line stands", () => {
  const at = "p. 41";
  const items: readonly SourceItem[] = [
    { section: "summary", text: "Slow reading builds lasting memory rather than broad erudition by Ann Example.", line: 1, at },
    { section: "facts", text: "The Alps have four busy passes: Brenner, Gotthard, Simplon, and Reschen.", line: 2, at },
    { section: "facts", text: "Ada Lovelace described the engine in seven notes in 1843.", line: 3, at },
    { section: "ideas", text: "Fever is a defence of the body rather than an illness of the blood.", line: 4, at },
    { section: "quotes", text: "If you have to ask what salt is for, you will never bake.", line: 5, speaker: "Ann Bell", at },
    { section: "quotes", text: "Water remembers nothing.", line: 6, speaker: "Bo Hill", at },
    { section: "references", text: "Brackish Waters by Monique Truong", line: 7, at },
  ];
  const { notes } = generate({
    ...sourceOf(items),
    title: "Slow reading builds lasting memory rather than broad erudition",
    authors: ["Ann Example"],
  });
  expect(new Set(notes.map(({ item }) => item.line))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
  for (const { draft } of notes) expect(draft.at).toBe(at);
});

describe("the title in a summary", () => {
  const summary: SourceItem = {
    section: "summary",
    text: "Slow reading builds lasting memory rather than broad erudition by Ann Example, discussing how people read long books.",
    line: 2,
  };
  const titled = (title: string, items: readonly SourceItem[]) => ({
    ...sourceOf([summary, ...items]),
    title,
    authors: ["Ann Example"],
  });
  const line = fact("The average adult reads about 240 words per minute.");

  test("gives one note beside its author when it says something that no line says", () => {
    const generation = generate(titled("Slow reading builds lasting memory rather than broad erudition", [line]));
    const notes = generation.notes.filter(({ item }) => item === summary);
    expect(notes.map(({ draft }) => draft.provenance.candidateKind)).toEqual(["author", "contrast"]);
    for (const { draft } of notes)
      expect(draft).toMatchObject({ source: summary.text, provenance: { line: fingerprintOf(summary.text) } });
    expect(generation.lines[0]).not.toHaveProperty("rejection");
  });

  test("gives none when a line asks for the same, or when it is no statement", () => {
    const same = fact("In most people slow reading builds lasting memory rather than broad erudition.");
    const kinds = (title: string, items: readonly SourceItem[]) =>
      generate(titled(title, items))
        .notes.filter(({ item }) => item === summary)
        .map(({ draft }) => draft.provenance.candidateKind);
    expect(kinds("Slow reading builds lasting memory rather than broad erudition", [same])).toEqual(["author"]);
    expect(kinds("Slow reading", [line])).toEqual(["author"]);
  });
});

describe("the notes of a line", () => {
  test("ask a closed list item by item in one note, and blank nothing else inside it", () => {
    const item = fact("Mount Etna has four summit craters: Bocca Nuova, Voragine, North-East Crater, and South-East Crater.");
    const { notes } = generate(sourceOf([item]));
    const list = notes.find(({ draft }) => draft.provenance.candidateKind === "list")?.draft;
    const gaps = list?.kind === "cloze" ? deletionsOf(list.text) : [];
    expect(gaps.slice(-4).map(({ text }) => text)).toEqual(["Bocca Nuova", "Voragine", "North-East Crater", "South-East Crater"]);
    expect(new Set(gaps.map(({ ordinal }) => ordinal)).size).toBe(gaps.length);
    expect(gaps.some(({ text }) => text === "four")).toBe(false);
  });

  test("are siblings by their line, and gaps in the whole sentence share a note", () => {
    const item = fact("Nathaniel Kleitman discovered REM sleep at the University of Chicago in 1953 after two years of work.");
    const { notes } = generate(sourceOf([item]));
    const [note] = notes;
    expect(notes).toHaveLength(1);
    expect(note?.draft.provenance).toMatchObject({ line: fingerprintOf(item.text) });
    if (note?.draft.kind !== "cloze") throw new Error("expected a cloze");
    const gaps = deletionsOf(note.draft.text);
    expect(gaps.map(({ ordinal }) => ordinal)).toEqual(gaps.map((_, index) => index + 1));
    expect(note.draft.provenance.nextOrdinal).toBe(gaps.length + 1);
    expect(note.draft.source).toBeUndefined();
  });

  test("hide a pair with one ordinal twice, so that it is one card", () => {
    const { notes } = generate(sourceOf([fact("Photosynthesis converts light energy into chemical energy stored in glucose.")]));
    const [note] = notes;
    if (note?.draft.kind !== "cloze") throw new Error("expected a cloze");
    expect(deletionsOf(note.draft.text).map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [1, "light"],
      [1, "chemical"],
    ]);
  });

  test("that are questions or shortened sentences name their source", () => {
    const text = "The burden fell on the Third Estate because the nobility and the clergy were exempt from most taxes.";
    const { notes } = generate(sourceOf([fact(text)]));
    const why = notes.find(({ draft }) => draft.kind === "question");
    expect(why?.draft).toMatchObject({
      question: "Why did the burden fall on the Third Estate?",
      answer: "Because the nobility and the clergy were exempt from most taxes",
      source: text,
      provenance: { candidateKind: "why", line: fingerprintOf(text) },
    });
  });

  test("show no clause alone that depends on a verb before it", () => {
    const text =
      "In 2006 Henry Roediger and Jeffrey Karpicke found that rereading won after 5 minutes, but that testing won by far after 2 days at school.";
    const { notes } = generate(sourceOf([fact(text)]));
    expect(notes.length).toBeGreaterThan(0);
    for (const { draft } of notes) if (draft.kind === "cloze") expect(draft.source).toBeUndefined();
  });

  test("show no clause alone that may be what somebody said", () => {
    const text =
      "A doctor in Vienna claimed that bad air caused the fever in 1840, but clean hands prevented 90 percent of all deaths in the ward.";
    const { notes } = generate(sourceOf([fact(text)]));
    expect(notes.length).toBeGreaterThan(0);
    for (const { draft } of notes) if (draft.kind === "cloze") expect(draft.text[0]).toMatch(/^A doctor/);
  });

  test("answer a why-question without a full stop, whatever ends the line", () => {
    for (const end of [".", "", "!", "; nobody in Paris knew about it."]) {
      const { notes } = generate(sourceOf([fact(`The king fled because he feared the angry crowd${end}`)]));
      const answers = notes.flatMap(({ draft }) => (draft.kind === "question" ? [draft.answer] : []));
      for (const answer of answers) expect(answer).not.toMatch(/[.!]$/);
      expect(answers.length).toBeGreaterThan(0);
    }
  });

  test("of advice ask for no name or phrase in it", () => {
    const text = "Start with Kind of Blue to learn how modal jazz sounds in small clubs.";
    expect(generate(sourceOf([{ ...fact(text), section: "recommendations" }])).notes).toEqual([]);
  });

  test("carry the page of their line", () => {
    const { notes } = generate(
      sourceOf([{ ...fact("Clojure was released by Rich Hickey in 2007 after two years of work."), at: "p. 12" }]),
    );
    expect(notes.length).toBeGreaterThan(0);
    for (const { draft } of notes) expect(draft.at).toBe("p. 12");
  });

  test("stay within the limits that the learner sets", () => {
    const source = fixtureNote("black-death");
    const counts = (made: ReturnType<typeof generate>) =>
      source.items.map((item) => cardsOn(made, item).filter(({ kind }) => !["who", "acronym"].includes(kind)).length);
    expect(Math.max(...counts(generate(source, { perLine: 1 })))).toBeLessThanOrEqual(2);
    const strict = generate(source, { strict: true });
    expect(strict.notes.length).toBeLessThan(generate(source).notes.length);
    const scores = strict.notes
      .filter(({ draft }) => !["who", "author"].includes(draft.provenance.candidateKind ?? ""))
      .map(({ score }) => score);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.9);
  });

  test("are only of the kinds that the learner asks for, and the others say so", () => {
    const source = fixtureNote("black-death");
    const made = generate(source, { kinds: new Set(["number", "date"] as const), explain: true });
    expect(new Set(cardRows(made).map(({ kind }) => kind))).toEqual(new Set(["number", "date"]));
    const rules = made.lines.flatMap(({ candidates }) =>
      candidates
        .filter(({ kind }) => kind !== "number" && kind !== "date")
        .map(({ verdict }) => verdict !== "taken" && verdict.rule),
    );
    expect(new Set(rules)).toEqual(new Set(["kind-not-wanted"]));
  });
});

describe("a quote", () => {
  const wilde = quote("To live is the rarest thing in the world; most people merely exist.", "Oscar Wilde");
  const twain = quote("The secret of getting ahead is getting started.", "Mark Twain");

  test("asks who said it only where two people could have", () => {
    expect(generate(sourceOf([wilde])).notes.some(({ draft }) => draft.kind === "quote" && draft.asksWho)).toBe(false);
    const both = generate(sourceOf([wilde, twain])).notes;
    expect(both.map(({ draft }) => draft.kind === "quote" && draft.asksWho)).toEqual([true, true]);
  });

  test("does not ask for a speaker whom it names itself", () => {
    const named = quote("I, Samuel Johnson, have compiled a dictionary, and that is harmless drudgery.", "Samuel Johnson");
    const { notes } = generate(sourceOf([named, twain]));
    expect(notes.some(({ draft, item }) => item === named && draft.kind === "quote" && draft.asksWho)).toBe(false);
  });

  test("is completed after its turn, and its words are never changed", () => {
    const { notes } = generate(sourceOf([wilde, twain]));
    const [note] = notes;
    expect(cardsOn(generate(sourceOf([wilde, twain])), wilde)[0]?.answers).toEqual(["most people merely exist"]);
    expect(note?.draft.source).toBeUndefined();
  });
});

describe("a source", () => {
  test("with two lines that say the same uses the fact", () => {
    const idea = { ...fact("Caffeine has a half-life of five to six hours."), section: "ideas" as const, line: 1 };
    const same = { ...fact("Caffeine has a half-life of about five to six hours."), line: 2 };
    const { notes, lines } = generate(sourceOf([idea, same]));
    expect(notes.every(({ item }) => item === same)).toBe(true);
    expect(lines[0]?.rejection?.reason).toBe("says the same as line 2");
  });

  test("that is empty gives nothing", () => {
    expect(generate(sourceOf([]))).toEqual({ language: "en", notes: [], lines: [] });
  });

  test("in German is asked in German", () => {
    const items = [
      fact("Die Mauer fiel in der Nacht vom 9. auf den 10. November 1989, und niemand hatte damit gerechnet."),
      quote("Wir müssen wissen, wir werden wissen.", "David Hilbert"),
      quote("Der Mensch ist frei geboren, und überall liegt er in Ketten.", "Jean-Jacques Rousseau"),
    ];
    const generation = generate(sourceOf(items));
    expect(new Set(cardRows(generation).map(({ kind }) => kind))).toEqual(new Set(["date", "completion", "who"]));
    expect(cardsOn(generation, items[0] as SourceItem).map(({ answers }) => answers)).toEqual([["9. auf den 10. November 1989"]]);
  });

  test("with hostile lines is survived in linear time", () => {
    const texts = [
      "(".repeat(2000),
      `${"a, ".repeat(600)}not b`,
      "x".repeat(2000),
      "İıŞ ﬃ 𝕊𝕌𝕄 e\u0301 \u202e because \u0000 so",
      "1 in ".repeat(400),
      "because ".repeat(250),
      "-".repeat(2000),
      `${"Ab ".repeat(600)}(ABABABABAB)`,
      "{{c1::x}} is not {{c2::y}}",
      "“”",
    ];
    const spent = processorMs(() => {
      for (const section of ["facts", "quotes", "habits"] as const)
        generate(sourceOf(texts.map((text, line) => ({ section, text, line }))));
    });
    expect(spent).toBeLessThan(10_000);
  });
});

function fact(text: string): SourceItem {
  return { section: "facts", text, line: 1 };
}

function quote(text: string, speaker: string): SourceItem {
  return { section: "quotes", text, speaker, line: text.length };
}

function sourceOf(items: readonly SourceItem[]): Source {
  return { authors: [], items, emptySections: [] };
}

function cardsOn({ notes }: ReturnType<typeof generate>, item: SourceItem) {
  return notes
    .filter((note) => note.item === item)
    .flatMap(({ draft }) =>
      cardsOf({ ...draft, id: "x", idIsDerived: true }, "deck").map((card) => ({
        ...card,
        kind: card.slot === "who" ? "who" : (draft.provenance.candidateKind ?? ""),
      })),
    );
}
