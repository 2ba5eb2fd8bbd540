import { spawnSync } from "node:child_process";

export interface GitResult {
  readonly ok: boolean;
  readonly out: string;
  /** What git said; it may quote another machine, so it must not reach a terminal as it is. */
  readonly said: string;
}

/** Runs git in one folder. No shell, no hooks, no helper of the repository's own: whatever starts a program is off or refused. */
export type Git = (...args: readonly string[]) => GitResult;

export function gitIn(folder: string): Git {
  return (...args) => {
    const { status, error, stdout, stderr } = spawnSync("git", [...harmless, ...args], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (error) return { ok: false, out: "", said: "git could not be started. Is it installed?" };
    return { ok: status === 0, out: stdout, said: stderr.trim() };
  };
}

const harmless = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "protocol.ext.allow=never",
  "-c",
  "submodule.recurse=false",
  "-c",
  "fetch.recurseSubmodules=false",
  "-c",
  "core.quotePath=false",
];

/**
 * Settings of the repository itself that start a program or fetch further settings. A home may come from a stranger: such a one
 * is for its owner to judge, with git itself. The user's own settings are the user's.
 */
const namesProgram =
  /^(?:core\.(?:sshcommand|fsmonitor|editor|askpass|gitproxy|hookspath|alternaterefscommand|worktree)|credential\..*helper|credential\.helper|filter\..*|merge\..*\.driver|diff\..*\.(?:command|textconv)|diff\.external|gpg\..*|remote\..*\.(?:uploadpack|receivepack|vcs|proxy)|include\.path|includeif\..*|sequence\.editor|url\..*|http\..*|ssh\..*|submodule\..*)$/i;

/** The first such setting of the repository. Asking for it starts nothing. */
export function programNamedIn(git: Git): string | undefined {
  const { out } = git("config", "--local", "--list", "--name-only", "-z");
  const worktree = git("config", "--worktree", "--list", "--name-only", "-z").out;
  return `${out}${worktree}`.split("\0").find((name) => namesProgram.test(name) && name.toLowerCase() !== "core.hookspath");
}
