import { afterEach, expect, test, vi } from "vitest";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeCard, fakeClock, fakeSitting, noDecks, someDecks, threeCards } from "../support/fake-sitting.ts";
import { openTerminal } from "../support/terminal.ts";

const fiveCards = Array.from({ length: 5 }, (_, index) => fakeCard(`Question ${index + 1}?`, `Answer ${index + 1}.`));

function reviewing(options: Parameters<typeof fakeSitting>[0] = {}) {
  const clock = options.clock ?? fakeClock();
  const sitting = fakeSitting({ cards: fiveCards, clock, ...options });
  return { sitting, clock, ports: fakePorts({ sitting, clock }) };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test("keys that arrive in one read rate one card after the other", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.write(" 3 3\r1");
  expect(sitting.ratings).toEqual(["good", "good", "again"]);
  expect(terminal.screen()).toContain("Question 4?");
});

test("carriage return and line feed are one Enter", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.write("a\r\nb");
  expect(sitting.sent).toEqual([{ type: "show" }]);
  expect(terminal.screen()).toContain("b does nothing here. ? shows the keys.");
});

test("an arrow in the middle of a chunk is one key", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.write(" \x1b[B3");
  expect(sitting.ratings).toEqual(["good"]);
});

test("a paste rates nothing", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.press("space");
  await terminal.paste("1234\r 3");
  expect(sitting.ratings).toEqual([]);
  expect(terminal.bytes()).toContain("\x1b[?2004h");
});

test("escape at once followed by a digit rates nothing", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.press("space");
  await terminal.write("\x1b3");
  expect(sitting.ratings).toEqual([]);
  expect(terminal.screen()).toContain("alt+3 does nothing here");
});

test("escape goes back one level: keys, review, summary, decks", async () => {
  const clock = fakeClock();
  const ports = fakePorts({ start: { screen: "home" }, clock, sitting: fakeSitting({ cards: fiveCards, clock }) });
  await using terminal = await openTerminal(ports);
  await terminal.press("enter", "?", "esc");
  expect(terminal.screen()).toContain("Question 1?");
  await terminal.press("esc");
  expect(terminal.screen()).toContain("Done: Memory and attention");
  await terminal.press("esc");
  expect(terminal.screen()).toContain("Quotes on reading");
  await terminal.press("esc");
  expect(terminal.screen()).toContain("This is the first screen. q quits.");
});

test("the home screen starts the chosen deck or all of them, and remembers the choice", async () => {
  const ports = fakePorts({ start: { screen: "home" } });
  await using terminal = await openTerminal(ports);
  await terminal.write("jjjjjjk\r");
  await terminal.press("q", "enter");
  expect(terminal.screen()).toContain("> Kant, Critique I");
  await terminal.press("a");
  expect(ports.started).toEqual([["kant::first"], "all"]);
});

test("without decks enter says how to make one", async () => {
  const ports = fakePorts({ start: { screen: "home" }, overview: noDecks });
  await using terminal = await openTerminal(ports);
  await terminal.press("enter");
  expect(terminal.screen()).toContain("There are no decks yet: recto generate NOTE.md makes one.");
  expect(ports.started).toEqual([]);
});

test("the question stays on its rows when the answer appears", async () => {
  const long = fakeCard("A question that is long enough to need several rows at this width, twice over. ".repeat(2), "Yes.");
  for (const [columns, rows] of [
    [120, 40],
    [80, 24],
    [58, 14],
    [30, 8],
  ] as const) {
    const { ports } = reviewing({ cards: [long] });
    await using terminal = await openTerminal(ports, columns, rows);
    const rowsOf = () => terminal.lines().flatMap((line, row) => (line.includes("question that is") ? [`${row} ${line}`] : []));
    const before = rowsOf();
    await terminal.press("space");
    expect(before).not.toHaveLength(0);
    expect(rowsOf()[0]).toBe(before[0]);
  }
});

test("an answer that is not saved keeps its card, and r tries again", async () => {
  const { sitting, ports } = reviewing();
  sitting.failNext(2);
  await using terminal = await openTerminal(ports);
  await terminal.press("space", "3");
  expect(terminal.screen()).toContain("Question 1?");
  expect(terminal.screen()).toContain("Not saved: The disk is full. Make some room. r tries again.");
  await terminal.press("r");
  expect(terminal.screen()).toContain("Not saved: The disk is full.");
  await terminal.press("r");
  expect(sitting.ratings).toEqual(["good"]);
  expect(terminal.screen()).toContain("Question 2?");
});

