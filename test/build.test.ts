import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "./support/pty.ts";

interface Metafile {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

const metafiles: readonly Metafile[] = JSON.parse(readFileSync(join(projectRoot, "dist/metafiles.json"), "utf8"));

/** The npm packages in one built file. */
function packagesIn(file: string, fewestInputs = 4): ReadonlySet<string> {
  const metafile = metafiles.find(({ outputs }) => Object.hasOwn(outputs, `dist/${file}`));
  const inputs = Object.keys(metafile?.inputs ?? {});
  expect(inputs.length).toBeGreaterThanOrEqual(fewestInputs);
  return new Set(inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
}

describe("the built files", () => {
  test("know neither React nor Ink nor a library that is called later, until something is drawn", () => {
    for (const file of ["recto.cjs", "due.cjs", "study.cjs"]) {
      const packages = packagesIn(file);
      for (const name of ["ink", "react", "react-reconciler", "yoga-layout", "string-width", "ts-fsrs", "yaml", "wink-nlp"]) {
        expect(packages, file).not.toContain(name);
      }
    }
  });

  test("read the command line with one small library", () => {
    expect([...packagesIn("recto.cjs")]).toEqual(["@stricli/core"]);
  });

  test("draw without developer tools and without the generator's language model", () => {
    const packages = packagesIn("terminal.cjs");
    expect(packages).toContain("ink");
    for (const name of ["react-devtools-core", "wink-nlp", "wink-eng-lite-web-model"]) expect(packages).not.toContain(name);
  });

  test("know the tagger and its model in the file of one command only", () => {
    const withTagger = metafiles
      .flatMap(({ outputs }) => Object.keys(outputs))
      .filter((file) => /\.c?js$/.test(file))
      .map((file) => file.replace("dist/", ""))
      .filter((file) => [...packagesIn(file, 0)].some((name) => name.startsWith("wink-")));
    expect(withTagger).toEqual(["generate.cjs"]);
  });

  test("bring the licence of everything they contain", () => {
    const licences = readFileSync(join(projectRoot, "dist/THIRD-PARTY-LICENCES.txt"), "utf8");
    for (const name of ["ink", "react", "ts-fsrs", "yaml", "lowdb", "nanoid", "valibot", "wink-nlp", "markdown-it"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });
});
