import { PassThrough, Readable } from "node:stream";
import { expect, test } from "vitest";
import { type PlainReviewOptions, runPlainReview } from "../../../src/terminal/plain/index.ts";
import { type FakeSitting, fakeCard, fakeClock, fakeSitting } from "../../support/fake-sitting.ts";

/** Runs a script of typed lines. The transcript shows where each line went: `| ` results, `! ` hints and problems. */
async function talk(script: string | Readable, sitting: FakeSitting = fakeSitting(), more: Partial<PlainReviewOptions> = {}) {
  const clock = fakeClock();
  const said: { readonly to: "stdout" | "stderr"; readonly text: string }[] = [];
  const stream = (to: "stdout" | "stderr") => ({ write: (text: string) => said.push({ to, text }) });
  const result = await runPlainReview({
    stdin: typeof script === "string" ? Readable.from(script === "" ? [] : [Buffer.from(script)]) : script,
    stdout: stream("stdout"),
    stderr: stream("stderr"),
    isHeard: async () => true,
    sitting,
    now: clock.now,
    ...more,
  });
  const of = (to: "stdout" | "stderr") => said.flatMap((each) => (each.to === to ? [each.text] : [])).join("");
  const marked = ({ to, text }: (typeof said)[number]) => text.replace(/\n$/, "").replace(/^/gm, to === "stdout" ? "| " : "! ");
  const transcript = said.map(marked).join("\n").replaceAll(/ +$/gm, "");
  return { result, stdout: of("stdout"), stderr: of("stderr"), transcript: `${transcript}\n` };
}

test("a whole sitting, by keys and by words", async () => {
  const sitting = fakeSitting();
  const { transcript, result } = await talk("\n3\nshow\nagain\n\n\n", sitting);
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/sitting.txt");
  expect(sitting.ratings).toEqual(["good", "again", "good"]);
  expect(result).toEqual({ farewell: "", unsaved: [], savingFailed: false });
});

test("undo, bury, an unknown word, a rating too early and the list of words", async () => {
  const { transcript } = await talk("good\nwhat\n-\nundo\nUNDO\n?\n\n?\nstop\n");
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/other-words.txt");
});

test("an answer that is not saved is tried again", async () => {
  const sitting = fakeSitting();
  sitting.failNext(2);
  const { transcript, result } = await talk("\n3\n\nretry\nr\nq\n", sitting);
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/not-saved.txt");
  expect(sitting.ratings).toEqual(["good"]);
  expect(result.savingFailed).toBe(false);
});

test.each(["\n3\nstop\n", "\n3\n"])("leaving with an answer that is not saved hands it over: %j", async (script) => {
  const sitting = fakeSitting();
  sitting.failNext(1);
  const { result, stdout } = await talk(script, sitting);
  expect(result).toEqual({ farewell: "", unsaved: ['{"type":"reviewed","rating":"good"}'], savingFailed: true });
  expect(stdout).not.toContain("Done");
});

test("the end of the input ends the sitting with its summary", async () => {
  const sitting = fakeSitting();
  const { stdout, result } = await talk("\n3", sitting);
  expect(sitting.ratings).toEqual(["good"]);
  expect(stdout).toMatch(/Done, Memory and attention: 1 card in 0 seconds\.\nRemembered 1 of 1, 100 percent\./);
  expect(result.savingFailed).toBe(false);
  expect((await talk("")).stdout).toContain("No card was answered.");
});

test("lines may arrive in pieces, end with carriage returns, and hold several bytes a character", async () => {
  const sitting = fakeSitting();
  const bytes = Buffer.from("\r\n3\r\né\n\n2\n");
  await talk(Readable.from(Array.from(bytes, (byte) => Buffer.from([byte]))), sitting);
  expect(sitting.ratings).toEqual(["good", "hard"]);
});

test("nothing due: the summary at once, and no question", async () => {
  const { transcript } = await talk("\n", fakeSitting({ cards: [] }));
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/nothing-due.txt");
});

test("cards that came back are told from their answers", async () => {
  const { stdout } = await talk("stop\n", fakeSitting({ summary: { answers: 45, cards: 20, elapsedMs: 46_000 } }));
  expect(stdout).toContain("20 cards, 45 answers in 46 seconds.");
});

test("a sitting of new cards alone says nothing of remembering; one with some counts those", async () => {
  const newOnes = await talk("stop\n", fakeSitting({ summary: { answers: 3, recalls: 0, recalled: 0 } }));
  expect(newOnes.stdout).not.toContain("Remembered");
  expect(newOnes.stdout).toMatch(/\nAgain 0, Hard 0, Good 0, Easy 0\.\n/);
  const mixed = await talk("stop\n", fakeSitting({ summary: { answers: 9, recalls: 4, recalled: 3 } }));
  expect(mixed.stdout).toContain("Remembered 3 of 4, 75 percent. Again 0,");
});

test("a summary with everything in it", async () => {
  const summary = {
    answers: 34,
    counts: { again: 5, hard: 4, good: 22, easy: 3 },
    elapsedMs: 820_000,
    hardest: [{ front: "nonsense syllables", agains: 3 }],
    comingBack: 5,
    nextAt: "2026-11-23T17:15:00.000Z",
    heldBack: 1,
  };
  const { stdout } = await talk("stop\n", fakeSitting({ summary }));
  await expect(stdout).toMatchFileSnapshot("../../golden/plain/summary.txt");
});

test("editing gives the input away while the editor is open, and reads the deck again", async () => {
  const stdin = new PassThrough();
  const sitting = fakeSitting();
  const paused: boolean[] = [];
  stdin.write("e\n");
  const { stderr } = await talk(stdin, sitting, {
    openEditor: async () => {
      paused.push(stdin.isPaused());
      stdin.end("\n3\nq\n");
    },
  });
  expect(paused).toEqual([true]);
  expect(sitting.reloaded).toBe(1);
  expect(sitting.ratings).toEqual(["good"]);
  expect(stderr).not.toContain("not known");
});

test("without a terminal editing says where the card is", async () => {
  const { stderr } = await talk("edit\n");
  expect(stderr).toContain("Editing needs a terminal.");
});

test("an editor that does not open is a problem, not the end", async () => {
  const { stderr, stdout } = await talk("e\n", fakeSitting(), { openEditor: () => Promise.reject(new Error("no vi")) });
  expect(stderr).toContain("The editor did not open: no vi");
  expect(stdout).toContain("No card was answered.");
});

test("the output only goes forward and never carries what a card could hide", async () => {
  const nasty = "\x1b[2J\x07\u202e";
  const card = fakeCard(`front${nasty}`, `answer${nasty}`, { deckTitle: nasty, file: nasty, context: nasty, at: nasty });
  const { stdout, stderr } = await talk("\n3\n", fakeSitting({ cards: [card] }));
  expect(stdout + stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(stdout).not.toMatch(/[─━]/);
});
