import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { encodeEvent, encodeHeader, writerOf } from "../src/adapters/log-line.ts";
import { ratings } from "../src/scheduling/schedule.ts";
import { addDays } from "../src/scheduling/study-day.ts";
import { seededChance } from "../test/support/seeded-chance.ts";

export interface LargeHome {
  readonly cards: number;
  readonly decks: number;
  readonly reviews: number;
  /** Last study day with an answer. */
  readonly lastDay: string;
}

/** A home as years of use leave it: a sitting a day, one file a sitting, an undo now and then. The same bytes every time. */
export function makeLargeHome(folder: string, { cards, decks, reviews, lastDay }: LargeHome): void {
  mkdirSync(join(folder, "storage/reviews"), { recursive: true });
  mkdirSync(join(folder, "decks"));
  writeFileSync(join(folder, "storage/settings.json"), '{"schemaVersion":1}\n');
  const noteIds = Array.from({ length: Math.ceil(cards / 2) }, (_, number) => noteId(number));
  const perDeck = Math.ceil(noteIds.length / decks);
  for (let deck = 0; deck < decks; deck += 1) {
    const notes = noteIds.slice(deck * perDeck, (deck + 1) * perDeck).map(noteText);
    writeFileSync(join(folder, "decks", `deck-${deck}.md`), `---\ntitle: Deck ${deck}\n---\n\n${notes.join("\n")}`);
  }
  writeLog(folder, noteIds, reviews, lastDay);
}

function noteId(number: number): string {
  let rest = number;
  let id = "";
  for (let place = 0; place < 12; place += 1) {
    id += "23456789abcdefghjkmnpqrstuvwxyz"[(rest + place * 7) % 31];
    rest = Math.floor(rest / 31);
  }
  return id;
}

function noteText(id: string, number: number): string {
  return `<!-- ${id} facts kind=date line=${id.slice(0, 8)} next=c3 -->\nC: Treaty ${number} of {{c1::${1500 + (number % 500)}}} was signed in {{c2::Town ${number % 977}}} after a long war.\n`;
}

const sittings = 2000;

function writeLog(folder: string, noteIds: readonly string[], reviews: number, lastDay: string): void {
  const chance = seededChance(1);
  const perSitting = Math.ceil(reviews / sittings);
  // Cards come round in turns: each is due about when its turn is, so a day has what a day has.
  const roundDays = Math.ceil((noteIds.length * 2) / perSitting);
  let written = 0;
  for (let sitting = 0; sitting < sittings && written < reviews; sitting += 1) {
    const day = addDays(lastDay, sitting - sittings + 1);
    const id = `${day.replaceAll("-", "")}1800000${(sitting % 16).toString(16)}${sitting.toString(16).padStart(8, "0")}`;
    const writer = writerOf(id);
    let ms = Date.parse(`${day}T18:00:00.000Z`);
    const lines = [encodeHeader({ at: new Date(ms).toISOString(), writer: id, app: "0.1.0", timeZone: "UTC" })];
    for (let n = 1; n <= perSitting && written < reviews; n += 1) {
      const cardId = `${noteIds[written % noteIds.length]}.c${1 + (Math.floor(written / noteIds.length) % 2)}`;
      written += 1;
      ms += 5000 + Math.floor(chance() * 5000);
      const stamp = { at: new Date(ms).toISOString(), offsetMinutes: 0, studyDay: day };
      if (n > 1 && chance() < 0.005) {
        lines.push(encodeEvent(writer, n, { type: "undone", eventId: `${id}.${n - 1}`, ...stamp }));
        continue;
      }
      const rating = ratings[chance() < 0.1 ? 0 : chance() < 0.2 ? 1 : chance() < 0.9 ? 2 : 3] ?? "good";
      const interval = Math.max(1, Math.round(roundDays * (0.99 + 0.1 * chance())));
      const schedule = { state: "review", interval, dueOn: addDays(day, interval) } as const;
      const answer = { cardId, rating, answerMs: 2000 + Math.floor(chance() * 9000), kind: "due", schedule } as const;
      lines.push(encodeEvent(writer, n, { type: "reviewed", ...answer, ...stamp }));
    }
    writeFileSync(join(folder, "storage/reviews", `${id}.0.jsonl`), `${lines.join("\n")}\n`);
  }
}
