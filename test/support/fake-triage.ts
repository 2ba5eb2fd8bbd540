import type { TriageSitting } from "../../src/app/sitting.ts";
import { startTriage } from "../../src/app/triage.ts";
import type { NoteOrigin, NoteOrigins } from "../../src/app/triage-list.ts";
import { MemoryStores } from "./memory-stores.ts";

/** Three generated notes, a note by hand between them. The last is the best, the second the weakest. */
export const memoryDeck = `---
title: Memory and attention
---

## Facts

<!-- 7hq2mzk4rtw9 facts kind=name line=jdph7y9e next=c3 -->
C: Ebbinghaus measured the {{c1::forgetting curve}} on himself and published it in {{c2::1885::which year?}}.
At: p. 12

<!-- b8wzv3p6xk2m facts kind=term line=cf3brwrq next=c2 -->
C: Later {{c1::intervals}} grow because each successful recall makes the memory more stable.

<!-- byhand234567 facts -->
Q: By hand?
A: Yes.

<!-- k4m9q2ht7rzc facts kind=why line=cf3brwrq -->
Q: Why do later intervals grow?
A: Because each successful recall makes the memory more stable.
S: Intervals grow because each successful recall makes the memory more stable.
`;

export const noteIds = { name: "7hq2mzk4rtw9", term: "b8wzv3p6xk2m", why: "k4m9q2ht7rzc" } as const;

const file = "notes/memory.md";
const known: Readonly<Record<string, NoteOrigin>> = {
  [noteIds.name]: {
    score: 0.95,
    source: {
      file,
      line: 12,
      text: "Ebbinghaus measured the forgetting curve on himself and published it in 1885.",
    },
  },
  [noteIds.term]: {
    score: 0.6,
    source: { file, line: 14, text: "Later intervals grow because each successful recall makes the memory more stable." },
  },
  [noteIds.why]: {
    score: 1.02,
    source: { file, line: 14, text: "Later intervals grow because each successful recall makes the memory more stable." },
  },
};

export const memoryOrigins: NoteOrigins = (_deck, note) => known[note.id] ?? {};

/** A real triage over a home in memory whose disk fails on demand. */
export function fakeTriage(stores = new MemoryStores({ memory: memoryDeck }), decks?: ReadonlySet<string>): TriageSitting {
  return startTriage(stores, memoryOrigins, decks);
}
