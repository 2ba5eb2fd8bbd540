// What it costs to read a package of Anki with 100,000 notes and 1,000,000 answers: time and memory, beside the real Anki importing the
// same file on the same machine (test/anki/make-venv.sh). --small: a tenth of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findRealAnki } from "../test/support/anki/real-anki.ts";
import { largePackage } from "./large-package.ts";
import { table } from "./layout.ts";

const scale = process.argv.includes("--small") ? 10 : 1;
const [notes, reviews] = [100_000 / scale, 1_000_000 / scale];
const recto = resolve(import.meta.dirname, "../bin/recto.js");
const folder = mkdtempSync(join(tmpdir(), "recto-anki-packages-"));
const home = join(folder, "home");
const env = { ...process.env, XDG_CACHE_HOME: join(folder, "cache"), XDG_DATA_HOME: join(folder, "data") };

interface Measured {
  readonly seconds: number;
  /** The most that the process had in memory. */
  readonly mebibytes: number;
  readonly out: string;
}

function measuredRecto(...args: readonly string[]): Measured {
  const report = 'process.on("exit", () => process._rawDebug("maxRSS " + process.resourceUsage().maxRSS))';
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(report)}`;
  const startedAt = performance.now();
  const options = { env: { ...env, NODE_OPTIONS }, encoding: "utf8" } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, [recto, ...args, "--home", home], options);
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, mebibytes: Number(/maxRSS (\d+)/.exec(stderr)?.[1]) / 1024, out: stdout };
}

const importing = `
import resource, sys, time
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
col = Collection(sys.argv[2])
started = time.time()
options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
log = col.import_anki_package(ImportAnkiPackageRequest(package_path=sys.argv[1], options=options)).log
assert len(log.new) > 0
col.close()
print(time.time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
`;

function measuredAnki(python: string, path: string): Measured {
  const collection = join(folder, "collection.anki2");
  const { stdout, stderr, status } = spawnSync(python, ["-c", importing, path, collection], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const [seconds = 0, kibibytes = 0] = stdout.trim().split(" ").map(Number);
  return { seconds, mebibytes: kibibytes / 1024, out: "" };
}

try {
  const path = join(folder, "large.apkg");
  await largePackage(path, notes, reviews);
  console.log(`${notes} notes and ${reviews} answers, ${(statSync(path).size / 1024 / 1024).toFixed(1)} MiB packed\n`);
  spawnSync(process.execPath, [recto, "init", home], { env });
  const anki = findRealAnki(process.env);
  const first = measuredRecto("import", path, "--allow-large");
  const measured: readonly (readonly [string, () => Measured])[] = [
    ["recto, first import", () => first],
    ["recto, the same again", () => measuredRecto("import", path, "--allow-large")],
    ["recto due after it", () => measuredRecto("due")],
    ...("missing" in anki ? [] : [[`Anki ${anki.version}`, () => measuredAnki(anki.python, path)] as const]),
  ];
  const rows = measured.map(([name, measure]) => {
    const { seconds, mebibytes } = measure();
    return [name, seconds.toFixed(1), mebibytes.toFixed(0)];
  });
  table([["", "seconds", "MiB at most"], ...rows]);
  if ("missing" in anki) console.log(`Not compared with Anki: ${anki.missing}`);
  console.log(`\n${first.out}`);
} finally {
  rmSync(folder, { recursive: true });
}
