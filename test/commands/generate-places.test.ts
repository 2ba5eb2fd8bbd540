import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { machines } from "../support/determinism.ts";
import { longDocument } from "../support/long-note.ts";
import { Shell } from "../support/run-command.ts";

test("the same document gives the same bytes, on the screen and on disk, whatever the place and the language of the machine", () => {
  const document = longDocument(400);
  const [here, ...elsewhere] = machines.map((env) => {
    const shell = new Shell({ "long.md": document });
    const { out } = shell.recto(["--now", "2026-11-24T18:00:00Z", "--seed", "1", "generate", "long.md", "--explain", "--yes"], {
      env,
    });
    const read = (path: string) => readFileSync(join(shell.home, path), "utf8");
    return { out, deck: read("decks/long.md"), lines: read("storage/read/long.txt") };
  });
  expect(here?.deck.length).toBeGreaterThan(10_000);
  for (const each of elsewhere) expect(each).toEqual(here);
});
