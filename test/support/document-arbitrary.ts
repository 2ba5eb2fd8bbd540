import fc from "fast-check";
import { allFixtureNotes, fixtureNote } from "./fixture-notes.ts";

/** Lines that only say that there is nothing. */
export const placeholders: readonly string[] = [
  "N/A",
  "N/A (no quotes were found)",
  "None",
  "None mentioned in the input",
  "None mentioned by the speaker.",
  "Not applicable",
  "—",
  "keine",
  "aucune",
  "ninguno",
  "なし",
  "TBD",
];

const words: readonly string[] = [
  ...new Set(allFixtureNotes.flatMap((name) => fixtureNote(name).items.slice(0, 12)).flatMap(({ text }) => text.split(/\s+/))),
];

/** Signs and words that rules cut at, count or compare, and bytes that nobody expects. */
const traps: readonly string[] = [
  ..."[ ] { } {{c1::x}} {{ }} :: \\ ` ** __ | < > <!-- --> ( ) “ ” \" ' ’ ‘ « » „ — – - … . , ; : ? ! / % $ € § # * + = & ~ ^ @".split(
    " ",
  ),
  ..."because although whereas while if when unless but and or not than that which who is are was has can must more less by".split(
    " ",
  ),
  ..."0 1 1885 2008-2010 3.14 1,500 12. -5 1/2 50% $5 I II XIV 21st 1990s 10^6 1e9 5:30 March May 4 January 1793 BC AD".split(
    " ",
  ),
  ..."A B AI (LLM) RLHF U.S. e.g. i.e. Dr. St. a.m. don't it's they're Smith's GPT-3 C++ .NET α–β x² ½ ① İstanbul ıI ß ǆ ﬁ".split(
    " ",
  ),
  ..."\u0000 \u0007 \u001b[31m \u009b \u202e \u2066 \u200b \u200d \ufeff \u00ad \ud800 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 日本語の文。 مرحبا שלום ไทย e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301".split(
    " ",
  ),
];

const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...traps) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

const sentence = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 40 }),
    fc.constantFrom(" ", " ", " ", "", "  "),
    fc.constantFrom(".", "", "!", "?", ";"),
  )
  .map(([parts, between, end]) => parts.join(between) + end);

/** A line of a fixture note with a few words exchanged: nearer to what rules were made for. */
const nearMiss = fc
  .tuple(
    fc.constantFrom(...allFixtureNotes.flatMap((name) => fixtureNote(name).items.map(({ text }) => text))),
    fc.array(fc.tuple(fc.nat(60), word), { maxLength: 4 }),
  )
  .map(([text, changes]) => {
    const parts = text.split(" ");
    for (const [at, other] of changes) parts[at % parts.length] = other;
    return parts.join(" ");
  });

const line = fc.oneof(
  { weight: 4, arbitrary: nearMiss },
  { weight: 4, arbitrary: sentence },
  { weight: 1, arbitrary: fc.constantFrom(...placeholders) },
  {
    weight: 1,
    arbitrary: fc.tuple(word, fc.integer({ min: 1, max: 400 })).map(([repeated, times]) => `${repeated} `.repeat(times)),
  },
);

const heading = fc.constantFrom(
  "# SUMMARY",
  "## IDEAS",
  "**QUOTES:**",
  "FACTS:",
  "### HABITS",
  "# RECOMMENDATIONS",
  "REFERENCES",
  "# Other",
  "",
  "```",
  "<pre>",
  "---",
  "| a | b |",
);

const section = fc
  .tuple(
    heading,
    fc.constantFrom("- ", "* ", "1. ", "• ", "", '- "', "  - "),
    fc.array(line, { maxLength: 8 }),
    fc.constantFrom("", '" - Ada Lovelace', '" — Speaker 1'),
  )
  .map(([name, bullet, lines, end]) => `${name}\n\n${lines.map((text) => `${bullet}${text}${end}\n`).join("")}\n`);

/** A document of sections, some of them nonsense, some of them nearly a study note. */
export const anyDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("", "", "---\nlanguage: en\n---\n", "---\nlanguage: tr\n---\n", "\ufeff", "---\ntitle: [\n---\n"),
    fc.array(section, { minLength: 1, maxLength: 6 }),
  )
  .map(([start, sections]) => start + sections.join(""));
