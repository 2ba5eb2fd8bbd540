import { expect, test } from "vitest";
import { isNoteId, noteIdOfGuid } from "../../src/notes/note-id.ts";

test("a note of Anki gets its id from its GUID alone, another for each part of it", () => {
  expect(noteIdOfGuid("Rj&Z5m[>Zp")).toBe(noteIdOfGuid("Rj&Z5m[>Zp"));
  const ids = [noteIdOfGuid("a"), noteIdOfGuid("A"), noteIdOfGuid("a "), noteIdOfGuid("a", 1), noteIdOfGuid("")];
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isNoteId)).toBe(true);
});

test("a note that recto sent to Anki comes back under its own id", () => {
  expect(noteIdOfGuid("7hq2mzk4rtw9")).toBe("7hq2mzk4rtw9");
  expect(noteIdOfGuid("7hq2mzk4rtw9who")).not.toBe("7hq2mzk4rtw9");
});
