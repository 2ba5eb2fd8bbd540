import { mkdirSync, statfsSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { answer, idsOf, openLog } from "../support/logs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { canMount, run } from "./mounting.ts";

const name = "a full file system is survived on the ballast, then said; with room again the answer at hand is saved";

test.skipIf(!canMount)(canMount ? name : `${name} (skipped: this user may not mount one)`, () => {
  const root = join(temporaryFolder(), "disk");
  mkdirSync(root);
  expect(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", root)).toBe(true);
  onTestFinished(() => void run("umount", "-l", root));
  const folder = join(root, "storage/reviews");
  const warnings: string[] = [];
  const log = openLog(nodeDisk, { folder, warn: ({ message }) => warnings.push(message) });
  const acknowledged = new Set([log.append(answer(0)).id]);
  const { bavail, bsize } = statfsSync(root);
  writeFileSync(join(root, "filler"), Buffer.alloc(Math.max(0, bavail - 8) * bsize));
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
  expect(acknowledged.size).toBeGreaterThan(200);
  expect(log.pending()).toHaveLength(1);
  expect(new Set(idsOf(openLog(nodeDisk, { folder })))).toEqual(acknowledged);
  unlinkSync(join(root, "filler"));
  for (const { id } of log.retry()) acknowledged.add(id);
  log.close();
  expect(log.pending()).toEqual([]);
  expect(new Set(idsOf(openLog(nodeDisk, { folder })))).toEqual(acknowledged);
});
