import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../src/sources/read-document.ts";

const read = (text: string) => readDocument("notes/x.md", text);
const brief = (text: string) =>
  read(text).sources.map((source) =>
    source.items.map((item) =>
      [item.section, item.text, ...(item.speaker ? [item.speaker] : []), ...(item.at ? [item.at] : [])].join(" | "),
    ),
  );
const only = (text: string) => brief(text)[0];

const two = ["ideas | Tides follow the moon.", "facts | Spring tides come twice a month."];
const note = (ideas: string, facts: string) =>
  `${ideas}\n* Tides follow the moon.\n\n${facts}\n* Spring tides come twice a month.\n`;

describe("headings", () => {
  const forms: readonly [string, string, string][] = [
    ["bold", "**IDEAS**", "**FACTS**"],
    ["bold with the colon inside", "**IDEAS:**", "**FACTS:**"],
    ["bold with the colon outside", "**IDEAS**:", "**FACTS**:"],
    ["one hash", "# IDEAS", "# FACTS"],
    ["two hashes and a colon", "## IDEAS:", "## FACTS:"],
    ["four hashes", "#### Ideas", "#### Facts"],
    ["a hash without a blank", "#IDEAS", "#FACTS"],
    ["bold behind hashes", "### **IDEAS:**", "### **FACTS:**"],
    ["bare capitals", "IDEAS", "FACTS"],
    ["bare capitals with a colon", "IDEAS:", "FACTS:"],
    ["title case with a colon", "Key Insights:", "Facts:"],
    ["title case in bold", "**Main Points**", "**Facts**"],
    ["an emoji first", "## 💡 IDEAS", "## 📊 FACTS"],
    ["an emoji before a bare name", "💡 IDEAS", "📊 FACTS"],
    ["a bracket", "IDEAS (25 words)", "FACTS (10):"],
    ["numbers", "## 1. Ideas", "## 2. Facts"],
    ["bare numbers", "1. IDEAS", "2. FACTS"],
    ["mathematical bold letters", "𝗜𝗗𝗘𝗔𝗦", "𝗙𝗔𝗖𝗧𝗦"],
    ["underlines", "Ideas\n=====", "Facts\n====="],
    ["two marks in one note", "**IDEAS**", "## FACTS"],
    ["two levels in capitals", "# IDEAS", "## FACTS"],
    ["German", "IDEEN", "FAKTEN"],
    ["French without accents", "## IDEES", "## Faits"],
    ["Spanish beside English", "IDEAS", "HECHOS"],
    ["Portuguese", "## Ideias", "## Fatos"],
  ];
  it.each(forms)("reads headings in the form: %s", (_, ideas, facts) => {
    expect(only(note(ideas, facts))).toEqual(two);
  });

  it("takes what follows a bold or hashed name as its first line", () => {
    expect(only("**SUMMARY (25 words):** A survey\nof tides.\n\n**IDEAS:**\n* Tides follow the moon.")).toEqual([
      "summary | A survey of tides.",
      "ideas | Tides follow the moon.",
    ]);
  });

  it("ends a section at an unknown heading of the same style and reads nothing under it", () => {
    const tasks =
      "**IDEAS**\n* Tides follow the moon.\n\n**NEXT STEPS**\n* Buy a boat.\n\n**FACTS**\n* Spring tides come twice a month.";
    expect(only(tasks)).toEqual(two);
  });

  it("says which lines an extra heading keeps from being read", () => {
    const tasks =
      "**IDEAS**\n* Tides follow the moon.\n\n**NEXT STEPS**\n* Buy a boat.\n* Sail.\n\n**FACTS**\n* Spring tides come twice a month.\n\n**Tools**\n* Knife\n\n**TO LOOK UP**\n* Who built it.\n";
    expect(read(tasks.replace("Tools", "TOOLS")).problems).toEqual([
      {
        file: "notes/x.md",
        line: 5,
        message: "4 lines not read because of the heading above: NEXT STEPS (lines 5-6), TOOLS (line 12), TO LOOK UP (line 15).",
        remedy: "Put what you want to remember under another heading, such as IDEAS.",
      },
    ]);
  });

  it("reads ideas under topics of a reader's own among the sections", () => {
    const own =
      "# Zuse\n\nZuse baute Rechner.\n\n## Anfang\n- Die Z1 stand im Wohnzimmer.\n\n## Zitate\n- „Rechnen ist dumm.“ — Konrad Zuse\n\n## Krisen\n- Bomben trafen die Z1.\n> Nichts blieb.\n> — Helmut Schreyer\n\n## Ideen\n- Binär rechnen.\n\n## Fakten\n- Die Z1 wog eine Tonne.\n\n## Quellen\n- Ein Buch\n";
    expect(only(own)).toEqual([
      "ideas | Zuse baute Rechner.",
      "ideas | Die Z1 stand im Wohnzimmer.",
      "quotes | Rechnen ist dumm. | Konrad Zuse",
      "ideas | Bomben trafen die Z1.",
      "quotes | Nichts blieb. | Helmut Schreyer",
      "ideas | Binär rechnen.",
      "facts | Die Z1 wog eine Tonne.",
    ]);
    expect(read(own).sources[0]).toMatchObject({
      title: "Zuse",
      items: [{}, { topics: ["Anfang"] }, {}, { topics: ["Krisen"] }, {}, {}, {}],
    });
    expect(read(own).problems.map(({ message }) => message)).toEqual([
      "1 line not read because of the heading above: Quellen (line 23).",
    ]);
  });

  it("takes headings that name no section for no topics where a model wrote the note", () => {
    const text = `${note("IDEAS", "FACTS")}\nHABITS\n* Look at the moon.\n\nCLOSING MATTER\n* Out.\n`;
    expect(only(text)?.join()).not.toContain("Out");
    expect(read(text).problems[0]?.message).toBe("1 line not read because of the heading above: CLOSING MATTER (line 11).");
  });

  it("keeps reading under a deeper heading", () => {
    expect(only("## IDEAS\n### On water\n* Tides follow the moon.\n## FACTS\n* Spring tides come twice a month.")).toEqual(two);
  });
});

