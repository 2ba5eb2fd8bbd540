import { join } from "node:path";
import type { Fault } from "../app/ports.ts";
import { atomicWrite } from "./atomic-write.ts";
import type { Disk } from "./disk.ts";
import { linkStatusIfThere, look, namesIfThere, readWhole, statusIfThere } from "./disk-steps.ts";
import { gitAttributes, type HomePaths } from "./home.ts";
import { leftovers, type Machine } from "./leftovers.ts";
import { notSaved } from "./not-saved.ts";

/** What is wrong with the files and folders of a home, whatever they hold. */
export function faultsOf(disk: Disk, home: HomePaths, machine: Machine): readonly Fault[] {
  return [
    ...rights(disk, home),
    ...leftovers(disk, home, machine),
    ...strangeParts(disk, home),
    ...strangeFiles(disk, home),
    ...gitRules(disk, home),
  ];
}

/** Every file and folder of `storage`, by its path in the home; what cannot be listed is reported by whoever needs it. */
function storagePaths(disk: Disk, home: HomePaths): readonly string[] {
  const visit = (path: string): readonly string[] => {
    const kind = look(() => linkStatusIfThere(disk, join(home.root, path))?.kind);
    if (kind === undefined) return [];
    const names = kind === "folder" ? (look(() => namesIfThere(disk, join(home.root, path)).sort()) ?? []) : [];
    return [path, ...names.flatMap((name) => visit(`${path}/${name}`))];
  };
  return visit("storage");
}

/** Writable by the group is normal where the umask is 002; by everybody it is not. */
function rights(disk: Disk, home: HomePaths): readonly Fault[] {
  if (process.platform === "win32") return [];
  const open = storagePaths(disk, home).filter((path) => {
    const status = look(() => linkStatusIfThere(disk, join(home.root, path)));
    return status !== undefined && status.kind !== "link" && (status.mode & 0o002) !== 0;
  });
  return open.map((file) => ({
    file,
    message: "Everybody on this machine can change it.",
    remedy: `Take the right away: chmod o-w ${file}`,
    repair: () => {
      changeMode(disk, join(home.root, file), (mode) => mode & ~0o002, file);
      return `Took away everybody's right to change ${file}.`;
    },
  }));
}

function changeMode(disk: Disk, path: string, change: (mode: number) => number, called: string): void {
  try {
    const file = disk.open(path, "readNoLink");
    try {
      disk.fchmod(file, change(disk.fstat(file).mode));
    } finally {
      disk.close(file);
    }
  } catch (error) {
    throw notSaved(called, error);
  }
}

/** What a file sync calls a copy, and what somebody put there by hand, is not read unless it ends in .jsonl. */
function strangeParts(disk: Disk, home: HomePaths): readonly Fault[] {
  const names = look(() => namesIfThere(disk, home.reviews).sort()) ?? [];
  return names
    .filter((name) => !name.endsWith(".jsonl") && !name.startsWith("."))
    .map((name) => ({
      file: `storage/reviews/${name}`,
      message: "Is not read, because its name does not end in .jsonl.",
      remedy: "Rename it if it holds answers; double ones do no harm.",
    }));
}

/** `storage/settings (conflicted copy).json` holds settings that somebody chose and that count no more. */
function strangeFiles(disk: Disk, home: HomePaths): readonly Fault[] {
  const names = look(() => namesIfThere(disk, join(home.root, "storage")).sort()) ?? [];
  return names
    .filter((name) => !name.startsWith(".") && !inStorage.includes(name))
    .map((name) => ({
      file: `storage/${name}`,
      message: "Is not read, because recto has nothing of that name.",
      remedy: "If a file sync kept two versions, take over what you need of it; then delete it.",
    }));
}

const inStorage = ["settings.json", "reviews", "read", "dropped", "ballast"];

/** A home in git needs the rules that keep git from changing line ends and from asking about lists. */
function gitRules(disk: Disk, home: HomePaths): readonly Fault[] {
  if (look(() => statusIfThere(disk, join(home.root, ".git"))) === undefined) return [];
  const path = join(home.root, ".gitattributes");
  const before = look(() => (statusIfThere(disk, path) ? readWhole(disk, path, "readNoLink").toString() : "")) ?? "";
  const present = new Set(before.split("\n").map((line) => line.trim()));
  const missing = gitAttributes.filter((line) => !present.has(line));
  if (missing.length === 0) return [];
  return [
    {
      file: ".gitattributes",
      message: "Without some lines git may change answers or stop at conflicts.",
      remedy: `Add: ${missing.join("; ")}`,
      repair: () => {
        const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
        const text = `${start}${missing.map((line) => `${line}\n`).join("")}`;
        const expected = statusIfThere(disk, path) ? Buffer.from(before) : null;
        atomicWrite(disk, path, Buffer.from(text), { called: ".gitattributes", expectedBytes: expected, mode: "asBefore" });
        return "Added what git needs to .gitattributes.";
      },
    },
  ];
}
