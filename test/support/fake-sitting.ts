import type { Effect, Overview, Sitting } from "../../src/app/sitting.ts";
import type { Card, FrontPart } from "../../src/cards/card.ts";
import type { Outcomes } from "../../src/scheduling/outcome.ts";
import type { Rating } from "../../src/scheduling/schedule.ts";
import type { AskedCard, Session, SessionAction, Summary } from "../../src/study/session.ts";

const startsAt = Date.parse("2026-11-23T17:05:00.000Z");

/** A clock that a test moves. */
export function fakeClock() {
  let elapsedMs = 0;
  return {
    now: () => new Date(startsAt + elapsedMs).toISOString(),
    elapsedMs: () => elapsedMs,
    advance: (ms: number) => {
      elapsedMs += ms;
    },
  };
}

export type FakeClock = ReturnType<typeof fakeClock>;

export const outcomes: Outcomes = {
  again: {
    schedule: { state: "relearning", step: 0, dueAt: "2026-11-23T17:15:00.000Z" },
    wait: { minutes: 10 },
    suspends: false,
  },
  hard: { schedule: { state: "review", interval: 12, dueOn: "2026-12-05" }, wait: { days: 12 }, suspends: false },
  good: { schedule: { state: "review", interval: 25, dueOn: "2026-12-18" }, wait: { days: 25 }, suspends: false },
  easy: { schedule: { state: "review", interval: 61, dueOn: "2027-01-23" }, wait: { days: 61 }, suspends: false },
};

type CardTexts = Partial<Omit<AskedCard, "card">> & Partial<Pick<Card, "sentence" | "speaker" | "at">>;

let cardNumber = 0;

export function fakeCard(
  front: string | readonly FrontPart[],
  answer: string | readonly string[],
  texts: CardTexts = {},
): AskedCard {
  cardNumber += 1;
  const { sentence, speaker, at, ...asked } = texts;
  return {
    card: {
      id: `note${cardNumber}.qa`,
      noteId: `note${cardNumber}`,
      slot: "qa",
      section: "facts",
      front: typeof front === "string" ? [{ type: "text", text: front }] : front,
      answers: typeof answer === "string" ? [answer] : answer,
      siblingGroup: `note${cardNumber}`,
      orphan: false,
      ...(sentence === undefined ? {} : { sentence }),
      ...(speaker === undefined ? {} : { speaker }),
      ...(at === undefined ? {} : { at }),
    },
    deckTitle: "Memory and attention",
    context: "",
    file: "memory.md",
    line: 41,
    timesSeen: 6,
    lastSeenDaysAgo: 9,
    isLeech: false,
    outcomes,
    ...asked,
  };
}

export const threeCards: readonly AskedCard[] = [
  fakeCard("Why did Ebbinghaus test himself on nonsense syllables?", "Because they carried no meaning to help him.", {
    sentence: "Ebbinghaus tested himself on nonsense syllables because they carried no meaning to help him.",
    at: "p. 12",
  }),
  fakeCard(
    [
      { type: "text", text: "Ebbinghaus measured the " },
      { type: "gap" },
      { type: "text", text: " on himself and published it in " },
      { type: "gap", hint: "which year?" },
      { type: "text", text: "." },
    ],
    ["forgetting curve", "1885"],
    { line: 45, timesSeen: 0, context: "How memory works, A. Reader" },
  ),
  fakeCard(
    "間隔反復とは何ですか。覚えたことを忘れる前に、少しずつ間隔を広げながら思い出す学習法です。",
    "間隔をあけて思い出すこと",
    {
      line: 52,
      timesSeen: 1,
      isLeech: true,
    },
  ),
];

interface FakeSittingOptions {
  readonly cards?: readonly AskedCard[];
  readonly clock?: FakeClock;
  readonly summary?: Partial<Summary>;
  /** Cards answered before the first of `cards`, and after the last. */
  readonly doneBefore?: number;
  readonly leftAfter?: number;
}

export interface FakeSitting extends Sitting {
  /** Ratings on disk, in order. */
  readonly ratings: readonly Rating[];
  /** How many of the next writes fail. */
  failNext(times: number): void;
  readonly sent: readonly SessionAction[];
  reloaded: number;
}

