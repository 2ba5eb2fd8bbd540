import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cardsOf } from "../../src/cards/cards-of-note.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { addDays, daysBetween } from "../../src/scheduling/study-day.ts";
import { packed } from "../support/anki/packed.ts";
import { driveAnki, findRealAnki, newCollection } from "../support/anki/real-anki.ts";
import { take } from "../support/anki/take.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface StateInAnki {
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly interval: number;
  readonly dueIn: number | null;
  readonly reps: number;
  readonly lapses: number;
  readonly flag: number;
  readonly memory: readonly [stability: number, difficulty: number] | null;
  readonly kept: readonly [stability: number, difficulty: number] | null;
  readonly deck: string;
}
type States = Readonly<Record<string, StateInAnki>>;

const anki = findRealAnki(process.env);
const python = "python" in anki ? anki.python : "";
if ("missing" in anki) {
  const words = `NOT TESTED against a real Anki: ${anki.missing}`;
  process.stderr.write(`\n${words}\n\n`);
  test(words, ({ skip }) => skip(anki.missing));
}

const text = `---
title: How memory works
tags: [psychology]
---

<!-- 7hq2mzk4rtw9 facts #own -->
C: Ebbinghaus measured the {{c1::forgetting curve}} in {{c2::1885::which year?}}.

<!-- b8wzv3p6xk2m facts both -->
Q: fork ![](media/fork.png)
A: la fourchette

<!-- k4m9q2ht7rzc quotes -->
> The true art of memory is {{c1::the art of attention}}.
> — {{who::Samuel Johnson}}

<!-- cf3brwrq2222 facts guid=abc -->
Q: Came from Anki?
A: Yes.
`;
const dayMs = 86_400_000;

/** Answers over the last weeks, by recto's own rules of the schedule where it matters. */
function studied(): MemoryStores {
  const stores = new MemoryStores({ "psychology::memory": text });
  stores.mediaFiles.set("fork.png", Buffer.from("picture"));
  const now = Date.now();
  const answer = (cardId: string, daysAgo: number, rating: "again" | "good", schedule: object) => {
    stores.clock = now - daysAgo * dayMs;
    stores.history().append({ type: "reviewed", cardId, rating, answerMs: 2500, kind: "due", schedule: schedule as never });
  };
  const today = new Date(now - 4 * 3_600_000).toISOString().slice(0, 10);
  const review = (daysAgo: number, interval: number) => ({
    state: "review",
    interval,
    dueOn: addDays(addDays(today, -daysAgo), interval),
  });
  answer("7hq2mzk4rtw9.c1", 60, "good", {
    state: "learning",
    step: 1,
    dueAt: new Date(now - 60 * dayMs + 600_000).toISOString(),
  });
  answer("7hq2mzk4rtw9.c1", 59, "good", review(59, 4));
  answer("7hq2mzk4rtw9.c1", 55, "good", review(55, 20));
  answer("7hq2mzk4rtw9.c1", 35, "good", review(35, 70));
  answer("b8wzv3p6xk2m.qa", 30, "good", review(30, 4));
  answer("b8wzv3p6xk2m.qa", 26, "again", { state: "relearning", step: 0, dueOn: addDays(today, -25) });
  answer("b8wzv3p6xk2m.qa", 25, "good", review(25, 10));
  answer("k4m9q2ht7rzc.who", 10, "good", review(10, 12));
  answer("b8wzv3p6xk2m.aq", 1, "good", { state: "learning", step: 1, dueOn: addDays(today, 1) });
  stores.clock = now - 1000;
  stores.history().append({ type: "suspended", cardId: "k4m9q2ht7rzc.who" });
  stores.history().append({ type: "flagged", cardId: "7hq2mzk4rtw9.c1", flag: 2 });
  stores.clock = now;
  return stores;
}

