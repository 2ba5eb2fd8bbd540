import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

const note = `# Lisbon

## The quake

- An earthquake destroyed most of Lisbon on 1 November 1755.
- Voltaire attacked optimism in Candide in 1759.

## The new Baixa

- Manuel da Maia offered five plans for the new city in 1756.
`;
const edited = note
  .replace("- Voltaire attacked optimism in Candide in 1759.\n", "")
  .replace("## The new Baixa\n", "## Rebuilding\n\n- Voltaire attacked optimism in Candide in 1759.");

test("the preview names headings that the source renamed and notes that it moved, and the deck follows", () => {
  const shell = new Shell({ "note.md": note });
  shell.recto(["generate", "note.md", "--yes"]);
  shell.write({ "note.md": edited });
  const said = shell.recto(["generate", "note.md", "--yes"]).out;
  expect(said).toMatch(/nothing new, \d moved, 1 heading renamed/);
  expect(said).toContain("\nheading renamed: The new Baixa → Rebuilding\n");
  expect(said).toContain("\nMoved under another heading (");
  expect(said).toContain("The quake → Rebuilding\n");
  const deck = readFileSync(join(shell.home, "decks/note.md"), "utf8");
  expect(deck.indexOf("## Rebuilding")).toBeLessThan(deck.indexOf("Voltaire"));
  expect(shell.recto(["generate", "note.md", "--yes"]).out).toContain("decks/note.md is up to date");
});

test("the preview says once which notes stay under a heading of the reader's own", () => {
  const shell = new Shell({ "note.md": note });
  shell.recto(["generate", "note.md", "--yes"]);
  const path = join(shell.home, "decks/note.md");
  const own = readFileSync(path, "utf8").replace("## The new Baixa", "## My Baixa");
  writeFileSync(path, own);
  expect(shell.recto(["generate", "note.md", "--yes"]).out).not.toContain("stays under");
  shell.write({ "note.md": note.replace("## The new Baixa", "## Rebuilding") });
  const [json] = JSON.parse(shell.recto(["generate", "note.md", "--json", "--dry-run"]).out).decks;
  expect(json.underOtherHeadings[0]).toMatchObject({ from: ["My Baixa"], to: ["Rebuilding"] });
  const said = shell.recto(["generate", "note.md", "--yes"]).out.replace(/\s+/g, " ");
  expect(said).toMatch(/decks\/note\.md:\d+ stays under “My Baixa”, though its line stands under “Rebuilding” now/);
  expect(shell.recto(["generate", "note.md", "--yes"]).out).not.toContain("stays under");
  expect(readFileSync(path, "utf8")).toBe(own);
});
