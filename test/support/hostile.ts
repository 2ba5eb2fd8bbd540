import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect } from "vitest";
import type { Note } from "../../src/notes/note.ts";
import { processorMs } from "./processor-time.ts";
import { projectRoot } from "./pty.ts";

type Part = string | { readonly repeat: string; readonly times: number };

export interface Hostile {
  readonly id: string;
  readonly class: string;
  readonly also?: string;
  readonly unchanged?: boolean;
  readonly input?: string;
  readonly parts?: readonly Part[];
  readonly base64?: string;
  /** Words for a package or link that a test builds; no text. */
  readonly build?: string;
}

export const entries: readonly Hostile[] = JSON.parse(readFileSync(resolve(projectRoot, "test/fixtures/hostile.json"), "utf8"));
export const texts = entries.flatMap((entry) => {
  const text = textOf(entry);
  return text === undefined ? [] : [[entry.id, text] as const];
});

export function textOf({ input, parts, base64 }: Hostile): string | undefined {
  if (base64 !== undefined) return Buffer.from(base64, "base64").toString("latin1");
  return input ?? parts?.map((part) => (typeof part === "string" ? part : part.repeat.repeat(part.times))).join("");
}

export function oneClass(name: string): (readonly [id: string, text: string])[] {
  const ids = new Set(entries.filter((entry) => entry.class === name).map(({ id }) => id));
  return texts.filter(([id]) => ids.has(id));
}

const longestMs = 100;

/** At most 100 ms of the processor for each copy of the text, the quickest of three times: what else runs shall not count. */
export function quickly<T>(act: () => T, copies = 1): T {
  let result: T | undefined;
  const once = () => processorMs(() => (result = act()));
  let ms = once();
  for (let more = 0; more < 2 && ms > longestMs * copies; more += 1) ms = Math.min(ms, once());
  expect(ms).toBeLessThan(longestMs * copies);
  return result as T;
}

/** What may never reach a terminal, written without a look at `safe()`. Flags are taken out first: their tags may pass. */
const forbidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\u200b\u2060-\u2064\u206a-\u206f\ufeff\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}\u{1d173}-\u{1d17a}\p{Cs}]/u;

export function expectHarmless(text: string, what = ""): void {
  expectNothingUnseen(text, what);
  expect(/[\u200c\u200d\ufe00-\ufe0f\p{M}]{9}/u.test(text), what).toBe(false);
}

/** The same of JSON, which keeps every mark that can be seen. */
export function expectNothingUnseen(text: string, what = ""): void {
  expect(forbidden.exec(text.replace(/\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}/gu, "")), what).toBeNull();
}

/** Notes of each kind made of the text, as the deck syntax can hold it: no outer blanks, line ends as LF. */
export function notesWith(text: string): Note[] {
  const base = { section: "other", provenance: {}, idIsDerived: false, source: text, at: text.replaceAll("\n", " ") } as const;
  return [
    { ...base, kind: "question", id: "7hq2mzk4rtw9", question: text, answer: text, both: true },
    { ...base, kind: "cloze", id: "b8wzv3p6xk2m", text: [text, { ordinal: 1, text, hint: "hint" }] },
    { ...base, kind: "quote", id: "k4m9q2ht7rzc", text: [text, { ordinal: 1, text: "x" }], asksWho: false },
  ];
}

/** As a field can hold it. */
export const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\u0000/g, "")
    .trim();
