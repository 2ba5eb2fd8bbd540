import { expect, test } from "vitest";
import { footerLine } from "../../src/terminal/footer.ts";
import { bindingsOf, type Facts, type Mode, modes } from "../../src/terminal/keys.ts";
import { lineWidth } from "../../src/terminal/line.ts";
import { helpText } from "../../src/terminal/plain/texts.ts";
import { helpScreen } from "../../src/terminal/screens/help.ts";

const facts: Facts = {
  decks: 2,
  comingBack: 5,
  toTriage: 7,
  missed: 3,
  toBringBack: 3,
  canAccept: true,
  canPause: true,
};

const screens: readonly Mode[] = [
  "home",
  "asking",
  "answerBelow",
  "answered",
  "notSaved",
  "done",
  "judging",
  "noteBelow",
  "judged",
  "choosing",
  "saying",
  "grading",
  "checked",
  "quizOver",
];

test.each(modes)("no key and no word means two things: %s", (mode) => {
  for (const field of ["keys", "words"] as const) {
    const all = bindingsOf(mode).flatMap((binding) => binding[field]);
    expect(new Set(all).size).toBe(all.length);
  }
});

test.each(modes)("every binding says what it does: %s", (mode) => {
  expect(bindingsOf(mode).length).toBeGreaterThan(1);
  for (const binding of bindingsOf(mode)) {
    expect(binding.hint).not.toBe("");
    expect(binding.keys).not.toHaveLength(0);
  }
});

test.each(modes)("ctrl+z and a way out exist everywhere: %s", (mode) => {
  const keys = bindingsOf(mode).flatMap((binding) => binding.keys);
  expect(keys).toContain("ctrl+z");
  expect(keys).toContain("ctrl+c");
});

test.each(screens)("esc and ? do something on every screen: %s", (mode) => {
  const keys = bindingsOf(mode).flatMap((binding) => binding.keys);
  expect(keys).toEqual(expect.arrayContaining(["esc", "?", "f1"]));
});

test.each(screens)("the footer keeps ? and the way out at every width, fits, and shows six keys at most: %s", (mode) => {
  for (let columns = 30; columns <= 200; columns += 1) {
    const footer = footerLine(mode, facts, columns);
    const text = footer.map((span) => span.text).join("");
    expect(text).toMatch(/\? keys {3}q (quit|stop)$/);
    expect(lineWidth(footer)).toBeLessThanOrEqual(columns);
    expect(text.split("   ").length).toBeLessThanOrEqual(6);
  }
});

test("the keys overlay says how to leave it at every width", () => {
  for (let columns = 30; columns <= 200; columns += 1) {
    expect(
      footerLine("help", facts, columns)
        .map((span) => span.text)
        .join(""),
    ).toContain("esc close");
  }
});

test("the footer leaves out what is not possible now", () => {
  const text = footerLine("done", { ...facts, comingBack: 0 }, 80)
    .map((span) => span.text)
    .join("");
  expect(text).toBe("enter decks   ? keys   q quit");
});

test("the summary offers to wait at every width while cards come back today", () => {
  for (let columns = 30; columns <= 200; columns += 1) {
    const text = footerLine("done", { ...facts, comingBack: 120 }, columns)
      .map((span) => span.text)
      .join("");
    expect(text).toContain("w wait");
  }
});

test("the hint of ! promises only what can be done", () => {
  expect(helpText("asking")).toContain("suspend, !: suspend the card (u takes it back)");
});

test.each(screens)("the overlay lists every key of the table: %s", (mode) => {
  const text = helpScreen(mode, facts, { columns: 200, rows: 50 })
    .body.map((row) => row.map((span) => span.text).join(""))
    .join("\n");
  for (const { keys, hint } of bindingsOf(mode)) {
    expect(text).toContain(keys.join(" "));
    expect(text).toContain(hint);
  }
});

test("the overlay says why a key does nothing now", () => {
  const rows = helpScreen("home", { ...facts, decks: 0 }, { columns: 200, rows: 50 }).body;
  expect(rows[0]?.map((span) => span.text).join("")).toContain("(There are no decks yet");
});

test("plain mode's words come from the same table", () => {
  expect(helpText("answered")).toContain("again, 1: Again, forgotten");
  expect(helpText("answered")).not.toContain("scroll");
});
