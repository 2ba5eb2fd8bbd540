import { describe, expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import { looksModelMade } from "../../src/generation/model-style.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { cardRows } from "../support/card-rows.ts";
import { fixtureNote } from "../support/fixture-notes.ts";

/** The verdict on the candidate of a kind that asks for `answer` in the first of the lines. */
function verdict(lines: readonly string[], answer: string): string {
  const items = lines.map((text, index): SourceItem => ({ section: "facts", text, line: index + 1 }));
  const report = generate({ authors: [], items, emptySections: [] }, { explain: true }).lines[0];
  const found = report?.candidates.find((candidate) => candidate.answer === answer)?.verdict;
  if (found === undefined) throw new Error(`nobody asks for ${answer}: ${JSON.stringify(report?.candidates)}`);
  return found === "taken" ? found : found.reason;
}

test("a gap that another line would fill as well is not asked", () => {
  const line = "The oldest blues festival was held in Clarksdale.";
  expect(verdict([line], "Clarksdale")).toBe("taken");
  expect(verdict([line, "The oldest blues festival was held twice in Memphis, say its founders."], "Clarksdale")).toBe(
    "another line would fit as well: line 2",
  );
});

test("an answer that is still to be read in the front is not asked", () => {
  expect(
    verdict(["Letters of Ada Lovelace from the year 1843 show that Ada Lovelace wrote down programs."], "Ada Lovelace"),
  ).toBe("the answer is in the question");
});

test("a plural of a short word gives its singular away", () => {
  expect(verdict(["The weavers of Flores dye each ikat by hand for years, and all such cloths are called Ikats."], "Ikats")).toBe(
    "the answer is in the question",
  );
});

test("a year that the note names and the number of years since tell each other", () => {
  const lines = ["The guild of Ghent apologised in 1942, 300 years late.", "The mill burned down in 1642 after a storm."];
  const asked = cardRows(
    generate({ authors: [], items: lines.map((text, i) => ({ section: "facts", text, line: i + 1 })), emptySections: [] }),
  );
  expect(asked.flatMap(({ answers }) => answers)).not.toContain("300 years");
});

test("a gap with too little around it is not asked", () => {
  expect(verdict(["Fever is a furnace rather than a malfunction."], "furnace")).toBe("too little is shown");
});

test("a front that starts with a pronoun is not asked", () => {
  expect(verdict(["They discovered 5,398 things in the tomb of the young king."], "5,398")).toBe(
    "it points to something that is not shown",
  );
});

test("the denied side of a contrast gives way to the asserted one", () => {
  const line = "The financial crisis was a run on the shadow banking system, not on ordinary savings banks.";
  expect(verdict([line], "shadow banking system")).toBe("taken");
  expect(verdict([line], "ordinary savings banks")).toMatch(/^its score is too low/);
});

test("an acronym that has a card stands for its long form in the other cards of the line", () => {
  const text = "Transmission Control Protocol (TCP) guarantees that 1,500 packets arrive in order.";
  const notes = generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] }).notes;
  const cloze = notes.find(({ draft }) => draft.kind === "cloze")?.draft;
  expect(cloze).toMatchObject({
    source: text,
    text: ["TCP guarantees that ", { ordinal: 1, text: "1,500", hint: "how many?" }, " packets arrive in order."],
  });
});

test("an article goes with the acronym after it, not with the words it stands for", () => {
  const text = "A finite state machine (FSM) of 12 states and a central processing unit (CPU) ran the lift of 1969.";
  const fronts = cardRows(generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] })).map(
    ({ front }) => front,
  );
  expect(fronts.some((front) => /^A finite/.test(front))).toBe(false);
  for (const front of fronts.filter((front) => front.includes("FSM of"))) expect(front).toMatch(/^An FSM of/);
});

test("a long sentence is asked within its own clause, with the whole sentence as its source", () => {
  const text =
    "Nobody can have it over a network that fails, but exactly-once processing can be built in Apache Kafka from idempotent operations of a log.";
  const notes = generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] }).notes;
  expect(notes.map(({ draft }) => draft.kind === "cloze" && draft.text[0])).toContain(
    "Exactly-once processing can be built in Apache Kafka from ",
  );
  for (const { draft } of notes) expect(draft.source).toBe(text);
});

