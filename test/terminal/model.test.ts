import { expect, test } from "vitest";
import type { Effect } from "../../src/app/sitting.ts";
import type { Session, Summary } from "../../src/study/session.ts";
import { Model } from "../../src/terminal/model.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeClock, fakeSitting, threeCards } from "../support/fake-sitting.ts";

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
