import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Node of this machine that is too old to run recto itself; the launcher must cope with it. */
export const oldNode: string | undefined = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .map((folder) => join(folder, "node"))
  .find((path) => existsSync(path) && isOld(path));

export const noOldNode = "this machine has no Node older than 22.15 on its PATH";

function isOld(path: string): boolean {
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
  const [major = 0, minor = 0] = (stdout ?? "").trim().replace(/^v/, "").split(".").map(Number);
  return major > 0 && (major < 22 || (major === 22 && minor < 15));
}
