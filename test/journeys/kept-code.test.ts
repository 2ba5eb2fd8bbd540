import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { node } from "../support/practice-home.ts";
import { cleanEnvironment, launcher } from "../support/pty.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** The launcher with a program of two files, the second of which is loaded when a command needs it. */
class Program {
  readonly #folder = temporaryFolder();
  readonly #cache = join(this.#folder, "cache");

  constructor() {
    cpSync(dirname(launcher), join(this.#folder, "bin"), { recursive: true });
    mkdirSync(join(this.#folder, "dist"));
    this.write("recto.cjs", 'const [, , command] = process.argv; console.log(command, require("./words.cjs").greeting());');
    this.write("words.cjs", 'exports.greeting = () => "Good morning";');
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.#folder, "new"), text);
    renameSync(join(this.#folder, "new"), join(this.#folder, "dist", name));
  }

  start(command: string) {
    const { XDG_CACHE_HOME, ...env } = cleanEnvironment();
    const own = { ...env, XDG_CACHE_HOME: this.#cache };
    const { stdout, stderr, status } = spawnSync(node, [join(this.#folder, "bin/recto.js"), command], {
      env: own,
      encoding: "utf8",
    });
    return { stdout, stderr, status };
  }

  kept(): string[] {
    const names = readdirSync(this.#cache, { recursive: true, encoding: "utf8" }).map((name) => join(this.#cache, name));
    return names.filter((path) => statSync(path).isFile());
  }
}

const greeted = { stdout: "due Good morning\n", stderr: "", status: 0 };

function headOf(path: string): { readonly runs: number; readonly files: readonly { readonly name: string }[] } {
  return JSON.parse(readFileSync(path, "latin1").split("\n", 1)[0] ?? "");
}

test("the first three starts of a command add to its code, and the next ones only read it", () => {
  const program = new Program();
  const runs = [1, 2, 3, 4].map(() => {
    expect(program.start("due")).toEqual(greeted);
    const [path = ""] = program.kept();
    return { ...headOf(path), writtenAt: statSync(path).ino };
  });
  expect(runs.map((run) => run.runs)).toEqual([1, 2, 3, 3]);
  expect(runs[3]?.writtenAt).toBe(runs[2]?.writtenAt);
  expect(runs[3]?.files.map(({ name }) => name)).toEqual(["recto.cjs", "words.cjs"]);
});

test("each command has its code for itself", () => {
  const program = new Program();
  program.start("due");
  program.start("stats");
  expect(program.kept()).toHaveLength(2);
});

test("a program that was replaced runs as it is now, even where it is as long as before", () => {
  const program = new Program();
  for (let start = 0; start < 4; start += 1) program.start("due");
  program.write("words.cjs", 'exports.greeting = () => "Good evening";');
  expect(program.start("due").stdout).toBe("due Good evening\n");
  expect(program.start("due").stdout).toBe("due Good evening\n");
});

test("code that was damaged is not run, and is replaced", () => {
  const program = new Program();
  program.start("due");
  const [path = ""] = program.kept();
  const whole = readFileSync(path);
  const places = Array.from({ length: 12 }, (_, place) => Math.floor(((place + 0.5) * whole.length) / 12));
  for (const place of [...places, 3, whole.indexOf("\n")]) {
    const damaged = Buffer.from(whole);
    damaged[place] = (damaged[place] ?? 0) ^ 0x10;
    writeFileSync(path, damaged);
    expect(program.start("due"), `byte ${place}`).toEqual(greeted);
    expect(readFileSync(path).equals(damaged)).toBe(false);
  }
  for (const length of [0, 5, 300, whole.length >> 1, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length));
    expect(program.start("due"), `${length} bytes`).toEqual(greeted);
  }
});

test("where nothing can be kept the program starts all the same", () => {
  const program = new Program();
  program.start("due");
  const [path = ""] = program.kept();
  const folder = dirname(path);
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, "A file where the folder should be.");
  expect(program.start("due")).toEqual(greeted);
});