describe("of a line of several sentences", () => {
  const shown = (text: string) =>
    cardRows(generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] })).map(
      ({ front }) => front,
    );

  const byrne = "In 1963 Hedley Byrne told the bank in Piccadilly that it relied on its word.";
  const loss = "Loss of profit alone is not paid in the law of this country.";
  const long = "Loss of profit alone is not paid in the law of this country or of that one or of most of the others.";

  test("what follows the asked one is not shown", () => {
    const fronts = shown(`${byrne} ${loss}`);
    expect(fronts.length).toBeGreaterThan(0);
    expect(fronts.join()).not.toContain("Loss");
  });

  test("what comes before the asked one is shown with it, for it says what the line is about", () => {
    const fronts = shown(`${loss} ${byrne}`);
    expect(fronts.length).toBeGreaterThan(0);
    for (const front of fronts) expect(front).toContain(loss);
  });

  test("no front grows over 30 words by what comes before", () => {
    const fronts = shown(`${long} ${byrne}`);
    expect(fronts.length).toBeGreaterThan(0);
    expect(fronts.join()).not.toContain("Loss");
  });

  test("both are shown where the asked one leans on the other", () => {
    expect.hasAssertions();
    for (const front of shown(
      "Zhu Zaiyu worked the root out to many digits by 1584. Stevin of Bruges did it some twenty years later.",
    ))
      expect(front).toContain("Zhu Zaiyu worked the root out");
  });
});

describe("of a line that ends in talk of the reader's own", () => {
  const fronts = (text: string) =>
    cardRows(generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] })).map(
      ({ front }) => front,
    );

  test("what it says before is asked, and the talk is not shown", () => {
    const asked = fronts("Meselson spun the flasks at Caltech in 1958. I had to draw this three times.");
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.join()).not.toContain("I had");
  });

  test("nothing is asked where it begins so", () => {
    expect(fronts("I had to draw this three times. Meselson spun the flasks at Caltech in 1958.")).toEqual([]);
    expect(fronts("Meselson, I think, spun the flasks at Caltech in 1958.")).toEqual([]);
  });
});

test("no gap cuts a word in two, whatever the tagger took for one", () => {
  for (const text of [
    "Milutin Milanković calculated the orbits of Earth.",
    "The window holds 128K tokens and 4K pixels per screen.",
  ]) {
    const { notes } = generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] });
    expect(notes.length).toBeGreaterThan(0);
    for (const { draft } of notes) {
      if (draft.kind !== "cloze") continue;
      const marked = draft.text.map((part) => (typeof part === "string" ? part : `[${part.text}]`)).join("");
      expect(marked).not.toMatch(/[\p{L}\p{N}]\[|\][\p{L}\p{N}]/u);
    }
  }
});

test("what only the note in hand can tell is not asked", () => {
  expect(verdict(["The system indexes 42 million paragraphs from court decisions."], "42 million")).not.toBe("taken");
  expect(verdict(["Lucene indexes 42 million paragraphs from court decisions."], "42 million")).toBe("taken");
});

describe("a note that a machine wrote", () => {
  const bullets = (lengths: readonly number[]) =>
    lengths.map(
      (length, index): SourceItem => ({
        section: "ideas",
        line: index + 1,
        text: Array.from({ length }, () => "word").join(" "),
      }),
    );
  const looks = (lengths: readonly number[]) => looksModelMade({ authors: [], items: bullets(lengths), emptySections: [] });

  test("is told by bullets of one length, whatever that length is", () => {
    expect(looks([15, 16, 15, 16, 15, 16, 15, 16, 14])).toBe(true);
    expect(looks([24, 25, 25, 26, 24, 25, 25, 26, 24])).toBe(true);
    expect(looks([5, 16, 9, 21, 12, 7, 15, 16, 14])).toBe(false);
    expect(looks([15, 15, 15])).toBe(false);
  });

  test("gives two cards a line, one more where it is surely good, no single word and no modifier", () => {
    const source = fixtureNote("unseen-jazz-history");
    const rows = (modelStyle: boolean) => cardRows(generate(source, { modelStyle })).filter(({ kind }) => kind !== "list");
    const most = (all: ReturnType<typeof rows>) =>
      Math.max(...source.items.map(({ line }) => all.filter((row) => row.line === line).length));
    expect(most(rows(false))).toBeGreaterThanOrEqual(most(rows(true)));
    expect(most(rows(true))).toBeLessThanOrEqual(3);
    const plain = (all: ReturnType<typeof rows>) =>
      all.filter(({ kind, answers }) => kind === "modifier" || (kind === "term" && /^\p{L}{1,12}$/u.test(answers.join(" "))));
    expect(plain(rows(true))).toEqual([]);
  });
});