test("keys meant for the next card do not answer the message that saving failed", async () => {
  const { sitting, ports } = reviewing();
  sitting.failNext(1);
  await using terminal = await openTerminal(ports);
  await terminal.write(" 3 3r q");
  expect(sitting.ratings).toEqual([]);
  expect(terminal.screen()).toContain("Not saved: The disk is full.");
});

test("leaving with an answer that is not saved hands it over and says so", async () => {
  const { sitting, ports } = reviewing();
  sitting.failNext(1);
  await using terminal = await openTerminal(ports);
  await terminal.press("space", "3");
  // Until the message is on the screen no key counts, and a busy machine takes its time.
  const isOver = terminal.result.then(() => true);
  while (!(await Promise.race([isOver, terminal.press("q").then(() => false)])));
  expect(await terminal.result).toEqual({
    farewell: "Not saved: The disk is full. Make some room.",
    unsaved: ['{"type":"reviewed","rating":"good"}'],
    savingFailed: true,
  });
});

test("the farewell counts every sitting of the run", async () => {
  const { ports, clock } = reviewing();
  await using terminal = await openTerminal(ports);
  clock.advance(65_000);
  await terminal.press("space", "3", "ctrl+c", "ctrl+c");
  expect(await terminal.result).toEqual({
    farewell: "1 card in 1:05. Tomorrow: 21 due.",
    unsaved: [],
    savingFailed: false,
  });
});

test("the terminal is given back: alternate screen, cursor, paste mode and line mode", async () => {
  const { ports } = reviewing();
  await using terminal = await openTerminal(ports);
  expect(terminal.isRaw()).toBe(true);
  expect(terminal.bytes()).toContain("\x1b[?1049h");
  await terminal.press("q", "q");
  await terminal.result;
  expect(terminal.isRaw()).toBe(false);
  for (const restore of ["\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l"]) expect(terminal.bytes()).toContain(restore);
});

test("the elapsed time and the wait move with the keys", async () => {
  const { ports, clock } = reviewing();
  await using terminal = await openTerminal(ports);
  clock.advance(252_000);
  await terminal.press("space");
  expect(terminal.lines()[0]).toContain("1 of 5 · 4:12");
});

test("resizing redraws to the new window, down to the message and back", async () => {
  const { ports } = reviewing({ cards: threeCards });
  await using terminal = await openTerminal(ports, 60, 12);
  for (const [columns, rows] of [
    [40, 8],
    [70, 10],
    [29, 8],
    [80, 24],
  ] as const) {
    await terminal.resize(columns, rows);
    const text = terminal.screen();
    if (columns < 30) expect(text).toContain("Window too small");
    else expect(text).toContain("q stop");
    expect(terminal.lines().filter((line) => line.includes("Memory and attention")).length).toBe(columns < 30 ? 0 : 1);
  }
});

test("in a window that is too small no card can be rated by mistake", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports, 20, 5);
  await terminal.write(" 3");
  expect(sitting.sent).toEqual([]);
});

test("the editor gets the terminal, then the deck is read again; keys typed meanwhile are no answers", async () => {
  let close = () => {};
  const sitting = fakeSitting({ cards: fiveCards });
  const ports = fakePorts({
    sitting,
    openEditor: () =>
      new Promise<void>((resolve) => {
        close = resolve;
      }),
  });
  await using terminal = await openTerminal(ports);
  await terminal.press("space");
  await terminal.write("e3");
  expect(terminal.isRaw()).toBe(false);
  close();
  await terminal.settled();
  expect(terminal.isRaw()).toBe(true);
  expect(ports.edited).toEqual([{ path: "memory.md", line: 41 }]);
  expect(sitting.reloaded).toBe(1);
  expect(sitting.ratings).toEqual([]);
  expect(terminal.screen()).toContain("The deck was read again.");
});

test("an editor that does not open is reported on the screen", async () => {
  const ports = fakePorts({ openEditor: () => Promise.reject(new Error("no such file: vi\x1b[31m")) });
  await using terminal = await openTerminal(ports);
  await terminal.press("e");
  await terminal.settled();
  expect(terminal.screen()).toContain("The editor did not open: no such file: vi␛[31m");
  expect(terminal.isRaw()).toBe(true);
});

