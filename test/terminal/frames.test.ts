import { expect, test } from "vitest";
import type { AppPorts } from "../../src/terminal/options.ts";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeQuiz, kantStores } from "../support/fake-quiz.ts";
import { fakeCard, fakeClock, fakeSitting, noDecks, nothingDue, someDecks, threeCards } from "../support/fake-sitting.ts";
import { fakeTriage, memoryDeck } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { openTerminal } from "../support/terminal.ts";

const sizes = [
  [120, 40],
  [80, 24],
  [58, 14],
  [30, 8],
] as const;

/** What stands on the screen after the keys, at each size. */
interface Scenario {
  readonly ports: () => AppPorts;
  readonly keys?: readonly string[];
}

function reviewPorts(options: Parameters<typeof fakeSitting>[0] & { failures?: number } = {}): AppPorts {
  const clock = fakeClock();
  const sitting = fakeSitting({ doneBefore: 6, leftAfter: 25, clock, ...options });
  sitting.failNext(options.failures ?? 0);
  const ports = fakePorts({ sitting, clock });
  return { ...ports, startSitting: (decks) => ports.startSitting(decks), now: laterBy(ports.now, 252_000) };
}

/** A store so slow that the frame in between can be seen. */
function savingPorts(): AppPorts {
  const sitting = fakeSitting({ doneBefore: 6, leftAfter: 25 });
  const shown = sitting.send({ type: "show" }).session;
  if (shown.phase !== "answered") throw new Error("no card");
  return fakePorts({ sitting: { ...sitting, session: () => ({ ...shown, phase: "saving", rating: "good" }) } });
}

/** The first look at the clock starts the sitting; every later one is so much later. */
function laterBy(now: () => string, ms: number): () => string {
  let looks = 0;
  return () => {
    looks += 1;
    return looks <= 2 ? now() : new Date(Date.parse(now()) + ms).toISOString();
  };
}

const home = (overview = someDecks) => fakePorts({ start: { screen: "home" }, overview });

const longText = Array.from({ length: 60 }, (_, index) => `Sentence ${index + 1} of a long card.`).join(" ");

const mockSummary = {
  answers: 34,
  counts: { again: 5, hard: 4, good: 22, easy: 3 },
  elapsedMs: 820_000,
  hardest: [
    { front: "nonsense syllables", agains: 3 },
    { front: "Simonides", agains: 2 },
  ],
  comingBack: 5,
  nextAt: "2026-11-23T17:19:12.000Z",
};

const second = threeCards.slice(1);

const manyDecks = {
  ...someDecks,
  decks: Array.from({ length: 50 }, (_, index) => ({
    name: `d${index}`,
    title: `Deck number ${index + 1}`,
    due: index,
    new: 2,
    cards: 99,
    toTriage: 0,
  })),
  problems: 2,
};

/** A triage of three notes; a kind of one of them was dropped 7 times of 9, and the disk may refuse so many writes. */
function triagePorts(failures = 0): AppPorts {
  const stores = new MemoryStores({ memory: memoryDeck });
  const log = stores.log();
  for (let at = 0; at < 9; at += 1) {
    const verdict = at < 2 ? "kept" : "dropped";
    log.append({ type: "triaged", noteId: `term${at}`, candidateKind: "term", score: 0.6, verdict });
  }
  const sitting = fakeTriage(stores);
  stores.failing.log = failures;
  return fakePorts({ start: { screen: "triage", decks: "all" }, triage: sitting });
}

const emptyTriage = fakeTriage(new MemoryStores({ memory: "Q: By hand?\nA: Yes.\n" }));

/** A quiz of six cards, in this order: a choice, one to type, a choice, one to say aloud, two choices. The disk may refuse so many marks. */
function quizPorts(failures = 0): AppPorts {
  const stores = kantStores();
  stores.failing.log = failures;
  return fakePorts({ start: { screen: "quiz", decks: ["kant"] }, quiz: fakeQuiz(stores) });
}

const typed = (text: string) => [...text].map((letter) => (letter === " " ? "space" : letter));
const toTyping = ["1", "enter"];
const toAloud = [...toTyping, ...typed("synthetic a posteriori"), "enter", "enter", "1", "enter"];
const toEnd = [...toAloud, "space", "3", "enter", "1", "enter", "1", "enter"];

