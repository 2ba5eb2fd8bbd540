import {
  chmodSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Shell } from "../support/run-command.ts";

const deck = "<!-- 7hq2mzk4rtw9 facts -->\nQ: Why?\nA: Because.\n\n<!-- b8wzv3p6xk2m facts -->\nQ: How?\nA: So.\n";
const evening = ["--now", "2026-11-24T18:00:00Z"];

function studied(): Shell {
  const shell = new Shell({ "decks/memory.md": deck });
  shell.recto([...evening, "review", "--plain"], { input: "\n3\n\n3\nq\n" });
  return shell;
}

const reviews = (shell: Shell) => join(shell.home, "storage/reviews");
const files = (folder: string) => readdirSync(folder, { recursive: true, encoding: "utf8" });

test("a sitting leaves a snapshot and a backup behind it, outside the home", () => {
  const shell = studied();
  expect(files(join(shell.folder, "cache")).some((name) => name.endsWith("snapshot.json"))).toBe(true);
  expect(files(join(shell.folder, "data")).some((name) => /backups.log\.20261124T1800\d+Z\.jsonl\.gz$/.test(name))).toBe(true);
});

test("answers that are gone come back from the newest backup, and later ones stay", () => {
  const shell = studied();
  rmSync(reviews(shell), { recursive: true });
  shell.recto(["--now", "2026-11-24T18:30:00Z", "review", "--plain"], { input: "\n4\nq\n" });
  const { out, code } = shell.recto(["restore"]);
  expect(out).toContain("Brought back 2 events from TMP/data/recto/homes/");
  expect(code).toBe(0);
  expect(shell.recto(["check"]).out).toContain("3 events in the log.\nNothing is wrong.");
  expect(shell.recto(["restore"]).out).toContain("is there already.");
});

test("restore says what it wants when it is given a folder or nothing that is there", () => {
  const shell = new Shell();
  const { err, code } = shell.recto(["restore", "decks/.."]);
  expect([err, code]).toEqual([
    expect.stringMatching(/^\S+ is a folder\. Name a backup: a file log\.….jsonl\.gz, or a part of a log\.\n$/),
    3,
  ]);
  expect(shell.recto(["restore", "nothing.gz"]).err).toMatch(/^There is no file \S+nothing\.gz\. Name a backup/);
});

test("check and the first screen say that files of the log are gone, and restore brings back what a backup holds", () => {
  const shell = studied();
  const [first = ""] = readdirSync(reviews(shell));
  shell.recto(["--now", "2026-11-24T18:30:00Z", "undo"]); // later than the day's backup
  const [, second = ""] = readdirSync(reviews(shell));
  for (const name of [first, second]) rmSync(join(reviews(shell), name));
  const problem = new RegExp(
    `storage/reviews {2}3 events that recto had read are in no file of the log any more; gone: ${first}, ${second}\\. Bring back what a backup holds: recto restore\\.`,
  );
  for (let again = 0; again < 2; again += 1) {
    const { out, code } = shell.recto(["check"]);
    expect(out).toMatch(problem);
    expect(out).toMatch(
      /log\.20261124T1800\d+Z\.jsonl\.gz {2}Holds 2 events that are not in the log\. Bring them back: recto restore\n/,
    );
    expect(out).toContain("\n2 problems:");
    expect(code).toBe(1);
  }
  expect(shell.recto([]).err + shell.recto([]).out).toContain("1 problem");
  shell.recto(["restore"]);
  expect(shell.recto(["check"]).out).toMatch(/storage\/reviews {2}1 event that recto had read is in no file/);
});

test("a part of the log that was cut short, or renamed, is judged by its events", () => {
  const shell = studied();
  const [name = ""] = readdirSync(reviews(shell));
  const path = join(reviews(shell), name);
  const whole = readFileSync(path, "utf8");
  renameSync(path, join(reviews(shell), "moved.jsonl"));
  expect(shell.recto(["check"]).out).toContain("Nothing is wrong.");
  writeFileSync(join(reviews(shell), "moved.jsonl"), whole.split("\n").slice(0, 2).join("\n"));
  const { out } = shell.recto(["check"]);
  expect(out).toMatch(/storage\/reviews {2}1 event that recto had read is in no file of the log any more\. Bring back/);
  expect(out).toContain("Holds 1 event that is not in the log.");
});

test("a backup made after the loss does not hide what an older one holds", () => {
  const shell = studied();
  rmSync(reviews(shell), { recursive: true });
  shell.recto(["--now", "2026-11-25T18:00:00Z", "review", "--plain"], { input: "\n4\nq\n" });
  const { out } = shell.recto(["check"]);
  expect(out).toMatch(
    /\n(\S+log\.20261124\S+gz) {2}Holds 2 events that are not in the log\. Bring them back: recto restore \1\n/,
  );
  expect(out).toContain("1 problem:");
});

