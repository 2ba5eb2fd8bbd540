import { expect, test } from "vitest";
import { capitalisedWords } from "../../src/generation/analysis.ts";
import { tokensOf } from "../../src/generation/language/repair.ts";
import { type RepairRule, repairRules } from "../../src/generation/language/repair-rules.ts";
import { englishTagger } from "../../src/generation/language/tagger.ts";
import { isFiniteVerb } from "../../src/generation/language/verbs.ts";
import type { Section } from "../../src/notes/note.ts";

interface Row {
  /** The rules without which the tags would be others. */
  readonly rules: readonly string[];
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly section?: Section;
}

/** Each row: a line, and the words in it whose tags the rules must get right. */
const rows: readonly Row[] = [
  { rules: ["2"], text: "Researchers measured a 24-hour clock.", tags: { Researchers: "NOUN", "24-hour": "ADJ" } },
  { rules: ["2"], text: "The window holds 128K tokens at 400 °C.", tags: { "128K": "NUM", "°C": "NOUN" } },
  { rules: ["2"], text: "Caesar crossed the river on 10 January 49 BC.", tags: { "49 BC": "NUM" } },
  { rules: ["2"], text: "A mole is 10^23 particles and/or more.", tags: { "10^23": "NUM" } },
  { rules: ["2"], text: "Milutin Milanković studied the orbit.", tags: { Milanković: "PROPN" } },
  { rules: [], text: "Metrodorus of Skyros used the old maps.", tags: { Metrodorus: "PROPN" } },
  { rules: [], text: "Backwater carp live in ponds.", tags: { Backwater: "NOUN" } },
  { rules: ["7a"], text: "Victor von Halm decoded the dance.", tags: { Victor: "PROPN" } },
  { rules: ["3"], text: "The body's clock is set by light.", tags: { "'s": "POSS" } },
  { rules: ["4"], text: "The Aqua Virgo still feeds the Trevi Fountain today.", tags: { Fountain: "PROPN", today: "ADV" } },
  {
    rules: [],
    text: "Weber came from chemistry and hoped biology would yield a law.",
    tags: { hoped: "VERB" },
  },
  { rules: ["4b"], text: "Cato says the Goths and Celts skimmed cream off their milk.", tags: { skimmed: "VERB" } },
  { rules: ["5"], text: "It causes accidental floods in towns.", tags: { accidental: "ADJ", floods: "NOUN" } },
  { rules: ["6a"], text: "It prevents accidental harms to users.", tags: { harms: "NOUN" } },
  { rules: [], text: "An endothermic one absorbs it.", tags: { absorbs: "VERB" } },
  { rules: ["6b"], text: "It fails when the coordinator crashes after the prepare phase.", tags: { prepare: "NOUN" } },
  { rules: ["7a"], text: "Edward Jenner tested the vaccine.", tags: { Edward: "PROPN", Jenner: "PROPN", tested: "VERB" } },
  { rules: ["7b"], text: "The Louvre shows the Hot Five recordings.", tags: { Five: "PROPN" } },
  { rules: [], text: "He met English-speaking sailors near the port.", tags: { "English-speaking": "ADJ" } },
  { rules: ["8a", "8b"], text: "The Hubble constant disagrees with the count.", tags: { constant: "NOUN", disagrees: "VERB" } },
  { rules: [], text: "A team can overcome MoE challenges by using less memory.", tags: { challenges: "NOUN" } },
  { rules: [], text: "C4 plants like maize concentrate carbon.", tags: { plants: "NOUN", concentrate: "VERB" } },
  { rules: ["9"], text: "Shared memory needs indexed columns.", tags: { Shared: "ADJ", indexed: "ADJ" } },
  { rules: ["10a"], text: "It fails after the user tricks it into sleep.", tags: { tricks: "VERB" } },
  { rules: [], text: "The pattern repeats itself three times in ten lines.", tags: { repeats: "VERB" } },
  { rules: ["10c"], text: "Marsh gave her more credit: her notebooks show her two weeks ahead.", tags: { show: "VERB" } },
  { rules: ["10d"], text: "In the ledgers one can see tenant rents fall after the plague.", tags: { fall: "VERB" } },
  {
    rules: ["10b"],
    text: "Most funds trail the market, and four percent of stocks account for all gains.",
    tags: { trail: "VERB", account: "VERB" },
  },
  { rules: [], text: "The sun is no star of our Sun.", tags: { Sun: "PROPN" } },
  { rules: ["11"], text: "They ask whether the common good can suffer.", tags: { good: "NOUN" } },
  { rules: ["13"], text: "Book flights early to save money.", tags: { Book: "VERB" }, section: "habits" },
  { rules: ["14"], text: "Combines web data with older texts.", tags: { Combines: "VERB", web: "NOUN" } },
  { rules: ["15"], text: "Pumps maintain a gradient that drives ATP synthase.", tags: { drives: "VERB" } },
  { rules: ["15b"], text: "It is the kind of plot that reviewers love.", tags: { love: "VERB" } },
  { rules: ["15c"], text: "It was a relay in Oslo which corrupted packets on the way.", tags: { corrupted: "VERB" } },
  { rules: ["16"], text: "Low voltage prompts facilitate recall.", tags: { prompts: "NOUN", facilitate: "VERB" } },
  { rules: ["17"], text: "After the autumn switch to winter time, accidents rise by a tenth.", tags: { switch: "NOUN" } },
  { rules: [], text: "Under a gold standard the money supply follows gold, not trade.", tags: { follows: "VERB" } },
  { rules: ["18a"], text: "The scan consults the visibility map to avoid the table.", tags: { map: "NOUN" } },
  { rules: [], text: "Wind makes the deck oscillate.", tags: { oscillate: "VERB" } },
  { rules: ["18b"], text: "A music historian traces jazz from brass bands to modal jazz.", tags: { traces: "VERB" } },
  { rules: ["18c"], text: "A beam supported at one end bends the wall.", tags: { bends: "VERB" } },
  { rules: ["19"], text: "After a crash, recovery replays the log.", tags: { recovery: "NOUN", replays: "VERB" } },
  { rules: ["19"], text: "Jean de Malte shot Morel outside Lyon in 1544.", tags: { shot: "VERB" } },
  { rules: ["19"], text: "HTM links memory to Braun: a strong theory must be a simple theory.", tags: { links: "VERB" } },
  { rules: ["19"], text: "Kant read Hume and saw that habit drives belief.", tags: { drives: "VERB" } },
  { rules: ["8a"], text: "Gliadin curls up tightly, lets things slide, and makes clots firm.", tags: { curls: "VERB" } },
  { rules: ["8a"], text: "It is cheap there, since Paris sets the price and freight is added.", tags: { sets: "VERB" } },
  { rules: ["19"], text: "In November 1923, one US dollar cost 4.2 trillion marks.", tags: { cost: "VERB" } },
  {
    rules: ["19"],
    text: "Users trust answers when every sentence links to a page that supports it.",
    tags: { trust: "VERB", links: "VERB" },
  },
  {
    rules: ["19"],
    text: "Augmented generation grounds language models in documents.",
    tags: { grounds: "VERB", models: "NOUN" },
  },
  { rules: ["19"], text: "Debt grows, which is why debtors fear falling prices.", tags: { fear: "VERB" } },
];

