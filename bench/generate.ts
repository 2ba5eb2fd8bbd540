/**
 * What generating costs, as multiples of bare tagging with wink-nlp in the same run: time, growth with the length of the
 * document, memory, and the time that loading the tagger takes. Ratios only; what misses its target is marked.
 * Run with: npm run bench:generate [-- LINES ROUNDS], by default up to 100,000 lines in 5 rounds.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { generate } from "../src/generation/generate.ts";
import { englishTagger } from "../src/generation/language/tagger.ts";
import type { Source } from "../src/sources/source.ts";
import { englishFixtureNotes } from "../test/support/fixture-notes.ts";
import { longNote } from "../test/support/long-note.ts";
import { heading, table, verdict } from "./layout.ts";

const most = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 5);
const sizes = [100, 1_000, 10_000, 100_000].filter((size) => size <= most);
/** Generated before anything is timed, so that short documents do not pay for the compiler. */
const warmLines = 5_000;
const targets = { ratio: 6, aim: 4, growth: 1.5, memory: 1.3, loadMs: 200 };

printTime();
printMemory();
printLoading();

function printTime(): void {
  const notes = englishFixtureNotes();
  const lines = notes.reduce((sum, { items }) => sum + items.length, 0);
  const fixture = compared(() => notes, Math.max(rounds, 15));
  const long = sizes.map((size) => {
    const source = longNote(size);
    return { name: `one of ${size}`, lines: size, ...compared(() => [source], size > 10_000 ? Math.min(rounds, 3) : rounds) };
  });
  const rows = [{ name: `${notes.length} English notes`, lines, ...fixture }, ...long];
  heading(`Time per line, µs: lowest of ${rounds} rounds or more, interleaved`);
  table([
    ["", "lines", "tagging", "generating", "ratio"],
    ...rows.map(({ name, lines, bareMs, ownMs }) => [
      name,
      String(lines),
      ((bareMs / lines) * 1000).toFixed(0),
      ((ownMs / lines) * 1000).toFixed(0),
      `${(ownMs / bareMs).toFixed(1)} x${verdict(ownMs / bareMs <= targets.ratio)}`,
    ]),
  ]);
  console.log(`target <= ${targets.ratio} x, aim ${targets.aim} x`);
  const perLine = long.map(({ lines, ownMs }) => ownMs / lines);
  const growth = (perLine.at(-1) ?? 0) / Math.min(...perLine);
  console.log(
    `a line of ${sizes.at(-1)} takes ${growth.toFixed(2)} x the time of a line at the cheapest length, target <= ${targets.growth}${verdict(growth <= targets.growth)}`,
  );
}

/** Both in turn, warm; the lowest of each, so that a busy machine does not decide. */
function compared(sources: () => readonly Source[], times: number): { readonly bareMs: number; readonly ownMs: number } {
  const tagger = englishTagger();
  const bare = () => {
    for (const { items } of sources()) for (const { text } of items) tagger.tag(text);
  };
  const own = () => {
    for (const source of sources()) generate(source);
  };
  for (let lines = 0; lines < warmLines; lines += sources().reduce((sum, { items }) => sum + items.length, 0)) {
    bare();
    own();
  }
  const pairs = Array.from({ length: times }, () => [timeOf(bare), timeOf(own)] as const);
  return { bareMs: Math.min(...pairs.map(([ms]) => ms)), ownMs: Math.min(...pairs.map(([, ms]) => ms)) };
}

function timeOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function printMemory(): void {
  heading("Peak memory, MB: processes of their own, same flags, interleaved; lowest of 3");
  const rows = sizes.map((size) => {
    const runs = Array.from({ length: 3 }, () => [inChild("tagging", size), inChild("generating", size)] as const);
    const [bare, own] = [Math.min(...runs.map(([mb]) => mb)), Math.min(...runs.map(([, mb]) => mb))];
    return [
      `one of ${size}`,
      bare.toFixed(0),
      own.toFixed(0),
      `${(own / bare).toFixed(2)} x${verdict(own / bare <= targets.memory)}`,
    ];
  });
  table([["", "tagging", "generating", "ratio"], ...rows]);
  console.log(`target <= ${targets.memory} x`);
}

function printLoading(): void {
  const times = Array.from({ length: 10 }, () => inChild("loading", 0));
  heading("Loading the tagger, ms: lowest of 10 processes");
  const least = Math.min(...times);
  console.log(`${least.toFixed(0)}, target <= ${targets.loadMs}${verdict(least <= targets.loadMs)}`);
}

function inChild(what: string, lines: number): number {
  const script = join(import.meta.dirname, "generate-child.ts");
  return Number(execFileSync(process.execPath, [script, what, String(lines)], { encoding: "utf8" }));
}
