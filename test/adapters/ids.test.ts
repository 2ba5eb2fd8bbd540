import { expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";

const startedAt = "2026-11-23T17:05:00.000Z";

test("a writer's id is the start of the run and ten random hexadecimal digits", () => {
  expect(createIds(startedAt).writer).toMatch(/^20261123170500[0-9a-f]{10}$/);
  expect(createIds(startedAt).writer).not.toBe(createIds(startedAt).writer);
});

test("a note's id has twelve characters that are hard to confuse", () => {
  const ids = createIds(startedAt);
  const noteIds = new Set(Array.from({ length: 1000 }, ids.noteId));
  expect(noteIds.size).toBe(1000);
  for (const id of noteIds) expect(id).toMatch(/^[23456789abcdefghjkmnpqrstuvwxyz]{12}$/);
});

test("a seed gives the same ids every time", () => {
  const [a, b, c] = [createIds(startedAt, 7), createIds(startedAt, 7), createIds(startedAt, 8)];
  expect([a.writer, a.noteId(), a.noteId()]).toEqual([b.writer, b.noteId(), b.noteId()]);
  expect(a.writer).not.toBe(c.writer);
  expect(a.noteId()).not.toBe(a.noteId());
});
