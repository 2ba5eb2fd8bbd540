import { expect, test } from "vitest";
import { previewOrder } from "../../src/app/preview-order.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";
import { memoryDeck } from "../support/fake-triage.ts";

const added = notesOf(readDeck("memory", "decks/memory.md", memoryDeck)).map((note) => ({ note }));
const kinds = (notes: readonly (typeof added)[number][]) => notes.map(({ note }) => note.provenance.candidateKind);

test("kinds that are mostly dropped are previewed after all others; no note is lost", () => {
  const rate = { kind: "name", kept: 1, edited: 0, dropped: 9 };
  const { first, later } = previewOrder(added, new Map([["name", rate]]));
  expect(kinds(first)).toEqual(["term", undefined, "why"]);
  expect(later.map(({ rate: { kind }, notes }) => [kind, kinds(notes)])).toEqual([["name", ["name"]]]);
});

test("without such kinds, or without notes of them, nothing is said", () => {
  expect(previewOrder(added, new Map())).toEqual({ first: added, later: [] });
  const rate = { kind: "date", kept: 0, edited: 0, dropped: 9 };
  expect(previewOrder(added, new Map([["date", rate]]))).toEqual({ first: added, later: [] });
});
