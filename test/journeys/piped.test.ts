import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { answerCard, isAnswered, practiceHome } from "../support/practice-home.ts";

describe("through a pipe", () => {
  test("a script answers cards line by line", () => {
    const home = practiceHome();
    const { stdout, stderr, exitCode } = home.run(["review", "--plain"], { input: "\n3\n\nagain\nshow\n\n" });
    expect(exitCode).toBe(0);
    expect(home.reviews().map(({ rating }) => rating)).toEqual(["good", "again", "good"]);
    expect(stdout).toMatch(/^Card 1 of 14, Practice\n\nWhat is fact 01\?\n/);
    expect(stdout).toContain("\nAgain 1, Hard 0, Good 2, Easy 0.");
    expect(stdout).not.toContain("Remembered"); // every card was new
    expect(stderr).toContain("1 Again in 1 minute");
    expect(stdout + stderr).not.toContain("\x1b");
  });

  test("undo, bury, suspend, drop and unknown words work in a script", () => {
    const home = practiceHome();
    const { stderr, exitCode } = home.run(["review"], { input: "\n4\nundo\n\n2\nbury\nsuspend\ndrop\nwhat\n?\nstop\n" });
    expect(exitCode).toBe(0);
    expect(home.log().events.map(({ type }) => type)).toEqual([
      "reviewed",
      "undone",
      "reviewed",
      "buried",
      "suspended",
      "triaged",
    ]);
    expect(stderr).toContain('"what" is not known here.');
    expect(home.deck().match(/^Q:/gm)).toHaveLength(13);
  });

  test("the end of the input ends the sitting, also in the middle of a line", () => {
    const home = practiceHome();
    expect(home.run(["review"], { input: "\n3\n\n4" })).toMatchObject({ exitCode: 0 });
    expect(home.reviews().map(({ rating }) => rating)).toEqual(["good", "easy"]);
    expect(home.run(["review"], { input: "" })).toMatchObject({ exitCode: 0 });
  });

  test("lines that end as on Windows are the same lines", () => {
    const home = practiceHome();
    expect(home.run(["review"], { input: "\r\n1\r\n\r\nhard\r\n" })).toMatchObject({ exitCode: 0 });
    expect(home.reviews().map(({ rating }) => rating)).toEqual(["again", "hard"]);
  });

  test.each(["recto", "recto due", "recto due --json", "recto --help", "recto generate --help"])(
    "%s prints the same to a pipe and exits 0",
    (command) => {
      const [, ...args] = command.split(" ");
      const { stdout, stderr, exitCode } = practiceHome().run(args);
      expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
      expect(stdout).not.toBe("");
    },
  );

  test("recto without a terminal prints today's work", () => {
    const { stdout } = practiceHome().run([]);
    expect(stdout).toBe("Practice     0 due    14 new     14 cards\n0 due, 14 new. Start with: recto review\n");
  });
});

