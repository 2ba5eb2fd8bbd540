import { describe, expect, test } from "vitest";
import { areRelated } from "../../src/text/related-words.ts";

describe("two stems are related when one gives the other away", () => {
  test.each([
    ["stoic", "stoicism"],
    ["migrat", "migration"],
    ["glacial", "glacier"],
    ["irish", "ireland"],
    ["franc", "french"],
    ["rom", "römisch"],
    ["kant", "kantian"],
    ["crete", "cretan"],
    ["ussr", "soviet"],
  ])("%s, %s", (a, b) => {
    expect([areRelated(a, b), areRelated(b, a)]).toEqual([true, true]);
  });
});

describe("words that only begin alike are not related", () => {
  test.each([
    ["electron", "electrochem"],
    ["port", "portugal"],
    ["war", "warsaw"],
    ["rom", "romanc"],
    ["polish", "polio"],
    ["slope", "slogan"],
  ])("%s, %s", (a, b) => {
    expect([areRelated(a, b), areRelated(b, a)]).toEqual([false, false]);
  });
});
