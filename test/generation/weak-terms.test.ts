import { describe, expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import type { Section } from "../../src/notes/note.ts";
import { candidatesIn } from "../support/candidates-in.ts";
import { cardRows } from "../support/card-rows.ts";

/** Enough other lines to tell that the words of one are its own. */
const others = "Ants march. Bees hum. Cats nap. Dogs bark. Eels swim. Foxes dig. Goats climb.".split(/(?<=\.) /);

/** The terms that the cards of one sentence ask for. */
function asked(text: string, section: Section, modelStyle: boolean): readonly string[] {
  const items = [text, ...others].map(
    (line, index) => ({ section: index === 0 ? section : "ideas", text: line, line: index + 1 }) as const,
  );
  const rows = cardRows(generate({ authors: [], items, emptySections: [] }, { modelStyle }));
  return rows.filter(({ kind, line }) => kind === "term" && line === 1).flatMap(({ answers }) => answers);
}

/** Each row: whether a machine wrote the note, a sentence, and a phrase of it that is not asked for. */
const rows: readonly (readonly [modelStyle: boolean, section: Section, sentence: string, phrase: string])[] = [
  [true, "ideas", "Orchards survive on an unusual deal between the beekeeper and the miller.", "unusual deal"],
  [true, "ideas", "Cathedrals rest on a deep obligation that most masons only notice when it suddenly ends.", "deep obligation"],
  [
    true,
    "ideas",
    "Early starts leave too little light once washing, mending, and family duties have been subtracted.",
    "family duties",
  ],
  [
    true,
    "ideas",
    "Hymns survive by being simplified, but simplification may remove what made them worth a choir.",
    "simplification",
  ],
  [true, "quotes", "When two of your maps disagree, that is not a disaster, that is a walking holiday.", "walking holiday"],
  [false, "facts", "The bell founder is the cool head: fine for casting.", "cool head"],
  [
    false,
    "facts",
    "Foundries of Aachen cast bells in loam over brick. Works only with a hand-cranked bellows.",
    "hand-cranked bellows",
  ],
  [false, "ideas", "Foundries of Aachen cast bells in loam. All of it began with the ash kiln of a tanner's widow.", "ash kiln"],
];

describe("phrases that nobody recalls word for word are not asked for:", () => {
  test.each(rows)("%s %s: %s", (modelStyle, section, sentence, phrase) => {
    expect(asked(sentence, section, modelStyle)).not.toContain(phrase);
  });
});

test("a technical term is asked for", () => {
  const sentence = "Drone bees of the heath develop from unfertilized ova in the comb.";
  expect(asked(sentence, "facts", false)).toContain("unfertilized ova");
});

test("of a contrast the praise stays in sight", () => {
  const answers = (text: string) =>
    candidatesIn(text).flatMap(({ kind, spans }) =>
      kind === "contrast" ? spans.map(({ start, end }) => text.slice(start, end)) : [],
    );
  expect(answers("Pruning is not a sign of thrift but a legitimate harvest tool of the orchard.")).toEqual(["harvest tool"]);
  expect(answers("The lectures were written down by his student Lauber, not by Kant himself.")).toEqual(["Lauber"]);
  expect(answers("The doctors blamed bad air rather than rats.")).toEqual(["bad air"]);
});

test("the last item of an open list is not asked for, that of a counted one is", () => {
  const terms = (text: string) =>
    candidatesIn(text).flatMap(({ kind, spans }) =>
      kind === "term" ? spans.map(({ start, end }) => text.slice(start, end)) : [],
    );
  expect(terms("The barge carried cargo piece by piece: casks, planks, bricks, tiles, loose hay.")).not.toContain("loose hay");
  expect(terms("Rhetoric has five parts: finding, order, style, memory, public delivery.")).toContain("public delivery");
});

test("a quote's end is not asked for where it is the opposite of what stays in sight", () => {
  const ends = (text: string) =>
    cardRows(generate({ authors: [], items: [{ section: "quotes", text, line: 1 }], emptySections: [] }));
  expect(ends("We drown more often in theory than in practice.").map(({ answers }) => answers[0])).not.toContain("in practice");
});

describe("no phrase is asked for where the words beside it leave others open or tell it:", () => {
  test.each([
    ["The customs were meant, the harvest processions etc. of the abbey.", "harvest processions"],
    ["Nobody at the mill told the planned harvest of the abbey from the unplanned gleaning.", "planned harvest"],
    ["The foam of closed cells becomes a sponge of open ones.", "closed cells"],
    ["The abbey prospered in shearing sheep for the looms of Ghent.", "shearing sheep"],
    ["Usually more information helps the court.", "Usually more information"],
    ["The tale of minster windows flowing is wrong by far.", "minster windows flowing"],
    ["Hauliers drove the trailers onto barges, to dodge inland traffic jams.", "inland traffic"],
    ["Second-price sealed bid with private values: bidding your worth is the dominant strategy.", "Second-price"],
    ["XTC gives about 1.5 V and more charge per kg, but releases nitrogen at a high temperature.", "releases nitrogen"],
    ["Leave the nets alone, put gates between, wrap parcels, the porters do the rest.", "wrap parcels"],
    ["The swallow in the heaven knoweth her appointed times.", "heaven knoweth"],
    ["De umbris idearum was printed in the shop of a heretic.", "umbris idearum"],
  ])("%s", (sentence, phrase) => {
    const found = candidatesIn(sentence).filter(({ kind }) => kind === "term");
    expect(found.flatMap(({ spans }) => spans.map(({ start, end }) => sentence.slice(start, end)))).not.toContain(phrase);
  });
});

describe("a term that the line explains is told from a heading:", () => {
  test.each([
    ["Sumach = the dried leaves of a shrub, ground for tanning.", "Sumach", true],
    ["Leather comes about through tannage: the raw hides lie in pits of bark for a year.", "tannage", true],
    ["The lessons as tannage: the raw hides lie in pits of bark for a year.", "tannage", false],
    ["Tannage = bark bath, done in pits, for a year.", "bark bath", true],
    ["Tannage = bark bath keeps the raw hides in pits for a year.", "bark bath", false],
    ["Sheep: the raw hides lie in pits of bark for a year.", "Sheep", undefined],
  ])("%s", (sentence, phrase, isExplained) => {
    const terms = candidatesIn(sentence).filter(({ kind }) => kind === "term");
    const found = terms.find(({ spans }) => sentence.slice(spans[0]?.start, spans[0]?.end) === phrase);
    expect(found?.marks.includes("explained")).toBe(isExplained);
  });
});

test("a later sentence that must stand by itself gives fewer names", () => {
  const first = "Pressed cakes came out of the mills by the river when the century was half gone and bread was dear.";
  const score = (text: string) =>
    generate(
      { authors: [], items: [{ section: "ideas", text, line: 1 }], emptySections: [] },
      { explain: true },
    ).lines[0]?.candidates.find(({ kind, answer }) => kind === "name" && answer === "Ghent")?.score ?? 0;
  const second = "The brewers of Harlow brought the trade to Ghent and sold it to the bakers there.";
  expect(score(`${first} ${second}`)).toBeLessThan(score(`${second} ${first}`));
});

test("a word of a sentence that is not shown tells nothing of the answer", () => {
  const rest = "Hale told the weavers of Ghent that by alum he had meant a thing that nobody at the vats could ever name.";
  const score = (text: string) =>
    generate(
      {
        authors: [],
        items: [text, ...others].map((line, index) => ({ section: "ideas", text: line, line: index + 1 }) as const),
        emptySections: [],
      },
      { explain: true },
    ).lines[0]?.candidates.find(({ answer }) => answer === "potash alum")?.score;
  const first = "The dyers along the river prepared every bolt of the cloth with potash alum from Tolfa.";
  expect(score(`${first} ${rest}`)).toBe(score(`${first} ${rest.replace("alum", "salt")}`));
});

test("which of several it is stays in sight", () => {
  const terms = (text: string) =>
    candidatesIn(text).flatMap(({ kind, spans }) =>
      kind === "term" ? spans.map(({ start, end }) => text.slice(start, end)) : [],
    );
  expect(terms("The recovery of a page replays the log from the last checkpoint.")).toContain("checkpoint");
  expect(terms("By then the whole kinematic theory was in print.")).toContain("kinematic theory");
});

test("what stands after “as in” is an example", () => {
  const text = "Smiths harden bronze by a second metal, by tin as in gunmetal.";
  const terms = candidatesIn(text).filter(({ kind }) => kind === "term");
  expect(terms.find(({ spans }) => text.slice(spans[0]?.start).startsWith("gunmetal"))?.marks).toContain("example");
});

test("one word that everybody knows is not asked for, a compound of two is", () => {
  expect(asked("The elders of the heath recommend a paper to the miller.", "facts", false)).not.toContain("paper");
  expect(asked("The elders of the heath recommend a half-year to the miller.", "facts", false)).toContain("half-year");
});

describe("no term ends in a verb that was read as a noun:", () => {
  test.each([
    ["The telegraph moved where everything in the county gets sold.", "county gets"],
    ["Fire = wood-eating ants march up faster than the beams cool.", "wood-eating ants march"],
    ["Nobody puts a note on the gate saying do not knock at noon.", "gate saying"],
    ["Gas escapes easily from thin magma, so some eruptions are gentle.", "Gas escapes"],
    ["The age at which the orchard gets going varies from farm to farm.", "orchard gets"],
    ["The draft looks plain right until the first winter.", "plain right"],
    ["The gate keeper says pull the outer ones in.", "outer ones in"],
  ])("%s", (sentence, phrase) => {
    const found = candidatesIn(sentence).filter(({ kind }) => kind === "term");
    expect(found.flatMap(({ spans }) => spans.map(({ start, end }) => sentence.slice(start, end)))).not.toContain(phrase);
  });
});

test("a month in a machine's note stays in sight, a person's is asked with its year", () => {
  const text = "The council of Bergen moved the herring market across the fjord in March 1871 for good.";
  const items = [text, ...others].map((line, index) => ({ section: "facts", text: line, line: index + 1 }) as const);
  const dates = (modelStyle: boolean) =>
    cardRows(generate({ authors: [], items, emptySections: [] }, { modelStyle, kinds: new Set(["date"]) })).map(
      ({ front, answers }) => [front.slice(-32), ...answers],
    );
  expect(dates(true)).toEqual([["in March [which year?] for good.", "1871"]]);
  expect(dates(false)).toEqual([["cross the fjord in [when?] for good.".slice(-32), "March 1871"]]);
});

test("the last of several words before a quote's end is not asked with what follows", () => {
  const quoted = (text: string) => candidatesIn(text, "quotes").filter(({ kind }) => kind === "completion");
  expect(quoted("A harbour is made of idle, hopeful, and patient people who wait.").map(({ spans }) => spans.length)).toEqual([]);
});

test("several sentences that nobody said are no quote whose end is worth asking for", () => {
  const text =
    "Nine mills of oak, all burnt, and the tenth of stone. Then came the flood. A comedy, but the miller knew the kind.";
  const ends = (speaker?: string) =>
    cardRows(
      generate({ authors: [], items: [{ section: "quotes", text, line: 1, ...(speaker && { speaker }) }], emptySections: [] }),
    ).filter(({ kind }) => kind === "completion");
  expect(ends("Hale")).toHaveLength(1);
  expect(ends()).toHaveLength(0);
});

test("a picture alone is no side of a contrast worth asking for", () => {
  const contrast = (side: string) => `Kilns are not the ornament but the ${side} on which that valley was built.`;
  const sides = (side: string) =>
    cardRows(
      generate(
        {
          authors: [],
          items: [contrast(side), ...others].map((text, index) => ({ section: "ideas", text, line: index + 1 }) as const),
          emptySections: [],
        },
        { modelStyle: true },
      ),
    ).filter(({ kind }) => kind === "contrast");
  expect(sides("foundation")).toHaveLength(0);
  expect(sides("guild charter")).toHaveLength(1);
});
