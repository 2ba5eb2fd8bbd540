/**
 * How long a start feels: the commands and the first frame of a review, as multiples of an empty Node program in the same run.
 * Run with: npm run bench:start [rounds], or npm run bench:start -- 12 large for 100,000 cards with 1,000,000 reviews.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pty from "@lydell/node-pty";
import { makeLargeHome } from "./large-home.ts";

const root = resolve(import.meta.dirname, "..");
const rounds = Number(process.argv[2] ?? 30);
const isLarge = process.argv[3] === "large";
const home = isLarge ? largeHome() : sampleHome();
const clock = isLarge ? ["--now", "2026-11-25T18:00:00Z"] : [];
const env = { ...withoutCi(), XDG_DATA_HOME: join(home, "data"), XDG_CACHE_HOME: join(home, "cache"), RECTO_HOME: home };
const launcher = join(root, "bin/recto.js");

const variants: Readonly<Record<string, () => Promise<number>>> = {
  "node -e 0": () => exitTime(["-e", "0"]),
  "recto --help": () => exitTime([launcher, "--help"]),
  "recto due": () => exitTime([launcher, ...clock, "due"]),
  "recto review, first frame": () => firstFrame([launcher, ...clock, "review"], /show answer/),
};

const targets: Readonly<Record<string, number>> = isLarge
  ? { "recto --help": 1.5, "recto due": 3, "recto review, first frame": 8 }
  : { "recto --help": 1.5, "recto due": 1.5, "recto review, first frame": 6.5 };

const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]));
for (const run of Object.values(variants)) await run(); // the first start of an installation keeps its compiled code
for (let round = 0; round < rounds; round += 1) {
  for (const [name, run] of Object.entries(variants)) times.get(name)?.push(await run());
}
const reference = median(times.get("node -e 0") ?? []);
console.log(`${rounds} rounds, interleaved; median and lowest in ms, ratio of medians to node -e 0\n`);
for (const [name, values] of times) {
  const ratio = median(values) / reference;
  const target = targets[name];
  console.log(
    `${name.padEnd(28)} ${median(values).toFixed(1).padStart(7)} ${Math.min(...values)
      .toFixed(1)
      .padStart(
        7,
      )}   ${ratio.toFixed(2)} x${target === undefined ? "" : `   target ${target} x${ratio <= target ? "" : "  MISSED"}`}`,
  );
}
console.log(`\nPeak memory of recto due: ${peakMegabytes([launcher, ...clock, "due"])} MB`);
rmSync(home, { recursive: true });

async function exitTime(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { env, cwd: home, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

/** From spawn to the chunk that contains the card. */
function firstFrame(args: readonly string[], card: RegExp): Promise<number> {
  return new Promise((done, fail) => {
    const start = performance.now();
    const child = pty.spawn(process.execPath, [...args], { name: "xterm-256color", cols: 80, rows: 24, cwd: home, env });
    let seen = "";
    let elapsed: number | undefined;
    child.onData((chunk) => {
      seen += chunk;
      if (elapsed !== undefined || !card.test(seen)) return;
      elapsed = performance.now() - start;
      child.write("q");
      setTimeout(() => child.write("q"), 100);
    });
    child.onExit(() => (elapsed === undefined ? fail(new Error(`No card was drawn:\n${seen}`)) : done(elapsed)));
  });
}

function sampleHome(): string {
  const folder = mkdtempSync(join(tmpdir(), "recto-bench-"));
  mkdirSync(join(folder, "storage"));
  writeFileSync(join(folder, "storage/settings.json"), '{"schemaVersion":1}\n');
  cpSync(join(root, "decks"), join(folder, "decks"), { recursive: true });
  return folder;
}

function largeHome(): string {
  const folder = mkdtempSync(join(tmpdir(), "recto-bench-"));
  makeLargeHome(folder, { cards: 100_000, decks: 200, reviews: 1_000_000, lastDay: "2026-11-24" });
  return folder;
}

/** As the program itself sees it at its end. */
function peakMegabytes(args: readonly string[]): number {
  const report = 'process.on("exit",()=>require("fs").writeSync(2,"peak "+process.resourceUsage().maxRSS))';
  const file = join(home, "report.cjs");
  writeFileSync(file, report);
  const { stderr } = spawnSync(process.execPath, ["--require", file, ...args], { env, cwd: home, encoding: "utf8" });
  return Math.round(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024);
}

function withoutCi(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries.filter(([name]) => !/^(?:CI|CONTINUOUS_INTEGRATION|NODE_OPTIONS|npm_)/.test(name)));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
