import { spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** The only child of a process: what a shell is running. */
export function childOf(pid: number): number {
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  const children = stdout.split("\n").filter((line) => line !== "");
  if (children.length !== 1) throw new Error(`Process ${pid} has ${children.length} children, not one.`);
  return Number(children[0]);
}

/** This process and everything it started, parents first. */
export function familyOf(pid: number): readonly number[] {
  const { stdout } = spawnSync("pgrep", ["-P", String(pid)], { encoding: "utf8" });
  const children = stdout.split("\n").filter((line) => line !== "");
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}

/** Resolves when the condition holds; fails with `what` after `seconds`. */
export async function eventually(what: string, holds: () => boolean, seconds = 20): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await pause(20);
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** One letter: R running, S sleeping, T stopped, Z ended. */
export function stateOf(pid: number): string {
  return spawnSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}
