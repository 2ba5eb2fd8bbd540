import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noOldNode, oldNode } from "../support/old-node.ts";
import { node } from "../support/practice-home.ts";
import { cleanEnvironment, launcher, projectRoot } from "../support/pty.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { version: string };

function start(program: string, file: string, args: readonly string[]) {
  const { stdout, stderr, status } = spawnSync(program, [file, ...args], { env: cleanEnvironment(), encoding: "utf8" });
  return { stdout, stderr, exitCode: status };
}

/** The launcher alone, as in a checkout where nothing was installed. */
function bareCheckout(): string {
  const folder = temporaryFolder();
  cpSync(dirname(launcher), join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}\n');
  return folder;
}

describe("the launcher", () => {
  test("starts the program with the Node that runs it", () => {
    expect(start(node, launcher, ["--version"])).toEqual({ stdout: `${version}\n`, stderr: "", exitCode: 0 });
  });

  test("finds the installed Node when its own is too old, and hands arguments and exit code through", (context) => {
    if (oldNode === undefined) return context.skip(noOldNode);
    expect(start(oldNode, launcher, ["--version"])).toEqual({ stdout: `${version}\n`, stderr: "", exitCode: 0 });
    const nowhere = join(temporaryFolder(), "a home");
    const refused = start(oldNode, launcher, ["due", "--home", nowhere]);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toMatch(/a home .*There is no home here/);
  });

  test("says what to do when there is no Node that is new enough", (context) => {
    if (oldNode === undefined) return context.skip(noOldNode);
    const folder = bareCheckout();
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/recto.cjs"), "throw new Error('must not be loaded');\n");
    const { stdout, stderr, exitCode } = start(oldNode, join(folder, "bin/recto.js"), ["due"]);
    expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 1 });
    expect(stderr).toMatch(
      /^recto needs Node 22\.15 or newer; this is \d+\.\d+\.\d+\. Install a newer Node from https:\/\/nodejs\.org.*\n$/,
    );
  });

  test.each([
    { which: "a new Node", program: node },
    { which: "an old Node", program: oldNode },
  ])("says how to build a checkout that is not built, run by $which", ({ program }) => {
    if (program === undefined) return;
    expect(start(program, join(bareCheckout(), "bin/recto.js"), [])).toEqual({
      stdout: "",
      stderr: "This checkout is not built yet. Run: npm ci\n",
      exitCode: 1,
    });
  });

  test("works through a link, as npm makes them", () => {
    const folder = temporaryFolder();
    spawnSync("ln", ["-s", launcher, join(folder, "recto")]);
    expect(start(node, join(folder, "recto"), ["--version"]).stdout).toBe(`${version}\n`);
  });

  test("holds only what a Node can read that is years old", () => {
    const text = readFileSync(launcher, "utf8");
    expect(text.split("\n")[0]).toBe("#!/usr/bin/env node");
    expect(text).not.toMatch(/\busing\b|#private|\?\?=|\|\|=|import\.meta\.dirname|with \{ type/);
  });
});
