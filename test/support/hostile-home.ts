import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { addNotes } from "../../src/notes/add-notes.ts";
import { type Deck, writeDeck } from "../../src/notes/deck.ts";
import { writeFrontMatter } from "../../src/notes/front-matter.ts";
import { notesWith, texts, tidy } from "./hostile.ts";
import { Shell } from "./run-command.ts";

/** Longer ones only make the home large; each is tried whole elsewhere. */
const longest = 3000;

const abc = "23456789abcdefghjkmnpqrstuvwxyz";
const letters = (number: number) => `${abc[Math.floor(number / 31)]}${abc[number % 31]}`;

/** A name that a file system takes, as near to the text as that allows. */
function nameOf(text: string): string {
  const name = text.replace(/[/\0]/g, "").slice(0, 60).toWellFormed();
  return /^\.*$/.test(name) ? "" : name;
}

/** A home of a stranger, who put every hostile text wherever a home has room for a text: the study notes lie under `notes`. */
export function hostileHome(): { readonly shell: Shell; readonly documents: readonly string[] } {
  const shell = new Shell();
  const documents: string[] = [];
  const write = (path: string, text: string) => {
    mkdirSync(join(shell.home, path, ".."), { recursive: true });
    writeFileSync(join(shell.home, path), text);
  };
  texts.forEach(([id, whole], number) => {
    const text = whole.slice(0, longest).toWellFormed();
    const clean = tidy(text);
    const line = clean.replace(/\s+/g, " ");
    if (clean !== "") {
      const empty: Deck = { name: id, file: `decks/${id}.md`, frontMatter: {}, pieces: [], problems: [] };
      const notes = notesWith(clean).map((note, place) => ({
        ...note,
        provenance: { candidateKind: "name" },
        id: `${letters(number)}${note.id.slice(2, 11)}${abc[place]}`,
      }));
      const front = writeFrontMatter({ title: clean, tags: [line], author: line, topic: line, source: `notes/${id}.md` });
      write(`decks/${id}.md`, `${front}\n${writeDeck(addNotes(empty, notes))}`);
    }
    write(`decks/raw/${id}.md`, `---\ntitle: ${text}\n---\n\nC: {{c1::${text}\n\nQ: ${text}\n\nA: b\n${text}\n`);
    write(
      `notes/${id}.md`,
      `# ${text}\n\n## FACTS\n\n- ${text} was found in 1969 by Ada Lovelace.\n- ${text}\n\n## ${text}\n\n> ${text}\n`,
    );
    documents.push(`notes/${id}.md`);
    write(`storage/dropped/${id}.md`, `<!-- ${letters(number)}dzv3p6xk2m facts -->\nQ: ${line}\nA: ${line}\n`);
    write(`storage/read/${id}.txt`, `${text}\n`);
    const name = nameOf(text);
    if (name === "") return;
    for (const path of [`decks/${name}.md`, `decks/${name}/deck.md`, `storage/reviews/${name}`, `storage/reviews/${name}.jsonl`])
      write(path, `Q: Named by ${id}?\nA: ${line}\n`);
    documents.push(`notes/${name}.txt`);
    write(`notes/${name}.txt`, `- ${line} was found in 1969 by Ada Lovelace.\n`);
  });
  write("storage/reviews/202611241705009c0d1e2f3a.0.jsonl", hostileLog("202611241705009c0d1e2f3a"));
  write("storage/settings.json", JSON.stringify(hostileSettings()));
  return { shell, documents };
}

/** Every line signed: an accident cannot make them, a stranger can. */
function hostileLog(writer: string): string {
  const stamp = { at: "2026-11-24T17:05:00.000Z", offsetMinutes: 0, studyDay: "2026-11-24" };
  const signed = (fields: object) => {
    const body = JSON.stringify(fields).slice(0, -1);
    return `${body},"crc":"${crc32(writer + body)
      .toString(16)
      .padStart(8, "0")}"}\n`;
  };
  let n = 0;
  const event = (fields: object) => signed({ v: 1, n: ++n, ...stamp, ...fields });
  const lines = texts.flatMap(([, whole]) => {
    const text = whole.slice(0, 500).toWellFormed();
    return [
      signed({ v: 1, n: 0, type: "opened", at: stamp.at, writer, app: text, timeZone: text }),
      event({ type: "triaged", noteId: "7hq2mzk4rtw9", candidateKind: text, score: 1, verdict: "kept" }),
      event({ type: "rescheduled", cardId: "7hq2mzk4rtw9.qa", dueOn: "2026-11-24", why: text }),
      event({ type: text, cardId: text }),
      event({ type: "undone", eventId: text, cardId: text }),
      `${text}\n`,
    ];
  });
  return lines.join("");
}

function hostileSettings(): object {
  const own = texts.map(([, whole]) => [whole.slice(0, 200).toWellFormed(), whole.slice(0, 200).toWellFormed()]);
  const title = texts[0]?.[1] ?? "";
  return {
    ...Object.fromEntries(own),
    schemaVersion: 1,
    timeZone: title,
    reviewOrder: title,
    newPerDay: 9000,
    reviewsPerDay: 9000,
  };
}
