import { expect, test } from "vitest";
import { cardsOf, shownText } from "../../src/cards/cards-of-note.ts";
import { draftsOf } from "../../src/generation/drafts.ts";
import { promptsOf } from "../../src/generation/front.ts";
import { languageOf } from "../../src/generation/language/detect.ts";
import { languageNamed } from "../../src/generation/languages/languages.ts";
import { offersOf } from "../../src/generation/offer.ts";
import { allFixtureNotes, fixtureNote } from "../support/fixture-notes.ts";

test("a candidate is judged by the words that its card shows and asks for", () => {
  for (const name of allFixtureNotes) {
    const source = fixtureNote(name);
    const { vocabulary } = languageNamed(languageOf(source));
    const stemsIn = (text: string) =>
      new Set(
        vocabulary
          .wordsIn(text)
          .map((word) => vocabulary.factsOf(word))
          .flatMap(({ stem, isContent }) => (isContent ? [stem] : [])),
      );
    for (const { item, candidates } of offersOf(source)) {
      for (const { presented } of candidates) {
        const asksWho = presented.candidate.kind === "who";
        const drafts = draftsOf(item, [presented], asksWho, "");
        const cards = drafts.flatMap((draft) => cardsOf({ ...draft.draft, id: "n", idIsDerived: true }, "", vocabulary.language));
        const shown = asksWho ? cards.slice(-1) : cards;
        const prompts = promptsOf({ item, vocabulary }, presented);
        expect(prompts.map(({ answers }) => answers)).toEqual(shown.map(({ answers }) => answers));
        expect(prompts.map(({ shownContent }) => shownContent)).toEqual(
          shown.map(({ front }) => stemsIn(shownText(front).replace(/a\(n\)/gi, "a"))),
        );
      }
    }
  }
});

test("a gap that cuts a word leaves the rest of the word in sight", () => {
  const { vocabulary } = languageNamed("en");
  const sentence = "Long-term memory needs sleep.";
  const presented = {
    candidate: { kind: "term" as const, spans: [{ start: 5, end: 9 }], marks: [] },
    presentation: { sentence, spans: [{ start: 5, end: 9 }], isWhole: true },
    score: 1,
  };
  const [prompt] = promptsOf({ item: { section: "facts", text: sentence, line: 1 }, vocabulary }, presented);
  expect([...(prompt?.shownContent ?? [])]).toEqual(["long", "memory", "need", "sleep"]);
  expect([...(prompt?.answerContent ?? [])]).toEqual(["term"]);
});
