import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { git, gitEnvironment, underGit } from "../support/git-home.ts";
import { Shell } from "../support/run-command.ts";

const deck = "<!-- 7hq2mzk4rtw9 facts -->\nQ: Why?\nA: Because.\n";
const env = gitEnvironment;

test("a home outside git is told how to get there", () => {
  const { err, code } = new Shell({ "decks/memory.md": deck }).recto(["sync"], { env: { ...env, GIT_CEILING_DIRECTORIES: "/" } });
  expect(err).toContain("This home is not in git. In its folder: git init, then git remote add origin ADDRESS.");
  expect(code).toBe(1);
});

test("without another place to go to, everything is committed", () => {
  const shell = new Shell({ "decks/memory.md": deck, "elsewhere.txt": "mine" });
  git(shell.home, "init", "--quiet");
  expect(shell.recto(["sync"], { env }).out).toBe(
    "Committed 2 files. There is no other place yet: git remote add origin ADDRESS\n",
  );
  expect(git(shell.home, "status", "--porcelain")).toBe("?? elsewhere.txt\n");
});

test("answers travel, and so do decks; the second sync has nothing to do", () => {
  const shell = new Shell({ "decks/memory.md": deck });
  const { desk = "" } = underGit(shell, ["desk"]);
  shell.recto(["review", "--plain"], { input: "\n3\nq\n" });
  expect(shell.recto(["sync"], { env }).out).toBe(
    "Committed 1 file; nothing came from elsewhere; both sides are the same now.\n",
  );
  expect(shell.recto(["--home", desk, "sync"], { env }).out).toBe(
    "Nothing new here; 1 commit came from elsewhere; both sides are the same now.\n",
  );
  expect(shell.recto(["--home", desk, "check"]).out).toContain("1 event in the log.");
  expect(JSON.parse(shell.recto(["sync", "--json"], { env }).out)).toMatchObject({ outcome: "done", committed: 0, pulled: 0 });
});

test("where both sides changed one note, one chooses and goes on", () => {
  const shell = new Shell({ "decks/memory.md": deck });
  const { desk = "" } = underGit(shell, ["desk"]);
  shell.write({ "decks/memory.md": deck.replace("Because", "Here") });
  shell.recto(["sync"], { env });
  shell.write({ "../desk/decks/memory.md": deck.replace("Because", "There") });
  const again = () => shell.recto(["--home", desk, "sync"], { env });
  expect(again()).toMatchObject({ code: 1 });
  expect(again().err).toBe(
    "decks/memory.md still holds lines <<<<<<<, ||||||| or >>>>>>>. Choose what stays, then recto sync again.\n",
  );
  shell.write({ "../desk/decks/memory.md": deck.replace("Because", "Both") });
  expect(again()).toMatchObject({ code: 0, err: "" });
  shell.recto(["sync"], { env });
  expect(readFileSync(join(shell.home, "decks/memory.md"), "utf8")).toContain("Both");
});

test("what another machine says reaches the terminal without its control characters", () => {
  const shell = new Shell({ "decks/memory.md": deck });
  underGit(shell, []);
  git(shell.home, "remote", "set-url", "origin", "/nowhere/\u001b[31mred");
  const { err, code } = shell.recto(["sync"], { env });
  expect(code).toBe(1);
  expect(err).toContain("Could not reach origin.");
  expect(err).not.toContain("\u001b");
});

test.each(["core.sshCommand", "filter.x.clean", "credential.helper", "include.path", "core.fsmonitor", "url./tmp/.insteadOf"])(
  "a repository that sets %s is refused before anything of it runs",
  (name) => {
    const shell = new Shell({ "decks/memory.md": deck });
    underGit(shell, []);
    const trap = join(shell.folder, "trap");
    git(shell.home, "config", name, `touch ${trap}; false`);
    const { err, code } = shell.recto(["sync"], { env });
    expect(code).toBe(1);
    expect(err.toLowerCase()).toContain(`sets ${name.toLowerCase()}, which may start a program. use git itself`);
    expect(existsSync(trap)).toBe(false);
  },
);

test("a hook of the repository is not run", () => {
  const shell = new Shell({ "decks/memory.md": deck });
  underGit(shell, []);
  const trap = join(shell.folder, "trap");
  shell.write({ ".git/hooks/pre-commit": `#!/bin/sh\ntouch ${trap}\n`, "decks/memory.md": `${deck}\nmore\n` });
  shell.run("chmod", ["+x", join(shell.home, ".git/hooks/pre-commit")]);
  expect(shell.recto(["sync"], { env })).toMatchObject({ code: 0 });
  expect(existsSync(trap)).toBe(false);
});
