import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explainedText, linesToExplain, nearestText } from "../../src/commands/generate-explain.ts";
import type { CandidateReport, LineReport } from "../../src/generation/generate.ts";
import { Shell } from "../support/run-command.ts";

const taken: CandidateReport = {
  kind: "date",
  form: "gap",
  front: "Robert Hooke coined the word cell in [which year?] after looking at cork through a microscope.",
  answer: "1665",
  score: 0.98,
  parts: [
    { name: "prior", weight: 0.72 },
    { name: "section", weight: 0.1 },
    { name: "short answer", weight: 0.16 },
  ],
  verdict: "taken",
};

const rejected: CandidateReport = {
  kind: "term",
  form: "gap",
  front: "Robert Hooke coined the word cell in 1665 after looking at cork through a […].",
  answer: "microscope",
  score: 0.42,
  parts: [
    { name: "prior", weight: 0.5 },
    { name: "vague head", weight: -0.08 },
  ],
  verdict: { rule: "low-score", reason: "its score is too low: 0.76 is needed" },
};

const lines: readonly LineReport[] = [
  {
    item: {
      section: "facts",
      line: 3,
      text: "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.",
    },
    candidates: [taken, rejected],
  },
  {
    item: { section: "facts", line: 14, text: "Cells are small." },
    candidates: [{ ...rejected, form: "question", front: "What are cells?", answer: "Small" }],
    rejection: { rule: "low-score", reason: "its best card would not do: its score is too low" },
  },
];

describe("explained lines", () => {
  test("show each candidate with its score and what rejected it", () => {
    expect(explainedText(lines, { passedOver: false }, 80)).toMatchInlineSnapshot(`
      "    3  Robert Hooke coined the word cell in 1665 after looking at cork through a
             microscope.
           +  0.98  date         [1665]
           -  0.42  term         [microscope] · its score is too low: 0.76 is needed

         14  Cells are small.
             no card: its best card would not do: its score is too low
           -  0.42  term         What are cells? → Small · its score is too low: 0.76
                                 is needed"
    `);
  });

  test("show every weight, and the rule's name, where one line is asked for", () => {
    expect(
      explainedText(linesToExplain(lines, { line: 3, passedOver: false }), { line: 3, passedOver: false }, 60),
    ).toMatchInlineSnapshot(`
      "    3  Robert Hooke coined the word cell in 1665 after
             looking at cork through a microscope.
           +  0.98  date         [1665]
                                 +0.72 prior, +0.10 section, +0.16
                                 short answer
           -  0.42  term         [microscope] · its score is too
                                 low: 0.76 is needed (low-score)
                                 +0.50 prior, −0.08 vague head"
    `);
  });

  test("show only the best candidate of those that gave no card", () => {
    expect(linesToExplain(lines, { passedOver: true })).toEqual([lines[1]]);
    expect(explainedText(linesToExplain(lines, { passedOver: true }), { passedOver: true }, 80)).toMatchInlineSnapshot(`
      "   14  Cells are small.
             no card: its best card would not do: its score is too low
           -  0.42  term         What are cells? → Small · its score is too low: 0.76
                                 is needed"
    `);
  });

  test("name what came nearest", () => {
    expect(nearestText(lines.slice(1), 80)).toMatchInlineSnapshot(`
      "   14  Cells are small.
           -  0.42  term         What are cells? → Small · its score is too low: 0.76
                                 is needed"
    `);
  });
});

