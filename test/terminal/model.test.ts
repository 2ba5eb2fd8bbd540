import fc from "fast-check";
import { expect, test } from "vitest";
import type { Effect } from "../../src/app/sitting.ts";
import type { Session, Summary } from "../../src/study/session.ts";
import type { Size } from "../../src/terminal/layout.ts";
import { Model } from "../../src/terminal/model.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeCard, fakeClock, fakeSitting, threeCards } from "../support/fake-sitting.ts";
import { anyText } from "./any-text.ts";

const size = { columns: 80, rows: 24 };
const key = (name: string) => [{ name, isRepeat: false }];

/** A sitting that is done until the clock says that its one card is back. */
function comingBackIn(minutes: number) {
  const clock = fakeClock();
  const backAt = new Date(Date.parse(clock.now()) + minutes * 60_000).toISOString();
  const [asked] = threeCards;
  if (!asked) throw new Error("no card");
  const fake = fakeSitting({ cards: [], clock, summary: { comingBack: 1, nextAt: backAt, answers: 2 } });
  const summary = (fake.session() as { summary: Summary }).summary;
  let session: Session = { phase: "done", summary };
  const sitting = {
    ...fake,
    session: () => session,
    send: (): Effect => {
      if (clock.now() >= backAt) session = { phase: "asking", asked, progress: { done: 2, total: 3 } };
      return { session, outcome: "done" };
    },
  };
  const model = new Model(fakePorts({ sitting, clock }));
  model.resize(size);
  const screen = () =>
    drawing(model.state(), size)
      .map((row) => row.map(({ text }) => text).join(""))
      .join("\n");
  return { model, clock, screen };
}

test("w waits for the cards that come back, and asks the first when its time has come", () => {
  const { model, clock, screen } = comingBackIn(7);
  model.press(key("w"));
  expect(screen()).toContain("Waiting: the next card comes back in 7 min.");
  clock.advance(3 * 60_000);
  model.lookAgain();
  expect(screen()).toContain("Waiting: the next card comes back in 4 min.");
  clock.advance(4 * 60_000);
  model.lookAgain();
  expect(screen()).toContain("nonsense syllables?");
});

test("who goes back to the decks waits no longer", () => {
  const { model, clock, screen } = comingBackIn(7);
  model.press([...key("w"), ...key("enter")]);
  clock.advance(10 * 60_000);
  model.lookAgain();
  expect(screen()).toContain("Quotes on reading");
});

test("a key that is held down answers one card, not the whole deck", () => {
  const sitting = fakeSitting();
  const model = new Model(fakePorts({ sitting }));
  model.resize(size);
  model.press(key("space"));
  model.press([{ name: "space", isRepeat: true }]);
  model.press([{ name: "3", isRepeat: true }]);
  expect(sitting.ratings).toEqual([]);
});

test("without a size yet the smallest window counts, so keys work from the first moment", () => {
  const sitting = fakeSitting();
  const model = new Model(fakePorts({ sitting }));
  model.press([...key("space"), ...key("3")]);
  expect(sitting.ratings).toEqual(["good"]);
});

test("until the message that saving failed is on the screen, keys are dropped", async () => {
  const sitting = fakeSitting();
  sitting.failNext(1);
  const model = new Model(fakePorts({ sitting }));
  let draw = () => {};
  const drawn = new Promise<void>((resolve) => {
    draw = resolve;
  });
  model.attach({ drawn: () => drawn, exit: () => {}, suspend: (work) => work() });
  model.press([...key("space"), ...key("3")]);
  model.press(key("r"));
  expect(sitting.ratings).toEqual([]);
  draw();
  await drawn;
  model.press(key("r"));
  expect(sitting.ratings).toEqual(["good"]);
});

test("while the terminal is somebody else's, keys are dropped", async () => {
  const sitting = fakeSitting();
  const ports = fakePorts({ sitting });
  const model = new Model(ports);
  model.attach({ drawn: () => Promise.resolve(), exit: () => {}, suspend: (work) => work() });
  model.press([...key("space"), ...key("ctrl+z")]);
  model.press(key("3"));
  expect(model.isAway()).toBe(true);
  ports.goOn();
  await new Promise(setImmediate);
  expect(model.isAway()).toBe(false);
  expect(sitting.ratings).toEqual([]);
});

/** A review of the cards in a window of that size. */
function reviewing(cards: Parameters<typeof fakeSitting>[0], window: Size) {
  const sitting = fakeSitting(cards);
  const model = new Model(fakePorts({ sitting }));
  model.resize(window);
  const lines = () => drawing(model.state(), window).map((row) => row.map(({ text }) => text).join(""));
  return { sitting, press: (...names: string[]) => model.press(names.flatMap(key)), lines, screen: () => lines().join("\n") };
}

const tiny = { columns: 30, rows: 8 };
const longFront =
  "Which of the many things that a reader may forget within one day is the one that Ebbinghaus measured first of all?";

test.each(["space", "enter"])("%s brings an answer below the window's edge into sight before it rates", (name) => {
  const { sitting, press, screen, lines } = reviewing({ cards: [fakeCard(longFront, "Nonsense syllables.")] }, tiny);
  press(name);
  expect(screen()).not.toContain("Nonsense syllables.");
  expect(lines().at(-1)).toBe("space answer   ? keys   q stop");
  press(name);
  expect(sitting.ratings).toEqual([]);
  expect(screen()).toContain("Nonsense syllables.");
  expect(lines().at(-1)).toBe("space good   ? keys   q stop");
  press(name);
  expect(sitting.ratings).toEqual(["good"]);
});

