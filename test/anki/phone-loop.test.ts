import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exportFrom } from "../../src/app/export.ts";
import { startReview } from "../../src/app/review.ts";
import { readHome } from "../../src/app/study-home.ts";
import { livingEvents } from "../../src/scheduling/living-events.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { packed } from "../support/anki/packed.ts";
import { driveAnki, fileOf, findRealAnki, newCollection } from "../support/anki/real-anki.ts";
import { take } from "../support/anki/take.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const anki = findRealAnki(process.env);
const python = "python" in anki ? anki.python : "";
if ("missing" in anki) {
  const words = `NOT TESTED against a real Anki: ${anki.missing}`;
  process.stderr.write(`\n${words}\n\n`);
  test(words, ({ skip }) => skip(anki.missing));
}

const deck = {
  memory: `<!-- 7hq2mzk4rtw9 facts next=c3 -->
C: Ebbinghaus measured the {{c1::forgetting curve}} in {{c2::1885::which year?}}.

<!-- b8wzv3p6xk2m facts both -->
Q: fork
A: la fourchette

<!-- k4m9q2ht7rzc quotes -->
> The true art of memory is {{c1::the art of attention}}.
> — {{who::Samuel Johnson}}

<!-- cf3brwrq2222 facts -->
Q: Why do later intervals grow?
A: Because each recall makes the memory more stable.
S: Intervals grow because each successful recall makes the memory more stable.
At: p. 12
`,
};

/** Anki's GUID and ordinal of every card, and the card here. */
const cards = [
  ["7hq2mzk4rtw9", 0, "7hq2mzk4rtw9.c1"],
  ["7hq2mzk4rtw9", 1, "7hq2mzk4rtw9.c2"],
  ["b8wzv3p6xk2m", 0, "b8wzv3p6xk2m.qa"],
  ["b8wzv3p6xk2m", 1, "b8wzv3p6xk2m.aq"],
  ["k4m9q2ht7rzc", 0, "k4m9q2ht7rzc.c1"],
  ["k4m9q2ht7rzcwho", 0, "k4m9q2ht7rzc.who"],
  ["cf3brwrq2222", 0, "cf3brwrq2222.qa"],
] as const;

type Step = "here" | "phone";

