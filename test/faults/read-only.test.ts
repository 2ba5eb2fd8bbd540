import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { answer, idsOf, openLog } from "../support/logs.ts";
import { run } from "./mounting.ts";
import { newDisk, whyNot } from "./power.ts";

const reason = whyNot("ext4");

test.skipIf(reason !== undefined)(
  `ext4 that gives up and becomes read-only under an open log: nothing is acknowledged, and r saves it later${reason ? ` (skipped: ${reason})` : ""}`,
  () => {
    const disk = newDisk("ext4");
    const folder = join(disk.root, "storage/reviews");
    const log = openLog(nodeDisk, { folder });
    const acknowledged = [1, 2, 3].map((index) => log.append(answer(index)).id);
    // What ext4 does by itself (errors=remount-ro) when its disk fails.
    expect(run("mount", "-o", "remount,abort", disk.root)).toBe(true);
    expect(() => log.append(answer(4))).toThrow(NotSaved);
    expect(() => log.retry()).toThrow("Could not save the answer: the disk is read-only.");
    expect(idsOf(openLog(nodeDisk, { folder }))).toEqual(acknowledged);
    expect(log.pending()).toHaveLength(1);
    disk.restart();
    acknowledged.push(...log.retry().map(({ id }) => id));
    log.close();
    expect(idsOf(openLog(nodeDisk, { folder }))).toEqual(acknowledged);
    expect(acknowledged).toHaveLength(4);
  },
  60_000,
);