describe("recto generate", () => {
  const home = () =>
    new Shell({
      "note.md": "# FACTS\n\n- Some people like this thing very much.\n- Robert Hooke coined the word cell in 1665.\n",
    });

  test.each([
    { flags: ["--kinds", "date,colour"], says: /^--kinds: "colour" is no kind of card\. There are acronym, .*, why\.\n$/ },
    { flags: ["--kinds", ""], says: /^--kinds: "" is no kind of card\./ },
    { flags: ["--lang", "klingon"], says: /^--lang: "klingon" is no code of a language\. Write it as en, de or pt-BR\.\n$/ },
    {
      flags: ["--lang", "xx"],
      says: /^--lang: "xx" is no language that is known by this code\. Write it as en, de or pt-BR\.\n$/,
    },
    { flags: ["--per-line", "0"], says: /"0" is no number from 1\./ },
    { flags: ["--line", "x"], says: /"x" is no number from 1\./ },
  ])("refuses $flags, and says what there is", ({ flags, says }) => {
    const { out, err, code } = home().recto(["generate", "note.md", ...flags]);
    expect({ out, code }).toEqual({ out: "", code: 2 });
    expect(err).toMatch(says);
  });

  test.each([
    ["de", ""],
    ["fr-CA", ""],
    ["deu", ""],
    [
      "es",
      "recto knows the grammar of English, German and French; of Spanish it asks for what needs none: figures, names, contrasts, quotes and rare words.\n",
    ],
    [
      "sw",
      "recto knows the grammar of English, German and French; of Swahili it does not even know the commonest words: it asks for figures, names, contrasts and quotes, and some rare words will be common ones.\n",
    ],
  ])("says how much it knows of a language that is named: %s", (code, says) => {
    const { err } = home().recto(["generate", "note.md", "--yes", "--lang", code]);
    expect(err).toBe(says);
  });

  test("keeps a language by its usual code", () => {
    const shell = home();
    shell.recto(["generate", "note.md", "--yes", "--lang", "DEU"]);
    expect(readFileSync(join(shell.home, "decks/note.md"), "utf8")).toContain("language: de\n");
  });

  test("gives programs every candidate with its weights and the rule, when asked to explain", () => {
    const { out } = home().recto(["generate", "note.md", "--dry-run", "--json", "--explain", "--kinds", "date"]);
    const [deck] = JSON.parse(out).decks;
    const [vague, hooke] = deck.lines;
    expect(vague.rejection.rule).toMatch(/^(?:nothing-to-ask|kind-not-wanted)$/);
    const taken = hooke.candidates.find(({ kind }: CandidateReport) => kind === "date");
    expect(taken).toMatchObject({ answer: "1665", verdict: "taken" });
    expect(taken.parts[0]).toEqual({ name: "prior", weight: expect.any(Number) });
    const other = hooke.candidates.find(({ kind }: CandidateReport) => kind !== "date");
    expect(other.verdict).toEqual({ rule: "kind-not-wanted", reason: "cards of this kind were not asked for" });
  });

  test.each([["--explain"], ["--passed-over"], ["--line", "4"]])("only shows when it is asked why: %s %s", (...why) => {
    const shell = home();
    const { err, code } = shell.recto(["generate", "note.md", ...why]);
    expect([err, code]).toEqual(["Nothing written, since you asked why; with --yes it writes too.\n", 0]);
    expect(existsSync(join(shell.home, "decks/note.md"))).toBe(false);
    expect(shell.recto(["generate", "note.md", ...why, "--yes"]).out).toContain("Written to decks/note.md");
    expect(existsSync(join(shell.home, "decks/note.md"))).toBe(true);
  });

  test("names the card that it left out with the note in its way, and a note reworded by hand that the source left behind", () => {
    const shell = home();
    shell.recto(["generate", "note.md", "--yes"]);
    const path = join(shell.home, "decks/note.md");
    const deck = readFileSync(path, "utf8").replaceAll("coined the word cell", "first used the word cell");
    writeFileSync(path, deck);
    shell.write({ "note.md": "# FACTS\n\n- Robert Hooke coined the word cell in Micrographia.\n" });
    const line = deck.split("\n").findIndex((each) => /^[CQ]: .*first used/.test(each)) + 1;
    const { out } = shell.recto(["generate", "note.md", "--dry-run"]);
    const said = out.replace(/\s+/g, " ");
    expect(said).toContain(
      `decks/note.md:${line} is reworded by hand and still says “Robert Hooke first used the word cell in 1665.”; the source now says “Robert Hooke coined the word cell in Micrographia.”`,
    );
    expect(said).toMatch(
      new RegExp(`Left out: Who coined .* → Robert Hooke\\. decks/ ?note\\.md:${line} is your own note about it\\.`),
    );
    const [json] = JSON.parse(shell.recto(["generate", "note.md", "--json"]).out).decks;
    expect(json.rewordedByHand[0]).toMatchObject({ at: `decks/note.md:${line}`, line: 3 });
    expect(json.barred[0]).toMatchObject({ by: "byHand", at: `decks/note.md:${line}` });
    expect(readFileSync(path, "utf8")).toBe(deck);
  });

  test("says when a line that is asked for holds nothing", () => {
    expect(home().recto(["generate", "note.md", "--dry-run", "--line", "2"]).err).toBe("Nothing was read from line 2.\n");
  });

  test("says that the lines were read before when their deck is gone, and that --rebuild offers them", () => {
    const shell = home();
    shell.recto(["generate", "note.md"]);
    rmSync(join(shell.home, "decks/note.md"));
    const { err, out } = shell.recto(["generate", "note.md"]);
    expect(err).toBe("decks/note.md is gone, and its lines were read before. --rebuild offers their notes anew.\n");
    expect(out).toContain("not offered again");
    expect(shell.recto(["generate", "note.md", "--rebuild"]).out).toContain("Written to decks/note.md");
  });

  test("shows what came nearest when no line gave a card", () => {
    const { err, code } = home().recto(["generate", "-", "--deck", "none", "--strict"], {
      input: "# FACTS\n\n- Some people like the microscope very much.\n- Cells are small rooms in a monastery.\n",
    });
    expect(err).toMatch(/^No line gave a card worth keeping\.[^\n]*\nNearest to it came:\n {4}\d {2}\S.*is needed\n/s);
    expect(code).toBe(1);
  });
});
