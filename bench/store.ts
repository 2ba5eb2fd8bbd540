/**
 * What the store costs, as ratios to the plainest thing that could do the same work on the same disk in the same run, built with
 * recto's own build. Run with: npm run bench:store [folder on the disk in question]
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { makeLargeHome } from "./large-home.ts";

const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "recto-store-"));
const lastDay = "2026-11-24";

/** Bundled and minified as the program is, and run in a process of its own. */
async function measured(name: string, ...args: readonly string[]): Promise<Record<string, number>> {
  const file = join(folder, "bench-store.mjs");
  await build({
    entryPoints: [resolve(import.meta.dirname, "store-measures.ts")],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node22",
    logLevel: "warning",
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, name, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}

function row(what: string, value: string, target = ""): void {
  console.log(`${what.padEnd(66)} ${value.padStart(14)}   ${target}`);
}

const ratio = (of: number, to: number, most: number) =>
  [`${(of / to).toFixed(2)} x`, `target ${most} x${of / to <= most ? "" : "  MISSED"}`] as const;

const homes = { small: { cards: 10_000, reviews: 100_000 }, large: { cards: 100_000, reviews: 1_000_000 } };
for (const [name, { cards, reviews }] of Object.entries(homes)) {
  makeLargeHome(join(folder, name), { cards, decks: 2, reviews, lastDay });
}

console.log(`Node ${process.version} on ${folder}\n\nOne answer on disk, blocks of 500 in turns, the quietest of each`);
const append = await measured("append", join(folder, "append"));
row("bare append and fdatasync, p50", `${append.bare?.toFixed(3)} ms`);
row("acknowledged answer, p50", `${append.answer?.toFixed(3)} ms`, `p99 ${append.answerP99?.toFixed(2)} ms`);
row("  ratio", ...ratio(append.answer ?? 0, append.bare ?? 1, 1.5));
row("bytes an answer", `${append.bytes?.toFixed(0)}`, `target 300${(append.bytes ?? 0) <= 300 ? "" : "  MISSED"}`);

console.log("\nThe same as the log grows");
const grown = await measured("growth", join(folder, "growth"));
row("answer with 10,000 cards behind it, p50", `${grown.small?.toFixed(4)} ms`);
row("answer with 1,000,000 cards behind it, p50", `${grown.large?.toFixed(4)} ms`);
row("  ratio", ...ratio(grown.large ?? 0, grown.small ?? 1, 1.5));

console.log("\nReading everything (seconds of this thread)");
for (const [name, { cards, reviews }] of Object.entries(homes)) {
  const cold = await measured("cold", join(folder, name));
  row(`${reviews} answers to ${cards} cards, loop of JSON.parse and CRC`, `${cold.reference?.toFixed(2)} s`);
  row("  cold from text", `${cold.cold?.toFixed(2)} s`, `${cold.megabytes?.toFixed(0)} MB at most`);
  row("  ratio", ...ratio(cold.cold ?? 0, cold.reference ?? 1, 2.5));
  await measured("keep", join(folder, name), join(folder, `${name}.cache`));
  const start = await measured("start", join(folder, name), join(folder, `${name}.cache`));
  row(
    "  start from the snapshot",
    `${start.start?.toFixed(3)} s`,
    `${start.megabytes?.toFixed(0)} MB; snapshot ${start.snapshot?.toFixed(1)} MB`,
  );
  const late = await measured("late", join(folder, name), join(folder, `${name}.cache`));
  row("  start with a late answer to another card", `${late.elsewhere?.toFixed(3)} s`);
  row("  start with 20 late answers to cards answered since", `${late.among?.toFixed(3)} s`);
}
const fold = await measured("fold");
row("1,000,000 decoded answers, bare loop of next_state", `${fold.reference?.toFixed(2)} s`);
row("  fold", `${fold.fold?.toFixed(2)} s`);
row("  ratio", ...ratio(fold.fold ?? 0, fold.reference ?? 1, 4));
rmSync(folder, { recursive: true });
