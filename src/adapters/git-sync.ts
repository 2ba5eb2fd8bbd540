import { join } from "node:path";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { errorCode, linkStatusIfThere, readWhole } from "./disk-steps.ts";
import { type Git, gitIn, programNamedIn } from "./git.ts";
import { mergedNotes } from "./merged-notes.ts";

/** What a sync did, or what is in its way and what to do about it. */
export type Synced =
  | { readonly outcome: "done"; readonly committed: number; readonly pulled: number; readonly pushed: boolean }
  | { readonly outcome: "stopped"; readonly message: string; readonly remedy: string; readonly said?: string };

/** What of a home goes into git; whatever else lies there is not recto's business. */
const parts = ["decks", "storage", ".gitattributes", ".gitignore"] as const;

/** Another machine may push between our pull and our push. */
const attempts = 3;

/** Commits, pulls and pushes the repository that a home lies in. `message`: of the commit. */
export function syncHome(disk: Disk, root: string, message: string): Synced {
  const git = gitIn(root);
  const inside = git("rev-parse", "--is-inside-work-tree");
  if (!inside.ok) {
    return stopped("This home is not in git.", "In its folder: git init, then git remote add origin ADDRESS.", inside.said);
  }
  const program = programNamedIn(git);
  if (program !== undefined) {
    return stopped(`The repository of this home sets ${program}, which may start a program.`, "Use git itself if you trust it.");
  }
  const waiting = finishMerge(disk, root, git);
  if (waiting) return waiting;
  const committed = commit(disk, root, git, message);
  if (typeof committed !== "number") return committed;
  if (git("remote").out.trim() === "") return { outcome: "done", committed, pulled: 0, pushed: false };
  for (let attempt = 1; ; attempt += 1) {
    const pulled = pull(disk, root, git);
    if (typeof pulled !== "number") return pulled;
    const pushed = git("push", "--quiet", "--set-upstream", remoteOf(git), "HEAD");
    if (pushed.ok) return { outcome: "done", committed, pulled, pushed: true };
    if (attempt === attempts) {
      return stopped("Could not push.", "Your answers are committed here; try again later.", pushed.said);
    }
  }
}

/** The branch's own remote, else the first. */
function remoteOf(git: Git): string {
  const branch = git("symbolic-ref", "--short", "HEAD").out.trim();
  return git("config", `branch.${branch}.remote`).out.trim() || (git("remote").out.trim().split("\n")[0] ?? "origin");
}

/** Number of files committed. */
function commit(disk: Disk, root: string, git: Git, message: string): number | Synced {
  const present = parts.filter((part) => linkStatusIfThere(disk, join(root, part)) !== undefined);
  const added = git("add", "--all", "--", ...present);
  if (!added.ok) return stopped("git did not take the files.", "See what it says.", added.said);
  const changed = git("diff", "--cached", "--name-only", "-z", "--", ...present).out.split("\0").length - 1;
  if (changed === 0) return 0;
  const result = git("commit", "--quiet", "--message", message, "--", ...present);
  return result.ok ? changed : stopped("git did not commit.", "See what it says.", result.said);
}

/** Number of commits that came. */
function pull(disk: Disk, root: string, git: Git): number | Synced {
  const remote = remoteOf(git);
  const fetched = git("fetch", "--quiet", remote);
  if (!fetched.ok)
    return stopped(`Could not reach ${remote}.`, "Your answers are committed here; try again later.", fetched.said);
  const branch = git("symbolic-ref", "--short", "HEAD").out.trim();
  const upstream = `refs/remotes/${remote}/${branch}`;
  if (!git("rev-parse", "--verify", "--quiet", upstream).ok) return 0;
  const coming = Number(git("rev-list", "--count", `HEAD..${upstream}`).out) || 0;
  if (coming === 0) return 0;
  const merged = git("-c", "merge.conflictStyle=diff3", "merge", "--quiet", "--no-edit", upstream);
  if (merged.ok || mergeDecks(disk, root, git)) return coming;
  const files = unmerged(git);
  if (files.length === 0) return stopped("git did not merge.", "See what it says.", merged.said);
  return stopped(
    `Both sides changed the same lines of ${files.join(", ")}.`,
    "Choose what stays between the lines <<<<<<< and >>>>>>>, then recto sync again. No answer is in danger.",
  );
}

/** Git stops where two machines changed neighbouring notes. True when nothing is left to choose. */
function mergeDecks(disk: Disk, root: string, git: Git): boolean {
  const files = unmerged(git);
  for (const file of files.filter((name) => /^decks\/.*\.md$/.test(name))) {
    const before = readWhole(disk, join(root, file), "readNoLink");
    const merged = mergedNotes(before.toString());
    if (merged === undefined) continue;
    atomicWrite(disk, join(root, file), Buffer.from(merged), { called: file, expectedBytes: before, mode: "asBefore" });
    git("add", "--", file);
  }
  return files.length > 0 && unmerged(git).length === 0 && git("commit", "--quiet", "--no-edit").ok;
}

function unmerged(git: Git): readonly string[] {
  const names = git("diff", "--name-only", "--diff-filter=U", "--relative", "-z").out;
  return names.split("\0").filter((name) => name !== "");
}

/** A merge that waited for the learner is done when no mark of it is left. */
function finishMerge(disk: Disk, root: string, git: Git): Synced | undefined {
  if (!git("rev-parse", "--verify", "--quiet", "MERGE_HEAD").ok) return undefined;
  const files = unmerged(git);
  const open = files.filter((file) => hasMarks(disk, join(root, file)));
  if (open.length > 0) {
    const message = `${open.join(", ")} still ${open.length === 1 ? "holds" : "hold"} lines <<<<<<<, ||||||| or >>>>>>>.`;
    return stopped(message, "Choose what stays, then recto sync again.");
  }
  const added = files.length === 0 ? undefined : git("add", "--", ...files);
  const result = added && !added.ok ? added : git("commit", "--quiet", "--no-edit");
  return result.ok ? undefined : stopped("git did not finish the merge.", "See what it says.", result.said);
}

function hasMarks(disk: Disk, path: string): boolean {
  try {
    return /^(?:<{7}|>{7}|\|{7}) /m.test(readWhole(disk, path, "readNoLink").toString());
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false; // Deleted on one side, and now here: that is a choice.
  }
}

function stopped(message: string, remedy: string, said?: string): Extract<Synced, { outcome: "stopped" }> {
  return { outcome: "stopped", message, remedy, ...(said ? { said } : {}) };
}
