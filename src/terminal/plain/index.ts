import type { Effect, Sitting } from "../../app/sitting.ts";
import type { Instant } from "../../scheduling/study-day.ts";
import type { Session } from "../../study/session.ts";
import { safe } from "../../text/safe.ts";
import { bindingForWord, modeOfSession, sessionActions } from "../keys.ts";
import type { AppResult, EditPlace } from "../options.ts";
import { words } from "../words.ts";
import { type LineReader, readLines } from "./line-reader.ts";
import { answerText, frontText, helpText, possibleText, promptText, questionText, ratingsText, summaryText } from "./texts.ts";

export interface PlainReviewOptions {
  readonly stdin: NodeJS.ReadableStream;
  /** Cards and the summary. */
  readonly stdout: { write(text: string): unknown };
  /** Hints and problems. */
  readonly stderr: { write(text: string): unknown };
  readonly sitting: Sitting;
  now(): Instant;
  /** Absent where there is no terminal to edit in. */
  readonly openEditor?: (place: EditPlace) => Promise<void>;
}

/**
 * The same sitting line by line, only ever forward: for pipes, scripts and screen readers. A line is a word, a key or
 * nothing, which means the usual next step. Ends with the summary, at the latest with the input.
 */
export async function runPlainReview(options: PlainReviewOptions): Promise<AppResult> {
  const lines = readLines(options.stdin);
  try {
    await converse(options, lines);
  } finally {
    lines.close();
  }
  return resultOf(options.sitting);
}

async function converse(options: PlainReviewOptions, lines: LineReader): Promise<void> {
  const { sitting } = options;
  const first = sitting.session();
  if (first.phase === "done") return show(options, summaryText(first.summary, false, options.now()));
  let shown = present(options, undefined);
  while (sitting.session().phase !== "done") {
    const typed = await lines.next();
    if (typed === undefined) return endOfInput(options);
    const step = await take(typed.trim(), options);
    if (step === "leave") return;
    if (step === "changed") shown = present(options, shown);
    else prompt(options, sitting.session());
  }
}

type Step = "changed" | "unchanged" | "leave";

async function take(typed: string, options: PlainReviewOptions): Promise<Step> {
  const { sitting } = options;
  const mode = modeOfSession(sitting.session());
  const binding = bindingForWord(mode, typed);
  if (!binding) return say(options, `${words.plain.unknown(typed)} ${possibleText(mode)}`);
  const refusal = binding.refusal?.({ decks: 1, comingBack: 0, canPause: false });
  if (refusal !== undefined) return say(options, refusal);
  if (binding.action === "help") return say(options, helpText(mode));
  if (binding.action === "quit") return "leave";
  if (binding.action === "edit") return edit(options);
  const action = sessionActions[binding.action];
  return action ? report(options, sitting.send(action)) : "unchanged";
}

async function edit(options: PlainReviewOptions): Promise<Step> {
  const { sitting, openEditor } = options;
  const place = sitting.place();
  if (!openEditor) return say(options, words.plain.noEditing);
  if (!place) return say(options, words.review.noFile);
  try {
    await openEditor(place);
  } catch (error) {
    return say(options, words.review.noEditor(error instanceof Error ? error.message : String(error)));
  }
  return report(options, sitting.reload());
}

function report(options: PlainReviewOptions, { message, outcome }: Effect): Step {
  if (message !== undefined) say(options, message);
  else if (outcome === "refused") say(options, words.review.refused);
  return outcome === "done" ? "changed" : "unchanged";
}

/** Shows where the sitting is now. Returns which front has been read out, so that the answer does not repeat it. */
function present(options: PlainReviewOptions, shown: string | undefined): string | undefined {
  const session = options.sitting.session();
  if (session.phase === "done") {
    show(options, summaryText(session.summary, true, options.now()));
    return undefined;
  }
  const { asked, progress } = session;
  const front = `${asked.card.id} ${frontText(asked)}`;
  const isNews = session.phase === "asking" || front !== shown;
  if (isNews) show(options, `${questionText(asked, progress)}\n`);
  if (session.phase === "answered") show(options, `${answerText(asked)}\n`);
  prompt(options, session);
  return front;
}

function prompt(options: PlainReviewOptions, session: Session): void {
  switch (session.phase) {
    case "asking":
      say(options, promptText("asking"));
      return;
    case "answered":
    case "saving":
      say(options, ratingsText(session.asked));
      return;
    case "notSaved":
      say(options, `${words.review.notSaved(session.reason, session.remedy)} ${promptText("notSaved")}`);
      return;
    case "done":
      return;
  }
}

/** The input ended: like `q`, and everything answered is on disk already. An answer that is not stays in the result. */
function endOfInput({ sitting, ...options }: PlainReviewOptions): void {
  if (sitting.session().phase === "notSaved") return;
  const { session } = sitting.send({ type: "stop" });
  if (session.phase === "done") show({ sitting, ...options }, summaryText(session.summary, true, options.now()));
}

function resultOf(sitting: Sitting): AppResult {
  const unsaved = sitting.unsaved();
  return { farewell: "", unsaved, savingFailed: unsaved.length > 0 || sitting.session().phase === "notSaved" };
}

function show({ stdout }: PlainReviewOptions, text: string): void {
  stdout.write(`${safe(text)}\n`);
}

function say({ stderr }: PlainReviewOptions, text: string): Step {
  stderr.write(`${safe(text)}\n`);
  return "unchanged";
}
