import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, dirname, join, posix } from "node:path";
import { expect, test } from "vitest";
import { node, practiceHome } from "../support/practice-home.ts";
import { cleanEnvironment, projectRoot } from "../support/pty.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

interface Packed {
  readonly filename: string;
  readonly version: string;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Its scripts would build again under the feet of the other tests. */
function pack(destination: string): Packed {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", destination];
  const printed = execFileSync("npm", args, { cwd: projectRoot, env: cleanEnvironment(), encoding: "utf8" });
  const [packed] = JSON.parse(printed) as readonly Packed[];
  if (!packed) throw new Error("npm packed nothing.");
  return packed;
}

/** Somebody else's machine: their Node is new enough, and nothing of this checkout is on the PATH. */
function elsewhere(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const clean = cleanEnvironment(extra);
  const path = (clean.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return { ...clean, PATH: [dirname(realpathSync(node)), ...path].join(delimiter) };
}

test("the package holds the program, its licences and its pages, and nothing else", () => {
  const { files } = pack(temporaryFolder());
  const paths = files.map(({ path }) => path);
  for (const wanted of [
    "bin/recto.js",
    "dist/recto.cjs",
    "dist/terminal.cjs",
    "dist/THIRD-PARTY-LICENCES.txt",
    "LICENSE",
    "package.json",
  ]) {
    expect(paths).toContain(wanted);
  }
  expect(
    paths.filter(
      (path) => !/^(?:bin|dist|docs)\/|^(?:LICENSE|package\.json|README\.md|CHANGELOG\.md|CONTRIBUTING\.md)$/.test(path),
    ),
  ).toEqual([]);
  expect(paths.filter((path) => /node_modules|metafiles\.json|\.node$|\.tsx?$|(?:^|\/)node$|\.env|\.npmrc/.test(path))).toEqual(
    [],
  );
  const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 2 ** 20;
  expect(megabytes).toBeLessThan(20);
});

test("every link from a page of the package leads to a file in it", () => {
  const { files } = pack(temporaryFolder());
  const paths = new Set(files.map(({ path }) => path));
  const links = [...paths]
    .filter((path) => path.endsWith(".md"))
    .flatMap((page) =>
      [...readFileSync(join(projectRoot, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => ({
        page,
        leadsTo: posix.join(posix.dirname(page), link),
      })),
    );
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter(({ leadsTo }) => !paths.has(leadsTo))).toEqual([]);
});

test("the package installs without a network into an empty folder and works there", async () => {
  const folder = temporaryFolder();
  const { filename, version } = pack(folder);
  const project = join(folder, "project");
  mkdirSync(project);
  const install = ["install", "--offline", "--no-audit", "--no-fund", "--prefix", project, join(folder, filename)];
  const installed = spawnSync("npm", install, { cwd: project, env: elsewhere(), encoding: "utf8" });
  expect(installed.status, installed.stderr).toBe(0);
  expect(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["recto-cards"]);

  const home = practiceHome();
  const recto = (...args: string[]) => {
    const program = join(project, "node_modules/.bin/recto");
    const env = elsewhere({ ...home.env, RECTO_HOME: "" });
    const { stdout, stderr, status } = spawnSync(program, args, { cwd: project, env, encoding: "utf8" });
    return { stdout, stderr, exitCode: status };
  };
  expect(recto("--version")).toEqual({ stdout: `${version}\n`, stderr: "", exitCode: 0 });
  expect(recto("init", "study")).toMatchObject({ stderr: "", exitCode: 0 });
  expect(recto("due", "--home", "study")).toEqual({
    stdout: "There are no decks yet. Make one from a study note: recto generate NOTE.md\n",
    stderr: "",
    exitCode: 0,
  });
  expect(recto("due", "--short", "--home", home.root).stdout).toBe("14\n");

  const program = join(project, "node_modules/recto-cards/bin/recto.js");
  await using terminal = home.shell("$RECTO review; echo EXIT=$?", { env: { RECTO: `${node} ${program}` } });
  await terminal.until(/What is fact/);
  terminal.send(" 4");
  await terminal.until(/2 of 14/);
  expect(home.reviews()).toHaveLength(1);
});
