import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../src/generation/generate.ts";
import { cardRows } from "../support/card-rows.ts";
import { type Gold, goldReport, goldTargets } from "../support/gold.ts";
import { studyNote } from "../support/study-note.ts";

const data = join(import.meta.dirname, "..", "..", "..", "shared", "data");

test.skipIf(!existsSync(join(data, "gold.json")))(
  "the cards of the gold note are those a person would keep (needs ../shared/data)",
  () => {
    const source = studyNote(readFileSync(join(data, "model-alignment.md"), "utf8"));
    const gold = JSON.parse(readFileSync(join(data, "gold.json"), "utf8")) as Gold;
    const report = goldReport(cardRows(generate(source)), gold);
    expect(report.never).toBe(goldTargets.never);
    expect(report.keep).toBeGreaterThanOrEqual(goldTargets.keep);
    expect(report.ideal).toBeGreaterThanOrEqual(goldTargets.ideal);
    expect(report.covered).toBeGreaterThanOrEqual(goldTargets.covered);
  },
);
