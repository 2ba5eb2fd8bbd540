import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { continued } from "../../src/app/continued.ts";
import { pastOf, samePast } from "../../src/app/past.ts";
import { answering, writerNumber } from "../support/answering.ts";
import { idsOf, openLog } from "../support/logs.ts";
import { inLong } from "../support/long.ts";
import { pastsIn } from "../support/pasts-in.ts";
import { eventually } from "../support/processes.ts";
import { seededChance } from "../support/seeded-chance.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("two processes answering at once lose nothing", async () => {
  const folder = join(temporaryFolder(), "storage/reviews");
  const runs = [1, 2].map((number) => answering("recto", {}, folder, writerNumber(number), "200"));
  await Promise.all(runs.map(({ ended }) => ended));
  const printed = runs.flatMap(({ ids }) => ids());
  const log = openLog(nodeDisk, { folder });
  expect(printed).toHaveLength(400);
  expect(new Set(idsOf(log))).toEqual(new Set(printed));
  expect(log.problems).toEqual([]);
});

test("control: lowdb as it comes loses answers of two processes, so this harness would notice", async () => {
  let lost = 0;
  // On a busy machine two processes may miss each other: then they try again.
  for (let attempt = 1; attempt <= 10 && lost === 0; attempt += 1) {
    const file = join(temporaryFolder(), "db.json");
    const runs = [1, 2].map((number) => answering("lowdb", {}, file, writerNumber(number), "200"));
    await Promise.all(runs.map(({ ended }) => ended));
    const found = new Set(existsSync(file) ? idsIn(readFileSync(file, "utf8")) : []);
    lost = runs.flatMap(({ ids }) => ids()).filter((id) => !found.has(id)).length;
  }
  expect(lost).toBeGreaterThan(0);
});

/** Two writers of one file may leave what is no JSON any more. */
function idsIn(text: string): readonly string[] {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

test("kill -9 loses and doubles no answer that was acknowledged, and the snapshot equals a rebuild each time", async () => {
  const root = temporaryFolder();
  const [folder, cache] = [join(root, "storage/reviews"), join(root, "cache")];
  const chance = seededChance(5);
  const acknowledged: string[] = [];
  let compared = 0;
  for (let round = 1; round <= inLong(150, 5); round += 1) {
    const runs = [1, 2].map((number) => answering("recto", {}, folder, writerNumber(round * 2 + number), "1000000", cache));
    const least = Math.floor(chance() * 120);
    await eventually("answers", () => runs.every(({ ids }) => ids().length > least));
    for (const { child } of runs) child.kill("SIGKILL");
    await Promise.all(runs.map(({ ended }) => ended));
    acknowledged.push(...runs.flatMap(({ ids }) => ids()));
    const log = openLog(nodeDisk, { folder, pasts: pastsIn(folder, cache) });
    const rebuilt = pastOf(log.events);
    const started = log.kept && continued(log.kept.past, log.kept.later, (ids) => log.eventsNaming(ids));
    if (!started) continue;
    expect(samePast(started, rebuilt), `${round}`).toBe(true);
    compared += 1;
  }
  const log = openLog(nodeDisk, { folder });
  const ids = idsOf(log);
  const found = new Set(ids);
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);
  expect(compared).toBeGreaterThan(inLong(100, 0));
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  expect(ids).toHaveLength(found.size);
  expect(log.problems).toEqual([]);
}, 600_000);