/** The answers asked of one line in a deck of that title. */
function answersIn(title: string, line: string, options = {}): readonly string[] {
  const items: readonly SourceItem[] = [{ section: "facts", text: line, line: 1 }];
  return cardRows(generate({ title, authors: [], items, emptySections: [] }, options)).flatMap(({ answers }) => answers);
}

test("what the deck's title tells is not asked, nor what is derived from a word of it", () => {
  const crossing = "The blight crossed the sea and reached Ireland within weeks of its landing.";
  expect(answersIn("Blights of the world", crossing)).toContain("Ireland");
  expect(answersIn("The Great Irish Famine", crossing)).not.toContain("Ireland");
  const therapy = "The therapy of these clinics goes back to the late Stoics.";
  expect(answersIn("Therapies", therapy)).toContain("Stoics");
  expect(answersIn("Stoicism, a reading group", therapy)).not.toContain("Stoics");
});

test("the title's word written apart, or with an adjective, is told too", () => {
  const shop = "The oldest shop of the harbour town sold what was called Glass Work, and nothing else.";
  expect(answersIn("Potters", shop)).toContain("Glass Work");
  expect(answersIn("Glasswork through the ages", shop)).not.toContain("Glass Work");
});

test("a phrase whose last word stands in sight is not asked, nor a country beside its adjective", () => {
  const lamps = "Watchmen of the harbour carry what are called storm lanterns";
  expect(verdict([`${lamps}, and one lasts for years.`], "storm lanterns")).toBe("taken");
  expect(verdict([`${lamps}, and a lantern lasts for years.`], "storm lanterns")).toBe("the answer is in the question");
  const cold = "Doctors in the mountains know what is called paradoxical hypothermia";
  expect(verdict([`${cold}, as climbers are often hypothermic.`], "paradoxical hypothermia")).toBe(
    "the answer is in the question",
  );
  const kilns =
    "The kilns of Perm were paid for by a Soviet ministry, while the barges came from the USSR under a treaty of 1924.";
  expect(verdict([kilns], "USSR")).toBe("the answer is in the question");
});

test("a deck that is called otherwise than its source goes by its own title", () => {
  const crossing = "The blight crossed the sea and reached Ireland within weeks of its landing.";
  expect(answersIn("Blights", crossing, { title: "irish-famine" })).not.toContain("Ireland");
});

test("what reminds the reader in a note of facts is advice to everybody among habits", () => {
  const text = "Skip the introduction of a dense book about Hegel at first.";
  const asked = (section: "habits" | "ideas") =>
    generate({ authors: [], items: [{ section, text, line: 1 }], emptySections: [] }, { explain: true }).lines[0]?.candidates.map(
      ({ verdict: outcome }) => (outcome === "taken" ? outcome : outcome.rule),
    ) ?? [];
  expect(asked("ideas")).toContain("personal");
  expect(asked("habits")).not.toContain("personal");
});

test("the numeral of a ruler, a war or a type is not the reader", () => {
  const rulesOf = (text: string) =>
    generate(
      { authors: [], items: [{ section: "ideas", text, line: 1 }], emptySections: [] },
      { explain: true },
    ).lines[0]?.candidates.map(({ verdict: outcome }) => (outcome === "taken" ? outcome : outcome.rule)) ?? [];
  for (const text of [
    "World War I began after the shots of Sarajevo in June 1914.",
    "Francis I brought Leonardo to Amboise in 1516.",
    "In the trial of Neyman type I errors were set at 5 percent in 1933.",
  ])
    expect(rulesOf(text), text).not.toContain("personal");
  for (const text of ["Then I used the edition of Loeb from 1921.", "At home I use the edition of Loeb from 1921."])
    expect(rulesOf(text), text).toContain("personal");
});

test("a line that only reminds the reader, or stands in brackets as a whole, is not asked", () => {
  const rulesOf = (text: string) =>
    generate(
      { authors: [], items: [{ section: "ideas", text, line: 1 }], emptySections: [] },
      { explain: true },
    ).lines[0]?.candidates.map(({ verdict: outcome }) => (outcome === "taken" ? outcome : outcome.rule)) ?? [];
  const asides = [
    "(Room 4 on Mondays. The tutor admires Okafor and smiles at Lindqvist.)",
    "Compare Okafor, who blames the rain in Ghana for all cracks.",
  ];
  for (const text of asides) expect(rulesOf(text), text).toContain("personal");
  expect(rulesOf("Potters in Ghana fire jars (of red clay) in open pits without any kiln.")).not.toContain("personal");
});
