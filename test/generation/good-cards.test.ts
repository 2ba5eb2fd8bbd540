import { describe, expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import type { Section } from "../../src/notes/note.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { cardRows } from "../support/card-rows.ts";
import { otherLines } from "../support/other-lines.ts";

/** Shapes of sentence that a good card is known for, with that card. */
const rows: readonly (readonly [section: Section, sentence: string, front: string, answer: string])[] = [
  [
    "facts",
    "The navy put out the new torpedo and then withdrew it within weeks because it tended to circle back.",
    "Why did the navy withdraw the new torpedo within weeks?",
    "Because it tended to circle back",
  ],
  [
    "ideas",
    "Helmets are good at preventing shallow wounds of careful cyclists, but not at preventing deep wounds.",
    "Helmets are good at preventing […] wounds of careful cyclists, but not at preventing […] wounds.",
    "shallow / deep",
  ],
  ["facts", "Magnetic resonance imaging (MRI) shows soft tissue.", "What does MRI stand for?", "Magnetic resonance imaging"],
  [
    "ideas",
    "Bridges are costly to build, and even well-built bridges can fail if the wind meets their own rhythm.",
    "Under what condition can even well-built bridges fail?",
    "If the wind meets their own rhythm",
  ],
  [
    "ideas",
    "Learning a language is more like gardening than like assembling furniture.",
    "Learning a language is more like […] than like assembling furniture.",
    "gardening",
  ],
  [
    "facts",
    "GPS was essential to the meteoric spread of ride hailing apps.",
    "GPS was essential to the […] of ride hailing apps.",
    "meteoric spread",
  ],
  ["facts", "The price of solar power is falling exponentially.", "The price of solar power is falling [how?].", "exponentially"],
  [
    "quotes",
    "The telegraph has largely solved the problem of letters bringing stale news to distant merchants.",
    "“The telegraph has largely solved the problem of letters bringing stale news to […].”",
    "distant merchants",
  ],
  [
    "facts",
    "Sediment builds up because rivers slow down where they meet the sea.",
    "Why does sediment build up?",
    "Because rivers slow down where they meet the sea",
  ],
  ["quotes", "The quieter the room, the louder the thoughts.", "“The quieter the room, […].”", "the louder the thoughts"],
  [
    "facts",
    "Aspirin has a half-life of about three to four hours.",
    "Aspirin has a half-life of about [how long?].",
    "three to four hours",
  ],
  [
    "facts",
    "Bats find insects by the echo of their own calls, which is called echolocation.",
    "Bats find insects by the echo of their own calls, which is called […].",
    "echolocation",
  ],
  [
    "ideas",
    "The exodus was caused less by poverty than by an eviction law that the landlords had written.",
    "The exodus was caused less by poverty than by a(n) […] that the landlords had written.",
    "eviction law",
  ],
  [
    "facts",
    "Henry III was murdered by a friar in the palace of Saint-Cloud on 1 August 1589.",
    "When was Henry III murdered by a friar in the palace of Saint-Cloud?",
    "1 August 1589",
  ],
  [
    "facts",
    "Henry VIII summoned the Reformation Parliament in November 1529 for the first time since 1523.",
    "Who summoned the Reformation Parliament in November 1529 for the first time since 1523?",
    "Henry VIII",
  ],
  [
    "facts",
    "The reform ended forced labour but did not end the poll tax in the provinces until 1887.",
    "The reform ended […] but did not end the poll tax in the provinces until 1887.",
    "forced labour",
  ],
  [
    "facts",
    "Soap lowers the surface tension of water without reacting with it.",
    "Soap lowers the […] of water without reacting with it.",
    "surface tension",
  ],
  [
    "facts",
    "Stone bridges are durable because each joint only carries compression.",
    "Why are stone bridges durable?",
    "Because each joint only carries compression",
  ],
  [
    "facts",
    "Arteries carry blood away from the heart, whereas veins bring it back from the body.",
    "[…] carry blood away from the heart, whereas […] bring it back from the body.",
    "Arteries / veins",
  ],
  [
    "facts",
    "The Roche limit is the distance within which a moon is torn apart by tides.",
    "What is the Roche limit?",
    "The distance within which a moon is torn apart by tides",
  ],
  [
    "ideas",
    "Yak shaving means doing a chain of small tasks that nobody asked for.",
    "What does yak shaving mean?",
    "Doing a chain of small tasks that nobody asked for",
  ],
  [
    "facts",
    "The Alps have four busy passes: Brenner, Gotthard, Simplon, and Reschen.",
    "The Alps have four busy passes: Brenner, […], Simplon, and Reschen.",
    "Gotthard",
  ],
  [
    "ideas",
    "Event sourcing stores state as changes rather than as rows.",
    "Event sourcing stores state as […] rather than as rows.",
    "changes",
  ],
  [
    "ideas",
    "The 1907 panic was a run on the trust companies, not on national banks.",
    "The 1907 panic was a run on the […], not on national banks.",
    "trust companies",
  ],
];

describe("a sentence of a known shape gives its good card", () => {
  test.each(rows)("%s: “%s”", (section, sentence, front, answer) => {
    const cards = cardRows(generate(sourceOf([{ section, text: sentence, line: 1 }, ...others])));
    const own = cards.filter(({ line }) => line === 1).map((card) => `${card.front} → ${card.answers.join(" / ")}`);
    expect(own).toContain(`${front} → ${answer}`);
  });

  test("quotes: who said it", () => {
    const quotes = [
      { section: "quotes", text: "Nobody reads a map except in the light of a journey.", line: 1, speaker: "Ada Bell" },
      { section: "quotes", text: "We see only what we look for.", line: 2, speaker: "John Ruskin" },
    ] as const;
    const who = cardRows(generate(sourceOf(quotes))).filter(({ kind }) => kind === "who");
    expect(who.map(({ front, answers }) => `${front} → ${answers}`)).toEqual([
      "Who said this? “Nobody reads a map except in the light of a journey.” → Ada Bell",
      "Who said this? “We see only what we look for.” → John Ruskin",
    ]);
  });
});

const others: readonly SourceItem[] = otherLines.map((text, index) => ({ section: "ideas", text, line: 10 + index }));

function sourceOf(items: readonly SourceItem[]) {
  return { authors: [], items, emptySections: [] };
}
