import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

const facts = [
  "Robert Hooke coined the word cell in 1665 after looking at cork through a microscope.",
  "Rudolf Virchow stated in 1855 that every cell comes from another cell.",
  "Camillo Golgi stained nerve cells with silver nitrate in 1873.",
  "Albert Claude took the first electron micrograph of a whole cell in 1945.",
  "Theodor Schwann wrote in 1839 that animals too are made of cells.",
  "Robert Brown named the nucleus while he studied orchids in 1831.",
];

const noteOf = (lines: readonly string[]) => `# Cells\n\n## FACTS\n\n${lines.map((line) => `- ${line}\n`).join("")}`;

/** A home in git, cloned to two machines, and what was done there. */
class Machines {
  readonly shell = new Shell();
  readonly folders: Record<"home" | "laptop" | "desktop", string>;
  #minute = 0;

  constructor() {
    const { folder } = this.shell;
    this.folders = { home: join(folder, "study"), laptop: join(folder, "laptop"), desktop: join(folder, "desktop") };
    this.recto("home", ["init", this.folders.home], folder);
    this.write("home", facts);
    this.recto("home", ["generate", "cells.md"]);
    this.git("home", ["init", "--quiet", "--initial-branch=main"]);
    this.commit("home");
    for (const name of ["laptop", "desktop"] as const)
      this.git("home", ["clone", "--quiet", this.folders.home, this.folders[name]]);
  }