test("a damaged backup is a problem", () => {
  const shell = studied();
  const data = join(shell.folder, "data");
  const [backup = ""] = files(data).filter((name) => name.endsWith(".jsonl.gz"));
  writeFileSync(join(data, backup), readFileSync(join(data, backup)).subarray(0, 60));
  expect(shell.recto(["check"]).out).toMatch(/jsonl\.gz {2}The backup is damaged\. Make another: recto backup\./);
});

test("a backup goes where it is wanted, and a restore takes it from there", () => {
  const shell = studied();
  const { out } = shell.recto([...evening, "backup", "--to", "packed"]);
  expect(out).toContain("Packed the log (1 file, 1 kB) and the settings: TMP/home/packed/log.");
  const other = new Shell({ "decks/memory.md": deck });
  const [name = ""] = readdirSync(join(shell.home, "packed"));
  writeFileSync(join(other.home, "pack"), readFileSync(join(shell.home, "packed", name)));
  expect(JSON.parse(other.recto(["restore", "pack", "--json"]).out)).toMatchObject({ added: 2, known: 0, badLines: 0 });
});

test("without a backup, and with a file that is none, one is told what to do", () => {
  const shell = new Shell({ "decks/memory.md": deck });
  expect(shell.recto(["restore"])).toMatchObject({
    err: "There is no backup yet. Make one with recto backup, or name one.\n",
    code: 1,
  });
  expect(shell.recto(["restore", "nothing.gz"])).toMatchObject({ code: 3 });
  expect(shell.recto(["restore", "decks/memory.md"])).toMatchObject({ code: 1 });
});

test("check says what became of answers whose deck is gone, and names the newest old copy that holds their notes", () => {
  const shell = studied();
  const path = join(shell.home, "decks/memory.md");
  rmSync(path);
  expect(shell.recto(["check"]).out).toMatch(
    /\n2 cards with answers are in no deck, and asked again only when their notes are back in one\.\n {2}recto has no old copy of a deck that holds them\.\nNothing else is wrong\.\n$/,
  );
  writeFileSync(path, deck);
  shell.recto(["--now", "2026-11-24T19:00:00Z", "add", "a?", "b", "--deck", "memory"]);
  shell.recto(["--now", "2026-11-24T20:00:00Z", "add", "c?", "d", "--deck", "memory"]);
  expect(shell.recto(["check"]).out).toContain("in the log.\nNothing is wrong.\n");
  rmSync(path);
  const { out, code } = shell.recto(["check"]);
  expect(out).toMatch(
    / {2}The notes of 2 stand in an old copy: \S+\/decks\/memory\.20261124T200000\d+Z\.md\nNothing else is wrong\.\n$/,
  );
  expect(code).toBe(0);
});

test("a note that was dropped is not missed", () => {
  const shell = studied();
  writeFileSync(join(shell.home, "decks/memory.md"), "Q: Else?\nA: No.\n");
  shell.write({ "storage/dropped/memory.md": deck });
  expect(shell.recto(["check"]).out).toMatch(/Nothing is wrong\.\n$/);
});

test("undo puts a dropped note back where it stood, also in a deck that went on, and takes back all that --keep-all kept", () => {
  const note = (id: string, front: string) => `<!-- ${id} facts kind=why line=jdph7y9e -->\nQ: ${front}\nA: So.\n`;
  const [a, b, c] = [note("7hq2mzk4rtw9", "One?"), note("b8wzv3p6xk2m", "Two?"), note("k4m9q2ht7rzc", "Three?")];
  const shell = new Shell({
    "decks/kant/first.md": `# Notes\n\n${a}\n${b}\n${c}`,
    "decks/kant.md": b.replaceAll("b8wz", "c8wz"),
  });
  shell.recto(["--now", "2026-11-24T18:00:00Z", "triage", "kant/first", "--plain"], { input: "next\nx\nq\n" });
  const path = join(shell.home, "decks/kant/first.md");
  const dropped = /Q: (One|Two|Three)/.exec(readFileSync(join(shell.home, "storage/dropped/kant/first.md"), "utf8"))?.[1] ?? "";
  writeFileSync(path, `${readFileSync(path, "utf8")}\nQ: Four?\nA: So.\n`);
  const undone = shell.recto(["--now", "2026-11-24T19:00:00Z", "undo"]);
  expect(undone.out).toContain(`Undone: dropping “${dropped}?”`);
  expect([...readFileSync(path, "utf8").matchAll(/^Q: (\w+)/gm)].map(([, front]) => front)).toEqual([
    "One",
    "Two",
    "Three",
    "Four",
  ]);
  expect(shell.recto(["--now", "2026-11-24T20:00:00Z", "triage", "--keep-all"]).out).toBe(
    "Kept 4. recto undo takes them back.\n",
  );
  expect(shell.recto(["--now", "2026-11-24T21:00:00Z", "undo"]).out).toBe("Undone: keeping 4 notes.\n");
  expect(JSON.parse(shell.recto(["triage", "--json"]).out).notes).toHaveLength(4);
  expect(shell.recto(["undo"])).toMatchObject({ err: "There is nothing to undo.\n", code: 1 });
});

