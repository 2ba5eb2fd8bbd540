import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
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

const golden = (name: string) => resolve(projectRoot, "test/golden/commands", `${name}.txt`);

const runs: Readonly<Record<string, (shell: Shell) => string>> = {
  help: (shell) => transcript(shell, ["--help"]),
  due: (shell) => transcript(shell, [...evening, "due"]) + transcript(shell, [...evening, "due", "--short"]),
  "due-json": (shell) => transcript(shell, [...evening, "due", "--json"]),
  "due-without-decks": (shell) => transcript(new Shell(), ["due"]) + transcript(shell, ["due", "nowhere"]),
  "generate-nothing": (shell) => transcript(shell, ["generate", "placeholders.md", "--dry-run"]),
  "export-report": (shell) => transcript(shell, ["export", "--to", "anki"]),
  "export-dry-run": (shell) => transcript(shell, ["export", "--to", "anki", "--dry-run", "kant/first"]),
  "export-output": (shell) => transcript(shell, ["export", "--to", "anki", "--out", "-", "memory"]),
  "check-with-problems": (shell) => transcript(shell, ["check"]) + transcript(shell, ["check", "--fix"]),
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
