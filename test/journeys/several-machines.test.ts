import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { readLog } from "../../src/adapters/read-log.ts";
import { pastOf, samePast } from "../../src/app/past.ts";
import { synced } from "../support/file-sync.ts";
import { copied, git, gitEnvironment, originOf, underGit } from "../support/git-home.ts";
import { inLong } from "../support/long.ts";
import { Shell } from "../support/run-command.ts";

const note = (ideas: string, facts: string) => `# Kant

## IDEAS

* Duty differs from inclination because it commands without regard to what one wishes.
${ideas}
## FACTS

* Immanuel Kant was born in Königsberg in 1724.
* Immanuel Kant published the Critique of Pure Reason in 1781.
* Kant taught at the university of Königsberg for more than 40 years.
${facts}`;

const other = "# Hume\n\n## FACTS\n\n* David Hume was born in Edinburgh in 1711.\n* Hume published his Treatise in 1739.\n";

/** Three machines of one learner that went their own ways: answers, undos, a drop, wrong clocks, decks made anew on two. */
function divergedMachines(): readonly string[] {
  const shell = new Shell();
  shell.recto(["init"]);
  writeFileSync(join(shell.folder, "kant.md"), note("", ""));
  const on = (home: string, now: string, args: readonly string[], input = "") => {
    const result = shell.recto(["--home", home, "--now", now, ...args], { env: gitEnvironment, input });
    if (result.code !== 0) throw new Error(`${args.join(" ")}: ${result.err}`);
  };
  on(shell.home, "2026-11-20T18:00:00Z", ["generate", "../kant.md", "--yes"]);
  on(shell.home, "2026-11-20T18:01:00Z", ["review", "--plain"], "\n3\n\n1\nq\n");
  const { desk = "", phone = "" } = underGit(shell, ["desk", "phone"]);
  const laptop = shell.home;
  on(laptop, "2026-11-21T18:00:00Z", ["review", "--plain"], "\n3\n\n4\nq\n");
  writeFileSync(join(shell.folder, "kant.md"), note("", "* Kant died in Königsberg in 1804.\n"));
  on(laptop, "2026-11-21T18:10:00Z", ["generate", "../kant.md", "--yes"]);
  // A day behind, and the undo of an answer that all three have.
  on(desk, "2026-11-19T09:00:00Z", ["review", "--plain"], "u\n\n2\n\n3\nq\n");
  writeFileSync(join(shell.folder, "kant.md"), note("* Kant bought a house of his own in Königsberg in 1783.\n", ""));
  on(desk, "2026-11-21T09:10:00Z", ["generate", "../kant.md", "--yes"]);
  writeFileSync(join(shell.folder, "hume.md"), other);
  on(desk, "2026-11-21T09:20:00Z", ["generate", "../hume.md", "--yes"]);
  // A day ahead, and a card dropped for good.
  on(phone, "2026-11-23T07:00:00Z", ["review", "--plain"], "\n1\nx\n\n3\nu\n\n2\nq\n");
  return [laptop, desk, phone];
}

const pastIn = (home: string) => pastOf(readLog(nodeDisk, join(home, "storage/reviews")).events);

function filesIn(home: string): Readonly<Record<string, string>> {
  const names = ["decks", "storage/read", "storage/dropped", "storage/reviews"].flatMap((folder) =>
    (existsSync(join(home, folder)) ? readdirSync(join(home, folder)) : []).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(home, name), "utf8")]));
}