describe("decoys", () => {
  it.each([
    ["not the whole name", "## Summary, ideas, and recommendations\n* Out.\n"],
    ["a count behind the name", "## Summary + counts\n* Out.\n"],
    ["a name inside a longer one", "## SUPPORTING ARGUMENTS and QUOTES\n* Out.\n"],
    ["a later heading that repeats a name", "## Facts\n* Out.\n"],
    ["a heading of a higher level", "# References\n* Out.\n"],
    ["an admonition after a rule", '---\n!!! success "Takeaways"\n'],
  ])("is no section: %s", (_, decoy) => {
    expect(only(`${note("## Ideas", "## Facts")}\n${decoy}`)).toEqual(two);
  });

  it("a bare name with text on its line is no section", () => {
    expect(only(`📋 SUMMARY: Delivering the output as requested.\n\n${note("IDEAS", "FACTS")}`)).toEqual(two);
  });

  it("code and diagrams hold no sections and no lines", () => {
    const read = only(
      "## IDEAS\n* Tides follow the moon.\n```mermaid graph\nIDEAS --> FACTS\n```\n## FACTS\n* Spring tides come twice a month.",
    );
    expect(read).toEqual(two);
  });

  it("an article with a summary and references is no study note", () => {
    const article =
      "## Overview\nBees dance.\n\n## History\nKarl von Frisch described it.\n\n## Details\nIt is a figure of eight.\n\n## Key Points\nThe angle matters.\n\n## References\n- A book";
    expect(read(article).reader).toBe("markdown");
  });
});

