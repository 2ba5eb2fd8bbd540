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
import { temporaryFolder } from "../support/temporary-folder.ts";
import { run } from "./mounting.ts";

const reason = process.platform !== "linux" || !run("cc", "--version") ? "needs Linux and a C compiler" : undefined;
const rounds = inLong(30, 4);
const titled = (name: string) => `${name}${reason ? ` (skipped: ${reason})` : ""}`;
const testReal = test.skipIf(reason !== undefined);

/** What makes a process's calls fail on files below a folder, and how often it did. */
function faultsUnder(folder: string, seed: number) {
  const library = join(temporaryFolder(), "failing-calls.so");
  const source = join(import.meta.dirname, "failing-calls.c");
  expect(run("cc", "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl")).toBe(true);
  const told = join(temporaryFolder(), "injected");
  return {
    env: { LD_PRELOAD: library, FAULTS_UNDER: folder, FAULTS_LOG: told, FAULTS_SEED: `${seed}` },
    injected: () => (existsSync(told) ? readFileSync(told, "utf8").split("\n").slice(0, -1) : []),
  };
}

testReal(
  titled("real calls that fail, fall short and lose what was not flushed cost no answer that was acknowledged"),
  async () => {
    const kinds = new Map<string, number>();
    let [acknowledged, compared] = [0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      const root = temporaryFolder();
      const [folder, cache] = [join(root, "storage/reviews"), join(root, "cache")];
      const faults = [1, 2].map((number) => faultsUnder(root, round * 2 + number));
      const runs = faults.map(({ env }, place) =>
        answering("recto", { env }, folder, writerNumber(round * 2 + place), "200", cache),
      );
      await Promise.all(runs.map(({ ended }) => ended));
      const ids = runs.flatMap(({ ids: printed }) => printed());
      const log = openLog(nodeDisk, { folder, pasts: pastsIn(folder, cache) });
      const found = idsOf(log);
      expect(ids.filter((id) => !new Set(found).has(id))).toEqual([]);
      expect(found).toHaveLength(new Set(found).size);
      const started = log.kept && continued(log.kept.past, log.kept.later, (names) => log.eventsNaming(names));
      if (started) expect(samePast(started, pastOf(log.events))).toBe(true);
      compared += Number(started !== undefined);
      acknowledged += ids.length;
      for (const kind of faults.flatMap(({ injected }) => injected())) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    for (const kind of ["EIO", "ENOSPC", "short", "flush", "open", "rename"])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(rounds);
    expect(acknowledged).toBeGreaterThan(100 * rounds);
    expect(compared).toBeGreaterThan(rounds / 3);
  },
  600_000,
);

testReal(
  titled("control: a writer that ignores byte counts loses answers to the same calls, so this harness would notice"),
  async () => {
    const root = temporaryFolder();
    const { env, injected } = faultsUnder(root, 1);
    const careless = answering("careless", { env }, join(root, "log"), writerNumber(1), "200");
    await careless.ended;
    const found = new Set(readFileSync(join(root, "log"), "utf8").split("\n"));
    expect(injected().length).toBeGreaterThan(20);
    expect(careless.ids().filter((id) => !found.has(id)).length).toBeGreaterThan(20);
  },
);