/** A sitting over a few cards with a store that fails on demand. It knows no scheduling: cards come in order, once. */
export function fakeSitting({
  cards = threeCards,
  clock = fakeClock(),
  summary = {},
  doneBefore = 0,
  leftAfter = 0,
}: FakeSittingOptions = {}): FakeSitting {
  const kept: { rating: Rating | "aside"; card: AskedCard }[] = [];
  const sent: SessionAction[] = [];
  let failures = 0;
  let waiting: Rating | undefined;
  let stopped = false;
  let session: Session = next();

  function ratings(): Rating[] {
    return kept.flatMap(({ rating }) => (rating === "aside" ? [] : [rating]));
  }

  function next(): Session {
    const asked = cards[kept.length];
    if (asked && !stopped)
      return {
        phase: "asking",
        asked,
        progress: { done: doneBefore + kept.length, total: doneBefore + cards.length + leftAfter },
      };
    return { phase: "done", summary: summaryOf() };
  }

  function summaryOf(): Summary {
    const counts = { again: 0, hard: 0, good: 0, easy: 0 };
    for (const rating of ratings()) counts[rating] += 1;
    return {
      deckTitle: "Memory and attention",
      answers: ratings().length,
      cards: summary?.answers ?? ratings().length,
      counts,
      recalls: summary?.answers ?? ratings().length,
      recalled: (summary?.answers ?? ratings().length) - (summary?.counts ?? counts).again,
      elapsedMs: clock.elapsedMs(),
      hardest: [],
      comingBack: 0,
      leftNow: 0,
      dueTomorrow: 21,
      heldBack: 0,
      ...summary,
    };
  }

  function done(message?: string): Effect {
    return { session, outcome: "done", ...(message === undefined ? {} : { message }) };
  }

  function refused(message: string): Effect {
    return { session, outcome: "refused", message };
  }

  function save(rating: Rating): Effect {
    if (session.phase === "done") return refused("There is no card.");
    const { asked, progress } = session;
    if (failures > 0) {
      failures -= 1;
      waiting = rating;
      session = { phase: "notSaved", asked, progress, isShown: true, reason: "The disk is full.", remedy: "Make some room." };
      return done();
    }
    waiting = undefined;
    kept.push({ rating, card: asked });
    session = next();
    return done();
  }

  function aside(message: string): Effect {
    if (session.phase === "done") return refused("There is no card.");
    kept.push({ rating: "aside", card: session.asked });
    session = next();
    return done(message);
  }

  function send(action: SessionAction): Effect {
    sent.push(action);
    switch (action.type) {
      case "show":
        if (session.phase !== "asking") return refused("The answer is shown already.");
        session = { phase: "answered", asked: session.asked, progress: session.progress };
        return done();
      case "rate":
        return session.phase === "answered" ? save(action.rating) : refused("Show the answer first.");
      case "retry":
        return waiting === undefined ? refused("Everything is saved.") : save(waiting);
      case "undo":
        if (kept.pop() === undefined) return refused("There is nothing to undo.");
        session = next();
        return done("Taken back.");
      case "bury":
        return aside("Buried. Back tomorrow. u undoes.");
      case "suspend":
        return aside("Suspended. u undoes.");
      case "drop":
        return aside("Dropped. u undoes.");
      case "continue":
        return refused("Nothing comes back.");
      case "stop":
        stopped = true;
        session = next();
        return done();
    }
  }

  const sitting: FakeSitting = {
    session: () => session,
    send,
    place: () => (session.phase === "done" ? undefined : { path: session.asked.file, line: session.asked.line }),
    reload: () => {
      sitting.reloaded += 1;
      return { ...done(), message: "The deck was read again." };
    },
    unsaved: () => (waiting === undefined ? [] : [`{"type":"reviewed","rating":"${waiting}"}`]),
    get ratings() {
      return ratings();
    },
    failNext: (times) => {
      failures = times;
    },
    sent,
    reloaded: 0,
  };
  return sitting;
}

export const someDecks: Overview = {
  today: "2026-11-23",
  decks: [
    { name: "memory", title: "Memory and attention", due: 24, new: 10, cards: 312, toTriage: 7 },
    { name: "quotes", title: "Quotes on reading", due: 8, new: 0, cards: 540, toTriage: 0 },
    { name: "kant::first", title: "Kant, Critique I", due: 3, new: 5, cards: 42, toTriage: 0 },
    { name: "dates", title: "Dates and places", due: 0, new: 0, cards: 195, toTriage: 0 },
  ],
  due: 35,
  new: 15,
  streak: 12,
  seminars: [
    {
      seminarId: "k4m9q2ht7rzc",
      title: "Kant, Critique I",
      on: "2026-12-03",
      time: "14:00",
      daysLeft: 10,
      minutesADay: 15,
      cards: 42,
      unseen: 5,
      expectedKnown: { now: 34.1, left: 32.8, planned: 39.6 },
    },
  ],
  suspended: 0,
  problems: 0,
};

export const noDecks: Overview = { ...someDecks, decks: [], due: 0, new: 0, streak: 0 };

export const nothingDue: Overview = {
  ...someDecks,
  decks: someDecks.decks.map((deck) => ({ ...deck, due: 0, new: 0 })),
  due: 0,
  new: 0,
};
