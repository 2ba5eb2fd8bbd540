import { describe, expect, test } from "vitest";
import type { CandidateKind } from "../../src/generation/candidates/candidate.ts";
import { candidatesIn } from "../support/candidates-in.ts";

/** Each row: a sentence, a kind, and the question of that kind; none where it would not be right beyond doubt. */
const rows: readonly (readonly [sentence: string, kind: CandidateKind, question: string | undefined])[] = [
  [
    "The ferry operator had to close the northern line in 1974.",
    "when",
    "In which year did the ferry operator have to close the northern line?",
  ],
  ["The observatory opened only in 1931, long after its founder had died.", "when", undefined],
  ["The council only agreed to the bridge in 1931.", "when", undefined],
  ["Hale dismissed in 1931, went to Lisbon.", "when", undefined],
  ["The lighthouse gained a keeper after the schooner Alma sank in 1871.", "when", undefined],
  ["Hale saw a chance at the fair, writing in 1871 that glass was the future.", "when", undefined],
  ["Harlow's two turned up in Bristol on 3 May 1871.", "when", undefined],
  [
    "The otter originally lived inland and was first seen on the island in 1931.",
    "when",
    "In which year was the otter first seen on the island?",
  ],
  ['Hale wrote "The tide is patient in 1871 and closed his notebook.', "when", undefined],
];

describe("a question is asked as one would say it, or not at all:", () => {
  test.each(rows)("%s (%s)", (sentence, kind, question) => {
    const found = candidatesIn(sentence).find((candidate) => candidate.kind === kind && candidate.question);
    expect(found?.question?.question).toBe(question);
  });
});