describe("a reader that closes its pipe early is no error", () => {
  const script = String.raw`printf '\n3\n\n3\n\n3\n'`;
  test.each([
    { command: `${script} | $RECTO review | head -1`, prints: /Card 1 of 14/ },
    { command: `${script} | $RECTO review 2>&1 | head -1`, prints: /Card 1 of 14/ },
    { command: `${script} | $RECTO review 2>&1 >/dev/null | head -1`, prints: /Enter: / },
    { command: "$RECTO due | head -1", prints: /Practice/ },
    { command: "$RECTO --help | head -1", prints: /./ },
    { command: "$RECTO due --json | head -c 1", prints: /\{/ },
    { command: `${script} | $RECTO review | true`, prints: /CODES/ },
  ])("$command", async ({ command, prints }) => {
    const home = practiceHome();
    await using terminal = home.shell(`${command}; echo CODES="\${PIPESTATUS[*]}"`, { columns: 200 });
    await terminal.exit();
    const screen = terminal.screen();
    expect(screen).toMatch(prints);
    expect(screen).toMatch(/CODES=[0 ]+\n/);
    expect(screen).not.toMatch(/EPIPE|at \w+ \(|Node\.js v/);
  });

  test("where only the hints go unread, every answer counts", async () => {
    const home = practiceHome();
    await using terminal = home.shell(`${script} | $RECTO review 2>&1 >/dev/null | head -1`);
    await terminal.exit();
    expect(home.reviews()).toHaveLength(3);
  });

  /** Lines that are typed once the reader has gone. */
  const afterwards = (typed: string) => `{ until [ -e "$RECTO_HOME/gone" ]; do sleep 0.02; done; printf '${typed}'; }`;
  const readerOf = (pattern: string) => `{ sed '/${pattern}/q'; exec <&-; touch "$RECTO_HOME/gone"; }`;

  test("nobody is asked on: a review ends with the reader, and what was answered before stays", async () => {
    const home = practiceHome();
    const typed = String.raw`\n3\n\n3\n\n3\n`;
    await using terminal = home.shell(
      `{ printf '\\n3\\n'; ${afterwards(typed)}; } | $RECTO review | ${readerOf("Card 2")}; echo CODES="\${PIPESTATUS[*]}"`,
    );
    await terminal.exit();
    expect(terminal.screen()).toMatch(/CODES=[0 ]+\n/);
    expect(home.reviews().map(({ rating }) => rating)).toEqual(["good"]);
  });

  test("no note is judged unseen: a triage ends with the note that was read last", async () => {
    const home = practiceHome();
    writeFileSync(
      join(home.root, "decks/practice.md"),
      home.deck().replaceAll(" facts -->", " facts kind=why line=jdph7y9e -->"),
    );
    await using terminal = home.shell(
      `${afterwards(String.raw`x\nx\nx\nx\n`)} | $RECTO triage --plain | ${readerOf("Note 1")}; echo CODES="\${PIPESTATUS[*]}"`,
    );
    await terminal.exit();
    expect(terminal.screen()).toMatch(/CODES=[0 ]+\n/);
    expect(home.log().events.map(({ type }) => type)).toEqual(["triaged"]);
    expect(home.deck().match(/^Q:/gm)).toHaveLength(13);
  });
});

test("output that finds no room ends with 3 and one line", async (context) => {
  if (!existsSync("/dev/full")) return context.skip("this system has no /dev/full");
  const home = practiceHome();
  await using terminal = home.shell("for c in due 'due --json' review; do $RECTO $c < /dev/null > /dev/full; echo CODE=$?; done");
  await terminal.exit();
  expect(
    terminal.screen().match(/The output could not be written \(ENOSPC\)\. Free some space, or send it elsewhere\.\s+CODE=3/g),
  ).toHaveLength(3);
  expect(terminal.screen()).not.toMatch(/Node\.js v|mistake/);
});

test("a screen whose input comes from a file falls back to plain lines", async () => {
  const home = practiceHome();
  await using terminal = home.shell("$RECTO review < /dev/null; echo EXIT=$?");
  await terminal.until(/EXIT=0/);
  expect(terminal.bytes).not.toContain("\x1b[?1049h");
});

test("--plain in a terminal takes lines", async () => {
  const home = practiceHome();
  await using terminal = home.shell("$RECTO review --plain; echo EXIT=$?");
  await terminal.until(/Card 1 of 14/);
  terminal.send("\rgood\rstop\r");
  await terminal.until(/EXIT=0/);
  expect(terminal.bytes).not.toContain("\x1b[?1049h");
  expect(home.reviews()).toMatchObject([{ rating: "good" }]);
});

test("output that goes to a file while keys come from a terminal falls back to plain lines", async () => {
  const home = practiceHome();
  await using terminal = home.shell('$RECTO review > "$RECTO_HOME/out"; echo EXIT=$?');
  await terminal.until(/Enter: /);
  terminal.send("\r3\rstop\r");
  await terminal.until(/EXIT=0/);
  expect(home.reviews()).toHaveLength(1);
});

test("what is on the screen is on the disk before a second recto looks", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  await answerCard(terminal, "4");
  terminal.send(" ");
  await terminal.until(isAnswered);
  expect(home.run(["due", "--short"]).stdout).toBe("13\n");
  const { stdout } = home.run(["review"], { input: "\n4\n" });
  expect(stdout).toMatch(/^Card 1 of 13/);
  terminal.send("4");
  await terminal.until(/space show/);
  expect(home.log().problems).toEqual([]);
});
