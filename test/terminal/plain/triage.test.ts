import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { TriageSitting } from "../../../src/app/sitting.ts";
import { type PlainTriageOptions, runPlainTriage } from "../../../src/terminal/plain/index.ts";
import { fakeTriage, memoryDeck, noteIds } from "../../support/fake-triage.ts";
import { MemoryStores } from "../../support/memory-stores.ts";

/** Runs a script of typed lines. The transcript shows where each line went: `| ` results, `! ` hints and problems. */
async function talk(script: string, sitting: TriageSitting = fakeTriage(), more: Partial<PlainTriageOptions> = {}) {
  const said: string[] = [];
  const stream = (mark: string) => ({ write: (text: string) => said.push(text.replace(/\n$/, "").replace(/^/gm, mark)) });
  const stdin = Readable.from(script === "" ? [] : [Buffer.from(script)]);
  const result = await runPlainTriage({
    stdin,
    stdout: stream("| "),
    stderr: stream("! "),
    isHeard: async () => true,
    sitting,
    ...more,
  });
  return { result, transcript: `${said.join("\n").replaceAll(/ +$/gm, "")}\n` };
}

test("a whole triage, by keys and by words", async () => {
  const stores = new MemoryStores({ memory: memoryDeck });
  const { transcript, result } = await talk("\nx\nundo\nDROP\nkeep\n", fakeTriage(stores));
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/triage.txt");
  expect(stores.saved.map((event) => (event.type === "triaged" ? event.verdict : event.type))).toEqual([
    "kept",
    "dropped",
    "undone",
    "dropped",
    "kept",
  ]);
  expect(result).toEqual({ farewell: "", unsaved: [], savingFailed: false });
});

test("moving, editing, unknown words, the list of words and keeping the rest", async () => {
  const { transcript } = await talk("next\nback\nback\nedit\nwhat\n?\nK\n");
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/triage-other-words.txt");
});

test("a verdict that is not saved is tried again, and the note is not read out twice", async () => {
  const stores = new MemoryStores({ memory: memoryDeck });
  stores.failing.log = 2;
  const { transcript, result } = await talk("x\n\nretry\nr\nq\n", fakeTriage(stores));
  await expect(transcript).toMatchFileSnapshot("../../golden/plain/triage-not-saved.txt");
  expect(result.savingFailed).toBe(false);
});

test.each(["x\nq\n", "x\n"])("leaving with a verdict that is not saved hands it over: %j", async (script) => {
  const stores = new MemoryStores({ memory: memoryDeck });
  stores.failing.log = 1;
  const { result, transcript } = await talk(script, fakeTriage(stores));
  expect(result).toMatchObject({ savingFailed: true, unsaved: [expect.stringContaining(noteIds.why)] });
  expect(transcript).not.toContain("left for another time");
});

test("an editor that changes the note keeps it as edited", async () => {
  const stores = new MemoryStores({ memory: memoryDeck });
  const { transcript } = await talk("e\n", fakeTriage(stores), {
    openEditor: async () => {
      stores.files.set("memory", memoryDeck.replace("A: Because each", "A: For each"));
    },
  });
  expect(transcript).toContain("! Kept as you changed it.");
  expect(transcript).toContain("| 1 edited.\n| 2 notes left for another time.");
});

test("nothing to triage: said at once, and nothing is read", async () => {
  const { transcript } = await talk("x\n", fakeTriage(new MemoryStores({ memory: "Q: By hand?\nA: Yes.\n" })));
  expect(transcript).toBe("| No new note waits to be triaged.\n");
});

test("the output only goes forward and never carries what a note could hide", async () => {
  const nasty = "\x1b[2J\x07\u202e";
  const stores = new MemoryStores({ memory: memoryDeck.replaceAll("memory", `memory${nasty}`) });
  const { transcript } = await talk("\nK\n", fakeTriage(stores));
  expect(transcript).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(transcript).not.toMatch(/[─━]/);
});
