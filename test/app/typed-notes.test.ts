import { describe, expect, test } from "vitest";
import { readQuote, readTyped } from "../../src/app/typed-notes.ts";
import { writeClozeText } from "../../src/notes/cloze-text.ts";
import type { Draft } from "../../src/notes/note.ts";

const read = (text: string) => readTyped(text, "typed");

function said(draft: Draft): string {
  if (draft.kind === "question") return `${draft.question} → ${draft.answer}`;
  return writeClozeText(draft.text) + (draft.kind === "quote" ? ` — ${draft.asksWho ? "?" : ""}${draft.speaker}` : "");
}

const notesIn = (text: string) => read(text).notes.map(({ draft }) => said(draft));

describe("what was typed is read as a note", () => {
  test.each([
    ["Q: Why?\nA: Because.", ["Why? → Because."]],
    ["Q: Why? A: Because.", ["Why? → Because."]],
    ["  Q: Why?\n\nA: Because.", []],
    ["C: Kant was born in {{c1::1724}}.", ["Kant was born in {{c1::1724}}."]],
    ["C: Kant was born in {{1724}}.", ["Kant was born in {{c1::1724}}."]],
    ["Kant was born in {{1724}} in {{Königsberg}}.", ["Kant was born in {{c1::1724}} in {{c2::Königsberg}}."]],
    ["Kant was {{born}} in {{c1::1724}}.", ["Kant was {{c2::born}} in {{c1::1724}}."]],
    ["Kant was born in {{1724::which year?}}.", ["Kant was born in {{c1::1724::which year?}}."]],
    ["- Kant was born\n  in {{1724}}.", ["Kant was born in {{c1::1724}}."]],
    ["> Dare {{c1::to know}}.\n> — Kant", ["Dare {{c1::to know}}. — Kant"]],
    ["> Dare to know.\n> — {{who::Kant}}", ["Dare to know. — ?Kant"]],
    ["“Dare {{to know}}.” — Immanuel Kant", ["Dare {{c1::to know}}. — Immanuel Kant"]],
    ["Q: a?\nA: b\n\nC: {{c1::c}} d\n\n> e {{c1::f}}", ["a? → b", "{{c1::c}} d", "e {{c1::f}} — undefined"]],
    ["Q: a?\r\nA: b\r\nc", ["a? → b\nc"]],
  ])("%j", (text, notes) => {
    expect(notesIn(text)).toEqual(notes);
  });

  test("with its place, its source sentence and the words of its comment", () => {
    const [note] = read("<!-- 7hq2mzk4rtw9 facts both #kant -->\nQ: Who? A: Kant\nS: Kant did it.\nAt: p. 1").notes;
    expect(note).toMatchObject({ draft: { question: "Who?" } });
    const [whole] = read("<!-- 7hq2mzk4rtw9 facts both #kant -->\nQ: Who?\nA: Kant\nS: Kant did it.\nAt: p. 1").notes;
    expect(whole).toMatchObject({
      id: "7hq2mzk4rtw9",
      draft: { both: true, source: "Kant did it.", at: "p. 1", section: "facts", provenance: { tags: ["kant"] } },
    });
  });
});

describe("what was typed is read as a sentence to ask about", () => {
  test.each([
    ["Kant was born in 1724.", [{ text: "Kant was born in 1724.", line: 1 }]],
    ["C: Kant was born in 1724.\nAt: p. 3", [{ text: "Kant was born in 1724.", line: 1, at: "p. 3" }]],
    [
      "Kant wrote. Hume slept.",
      [
        { text: "Kant wrote.", line: 1 },
        { text: "Hume slept.", line: 1 },
      ],
    ],
    [
      "\n- Kant wrote.\n- Hume slept.",
      [
        { text: "Kant wrote.", line: 2 },
        { text: "Hume slept.", line: 3 },
      ],
    ],
    ["“Dare to know.” — Immanuel Kant", [{ text: "Dare to know.", line: 1, speaker: "Immanuel Kant" }]],
    ["> Dare to know.\n> — Kant\nAt: p. 1", [{ text: "Dare to know.", line: 1, speaker: "Kant", at: "p. 1" }]],
  ])("%j", (text, facts) => {
    expect(read(text)).toEqual({ notes: [], facts, problems: [] });
  });

  test("and a speaker named apart makes it a quote", () => {
    expect(readQuote("“Dare to know.”", "Kant").facts).toEqual([{ text: "Dare to know.", speaker: "Kant", line: 1 }]);
  });
});