  recto(machine: keyof Machines["folders"], args: readonly string[], cwd = this.folders[machine], input = "") {
    this.#minute += 1;
    const now = new Date(Date.parse("2026-11-24T18:00:00Z") + this.#minute * 60_000).toISOString();
    const result = this.shell.recto([...args, "--now", now, "--seed", `${this.#minute}`], { cwd, input });
    if (result.code === null || result.code > 1) throw new Error(result.err);
    return result;
  }

  git(machine: keyof Machines["folders"], args: readonly string[]) {
    const identity = ["-c", "user.name=Learner", "-c", "user.email=learner@example.org"];
    const result = this.shell.run("git", [...identity, ...args], { cwd: this.folders[machine] });
    return { ...result, clean: result.code === 0 };
  }

  write(machine: keyof Machines["folders"], lines: readonly string[]): void {
    this.shell.write({ [join("..", this.folders[machine].slice(this.shell.folder.length + 1), "cells.md")]: noteOf(lines) });
  }

  /** Edits the source, generates, answers some cards and commits. */
  study(machine: "laptop" | "desktop", lines: readonly string[], keys: string): void {
    this.write(machine, lines);
    this.recto(machine, ["generate", "cells.md"]);
    this.recto(machine, ["review", "--plain"], this.folders[machine], keys);
    this.commit(machine);
  }

  commit(machine: keyof Machines["folders"]): void {
    this.git(machine, ["add", "--all"]);
    this.git(machine, ["commit", "--quiet", "--message", "Study"]);
  }

  /** Merges the other machine into a fresh clone of this one. */
  merge(machine: "laptop" | "desktop", other: "laptop" | "desktop") {
    return this.git(machine, ["pull", "--quiet", "--no-rebase", "--no-edit", this.folders[other], "main"]);
  }

  text(machine: keyof Machines["folders"], path: string): string {
    return readFileSync(join(this.folders[machine], path), "utf8");
  }

  /** Everything that counts: decks, the set of lines read, the set of events, and what is due. */
  state(machine: keyof Machines["folders"]) {
    const reviews = join(this.folders[machine], "storage/reviews");
    return {
      deck: this.text(machine, "decks/cells.md"),
      read: this.text(machine, "storage/read/cells.txt").split("\n").toSorted(),
      events: readdirSync(reviews)
        .sort()
        .map((name) => readFileSync(join(reviews, name), "utf8")),
      due: this.shell.recto(["due", "--json", "--now", "2026-11-26T18:00:00Z"], { cwd: this.folders[machine] }).out,
    };
  }
}

const reworded = (at: number, from: string, to: string, lines: readonly string[] = facts) =>
  lines.map((line, index) => (index === at ? line.replace(from, to) : line));
const inserted = (at: number, line: string, lines: readonly string[]) => [...lines.slice(0, at), line, ...lines.slice(at)];

describe("two machines that generated from differently edited sources", () => {
  test("merge without a conflict, to the same state in both orders, and nothing is made twice", () => {
    const machines = new Machines();
    const laptop = inserted(1, "Antonie van Leeuwenhoek watched living bacteria in 1676 in Delft.", reworded(1, "1855", "1858"));
    const desktop = inserted(
      5,
      "Walther Flemming described the threads of dividing cells in 1879.",
      reworded(3, "took", "published").filter((_, index) => index !== 5),
    );
    machines.study("laptop", laptop, "\n3\n\n3\nq\n");
    machines.study("desktop", desktop, "\n1\n\n4\n\n2\nq\n");
    const both = machines.git("laptop", ["clone", "--quiet", machines.folders.laptop, join(machines.shell.folder, "before")]);
    expect(both.clean).toBe(true);
    expect(machines.merge("laptop", "desktop")).toMatchObject({ clean: true });
    machines.git("desktop", ["pull", "--quiet", "--no-rebase", "--no-edit", join(machines.shell.folder, "before"), "main"]);
    expect(machines.git("desktop", ["status", "--porcelain"]).out).toBe("");
    expect(machines.state("desktop")).toEqual(machines.state("laptop"));
    expect(machines.recto("laptop", ["check"]).out).toContain("Nothing is wrong.");
    const deck = machines.text("laptop", "decks/cells.md");
    for (const part of ["1858", "Leeuwenhoek", "published the first electron", "Flemming"]) expect(deck).toContain(part);
    expect(machines.recto("laptop", ["generate", "cells.md"]).out).toContain("nothing new");
    expect(machines.text("laptop", "decks/cells.md")).toBe(deck);
  });

  test("merge cleanly where one added a line right behind the one that the other reworded", () => {
    const machines = new Machines();
    machines.study("laptop", reworded(2, "nerve cells", "neurons"), "q\n");
    machines.study("desktop", inserted(3, "Walther Flemming described the threads of dividing cells in 1879.", facts), "q\n");
    const source = machines.merge("laptop", "desktop");
    // Git sees neighbouring lines of the source as one change; the deck is no worse.
    expect(machines.git("laptop", ["diff", "--name-only", "--diff-filter=U"]).out.trim().split("\n")).toEqual(["cells.md"]);
    expect(source.clean).toBe(false);
    expect(machines.text("laptop", "decks/cells.md")).toContain("neurons");
    expect(machines.text("laptop", "decks/cells.md")).toContain("Flemming");
  });

  test("conflict where both wrote at one place; then check and generate point at it and change nothing", () => {
    const machines = new Machines();
    machines.study("laptop", [...facts, "Antonie van Leeuwenhoek watched living bacteria in 1676 in Delft."], "\n3\nq\n");
    machines.study("desktop", [...facts, "Walther Flemming described the threads of dividing cells in 1879."], "\n3\nq\n");
    expect(machines.merge("laptop", "desktop").clean).toBe(false);
    expect(machines.git("laptop", ["diff", "--name-only", "--diff-filter=U"]).out).toBe("cells.md\ndecks/cells.md\n");
    const check = machines.recto("laptop", ["check"]);
    expect(check.out).toMatch(/decks\/cells\.md:\d+ {2}Two versions of this file were merged/);
    const deck = machines.text("laptop", "decks/cells.md");
    const refused = machines.recto("laptop", ["generate", "cells.md"]);
    expect(refused).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^cells\.md:\d+ {2}Two versions of this file were merged/),
    });
    machines.write("laptop", [...facts, "Antonie van Leeuwenhoek watched living bacteria in 1676 in Delft."]);
    expect(machines.recto("laptop", ["generate", "cells.md"])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/decks\/cells\.md:\d+ {2}Two versions of this file were merged/),
    });
    expect(machines.text("laptop", "decks/cells.md")).toBe(deck);
    const chosen = deck.replace(/^(?:<{7}|={7}|>{7}).*\n/gm, "");
    machines.shell.write({ [join("..", "laptop", "decks/cells.md")]: chosen });
    machines.write("laptop", [
      ...facts,
      "Antonie van Leeuwenhoek watched living bacteria in 1676 in Delft.",
      "Walther Flemming described the threads of dividing cells in 1879.",
    ]);
    expect(machines.recto("laptop", ["check"]).out).toContain("Nothing is wrong.");
    expect(machines.recto("laptop", ["generate", "cells.md"]).out).toContain("nothing new");
  });

  test("agree on what was dropped on either", () => {
    const machines = new Machines();
    machines.recto("laptop", ["review", "--plain"], machines.folders.laptop, "x\nq\n");
    machines.commit("laptop");
    machines.recto("desktop", ["review", "--plain"], machines.folders.desktop, "\n3\n\n3\nx\nq\n");
    machines.commit("desktop");
    expect(machines.merge("laptop", "desktop")).toMatchObject({ clean: true });
    const dropped = machines.text("laptop", "storage/dropped/cells.md").match(/^<!-- \w{12}/gm);
    expect(new Set(dropped).size).toBe(2);
    expect(machines.recto("laptop", ["check"]).out).toContain("Nothing is wrong.");
    const again = machines.recto("laptop", ["generate", "cells.md", "--rebuild"]);
    expect(again.out).toContain("nothing new");
  });
});
