import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/sources/read-document.ts";
import { processorMs } from "../support/processor-time.ts";

const itemsOf = (text: string, from?: "markdown" | "text") =>
  readDocument("notes/heart.md", text, from ? { from } : {}).sources.flatMap((source) => source.items.map((item) => item.text));
const problemsOf = (text: string) => readDocument("notes/heart.md", text).problems;

const loose = [
  "Stroke volume: EDV - ESV (135 − 65 = 70 mL)",
  "Ejection fraction: stroke volume / EDV",
  "cAMP opens calcium channels",
  "Poiseuille: flow grows with the fourth power of the radius",
];

const wrapped = [
  "The heart is a muscular organ that pumps blood through the circulatory",
  "system. William Harvey showed in 1628 that the blood circulates, and Dr.",
  "Marcello Malpighi found the capillaries that join arteries and veins, as",
  "Harvey had supposed.",
];

describe("lines of somebody's own notes", () => {
  it.each(["markdown", "text"] as const)("are items of their own in %s when they are short", (from) => {
    expect(itemsOf(`${loose.join("\n")}\n`, from)).toEqual(loose);
  });

  it("keep the numbers of their lines", () => {
    const { sources } = readDocument("notes/heart.md", `# Heart\n\n${loose.join("\n")}`);
    expect(sources[0]?.items.map((item) => item.line)).toEqual([3, 4, 5, 6]);
  });

  it.each(["markdown", "text"] as const)("are joined in %s when they are wrapped, after an abbreviation too", (from) => {
    expect(itemsOf(`${wrapped.join("\n")}\n`, from)).toEqual([
      "The heart is a muscular organ that pumps blood through the circulatory system.",
      "William Harvey showed in 1628 that the blood circulates, and Dr. Marcello Malpighi found the capillaries that join arteries and veins, as Harvey had supposed.",
    ]);
  });

  it("are items of their own when they are long and each begins with a label", () => {
    const labelled = [
      "Starling: the more the ventricle is stretched, the stronger it contracts",
      "Laplace: wall tension grows with the pressure and the radius of a vessel",
    ];
    expect(itemsOf(`# Heart\n\n${labelled.join("\n")}`)).toEqual(labelled);
  });

  it("are items of their own when they all begin in small letters", () => {
    expect(itemsOf("# Heart\n\natria fill the ventricles\nventricles pump\nvalves close.")).toEqual([
      "atria fill the ventricles",
      "ventricles pump",
      "valves close.",
    ]);
  });

  it.each([
    [
      "finished",
      "- Water boils at 93 °C in Denver because of the lower air pressure there.",
      "Short loose line about the mitochondrion",
    ],
    ["short", "- Water boils at 93 °C in Denver", "Short loose line about the mitochondrion"],
  ])("are no part of the %s bullet above", (_, bullet, line) => {
    expect(itemsOf(`${bullet}\n${line}\n`)).toEqual([bullet.slice(2), line]);
  });

  it.each([
    ["wrapped", "- Water boils at lower temperatures on mountains because the pressure\nof the air is lower there."],
    ["indented under", "- Water boils at lower temperatures\n  Mount Everest: 71 °C"],
  ])("are part of the bullet that they are %s", (_, text) => {
    expect(itemsOf(text)).toEqual([text.slice(2).replace(/\n */, " ")]);
  });

  it("are still joined in Japanese, whose characters take two columns", () => {
    expect(itemsOf(`# 記憶\n\n${"記".repeat(40)}\n憶は弱い。`)).toEqual([`${"記".repeat(40)} 憶は弱い。`]);
  });
});

describe("lines that are no facts", () => {
  it.each([
    "TODO look up the Krebs cycle",
    "- TODO: ask about valves",
    "**TODO:** ask about valves",
    "FIXME wrong number",
    "XXX check",
    "to do: read chapter 4",
    "To-do: read chapter 4",
    "[ ] read chapter 4",
    "- [ ] read chapter 4",
    "- [x] read chapter 3",
    "https://heart.example/valves",
    "- <https://heart.example/valves>",
    "[Valves](https://heart.example/valves_(heart))",
    "See [[Valves]]",
    "see https://heart.example/valves.",
    "see also: www.heart.example",
  ])("make no item and no problem: %s", (line) => {
    const text = `# Heart\n\nThe heart has four chambers\n${line}\nThe aorta is the widest artery\n`;
    expect(itemsOf(text)).toEqual(["The heart has four chambers", "The aorta is the widest artery"]);
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    "See the valves in a model of the heart",
    "[Valves](https://heart.example) open one way",
    "A: adenine pairs with thymine",
    "Todo el corazón late",
    "[sic] is Latin",
  ])("are not those that only begin alike: %s", (line) => {
    expect(itemsOf(`# Heart\n\n${line}\n`)).toHaveLength(1);
  });

  it("do not go on after a long link", () => {
    expect(itemsOf(`# Heart\n\nhttps://heart.example/${"a".repeat(60)}\nThe aorta is wide\n`)).toEqual(["The aorta is wide"]);
  });
});

describe("questions with answers among notes", () => {
  const facts = Array.from({ length: 20 }, (_, index) => `The heart has fact ${index} about it.\n`).join("\n");
  const text = `# Heart\n\n${facts}\nQ: How many chambers has it?\nA: Four.\n\n## Vessels\n\n- **Q:** Which is widest?\n- **A:** The aorta.\n`;

  it("are skipped with one problem that says where they can go", () => {
    expect(itemsOf(text)).toHaveLength(20);
    expect(problemsOf(text)).toEqual([
      {
        file: "notes/heart.md",
        line: 43,
        message: "Questions with answers are not made into cards: lines 43, 48.",
        remedy: "Questions and answers (Q: and A:) can go straight into a file under decks/.",
      },
    ]);
  });
});

describe("many lines", () => {
  it.each([
    "Heart\n",
    "TODO a\n",
    "Q: a\nA: b\n",
    "the heart beats and beats and beats and beats and beats and beats\n",
    "see [[a\n",
  ])("of %j take time in proportion", (unit) => {
    const text = unit.repeat(Math.floor(500_000 / unit.length));
    const spent = processorMs(() => {
      for (const from of ["markdown", "text"] as const) readDocument("x", text, { from });
    });
    expect(spent).toBeLessThan(10_000);
  });
});

describe("a signed quotation", () => {
  const lines = [
    '"Be conservative in what you do, be liberal in what you accept from others." - Jon Postel, RFC 760',
    '"The medium is the message and the audience is the content." — Marshall McLuhan',
  ];
  const quotesIn = (text: string) =>
    readDocument("notes/x.md", text).sources.flatMap(({ items }) =>
      items.map(({ section, text, speaker, at }) => [section, text, speaker, at]),
    );
  const expected = [
    ["quotes", "Be conservative in what you do, be liberal in what you accept from others.", "Jon Postel", "RFC 760"],
    ["quotes", "The medium is the message and the audience is the content.", "Marshall McLuhan", undefined],
  ];

  it.each([
    ["in loose lines", lines.join("\n")],
    ["under a topic", `## Voices\n\n- ${lines.join("\n- ")}\n`],
    ["under a section of ideas", `## Facts\n- ${lines[0]}\n\n## Ideas\n- ${lines[1]}\n`],
  ])("is a quote with its speaker %s", (_, text) => {
    expect(quotesIn(text)).toEqual(expected);
  });

  it("is no term with its meaning", () => {
    expect(quotesIn('- "Idempotent" - Safe to repeat')[0]?.[0]).toBe("ideas");
  });
});