describe.skipIf("missing" in anki)("a package for a real Anki", () => {
  test("brings notes, media, the days on which cards are due, their memory and their history", async () => {
    const stores = studied();
    const { path, report } = await packed(stores);
    expect(report).toMatchObject({
      notes: 4,
      cards: 6,
      answers: 9,
      missingMedia: [],
      notCarried: [{ noteId: "cf3brwrq2222", reason: "fromAnki" }],
    });
    const [, log, notes, states, rows, names] = driveAnki(python, [
      { fsrs: true },
      { importPackage: path },
      { dump: true },
      { states: true },
      { reviews: true },
      { mediaNames: true },
    ]) as [unknown, unknown, Record<string, { tags: string[]; noteType: string }[]>, States, Record<string, unknown[]>, string[]];
    expect(log).toEqual({ new: 4, found: 4 });
    expect(notes["7hq2mzk4rtw9"]).toMatchObject([
      { noteType: "Recto cloze", tags: ["own", "psychology"], decks: ["psychology::memory"] },
    ]);
    expect(names).toEqual(["fork.png"]);
    const { cards } = replay(stores.saved);
    const today = new Date(stores.clock - 4 * 3_600_000).toISOString().slice(0, 10);
    const pairs = [
      ["7hq2mzk4rtw9:0", "7hq2mzk4rtw9.c1"],
      ["b8wzv3p6xk2m:0", "b8wzv3p6xk2m.qa"],
      ["k4m9q2ht7rzcwho:0", "k4m9q2ht7rzc.who"],
      ["b8wzv3p6xk2m:1", "b8wzv3p6xk2m.aq"],
    ] as const;
    for (const [name, id] of pairs) {
      const here = cards.get(id);
      const there = states[name];
      const dueOn = here && "dueOn" in here.schedule ? here.schedule.dueOn : today;
      expect(there?.dueIn ?? (there?.due ?? 0) - todayIn(states), name).toBe(daysBetween(today, dueOn));
      expect([there?.reps, there?.lapses, there?.flag], name).toEqual([here?.reps, here?.lapses, here?.flag]);
      expect(there?.kept?.[0], name).toBeCloseTo(here?.memory?.stabilityDays ?? 0, 3);
      expect(there?.kept?.[1], name).toBeCloseTo(here?.memory?.difficulty ?? 0, 2);
      // Anki, from the rows alone, comes to the same.
      expect(there?.memory?.[0], name).toBeCloseTo(here?.memory?.stabilityDays ?? 0, 2);
      expect(rows[name], name).toHaveLength(
        stores.saved.filter((event) => event.type === "reviewed" && event.cardId === id).length,
      );
    }
    expect(states["7hq2mzk4rtw9:0"]).toMatchObject({ type: 2, queue: 2, interval: 70 });
    expect(states["k4m9q2ht7rzcwho:0"]).toMatchObject({ type: 2, queue: -1 });
    expect(states["b8wzv3p6xk2m:1"]).toMatchObject({ type: 1, queue: 3 });
    expect(states["7hq2mzk4rtw9:1"]).toMatchObject({ type: 0, queue: 0, kept: null });
  });

  test("updates what was edited when a later one is imported, and makes nothing twice", async () => {
    const stores = studied();
    const collection = newCollection();
    const first = await packed(stores);
    driveAnki(python, [{ importPackage: first.path }], collection);
    stores.files.set("psychology::memory", text.replace("la fourchette", "une fourchette"));
    stores.later(5);
    const [log, notes, names] = driveAnki(
      python,
      [{ importPackage: (await packed(stores)).path }, { dump: true }, { noteTypes: true }],
      collection,
    ) as [unknown, Record<string, { fields: string[] }[]>, string[]];
    expect(log).toMatchObject({ found: 4, updated: expect.any(Number) });
    expect(Object.values(notes).map((same) => same.length)).toEqual([1, 1, 1, 1]);
    expect(notes.b8wzv3p6xk2m?.[0]?.fields[1]).toContain("une fourchette");
    expect(names.filter((name) => name.startsWith("Recto"))).toEqual([
      "Recto cloze",
      "Recto question",
      "Recto question both ways",
    ]);
  });

  test.each([true, false])(
    "comes back with what was answered there, and with nothing else; in the older form (%s)",
    async (legacy) => {
      const stores = studied();
      const collection = newCollection();
      const path = join(temporaryFolder(), "phone.apkg");
      const answers = [
        ["7hq2mzk4rtw9", 0, 3],
        ["7hq2mzk4rtw9", 1, 1],
        ["k4m9q2ht7rzc", 0, 4],
      ];
      driveAnki(
        python,
        [{ fsrs: true }, { importPackage: (await packed(stores)).path }, { answer: answers }, { exportPackage: path, legacy }],
        collection,
      );
      const before = stores.saved.length;
      const { plan, report } = await take(stores, path);
      expect(plan.report).toMatchObject({ found: 4, new: 0, duplicate: 4, leftOut: [] });
      expect(report).toMatchObject({ answers: { added: 3, known: 9, unrated: 0, withoutCard: 0 }, differing: [], placed: 0 });
      expect(stores.saved).toHaveLength(before + 3);
      // In another home everything is made anew, and every card stands where it stood.
      const other = new MemoryStores({});
      other.clock = stores.clock;
      await take(other, path);
      const [here, there] = [replay(stores.saved).cards, replay(other.saved).cards];
      const cards = [...other.files].flatMap(([name, deck]) =>
        notesOf(readDeck(name, name, deck)).flatMap((note) => cardsOf(note, name)),
      );
      expect(cards.map(({ id }) => id).sort()).toEqual([
        "7hq2mzk4rtw9.c1",
        "7hq2mzk4rtw9.c2",
        "b8wzv3p6xk2m.aq",
        "b8wzv3p6xk2m.qa",
        "k4m9q2ht7rzc.c1",
        "k4m9q2ht7rzc.who",
      ]);
      for (const { id } of cards) {
        expect(there.get(id)?.memory, id).toEqual(here.get(id)?.memory);
        expect(there.get(id)?.reps, id).toBe(here.get(id)?.reps);
      }
    },
  );
});

/** The collection's day number of today: that of a review card due some days from now. */
function todayIn(states: States): number {
  const { due, dueIn } = states["7hq2mzk4rtw9:0"] ?? { due: 0, dueIn: 0 };
  return due - (dueIn ?? 0);
}
