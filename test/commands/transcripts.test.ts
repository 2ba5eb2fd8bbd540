import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { fingerprintOf } from "../../src/text/fingerprint.ts";
import { projectRoot } from "../support/pty.ts";
import { Shell, transcript } from "../support/run-command.ts";

const evening = ["--now", "2026-11-24T18:00:00Z", "--seed", "1"];

const memory = `---
title: Memory and attention
---

C: Ebbinghaus measured the {{c1::forgetting curve}} and published it in {{c2::1885}}.
At: p. 12

Q: Why do later intervals grow?
A: Because each recall makes the memory more stable.
`;

const broken = `<!-- 7hq2mzk4rtw9 facts -->
C: Kant was born in {{c1::1724}}.

C: This one hides nothing.

Q: And this one has no answer

<!-- b8wzv3p6xk2m facts -->
Q: Where did he live?
A: In Königsberg.
`;

const cells = `# Cells

## IDEAS

- Cells are more like crowded cities than bags of water.
- A nerve impulse slows down in the cold because the channels of the membrane open more slowly.

## FACTS

- Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.
- Rudolf Virchow stated in 1855 that every cell comes from another cell.
- The human body renews about 330 billion cells a day.
- Camillo Golgi stained nerve cells with silver nitrate in 1873.
`;

const cellsEdited = cells
  .replace("stated in 1855", "wrote in 1858")
  .replace("- Camillo", "- Albert Claude took the first electron micrograph of a whole cell in 1945.\n- Camillo")
  .replace("slows down", "does not slow down")
  .replace("- The human body renews about 330 billion cells a day.\n", "")
  .replace("- Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.\n", "")
  .replace("- A nerve", "- Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.\n- A nerve");

/** A deck of generated notes of these kinds. */
function generated(kinds: readonly string[]): string {
  const notes = kinds.map((kind, index) => {
    const text = `Bridge ${index + 1} is 300 metres long.`;
    const id = `generatedzz${"abcdefghjk"[index]}`;
    return `<!-- ${id} facts kind=${kind} line=${fingerprintOf(text)} next=c2 -->\nC: ${text.replace("300 metres", "{{c1::300 metres}}")}\n`;
  });
  return `---\ntitle: Terms\nsource: notes/terms.md\n---\n\n${notes.join("\n")}`;
}

/** Two notes are kept, then eight of one kind dropped. */
function judgeAll(shell: Shell): void {
  shell.write({ "decks/terms.md": generated(["why", "number", ...Array<string>(8).fill("number")]) });
  shell.recto([...evening, "triage"], { input: `\n\n${"x\n".repeat(8)}` });
}

/** The clock runs on from `--now`. */
const withoutMs = (text: string) => text.replace(/\.\d{3}Z/g, ".000Z");

/** A slow machine answers slowly. */
const withoutMinutes = (text: string) => text.replace(/\b\d\.\d\b/g, "0.0");

/** Weights are tuned in other tests. */
const withoutScore = (text: string) => text.replace(/"score": \d[\d.]*/, '"score": 1');

const golden = (name: string) => resolve(projectRoot, "test/golden/commands", `${name}.txt`);