describe.skipIf("missing" in anki)("answers given in Anki come back to recto's own cards", () => {
  const orders: readonly (readonly [way: "text" | "package", ...order: Step[]])[] = [
    ["text", "here", "phone", "here", "phone"],
    ["text", "phone", "here", "phone", "here"],
    ["package", "here", "phone", "here", "phone"],
    ["package", "phone", "here", "phone", "here"],
  ];
  test.each(orders)("once each, beside those given here, where %s went out: %s, %s, %s, %s", async (way, ...order) => {
    const stores = new MemoryStores(deck, { siblings: "keep" });
    stores.clock = Date.now() - 60_000;
    const collection = newCollection();
    let [here, phone] = [0, 0];
    // What was answered before the package went out goes with it.
    if (way === "package") here += answerSome(stores, 0);
    const sent = here;
    const out = way === "text" ? { import: fileOf(textOf(stores)) } : { importPackage: (await packed(stores)).path };
    driveAnki(python, [{ fsrs: true }, out], collection);
    for (const [round, step] of order.entries()) {
      if (step === "here") {
        here += answerSome(stores, round);
        continue;
      }
      const path = join(temporaryFolder(), "phone.apkg");
      const answers = cards.slice(0, 4 + round).map(([guid, ord], at) => [guid, ord, ((at + round) % 4) + 1]);
      driveAnki(python, [{ answer: answers }, { exportPackage: path, legacy: round > 1 }], collection);
      phone += answers.length;
      const { plan, report } = await take(stores, path);
      expect(plan.decks).toEqual([]);
      expect(plan.report).toMatchObject({ found: 5, new: 0, duplicate: 5, leftOut: [] });
      expect(report).toMatchObject({
        answers: { added: answers.length, known: sent + phone - answers.length, withoutCard: 0 },
        placed: 0,
        differing: [],
      });
      const saved = [...stores.saved];
      expect((await take(stores, path)).report.answers).toMatchObject({ added: 0, known: sent + phone });
      expect(stores.saved).toEqual(saved);
    }
    const reviews = livingEvents(stores.saved).filter((event) => event.type === "reviewed");
    expect(reviews).toHaveLength(here + phone);
    expect(reviews.filter(({ from }) => from !== undefined)).toHaveLength(phone);
    const state = replay(stores.saved);
    for (const [, , id] of cards) {
      expect(state.cards.get(id)?.reps, id).toBe(reviews.filter(({ cardId }) => cardId === id).length);
    }
  });

  test("and go on where Anki stopped: its day, its steps", async () => {
    const stores = new MemoryStores(deck);
    stores.clock = Date.now();
    const collection = newCollection();
    const path = join(temporaryFolder(), "phone.apkg");
    const answers = [
      ["7hq2mzk4rtw9", 0, 4],
      ["7hq2mzk4rtw9", 1, 3],
      ["b8wzv3p6xk2m", 1, 1],
    ];
    const [, , , , states] = driveAnki(
      python,
      [
        { fsrs: true },
        { import: fileOf(textOf(stores)) },
        { answer: answers },
        { exportPackage: path, legacy: false },
        { states: true },
      ],
      collection,
    ) as [unknown, unknown, unknown, unknown, Record<string, { interval: number; due: number }>];
    await take(stores, path);
    const state = replay(stores.saved);
    expect(state.cards.get("7hq2mzk4rtw9.c1")?.schedule).toMatchObject({
      state: "review",
      interval: states["7hq2mzk4rtw9:0"]?.interval,
    });
    const learning = [state.cards.get("7hq2mzk4rtw9.c2")?.schedule, state.cards.get("b8wzv3p6xk2m.aq")?.schedule];
    expect(learning).toEqual([
      { state: "learning", step: 1, dueAt: instant(states["7hq2mzk4rtw9:1"]?.due) },
      { state: "learning", step: 0, dueAt: instant(states["b8wzv3p6xk2m:1"]?.due) },
    ]);
  });

  test("an answer taken back here does not come again; a text edited in Anki is told, and stays as it is here", async () => {
    const stores = new MemoryStores(deck);
    stores.clock = Date.now();
    const collection = newCollection();
    const path = join(temporaryFolder(), "phone.apkg");
    driveAnki(
      python,
      [
        { import: fileOf(textOf(stores)) },
        { answer: [["cf3brwrq2222", 0, 3]] },
        { edit: ["cf3brwrq2222", 1, "Another answer."] },
        { exportPackage: path, legacy: false },
      ],
      collection,
    );
    const { report } = await take(stores, path);
    expect(report).toMatchObject({ answers: { added: 1 }, differing: ["cf3brwrq2222"] });
    stores.history().append({ type: "undone", eventId: stores.saved[0]?.id ?? "", cardId: "cf3brwrq2222.qa" });
    expect((await take(stores, path)).report.answers).toMatchObject({ added: 0, known: 1 });
    expect(livingEvents(stores.saved)).toEqual([]);
    expect(stores.files.get("memory")).toBe(deck.memory);
    expect((await take(stores, path, { takesTexts: true })).plan.report).toMatchObject({ updated: 1 });
    expect(stores.files.get("memory")).toContain("A: Another answer.");
  });
});

function textOf(stores: MemoryStores): string {
  const home = readHome(stores.decks);
  return exportFrom(stores, home, new Set(["memory"]), { to: "anki", separator: "comma", updateTags: false, writesIds: true })
    .text;
}

function answerSome(stores: MemoryStores, round: number): number {
  stores.clock = Date.now();
  const sitting = startReview(stores);
  let count = 0;
  while (sitting.session().phase !== "done" && count < 5 + round) {
    sitting.send({ type: "show" });
    sitting.send({ type: "rate", rating: count % 2 === 0 ? "good" : "again" });
    stores.clock += 1;
    count += 1;
  }
  return count;
}

function instant(seconds = 0): string {
  return new Date(seconds * 1000).toISOString();
}
