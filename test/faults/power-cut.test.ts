import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { continued, pastOf, samePast } from "../../src/app/past.ts";
import { type Answering, answering, writerNumber } from "../support/answering.ts";
import { idsOf, openLog } from "../support/logs.ts";
import { inLong, isLong } from "../support/long.ts";
import { pastsIn } from "../support/pasts-in.ts";
import { eventually } from "../support/processes.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { canMount, run } from "./mounting.ts";

/** ext4's own ioctl: the file system stops at once and flushes nothing, its journal neither. */
const shutdown = "import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1], 0), 0x8004587D, struct.pack('I', 2))";

const canCut = canMount && isLong && run("python3", "-c", "import fcntl") && run("mkfs.ext4", "-V");

/** A disk whose power can be cut, on a file. Undefined where the machine has no loop devices. */
function newDisk(): { readonly root: string; cut(): void; restart(): void } | undefined {
  const folder = temporaryFolder();
  const [image, root] = [join(folder, "image"), join(folder, "disk")];
  mkdirSync(root);
  const made = run("truncate", "-s", "64m", image) && run("mkfs.ext4", "-q", "-F", image);
  if (!made || !run("mount", "-o", "loop", image, root)) return undefined;
  onTestFinished(() => void run("umount", "-l", root));
  return {
    root,
    cut: () => expect(run("python3", "-c", shutdown, root)).toBe(true),
    restart: () => expect(run("umount", root) && run("mount", "-o", "loop", image, root)).toBe(true),
  };
}

/** Lets them answer for a while, and takes the power away in the middle. Returns what they had acknowledged. */
async function cutWhile(runs: readonly Answering[], ms: number, cut: () => void): Promise<readonly string[]> {
  await eventually("the first answers", () => runs.every(({ ids }) => ids().length > 0));
  await pause(ms);
  for (const { child } of runs) child.kill("SIGSTOP");
  await pause(50);
  const acknowledged = runs.flatMap(({ ids }) => ids());
  cut();
  for (const { child } of runs) child.kill("SIGKILL");
  await Promise.all(runs.map(({ ended }) => ended));
  return acknowledged;
}

const why = " (skipped: needs npm run test:faults, root, python3 and loop devices)";

test.skipIf(!canCut)(
  `a power cut loses no answer that was acknowledged${canCut ? "" : why}`,
  async () => {
    const disk = newDisk();
    if (!disk) return expect.fail("This machine has no loop devices: nothing was proved.");
    const [folder, cache] = [join(disk.root, "storage/reviews"), join(disk.root, "cache")];
    const acknowledged: string[] = [];
    for (let round = 1; round <= inLong(12, 1); round += 1) {
      const runs = [1, 2].map((number) => answering("recto", folder, writerNumber(round * 2 + number), "1000000", cache));
      acknowledged.push(...(await cutWhile(runs, 80 + round * 20, disk.cut)));
      disk.restart();
      const log = openLog(nodeDisk, { folder, pasts: pastsIn(folder, cache) });
      const found = new Set(idsOf(log));
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      const started = log.kept && continued(log.kept.past, log.kept.later);
      if (started) expect(samePast(started, pastOf(log.events))).toBe(true);
    }
    expect(acknowledged.length).toBeGreaterThan(100);
  },
  300_000,
);

test.skipIf(!canCut)(
  `control: a power cut costs lowdb as it comes answers that it had acknowledged${canCut ? "" : why}`,
  async () => {
    const disk = newDisk();
    if (!disk) return expect.fail("This machine has no loop devices: nothing was proved.");
    const file = join(disk.root, "db.json");
    const acknowledged = await cutWhile([answering("lowdb", file, writerNumber(1), "1000000")], 300, disk.cut);
    disk.restart();
    const text = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\0", "") : "";
    const found = new Set(text === "" ? [] : (JSON.parse(text) as string[]));
    expect(acknowledged.filter((id) => !found.has(id)).length).toBeGreaterThan(0);
  },
  60_000,
);
