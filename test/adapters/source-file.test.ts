import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { readSourceFile } from "../../src/adapters/source-file.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

test("a document is read whole", () => {
  const path = join(temporaryFolder(), "note.md");
  writeFileSync(path, "A line.\n");
  expect(String(readSourceFile(nodeDisk, path))).toBe("A line.\n");
});

test("what is no file that ends is not read: a name of nothing, a folder, a pipe, a device", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "folder"));
  const pipe = join(folder, "pipe");
  const paths = [join(folder, "nothing"), join(folder, "folder"), join(folder, "a\0b"), "/dev/zero"];
  if (spawnSync("mkfifo", [pipe]).status === 0) paths.push(pipe);
  expect(paths.map((path) => readSourceFile(nodeDisk, path))).toEqual(paths.map(() => undefined));
});

test("a file larger than any study note is not read", () => {
  const huge = { ...nodeDisk, stat: (name: string) => ({ ...nodeDisk.stat(name), size: 300 * 1024 * 1024 }) };
  const path = join(temporaryFolder(), "note.md");
  writeFileSync(path, "A line.\n");
  expect(readSourceFile(huge, path)).toBeUndefined();
});
