import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { decodeLine, encodeEvent, encodeHeader, writerNamedBy, writerOf } from "../../src/adapters/log-line.ts";
import type { NewEvent } from "../../src/scheduling/event.ts";
import { vectorLines, vectorWriter } from "../support/log-vector.ts";

const writer = writerOf(vectorWriter);
const [headerLine = "", reviewedLine = "", undoneLine = ""] = vectorLines;

test("the three lines of the format page are written byte for byte", () => {
  expect(encodeHeader({ at: "2026-11-23T17:05:00.000Z", writer: vectorWriter, app: "1.0.0", timeZone: "Europe/Paris" })).toBe(
    headerLine,
  );
  expect(
    encodeEvent(writer, 1, {
      schedule: { dueOn: "2026-12-05", interval: 12, state: "review" } as never,
      kind: "due",
      answerMs: 4210,
      rating: "good",
      cardId: "7hq2mzk4rtw9.c1",
      type: "reviewed",
      at: "2026-11-23T17:05:09.412Z",
      offsetMinutes: 60,
      studyDay: "2026-11-23",
    }),
  ).toBe(reviewedLine);
  expect(
    encodeEvent(writer, 2, {
      type: "undone",
      eventId: `${vectorWriter}.1`,
      cardId: "7hq2mzk4rtw9.c1",
      at: "2026-11-23T17:05:12.007Z",
      offsetMinutes: 60,
      studyDay: "2026-11-23",
    }),
  ).toBe(undoneLine);
});

test("the three lines of the format page are read", () => {
  expect(decodeLine(Buffer.from(headerLine), writer)).toEqual({
    kind: "header",
    header: { at: "2026-11-23T17:05:00.000Z", writer: vectorWriter, app: "1.0.0", timeZone: "Europe/Paris" },
  });
  expect(decodeLine(Buffer.from(`${reviewedLine}\r`), writer)).toEqual({
    kind: "event",
    writer: vectorWriter,
    n: 1,
    crc: 0x5571aa07,
    newer: false,
    event: {
      id: `${vectorWriter}.1`,
      type: "reviewed",
      at: "2026-11-23T17:05:09.412Z",
      offsetMinutes: 60,
      studyDay: "2026-11-23",
      cardId: "7hq2mzk4rtw9.c1",
      rating: "good",
      answerMs: 4210,
      kind: "due",
      schedule: { state: "review", interval: 12, dueOn: "2026-12-05" },
    },
  });
  expect(decodeLine(Buffer.from(undoneLine), writer)).toMatchObject({ kind: "event", n: 2, event: { type: "undone" } });
  expect(writerNamedBy(Buffer.from(headerLine))).toEqual(writer);
  expect(writerNamedBy(Buffer.from(reviewedLine))).toBeUndefined();
});

test("a line counts for its own writer only", () => {
  expect(decodeLine(Buffer.from(reviewedLine), writerOf("202611231705009c0d1e2f3b"))).toMatchObject({ kind: "bad" });
});

test("a check sum in capitals is damage", () => {
  expect(decodeLine(Buffer.from(reviewedLine.replace("5571aa07", "5571AA07")), writer)).toMatchObject({ kind: "bad" });
});

test("every type of event comes back as it was", () => {
  for (const [index, event] of everyType.entries()) {
    const stamped = { ...event, at: "2026-11-23T17:05:12.007Z", offsetMinutes: -300, studyDay: "2026-11-23" };
    const line = encodeEvent(writer, index + 1, stamped);
    expect(decodeLine(Buffer.from(line), writer)).toMatchObject({
      kind: "event",
      event: { ...stamped, id: `${vectorWriter}.${index + 1}` },
    });
  }
});

test("a type of a later version is kept as unknown, and unknown fields are ignored", () => {
  const line = sign({ ...base, type: "dreamt", of: "sheep" });
  expect(decodeLine(line, writer)).toMatchObject({ kind: "event", event: { type: "unknown", name: "dreamt" } });
  const extended = decodeLine(sign({ ...base, v: 2, type: "buried", cardId: "a.c1", mood: 3 }), writer);
  expect(extended).toMatchObject({ kind: "event", event: { type: "buried" } });
  expect(JSON.stringify(extended)).not.toContain("mood");
});

