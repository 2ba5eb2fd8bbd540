import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** The Python that has Anki, or why there is none. */
export type RealAnki = { readonly python: string; readonly version: string } | { readonly missing: string };

export function findRealAnki(environment: NodeJS.ProcessEnv): RealAnki {
  const cache = environment.XDG_CACHE_HOME || join(homedir(), ".cache");
  const python = environment.RECTO_ANKI_PYTHON || join(cache, "recto-test", "anki", "bin", "python");
  const probe = "import anki.collection, anki.buildinfo; print(anki.buildinfo.version)";
  const { status, stdout } = spawnSync(python, ["-c", probe], { encoding: "utf8" });
  if (status === 0) return { python, version: stdout.trim() };
  return { missing: `${python} cannot import anki: run test/anki/make-venv.sh or set RECTO_ANKI_PYTHON` };
}

/** A collection of a real Anki, by default a new one; the steps of drive.py in order, a result each. Its days are those of UTC. */
export function driveAnki(python: string, steps: readonly unknown[], collection = newCollection()): unknown[] {
  const script = new URL("drive.py", import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(python, [script, collection], {
    encoding: "utf8",
    input: JSON.stringify(steps),
    env: { ...process.env, TZ: "UTC" },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`Anki failed: ${stderr}`);
  return JSON.parse(stdout) as unknown[];
}

/** Where a collection that several calls share can lie. */
export function newCollection(): string {
  return join(mkdtempSync(join(tmpdir(), "recto-anki-")), "collection.anki2");
}

/** The text as a file that Anki can open. */
export function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "recto-anki-")), "export.csv");
  writeFileSync(path, text);
  return path;
}
