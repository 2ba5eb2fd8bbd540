import { NotSaved } from "../app/ports.ts";
import { errorCode } from "./disk-steps.ts";

/** The learner's words for a disk that refused. `what` is what could not be saved: "the answer", "decks/borges.md". */
export function notSaved(what: string, cause: unknown): NotSaved {
  if (cause instanceof NotSaved) return cause;
  const code = errorCode(cause) ?? "no code";
  const row = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  const [why, remedy] = row ?? [
    `the disk reported an error (${code})`,
    "Try again; if it fails again, copy your home to another disk.",
  ];
  return new NotSaved(`Could not save ${what}: ${why}.`, remedy, { cause });
}

/** A file that is needed to save rightly is there and cannot be read. */
export function notRead(what: string, cause: unknown): NotSaved {
  return new NotSaved(`Could not read ${what} (${errorCode(cause) ?? "no code"}).`, "Make it readable, then try again.", {
    cause,
  });
}

/** The folder or disk does not take writes at all: trying again at once is no use. */
export function isReadOnly(error: unknown): boolean {
  return ["EROFS", "EACCES", "EPERM"].includes(errorCode(error) ?? "");
}

export function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT"].includes(errorCode(error) ?? "");
}

const full = ["the disk is full", "Free some space, then try again."] as const;
const forbidden = ["recto may not write there", "Make the folder writable, then try again."] as const;

const reasons: Readonly<Record<string, readonly [why: string, remedy: string]>> = {
  ENOSPC: full,
  EDQUOT: ["your share of the disk is used up", "Free some space, then try again."],
  EROFS: ["the disk is read-only", "Make the disk writable, then try again."],
  EACCES: forbidden,
  EPERM: forbidden,
  ENOENT: ["its folder does not exist", "Make the folder, or choose another."],
  ENOTDIR: ["a file is in the way where a folder should be", "Choose another place."],
  ENAMETOOLONG: ["its name is too long", "Choose a shorter one."],
  EMFILE: ["too many files are open", "Close some programs, then try again."],
  ENFILE: ["too many files are open", "Close some programs, then try again."],
};
