import { expect, test } from "vitest";
import { fakePorts } from "../support/fake-ports.ts";
import { fakeQuiz, kantStores } from "../support/fake-quiz.ts";
import { openTerminal } from "../support/terminal.ts";

function quizzing() {
  const stores = kantStores();
  const quiz = fakeQuiz(stores, { mode: "typed" });
  const marks = () => stores.saved.map((event) => (event.type === "quizzed" ? event.outcome : event.type));
  return { stores, quiz, marks, ports: fakePorts({ start: { screen: "quiz", decks: ["kant"] }, quiz }) };
}

test("what is typed in one read is one answer, with its enter", async () => {
  const { ports, marks } = quizzing();
  await using terminal = await openTerminal(ports);
  await terminal.write("gottfried leibniz\r");
  expect(marks()).toEqual(["right"]);
  expect(terminal.screen()).toContain("Right.");
});

test("in a text field every character is text, u, q and ? too; f1 shows the keys and esc stops", async () => {
  const { ports, marks } = quizzing();
  await using terminal = await openTerminal(ports);
  await terminal.write("u q?");
  expect(terminal.screen()).toContain("> u q?");
  await terminal.press("f1");
  expect(terminal.screen()).toContain("delete the word before");
  await terminal.press("esc");
  expect(terminal.screen()).toContain("> u q?");
  await terminal.press("esc");
  expect(terminal.screen()).toContain("Quiz done");
  expect(marks()).toEqual([]);
});

test("a paste goes into the field and answers nothing, not even with a line break", async () => {
  const { ports, marks } = quizzing();
  await using terminal = await openTerminal(ports);
  await terminal.paste("Gottfried\nLeibniz\r");
  expect(terminal.screen()).toContain("> Gottfried Leibniz");
  expect(marks()).toEqual([]);
  await terminal.press("enter");
  expect(marks()).toEqual(["right"]);
});

test("a paste on a marked card does nothing", async () => {
  const { ports, marks } = quizzing();
  await using terminal = await openTerminal(ports);
  await terminal.write("x\r");
  await terminal.paste("y\r\r");
  expect(marks()).toEqual(["wrong"]);
});

test("the terminal's own cursor stands behind what was typed", async () => {
  const { ports } = quizzing();
  await using terminal = await openTerminal(ports);
  await terminal.write("abc");
  expect(terminal.cursor()).toEqual({ x: "    > abc".length, row: terminal.lines().findIndex((line) => line.includes("> abc")) });
});

test("keys that come while a mark could not be saved answer nothing", async () => {
  const { ports, stores, marks } = quizzing();
  stores.failing.log = 1;
  await using terminal = await openTerminal(ports);
  await terminal.write("x\r\r\ry");
  expect(terminal.screen()).toContain("Not saved");
  expect(marks()).toEqual([]);
  await terminal.press("r");
  expect(marks()).toEqual(["wrong"]);
});

test("from the home screen z quizzes the chosen deck, and enter on the score goes back", async () => {
  const { quiz } = quizzing();
  const ports = fakePorts({ start: { screen: "home" }, quiz });
  await using terminal = await openTerminal(ports);
  await terminal.press("down", "z", "esc");
  expect(terminal.screen()).toContain("Quiz done");
  await terminal.press("enter");
  expect(terminal.screen()).toContain("Recto");
  expect(ports.started).toEqual([["quotes"]]);
});

test("what is said when the screens are gone is the score", async () => {
  const { ports } = quizzing();
  const terminal = await openTerminal(ports);
  await terminal.write("gottfried leibniz\r");
  await terminal.press("q", "q");
  expect((await terminal.result).farewell).toBe("Quiz: 1 of 1 known.");
});
