import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Shell } from "./run-command.ts";

/** git as nobody in particular, with no settings of the machine. */
export const gitEnvironment = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "A. Reader",
  GIT_AUTHOR_EMAIL: "reader@example.org",
  GIT_COMMITTER_NAME: "A. Reader",
  GIT_COMMITTER_EMAIL: "reader@example.org",
};

export function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", HOME: cwd, ...gitEnvironment },
  });
  if (status !== 0) throw new Error(`git ${args.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

/** The home of a shell under git, with a bare repository beside it, and clones as other machines of the same learner. */
export function underGit(shell: Shell, clones: readonly string[]): Readonly<Record<string, string>> {
  const origin = join(shell.folder, "origin.git");
  git(shell.folder, "init", "--quiet", "--bare", "--initial-branch=main", origin);
  shell.recto(["init"]);
  git(shell.home, "init", "--quiet", "--initial-branch=main");
  git(shell.home, "remote", "add", "origin", origin);
  const first = shell.recto(["sync"], { env: gitEnvironment });
  if (first.code !== 0) throw new Error(first.err);
  for (const name of clones) git(shell.folder, "clone", "--quiet", origin, name);
  return Object.fromEntries(clones.map((name) => [name, join(shell.folder, name)]));
}

/** Copies of several homes and of where they meet, so that they can be merged another way. */
export function copied(homes: readonly string[], origin: string, to: string): readonly string[] {
  mkdirSync(to);
  cpSync(origin, join(to, "origin.git"), { recursive: true });
  return homes.map((home, place) => {
    const copy = join(to, `${place}`);
    cpSync(home, copy, { recursive: true });
    git(copy, "remote", "set-url", "origin", join(to, "origin.git"));
    return copy;
  });
}

export const originOf = (home: string) => join(dirname(home), "origin.git");