test("an answer of which only a part is in sight is brought into sight as far as there is room", () => {
  const cards = [fakeCard("What are the first words, as the translation has them?", "Word by word. ".repeat(40))];
  const { sitting, press, lines } = reviewing({ cards }, tiny);
  press("space");
  expect(lines()[3]).toContain("Word by word.");
  press("space");
  expect(sitting.ratings).toEqual([]);
  expect(lines()[1]).toContain("Word by word.");
  press("space");
  expect(sitting.ratings).toEqual(["good"]);
});

test("who has scrolled past an answer has seen it: space rates", () => {
  const cards = [fakeCard("What is it?", "It.", { sentence: "A sentence that goes on and on. ".repeat(9) })];
  const { sitting, press, screen } = reviewing({ cards }, tiny);
  press("space", "down", "down", "down");
  expect(screen()).not.toContain("It.");
  press("space");
  expect(sitting.ratings).toEqual(["good"]);
});

test("page keys scroll a review by a windowful, with one row in common", () => {
  const sentence = Array.from({ length: 40 }, (_, index) => `word${index}`).join(" ");
  const { press, lines } = reviewing({ cards: [fakeCard("What is it?", "It.", { sentence })] }, tiny);
  press("space");
  const first = lines();
  press("pagedown");
  expect(lines()[1]).toBe(first.findLast((row) => /word/.test(row)));
  press("pageup");
  expect(lines()).toEqual(first);
});

test("a digit rates at once, wherever the answer is", () => {
  const { sitting, press } = reviewing({ cards: [fakeCard(longFront, "Nonsense syllables.")] }, tiny);
  press("space", "1");
  expect(sitting.ratings).toEqual(["again"]);
});

test("an answer that a message covers was not seen either", () => {
  const { sitting, press, screen } = reviewing({ cards: [fakeCard("Why? ".repeat(14), "Because.")] }, tiny);
  press("space", "z");
  expect(screen()).not.toContain("Because.");
  press("space");
  expect(screen()).toContain("Because.");
  expect(sitting.ratings).toEqual([]);
});

test("the keys of an answer below the window's edge say that space goes there", () => {
  const { press, screen } = reviewing({ cards: [fakeCard(longFront, "Nonsense syllables.")] }, tiny);
  press("space", "?", "z");
  expect(screen()).toContain("space enter   go to the answer");
});

test("a small window leaves the context out where it would push the answer out of sight", () => {
  const front = "What did Ebbinghaus measure on himself, and who else was asked to take part in it?";
  const short = fakeCard(front, "Forgetting; nobody.", { context: "How memory works, A. Reader" });
  const { press, screen, lines } = reviewing({ cards: [short] }, tiny);
  const before = lines().slice(1, 3);
  expect(before[0]).toContain("What did Ebbinghaus");
  press("space");
  expect(screen()).toContain("Forgetting; nobody.");
  expect(lines().slice(1, 3)).toEqual(before);
});

test("a long context takes one row of a small window and at most two of a large one, cut between words", () => {
  const context = `${"The public works and what they cost ".repeat(8)}in the end`;
  const rowsAt = (size: Size) => {
    const { lines } = reviewing({ cards: [fakeCard("What came next?", "Soup kitchens", { context })] }, size);
    return lines().filter((row) => /public|works|cost/.test(row));
  };
  expect(rowsAt({ columns: 58, rows: 10 })).toHaveLength(1);
  expect(rowsAt({ columns: 58, rows: 10 })[0]).toMatch(/ (?:The|public|works|and|what|they|cost)…\s*$/);
  expect(rowsAt({ columns: 80, rows: 24 })).toHaveLength(2);
});

test("a small window keeps the context where leaving it out would not help, or where there is room", () => {
  for (const front of ["Why?", longFront]) {
    const { press, lines } = reviewing({ cards: [fakeCard(front, "Because.", { context: "How memory works" })] }, tiny);
    press("space");
    expect(lines()[1]).toBe("How memory works");
  }
});

test("whatever the card and the window, one key more than usual shows the answer, and none rates it unseen", () => {
  const window = fc.record({ columns: fc.integer({ min: 30, max: 120 }), rows: fc.integer({ min: 8, max: 30 }) });
  fc.assert(
    fc.property(anyText, anyText, window, (front, context, size) => {
      const { sitting, press, screen } = reviewing({ cards: [fakeCard(front, "Zanzibar", { context })] }, size);
      press("space");
      if (!screen().includes("Zanzibar")) press("space");
      expect(sitting.ratings).toEqual([]);
      expect(screen()).toContain("Zanzibar");
      press("space");
      expect(sitting.ratings).toEqual(["good"]);
    }),
  );
});

test.each(["?", "f1", "esc", "enter", "q"])("%s closes the keys and does nothing else", (name) => {
  const { sitting, press, screen } = reviewing({}, size);
  press("?", name);
  expect(screen()).toContain("nonsense syllables?");
  expect(screen()).toContain("q stop");
  expect(sitting.sent).toEqual([]);
});
