/**
 * What handing 100,000 notes to Anki as text costs, and taking them in again, as ratios to the plainest thing that could do the same
 * work in the same run: `JSON.stringify` of the notes, and bare markdown-it on the texts of those with mark-up. Runs in turns, the quickest
 * of each. Run with: npm run bench:anki
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import createParser from "markdown-it";
import { defaultSettings } from "../src/adapters/settings-store.ts";
import { ankiText } from "../src/exchange/anki-text.ts";
import type { ExportDeck } from "../src/exchange/export-deck.ts";
import { draftsOf } from "../src/exchange/imported-draft.ts";
import { readAnkiText } from "../src/exchange/read-anki-text.ts";
import type { Note } from "../src/notes/note.ts";
import { heading, table, verdict } from "./layout.ts";

const count = 100_000;
const turns = 15;
const folder = mkdtempSync(join(tmpdir(), "recto-anki-bench-"));

const plain = deckOf(
  (index) => `Fact ${index}: the library of Alexandria held scrolls from ${index} ships, said Galen`,
  "a guess",
);
const marked = deckOf(
  (index) =>
    `Fact ${index}: the *library* of **Alexandria** held \`${index}\` scrolls, said [Galen](https://example.org/${index})`,
  "a **guess**, $x_1$",
);

/** Half questions, half clozes. */
function deckOf(sentence: (index: number) => string, answer: string): ExportDeck {
  const notes = Array.from({ length: count }, (_, index): Note => {
    const base = { id: idOf(index), idIsDerived: false, section: "facts", provenance: {} } as const;
    if (index % 2 === 0) return { ...base, kind: "question", question: `${sentence(index)}?`, answer, both: false };
    return { ...base, kind: "cloze", text: [`${sentence(index)}, in `, { ordinal: 1, text: answer }, "."] };
  });
  return { title: "Libraries", name: "history::libraries", tags: ["history"], notes, topics: new Map() };
}

function idOf(index: number): string {
  return `abcdefg${String(index).padStart(5, "2").replace(/[01]/g, "z")}`;
}

/** Milliseconds of the quickest turn of each, taken in turns. */
function quickest(works: Readonly<Record<string, () => void>>): Record<string, number> {
  const best: Record<string, number> = {};
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      work();
      best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, performance.now() - start);
    }
  }
  return best;
}

const markdownIt = createParser();
const textsOf = ({ notes }: ExportDeck) =>
  notes.flatMap((note) =>
    note.kind === "question"
      ? [note.question, note.answer]
      : note.text.map((part) => (typeof part === "string" ? part : part.text)).join(""),
  );
const texts = textsOf(marked);
const write = (text: string) => writeFileSync(join(folder, "out"), text);
const out = (deck: ExportDeck) => write(ankiText([deck], { ...defaultSettings, updateTags: false, separator: "comma" }).text);

const ms = quickest({
  json: () => write(JSON.stringify(plain.notes)),
  plain: () => out(plain),
  markdownIt: () => write(texts.map((text) => markdownIt.render(text)).join("\n")),
  marked: () => out(marked),
});

const ratioRow = (what: string, own: number, bare: number, most: number) => [
  what,
  `${own.toFixed(0)} ms`,
  `${bare.toFixed(0)} ms`,
  `${(own / bare).toFixed(2)} x`,
  `target ${most} x${verdict(own / bare <= most)}`,
];

heading(`${count} notes to text for Anki, on Node ${process.version}`);
table([
  ["", "recto", "bare", "ratio", ""],
  ratioRow("without mark-up, against JSON.stringify and write", ms.plain ?? 0, ms.json ?? 1, 2),
  ratioRow("with mark-up, against markdown-it and write", ms.marked ?? 0, ms.markdownIt ?? 1, 2),
]);

const files = [plain, marked].map((deck) => ankiText([deck], { ...defaultSettings, updateTags: false, separator: "comma" }).text);
const read = (file = "") => {
  const imported = readAnkiText(file, defaultSettings);
  if (!("notes" in imported)) throw new Error(imported.saw);
  for (const note of imported.notes) draftsOf(note);
};
const back = quickest({ plain: () => read(files[0]), marked: () => read(files[1]) });
heading("and back into Markdown");
table([
  ["", "recto", "a note"],
  ["without mark-up", `${back.plain?.toFixed(0)} ms`, `${(((back.plain ?? 0) * 1000) / count).toFixed(1)} µs`],
  ["with mark-up", `${back.marked?.toFixed(0)} ms`, `${(((back.marked ?? 0) * 1000) / count).toFixed(1)} µs`],
]);
rmSync(folder, { recursive: true });
