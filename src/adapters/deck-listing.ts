import { join, sep } from "node:path";
import type { DeckFile, DeckStatus } from "../app/ports.ts";
import type { Problem } from "../notes/problem.ts";
import type { Disk, FileStatus } from "./disk.ts";
import { errorCode, linkStatusIfThere, namesIfThere, readWhole } from "./disk-steps.ts";
import type { HomePaths } from "./home.ts";

/** Every deck file that can be read, ordered by path. */
export function listDecks(disk: Disk, home: HomePaths): { readonly decks: DeckFile[]; readonly problems: Problem[] } {
  const decks: DeckFile[] = [];
  const problems = visitDecks(disk, home, (file, _status, report) => {
    const found = readDeckFile(disk, home, file);
    if ("text" in found) decks.push(found);
    else report(found);
  });
  return { decks, problems };
}

/** The same files, none of them opened. A link has no version: what it leads to may change without it. */
export function surveyDecks(disk: Disk, home: HomePaths): { readonly decks: DeckStatus[]; readonly problems: Problem[] } {
  const decks: DeckStatus[] = [];
  const problems = visitDecks(disk, home, (file, { kind, size, modifiedMs, changedMs }) => {
    const version = { size, modifiedMs, changedMs };
    decks.push({ name: nameOf(file), file, ...(kind === "file" && { version }) });
  });
  return { decks, problems };
}

type TakeDeck = (file: string, status: FileStatus, report: (problem: Problem) => void) => void;

/** Deck files at any depth, but those under `decks/media`, ordered by path. Hidden files are left alone. */
function visitDecks(disk: Disk, home: HomePaths, take: TakeDeck): Problem[] {
  const problems: Problem[] = [];
  const report = (problem: Problem) => problems.push(problem);
  const visit = (folder: string, depth: number) => {
    for (const name of namesIn(disk, home, folder, problems)) {
      const file = `${folder}/${name}`;
      if (name.startsWith(".") || file === "decks/media") continue;
      const status = look(disk, home, file, problems);
      const isDeck = status !== undefined && status.kind !== "folder" && name.endsWith(".md");
      if ((isDeck || status?.kind === "folder") && /::|[\\\p{Cc}\u2028\u2029]/u.test(name)) {
        report(
          problem(file, "Has ::, a backslash or a control character in its name, so it is not read.", "Give it another name."),
        );
      } else if (status?.kind === "folder" && depth < deepest) visit(file, depth + 1);
      else if (status?.kind === "folder") report(problem(file, "Lies too deep to be read.", "Move it up."));
      else if (isDeck) take(file, status, report);
      else if (status?.kind === "link" && leadsToFolder(disk, home, file)) {
        report(problem(file, "A linked folder is not read.", "Put the folder itself there."));
      }
    }
  };
  visit("decks", 1);
  return problems;
}

/** `file` is relative to the home, `decks/kant/first.md`. */
export function readDeckFile(disk: Disk, home: HomePaths, file: string): DeckFile | Problem {
  try {
    const path = join(home.root, file);
    const status = linkStatusIfThere(disk, path);
    if (status === undefined) return problem(file, "There is no such deck.", "See the list with recto due.");
    const real = disk.realpath(path);
    if (!real.startsWith(home.decks + sep)) {
      return problem(file, "Leads out of the decks through a link, so it is not read.", "Put the file itself there.");
    }
    const target = disk.lstat(real);
    if (target.kind !== "file") return problem(file, "Is no file.", "Remove it, or give it another ending than .md.");
    if (target.size > largestDeck) return problem(file, "Is larger than 16 MiB.", "Split it into several decks.");
    return decoded(file, readWhole(disk, real, "readNoLink"));
  } catch (error) {
    return problem(file, `Cannot be read (${errorCode(error) ?? "no code"}).`, "Make the file readable.");
  }
}

const deepest = 16;
const largestDeck = 16 * 1024 * 1024;

function decoded(file: string, bytes: Buffer): DeckFile | Problem {
  if (bytes.includes(0)) return problem(file, "Is no text.", "Give it another ending than .md.");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { name: nameOf(file), file, text };
  } catch {
    return problem(file, "Is not UTF-8 text.", "Save it as UTF-8 in your editor.");
  }
}

function nameOf(file: string): string {
  return file.slice("decks/".length, -".md".length).replaceAll("/", "::");
}

function namesIn(disk: Disk, home: HomePaths, folder: string, problems: Problem[]): string[] {
  try {
    return namesIfThere(disk, join(home.root, folder)).sort();
  } catch (error) {
    problems.push(problem(folder, `Cannot be read (${errorCode(error) ?? "no code"}).`, "Make the folder readable."));
    return [];
  }
}

function look(disk: Disk, home: HomePaths, file: string, problems: Problem[]): FileStatus | undefined {
  try {
    return linkStatusIfThere(disk, home.root + sep + file); // `join` would take longer than the look
  } catch (error) {
    problems.push(problem(file, `Cannot be read (${errorCode(error) ?? "no code"}).`, "Make it readable."));
    return undefined;
  }
}

function leadsToFolder(disk: Disk, home: HomePaths, file: string): boolean {
  try {
    return disk.stat(join(home.root, file)).kind === "folder";
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false; // A link to nowhere that has no deck's ending.
  }
}

function problem(file: string, message: string, remedy: string): Problem {
  return { file, message, remedy };
}