const runs: Readonly<Record<string, (shell: Shell) => string>> = {
  help: (shell) => transcript(shell, ["--help"]),
  seminar: (shell) =>
    [
      [...evening, "seminar", "list"],
      [...evening, "seminar", "add", "Reading group", "--on", "2026-12-03T14:00", "--deck", "memory", "--deck", "kant"],
      [...evening, "--seed", "2", "seminar", "add", "Exam", "--on", "2026-11-24", "--deck", "memory", "--minutes", "1"],
      [...evening, "--seed", "4", "seminar", "add", "Test", "--on", "2026-12-09", "--deck", "memory", "--importance", "#core=3"],
      [...evening, "seminar", "remove", "test"],
      [...evening, "seminar", "add", "Exam", "--on", "2026-11-23", "--deck", "memory"],
      [...evening, "seminar", "add", "Exam", "--on", "2026-02-30", "--deck", "memory"],
      [...evening, "seminar", "add", "Exam", "--on", "2026-12-01"],
      [...evening, "seminar", "list"],
      [...evening, "seminar", "study", "exam"],
      [...evening, "seminar", "study"],
      ["--now", "2026-11-26T18:00:00Z", "seminar", "study", "exam"],
      [...evening, "due"],
      [...evening, "seminar", "remove", "Ex"],
      [...evening, "undo"],
    ]
      .map((args) => transcript(shell, args))
      .join(""),
  "seminar-report": (shell) => {
    const later = ["--now", "2026-11-25T18:00:00Z", "--seed", "3"];
    const add = ["seminar", "add", "Reading group", "--on", "2026-11-26", "--deck", "memory"];
    shell.recto([...evening, ...add]);
    shell.recto([...evening, "seminar", "study"], { input: "\n4\n\n4\n\n4\n" });
    const none = transcript(shell, [...evening, "seminar", "report"]);
    shell.recto([...later, "quiz", "Reading group", "--mode", "aloud", "--plain"], { input: "\n3\n\n\n1\n\n\n2\n\n\n" });
    return (
      none +
      transcript(shell, [...later, "seminar", "report"]) +
      transcript(shell, [...later, "seminar", "brief", "--out", "-"]) +
      transcript(shell, [...later, "seminar", "brief"]) +
      transcript(shell, [...later, "seminar", "brief"]) +
      transcript(shell, [...later, "seminar", "brief", "--out", "cells"])
    );
  },
  due: (shell) => transcript(shell, [...evening, "due"]) + transcript(shell, [...evening, "due", "--short"]),
  "due-json": (shell) => transcript(shell, [...evening, "due", "--json"]),
  "due-without-decks": (shell) => transcript(new Shell(), ["due"]) + transcript(shell, ["due", "nowhere"]),
  "generate-nothing": (shell) => transcript(shell, ["generate", "placeholders.md", "--dry-run"]),
  "generate-again": (shell) => {
    shell.recto([...evening, "generate", "cells.md"]);
    shell.write({ "cells.md": cellsEdited });
    const again = transcript(shell, ["--now", "2026-11-25T18:00:00Z", "--seed", "2", "generate", "cells.md"]);
    return again + transcript(shell, ["generate", "cells.md"]);
  },
  "generate-renamed": (shell) => {
    shell.recto([...evening, "generate", "cells.md"]);
    shell.write({ "renamed.md": cells });
    const copied = transcript(shell, ["generate", "renamed.md", "--dry-run"]);
    rmSync(join(shell.home, "cells.md"));
    return `${copied}${transcript(shell, ["generate", "renamed.md"])}${transcript(shell, ["generate", "renamed.md", "--source-moved"])}`;
  },
  "add-in-one-line": (shell) =>
    [
      [
        "Who measured the forgetting curve?",
        "Hermann Ebbinghaus",
        "--both",
        "--at",
        "p. 12",
        "--tag",
        "memory",
        "--deck",
        "kant/second",
      ],
      ["Kant was born in {{1724}} in {{Königsberg}}."],
      ["Q: Where did Kant teach? A: In Königsberg."],
      ["“Dare to know.” — Immanuel Kant", "--yes"],
      ["Kant published his first Critique in 1781.", "--deck", "kant/second"],
      ["--dry-run", "--", "-273.15 °C is called {{absolute zero}}."],
    ]
      .map((args) => transcript(shell, [...evening, "add", ...args]))
      .join(""),
  "add-nothing": (shell) =>
    [
      ["Why do later intervals grow?", "Because each recall makes the memory more stable."],
      ["Why do later intervals grow?", "Nobody knows."],
      ["Ebbinghaus measured the forgetting curve and published it in 1885."],
      ["Things are nice."],
      ["C: A gap {{c1::without end."],
      ["Kant", "was", "born"],
      [],
    ]
      .map((args) => transcript(shell, [...evening, "add", ...args]))
      .join(""),
  "add-from-input": (shell) =>
    transcript(shell, [...evening, "add", "-"], {
      input:
        "Q: What is a leaf's front?\nA: The recto.\n\nQ: And its back?\n\n# Heading\n\nC: Its back is the {{verso}}.\n\nC: Its back is the verso.\n",
    }),
  "add-json": (shell) =>
    transcript(shell, [...evening, "add", "--json", "--dry-run", "Kant published his first Critique in 1781."]) +
    transcript(shell, [...evening, "add", "--json", "Ebbinghaus measured the curve; it is {{steep}}."]),
  "export-report": (shell) => transcript(shell, ["export", "--to", "anki"]),
  "export-dry-run": (shell) => transcript(shell, ["export", "--to", "anki", "--dry-run", "kant/first"]),
  "export-output": (shell) => transcript(shell, ["export", "--to", "anki", "--out", "-", "memory"]),
  "check-with-problems": (shell) => transcript(shell, ["check"]) + transcript(shell, ["check", "--fix"]),
  card: (shell) => {
    const lines = (...args: (readonly string[])[]) =>
      args.map((each) => transcript(shell, [...evening, "card", ...each])).join("");
    const before = lines(
      ["list"],
      ["suspend", "forgetting", "curve"],
      ["suspend", "forgetting", "--all"],
      ["list", "--suspended"],
    );
    const undone = transcript(shell, [...evening, "undo"]);
    shell.recto([...evening, "review", "--plain"], { input: "\n4\nstop\n" });
    return (
      before +
      undone +
      lines(["due", "+10", "and", "published"], ["due", "+10", "7hq2mzk4rtw9.c1"], ["flag", "3", "7hq2mzk4rtw9.c1"]) +
      lines(["show", "7hq2mzk4rtw9.c1"], ["flag", "8", "grow"], ["due", "2026-11-01", "grow"], ["resume", "grow"]) +
      lines(
        ["due", "+3", "grow"],
        ["suspend"],
        ["suspend", "nothing"],
        ["suspnd", "grow"],
        ["reset", "7hq2mzk4rtw9.c1", "--json"],
      )
    ).replace(/ +\d+\.\d s/g, "  1.0 s");
  },
  stats: (shell) => {
    const none = transcript(shell, ["stats"]);
    judgeAll(shell);
    return (
      none +
      transcript(shell, ["stats"]) +
      withoutMs(transcript(shell, ["--now", "2026-11-24T19:00:00Z", "stats", "--forget-triage"]))
    );
  },
  backlog: (shell) => {
    const later = ["--now", "2027-01-20T18:00:00Z"];
    const none = transcript(shell, [...later, "backlog"]);
    shell.recto(["--now", "2026-11-20T08:00:00Z", "review", "--plain"], { input: "\n4\n".repeat(4) });
    const spread = [...later, "backlog", "--spread", "3", "--most", "1"];
    return (
      none +
      transcript(shell, [...later, "backlog"]) +
      transcript(shell, spread) +
      transcript(shell, [...spread, "--yes"]) +
      transcript(shell, [...later, "undo"]) +
      transcript(shell, [...spread, "memory", "--json"]) +
      transcript(shell, ["backlog", "--yes"]) +
      transcript(shell, ["backlog", "--spread", "366"])
    );
  },
  limit: (shell) =>
    [[], ["--new", "40"], ["memory", "--reviews", "3"], ["memory"], ["--usual"], ["--new", "x"]]
      .map((args) => transcript(shell, [...evening, "limit", ...args]))
      .join(""),
  "stats-of-answers": (shell) => {
    shell.recto(["--now", "2026-11-20T08:00:00Z", "review", "memory", "--plain"], { input: "\n4\n\n3\nstop\n" });
    shell.recto(["--now", "2026-11-30T08:00:00Z", "review", "memory", "--plain"], { input: "\n3\n\n1\nstop\n" });
    return (
      withoutMinutes(transcript(shell, ["--now", "2026-11-30T18:00:00Z", "stats", "memory"])) +
      transcript(shell, ["stats", "nowhere"])
    );
  },
  "stats-json": (shell) => {
    judgeAll(shell);
    return transcript(shell, [...evening, "stats", "--json"]);
  },
  "triage-json": (shell) => {
    shell.write({
      "decks/terms.md": generated(["number", "number"]),
      "notes/terms.md": "# FACTS\n\n- Bridge 1 is 300 metres long.\n",
    });
    return withoutScore(transcript(shell, ["triage", "--json"])) + transcript(shell, ["triage", "--json", "--plain"]);
  },
  "generate-offered-last": (shell) => {
    judgeAll(shell);
    shell.write({ "bridges.md": "# FACTS\n\n- The Golden Gate Bridge is 1,280 metres long.\n" });
    return transcript(shell, ["generate", "bridges.md", "--dry-run", "--kinds", "number"]);
  },
  undo: (shell) => {
    shell.recto([...evening, "review", "--plain"], { input: "\n3\nq\n" });
    return transcript(shell, [...evening, "undo"]) + transcript(shell, [...evening, "undo"]);
  },
};

for (const [name, run] of Object.entries(runs)) {
  test(`the transcript of ${name} is as a person has read it`, async () => {
    const shell = new Shell({
      "decks/memory.md": memory,
      "decks/kant/first.md": broken,
      "decks/sound.md": new Uint8Array([0x61, 0, 0x62]),
      "cells.md": cells,
      "placeholders.md": "## Facts\n\n- ...\n- TODO\n\n## Quotes\n",
    });
    await expect(run(shell)).toMatchFileSnapshot(golden(name));
  });
}

test("no golden transcript is left without its run", () => {
  expect(readdirSync(golden("x").replace(/x\.txt$/, "")).sort()).toEqual(
    Object.keys(runs)
      .map((name) => `${name}.txt`)
      .sort(),
  );
});