const linesOf = (text = "") => text.split("\n").sort();
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test("three machines merged by git in any order know the same, and lose no answer, note or fingerprint", () => {
  const machines = divergedMachines();
  const ids = new Set(
    machines.flatMap((home) => [...readLog(nodeDisk, join(home, "storage/reviews")).events].map(({ id }) => id)),
  );
  expect(ids.size).toBeGreaterThanOrEqual(12);
  const shell = new Shell();
  const merged = inLong(orders, orders.slice(4)).map((order, place) => {
    const copies = copied(machines, originOf(machines[0] ?? ""), join(shell.folder, `order${place}`));
    for (const machine of [...order, ...order.slice(0, 2)]) {
      const result = shell.recto(["--home", copies[machine] ?? "", "sync"], { env: gitEnvironment });
      expect(result, order.join()).toMatchObject({ code: 0, err: "" });
    }
    const [first = "", ...rest] = copies;
    for (const home of rest) expect(filesIn(home)).toEqual(filesIn(first));
    for (const home of copies) expect(git(home, "status", "--porcelain")).toBe("");
    const problems = shell.recto(["--home", first, "--now", "2026-11-24T18:00:00Z", "check"]);
    expect(problems).toMatchObject({ code: 0 });
    return { past: pastIn(first), files: filesIn(first) };
  });
  const [one] = merged;
  expect(one?.past.count).toBe(ids.size);
  for (const { past, files } of merged) {
    expect(one && samePast(past, one.past)).toBe(true);
    expect(Object.keys(files)).toEqual(Object.keys(one?.files ?? {}));
    for (const [name, text] of Object.entries(files)) expect(linesOf(text), name).toEqual(linesOf(one?.files[name]));
  }
  const deck = one?.files["decks/kant.md"] ?? "";
  expect(deck).toContain("1804");
  expect(deck).toContain("1783");
  expect(Object.keys(one?.files ?? {})).toContain("decks/hume.md");
}, 120_000);

/** The notes of a home that are asked or were dropped, by their ids. */
function idsOfNotes(home: string): ReadonlySet<string> {
  const texts = Object.entries(filesIn(home)).filter(([name]) => name.endsWith(".md"));
  return new Set(texts.flatMap(([, text]) => [...text.matchAll(/^<!-- ([a-z0-9]{12}) /gm)].map(([, id]) => id ?? "")));
}

test("three machines joined by a plain file sync in any order know the same, and two versions of a deck are named, not mixed", () => {
  const machines = divergedMachines();
  const shell = new Shell();
  const recto = (home: string, ...args: readonly string[]) =>
    shell.recto(["--home", home, "--now", "2026-11-24T18:00:00Z", ...args], { env: gitEnvironment });
  const source = join(machines[0] ?? "", "../kant.md");
  const events = new Set(machines.flatMap((home) => [...pastIn(home).recent].map(({ id }) => id)));
  const joined = inLong(orders, [orders[0], orders[3]])
    .flatMap((order) => (order ? [order] : []))
    .map((order, place) =>
      synced(
        order.map((machine) => machines[machine] ?? ""),
        join(shell.folder, `order${place}`),
      ),
    );
  const [one] = joined.map(pastIn);
  expect(one?.count).toBe(events.size);
  for (const home of joined) {
    expect(one && samePast(pastIn(home), one)).toBe(true);
    const { code, out } = recto(home, "check");
    expect(code).toBe(1);
    expect(out.match(/notes have the same ids as notes in decks\/kant\.md, where they are asked/g)).toHaveLength(2);
    // Generating goes on with the deck itself, whatever its copies say.
    expect(recto(home, "generate", source, "--dry-run")).toMatchObject({ out: expect.stringContaining("→ decks/kant.md\n") });
  }

  // One does by hand what check says: what only a copy has goes into the deck, then the copy goes.
  const home = joined.at(-1) ?? "";
  const before = idsOfNotes(home);
  for (const [name, text] of Object.entries(filesIn(home)).filter(([path]) => path.includes(".sync-conflict-"))) {
    const original = join(home, name.replace(/\.sync-conflict-[^.]*/, ""));
    const known = readFileSync(original, "utf8");
    const blocks = text
      .split(/\n\n(?=<!-- )/)
      .filter((block) => block.startsWith("<!-- ") && !known.includes(block.slice(5, 17)));
    if (name.endsWith(".md"))
      writeFileSync(original, [known.trimEnd(), ...blocks.map((block) => block.trimEnd())].join("\n\n").concat("\n"));
    rmSync(join(home, name));
  }
  expect(recto(home, "check")).toMatchObject({ code: 0, out: expect.stringContaining("Nothing is wrong.") });
  expect([...before].filter((id) => !idsOfNotes(home).has(id))).toEqual([]);
  expect(one && samePast(pastIn(home), one)).toBe(true);
}, 120_000);
