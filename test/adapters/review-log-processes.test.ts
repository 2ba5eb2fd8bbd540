import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { idsOf, openLog } from "../support/logs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const script = join(import.meta.dirname, "../support/append-answers.ts");

/** Runs the script; kills it once it has printed `killAfter` ids. Returns the ids printed whole. */
async function appendInProcess(folder: string, writer: string, count: number, killAfter = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, [script, folder, writer, `${count}`], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
    if (printed.split("\n").length > killAfter) child.kill("SIGKILL");
  });
  await once(child, "close");
  return printed.split("\n").slice(0, -1);
}

function writerNumber(number: number): string {
  return `20261123170500${number.toString(16).padStart(10, "0")}`;
}

test("two processes answering at once lose nothing", async () => {
  const folder = join(temporaryFolder(), "storage/reviews");
  const printed = await Promise.all([1, 2].map((number) => appendInProcess(folder, writerNumber(number), 200)));
  const log = openLog(nodeDisk, { folder });
  expect(printed.flat()).toHaveLength(400);
  expect(new Set(idsOf(log))).toEqual(new Set(printed.flat()));
  expect(log.problems).toEqual([]);
});

test("kill -9 loses no answer that was acknowledged", async () => {
  const folder = join(temporaryFolder(), "storage/reviews");
  const acknowledged: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    const printed = await Promise.all(
      [1, 2].map((number) => appendInProcess(folder, writerNumber(round * 2 + number), 1_000_000, 10 * round)),
    );
    acknowledged.push(...printed.flat());
  }
  const log = openLog(nodeDisk, { folder });
  const found = new Set(idsOf(log));
  expect(acknowledged.length).toBeGreaterThanOrEqual(300);
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  expect(log.problems).toEqual([]);
});
