import { expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { cardRows } from "../support/card-rows.ts";
import { otherLines } from "../support/other-lines.ts";

/** Each row: a sentence, and answers that nobody is asked for, because what is shown leaves open what it is about. */
const rows: readonly (readonly [sentence: string, ...never: readonly string[]])[] = [
  ["Then in 1911 the mill dam at Austin broke and drowned the lower town.", "mill dam", "Austin"],
  ["In forty trials since, ropes of hemp outlast ropes of jute by nine months.", "nine months", "forty"],
  ["Ghent, the same year: Okafor had learned dyeing from Lindqvist, a weaver in her street.", "Lindqvist", "Okafor"],
  ["Heating over 60 °C in Ghent undoes it, for a while.", "60 °C", "Ghent"],
  ["Lindqvist was 66 when it came out in Ghent.", "66"],
  ["About 45,000 years ago, they crossed the strait and landed on Tasmania.", "45,000 years", "Tasmania"],
  ["The same study found six months later a rise of debts in Ghent.", "six months", "Ghent"],
  ["Six weeks later the duke's men burned a barn at Wassenaar on the Rhine.", "Six weeks", "Wassenaar"],
  ["Afterwards the crown had little to gain from a break with Rome and Avignon.", "Rome", "Avignon"],
  ["Similarly more tides can drown a spit of sand near Lindisfarne.", "Lindisfarne", "Similarly more tides"],
  ["Okafor asked her exactly that in Toronto in 1972.", "Toronto", "1972"],
  ["The few prices known from Lusitania do line up that way.", "Lusitania"],
  ["It's the peat bogs of Drenthe going back into ordered, layered bundles.", "peat bogs", "Drenthe", "peat bogs of Drenthe"],
  ["All were once called Carthusians and lived on the hill above Ghent.", "Carthusians", "Ghent"],
  ["Only 4 of 31 came back from the Greenland voyage.", "4 of 31", "Greenland voyage"],
  ["Perhaps 300 houses, two churches, a mill by the river.", "300"],
  ["The opera began as a mere copy of it by Okafor and Lindqvist in 1745.", "Okafor and Lindqvist"],
  ["Second and worse: the guild of Ghent lost its charter in March 1759.", "Ghent", "March 1759"],
  ["In 1734 verses praising Jesuits were carved into it; the letters were filled with lead in 1802.", "1734", "Jesuits"],
  ["12 ships in all, 3 of them unarmed, which is roughly half of the Fleet.", "12", "3", "Fleet"],
  ["The second prototype was not a heavy tank but an armoured tractor with wide tracks.", "armoured tractor"],
  ["That frigate was the Arethusa, bound for Lisbon with a load of cork.", "Lisbon", "cork"],
  ["Of that voyage's total cost the insurance alone took 11.5 per cent.", "11.5 per cent"],
  ["Bulk salt on a small sloop that year cost $5.83 a ton.", "$5.83"],
  ["Karl Benz, his partner, designed the brakes and the gearbox of the first car.", "Karl Benz"],
  ["I use Hicks's translation of Diogenes wherever he is quoted in these pages.", "Diogenes", "Hicks's translation"],
  ["We did Descartes, then Spinoza, then Leibniz in the autumn term.", "Spinoza", "Descartes"],
  ["Open question: if space is relative, where does absolute rotation come from?", "absolute rotation"],
  ["For the paper: use Farrell's Records with Yates next to Hamilton.", "Farrell's Records", "Yates", "Hamilton"],
  ["Reading: Hamilton's Letters (selections), Rakos on the tariff.", "Hamilton's Letters", "Rakos"],
  ["Ask Dr Kern about the Prague manuscript before the next session.", "Dr Kern", "Prague manuscript"],
  ["Still need to find the source for Braudel's claim on Genoa.", "Genoa", "Braudel"],
  ["Not sure whether Ranke saw the Venice papers himself.", "Ranke"],
  ["See Hobsbawm, Age of Capital, ch. 2 for the railway figures.", "Hobsbawm"],
  ["To check: Gibbon's figure of 120 million for the empire under Claudius.", "120 million", "Claudius"],
  ["Skip the chapter on Hegel, it is mostly paraphrase of Kojève.", "Kojève"],
  ["Borrowed from Anna, must return by 3 March.", "3 March"],
  ["Read over four weeks, library copy.", "four weeks"],
  ["Do the sum: 98 percent over 300 cycles leaves 40 percent of the charge.", "40 percent", "300", "98 percent"],
  [
    "Guess two-thirds of Keynes's average: the class mean was about 13, Okafor's guess 9.",
    "13",
    "Keynes",
    "Okafor",
    "class mean",
  ],
  ["Nothing enforces this in Ghent. The net of Lindqvist worked for 30 years on goodwill.", "30 years"],
  ["The proof of Riemann could be an exam question in Mainz.", "Riemann", "Mainz"],
  ["Newton answered the critics of his optics at length (Opticks, III.31) in 1717.", "31", "III"],
  ["Nelson's boldness cost him his right arm after four hours of fighting at Tenerife.", "Nelson's boldness"],
  ["Ptolemy rejects both arguments of Aristarchus in the Almagest.", "Ptolemy", "Aristarchus", "Almagest"],
  ["Even Galileo admits that the second is mostly a toy for sailors of Venice.", "Galileo", "Venice"],
  ["Ruth Harlow died in Lisbon on the 20th, five days later.", "Ruth Harlow", "Lisbon"],
  ["Roughly two thirds of these are in the walls, not in the roof of the nave.", "walls"],
  ["Lavoisier lost this one and never thought it a fair verdict of Paris.", "Lavoisier", "Paris"],
  ["Letters printed in 1921 showed he had not signed them himself in Geneva.", "1921", "Geneva"],
  ["Goethe sees a hidden grammar in it that goes with the forms of Italy.", "hidden grammar", "Goethe", "Italy"],
  ["The 1911 prize for all three went through Stockholm.", "Stockholm"],
  ["It is an upturned theatre: the visitor stands where the stage of Vicenza would be.", "upturned theatre", "Vicenza"],
  ["Pascal therefore moved the vacuum from Paris to the summit of a mountain.", "Paris", "Pascal"],
  ["Has to let Na+ through but stop copper from the walls of the Volta cell.", "copper", "Volta cell"],
  ["Wrote nothing; Hypatia took it down in Alexandria.", "Hypatia", "Alexandria"],
  ["Leibniz came prepared.", "Leibniz"],
];

test.each(rows)("not asked, because the line before named it: “%s”", (sentence, ...never) => {
  const answers = cardRows(generate(sourceOf(sentence))).flatMap((card) => card.answers);
  for (const answer of never) expect(answers).not.toContain(answer);
});

test("asked, because what “it” stands for is in sight", () => {
  const cards = cardRows(
    generate(sourceOf("The bell cracked in 1846 and nobody in Schwenksville has rung since it was hung from it.")),
  );
  expect(cards.flatMap(({ answers }) => answers)).toContain("Schwenksville");
});

test.each([
  ["The dam of 1889 at Austin was raised twice in all the years since, by Okafor.", "Okafor"],
  ["Of the whalers in the fleet only 4 of 31 came back to Nantucket.", "Nantucket"],
  ["Then, as a word, came to Essex from the Frisian coast in Alfred's century.", "Essex"],
  ["Ptolemy and Hipparchus both measured the length of the year on Astypalaia.", "Astypalaia"],
  ["The treaty of 4 May was signed in Lyon on the 20th.", "Lyon"],
  ["Of the three bridges in Pavia the second is the oldest in Lombardy.", "Lombardy"],
])("asked, because what it points to is in sight: “%s”", (sentence, answer) => {
  expect(cardRows(generate(sourceOf(sentence))).flatMap(({ answers }) => answers)).toContain(answer);
});

test("of a line without a verb one card is enough", () => {
  const cards = cardRows(
    generate(sourceOf("The Comet of 1680: a bright tail over Nuremberg in Franconia with a span of 70 degrees.")),
  );
  expect(cards.filter(({ line }) => line === 1)).toHaveLength(1);
});

function sourceOf(sentence: string) {
  const items: readonly SourceItem[] = [sentence, ...otherLines].map((text, index) => ({
    section: "facts",
    text,
    line: index + 1,
  }));
  return { authors: [], items, emptySections: [] };
}

test.each([
  ["Philips sold the first tubes in 1934, at only about 80 W/kg in the field.", "W/kg"],
  ["The largest barges now carry over 24,000 TEU with a crew of a dozen.", "TEU"],
  ["On charging Na+ goes from the cathode to the anode through the wall.", "Na"],
])("no unit of a visible figure and no half of a formula is asked for: “%s”", (sentence, never) => {
  expect(cardRows(generate(sourceOf(sentence))).flatMap((card) => card.answers)).not.toContain(never);
});

test("a sentence that begins with “then”, or answers a question, is not cut from the one before it", () => {
  const fronts = (text: string) => cardRows(generate(sourceOf(text))).map(({ front }) => front);
  for (const front of fronts(
    "Two vaults are left, Ghent and Bruges. Then in 1911 forgotten sacks of barley turned up in a cold cellar at Austin, so two is a guess.",
  ))
    expect(front).not.toMatch(/^Then/);
  for (const front of fronts(
    "Cave 9 in Ghent held about 300 jars. Why? Hiding from the Lindqvist family, or perhaps only a cellar for the winter months there.",
  ))
    expect(front).not.toMatch(/^Hiding/);
});

test("a sentence without a subject of its own, or about “the same” thing, keeps the one before it", () => {
  const fronts = (text: string) => cardRows(generate(sourceOf(text))).map(({ front }) => front);
  for (const text of [
    "Lindqvist's plan was to leave the mills alone and to put gates between them. Borrowed much from Okafor, who had tried it in the marshes of Ghent in 1733.",
    "Cloth gets softer with some weeks of wear, because salt loosens the weft. Brine does the same job within hours (that is the E300 on the label of Lindqvist's vats).",
  ])
    for (const front of fronts(text)) expect(front).not.toMatch(/^(?:Borrowed|Brine|\[[^\]]*\] does)/);
});

