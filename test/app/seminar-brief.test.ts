import { expect, test } from "vitest";
import { seminarBrief } from "../../src/app/seminar-brief.ts";
import { readHome } from "../../src/app/study-home.ts";
import { MemoryStores } from "../support/memory-stores.ts";

const deck = `---
title: Kant
---

## Judgements

<!-- aaaaaaaaaaaa facts kind=date line=jdph7y9e -->
C: Kant published his first Critique in {{c1::1781}}.
At: p. 1

<!-- bbbbbbbbbbbb facts kind=why line=jdph7y9e -->
Q: When did Kant publish his first Critique?
A: 1781
S: Kant published his first Critique in 1781.

<!-- cccccccccccc facts -->
Q: Who woke Kant?
A: David Hume

<!-- dddddddddddd facts orphan -->
Q: Gone?
A: Yes.

<!-- eeeeeeeeeeee quotes -->
> Dare {{c1::to know}}.
> — Immanuel Kant
At: p. 9
`;

function briefOf(stores: MemoryStores) {
  const when = { today: "2026-11-24", on: "2026-12-04", when: "Fri 4 Dec", estimate: "" };
  return seminarBrief({ title: "Group" }, readHome(stores.decks).decks, stores.history().state, when);
}

test("Notes of one line stand once, as the sentence; quotes keep speaker and page; what rests is left out", () => {
  const { quotes, sections, leftOut } = briefOf(new MemoryStores({ kant: deck }));
  expect(quotes).toEqual([{ text: "“Dare to know.”", speaker: "Immanuel Kant", at: "p. 9", recall: 0 }]);
  expect(sections).toEqual([
    {
      name: "Judgements",
      facts: [
        { text: "Kant published his first Critique in 1781.", at: "p. 1", recall: 0 },
        { text: "Who woke Kant?", answer: "David Hume", recall: 0 },
      ],
    },
  ]);
  expect(leftOut).toBe(0);
});

test("The weakest come first: by the card of a line that is known least on the day", () => {
  const stores = new MemoryStores({ kant: deck });
  const history = stores.history();
  const place = (cardId: string, stabilityDays: number) =>
    history.append({ type: "placed", cardId, stabilityDays, difficulty: 5, dueOn: "2026-12-09" });
  place("aaaaaaaaaaaa.c1", 500);
  place("bbbbbbbbbbbb.qa", 50);
  place("cccccccccccc.qa", 5);
  const facts = briefOf(stores).sections.flatMap((section) => section.facts);
  expect(facts.map(({ text }) => text)).toEqual(["Who woke Kant?", "Kant published his first Critique in 1781."]);
  expect(facts[1]?.recall).toBeCloseTo(0.976, 2); // ten days at a stability of 50
});

test("What does not fit a page is left out, the best known first", () => {
  const letters = "23456789abcdefghjkmnpqrstuvwxyz";
  const ids = Array.from({ length: 200 }, (_, at) => `${letters[at % 31]}${letters[Math.floor(at / 31)]}`.padStart(12, "2"));
  const notes = ids.map((id, index) => `<!-- ${id} facts -->\nQ: ${"Word ".repeat(20)}${index}?\nA: Yes.\n`).join("\n");
  const { sections, leftOut } = briefOf(new MemoryStores({ long: notes }));
  const shown = sections.flatMap(({ facts }) => facts).length;
  expect(shown).toBeGreaterThan(30);
  expect(shown).toBeLessThan(70);
  expect(leftOut).toBe(200 - shown);
});