test.each([
  ["n", { n: 0 }],
  ["n", { n: 2 ** 31 }],
  ["n", { n: 1.5 }],
  ["at", { at: "2026-11-23T17:05:12Z" }],
  ["at", { at: "2026-02-30T17:05:12.007Z" }],
  ["at", { at: "2026-11-23T24:05:12.007Z" }],
  ["offsetMinutes", { offsetMinutes: 9999 }],
  ["studyDay", { studyDay: "2026-13-01" }],
  ["cardId", { cardId: "a\nb" }],
  ["cardId", { cardId: "x".repeat(65) }],
  ["cardId", { cardId: "" }],
  ["rating", { rating: "toString" }],
  ["schedule", { schedule: { state: "review", interval: 0, dueOn: "2026-12-05" } }],
  ["schedule", { schedule: { state: "learning", step: 0, dueOn: "2026-12-05", dueAt: "2026-11-23T17:05:12.007Z" } }],
  ["schedule", { schedule: { state: "new" } }],
  ["type", { type: 7 }],
])("a signed line with a wrong %s is refused by name: %j", (field, change) => {
  const decoded = decodeLine(sign({ ...review, ...change }), writer);
  expect(decoded).toMatchObject({ kind: "bad", signed: true });
  expect(decoded.kind === "bad" && decoded.reason).toContain(`\`${field}\``);
});

test("an event that could not be read again is not written", () => {
  const event = { type: "flagged", cardId: "a.c1", flag: 9, ...stamp } as const;
  expect(() => encodeEvent(writer, 1, event)).toThrow(RangeError);
  const long = { type: "rescheduled", cardId: "a.c1", dueOn: "2026-12-05", why: "x".repeat(5000), ...stamp } as const;
  expect(() => encodeEvent(writer, 1, long)).toThrow(RangeError);
});

const stamp = { at: "2026-11-23T17:05:12.007Z", offsetMinutes: 60, studyDay: "2026-11-23" };
const base = { v: 1, n: 1, type: "reviewed", ...stamp };
const review = { ...base, cardId: "7hq2mzk4rtw9.c1", rating: "good", answerMs: 4210, kind: "due" };

function sign(fields: object): Buffer {
  const body = JSON.stringify(fields).slice(0, -1);
  return Buffer.from(
    `${body},"crc":"${crc32(vectorWriter + body)
      .toString(16)
      .padStart(8, "0")}"}`,
  );
}

const everyType: readonly NewEvent[] = [
  { type: "reviewed", cardId: "a.c1", rating: "again", answerMs: 0, kind: "rehearsal" },
  {
    type: "reviewed",
    cardId: "a.c1",
    rating: "hard",
    answerMs: 12,
    kind: "early",
    schedule: { state: "learning", step: 0, dueAt: "2026-11-23T17:06:12.007Z" },
    suspends: true,
    from: "anki:x:0:1",
  },
  {
    type: "reviewed",
    cardId: "a.c1",
    rating: "easy",
    answerMs: 12,
    kind: "due",
    schedule: { state: "relearning", step: 1, dueOn: "2026-11-24" },
  },
  { type: "undone", eventId: `${vectorWriter}.1` },
  { type: "suspended", cardId: "a.c1" },
  { type: "resumed", cardId: "a.c1" },
  { type: "buried", cardId: "a.c1" },
  { type: "reset", cardId: "a.c1" },
  { type: "answerChanged", cardId: "a.c1", dueOn: "2026-11-24" },
  { type: "flagged", cardId: "a.c1", flag: 7 },
  { type: "rescheduled", cardId: "a.c1", dueOn: "2026-11-24", why: "spread, “évenly”" },
  { type: "placed", cardId: "a.c1", stabilityDays: 3.25, difficulty: 5, dueOn: "2026-11-24", from: "anki:x:0" },
  { type: "triaged", noteId: "7hq2mzk4rtw9", candidateKind: "name", score: 0.5, verdict: "edited" },
  { type: "weightsSet", weights: null, reviews: 12 },
  { type: "weightsSet", weights: Array.from({ length: 21 }, (_, index) => index / 7), reviews: 12 },
  { type: "quizzed", quizId: "7hq2mzk4rtw9", cardId: "a.c1", mode: "typed", outcome: "close" },
  { type: "quizzed", quizId: "7hq2mzk4rtw9", seminarId: "k4m9q2ht7rzc", cardId: "a.c1", mode: "aloud", outcome: "wrong" },
  {
    type: "seminarSet",
    seminarId: "k4m9q2ht7rzc",
    title: "Reading group",
    on: "2026-12-03",
    time: "14:00",
    decks: ["kant::first", "mémoire"],
    minutesADay: 15,
    importance: { "#core": 3, "7hq2mzk4rtw9": 0.5 },
  },
  { type: "seminarRemoved", seminarId: "k4m9q2ht7rzc" },
  { type: "clockMoved", writer: vectorWriter, fromN: 1, toN: 3, byMs: -3_600_000, byDays: 0 },
];