describe("lines", () => {
  it.each(["*", "-", "+", "•", "1.", "1)", "*   "])("reads the bullet %s", (bullet) => {
    expect(only(`IDEAS\n${bullet} Tides follow the moon.\n\nFACTS\n${bullet} Spring tides come\n  twice a month.\n`)).toEqual(
      two,
    );
  });

  it("reads nested bullets and bullets with blank lines between", () => {
    expect(only("IDEAS\n\n* One thing is first.\n\n    * Another thing is nested.\n\nFACTS\n* A third thing is a fact.")).toEqual(
      ["ideas | One thing is first.", "ideas | Another thing is nested.", "facts | A third thing is a fact."],
    );
  });

  it("splits paragraphs into sentences that keep their line", () => {
    const source = read(
      "SUMMARY\nThe moon pulls, e.g. on water. Dr. Hale measured 3.5 metres.\n\nIDEAS\n* Tides follow the moon.",
    ).sources[0];
    expect(source?.items.map((item) => [item.text, item.line])).toEqual([
      ["The moon pulls, e.g. on water.", 2],
      ["Dr. Hale measured 3.5 metres.", 2],
      ["Tides follow the moon.", 5],
    ]);
  });

  it("keeps what a reader sees of inline marks", () => {
    expect(
      only(
        "IDEAS\n* **Tides** _follow_ the `moon`, see [here](https://x.example/a_(b)), [[moon|its phases]] and [sic]. ^ref-12\n\nFACTS\n* 5 * 3 is 15.",
      ),
    ).toEqual(["ideas | Tides follow the moon, see here, its phases and [sic].", "facts | 5 * 3 is 15."]);
  });

  it("reads every kind of line end, a byte order mark and odd blanks", () => {
    expect(
      only(`\ufeff${note("IDEAS", "FACTS").replaceAll("\n", "\r\n").replace("Tides follow", "Tides\u00a0fol\u200blow")}`),
    ).toEqual(two);
    expect(only(note("IDEAS", "FACTS").replaceAll("\n", "\r"))).toEqual(two);
  });
});

describe("quotes", () => {
  const quotes: readonly [string, string][] = [
    ['"Wait for the ebb." - Ada Finch', "Wait for the ebb. | Ada Finch"],
    ["“Wait for the ebb.” — Ada Finch", "Wait for the ebb. | Ada Finch"],
    ["„Wait for the ebb.“ – Ada Finch", "Wait for the ebb. | Ada Finch"],
    ["« Wait for the ebb. » (Ada Finch)", "Wait for the ebb. | Ada Finch"],
    ["「Wait for the ebb.」 — Ada Finch", "Wait for the ebb. | Ada Finch"],
    ['Ada Finch: "Wait for the ebb."', "Wait for the ebb. | Ada Finch"],
    ['"Wait for the ebb." — Ada Finch on sailing', "Wait for the ebb. | Ada Finch"],
    ['"Wait for the ebb." -- Ada Finch, Harbour Days (1902)', "Wait for the ebb. | Ada Finch | Harbour Days (1902)"],
    ['"Wait for the ebb." — Ada Finch (1902)', "Wait for the ebb. | Ada Finch | 1902"],
    ['"Wait for the ebb."', "Wait for the ebb."],
    ['"Wait — then sail - at once." — Ada Finch', "Wait — then sail - at once. | Ada Finch"],
    ['"Wait — then sail."', "Wait — then sail."],
    ["\"Say 'wait' to [the] crew.\" - Ada Finch", "Say 'wait' to [the] crew. | Ada Finch"],
    ['"…wait for the ebb…" - Ada Finch', "…wait for the ebb… | Ada Finch"],
    ["Wait for the ebb. — Ada Finch", "Wait for the ebb. | Ada Finch"],
    ["Wait for the ebb - it will come", "Wait for the ebb - it will come"],
    ['"Wait for the ebb." — Speaker 1', "Wait for the ebb."],
    ['"Wait for the ebb." - Unknown', "Wait for the ebb."],
    ['"Wait for the\n  ebb."\n  — Ada Finch', "Wait for the ebb. | Ada Finch"],
    ['"Wait for the ebb."\n  - Ada Finch', "Wait for the ebb. | Ada Finch"],
    ['"Wait" is short and "go" is long.', '"Wait" is short and "go" is long.'],
  ];
  it.each(quotes)("reads %s", (line, expected) => {
    expect(only(`IDEAS\n* Tides turn.\n\nQUOTES\n* ${line}`)?.slice(1)).toEqual([`quotes | ${expected}`]);
  });

  it("names only the speaker where a reader's remark follows the name", () => {
    expect(
      only('QUOTES:\n- "I had to walk home in the rain" - Woolf again. My favourite.\n- "It was late by then" - C. S. Lewis'),
    ).toEqual(["quotes | I had to walk home in the rain | Woolf", "quotes | It was late by then | C. S. Lewis"]);
    expect(only('QUOTES:\n- Woolf\'s last letter in full: "I had to walk home in the rain"')).toEqual([
      "quotes | I had to walk home in the rain | Woolf",
    ]);
  });

  it("reads a signed quotation as a quote under any heading, a word in marks as text", () => {
    expect(
      only(
        'FACTS:\n- "The past is never dead to anyone." - Faulkner, 1951\n- "Saudade" - Portuguese longing\nIDEAS:\n- Two words.',
      ),
    ).toEqual([
      "quotes | The past is never dead to anyone. | Faulkner | 1951",
      'facts | "Saudade" - Portuguese longing',
      "ideas | Two words.",
    ]);
  });

  it("never lends one quote's speaker to the next", () => {
    expect(only('IDEAS\n* Tides turn.\n\nQUOTES\n* "Wait." - Ada Finch\n* "Go."')?.slice(1)).toEqual([
      "quotes | Wait. | Ada Finch",
      "quotes | Go.",
    ]);
  });

  it("reports a mark that nothing closes and keeps the words", () => {
    const result = read('IDEAS\n* Tides turn.\n\nQUOTES\n* "Wait for the ebb.');
    expect(result.sources[0]?.items[1]?.text).toBe("Wait for the ebb.");
    expect(result.problems.map((problem) => [problem.line, problem.message])).toEqual([
      [5, "A quotation mark is opened and not closed."],
    ]);
  });
});

