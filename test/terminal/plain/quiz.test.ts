import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { QuizSitting } from "../../../src/app/sitting.ts";
import { runPlainQuiz } from "../../../src/terminal/plain/index.ts";
import { fakeQuiz, kantDeck, kantStores } from "../../support/fake-quiz.ts";
import { MemoryStores } from "../../support/memory-stores.ts";

/** Runs a script of typed lines. The transcript shows where each line went: `| ` results, `! ` hints and problems. */
async function talk(script: string, sitting: QuizSitting = fakeQuiz()) {
  const said: string[] = [];
  const stream = (mark: string) => ({ write: (text: string) => said.push(text.replace(/\n$/, "").replace(/^/gm, mark)) });
  const stdin = Readable.from(script === "" ? [] : [Buffer.from(script)]);
  const result = await runPlainQuiz({ stdin, stdout: stream("| "), stderr: stream("! "), isHeard: async () => true, sitting });
  return { result, transcript: `${said.join("\n").replaceAll(/ +$/gm, "")}\n` };
}

test("a whole quiz: chosen, typed, said aloud, a second round, and the misses counted", async () => {
  const stores = kantStores();
  const script = [
    ...["1", ""], // chosen by its number
    ...["synthetic a posteriori", "y", ""],
    ...["david hume", ""], // chosen by its words
    ...["", "3", ""],
    ...["2", "", "1", ""],
    ...["m", "2", "", "2", ""],
    ...["count", "undo", "count", ""],
  ];
  const { transcript, result } = await talk(`${script.join("\n")}\n`, fakeQuiz(stores));
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/quiz.txt");
  expect(result).toEqual({ farewell: "", unsaved: [], savingFailed: false });
});

test("where an answer is typed, a word needs a slash: u, q and ? are answers", async () => {
  const sitting = fakeQuiz(kantStores(), { mode: "typed", cards: 2 });
  const { transcript } = await talk("/what\n/keys\nq\nwhat\nr\ngottfried leibnitz\n\n/stop\n", sitting);
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/quiz-other-words.txt");
});

test("the end of the input is the end of the quiz, with its score; without a mark it says so", async () => {
  expect((await talk("1\n")).transcript).toMatch(/Quiz done: Kant, Critique I\. Known 0 of 1, 0 percent\./);
  expect((await talk("")).transcript).toContain("| No card was marked.");
  expect((await talk("", fakeQuiz(new MemoryStores({})))).transcript).toBe("| There is no card to ask.\n");
});

test("a mark that is not saved is tried again, or handed over", async () => {
  const stores = kantStores();
  stores.failing.log = 2;
  const again = await talk("1\nr\nr\n/stop\n", fakeQuiz(stores));
  expect(again.transcript.match(/Not saved/g)).toHaveLength(2);
  expect(again.result.savingFailed).toBe(false);
  const full = kantStores();
  full.failing.log = 9;
  expect((await talk("1\n", fakeQuiz(full))).result).toMatchObject({ savingFailed: true, unsaved: [expect.any(String)] });
});

test("the output only goes forward and never carries what a note could hide", async () => {
  const stores = new MemoryStores({ kant: kantDeck.replaceAll("Kant", "Kant\x1b[2J\x07\u202e") });
  const { transcript } = await talk("1\n\nx\n\n\n1\n", fakeQuiz(stores));
  expect(transcript).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(transcript).not.toMatch(/[─━]/);
});
