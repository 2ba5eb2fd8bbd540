import { describe, expect, test } from "vitest";
import type { GenerateOptions } from "../../src/generation/generate.ts";
import { draftsOfChoice, type Offer, offersOf } from "../../src/generation/offer.ts";
import { plainText, writeClozeText } from "../../src/notes/cloze-text.ts";
import type { Draft } from "../../src/notes/note.ts";
import type { SourceItem } from "../../src/sources/source.ts";

const fact = (text: string): SourceItem => ({ section: "facts", text, line: 1 });

function offer(item: SourceItem, context: readonly string[] = [], options: GenerateOptions = {}): Offer {
  const [found] = offersOf({ authors: [], items: [item], emptySections: [] }, context, options);
  if (!found) throw new Error("no offer");
  return found;
}

const answers = ({ candidates }: Offer) => candidates.map(({ report }) => report.answer);
const text = (draft: Draft) => (draft.kind === "question" ? draft.question : writeClozeText(draft.text));

const hooke = "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.";

describe("a sentence is offered with all that could be asked about it", () => {
  test("best first, the one that the generator takes among them", () => {
    const { candidates, reason } = offer(fact(hooke));
    const scores = candidates.map(({ report }) => report.score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(candidates.filter(({ report }) => report.verdict === "taken")).toHaveLength(1);
    expect(reason).toBeUndefined();
    expect(answers(offer(fact(hooke)))).toEqual(expect.arrayContaining(["1665", "Robert Hooke"]));
  });

  test("with the reason where the generator would take none", () => {
    expect(offer(fact("Things are nice."))).toMatchObject({ reason: expect.stringMatching(/\w/) });
  });

  test("compared with what the deck says already: a gap that another sentence fills just as well is no longer taken", () => {
    const twin = "Matthias Schleiden coined the word cell in 1665 after looking at cork through a microscope.";
    const rules = ({ candidates }: Offer) =>
      candidates.map(({ report: { verdict } }) => (verdict === "taken" ? verdict : verdict.rule));
    const named = (context: readonly string[]) => rules(offer(fact(hooke), context, { kinds: new Set(["name"]) }));
    expect(named([])).not.toContain("ambiguous");
    expect(named([twin])).toContain("ambiguous");
  });

  test("and every item gets its own, in order", () => {
    const items = [fact("Kant was born in Königsberg in 1724."), fact(hooke)];
    expect(offersOf({ authors: [], items, emptySections: [] }).map(({ item }) => item)).toEqual(items);
  });

  test("a quote asks who said it, even when nobody else is quoted", () => {
    const found = offer({ section: "quotes", text: "Dare to know.", line: 1, speaker: "Immanuel Kant" });
    expect(found.candidates[0]?.report).toMatchObject({ form: "speaker", answer: "Immanuel Kant", verdict: "taken" });
    expect(draftsOfChoice(found.item, found.candidates.slice(0, 1))).toMatchObject([
      { kind: "quote", asksWho: true, speaker: "Immanuel Kant" },
    ]);
  });
});

describe("what is chosen becomes notes", () => {
  test("gaps share one note, a question is a note of its own with the sentence as its source", () => {
    const found = offer(fact(hooke));
    const gaps = found.candidates.filter(
      ({ report }) => report.form === "gap" && ["1665", "Robert Hooke"].includes(report.answer),
    );
    expect(gaps).toHaveLength(2);
    expect(draftsOfChoice(found.item, gaps).map(text)).toEqual([
      expect.stringMatching(/^\{\{c1::Robert Hooke.*\}\} coined the word cell in \{\{c2::1665.*\}\} after/),
    ]);
    const question = found.candidates.filter(({ report }) => report.form === "question").slice(0, 1);
    expect(draftsOfChoice(found.item, question)).toMatchObject([{ kind: "question", source: hooke }]);
  });

  test("gaps that overlap stand in notes of their own, each with the whole sentence", () => {
    const sentence = "The plague weakened serfdom because surviving labourers could demand higher wages.";
    const found = offer(fact(sentence));
    const wanted = ["surviving labourers could demand higher wages", "higher wages"];
    const gaps = found.candidates.filter(({ report }) => report.form === "gap" && wanted.includes(report.answer));
    expect(gaps).toHaveLength(2);
    const drafts = draftsOfChoice(found.item, gaps);
    expect(drafts.map((draft) => (draft.kind === "cloze" ? plainText(draft.text) : ""))).toEqual([sentence, sentence]);
  });
});
