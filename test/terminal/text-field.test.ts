import { expect, test } from "vitest";
import {
  edited,
  emptyField,
  type FieldAction,
  fieldLine,
  type TextField,
  textIn,
  withText,
} from "../../src/terminal/text-field.ts";

const lineOf = (field: TextField, width: number) => fieldLine(field, width).map(({ text }) => text);
const after = (text: string, ...actions: readonly FieldAction[]) => {
  const field = actions.reduce(edited, withText(emptyField, text));
  return `${field.graphemes.slice(0, field.cursor).join("")}|${field.graphemes.slice(field.cursor).join("")}`;
};

test("Text is edited by what a reader takes for one character", () => {
  expect(after("aé日👍🏽👨‍👩‍👧", "deleteBefore", "deleteBefore")).toBe("aé日|");
  expect(after("e\u0301a", "fieldLeft", "deleteBefore")).toBe("|a");
});

test.each<[FieldAction, string]>([
  ["fieldLeft", "one two thre|e"],
  ["fieldWordLeft", "one two |three"],
  ["fieldStart", "|one two three"],
  ["fieldEnd", "one two three|"],
  ["fieldRight", "one two three|"],
  ["deleteWord", "one two |"],
  ["deleteToStart", "|"],
  ["deleteAfter", "one two three|"],
])("%s at the end of a text", (action, expected) => {
  expect(after("one two three", action)).toBe(expected);
});

test("In the middle of a text", () => {
  expect(after("one two three", "fieldWordLeft", "fieldWordLeft", "deleteToEnd")).toBe("one |");
  expect(after("one two three", "fieldStart", "fieldWordRight", "deleteWord")).toBe("| two three");
  expect(after("abc", "fieldStart", "deleteAfter")).toBe("|bc");
});

test("A paste becomes one line without control characters, and has an end", () => {
  expect(textIn(withText(emptyField, "a\r\nb\tc\x1b[31m\x07"))).toBe("a b c[31m");
  expect(withText(emptyField, "x".repeat(9999)).graphemes).toHaveLength(500);
});

test("The line follows the cursor and never is wider than its room", () => {
  const long = withText(emptyField, "the art of attention");
  expect(lineOf(long, 8)).toEqual(["tention", " ", ""]);
  expect(lineOf(edited(long, "fieldStart"), 8)).toEqual(["", "t", "he art "]);
  for (let width = 2; width < 30; width += 1) {
    const wide = withText(emptyField, "日本語の歴史を読む");
    for (const field of [wide, edited(wide, "fieldLeft"), edited(wide, "fieldStart")]) {
      const columns = lineOf(field, width).reduce(
        (sum, text) => sum + [...text].length + [...text].filter((c) => c > "\u2e80").length,
        0,
      );
      expect(columns).toBeLessThanOrEqual(width);
    }
  }
});