const scenarios: Readonly<Record<string, Scenario>> = {
  home: { ports: () => home() },
  "home without decks": { ports: () => home(noDecks) },
  "home with nothing due": { ports: () => home(nothingDue) },
  "home with many decks": { ports: () => home(manyDecks), keys: Array<string>(30).fill("j") },
  "home refuses without decks": { ports: () => home(noDecks), keys: ["enter"] },
  question: { ports: () => reviewPorts() },
  answer: { ports: () => reviewPorts(), keys: ["space"] },
  "gaps, question": { ports: () => reviewPorts({ cards: second }) },
  "gaps, answer": { ports: () => reviewPorts({ cards: second }), keys: ["space"] },
  "wide characters": { ports: () => reviewPorts({ cards: threeCards.slice(2) }), keys: ["space"] },
  "long card": { ports: () => reviewPorts({ cards: [fakeCard(longText, "Yes.")] }), keys: ["space"] },
  "long card, scrolled": {
    ports: () => reviewPorts({ cards: [fakeCard(longText, "Yes.")] }),
    keys: ["space", ...Array<string>(100).fill("down")],
  },
  "too early to rate": { ports: () => reviewPorts(), keys: ["3"] },
  buried: { ports: () => reviewPorts(), keys: ["-"] },
  saving: { ports: savingPorts },
  "not saved": { ports: () => reviewPorts({ failures: 1 }), keys: ["space", "3"] },
  summary: { ports: () => reviewPorts({ summary: mockSummary }), keys: ["q"] },
  "summary of new cards": { ports: () => reviewPorts({ summary: { ...mockSummary, recalls: 0, recalled: 0 } }), keys: ["q"] },
  "summary without answers": { ports: () => reviewPorts(), keys: ["esc"] },
  "summary with nothing due": { ports: () => reviewPorts({ cards: [], leftAfter: -6 }), keys: [] },
  triage: { ports: () => triagePorts() },
  "triage, several cards": { ports: () => triagePorts(), keys: ["space"] },
  "triage, offered last": { ports: () => triagePorts(), keys: ["down", "down"] },
  "triage, dropped": { ports: () => triagePorts(), keys: ["x"] },
  "triage, read on": { ports: () => triagePorts(), keys: ["down", "space"] },
  "triage, not saved": { ports: () => triagePorts(9), keys: ["K"] },
  "triage, stopped": { ports: () => triagePorts(), keys: ["x", "q"] },
  "triage, all kept": { ports: () => triagePorts(), keys: ["x", "K"] },
  "triage without notes": { ports: () => fakePorts({ start: { screen: "triage", decks: "all" }, triage: emptyTriage }) },
  "quiz, choice": { ports: () => quizPorts(), keys: ["down"] },
  "quiz, chosen": { ports: () => quizPorts(), keys: ["1"] },
  "quiz, typing": { ports: () => quizPorts(), keys: [...toTyping, ...typed("synthetic a post")] },
  "quiz, close": { ports: () => quizPorts(), keys: [...toTyping, ...typed("synthetic a posteriori"), "enter"] },
  "quiz, accepted": { ports: () => quizPorts(), keys: [...toTyping, ...typed("synthetic a posteriori"), "enter", "y"] },
  "quiz, misspelt": { ports: () => quizPorts(), keys: [...toTyping, ...typed("syntetic a priori"), "enter"] },
  "quiz, nothing typed": { ports: () => quizPorts(), keys: [...toTyping, "enter"] },
  "quiz, practice": { ports: () => quizPorts(), keys: [...toTyping, "enter", "r", ...typed("synthetic a priori"), "enter"] },
  "quiz, say aloud": { ports: () => quizPorts(), keys: toAloud },
  "quiz, grading": { ports: () => quizPorts(), keys: [...toAloud, "space"] },
  "quiz, not saved": { ports: () => quizPorts(1), keys: ["1"] },
  "quiz, over": { ports: () => quizPorts(), keys: toEnd },
  "quiz, counted": { ports: () => quizPorts(), keys: [...toEnd, "c"] },
  "quiz, second round": { ports: () => quizPorts(), keys: [...toEnd, "m"] },
  "quiz, stopped": { ports: () => quizPorts(), keys: [...toTyping, "esc"] },
  "quiz without cards": {
    ports: () => fakePorts({ start: { screen: "quiz", decks: "all" }, quiz: fakeQuiz(new MemoryStores({})) }),
  },
  "keys of a text field": { ports: () => quizPorts(), keys: [...toTyping, "f1"] },
  "keys of a choice": { ports: () => quizPorts(), keys: ["?"] },
  "keys of a quiz that is over": { ports: () => quizPorts(), keys: [...toEnd, "?"] },
  "keys of triage": { ports: () => triagePorts(), keys: ["?"] },
  "keys of the home screen": { ports: () => home(), keys: ["?"] },
  "keys of a question": { ports: () => reviewPorts(), keys: ["?"] },
  "keys of an answer": { ports: () => reviewPorts(), keys: ["space", "?"] },
};

for (const [name, { ports, keys = [] }] of Object.entries(scenarios)) {
  test(`frame: ${name}`, async () => {
    const frames: string[] = [];
    for (const [columns, rows] of sizes) {
      await using terminal = await openTerminal(ports(), columns, rows);
      await terminal.press(...keys);
      frames.push([`[${columns}x${rows}]`, ...terminal.lines()].join("\n"));
    }
    await expect(`${frames.join("\n")}\n`).toMatchFileSnapshot(`../golden/frames/${name.replaceAll(/[ ,]+/g, "-")}.txt`);
  });
}

test("below 30x8 the window says which size it needs", async () => {
  const frames: string[] = [];
  for (const [columns, rows] of [
    [29, 8],
    [30, 7],
    [12, 3],
  ] as const) {
    await using terminal = await openTerminal(reviewPorts(), columns, rows);
    frames.push([`[${columns}x${rows}]`, ...terminal.lines()].join("\n"));
  }
  await expect(`${frames.join("\n")}\n`).toMatchFileSnapshot("../golden/frames/too-small.txt");
});