test("check names rights, leftovers and strange names, and --fix repairs what it can after a backup", () => {
  const shell = studied();
  const [part = ""] = readdirSync(reviews(shell));
  chmodSync(join(reviews(shell), part), 0o666);
  shell.write({
    "storage/reviews/answers (copy).json": "",
    "storage/settings (copy).json": "{}",
    "decks/.memory.md.4194305.0123456789ab.tmp": "",
    ".git/HEAD": "ref: refs/heads/main\n",
    ".gitattributes": "*.png binary",
  });
  const longAgo = new Date("2026-11-20T18:00:00Z");
  utimesSync(join(shell.home, "decks/.memory.md.4194305.0123456789ab.tmp"), longAgo, longAgo);
  const { out, code } = shell.recto(["check"]);
  expect(code).toBe(1);
  expect(out).toContain("5 problems:");
  expect(out).toContain("storage/settings (copy).json  Is not read, because recto has nothing of that name.");
  expect(out).toContain(`storage/reviews/${part}  Everybody on this machine can change it.`);
  expect(out).toContain("storage/reviews/answers (copy).json  Is not read, because its name does not end in .jsonl.");
  expect(out).toContain("decks/.memory.md.4194305.0123456789ab.tmp  A run of recto that was killed left this behind.");
  expect(out).toContain(".gitattributes  Without some lines git may change answers or stop at conflicts.");
  const fixed = shell.recto(["--now", "2026-11-25T18:00:00Z", "check", "--fix"]);
  expect(fixed.out).toContain(
    `Took away everybody's right to change storage/reviews/${part}.\nRemoved decks/.memory.md.4194305.0123456789ab.tmp, which a killed run left behind.\nAdded what git needs`,
  );
  expect(fixed.out).toContain("2 problems:");
  expect(statSync(join(reviews(shell), part)).mode & 0o777).toBe(0o664);
  expect(readFileSync(join(shell.home, ".gitattributes"), "utf8")).toBe(
    "*.png binary\nstorage/reviews/*.jsonl -text\nstorage/read/** merge=union\nstorage/dropped/** merge=union\n",
  );
  expect(files(join(shell.folder, "data")).some((name) => name.includes("log.20261125"))).toBe(true);
});

test("check names settings that do nothing; no other command does", () => {
  const shell = studied();
  shell.write({ "storage/settings.json": '{"schemaVersion":1,"timeZone":"UTC","newPerDays":5}\n' });
  const { out, code } = shell.recto(["check"]);
  expect(out).toContain(
    'storage/settings.json  "newPerDays" is no setting that this recto knows, so it does nothing. Did you mean newPerDay?',
  );
  expect(code).toBe(1);
  expect(shell.recto(["due"]).err).toBe("");
});

test("check looks into what is kept beside decks: dropped notes and read lines that cannot be used are named", () => {
  const shell = studied();
  const merging = "<<<<<<< HEAD\n<!-- k4m9q2ht7rzc facts -->\nQ: a\nA: b\n=======\n>>>>>>> desktop\n";
  shell.write({
    "decks/latin.md": "Q: a\nA: b\n",
    "decks/closed.md": "Q: c\nA: d\n",
    "storage/dropped/memory.md": merging,
    "storage/dropped/latin.md": Buffer.from("Q: caf\xe9\nA: b\n", "latin1"),
    "storage/dropped/closed.md/x": "",
    "storage/read/memory.txt": "jdph7y9e\n<<<<<<< HEAD\n",
  });
  symlinkSync(join(shell.home, "decks/memory.md"), join(shell.home, "storage/dropped/linked.md"));
  const { out, err, code } = shell.recto(["check"]);
  expect({ err, code }).toEqual({ err: "", code: 1 });
  expect(out).toContain("storage/dropped/memory.md:1  Two versions of this file were merged");
  expect(out).toMatch(
    /storage\/dropped\/latin\.md {2}storage\/dropped\/latin\.md is not UTF-8 text, so .* Save it as UTF-8 in your editor/,
  );
  expect(out).toContain('storage/read/memory.txt  "<<<<<<< HEAD" is no line that recto writes there. Delete it.');
});

