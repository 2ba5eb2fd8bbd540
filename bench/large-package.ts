import { writeFileSync } from "node:fs";
import { basicModel, clozeModel, collectionOf, deckOf, zipped } from "../test/support/anki/build-package.ts";

/** A package of the second generation: a sixth of the notes are clozes, ten answers a card, in twenty decks. */
export async function largePackage(path: string, notes: number, reviews: number): Promise<void> {
  const now = Date.now();
  const day = 86_400_000;
  const crt = Math.floor(now / day) * 86_400 - 2000 * 86_400 + 4 * 3600;
  const decks = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [at + 2, deckOf(at + 2, `Deck ${at % 4}::Part ${at}`)]));
  const isCloze = (at: number) => at % 6 === 0;
  const ids = Array.from({ length: notes }, (_, at) => now - 400 * day + at);
  const intervals = [1, 3, 8, 20, 45, 90, 160, 270, 420, 600];
  const bytes = collectionOf({
    crt,
    models: { 1: basicModel, 3: clozeModel },
    decks: { 1: deckOf(1, "Default"), ...decks },
    notes: ids.map((id, at) => ({
      id,
      guid: `guid${at}`,
      mid: isCloze(at) ? 3 : 1,
      flds: isCloze(at)
        ? `In <b>${1000 + (at % 900)}</b> somebody numbered ${at} found {{c1::the thing ${at}}} near a river that has no name.\x1fFrom chapter ${at % 40}.`
        : `What did person ${at} find in the year ${1000 + (at % 900)}?\x1fThe <i>thing</i> numbered ${at}, as said in chapter ${at % 40} &amp; after.`,
      tags: ` part${at % 50} `,
    })),
    cards: ids.map((id, at) => ({
      id: id + 1_000_000,
      nid: id,
      did: 2 + (at % 20),
      type: 2,
      queue: 2,
      due: 2000 + (at % 300),
      ivl: 600,
      factor: 2500,
      reps: 10,
    })),
    revlog: Array.from({ length: reviews }, (_, at) => {
      const card = at % notes;
      const round = Math.floor(at / notes);
      return {
        id: now - 1700 * day + intervals.slice(0, round).reduce((sum, days) => sum + days, 0) * day + card * 7 + round,
        cid: (ids[card] as number) + 1_000_000,
        ease: at % 11 === 0 ? 2 : 3,
        ivl: intervals[round] ?? 600,
        lastIvl: intervals[round - 1] ?? 0,
        type: round === 0 ? 0 : 1,
        time: 3000 + (at % 9000),
      };
    }),
  });
  writeFileSync(
    path,
    await zipped([
      ["meta", Buffer.from([8, 2])],
      ["collection.anki21", bytes],
      ["media", Buffer.from("{}")],
    ]),
  );
}
