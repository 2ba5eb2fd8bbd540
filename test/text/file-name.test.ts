import fc from "fast-check";
import { expect, test } from "vitest";
import { fileNameFor } from "../../src/text/file-name.ts";

test.each([
  ["How memory works", "how-memory-works"],
  ["Où est-ce ? L'été…", "où-est-ce-l-été"],
  ["../../../../.ssh/authorized_keys", "ssh-authorized-keys"],
  ["..\\..\\AppData\\x", "appdata-x"],
  [".git/hooks/post-checkout", "git-hooks-post-checkout"],
  ["--output=/etc/passwd", "output-etc-passwd"],
  ["a\0.json", "a-json"],
  ["CON", "deck"],
  ["com1", "deck"],
  ["", "deck"],
  ["…!", "deck"],
  ["मन की बात", "मन-की-बात"],
])("the title %j gives the file name %s", (title, name) => {
  expect(fileNameFor(title, [])).toBe(name);
});

test("twins after folding case and composing accents get a number", () => {
  const names: string[] = [];
  for (const title of ["Ä", "A\u0308", "ä"]) names.push(fileNameFor(title, names));
  expect(names).toEqual(["ä", "ä-2", "ä-3"]);
  expect(fileNameFor("Kant", ["KANT", "kant-2"])).toBe("kant-3");
});

test("any title gives a short, plain and free name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(30), (title, repeats) => {
      const taken: string[] = [];
      for (let count = 0; count <= repeats; count += 1) {
        const name = fileNameFor(title, taken);
        expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
        expect(name.startsWith("-") || name.endsWith("-")).toBe(false);
        expect([...name].length).toBeLessThanOrEqual(40);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(taken).not.toContain(name);
        taken.push(name);
      }
    }),
    { numRuns: 100 },
  );
});

test("a very long title is cut", () => {
  expect(fileNameFor("x".repeat(5000), [])).toBe("x".repeat(40));
  expect(fileNameFor("x".repeat(5000), ["x".repeat(40)])).toBe(`${"x".repeat(38)}-2`);
  expect(Buffer.byteLength(fileNameFor("𝒳".repeat(50), []))).toBe(120);
});
