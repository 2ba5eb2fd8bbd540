import { describe, expect, test } from "vitest";
import { analyse, capitalisedWords } from "../../src/generation/analysis.ts";
import type { CandidateKind } from "../../src/generation/candidates/candidate.ts";
import { candidatesOf } from "../../src/generation/candidates/candidate-rules.ts";
import { englishTagger } from "../../src/generation/language/tagger.ts";
import { statisticsOf } from "../../src/generation/statistics.ts";
import type { SourceItem } from "../../src/sources/source.ts";

/** Each row: a sentence, a kind, and what that kind asks for in it (several gaps of one card joined by " / "). */
const rows: readonly (readonly [sentence: string, kind: CandidateKind, answers: readonly string[]])[] = [
  ["A single night of four hours of sleep reduces cell activity by about 70 percent.", "number", ["four hours", "70 percent"]],
  ["Huberman views sunlight within 30 to 60 minutes of waking.", "number", ["30 to 60 minutes"]],
  ["Light from the Sun takes about 8 minutes and 20 seconds to reach Earth.", "number", ["8 minutes and 20 seconds"]],
  ["Lehman Brothers failed with $613 billion in debt.", "number", ["$613 billion"]],
  ["About 1 in 250 people carry the gene.", "number", ["1 in 250"]],
  ["The plague killed between 30 and 50 percent of them.", "number", ["30 and 50 percent"]],
  ["Jupiter has four large moons: Io, Europa, Ganymede, and Callisto.", "number", []],
  ["The probe flew on an Ariane 5 rocket.", "number", []],
  ["One of them was wrong, and the two never met.", "number", []],
  ["The Bastille was stormed on 14 July 1789 by a crowd.", "date", ["14 July 1789"]],
  ["Apollo 11 landed on July 20, 1969, near the equator.", "date", ["July 20, 1969"]],
  ["The war lasted from 1914 to 1918 and killed millions.", "date", ["1914 to 1918"]],
  ["The 2008 crisis was a run on banks.", "date", []],
  ["They march in May without any reason.", "date", []],
  ["The Bastille was stormed on 14 July 1789.", "when", ["14 July 1789"]],
  ["Napoleon Bonaparte seized power in the Coup of 18 Brumaire.", "name", ["Napoleon Bonaparte", "Coup of 18 Brumaire"]],
  ["The virus was found by Arno Penzias and Robert Wilson near Paris.", "name", ["Arno Penzias and Robert Wilson", "Paris"]],
  ["He worked at St Mary's Hospital for years.", "name", ["St Mary's Hospital"]],
  ["The NSDAP won 37.3 per cent of the vote.", "number", ["37.3 per cent"]],
  ["Testing won after 2 days and after 1 week.", "number", []],
  ["The ban of 1942 to 1944 left bebop without records.", "date", ["1942 to 1944"]],
  ["The law held wages at the level of 1346.", "date", []],
  ["The Dawes Plan of 1924 brought loans to the state.", "date", ["1924"]],
  ["He found that some Spanish learned at school lasts.", "name", []],
  ["Then the English readers changed what Jewish communities told.", "name", []],
  ["Then Hindenburg appointed Hitler chancellor.", "name", ["Hindenburg", "Hitler"]],
  ["She won a prize with River: The Joni Letters.", "name", []],
  ["Often Henry Molaison, known as H.M., traced a star.", "name", ["Henry Molaison"]],
  ["Mix related problems in one session instead of practising one kind.", "contrast", []],
  ["An update writes a new version of rows instead of changing the old one.", "pair", []],
  ["It lasts when retrieved with effort, at growing intervals and with attention.", "term", ["effort"]],
  ["It keeps messages on disk, unlike a traditional queue.", "term", ["messages", "disk"]],
  ["A note names a central executive, a loop and a visual sketchpad.", "term", ["note"]],
  ["Concrete made with volcanic ash hardens under water and often grows stronger.", "term", ["volcanic ash", "water"]],
  ["They watch earthquakes, swelling of the ground and changes in gas.", "term", ["gas"]],
  ["Geologists measure the heights of many mountains.", "subject", []],
  ["Landlords tried to freeze the wages of free workers.", "subject", []],
  ["The chain bends because the Pacific plate or its hot spot turned.", "name", []],
  ["The Aqua Virgo still feeds the Trevi Fountain today.", "name", ["Aqua Virgo", "Trevi Fountain"]],
  ["Cepeda and his colleagues measured the best gap.", "term", ["best gap"]],
  ["Git stores content as snapshots rather than as differences.", "contrast", ["snapshots"]],
  ["The crisis was a run on the shadow banking system, not on ordinary banks.", "contrast", ["shadow banking system"]],
  ["Use integer addition instead of multiplication.", "contrast", ["integer addition"]],
  ["The revolt was caused less by hunger than by debt.", "contrast", ["debt"]],
  ["Memory is more like a river than like a library.", "contrast", ["river"]],
  ["Caches are not a cure but a painkiller.", "contrast", ["painkiller"]],
  ["Photosynthesis converts light energy into chemical energy stored in glucose.", "pair", ["light / chemical"]],
  ["Rent control protects existing tenants at the expense of future tenants.", "pair", ["existing / future"]],
  ["Aligned incentives help a team, but unaligned incentives ruin its work.", "pair", ["Aligned / unaligned"]],
  ["Large and small firms hire many more people in spring.", "pair", []],
  [
    "The inner ear consists of the cochlea, the vestibule and the semicircular canals.",
    "list",
    ["cochlea / vestibule / semicircular canals"],
  ],
  ["A membrane has two jobs, or so they say: letting food in, keeping poison out and sending signals.", "list", []],
  ["The four tastes are sweet, sour, salty and bitter.", "list", ["sweet / sour / salty / bitter"]],
  ["The Brontë sisters were Charlotte, Emily and Anne.", "list", ["Charlotte / Emily / Anne"]],
  ["Earth has three layers, the crust, the mantle, and the core.", "list", ["crust / mantle / core"]],
  ["An argument has six parts: claim, grounds, warrant, backing, qualifier and rebuttal.", "list", []],
  ["Reefs are threatened by heat, acid and dynamite.", "list", []],
  ["The tool is used by Ruritania, Grand Fenwick and Freedonia.", "name", []],
  ["Gross domestic product (GDP) measures output.", "acronym", ["Gross domestic product"]],
  ["A conflict-free replicated data type (CRDT) merges.", "acronym", ["conflict-free replicated data type"]],
  ["The JVM (Java Virtual Machine) runs bytecode.", "acronym", ["Java Virtual Machine"]],
  ["The committee (see above) met twice.", "acronym", []],
  [
    "We may fail either because the disk is full or because the cable is cut.",
    "either",
    ["the disk is full", "the cable is cut"],
  ],
  ["Readers may reorder events if the clock drifts backwards.", "condition", ["the clock drifts backwards"]],
  ["The cost of storage falls exponentially.", "adverb", ["exponentially"]],
  ["Teams cut costs by reusing old parts.", "means", ["reusing old parts"]],
  ["The song was sung by singing nuns, and people wept.", "means", []],
  ["Sleep pressure builds up because adenosine accumulates in the brain.", "why", ["adenosine accumulates in the brain"]],
  ["Deployment became harder due to high energy consumption.", "reason", ["high energy consumption"]],
  ["Osmosis is the movement of water across a membrane.", "definition", ["the movement of water across a membrane"]],
  ["A currency is the only thing that they share.", "definition", []],
  ["Rare tokens constrain the recall of long passages.", "subject", ["Rare tokens"]],
];