describe("what cannot be read is told with its line, and nothing is made of it", () => {
  test.each([
    ["C: fine {{c1::x}}\n\nA: no question", [3]],
    ["C: never {{c1::closed", [1]],
    ["never {{c1::closed", [1]],
    ["C: {{c1::a {{c2::b}} c}}", [1]],
    ["# Heading\n\n## Another", [1, 3]],
    ["<!-- never closed\nC: {{c1::a}} b", [1]],
    ["> Nobody is named and nothing hidden.", [1]],
  ])("%j", (text, lines) => {
    const { facts, problems } = read(text);
    expect(problems.map(({ line }) => line)).toEqual(lines);
    expect(facts).toEqual([]);
  });
});

describe("a blank line ends a card, and text that starts no field begins a sentence", () => {
  const sentence = "Marie Curie won in 1903.";
  test.each([
    [`Q: Which port?\nA: 179\n\n${sentence}\n\nC: The {{c1::ARP}} cache.`, ["Which port? → 179", "The {{c1::ARP}} cache."], 4],
    [`Q: Which port? A: 179\n\n${sentence}`, ["Which port? → 179"], 3],
    [`C: The {{ARP}} cache.\nAt: p. 1\n\n\n${sentence}`, ["The {{c1::ARP}} cache."], 5],
    [`> Dare {{c1::to know}}.\n> — Kant\n\n${sentence}`, ["Dare {{c1::to know}}. — Kant"], 4],
    [`Q: a?\nA: b\n\nS: c\n\n${sentence}`, ["a? → b"], 6],
    [`Q: a?\nA: b\n\n<!-- of\n\ntwo lines -->\n${sentence}`, ["a? → b"], 7],
    [`Q: a?\nA:\n\`\`\`\nx\n\ny\n\`\`\`\nz\n\n${sentence}`, ["a? → ```\nx\n\ny\n```\nz"], 10],
  ])("%j", (text, notes, line) => {
    const { facts, problems } = read(text);
    expect([notesIn(text), facts, problems]).toEqual([notes, [{ text: sentence, line }], []]);
  });

  test("a question that lacks its answer says so and swallows nothing", () => {
    const { notes, facts, problems } = read(`Q: Which port?\n\n${sentence}`);
    expect([notes, facts]).toEqual([[], [{ text: sentence, line: 3 }]]);
    expect(problems).toMatchObject([{ line: 1, message: "A question without an answer." }]);
  });

  test("a quote without a gap by a named speaker keeps to itself", () => {
    const { facts } = read(`> Dare to know.\n> — Kant\n\n${sentence}`);
    expect(facts).toMatchObject([{ text: "Dare to know.", speaker: "Kant" }, { text: sentence }]);
  });
});

test("comments are no part of what was typed", () => {
  expect(read("<!--\nQ: an example\nA: of a comment\n-->\n\n<!-- one line -->\n")).toEqual({
    notes: [],
    facts: [],
    problems: [],
  });
});

describe("a gap that lacks a brace is named, not read as a fact:", () => {
  test.each(["The {{Scilly Isles} here", "The {Scilly Isles}} here", "Here are the {{Scilly Isles"])("%s", (text) => {
    expect(read(text)).toEqual({
      notes: [],
      facts: [],
      problems: [{ file: "typed", line: 1, message: "A brace of this gap is missing.", remedy: "Write {{Scilly Isles}}." }],
    });
  });

  test.each(["A set {1, 2} has two elements.", "In TeX one writes \\frac{{a}+1}{2} for it.", "$x_{{i}$ is one."])(
    "but not in %s",
    (text) => {
      expect(read(text)).toMatchObject({ facts: [{ text }], problems: [] });
    },
  );
});
