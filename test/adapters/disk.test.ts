import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { readWhole } from "../../src/adapters/disk-steps.ts";
import { openSettings } from "../../src/adapters/settings-store.ts";
import { openLog } from "../support/logs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test.skipIf(process.platform === "win32")(
  "a pipe or an endless device in a stranger's home is a problem, not a hang (not on Windows)",
  () => {
    const folder = temporaryFolder();
    execFileSync("mkfifo", [join(folder, "pipe.jsonl")]);
    symlinkSync("/dev/zero", join(folder, "zero.jsonl"));
    expect(openLog(nodeDisk, { folder }).problems.map((problem) => problem.file)).toEqual([
      "storage/reviews/pipe.jsonl",
      "storage/reviews/zero.jsonl",
    ]);
    expect(openSettings(nodeDisk, join(folder, "zero.jsonl")).problems).toHaveLength(1);
    expect(() => readWhole(nodeDisk, join(folder, "zero.jsonl"), "readNoLink")).toThrow("ELOOP");
  },
);