test("dropped notes that may not be read are a problem like others, and nothing is generated past them", (context) => {
  if (process.getuid?.() !== 0) return context.skip("only root can run recto as another user");
  const shell = studied();
  shell.write({ "storage/dropped/memory.md": "Q: a\nA: b\n" });
  chmodSync(join(shell.home, "storage/dropped/memory.md"), 0);
  chmodSync(shell.folder, 0o755);
  const as = { user: 12_345, cwd: "/" };
  const { out, code } = shell.recto(["--home", shell.home, "check"], as);
  expect(out).toMatch(/storage\/dropped\/memory\.md {2}Could not read .*\(EACCES\), so nothing .* Make it readable/);
  expect(code).toBe(1);
});

test("folders of the platform that belong to somebody else cost no answer and are named", (context) => {
  if (process.getuid?.() !== 0) return context.skip("only root can run recto as another user");
  const shell = studied();
  const stranger = 12_345;
  for (const path of [".", ...files(shell.home)]) chownSync(join(shell.home, path), stranger, stranger);
  chmodSync(shell.folder, 0o755);
  const { out, err, code } = shell.recto([...evening, "review", "--plain"], { user: stranger, input: "\n3\nundo\n\n4\n" });
  expect(`${out}${err}`).not.toMatch(/mistake in the program/);
  expect(err).toMatch(/Today's backup was not made: Could not read .*backups \(EACCES\)\. Make it readable/);
  expect(code).toBe(0);
});

describe("temporary files that a killed run left behind", () => {
  /** No process has it: it is beyond what systems give. */
  const gone = 2 ** 22 + 1;
  const deep = (pid: number) => `decks/kant/first/.memory.md.${pid}.0123456789ab.tmp`;
  const old = new Date("2026-11-24T12:00:00Z");

  function withLeftovers(names: readonly string[], at = old): Shell {
    const shell = studied();
    for (const name of names) {
      shell.write({ [name]: "half" });
      utimesSync(join(shell.home, name), at, at);
    }
    return shell;
  }

  test("are named wherever they lie, and --fix removes them", () => {
    const names = [deep(gone), `storage/dropped/kant/.a.md.${gone}.0123456789ab.tmp`, `..gitattributes.${gone}.0123456789ab.tmp`];
    const shell = withLeftovers(names);
    const { out } = shell.recto([...evening, "check"]);
    for (const name of names) expect(out).toContain(`${name}  A run of recto that was killed left this behind.`);
    expect(out).toContain("(or recto check --fix)");
    const fixed = shell.recto([...evening, "check", "--fix"]);
    for (const name of names) {
      expect(fixed.out).toContain(`Removed ${name}, which a killed run left behind.`);
      expect(existsSync(join(shell.home, name))).toBe(false);
    }
    expect(fixed.out).toContain("Nothing is wrong.");
  });

  test("stay while their process runs, or might run on another machine", () => {
    const running = deep(process.pid);
    const young = `decks/.b.md.${gone}.0123456789ab.tmp`;
    const shell = withLeftovers([running]);
    shell.write({ [young]: "half" });
    utimesSync(join(shell.home, young), new Date("2026-11-24T17:30:00Z"), new Date("2026-11-24T17:30:00Z"));
    const { out } = shell.recto([...evening, "check", "--fix"]);
    expect(out).toContain("There was nothing to repair.");
    expect(out).toContain(`${young}  A run of recto that was killed left this behind.`);
    for (const name of [running, young]) expect(existsSync(join(shell.home, name))).toBe(true);
  });

  test("are told from files of other programs", () => {
    const names = [
      "decks/kant/.first.md.swp",
      "decks/.a.md.tmp",
      "decks/a.md.123.0123456789ab.tmp",
      "decks/.git/.x.1.0123456789ab.tmp",
    ];
    const shell = withLeftovers(names);
    expect(shell.recto([...evening, "check", "--fix"]).out).toContain("Nothing is wrong.");
    for (const name of names) expect(existsSync(join(shell.home, name))).toBe(true);
  });
});

test("check says when the snapshot does not agree with the log, and makes it anew", () => {
  const shell = studied();
  const cache = join(shell.folder, "cache");
  const snapshot = join(cache, files(cache).find((name) => name.endsWith("snapshot.json")) ?? "");
  const [, ...lines] = readFileSync(snapshot, "utf8").split("\n");
  const rest = lines.join("\n").replace('["reps",{"as":"Uint8","bytes":"AQE="}]', '["reps",{"as":"Uint8","bytes":"AQk="}]');
  const { crc32 } = process.getBuiltinModule("node:zlib");
  writeFileSync(snapshot, `${crc32(rest).toString(16).padStart(8, "0")}\n${rest}`);
  expect(shell.recto(["check"]).out).toContain("snapshot.json  What recto kept of the log did not agree with the log.");
  expect(shell.recto(["check"]).out).toContain("Nothing is wrong.");
});