function tagsIn({ text, tags, section = "facts" }: Row, rules?: readonly RepairRule[]) {
  const lexicon = { tagger: englishTagger(), capitalised: capitalisedWords([{ section, text, line: 1 }]) };
  const tokens = tokensOf(text, section, lexicon, rules);
  return Object.fromEntries(tokens.filter((token) => token.text in tags).map((token) => [token.text, token.tag]));
}

test.each(rows)("in “$text” the words are tagged as a reader would", (row) => {
  expect(tagsIn(row)).toEqual(row.tags);
});

test.each(rows.flatMap((row) => row.rules.map((number) => ({ ...row, number }))))("“$text” needs rule $number", (row) => {
  const others = repairRules.filter(({ number }) => number !== row.number);
  expect(others).toHaveLength(repairRules.length - 1);
  expect(tagsIn(row, others)).not.toEqual(row.tags);
});

test("every rule has a line that needs it, says what it does, and stands in the order of its number", () => {
  const needed = new Set(rows.flatMap(({ rules }) => rules));
  expect(repairRules.map(({ number }) => number).filter((number) => !needed.has(number))).toEqual([]);
  const order = repairRules.map(({ number }) => Number.parseInt(number, 10));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  for (const { says } of repairRules) expect(says.length).toBeGreaterThan(20);
});

test("rule 1: a first word is read without its capital, unless the note knows it as a name", () => {
  const first = (text: string, elsewhere: string) => {
    const capitalised = capitalisedWords([{ section: "facts", text: elsewhere, line: 1 }]);
    return tokensOf(text, "facts", { tagger: englishTagger(), capitalised })[0]?.tag;
  };
  expect(first("Backpressure slows a sender.", "It rained.")).toBe("NOUN");
  expect(first("Backpressure slows a sender.", "They sold Backpressure to IBM.")).toBe("PROPN");
});

test("rule 12: a participle that shortens a relative clause carries no clause", () => {
  const finite = (text: string) => {
    const tokens = tokensOf(text, "facts", { tagger: englishTagger(), capitalised: new Set() });
    return tokens.filter((_, index) => isFiniteVerb(tokens, index)).map((token) => token.text);
  };
  expect(finite("Alloys made of copper and tin resist the sea.")).toEqual(["resist"]);
  expect(finite("The smith made of copper a bowl.")).toEqual(["made"]);
});

test("tokens stand where the line has them, whatever its letters", () => {
  for (const text of [
    "İstanbul’da 3.5 km—“ok” (e\u0301té) state-of-the-art 20,000",
    "ﬃ 𝕊um isn’t it’s GPT-3/4",
    "It took 4K. At 5 °C.",
  ]) {
    const tokens = tokensOf(text, "facts", { tagger: englishTagger(), capitalised: new Set() });
    for (const { text: word, start, end } of tokens) expect(text.slice(start, end)).toBe(word);
    expect(tokens.map(({ start }) => start)).toEqual(tokens.map(({ start }) => start).toSorted((a, b) => a - b));
  }
});
