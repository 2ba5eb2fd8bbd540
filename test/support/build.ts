import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./pty.ts";

/** Journeys run the built program, so it is built once before any test, where it is missing or older than its sources. */
export default function buildOnce(): void {
  if (!isStale()) return;
  const node = join(projectRoot, "node_modules/.bin/node");
  const { status } = spawnSync(node, ["build.mjs"], { cwd: projectRoot, stdio: "inherit" });
  if (status !== 0) throw new Error("The program does not build, so nothing was tested.");
}

/** The licences are what build.mjs writes last. */
const lastWritten = join(projectRoot, "dist/THIRD-PARTY-LICENCES.txt");

const inputs = ["build.mjs", "package.json", "package-lock.json"];

function isStale(): boolean {
  if (!existsSync(lastWritten)) return true;
  const builtAt = statSync(lastWritten).mtimeMs;
  const sources = readdirSync(join(projectRoot, "src"), { recursive: true, encoding: "utf8" }).map((name) => join("src", name));
  return [...inputs, ...sources].some((name) => statSync(join(projectRoot, name)).mtimeMs > builtAt);
}
