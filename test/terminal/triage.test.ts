import { expect, test } from "vitest";
import type { TriageSitting } from "../../src/app/sitting.ts";
import { Model } from "../../src/terminal/model.ts";
import { drawing } from "../../src/terminal/screens/screen-of.ts";
import { fakePorts } from "../support/fake-ports.ts";
import { someDecks } from "../support/fake-sitting.ts";
import { fakeTriage, memoryDeck, noteIds } from "../support/fake-triage.ts";
import { MemoryStores } from "../support/memory-stores.ts";
import { openTerminal } from "../support/terminal.ts";

const { name, term, why } = noteIds;

function triaging(stores = new MemoryStores({ memory: memoryDeck })) {
  const sitting = fakeTriage(stores);
  const verdicts = () =>
    stores.saved.map((event) => (event.type === "triaged" ? `${event.verdict} ${event.noteId}` : event.type));
  return { stores, sitting, verdicts, ports: fakePorts({ start: { screen: "triage", decks: "all" }, triage: sitting }) };
}

const press = (model: Model, ...names: readonly string[]) => model.press(names.map((key) => ({ name: key, isRepeat: false })));

function screenOf(model: Model): string {
  return drawing(model.state(), { columns: 80, rows: 24 })
    .map((row) => row.map(({ text }) => text).join(""))
    .join("\n");
}

test("keys that arrive in one read judge one note after the other", async () => {
  const { ports, verdicts } = triaging();
  await using terminal = await openTerminal(ports);
  await terminal.write(" x\r");
  expect(verdicts()).toEqual([`kept ${why}`, `dropped ${name}`, `kept ${term}`]);
  expect(terminal.screen()).toContain("Triage done");
});

test("a paste judges nothing", async () => {
  const { ports, verdicts } = triaging();
  await using terminal = await openTerminal(ports);
  await terminal.paste("xxK\r ");
  expect(verdicts()).toEqual([]);
});

test("a key that is held down keeps one note", async () => {
  const { ports, verdicts } = triaging();
  const model = new Model(ports);
  model.resize({ columns: 80, rows: 24 });
  model.attach({ suspend: (work) => work(), drawn: () => Promise.resolve(), exit: () => {} });
  await new Promise(setImmediate);
  model.press([
    { name: "space", isRepeat: false },
    { name: "space", isRepeat: true },
    { name: "space", isRepeat: true },
  ]);
  expect(verdicts()).toEqual([`kept ${why}`]);
});

test("in a small window space reads on before it keeps", async () => {
  const { ports, verdicts } = triaging();
  await using terminal = await openTerminal(ports, 30, 8);
  await terminal.press("down", "space");
  expect(verdicts()).toEqual([]);
  expect(terminal.screen()).toContain("→ 1885");
  await terminal.press("space");
  expect(verdicts()).toEqual([`kept ${name}`]);
});

test("page keys scroll a long note, and say so when there is nothing to scroll", async () => {
  const { ports } = triaging();
  await using terminal = await openTerminal(ports, 30, 8);
  await terminal.press("down", "pagedown");
  expect(terminal.screen()).not.toContain("Ebbinghaus measured the […]");
  await terminal.press("pageup");
  expect(terminal.screen()).toContain("Ebbinghaus measured the […]");
  await terminal.resize(80, 24);
  await terminal.press("pagedown");
  expect(terminal.screen()).toContain("Everything is on the screen.");
});

test("e opens the deck at the note, and the changed note is kept", async () => {
  const stores = new MemoryStores({ memory: memoryDeck });
  const sitting = fakeTriage(stores);
  const ports = fakePorts({
    start: { screen: "triage", decks: "all" },
    triage: sitting,
    openEditor: async () => {
      stores.files.set("memory", memoryDeck.replace("A: Because each", "A: For each"));
    },
  });
  await using terminal = await openTerminal(ports);
  await terminal.press("e");
  expect(ports.edited).toEqual([{ path: "decks/memory.md", line: 19 }]);
  expect(terminal.screen()).toContain("Kept as you changed it.");
  expect(stores.saved).toMatchObject([{ verdict: "edited", noteId: why }]);
});

