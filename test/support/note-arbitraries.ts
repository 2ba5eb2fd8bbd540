import fc from "fast-check";
import { type ClozeText, canonical, plainText } from "../../src/notes/cloze-text.ts";
import { type Note, type Provenance, sections } from "../../src/notes/note.ts";
import { noteIdAlphabet } from "../../src/notes/note-id.ts";

/** Pieces of text that a deck file could take for something else. */
const fragments = [
  "memory",
  "Ångström",
  "日本語",
  "x",
  " ",
  "  ",
  "\n",
  "\n\n",
  "\t",
  "C:",
  "C: ",
  "Q:",
  "A: ",
  "S:",
  "At: ",
  ">",
  "> ",
  "<!-- a -->",
  "<!--",
  "-->",
  "# ",
  "## x",
  "####### x",
  "---",
  "--- ",
  "----",
  "```",
  "```js",
  "~~~",
  "    ",
  "\\",
  "\\\\",
  "\\C:",
  "\\---",
  "{{c1::",
  "{{c12::x}}",
  "}}",
  "}",
  "{",
  ":",
  "::",
  ":::",
  "{{who::x}}",
  "— ",
  "— Name",
  "\\— x",
  "9:00",
  "[a](b)",
  "**b**",
  "$x$",
  "`",
  "\u00a0x",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "%",
  "…",
];

const fragment = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fragments) }, fc.string({ unit: "grapheme", maxLength: 4 }));

const rawText = fc.array(fragment, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("").replace(/\r\n?/g, "\n"));

/** A field: trimmed and not empty. */
export const fieldText = rawText.map((text) => text.trim()).filter((text) => text !== "");

const oneLine = fieldText.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");

const word = fc.string({ unit: fc.constantFrom(..."abcXYZ019-_.%/::é"), minLength: 1, maxLength: 8 });

const deletion = fc.record(
  { ordinal: fc.integer({ min: 1, max: 499 }), text: rawText.filter((text) => text.trim() !== ""), hint: rawText },
  { requiredKeys: ["ordinal", "text"] },
);

function trimmed(parts: ClozeText): ClozeText {
  const edge = (part: ClozeText[number] | undefined, cut: (text: string) => string) =>
    part === undefined ? [] : [typeof part === "string" ? cut(part) : part];
  if (parts.length === 1) return canonical(edge(parts[0], (text) => text.trim()));
  return canonical([
    ...edge(parts[0], (text) => text.trimStart()),
    ...parts.slice(1, -1),
    ...edge(parts.at(-1), (text) => text.trimEnd()),
  ]);
}

const clozeParts = fc.array(fc.oneof(rawText, deletion), { maxLength: 5 });

export const clozeText: fc.Arbitrary<ClozeText> = fc
  .tuple(clozeParts, deletion, clozeParts)
  .map(([before, middle, after]) => trimmed(canonical([...before, middle, ...after])));

const quoteText = fc
  .oneof(
    clozeText,
    fieldText.map((text): ClozeText => [text]),
  )
  .filter((text) => plainText(text).trim() !== "");

export const provenance: fc.Arbitrary<Provenance> = fc.record(
  {
    candidateKind: word,
    line: word,
    nextOrdinal: fc.integer({ min: 1, max: 500 }),
    orphan: fc.constant(true),
    was: word,
    guid: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    noteType: fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
    tags: fc.array(word, { minLength: 1, maxLength: 3 }),
    otherWords: fc.array(fc.constantFrom("later", "x=1", "facts", "next=zero", "kind", "="), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const noteBase = {
  id: fc.string({ unit: fc.constantFrom(...noteIdAlphabet), minLength: 12, maxLength: 12 }),
  idIsDerived: fc.constant(false),
  section: fc.constantFrom(...sections),
  provenance,
};
const tail = { source: fieldText, at: fieldText };

export const note: fc.Arbitrary<Note> = fc.oneof(
  fc.record(
    { ...noteBase, kind: fc.constant("cloze" as const), text: clozeText, ...tail },
    { requiredKeys: ["id", "idIsDerived", "section", "provenance", "kind", "text"] },
  ),
  fc.record(
    { ...noteBase, kind: fc.constant("question" as const), question: fieldText, answer: fieldText, both: fc.boolean(), ...tail },
    { requiredKeys: ["id", "idIsDerived", "section", "provenance", "kind", "question", "answer", "both"] },
  ),
  fc
    .record(
      { ...noteBase, kind: fc.constant("quote" as const), text: quoteText, speaker: oneLine, asksWho: fc.boolean(), ...tail },
      { requiredKeys: ["id", "idIsDerived", "section", "provenance", "kind", "text", "asksWho"] },
    )
    .map((quote) => (quote.speaker === undefined ? { ...quote, asksWho: false } : quote))
    .filter((quote) => quote.asksWho || quote.text.some((part) => typeof part !== "string")),
) as fc.Arbitrary<Note>;
