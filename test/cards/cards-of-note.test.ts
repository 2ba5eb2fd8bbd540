import { describe, expect, test } from "vitest";
import { cardsOf, frontAsText } from "../../src/cards/cards-of-note.ts";
import { contextLine, titleOver } from "../../src/cards/context-line.ts";
import { notesOf } from "../../src/notes/deck.ts";
import { readDeck } from "../../src/notes/read-deck.ts";

const cards = (text: string) => notesOf(readDeck("d", "decks/d.md", text)).flatMap((note) => cardsOf(note, "d"));
const fronts = (text: string) => cards(text).map((card) => [card.slot, frontAsText(card.front), card.answers.join(" / ")]);

describe("the cards of a note", () => {
  test("are one for each ordinal of a cloze, joint gaps together", () => {
    expect(fronts("C: {{c2::Prokaryotes}} lack a nucleus, whereas {{c2::eukaryotes}} have {{c1::one::how many?}}.")).toEqual([
      ["c2", "[…] lack a nucleus, whereas […] have one.", "Prokaryotes / eukaryotes"],
      ["c1", "Prokaryotes lack a nucleus, whereas eukaryotes have [how many?].", "one"],
    ]);
  });

  test("hide whether an English article is a or an", () => {
    expect(fronts("C: It is an {{c1::apple}} and a {{c2::pear}}, thought of an {{c3::Kant}}.").map(([, front]) => front)).toEqual(
      [
        "It is a(n) […] and a pear, thought of an Kant.",
        "It is an apple and a(n) […], thought of an Kant.",
        "It is an apple and a pear, thought of an […].",
      ],
    );
  });

  test("speak the deck's language where they speak for themselves, and leave the note's words alone", () => {
    const frontsIn = (language: string, text: string) =>
      notesOf(readDeck("d", "decks/d.md", text)).flatMap((note) =>
        cardsOf(note, "d", language).map(({ front }) => frontAsText(front)),
      );
    const quote = "> Ich weiß, {{c1::dass ich nichts weiß}}.\n> — {{who::Sokrates}}";
    expect(frontsIn("de-AT", quote)).toEqual(["„Ich weiß, […].“", "Wer hat das gesagt?\n\n„Ich weiß, dass ich nichts weiß.“"]);
    expect(frontsIn("fr", "C: Le corps a {{c1::206}} os.")).toEqual(["Le corps a […] os."]);
    expect(frontsIn("de", "C: Die Stadt liegt an {{c1::acht}} Flüssen.")).toEqual(["Die Stadt liegt an […] Flüssen."]);
    expect(frontsIn("tlh", quote)[1]).toMatch(/^Who said this\?/);
  });

  test("are one question, and its reverse only where the note says both", () => {
    expect(fronts("Q: What is H2O?\nA: Water")).toEqual([["qa", "What is H2O?", "Water"]]);
    expect(fronts("<!-- 7hq2mzk4rtw9 facts both -->\nQ: H2O\nA: Water")).toEqual([
      ["qa", "H2O", "Water"],
      ["aq", "Water", "H2O"],
    ]);
  });

  test("ask who said a quote only where its speaker is marked", () => {
    const quote = "> The true art of memory is {{c1::the art of attention}}.\n> — ";
    expect(fronts(`${quote}Samuel Johnson`)).toEqual([["c1", "“The true art of memory is […].”", "the art of attention"]]);
    expect(fronts(`${quote}{{who::Samuel Johnson}}`)[1]).toEqual([
      "who",
      "Who said this?\n\n“The true art of memory is the art of attention.”",
      "Samuel Johnson",
    ]);
  });

  test("are siblings when they come from one note or one source line", () => {
    const [a, b, c] = cards(
      "<!-- 7hq2mzk4rtw9 facts line=jdph7y9e -->\nC: {{c1::a}} b\n\n<!-- b8wzv3p6xk2m facts line=jdph7y9e -->\nQ: a?\nA: b\n\nC: {{c1::x}} y",
    );
    expect(a?.siblingGroup).toBe(b?.siblingGroup);
    expect(c?.siblingGroup).not.toBe(a?.siblingGroup);
  });
});

describe("the context line", () => {
  const [card] = cards("> {{c1::Attention}} is everything.\n> — Samuel Johnson");

  test("names topic, author and speaker", () => {
    expect(card && contextLine(card, { topic: "memory", author: "A. Reader" }, [])).toBe("memory · A. Reader · Samuel Johnson");
  });

  test("leaves out a part that shares a word with the answer or that the front says already", () => {
    expect(card && contextLine(card, { topic: "memory and attention", author: "Samuel Johnson" }, [])).toBe("Samuel Johnson");
    const [question] = cards("Q: What is memory?\nA: x");
    expect(question && contextLine(question, { topic: "memory" }, [])).toBe("");
    expect(question && contextLine(question, { title: "On learning", topic: "On learning" }, [])).toBe("");
  });

  test("leaves out authors and speaker that name the answer", () => {
    const [completion] = cards("> Nobody listens to {{c1::Johnson}} before breakfast.\n> — Samuel Johnson");
    expect(completion && contextLine(completion, { topic: "mornings", author: "A. Johnson" }, [])).toBe("mornings");
  });
});

describe("the headings over a note, in the context line", () => {
  const [card] = cards("C: By {{c1::July 1847}} about three million rations a day.");
  const line = (topics: readonly string[], deck = {}) => card && contextLine(card, deck, topics);

  test("stand between topic and authors", () => {
    expect(line(["Relief"], { topic: "Ireland", author: "A. Reader" })).toBe("Ireland · Relief · A. Reader");
  });

  test("are the innermost one, with the one over it where both are short", () => {
    expect(line(["The famine", "Relief", "Soup kitchens"])).toBe("Relief · Soup kitchens");
    expect(line(["What the government did and what it left undone", "Soup kitchens"])).toBe("Soup kitchens");
  });

  test("are left out where they tell the answer, say what the front says, or repeat the title", () => {
    expect(line(["1846–47: Russell and the public works"])).toBe("1846–47: Russell and the public works");
    expect(line(["The summer of 1847"])).toBe("");
    expect(line(["Rations a day"])).toBe("");
    expect(line(["The Famine"], { title: "The famine" })).toBe("");
    const [country] = cards("C: The blight reached {{c1::Ireland}} in 1845.");
    expect(country && contextLine(country, {}, ["Irish potatoes"])).toBe("");
  });

  test("are not left out for a word that every sentence has", () => {
    const [term] = cards("C: Landlords paid {{c1::the rates of the poor}}.");
    expect(term && contextLine(term, {}, ["What the Treasury did"])).toBe("What the Treasury did");
  });

  test("leave out the number of a chapter and are cut between words", () => {
    expect(line(["2.1 Breach"])).toBe("Breach");
    expect(line([`${"very ".repeat(20)}long`])).toBe(`${"very ".repeat(16).trim()}…`);
  });
});

describe("the title over a card", () => {
  const [card] = cards("C: Vaccines {{c1::teach}} the body what it has to {{c2::fight}}.");

  test("is the deck's, or its name where the title holds the answer", () => {
    expect(card && titleOver(card, "How vaccines work", "vaccines")).toBe("How vaccines work");
    expect(card && titleOver(card, "Vaccines teach", "vaccines")).toBe("vaccines");
  });

  test("may share a word with a longer answer", () => {
    const [longer] = cards("C: Sleep stores {{c1::episodic memory}} in the cortex.");
    expect(longer && titleOver(longer, "How memory works", "memory")).toBe("How memory works");
  });
});
