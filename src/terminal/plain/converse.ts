import type { EditPlace, Effect } from "../../app/sitting.ts";
import { safe } from "../../text/safe.ts";
import { type ActionName, bindingForWord, type Facts, type Mode } from "../keys.ts";
import type { AppResult } from "../options.ts";
import { words } from "../words.ts";
import { type LineReader, readLines } from "./line-reader.ts";
import { helpText, possibleText } from "./texts.ts";

export interface PlainStreams {
  readonly stdin: NodeJS.ReadableStream;
  /** What is asked, and the summary. */
  readonly stdout: { write(text: string): unknown };
  /** Hints and problems. */
  readonly stderr: { write(text: string): unknown };
  /** Whether somebody still reads stdout. */
  readonly isHeard: () => Promise<boolean>;
  /** Absent where there is no terminal to edit in. */
  readonly openEditor?: (place: EditPlace) => Promise<void>;
}

/** One kind of sitting, as plain mode drives it. */
export interface Talk {
  phase(): "done" | "notSaved" | "open";
  mode(): Mode;
  /** Shows where the sitting is now, and what to type. */
  present(): void;
  /** Says what to type. */
  prompt(): void;
  /** Where a line is an answer and no word: takes it as one. A line that begins with / is a word there too. */
  answer?(typed: string): Effect<unknown> | undefined;
  /** What decides whether a word means something now. */
  facts?(): Partial<Facts>;
  /** Undefined: the action is none of the sitting's. */
  send(action: ActionName): Effect<unknown> | undefined;
  place(): EditPlace | undefined;
  reload(): Effect<unknown>;
  unsaved(): readonly string[];
}

/**
 * A sitting line by line, only ever forward: for pipes, scripts and screen readers. A line is a word, a key or nothing, which
 * means the usual next step. Ends with the summary, at the latest with the input; without it when nobody reads on, since then
 * nobody has seen what the next line would answer.
 */
export async function converse(talk: Talk, streams: PlainStreams): Promise<AppResult> {
  const lines = readLines(streams.stdin);
  try {
    talk.present();
    await untilDone(talk, streams, lines);
  } finally {
    lines.close();
  }
  const unsaved = talk.unsaved();
  return { farewell: "", unsaved, savingFailed: unsaved.length > 0 || talk.phase() === "notSaved" };
}

export function show({ stdout }: PlainStreams, text: string): void {
  stdout.write(`${safe(text)}\n`);
}

export function say({ stderr }: PlainStreams, text: string): Step {
  stderr.write(`${safe(text)}\n`);
  return "unchanged";
}

async function untilDone(talk: Talk, streams: PlainStreams, lines: LineReader): Promise<void> {
  while (talk.phase() !== "done" && (await streams.isHeard())) {
    const typed = await lines.next();
    if (typed === undefined) return endOfInput(talk);
    const step = await take(typed.trim(), talk, streams);
    if (step === "leave") return;
    if (step === "changed") talk.present();
    else talk.prompt();
  }
}

type Step = "changed" | "unchanged" | "leave";

async function take(typed: string, talk: Talk, streams: PlainStreams): Promise<Step> {
  const mode = talk.mode();
  const answered = typed.startsWith("/") ? undefined : talk.answer?.(typed);
  if (answered) return report(streams, answered);
  const binding = bindingForWord(mode, talk.answer ? typed.replace(/^\//, "") : typed);
  if (!binding) return say(streams, `${words.plain.unknown(typed)} ${possibleText(mode)}`);
  const refusal = binding.refusal?.({ ...noFacts, ...talk.facts?.() });
  if (refusal !== undefined) return say(streams, refusal);
  if (binding.action === "help") return say(streams, helpText(mode));
  if (binding.action === "quit") return "leave";
  if (binding.action === "edit") return edit(talk, streams);
  const effect = talk.send(binding.action);
  return effect ? report(streams, effect) : "unchanged";
}

const noFacts: Facts = {
  decks: 1,
  comingBack: 0,
  toTriage: 0,
  missed: 0,
  toBringBack: 0,
  canAccept: false,
  canPause: false,
};

async function edit(talk: Talk, streams: PlainStreams): Promise<Step> {
  const place = talk.place();
  if (!place) return say(streams, words.review.noFile);
  if (!streams.openEditor) return say(streams, words.plain.noEditing(`${place.path}:${place.line}`));
  try {
    await streams.openEditor(place);
  } catch (error) {
    return say(streams, words.review.noEditor(error instanceof Error ? error.message : String(error)));
  }
  return report(streams, talk.reload());
}

function report(streams: PlainStreams, { message, outcome }: Effect<unknown>): Step {
  if (message !== undefined) say(streams, message);
  else if (outcome === "refused") say(streams, words.review.refused);
  return outcome === "done" ? "changed" : "unchanged";
}

/** The input ended: like `q`, and everything said is on disk already. What is not stays in the result. */
function endOfInput(talk: Talk): void {
  if (talk.phase() === "notSaved") return;
  talk.send("stop");
  talk.present();
}
