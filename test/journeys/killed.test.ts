import { expect, test } from "vitest";
import { answerCard, isAnswered, isAsking, practiceHome, practiceNoteId, questionOn } from "../support/practice-home.ts";

test("kill -9 costs no answer whose next card was shown, and no answered card is asked again", async () => {
  const home = practiceHome(20);
  const acknowledged: number[] = [];
  for (let round = 1; round <= 4; round += 1) {
    await using terminal = home.open(["review"]);
    for (let count = 1; count <= 3; count += 1) acknowledged.push(await answerCard(terminal, "4"));
    terminal.process.kill("SIGKILL");
    await terminal.exit();
  }
  expect(new Set(acknowledged).size).toBe(12);
  expect(home.log().problems).toEqual([]);
  expect(home.reviews().map(({ cardId }) => cardId)).toEqual(acknowledged.map((number) => `${practiceNoteId(number)}.qa`));

  await using terminal = home.open(["review"]);
  const left: number[] = [];
  for (let count = 1; count <= 8; count += 1) left.push(await answerCard(terminal, "4"));
  await terminal.until(/Done: Practice/);
  expect(left.filter((number) => acknowledged.includes(number))).toEqual([]);
});

test("kill -9 while an answer is being written leaves a log that the next run reads whole", async () => {
  const home = practiceHome(20);
  for (let round = 1; round <= 4; round += 1) {
    await using terminal = home.open(["review"]);
    const shown = await answerCard(terminal, "4");
    const before = home.reviews();
    expect(before.at(-1)?.cardId).toBe(`${practiceNoteId(shown)}.qa`);
    terminal.send(" ");
    await terminal.until(isAnswered);
    terminal.send("4");
    terminal.process.kill("SIGKILL");
    await terminal.exit();
    expect(home.reviews().slice(0, before.length)).toEqual(before);
    expect(home.reviews().length).toBeLessThanOrEqual(before.length + 1);
    expect(home.log().problems).toEqual([]);
  }
});

test("after kill -9 a forgotten card comes back as a learning step only", async () => {
  const home = practiceHome(12);
  let forgotten = 0;
  {
    await using terminal = home.open(["review"]);
    forgotten = await answerCard(terminal, "1");
    terminal.process.kill("SIGKILL");
    await terminal.exit();
  }
  const inTwoMinutes = new Date(Date.now() + 120_000).toISOString();
  await using terminal = home.open(["--now", inTwoMinutes, "review"]);
  const screen = await terminal.until(isAsking);
  expect(questionOn(screen)).toBe(forgotten);
  terminal.send(" ");
  await terminal.until(/seen once/);
});
