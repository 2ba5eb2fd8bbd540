import { describe, expect, test } from "vitest";
import { notesOf, writeDeck } from "../../src/notes/deck.ts";
import { describeProblem } from "../../src/notes/problem.ts";
import { readDeck } from "../../src/notes/read-deck.ts";

const read = (text: string) => readDeck("memory", "decks/memory.md", text);
const problemsOf = (text: string) => read(text).problems.map(describeProblem);

const example = `---
title: How memory works
source: notes/how-memory-works.md
author: A. Reader
topic: memory
tags: [psychology]
---

## Facts

<!-- 7hq2mzk4rtw9 facts kind=name line=jdph7y9e next=c3 -->
C: Ebbinghaus measured the {{c1::forgetting curve}} on himself and published it in {{c2::1885::which year?}}.
At: p. 12

<!-- b8wzv3p6xk2m facts kind=why line=cf3brwrq -->
Q: Why do later intervals grow?
A: Because each successful recall makes the memory more stable.
S: Intervals grow because each successful recall makes the memory more stable.

<!-- k4m9q2ht7rzc quotes kind=completion line=1vgn6a6y -->
> The true art of memory is {{c1::the art of attention}}.
> — {{who::Samuel Johnson}}
`;

describe("reading a deck", () => {
  test("finds front matter, cloze, question and quote", () => {
    const deck = read(example);
    expect(deck.problems).toEqual([]);
    expect(deck.frontMatter).toEqual({
      title: "How memory works",
      source: "notes/how-memory-works.md",
      author: "A. Reader",
      topic: "memory",
      tags: ["psychology"],
    });
    expect(notesOf(deck)).toEqual([
      {
        kind: "cloze",
        id: "7hq2mzk4rtw9",
        idIsDerived: false,
        section: "facts",
        provenance: { candidateKind: "name", line: "jdph7y9e", nextOrdinal: 3 },
        text: [
          "Ebbinghaus measured the ",
          { ordinal: 1, text: "forgetting curve" },
          " on himself and published it in ",
          { ordinal: 2, text: "1885", hint: "which year?" },
          ".",
        ],
        at: "p. 12",
      },
      {
        kind: "question",
        id: "b8wzv3p6xk2m",
        idIsDerived: false,
        section: "facts",
        provenance: { candidateKind: "why", line: "cf3brwrq" },
        question: "Why do later intervals grow?",
        answer: "Because each successful recall makes the memory more stable.",
        both: false,
        source: "Intervals grow because each successful recall makes the memory more stable.",
      },
      {
        kind: "quote",
        id: "k4m9q2ht7rzc",
        idIsDerived: false,
        section: "quotes",
        provenance: { candidateKind: "completion", line: "1vgn6a6y" },
        text: ["The true art of memory is ", { ordinal: 1, text: "the art of attention" }, "."],
        speaker: "Samuel Johnson",
        asksWho: true,
      },
    ]);
    expect(deck.pieces.map((piece) => (piece.type === "note" ? piece.line : 0)).filter(Boolean)).toEqual([12, 16, 21]);
    expect(writeDeck(deck)).toBe(example);
  });

  test("takes notes without comments, with ids derived from deck, text and occurrence", () => {
    const text = "C: The {{c1::hippocampus}} consolidates.\n\nC: The {{c1::hippocampus}} consolidates.\n";
    const [first, second] = notesOf(read(text));
    expect(first).toMatchObject({ section: "other", idIsDerived: true });
    expect(first?.id).toMatch(/^[2-9a-hjkmnp-z]{12}$/);
    expect(second?.id).not.toBe(first?.id);
    expect(notesOf(read(`Prose first.\n\n${text}`)).map((note) => note.id)).toEqual([first?.id, second?.id]);
    expect(notesOf(readDeck("other", "decks/other.md", text))[0]?.id).not.toBe(first?.id);
  });

  test("keeps the derived ids of like notes when one of them gets its id written down, or is edited after that", () => {
    const texts = [
      "C: {{c1::Paris}} is the capital of France.",
      "C: Paris is the capital of {{c1::France}}!",
      "C: {{c1::Paris}} is the capital of france",
    ];
    const unwritten = read(texts.join("\n\n"));
    const ids = notesOf(unwritten).map((note) => note.id);
    expect(new Set(ids).size).toBe(3);
    for (const at of [0, 1, 2]) {
      for (const text of [texts[at], "C: {{c1::Rome}} is the capital of Italy."]) {
        const written = texts.with(at, `<!-- ${ids[at]} other -->\n${text}`).join("\n\n");
        expect(problemsOf(written)).toEqual([]);
        expect(notesOf(read(written)).map((note) => note.id)).toEqual(ids);
      }
    }
  });

  test("gives a note written again the id of no other note, above or below", () => {
    const text = "Q: What?\nA: This.";
    const [id] = notesOf(read(text)).map((note) => note.id);
    const edited = `<!-- ${id} other -->\nQ: What else?\nA: That.`;
    for (const deck of [`${edited}\n\n${text}`, `${text}\n\n${edited}`]) {
      expect(problemsOf(deck)).toEqual([]);
      const [one, other] = notesOf(read(deck)).map((note) => note.id);
      expect([one, other]).toContain(id);
      expect(one).not.toBe(other);
    }
  });

  test("leaves headings, rules, prose and other comments alone", () => {
    const text = "# Title\n\nSome prose.\n<!-- a remark\nC: not a {{c1::note}}\n-->\nC: a {{c1::b}}\n---\nafter the rule\n";
    expect(notesOf(read(text))).toHaveLength(1);
    expect(notesOf(read(text))[0]).toMatchObject({ text: ["a ", { ordinal: 1, text: "b" }] });
    expect(problemsOf(text)).toEqual([]);
  });

  test("does not take a marker inside a code fence for one", () => {
    const text = "Q: What does this print?\n```\nC: x\n# y\n```\nA: Nothing.\n";
    expect(notesOf(read(text))).toMatchObject([{ question: "What does this print?\n```\nC: x\n# y\n```", answer: "Nothing." }]);
  });

  test("reports every problem with its line and a remedy, and keeps the good notes", () => {
    const text = [
      "C: hides nothing", // 1
      "",
      "Q: no answer?", // 3
      "",
      "C: never {{c1::closed", // 5
      "",
      "A: no question", // 7
      "",
      "C: good {{c1::note}}", // 9
      "",
      "> asks nothing", // 11
      "> — Somebody",
      "",
      "<!-- 7hq2mzk4rtw9 facts -->", // 14
      "",
      "# heading",
      "C: {{c0::zero}}", // 17
      "",
      "C: {{c1::a {{c2::b}}}}", // 19
      "---",
      "S: alone", // 21
    ].join("\n");
    expect(problemsOf(text)).toEqual([
      "decks/memory.md:1  This cloze hides nothing. Mark what to ask for: {{c1::text}}.",
      "decks/memory.md:3  A question without an answer. Add a line A: after it.",
      "decks/memory.md:5  A gap is never closed. Close it with }}; a }} inside it is written \\}\\}.",
      "decks/memory.md:7  An answer without a question. Put its question on a line Q: before it.",
      "decks/memory.md:11  This quote asks for nothing. Mark a part {{c1::…}} or the speaker — {{who::Name}}.",
      "decks/memory.md:14  A note's comment without its note. Start the note with C:, Q: or >, or delete the comment.",
      "decks/memory.md:17  A gap's number is not from 1 to 499. Number gaps c1, c2, …",
      "decks/memory.md:19  A gap stands inside another. Put one after the other; gaps cannot be nested.",
      "decks/memory.md:21  A source sentence without a note. Put it right after its note.",
    ]);
    expect(notesOf(read(text))).toHaveLength(1);
    expect(writeDeck(read(text))).toBe(text);
  });

  test("reports a deletion with one colon, and keeps the note", () => {
    const text = "C: {{c1::Der}} Mond, {{c2:die}} Sonne\n";
    expect(problemsOf(text)).toEqual(["decks/memory.md:1  A gap has only one colon, so it hides nothing. Write {{c1::text}}."]);
    expect(notesOf(read(text))).toHaveLength(1);
  });

  test("of a merge that nobody resolved reports only that, and keeps the notes", () => {
    const text = "C: {{c1::Der}} Mond, {{c2:die}} Sonne\n\n<<<<<<< HEAD\nQ: a?\nA: b\n=======\nQ: c?\nA: d\n>>>>>>> other\n";
    expect(problemsOf(text)).toEqual([
      "decks/memory.md:3  Two versions of this file were merged and nobody has chosen between them yet. Keep what you want and delete the lines <<<<<<<, ======= and >>>>>>>.",
    ]);
    expect(notesOf(read(text))).toHaveLength(3);
  });

  test("refuses a second note with the same id and says where the first is", () => {
    const note = "<!-- 7hq2mzk4rtw9 facts -->\nC: a {{c1::b}}\n";
    expect(problemsOf(`${note}\n${note}`)).toEqual([
      "decks/memory.md:4  The note on line 1 has the same id 7hq2mzk4rtw9. Delete the comment above the newer of the two; it gets an id of its own.",
    ]);
  });

  test("names a wrong value in the front matter and goes on without it", () => {
    expect(problemsOf("---\nnewPerDay: many\ntitle: T\n---\n")).toEqual([
      "decks/memory.md:1  `newPerDay` is not a number from 0 to 9999. Mend it; until then it counts as missing.",
    ]);
    expect(problemsOf("---\n\ttitle: [\n---\nC: a {{c1::b}}\n")).toHaveLength(1);
    expect(problemsOf("---\ntitle: T\n")).toEqual(["decks/memory.md:1  The front matter has no end. Close it with a line ---."]);
  });

  test("keeps words of a comment that it does not know, in order", () => {
    const text = "<!-- 7hq2mzk4rtw9 facts later kind=name x=1 #tag next=soon -->\nC: a {{c1::b}}\n";
    expect(notesOf(read(text))[0]?.provenance).toEqual({
      candidateKind: "name",
      tags: ["tag"],
      otherWords: ["later", "x=1", "next=soon"],
    });
    expect(writeDeck(read(text))).toBe(text);
  });

  test("stays quick on a megabyte of unclosed mark-up", () => {
    const text = `C: ${"{{c1::".repeat(100_000)}\n${"```a\n".repeat(50_000)}<!-- ${"x ".repeat(100_000)}`;
    expect(writeDeck(read(text))).toBe(text);
  });

  test.each(["<!--\n", "<!-- a remark -->\n"])("stays quick on a megabyte of %j", (line) => {
    const text = line.repeat(1_000_000 / line.length);
    expect(writeDeck(read(text))).toBe(text);
  });
});