test("of a line too long to show, what leads up to the sentence is shown with it", () => {
  const text =
    "The edict of January 1562 allowed Protestant worship outside the town walls. Six weeks later the duke's men killed forty worshippers in a barn at Wassenaar. This is the conventional start date of the wars.";
  const fronts = cardRows(generate(sourceOf(text))).map(({ front }) => front);
  expect(fronts.some((front) => front.startsWith("The edict") && front.includes("Six weeks") && !front.includes("This is"))).toBe(
    true,
  );
});

test("no gap hides a whole sentence", () => {
  const text = "Lindqvist's vats froze the dye, and any new colour got dropped somewhere in Ghent. Ossification.";
  expect(cardRows(generate(sourceOf(text))).flatMap(({ answers }) => answers)).not.toContain("Ossification");
});

test("a question does not ask by what only the sentence before it says", () => {
  const text =
    "Winners and losers: savers lost it all, and anyone with a loan got it for free. Hugo Marlow is the emblem of the second group.";
  expect(cardRows(generate(sourceOf(text))).map(({ front }) => front)).not.toContain("Who is the emblem of the second group?");
});

test("somebody whom one line names in full is asked for as a person in the others", () => {
  const note = { ...sourceOf("Stephen Marlow kept larks in paper funnels under a painted sky in Ghent."), emptySections: [] };
  const items = [
    ...note.items,
    { section: "facts", text: "In 1967 the larks were fooled by Marlow with a turning sky.", line: 9 } as const,
  ];
  const fronts = cardRows(generate({ ...note, items })).filter(({ line }) => line === 9);
  expect(fronts.map(({ front }) => front)).toContain("In 1967 the larks were fooled by [who?] with a turning sky.");
});

test("a clause that says “just outside” is not cut from the place it lies outside of", () => {
  const text =
    "150-odd wax tablets of the banker Caecilius were found in Herculaneum in 1875; the Sulpicii archive, found in 1959 just outside, shows loans secured on wheat in the warehouse.";
  for (const front of cardRows(generate(sourceOf(text))).map((card) => card.front))
    if (front.includes("just outside")) expect(front).toContain("wax tablets");
});