test("ctrl+z gives the terminal back until the process goes on", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.press("ctrl+z");
  expect(ports.stops).toBe(1);
  expect(terminal.isRaw()).toBe(false);
  ports.goOn();
  await terminal.settled();
  await terminal.settled();
  expect(terminal.isRaw()).toBe(true);
  await terminal.write(" 3");
  expect(sitting.ratings).toEqual(["good"]);
});

test("ctrl+z in the middle of a chunk is a key of its own", async () => {
  const { sitting, ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.write(" \x1a3");
  expect(ports.stops).toBe(1);
  expect(sitting.ratings).toEqual([]);
  ports.goOn();
  await terminal.settled();
});

test("stopped from outside and continued, the app takes the terminal back and draws again", async () => {
  const { ports } = reviewing();
  await using terminal = await openTerminal(ports);
  const before = terminal.bytes().length;
  ports.goOn();
  await terminal.settled();
  await terminal.settled();
  expect(terminal.bytes().slice(before)).toContain("Question 1?");
  expect(terminal.isRaw()).toBe(true);
});

test("where a program cannot pause ctrl+z says so", async () => {
  const { ports } = reviewing();
  await using terminal = await openTerminal({ ...ports, stopSelf: undefined });
  await terminal.press("ctrl+z");
  expect(terminal.screen()).toContain("This terminal cannot pause a program.");
});

const colourCodes = /\x1b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;\d+)*m/;

test("NO_COLOR leaves no colour code in a frame, and markers and bold stay", async () => {
  for (const noColor of [false, true]) {
    const ports = fakePorts({ start: { screen: "home" } });
    await using terminal = await openTerminal({ ...ports, noColor });
    await terminal.press("enter", "space", "?", "esc", "3");
    await terminal.press("q");
    expect(colourCodes.test(terminal.bytes())).toBe(!noColor);
    expect(terminal.bytes()).toContain("\x1b[1m");
    expect(terminal.bytes()).toContain("> ");
  }
});

test("the app draws though CI is set", async () => {
  vi.stubEnv("CI", "true");
  const { ports } = reviewing();
  await using terminal = await openTerminal(ports);
  expect(terminal.screen()).toContain("Question 1?");
});

test("f1 and ? open the keys, ctrl+c in them leaves the review as q does", async () => {
  const { ports } = reviewing();
  await using terminal = await openTerminal(ports);
  await terminal.press("f1");
  expect(terminal.lines()[0]).toBe("Keys");
  await terminal.press("z");
  expect(terminal.screen()).toContain("z does nothing here. esc closes the keys.");
  await terminal.press("?", "?", "ctrl+c");
  expect(terminal.screen()).toContain("Done: Memory and attention");
});

test("nothing that a deck, a card or a file is called reaches the terminal as a command", async () => {
  const nasty = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe\x9b31m";
  const card = fakeCard(nasty, nasty, {
    deckTitle: nasty,
    file: nasty,
    context: nasty,
    sentence: nasty,
    at: nasty,
    speaker: nasty,
  });
  const overview = { ...someDecks, decks: [{ name: "n", title: nasty, due: 1, new: 1, cards: 1, toTriage: 1 }] };
  const sitting = fakeSitting({ cards: [card], summary: { deckTitle: nasty, hardest: [{ front: nasty, agains: 2 }] } });
  await using terminal = await openTerminal(fakePorts({ start: { screen: "home" }, overview, sitting }));
  await terminal.press("enter", "space", "1", "esc");
  for (const bad of ["\x1b]0;", "\x07", "\x1b[2J\u202e", "\u202e", "\x9b"]) expect(terminal.bytes()).not.toContain(bad);
});

test("a row that begins like the one before it is drawn whole, though this terminal measures emoji otherwise", async () => {
  const cards = ["one is here?", "two is here?", "tiny?"].map((end) => fakeCard(`👩‍👩‍👧 ❤️ 1️⃣ Question ${end}`, "Yes."));
  await using terminal = await openTerminal(fakePorts({ sitting: fakeSitting({ cards }) }), 60, 14);
  await terminal.write(" 3");
  expect(terminal.screen()).toContain("Question two is here?");
  await terminal.write(" 3");
  expect(terminal.screen()).toContain("Question tiny?");
});

test("an unknown key does not hide why an answer is not saved", async () => {
  const { sitting, ports } = reviewing();
  sitting.failNext(1);
  await using terminal = await openTerminal(ports);
  await terminal.press("space", "3", "3");
  expect(terminal.screen()).toContain("Not saved: The disk is full.");
  expect(terminal.screen()).toContain("3 does nothing here.");
});
