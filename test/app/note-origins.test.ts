import { expect, test } from "vitest";
import { noteOrigins } from "../../src/app/note-origins.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { fingerprintOf } from "../../src/text/fingerprint.ts";

const hooke = "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.";
const document = `# Cells\n\n## FACTS\n\n- ${hooke}\n- Rudolf Virchow stated in 1855 that every cell comes from another cell.\n`;
const year = "Q: When did Robert Hooke coin the word cell?\nA: 1665";

/** The origin of the one note in a deck that names this source. */
function originOf(note: string, source: string, files: Readonly<Record<string, string | Uint8Array>>, kind = "date") {
  const text = `---\nsource: "${source}"\n---\n\n<!-- 7hq2mzk4rtw9 facts kind=${kind} line=${fingerprintOf(hooke)} next=c2 -->\n${note}\n`;
  const deck = readDeck("cells", "decks/cells.md", text);
  const asked: string[] = [];
  const origins = noteOrigins((path) => {
    asked.push(path);
    const found = files[path];
    return typeof found === "string" ? new TextEncoder().encode(found) : found;
  });
  const [only] = notesOf(deck);
  if (!only) throw new Error(`no note: ${JSON.stringify(deck.problems)}`);
  const origin = origins(deck, only);
  origins(deck, only);
  return { origin, asked };
}

const files = { "notes/cells.md": document };
const place = { file: "notes/cells.md", line: 5, text: hooke };

test("a note is found by its line and what it asks for, with the generator's score of now", () => {
  const { origin, asked } = originOf(year, "notes/cells.md", files);
  expect(origin).toMatchObject({ source: place });
  expect(origin.score).toBeGreaterThan(0.5);
  expect(asked).toEqual(["notes/cells.md"]); // read once, however many notes ask
});

test("a note that was edited is known by its kind or by one of its answers", () => {
  const { score } = originOf(year, "notes/cells.md", files).origin;
  expect(originOf("C: Hooke called it a cell in {{c1::1665}}.", "notes/cells.md", files, "pair").origin.score).toBe(score);
});

test("a note that the generator would not make now has its place and no score", () => {
  const { origin } = originOf("Q: What is cork?\nA: Bark.", "notes/cells.md", files, "pair");
  expect(origin).toEqual({ source: place });
});

test("of a document with several sources the one that the deck names is meant", () => {
  const fenced = (title: string, line: string) =>
    `\`\`\`markdown\n# ${title}\n\n## SUMMARY\n\n- ${title}.\n\n## FACTS\n\n- ${line}\n\`\`\`\n\n`;
  const both = { "notes/two.md": fenced("Plants", "A plant lives on light.") + fenced("Cells #1", hooke) };
  expect(originOf(year, "notes/two.md#Cells #1", both).origin.source).toEqual({ file: "notes/two.md", line: 22, text: hooke });
  for (const other of ["notes/two.md#Plants", "notes/two.md#Cells", "notes/two.md"])
    expect(originOf(year, other, both).origin).toEqual({});
  expect(originOf(year, "notes/a#b.md", { "notes/a#b.md": document }).origin.source?.file).toBe("notes/a#b.md");
});

test.each([
  ["no such file", "notes/gone.md", {}],
  ["standard input", "-", { "-": document }],
  ["no source", "", { "": document }],
  ["a binary file", "notes/cells.md", { "notes/cells.md": new Uint8Array([0x61, 0, 0x62]) }],
  ["an empty file", "notes/cells.md", { "notes/cells.md": "" }],
  ["the line is gone", "notes/cells.md", { "notes/cells.md": document.replace("cork", "bark") }],
])("nothing is known, and nothing goes wrong: %s", (_, source, found) => {
  expect(originOf(year, source, found).origin).toEqual({});
});
