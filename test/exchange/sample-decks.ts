import type { ExportDeck } from "../../src/exchange/export-deck.ts";
import type { ClozeText } from "../../src/notes/cloze-text.ts";
import type { Note, Provenance } from "../../src/notes/note.ts";

interface Extras {
  readonly source?: string;
  readonly at?: string;
  readonly provenance?: Provenance;
}

export function cloze(id: string, text: ClozeText, extras: Extras = {}): Note {
  return { id, kind: "cloze", text, ...base(extras) };
}

export function question(id: string, asked: string, answer: string, extras: Extras & { readonly both?: boolean } = {}): Note {
  const { both = false, ...rest } = extras;
  return { id, kind: "question", question: asked, answer, both, ...base(rest) };
}

export function quote(
  id: string,
  text: ClozeText,
  extras: Extras & { readonly speaker?: string; readonly asksWho?: boolean } = {},
): Note {
  const { speaker, asksWho = false, ...rest } = extras;
  return { id, kind: "quote", text, asksWho, ...(speaker === undefined ? {} : { speaker }), ...base(rest) };
}

export function deckOf(notes: readonly Note[], changes: Partial<ExportDeck> = {}): ExportDeck {
  return {
    title: "How memory works",
    name: "psychology::memory",
    tags: ["psychology", "seminar week 3"],
    notes,
    topics: new Map(),
    ...changes,
  };
}

export const ankiOptions = {
  ankiBasic: "Basic",
  ankiReversed: "Basic (and reversed card)",
  ankiCloze: "Cloze",
  updateTags: false,
  separator: "comma",
} as const;

/** One note of every kind, and what is awkward for Anki. */
export const sampleDecks: readonly ExportDeck[] = [
  deckOf([
    cloze(
      "7hq2mzk4rtw9",
      [
        "Ebbinghaus measured the ",
        { ordinal: 1, text: "forgetting curve" },
        " in ",
        { ordinal: 2, text: "1885", hint: "which year?" },
        ".",
      ],
      { at: "p. 12" },
    ),
    question("b8wzv3p6xk2m", "Why do *later* intervals grow?", "Because each recall makes the memory more stable.", {
      source: "Intervals grow because each recall makes the memory more stable.",
    }),
    question("c3wzv3p6xk2m", "die Gabel", "the fork", { both: true, source: "Gabel means fork." }),
    quote("k4m9q2ht7rzc", ["The true art of memory is ", { ordinal: 1, text: "the art of attention" }, "."], {
      speaker: "Samuel Johnson",
      asksWho: true,
      at: "The Idler, no. 74",
    }),
    quote("m4m9q2ht7rzc", ["Tyger Tyger, burning ", { ordinal: 1, text: "bright" }, ",\nIn the forests of the night"], {
      speaker: "William Blake",
    }),
    cloze("g2m9q2ht7rzc", ["Gone from the ", { ordinal: 1, text: "source" }], { provenance: { orphan: true } }),
  ]),
  deckOf(
    [
      cloze("d2m9q2ht7rzc", [
        "In `map<",
        { ordinal: 1, text: "std::string, {a: {b: 1}}" },
        "> {{c9::x}}` the hint is ",
        { ordinal: 2, text: "a::b", hint: "x::y}" },
      ]),
      cloze("e2m9q2ht7rzc", ["$\\frac{", { ordinal: 1, text: "a_{b_{c}}" }, "}{2}$ halves it"]),
      question("f2m9q2ht7rzc", '#include, "why"?', "Because\n\n```c\nif (a < b && c) {\n  x();\n}\n```"),
      question("h2m9q2ht7rzc", "日本語の「猫」は？", "cat, 🐈 and\ttab  two blanks", { provenance: { guid: '#a,"b' } }),
      question("j2m9q2ht7rzc", "Came from Anki under its own type", "x", { provenance: { noteType: "Medical 2020" } }),
      quote("n2m9q2ht7rzc", ["Know thyself."], { speaker: "Delphi, “the temple”", asksWho: true }),
      question("p2m9q2ht7rzc", "Which ![cell](<media/img/cell 1.png>) is it?", "See [the page](https://example.org/a?b=1&c=2).", {
        provenance: { tags: ["cells"] },
        at: "https://example.org",
      }),
    ],
    { title: "Code & other <hard> things", name: "1984", tags: ["psychology", "code"] },
  ),
];

function base({ provenance = {}, ...extras }: Extras) {
  return { section: "other", idIsDerived: false, provenance, ...extras } as const;
}
