import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldChecksum, strippedField } from "../../src/exchange/package/field-text.ts";
import { cardRow } from "../../src/exchange/package/history-out.ts";
import { answerKindOf, outcomesOf } from "../../src/scheduling/outcomes.ts";
import { replay } from "../../src/scheduling/replay.ts";
import { ratings } from "../../src/scheduling/schedule.ts";
import { studyDayOf } from "../../src/scheduling/study-day.ts";
import { type CardState, unseenCard } from "../../src/scheduling/study-state.ts";
import { packed } from "../support/anki/packed.ts";
import { take } from "../support/anki/take.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const idOf = (at: number) => `n${letters[at % 31]}${letters[Math.floor(at / 31)]}aaaaaaaaa`;

/** Waits before an answer, minutes, and the answer. */
const anyStudy = fc.array(
  fc.tuple(fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 600, max: 60_000 })), fc.constantFrom(...ratings)),
  {
    maxLength: 9,
  },
);

const anyHome = fc.record({
  studies: fc.array(anyStudy, { minLength: 25, maxLength: 40 }),
  timeZone: fc.constantFrom("UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Auckland", "Europe/Paris"),
  rolloverHour: fc.integer({ min: 0, max: 8 }),
});

/** Each card answered by recto's own rules, one after the other in time. */
function studied({ studies, timeZone, rolloverHour }: typeof anyHome extends fc.Arbitrary<infer H> ? H : never): MemoryStores {
  const text = studies
    .map((_, at) => `<!-- ${idOf(at)} facts${at % 3 === 0 ? " both" : ""} -->\nQ: What is ${at}?\nA: It is ${at} & more\n`)
    .join("\n");
  const stores = new MemoryStores({ "a::deck": text }, { timeZone, rolloverHour });
  const start = Date.parse("2026-02-01T09:00:00.000Z");
  const answers = studies.flatMap((study, at) => {
    let minutes = at / 100;
    return study.map(([wait, rating]) => {
      minutes += wait;
      return {
        cardId: `${idOf(at)}.${at % 3 === 0 && at % 2 === 0 ? "aq" : "qa"}`,
        at: start + Math.round(minutes * 60_000),
        rating,
      };
    });
  });
  for (const { cardId, at, rating } of answers.sort((a, b) => a.at - b.at)) {
    stores.clock = at;
    const now = stores.now();
    const state = replay(stores.saved);
    const card = state.cards.get(cardId) ?? unseenCard;
    const today = studyDayOf(now, timeZone, rolloverHour);
    const kind = answerKindOf(card, today);
    const { schedule } = outcomesOf(cardId, card, { now, today, fsrs: state.fsrs, preferences: stores.settings })[rating];
    stores
      .history()
      .append({ type: "reviewed", cardId, rating, answerMs: 1234, kind, ...(kind !== "rehearsal" && { schedule }) });
  }
  stores.later(1000);
  return stores;
}

/** What a card is like; Anki keeps the instant of a step in seconds. */
function told({ schedule, memory, reps, lapses, lastReviewedOn, lastAnsweredAt, suspended }: CardState) {
  const due = "dueAt" in schedule ? { ...schedule, dueAt: schedule.dueAt.slice(0, 19) } : schedule;
  return { due, memory, reps, lapses, lastReviewedOn, lastAnsweredAt, suspended };
}

test("a home as a package comes back into itself with no news, and into another home with every card as it stood", async () => {
  await fc.assert(
    fc.asyncProperty(anyHome, async (home) => {
      const stores = studied(home);
      const { path, report } = await packed(stores);
      const before = [...stores.saved];
      const again = await take(stores, path);
      expect(again.report).toMatchObject({ answers: { added: 0, unrated: 0, withoutCard: 0 }, placed: 0, differing: [] });
      expect(stores.saved).toEqual(before);
      const other = new MemoryStores({}, { timeZone: home.timeZone, rolloverHour: home.rolloverHour });
      other.clock = stores.clock + 3 * 86_400_000;
      await take(other, path);
      expect([...other.files.values()][0]?.match(/^<!-- n/gm)).toHaveLength(home.studies.length);
      const [here, there] = [replay(before).cards, replay(other.saved).cards];
      expect(there.size).toBe(here.size);
      for (const [id, card] of here) expect(told(there.get(id) ?? unseenCard), id).toEqual(told(card));
      expect(report.answers).toBe([...here.values()].reduce((sum, { reps }) => sum + reps, 0));
    }),
    { numRuns: 4 },
  );
}, 60_000);

test("the checksum of a first field is Anki's", () => {
  expect(["foo", "", "test", "今日"].map(fieldChecksum)).toEqual([200198069, 3661210606, 2840236005, 1464653051]);
  expect(strippedField('<b>a</b>&amp;&nbsp;<img src="x.jpg">b')).toBe("a&  x.jpg b");
});

test("a card's memory has as many decimals as Anki keeps", () => {
  const memory = { stabilityDays: 123.45678, difficulty: 1.234567 };
  const card: CardState = { ...unseenCard, memory, schedule: { state: "review", interval: 3, dueOn: "2026-11-28" } };
  const out = { firstDay: "2026-11-20", desiredRetention: 0.987654, learningSteps: 2, relearningSteps: 1, decay: 0.123456 };
  const row = cardRow(card, 7, out);
  expect(JSON.parse(row.data)).toEqual({ s: 123.4568, d: 1.235, dr: 0.99, decay: 0.123 });
  expect(row).toMatchObject({ type: 2, queue: 2, due: 8, interval: 3, factor: 2500, left: 0 });
  expect(cardRow(undefined, 7, out)).toMatchObject({ type: 0, queue: 0, due: 7, interval: 0, factor: 0, data: '{"pos":7}' });
});