describe("placeholders", () => {
  it.each([
    ..."N/A|n/a|N/A (no habits)|None|None.|None mentioned|None mentioned in the input|None mentioned by the speaker|None were provided.".split(
      "|",
    ),
    ...'No specific habits mentioned in the text.|No habits were mentioned.|Not applicable|Not mentioned|—|-|...|keine|Keine genannt|aucune|Aucune habitude mentionnée|ninguno|なし|**None**|(none)|"N/A"'.split(
      "|",
    ),
  ])("makes no line of %s, as a bullet or plain", (placeholder) => {
    for (const line of [`* ${placeholder}`, placeholder]) {
      const source = read(`${note("IDEAS", "FACTS")}\nHABITS\n${line}\n`).sources[0];
      expect(source?.items).toHaveLength(2);
      expect(source?.emptySections).toEqual(["HABITS"]);
    }
  });

  it.each([
    "No effect was found.",
    "None of the patients recovered.",
    "Not all memories fade.",
    "Open-source maintainers have no specific obligations under the CRA.",
    "No habits survive contact with a newborn.",
  ])("keeps %s", (line) => {
    expect(only(`${note("IDEAS", "FACTS")}\nHABITS\n* ${line}\n`)?.[2]).toBe(`habits | ${line}`);
  });
});

