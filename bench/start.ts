/**
 * How long a start feels: the commands and the first frame of a review, as multiples of an empty Node program in the same run, in a
 * small home and in one with 100,000 cards and 1,000,000 reviews. The large one is made once, in the folder for temporary files.
 * Run with: npm run bench:start [rounds], or npm run bench:start -- 12 small (or large) for one of them.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pty from "@lydell/node-pty";
import { makeLargeHome } from "./large-home.ts";

interface Home {
  readonly called: string;
  readonly folder: string;
  readonly clock: readonly string[];
  /** Multiples of `node -e 0`. */
  readonly targets: Readonly<Record<string, number>>;
  readonly remove: () => void;
}

const root = resolve(import.meta.dirname, "..");
const rounds = Number(process.argv[2] ?? 30);
const only = process.argv[3];
const launcher = join(root, "bin/recto.js");

for (const [name, make] of Object.entries({ small: smallHome, large: largeHome })) {
  if (only !== undefined && only !== name) continue;
  const home = make();
  try {
    await measure(home);
  } finally {
    home.remove();
  }
}

async function measure(home: Home): Promise<void> {
  const { called, folder, clock, targets } = home;
  const recto = (...args: string[]) => [launcher, ...clock, ...args];
  const variants: Readonly<Record<string, () => Promise<number>>> = {
    "node -e 0": () => exitTime(folder, ["-e", "0"]),
    "recto --help": () => exitTime(folder, recto("--help")),
    "recto due": () => exitTime(folder, recto("due")),
    "recto review, first frame": () => firstFrame(folder, recto("review")),
  };
  const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
  for (const run of Object.values(variants)) await run(); // the first start of an installation keeps its compiled code
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(variants)) times.get(name)?.push(await run());
  }
  const reference = times.get("node -e 0") ?? [];
  console.log(`${called}\n${rounds} rounds, interleaved; median and lowest in ms, and both as multiples of node -e 0\n`);
  for (const [name, values] of times) {
    const ratio = median(values) / median(reference);
    const ofLowest = Math.min(...values) / Math.min(...reference);
    const target = targets[name];
    const verdict = target === undefined ? "" : `   target ${target} x${ratio <= target ? "" : "  MISSED"}`;
    const [middle, lowest] = [median(values), Math.min(...values)].map((ms) => ms.toFixed(1).padStart(7));
    console.log(`${name.padEnd(28)} ${middle} ${lowest}   ${ratio.toFixed(2)} x  ${ofLowest.toFixed(2)} x${verdict}`);
  }
  const due = await peakMegabytes(folder, (report) => exitTime(folder, [...report, ...recto("due")]));
  const review = await peakMegabytes(folder, (report) => firstFrame(folder, [...report, ...recto("review")]));
  console.log(`\nPeak memory: recto due ${due} MB, recto review up to its first card and out again ${review} MB\n`);
}

/** Programs of their own kind: with the home's folders, and without what a continuous integration sets. */
function envOf(folder: string): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(entries.filter(([name]) => !/^(?:CI|CONTINUOUS_INTEGRATION|NODE_OPTIONS|npm_)/.test(name))),
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CACHE_HOME: join(folder, "cache"),
    RECTO_HOME: folder,
  };
}

async function exitTime(folder: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { env: envOf(folder), cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

/** From spawn to the chunk that contains the card. */
function firstFrame(folder: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const screen = { name: "xterm-256color", cols: 80, rows: 24 };
    const child = pty.spawn(process.execPath, [...args], { ...screen, cwd: folder, env: envOf(folder) });
    let seen = "";
    let elapsed: number | undefined;
    child.onData((chunk) => {
      seen += chunk;
      if (elapsed !== undefined || !/show answer/.test(seen)) return;
      elapsed = performance.now() - start;
      child.write("q");
      setTimeout(() => child.write("q"), 100);
    });
    child.onExit(() => (elapsed === undefined ? fail(new Error(`No card was drawn:\n${seen}`)) : done(elapsed)));
  });
}

function smallHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), "recto-bench-"));
  mkdirSync(join(folder, "storage"));
  writeFileSync(join(folder, "storage/settings.json"), '{"schemaVersion":1}\n');
  cpSync(join(root, "decks"), join(folder, "decks"), { recursive: true });
  return {
    called: "The sample decks",
    folder,
    clock: [],
    targets: { "recto --help": 1.5, "recto due": 1.5, "recto review, first frame": 6.5 },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function largeHome(): Home {
  const folder = join(tmpdir(), "recto-bench-large-home");
  if (!existsSync(folder)) {
    const half = mkdtempSync(`${folder}-`);
    makeLargeHome(half, { cards: 100_000, decks: 200, reviews: 1_000_000, lastDay: "2026-11-24" });
    renameSync(half, folder);
  }
  return {
    called: `100,000 cards in 200 decks, 1,000,000 reviews (kept in ${folder})`,
    folder,
    clock: ["--now", "2026-11-25T18:00:00Z"],
    targets: { "recto --help": 1.5, "recto due": 3, "recto review, first frame": 8 },
    remove: () => {},
  };
}

/** As the program itself sees it at its end. */
async function peakMegabytes(folder: string, run: (report: readonly string[]) => Promise<number>): Promise<number> {
  const [script, result] = [join(folder, "report.cjs"), join(folder, "peak")];
  const write = `require("fs").writeFileSync(${JSON.stringify(result)}, String(process.resourceUsage().maxRSS))`;
  writeFileSync(script, `process.on("exit", () => ${write});`);
  await run(["--require", script]);
  return Math.round(Number(readFileSync(result, "utf8")) / 1024);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
