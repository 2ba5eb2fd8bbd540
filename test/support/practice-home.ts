import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { type LoadedLog, readLog } from "../../src/adapters/read-log.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import { cleanEnvironment, Journey, launcher, projectRoot } from "./pty.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const node = join(projectRoot, "node_modules/.bin/node");

export interface PracticeHome {
  readonly root: string;
  /** The home, and every folder of this user, in temporary places. */
  readonly env: Readonly<Record<string, string>>;
  deck(): string;
  /** Through the program's own decoder. */
  log(): { readonly events: readonly StudyEvent[] } & Pick<LoadedLog, "problems" | "tornLines">;
  reviews(): readonly ReviewedEvent[];
  /** `recto ARGS` in a terminal of its own. */
  open(args?: readonly string[], options?: Opening): Journey;
  /** `COMMAND` in bash in a terminal of its own; `$RECTO` starts the program. */
  shell(command: string, options?: Opening): Journey;
  /** `recto ARGS` through pipes, to its end. */
  run(args: readonly string[], options?: { readonly input?: string; readonly env?: Readonly<Record<string, string>> }): Run;
}

export type ReviewedEvent = Extract<StudyEvent, { readonly type: "reviewed" }>;

interface Opening {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Starts the launcher instead of the Node that is installed. */
  readonly node?: string;
}

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** A home in a temporary folder with one deck of numbered questions, "What is fact 07?", none of them asked before. */
export function practiceHome(cards = 14): PracticeHome {
  const folder = temporaryFolder();
  const root = join(folder, "home");
  const env = {
    RECTO_HOME: root,
    HOME: folder,
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_STATE_HOME: join(folder, "state"),
  };
  for (const made of ["decks", "storage"]) mkdirSync(join(root, made), { recursive: true });
  const deckPath = join(root, "decks/practice.md");
  writeFileSync(join(root, "storage/settings.json"), '{"schemaVersion":1}\n');
  writeFileSync(deckPath, practiceDeck(cards));
  const log = () => {
    const { events, problems, tornLines } = readLog(nodeDisk, join(root, "storage/reviews"));
    return { events: [...events], problems, tornLines };
  };
  const environment = (extra: Readonly<Record<string, string>> = {}) => ({ ...env, ...extra });
  return {
    root,
    env,
    deck: () => readFileSync(deckPath, "utf8"),
    log,
    reviews: () => log().events.filter((event): event is ReviewedEvent => event.type === "reviewed"),
    open: (args = [], options = {}) =>
      new Journey(options.node ?? node, [launcher, ...args], { ...options, cwd: folder, env: environment(options.env) }),
    shell: (command, options = {}) =>
      new Journey("bash", ["--norc", "--noprofile", "-c", command], {
        ...options,
        cwd: folder,
        env: environment({ RECTO: `${options.node ?? node} ${launcher}`, ...options.env }),
      }),
    run: (args, { input = "", env: extra } = {}) => {
      const { stdout, stderr, status } = spawnSync(node, [launcher, ...args], {
        cwd: folder,
        env: cleanEnvironment(environment(extra)),
        input,
        encoding: "utf8",
      });
      return { stdout, stderr, exitCode: status };
    },
  };
}

/** Names of the files in a folder of the home; none when it is missing. */
export function filesIn(home: PracticeHome, folder: string): readonly string[] {
  try {
    return readdirSync(join(home.root, folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function practiceDeck(cards: number): string {
  const notes = Array.from({ length: cards }, (_, index) => {
    const number = numbered(index + 1);
    return `<!-- ${practiceNoteId(index + 1)} facts -->\nQ: What is fact ${number}?\nA: Answer ${number}\n`;
  });
  return `---\ntitle: Practice\n---\n\n${notes.join("\n")}`;
}

/** 12 characters of the ids' alphabet, which has neither 0 nor 1. */
export function practiceNoteId(number: number): string {
  return `factcardzz${numbered(number).replace(/\d/g, (digit) => "abcdefghjk"[Number(digit)] ?? "")}`;
}

/** "07" */
export function numbered(number: number): string {
  return String(number).padStart(2, "0");
}

/** The number of the question in sight. */
export function questionOn(screen: string): number {
  const found = /What is fact (\d\d)\?/.exec(screen)?.[1];
  if (found === undefined) throw new Error(`No question is shown:\n${screen}`);
  return Number(found);
}

/** A question whose answer is not shown. */
export function isAsking(screen: string): boolean {
  return /What is fact/.test(screen) && /space show/.test(screen);
}

export function isAnswered(screen: string): boolean {
  return /What is fact/.test(screen) && /space good/.test(screen);
}

/** Shows the answer of the card in sight, gives the rating and waits until another card or the summary is there. */
export async function answerCard(terminal: Journey, rating: string): Promise<number> {
  const number = questionOn(await terminal.until(isAsking));
  terminal.send(" ");
  await terminal.until(isAnswered);
  terminal.send(rating);
  await terminal.until((screen) => (isAsking(screen) && questionOn(screen) !== number) || /Done: Practice/.test(screen));
  return number;
}
