import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";

/** Folders by level; each may import those of the levels before it. Folders on one level do not meet. */
const levels = [
  ["text"],
  ["notes"],
  ["cards", "sources"],
  ["generation", "scheduling"],
  ["study"],
  ["progress", "exchange"],
  ["app"],
  ["adapters", "terminal"],
  ["commands"],
  ["main.ts"],
];

/** What the pure folders may import of Node: functions of their arguments. */
const pureModules = new Set(["node:crypto", "node:zlib"]);
const pureLevels = 6;

const root = resolve(import.meta.dirname, "../src");
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|^import\s+)"([^"]+)"/gm)].map((found) => found[1] ?? "");
}

const folderOf = (file: string) => file.split(sep)[0] ?? "";
const levelOf = (folder: string) => levels.findIndex((level) => level.includes(folder));
const inside = (file: string) =>
  importsOf(file)
    .filter((path) => path.startsWith("."))
    .map((path) => relative(root, resolve(root, dirname(file), path)));

test("The source tree is where this test looks for it", () => {
  expect(files.length).toBeGreaterThan(40);
  expect([...new Set(files.map(folderOf))].filter((folder) => levelOf(folder) < 0)).toEqual([]);
});

test("Imports point one way, and folders on one level do not meet", () => {
  const wrong = files.flatMap((file) =>
    inside(file)
      .filter((target) => folderOf(target) !== folderOf(file) && levelOf(folderOf(target)) >= levelOf(folderOf(file)))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("The core knows no files, no clock, no chance and no environment", () => {
  const core = files.filter((file) => levelOf(folderOf(file)) < pureLevels);
  expect(core.length).toBeGreaterThan(30);
  const wrong = core.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const modules = importsOf(file).filter((path) => path.startsWith("node:") && !pureModules.has(path));
    const globals = /\b(?:process\.\w|Math\.random|Date\.now|new Date\(\)|performance\.now|globalThis\.|fetch\()/.exec(text);
    return [...modules.map((path) => `${file} imports ${path}`), ...(globals ? [`${file} uses ${globals[0]}`] : [])];
  });
  expect(wrong).toEqual([]);
});

test("Only main.ts touches the process; adapters ask at most for its number and platform", () => {
  const wrong = files.filter(
    (file) => file !== "main.ts" && /(?<![\w.])process\.(?!pid\b|platform\b)\w/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(wrong).toEqual([]);
});

test("ts-fsrs is imported in one file only", () => {
  expect(files.filter((file) => importsOf(file).includes("ts-fsrs"))).toEqual([join("scheduling", "fsrs.ts")]);
});