test.each(rows)("in “%s” the %s is %j", (sentence, kind, answers) => {
  expect(answersIn(sentence, kind)).toEqual(answers);
});

/** The questions that are asked in so many words. */
const questions: readonly (readonly [sentence: string, question: string])[] = [
  ["Sleep pressure builds up because adenosine accumulates in the brain.", "Why does sleep pressure build up?"],
  ["The king fled because he feared the crowd.", "Why did the king flee?"],
  [
    "Because the nobility was exempt from most taxes, the burden fell on the Third Estate.",
    "Why did the burden fall on the Third Estate?",
  ],
  ["Prices must rise because supply has fallen.", "Why must prices rise?"],
  ["The army took the bridge and then burned it because the enemy came closer.", "Why did the army burn the bridge?"],
  ["The telescope was cooled because its mirror radiates heat.", "Why was the telescope cooled?"],
  ["The comet was discovered by Caroline Herschel in 1786.", "In which year was the comet discovered by Caroline Herschel?"],
  ["Consensus can make progress only if a majority of nodes answers.", "When can consensus make progress?"],
  ["A ribosome is a machine that translates messenger molecules.", "What is a ribosome?"],
  ["Fluency misleads learners because text feels known.", "Why does fluency mislead learners?"],
  ["Germany joined the League of Nations in 1926.", "In which year did Germany join the League of Nations?"],
  [
    "The band released a record, Livery Stable Blues, in 1917.",
    "In which year did the band release a record, Livery Stable Blues?",
  ],
  ["Rare tokens constrain the recall of long passages.", "What constrains the recall of long passages?"],
];

test.each(questions)("“%s” is asked as “%s”", (sentence, question) => {
  expect(candidatesIn(sentence).flatMap((candidate) => candidate.question?.question ?? [])).toContain(question);
});

describe("no question is asked where the parse is in doubt", () => {
  test.each([
    "They left because the harvest failed.",
    "What the king wanted failed because the army refused.",
    "It rained because clouds gathered.",
    "Depth of processing matters more than time spent because meaning leaves more cues.",
    "Rubisco makes mistakes because oxygen resembles carbon dioxide.",
  ])("%s", (sentence) => {
    expect(candidatesIn(sentence).some(({ kind, question }) => kind === "why" && question)).toBe(false);
  });
});

function answersIn(sentence: string, kind: CandidateKind): readonly string[] {
  const answers = candidatesIn(sentence)
    .filter((candidate) => candidate.kind === kind)
    .map(({ spans }) => spans.map(({ start, end }) => sentence.slice(start, end)).join(" / "));
  return [...new Set(answers)];
}

function candidatesIn(text: string) {
  const item: SourceItem = { section: "facts", text, line: 1 };
  const tagger = englishTagger();
  const line = analyse(item, { tagger, capitalised: capitalisedWords([item]) });
  const statistics = statisticsOf([line], { authors: [], items: [item], emptySections: [] }, line.vocabulary);
  return candidatesOf({ line, statistics, tagger });
}
