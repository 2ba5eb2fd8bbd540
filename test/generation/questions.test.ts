import { describe, expect, test } from "vitest";
import type { CandidateKind } from "../../src/generation/candidates/candidate.ts";
import { candidatesIn } from "../support/candidates-in.ts";

/** Each row: a sentence, a kind, and the question of that kind; none where it would not be right beyond doubt. */
const rows: readonly (readonly [sentence: string, kind: CandidateKind, question: string | undefined])[] = [
  ["The ferry operator had to close the northern line in 1974.", "when", undefined],
  [
    "Stephen Marlow put larks in paper funnels under a painted sky.",
    "subject",
    "Who put larks in paper funnels under a painted sky?",
  ],
  ["The observatory opened only in 1931, long after its founder had died.", "when", undefined],
  ["The council only agreed to the bridge in 1931.", "when", undefined],
  ["Hale dismissed in 1931, went to Lisbon.", "when", undefined],
  ["The lighthouse gained a keeper after the schooner Alma sank in 1871.", "when", undefined],
  ["Hale saw a chance at the fair, writing in 1871 that glass was the future.", "when", undefined],
  ["Harlow's two turned up in Bristol on 3 May 1871.", "when", undefined],
  [
    "The otter originally lived inland and was first seen on the island in 1931.",
    "when",
    "In which year was the otter first seen on the island?",
  ],
  ['Hale wrote "The tide is patient in 1871 and closed his notebook.', "when", undefined],

  // a subject is asked for only where what is said of it tells it from others
  [
    "Ruth Harlow taught weaving in Lisbon and left for Chile in 1931.",
    "subject",
    "Who taught weaving in Lisbon and left for Chile in 1931?",
  ],
  ["Harriet Vane died on the 14th, five days later.", "subject", undefined],
  ["Tenure was promised and then quietly withdrawn.", "subject", undefined],
  ["Careful gardening requires steady patience and restraint.", "subject", undefined],
  ["Deep lakes have a flat cold floor, shallow ones a floor with reeds.", "subject", undefined],
  ["Good kitchens can serve surprising amounts of both at noon.", "subject", undefined],
  ["A boat tied to a pier can swing with the tide and the wind.", "subject", undefined],
  ["Frost grows roughly as √t.", "subject", undefined],
  ["Oak tannin turns the hides of cattle into leather.", "subject", "What turns the hides of cattle into leather?"],

  // a reason is asked for only where the statement is read right and says enough
  ["Felt patches saved for boots and hats, preserved because the peat keeps out air.", "why", undefined],
  ["Harlow in 1931 fared better because she spoke Danish.", "why", undefined],
  ["Cheap storage may become possible because sodium costs little.", "why", undefined],
  ["Solar sails need no fuel because light pushes them, as the Solar One showed.", "why", "Why do solar sails need no fuel?"],

  ["Early work is a long window in which painters copy their teachers.", "definition", undefined],
  ["The cheapest oven is a pit in which stones hold the heat.", "definition", undefined],

  // a definition has a genus and a difference, and judges nothing
  ["Annealing is the slow cooling of glass in a kiln.", "definition", "What is annealing?"],
  ["Advertising is a tax that nobody has to pay twice.", "definition", undefined],
  ["Soils are a shared treasure that must be used sparingly.", "definition", undefined],
  ["Winners and losers: tenants paid, owners gained. Hugo Harlow is the face of the second group.", "definition", undefined],
  ["Paint dries slowly. Annealing is the slow cooling of glass in a kiln.", "definition", "What is annealing?"],

  ["Its nickname is the howler, a fifth of a strange width.", "definition", undefined],
  ["Silence is an overlooked cost of the new motorway.", "definition", undefined],

  ["The bridge at Avignon has three rows of arches.", "count", "How many rows of arches does the bridge at Avignon have?"],
  ["Euclid proves both theorems.", "object", undefined],

  // what another clause says is no part of the subject, and a note may leave out an article, a question may not
  ["Everything changes when Vane dies in 1584, because Harlow becomes heir.", "why", undefined],
  ["Portuguese republic survived because nobody had to solve the famine.", "why", undefined],
  ["Roman slavery survived because nobody had to pay for the famine.", "why", "Why did Roman slavery survive?"],
  ["Young's modulus is stable because the bonds of the lattice are stiff.", "why", "Why is Young's modulus stable?"],

  // a reason is asked for only where the question says of what
  ["Salaries were drawn so generously because the king expected a war.", "why", undefined],
  ["Hidden problems often feed each other because each one delays the search for the next.", "why", undefined],
  ["Competing methods often feed each other because each one delays the search for the next.", "why", undefined],
  ["Location is as important as size because shops live from passers-by.", "why", undefined],
  ["A newcomer from farming changed shipping because he had no love of the sea.", "why", undefined],
  ["Maps are not for beginners because experts are the ones who get lost.", "why", undefined],
  [
    "A lock service hands out tokens because a paused client may wake up late.",
    "why",
    "Why does a lock service hand out tokens?",
  ],

  // what lets something happen is no time
  ["Glass may shatter without a blow when its surface cools faster than its core.", "condition", undefined],
  [
    "Glass can shatter without a blow when its surface cools faster than its core.",
    "condition",
    "In what situation can glass shatter without a blow?",
  ],
  [
    "Glass can shatter without a blow if its surface cools faster than its core.",
    "condition",
    "Under what condition can glass shatter without a blow?",
  ],
];

describe("a question is asked as one would say it, or not at all:", () => {
  test.each(rows)("%s (%s)", (sentence, kind, question) => {
    const found = candidatesIn(sentence).find((candidate) => candidate.kind === kind && candidate.question);
    expect(found?.question?.question).toBe(question);
  });
});