describe("wrappers and what surrounds a note", () => {
  const inner = note("## IDEAS", "## FACTS");
  it.each([
    ["a fence", `\`\`\`markdown\n${inner}\n\`\`\`\n`],
    ["four backticks around a fence", `\`\`\`\`md\n${inner}\n\`\`\`js\nlet x;\n\`\`\`\n\`\`\`\`\n`],
    ["tildes", `~~~\n${inner}~~~\n`],
    ["pre", `<pre>## IDEAS\n* Tides follow the moon.\n## FACTS\n* Spring tides come twice a month.</pre>`],
    ["a README around it", `# Tool\n\n## Usage\nRun it.\n\n\`\`\`\n${inner}\`\`\`\n\n## References\n- Out\n`],
    ["chatter", `Here is the extracted content:\n\n${inner}\n---\nTokens: 412\n`],
    ["a farewell", `${inner}* Neap tides are weaker.\n\nLet me know if you need more!\n`],
  ])("reads only the note: %s", (_, text) => {
    expect(only(text)?.slice(0, 2)).toEqual(two);
    expect(only(text)?.join()).not.toMatch(/Out|Tokens|Let me|Run it/);
  });

  it("reads two notes in one file as two sources", () => {
    const one = (title: string) => `# ${title}\n\nSUMMARY\nAbout water.\n\n${note("IDEAS", "FACTS")}\n`;
    const { sources } = read(one("First") + one("Second"));
    expect(sources.map((source) => [source.title, source.items.length])).toEqual([
      ["First", 3],
      ["Second", 3],
    ]);
  });

  it("reads two fenced notes in order, and one note in two fences as one", () => {
    expect(brief(`\`\`\`\n${inner}\`\`\`\n\n\`\`\`\n${inner}\`\`\`\n`)).toEqual([two, two]);
    expect(brief(`\`\`\`\n${inner}\`\`\`\n\n\`\`\`\n## HABITS\n* Look up.\n## QUOTES\n* "Wait."\n\`\`\`\n`)).toHaveLength(1);
  });

  it("reads on after a fence that nothing closes, with one problem", () => {
    const result = read("IDEAS\n* Tides follow the moon.\n```js\nlet x;\n\nFACTS\n* Spring tides come twice a month.");
    expect(result.sources[0]?.items).toHaveLength(2);
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toMatchObject({ line: 3, message: "``` is opened here and not closed." });
  });
});

describe("title, authors and topic", () => {
  it("takes title and authors from the summary's byline", () => {
    const source = read(
      "SUMMARY\nOn Tides by Ada Finch, Ludwig van Rijn, and Bo Li, discussing the moon.\n\nIDEAS\n* Tides turn.",
    ).sources[0];
    expect(source).toMatchObject({ title: "On Tides", authors: ["Ada Finch", "Ludwig van Rijn", "Bo Li"] });
  });

  it.each([
    "The article discusses work by Ada Finch.",
    "Sand is moved by the sea.",
    "Dunes are shaped by Wind, meaning they move.",
  ])("finds no byline in %s", (line) => {
    expect(read(`SUMMARY\n${line}\n\nIDEAS\n* Tides turn.`).sources[0]).toMatchObject({ authors: [] });
  });

  it("lets front matter win and takes the topic from it or from the title", () => {
    const text = "---\ntitle: Sea\nauthors: [Ada Finch, Bo Li]\ntags: [oceans, moon]\nlang: en-GB\nsummary: no section\n---\n";
    expect(read(text + note("IDEAS", "FACTS")).sources[0]).toMatchObject({
      title: "Sea",
      authors: ["Ada Finch", "Bo Li"],
      topic: "oceans",
      language: "en-GB",
    });
    expect(read(`# The sea\n\n${note("IDEAS", "FACTS")}`).sources[0]).toMatchObject({ title: "The sea", topic: "The sea" });
  });

  it("takes metadata above the note and in its summary as no lines", () => {
    const source = read(
      "**Author:** Ada Finch\n**Video URL:** https://x.example\n\nSUMMARY\nWater moves.\n\nSource: https://x.example\n\nIDEAS\n* Tides turn.",
    ).sources[0];
    expect(source?.authors).toEqual(["Ada Finch"]);
    expect(source?.items.map((item) => item.text)).toEqual(["Water moves.", "Tides turn."]);
  });
});

describe("whole notes", () => {
  it.each(["bridges", "sourdough"])("reads %s as its golden file says", async (name) => {
    const text = readFileSync(`test/fixtures/notes/${name}.md`, "utf8");
    await expect(`${JSON.stringify(readDocument(`notes/${name}.md`, text), null, 2)}\n`).toMatchFileSnapshot(
      `../golden/sources/${name}.json`,
    );
  });
});
