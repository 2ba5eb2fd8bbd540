import { mkdirSync, statfsSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { fill } from "../support/full-disk.ts";
import { answer, idsOf, openLog } from "../support/logs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { canMount, run } from "./mounting.ts";
import { newDisk, whyNot } from "./power.ts";

/** Where a new disk is mounted. */
type Mounted = () => string;

const tmpfs: Mounted = () => {
  const root = join(temporaryFolder(), "disk");
  mkdirSync(root);
  expect(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", root)).toBe(true);
  onTestFinished(() => void run("umount", "-l", root));
  return root;
};

/**
 * A disk's file system may take a write and refuse it only when it is flushed. Of what the ballast frees, xfs first fills up a
 * reserve of its own.
 */
const kinds: readonly (readonly [name: string, mounted: Mounted, why: string | undefined, least?: number])[] = [
  ["tmpfs", tmpfs, canMount ? undefined : "this user may not mount one"],
  ["ext4", () => newDisk("ext4").root, whyNot("ext4")],
  ["xfs", () => newDisk("xfs").root, whyNot("xfs"), 2],
];

for (const [kind, mounted, why, least = 200] of kinds) {
  const name = `a full ${kind} is survived on the ballast, then said; with room again the answer at hand is saved`;
  test.skipIf(why !== undefined)(
    why === undefined ? name : `${name} (skipped: ${why})`,
    () => surviveFullDisk(mounted(), least),
    60_000,
  );
}

/** `least` answers fit into what the ballast leaves. */
function surviveFullDisk(root: string, least: number): void {
  const folder = join(root, "storage/reviews");
  const warnings: string[] = [];
  const log = openLog(nodeDisk, { folder, warn: ({ message }) => warnings.push(message) });
  const acknowledged = new Set([log.append(answer(0)).id]);
  fill(join(root, "filler"));
  expect(statfsSync(root).bavail).toBeLessThan(8);
  let refusal: unknown;
  for (let index = 1; index < 20_000 && refusal === undefined; index += 1) {
    try {
      acknowledged.add(log.append(answer(index)).id);
    } catch (error) {
      refusal = error;
    }
  }
  expect(refusal).toBeInstanceOf(NotSaved);
  expect(refusal).toMatchObject({ message: "Could not save the answer: the disk is full." });
  expect(warnings).toHaveLength(1);
  expect(acknowledged.size).toBeGreaterThan(least);
  expect(log.pending()).toHaveLength(1);
  expect(new Set(idsOf(openLog(nodeDisk, { folder })))).toEqual(acknowledged);
  unlinkSync(join(root, "filler"));
  for (const { id } of log.retry()) acknowledged.add(id);
  log.close();
  expect(log.pending()).toEqual([]);
  expect(new Set(idsOf(openLog(nodeDisk, { folder })))).toEqual(acknowledged);
}