test("keys typed ahead never answer the message that a verdict is not saved", async () => {
  const { stores, ports, verdicts } = triaging();
  stores.failing.log = 1;
  await using terminal = await openTerminal(ports);
  await terminal.write(" qqxx");
  expect(terminal.screen()).toContain("Not saved: ");
  // Until the message is on the screen no key counts, and a busy machine takes its time.
  while (verdicts().length === 0) await terminal.press("r");
  expect(verdicts()).toEqual([`kept ${why}`]);
});

test("leaving with a verdict that is not saved hands it over", async () => {
  const { stores, ports } = triaging();
  stores.failing.log = 1;
  await using terminal = await openTerminal(ports);
  await terminal.press("x");
  const isOver = terminal.result.then(() => true);
  while (!(await Promise.race([isOver, terminal.press("q").then(() => false)])));
  expect(await terminal.result).toMatchObject({ savingFailed: true, unsaved: [expect.stringContaining(why)] });
});

test("the farewell says what became of the notes", async () => {
  const { ports } = triaging();
  await using terminal = await openTerminal(ports);
  await terminal.press("x", "space", "q", "q");
  expect(await terminal.result).toEqual({
    farewell: "Triage: 1 kept, 1 dropped. 1 note left for another time.",
    unsaved: [],
    savingFailed: false,
  });
});

test("t on the home screen says what takes a moment; keys typed meanwhile judge nothing", async () => {
  const { sitting, verdicts } = triaging();
  let begin: (sitting: TriageSitting) => void = () => {};
  const started = new Promise<TriageSitting>((resolve) => {
    begin = resolve;
  });
  const model = new Model({ ...fakePorts({ start: { screen: "home" } }), startTriage: () => started });
  model.resize({ columns: 80, rows: 24 });
  press(model, "t", "x", "space");
  expect(screenOf(model)).toContain("Reading the sources …");
  begin(sitting);
  await started;
  await new Promise(setImmediate);
  expect(verdicts()).toEqual([]);
  expect(screenOf(model)).toContain("Triage · 1 of 3");
  press(model, "x", "space");
  expect(verdicts()).toEqual([`dropped ${why}`, `kept ${name}`]);
  press(model, "q", "enter");
  expect(screenOf(model)).toContain("Quotes on reading");
});

test("keys typed before the first note is drawn judge nothing, also when they arrive after the sources were read", async () => {
  const { ports, verdicts } = triaging();
  const model = new Model(ports);
  model.resize({ columns: 80, rows: 24 });
  const drawn: (() => void)[] = [];
  const next = () => new Promise<void>((resolve) => drawn.push(resolve));
  model.attach({ suspend: (work) => work(), exit: () => {}, drawn: next });
  for (const _ of ["before the sources are read", "after that"]) {
    expect(screenOf(model)).toContain("Reading the sources …");
    press(model, "space", "space", "x");
    drawn.shift()?.();
    await new Promise(setImmediate);
  }
  expect(verdicts()).toEqual([]);
  press(model, "space");
  expect(verdicts()).toEqual([`kept ${why}`]);
});

test("Ctrl+C typed while the sources are read stops the triage", async () => {
  const { ports, verdicts } = triaging();
  const model = new Model(ports);
  model.resize({ columns: 80, rows: 24 });
  model.attach({ suspend: (work) => work(), drawn: () => Promise.resolve(), exit: () => {} });
  press(model, "space", "ctrl+c");
  await new Promise(setImmediate);
  expect(verdicts()).toEqual([]);
  expect(model.state().view).toMatchObject({ screen: "triage", session: { phase: "done" } });
});

test("t says why it does nothing: no deck, or no new note in the chosen one", () => {
  const model = new Model(fakePorts({ start: { screen: "home" } }));
  model.resize({ columns: 80, rows: 24 });
  press(model, "j", "t");
  expect(screenOf(model)).toContain("No new note of this deck waits to be triaged.");
  expect(someDecks.decks[1]?.toTriage).toBe(0);
});

test("a triage that cannot begin is a message, not the end", async () => {
  const failing = { ...fakePorts({ start: { screen: "home" } }), startTriage: () => Promise.reject(new Error("no memory left")) };
  const model = new Model(failing);
  model.resize({ columns: 80, rows: 24 });
  press(model, "t");
  await new Promise(setImmediate);
  expect(screenOf(model)).toContain("Triage could not begin: no memory left");
});
