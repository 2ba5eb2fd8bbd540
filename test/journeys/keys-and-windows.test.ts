import { describe, expect, test } from "vitest";
import { answerCard, isAnswered, isAsking, numbered, practiceHome, questionOn } from "../support/practice-home.ts";

const sizes = [
  { columns: 58, rows: 14 },
  { columns: 30, rows: 8 },
  { columns: 80, rows: 24 },
] as const;

test("a window may shrink and grow while a card is in sight", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"], { columns: 120, rows: 40 });
  terminal.send(" ");
  const question = questionOn(await terminal.until(isAnswered));
  for (const { columns, rows } of sizes) {
    if (columns === 80) {
      terminal.resize(29, 7);
      await terminal.until(/too small/);
    }
    terminal.resize(columns, rows);
    const screen = await terminal.until(
      (shown) =>
        isAnswered(shown) && shown.includes(`Answer ${numbered(question)}`) && /q stop/.test(terminal.lines()[rows - 1] ?? ""),
    );
    expect(questionOn(screen)).toBe(question);
    expect(screen.match(/What is fact/g)).toHaveLength(1);
    expect(screen.match(/Practice/g)).toHaveLength(1);
    expect(terminal.lines()[0]).toMatch(/^Practice/);
  }
  expect(home.reviews()).toEqual([]);
  terminal.send("3");
  await terminal.until(isAsking);
  expect(home.reviews()).toHaveLength(1);
});

test.each([
  { columns: 1, rows: 1 },
  { columns: 29, rows: 24 },
  { columns: 80, rows: 7 },
])("a window of $columns columns and $rows rows waits until it is large enough", async ({ columns, rows }) => {
  const home = practiceHome();
  await using terminal = home.open(["review"], { columns, rows });
  await terminal.until(() => terminal.bytes.includes("\x1b[?2004h"));
  terminal.resize(80, 24);
  await terminal.until(isAsking);
  await answerCard(terminal, "4");
  expect(home.reviews()).toMatchObject([{ rating: "easy" }]);
});

describe("keys that arrive in one bunch are taken one by one", () => {
  test.each([
    { keys: " 3 3 3", ratings: ["good", "good", "good"] },
    { keys: " 1\r2\r\r", ratings: ["again", "hard", "good"] },
    { keys: " 4\x1b[A\x1b[B 4 4u", ratings: ["easy", "easy", "easy"], undone: 1 },
  ])("$keys", async ({ keys, ratings, undone = 0 }) => {
    const home = practiceHome();
    await using terminal = home.open(["review"]);
    const first = questionOn(await terminal.until(isAsking));
    terminal.send(keys);
    await terminal.until((screen) => isAsking(screen) && questionOn(screen) === first + ratings.length - undone);
    expect(home.reviews().map(({ rating }) => rating)).toEqual(ratings);
    expect(home.log().events.filter(({ type }) => type === "undone")).toHaveLength(undone);
  });
});

test("a paste answers nothing", async () => {
  const home = practiceHome();
  await using terminal = home.open(["review"]);
  const question = questionOn(await terminal.until(isAsking));
  await terminal.until(() => terminal.bytes.includes("\x1b[?2004h"));
  terminal.send("\x1b[200~ 1 2\r3\r4qx\x1b[201~");
  terminal.send("?");
  await terminal.until(/Keys/);
  terminal.send("?");
  expect(questionOn(await terminal.until(isAsking))).toBe(question);
  expect(home.log().events).toEqual([]);
});

describe("what the environment says does not keep the screen from being drawn", () => {
  test.each([
    { CI: "" },
    { CI: "true" },
    { CONTINUOUS_INTEGRATION: "" },
    { CONTINUOUS_INTEGRATION: "1" },
    { NODE_ENV: "test" },
    { FORCE_COLOR: "1", NO_COLOR: "1" },
  ])("%o", async (env) => {
    const home = practiceHome();
    await using terminal = home.open(["review"], { env: env as Readonly<Record<string, string>> });
    await answerCard(terminal, "4");
    terminal.send("q");
    await terminal.until(/Done: Practice/);
    terminal.send("q");
    expect(await terminal.exit()).toMatchObject({ exitCode: 0 });
    expect(terminal.screen()).toMatch(/1 card in/);
    expect(terminal.screen()).not.toMatch(/Warning|warning/);
    expect(home.reviews()).toHaveLength(1);
  });
});

const colours = new RegExp(`${"\x1b"}\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]`);

test("NO_COLOR takes every colour away and leaves the rest", async () => {
  const bytes: string[] = [];
  for (const env of [{}, { NO_COLOR: "1" }]) {
    await using terminal = practiceHome().open(["review"], { env });
    await answerCard(terminal, "4");
    terminal.send(" ");
    await terminal.until(isAnswered);
    bytes.push(terminal.bytes);
  }
  expect(bytes[0]).toMatch(colours);
  expect(bytes[1]).not.toMatch(colours);
});

test("a dumb terminal gets plain lines", async () => {
  const home = practiceHome();
  await using terminal = home.shell("TERM=dumb $RECTO review; echo EXIT=$?");
  await terminal.until(/Card 1 of 14, Practice/);
  terminal.send("\r");
  await terminal.until(/1 Again in 1 minute/);
  terminal.send("easy\r");
  await terminal.until(/Card 2 of 14/);
  terminal.send("stop\r");
  await terminal.until(/EXIT=0/);
  expect(terminal.bytes).not.toContain("\x1b");
  expect(home.reviews()).toMatchObject([{ rating: "easy" }]);
});
