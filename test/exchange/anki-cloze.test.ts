import { expect, test } from "vitest";
import { type AnkiClozeNode, ankiCardNumbers, readAnkiClozes } from "../../src/exchange/anki-cloze.ts";

test.each([
  ["test", []],
  ["{{c2::te}}{{c1::s}}t{{", [1, 2]],
  ["{{c0::te}}s{{c2::t}}s", [2]],
  ["öaöaöööaö", []],
  ["{{c2::te{{c1::s}}}}t{{", [1, 2]],
  ["{{c1,1,2::t}}", [1, 2]],
  ["{{c0,1,2::t}}", [1, 2]],
  ["{{c1,,3::t}}", [1, 3]],
  ["{{c600::t}}{{c500::v}}{{c499::u}}", [499, 500]],
  ["{{c99999::t}}{{C1::u}}{{ c1::v}}{{c1:w}}", []],
  ["{{c1::never closed {{c2::inner}}", []],
])("%s makes the cards %j", (field, numbers) => {
  expect(ankiCardNumbers(field)).toEqual(numbers);
});

test.each([
  ["foo {{c1::bar {{c2::baz}}::qux}}", 1, "foo [qux]", "foo bar baz"],
  ["foo {{c1::bar {{c2::baz}}::qux}}", 2, "foo bar [...]", "foo bar baz"],
  ["foo {{c1::bar {{c2::baz}}}}", 1, "foo [...]", "foo bar baz"],
  ["{{c1::outer {{c1::inner}}}}", 1, "[...]", "outer inner"],
  ["{{c1,2::outer {{c3::inner}}}}", 3, "outer [...]", "outer inner"],
  [
    "{{c1,2::shared}} word and {{c1::first}} vs {{c2::second}}",
    1,
    "[...] word and [...] vs second",
    "shared word and first vs second",
  ],
  [
    "{{c1,2::shared}} word and {{c1::first}} vs {{c2::second}}",
    2,
    "[...] word and first vs [...]",
    "shared word and first vs second",
  ],
  ["{{c1,2::answer::hint}}", 2, "[hint]", "answer"],
  ['{{c2::orbits::this hint has "::" in it}}', 2, '[this hint has "::" in it]', "orbits"],
  ["a }} b {{c1::x}} }}", 1, "a }} b [...] }}", "a }} b x }}"],
])("card of %s, number %i, asks %s", (field, number, front, back) => {
  const nodes = readAnkiClozes(field);
  expect(shown(nodes, number)).toBe(front);
  expect(shown(nodes, undefined)).toBe(back);
});

test("openers beyond ten levels are dropped, and their closers close an outer level", () => {
  const field = `${"{{c1::".repeat(11)}x${"}}".repeat(11)}`;
  expect(ankiCardNumbers(field)).toEqual([1]);
  expect(shown(readAnkiClozes(field), undefined)).toBe("x}}");
});

test("a field of unclosed openers ends within seconds", () => {
  expect(ankiCardNumbers("{{c1::".repeat(50_000))).toEqual([]);
  expect(ankiCardNumbers("{{c".repeat(50_000) + "1".repeat(50_000))).toEqual([]);
}, 10_000);

function shown(nodes: readonly AnkiClozeNode[], asked: number | undefined): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      return asked !== undefined && node.ordinals.includes(asked) ? `[${node.hint ?? "..."}]` : shown(node.children, asked);
    })
    .join("");
}
