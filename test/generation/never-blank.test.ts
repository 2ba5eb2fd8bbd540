import { describe, expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import type { Section } from "../../src/notes/note.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { stemOf, wordsOf } from "../../src/text/words.ts";
import { type CardRow, cardRows } from "../support/card-rows.ts";
import { otherLines } from "../support/other-lines.ts";

/** Sentences that tempt, each with the answers that no card may ask for. */
const rows: readonly (readonly [rule: string, sentence: string, never: readonly (string | RegExp)[]])[] = [
  [
    "a pronoun, a determiner, an auxiliary or a preposition",
    "It was the monks who had copied them, and each of these books went with its owner through the war.",
    [/^(?:it|was|the|who|had|them|each|of|these|with|its|through)$/i],
  ],
  ["what stands elsewhere in the front", "The wall that divided Berlin was torn down by the people of Berlin.", ["Berlin"]],
  [
    "a derivation of a visible word",
    "Blind people taught the doctors that blindness sharpens the sense of touch.",
    ["blindness", "Blind people", "Blind"],
  ],
  ["a part of a name", "The Calvin cycle was found with carbon from a reactor at Berkeley.", ["Calvin", "cycle"]],
  ["a part of a noun phrase", "Night shifts raise the sleep pressure of nurses before noon.", ["pressure", "sleep"]],
  [
    "one of two phrases of one shape",
    "Okafor, of Frisian mother and Turkic father, painted the dome of Ghent in 1755.",
    ["Frisian mother", "Turkic father"],
  ],
  [
    "the first word of a quotation within a line",
    'Okafor wrote to Lindqvist in 1806: "Future sailors will know the channel by its bell".',
    ["Future sailors", "Future"],
  ],
  ["a place where anybody could be", "In law you can't sue a man in Lisbon while letters take weeks.", ["Lisbon"]],
  [
    "a figure that is only said in brackets",
    "Okafor spoke more often than anyone else that summer (173 times by the usual count).",
    ["173", "173 times"],
  ],
  [
    "years after something, with both years in the note",
    "The second bridge stood by 1846, thirteen years after the first of 1833.",
    ["thirteen years"],
  ],
  ["one of some examples", "The moss was parted in Ghent (e.g. Bryum, Lindqvistia) by Okafor.", ["Bryum", "Lindqvistia"]],
  ["half of a coordination", "The treaty freed the trade in goods and services between them.", ["goods", "services"]],
  [
    "half of two people",
    "The radiation was found by Arno Penzias and Robert Wilson in New Jersey.",
    ["Arno Penzias", "Robert Wilson"],
  ],
  [
    "a generic head",
    "Recent research and several other defenses help researchers with many purposes in the field.",
    ["Recent research", "research", "researchers", "other defenses", "defenses", "many purposes", "purposes"],
  ],
  ["a trivial acronym", "Small teams train AI on a GPU that was built for games and DNA models.", ["AI", "GPU", "DNA"]],
  ["the count before a visible list", "Jupiter has four large moons: Io, Europa, Ganymede, and Callisto.", ["four"]],
  ["the count before a list without a colon", "Earth has three layers, the crust, the mantle, and the core.", ["three", "Three"]],
  ["an acronym beside its expansion", "The Network Time Protocol (NTP) sets the clocks of servers.", ["NTP"]],
  ["a number in a name", "The probe flew on an Ariane 5 rocket and ran GPT-3 in orbit.", ["5", "3", "GPT"]],
  ["a year that modifies a noun", "The 2008 crisis closed banks in Iceland and Ireland.", ["2008"]],
  ["the pronoun one", "Of the older methods one survived the reform of the courts.", ["one"]],
  ["two after the", "The two brothers built their first glider in a shop for bicycles.", ["two"]],
  [
    "the other side of a contrast",
    "The crisis was a run on the shadow banking system, not on ordinary savings banks.",
    ["ordinary savings banks", "savings banks"],
  ],
  ["what a comparison denies", "Fever is more like a defence of the body than an illness.", ["illness"]],
  ["the end of a range of years", "The walls of Pavia were rebuilt by 1466–67, soon after the great flood.", ["67"]],
  ["whose study it was", "Reefs of Eilat tolerate great heat for weeks, as was found by Fine et al. 2013.", ["Fine et", "Fine"]],
  ["the pages of a citation", "The neighbour principle was stated in the House of Lords by Lord Atkin (p. 580).", ["580"]],
];

describe("no card asks for", () => {
  test.each(rows)("%s: “%s”", (_, sentence, never) => {
    const asked = cardsOf([sentence]).flatMap(({ answers }) => answers);
    for (const answer of asked)
      for (const wrong of never) expect(answer).not.toMatch(typeof wrong === "string" ? exactly(wrong) : wrong);
  });

  test("the topic of the note", () => {
    const lines = [
      "Sourdough rises slowly because wild yeast is scarce in flour.",
      "Sourdough keeps for a week thanks to its lactic acid.",
      "A warm kitchen makes sourdough ready before noon.",
      "Rye makes sourdough dense and moist.",
      "Bakers in San Francisco have kept one sourdough alive since 1849.",
      "Salt slows sourdough down and tightens its gluten.",
    ];
    const asked = cardsOf(lines, { title: "Sourdough" }).flatMap(({ answers }) => answers);
    expect(asked.length).toBeGreaterThan(2);
    for (const answer of asked) expect(answer).not.toMatch(/^(?:a |the )?sourdough$/i);
  });

  test("over 60 % of a sentence, nor over 12 words of it", () => {
    const long =
      "Wells fail because the water below them is pumped out by farms faster than the thin rains of the short winters can ever fill it up again.";
    for (const { kind, answers, shown, front } of cardsOf([long, "Old wells fail because farms pump water."])) {
      if (!front.includes("[") || kind === "reason") continue;
      for (const answer of answers) expect(answer.split(/\s+/).length).toBeLessThanOrEqual(12);
      const hidden = wordsOf(answers.join(" ")).length;
      expect(hidden / (hidden + wordsOf(shown).length)).toBeLessThanOrEqual(0.6);
    }
  });

  test("an example while something better is there", () => {
    const line = "The shields of Hawaii, such as Mauna Loa, are built from runny basalt by the Pacific plate.";
    const best = cardsOf([line]).toSorted((a, b) => b.score - a.score)[0];
    expect(best?.answers).not.toEqual(["Mauna Loa"]);
  });
});

describe("the wording of a front", () => {
  test("hides whether the answer begins with a vowel", () => {
    const cards = cardsOf([
      "Willpower behaves less like a muscle than like an emotion that rises and falls.",
      "Fever is a defence rather than an illness of the weak.",
    ]);
    expect(cards.map(({ front }) => front)).toContain(
      "Willpower behaves less like a muscle than like a(n) […] that rises and falls.",
    );
    for (const { front } of cards) expect(front).not.toMatch(/\ban? \[/);
  });

  test("hints at the type of the answer, never at its words", () => {
    const cards = cardsOf([
      "Ada Lovelace wrote the first program in 1843 for a machine of brass.",
      "A night of four hours of sleep reduces the cells by about 70 percent.",
      "The heart beats 100,000 times a day, which costs it a tenth of our energy.",
      "Some fell ill because the water of the well was bad, others because they drank none at all.",
    ]);
    const hints = cards.flatMap(({ front }) => [...front.matchAll(/\[([^\]…]+)\]/g)].map(([, hint]) => hint));
    expect(hints.length).toBeGreaterThan(2);
    for (const hint of hints) expect(hint).toMatch(/^(?:who|why|how|when|where|which|what)\b.*\?$/);
    for (const { front, answers } of cards) {
      const hint = wordsOf(/\[([^\]]+)\]/.exec(front)?.[1] ?? "").map(stemOf);
      for (const word of wordsOf(answers.join(" "))) expect(hint).not.toContain(stemOf(word));
    }
  });

  test("never begins with a word that points out of it", () => {
    const cards = cardsOf([
      "They crossed the Alps with elephants in 218 BC and lost half of them.",
      "This problem was solved by Abraham Wald in 1943 at Columbia University.",
      "Rome paid its soldiers in salt for decades, but they left the army in 107 BC for land in Gaul.",
    ]);
    for (const { front } of cards) expect(front).not.toMatch(/^(?:it|they|this|these|those)\b/i);
  });
});

function cardsOf(lines: readonly string[], more: { readonly title?: string } = {}): readonly CardRow[] {
  const items = lines.map((text, index): SourceItem => ({ section, text, line: index + 1 }));
  const filler = otherLines.slice(0, 4).map((text, index): SourceItem => ({ section, text, line: 100 + index }));
  const rows = cardRows(generate({ authors: [], items: [...items, ...filler], emptySections: [], ...more }));
  return rows.filter(({ line }) => line < 100);
}

const section: Section = "facts";

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "i");
}
