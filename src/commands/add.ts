import {
  type AddingPlan,
  applyAdding,
  type DecksOnDisk,
  defaultDeck,
  planAdding,
  readDecks,
  type TargetDeck,
  targetDeck,
} from "../app/add.ts";
import { Duplicates, type StandingNote, standingNotes } from "../app/duplicates.ts";
import { NotSaved, type Stores } from "../app/ports.ts";
import { readQuote, readTyped, type Typed, type TypedFact } from "../app/typed-notes.ts";
import { cardsOf } from "../cards/cards-of-note.ts";
import type { Problem } from "../notes/problem.ts";
import { decodeDocument } from "../sources/decode.ts";
import type { Source } from "../sources/source.ts";
import { counted } from "../text/counted.ts";
import { KeptTexts, whatYouTyped, writeInEditor } from "./add-editor.ts";
import { type Settled, type Settling, settle } from "./add-settle.ts";
import { howToMark } from "./add-words.ts";
import type { AddFlags } from "./application.ts";
import { complain, type ExitCode, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { type Dialogue, openDialogue } from "./dialogue.ts";
import { noteText } from "./generate-preview.ts";
import { guarded } from "./guard.ts";
import { columnsOf, rows } from "./rows.ts";
import { openStores } from "./wiring.ts";

export const add = guarded(async function (this: RectoContext, flags: AddFlags, ...words: string[]): Promise<void> {
  const refused = wrongUsage(this, flags, words);
  if (refused !== undefined) return refuse(this, refused);
  const stores = openStores(this);
  if (!stores) return;
  const onDisk = readDecks(stores);
  const target = targetDeck(onDisk, flags.deck);
  if ("refusal" in target) return refuse(this, target.refusal);
  const run: Run = {
    context: this,
    flags,
    stores,
    onDisk,
    target,
    dialogue: openDialogue(this),
    standing: standingNotes(onDisk.decks, stores.decks),
    texts: new KeptTexts(this),
  };
  try {
    finish(this, await (words.length === 0 ? addFromEditor(run) : addWords(run, words)));
  } catch (error) {
    if (error instanceof NotSaved) run.texts.sayWhere();
    throw error;
  } finally {
    run.dialogue.pause();
  }
});

/** One call of the command. */
interface Run {
  readonly context: RectoContext;
  readonly flags: AddFlags;
  readonly stores: Stores;
  readonly onDisk: DecksOnDisk;
  readonly target: TargetDeck;
  readonly dialogue: Dialogue;
  readonly standing: readonly StandingNote[];
  readonly texts: KeptTexts;
}

function refuse(context: RectoContext, why: string): void {
  complain(context, why);
  finish(context, 2);
}

function wrongUsage({ canDraw }: RectoContext, flags: AddFlags, texts: readonly string[]): string | undefined {
  if (texts.length === 0 && (!canDraw || flags.json || flags.yes))
    return "Say what to add: recto add 'Who measured the forgetting curve?' 'Hermann Ebbinghaus', or - to read standard input.";
  if (texts.length > 2) return "These are too many words. Put a sentence in quotes: recto add 'Kant was born in {{1724}}.'";
  if (texts.some((text) => text.trim() === "")) return "There is nothing in it to add.";
  if (flags.speaker !== undefined && (texts.length !== 1 || texts[0] === "-" || flags.speaker.trim() === ""))
    return "--speaker names who said the one text that is given.";
  const tag = flags.tag?.find((each) => !/^#?[\p{L}\p{N}_][\p{L}\p{N}_:/.-]*$/u.test(each));
  if (tag !== undefined) return `--tag: "${tag}" cannot be a tag. Use letters, digits and hyphens.`;
  return undefined;
}

async function addWords(run: Run, words: readonly string[]): Promise<ExitCode> {
  const { context, flags } = run;
  const isInput = words.length === 1 && words[0] === "-";
  const input = isInput ? await readInput(context) : { text: words.join("\n") };
  if ("remedy" in input) {
    printProblems(context, [input]);
    return 1;
  }
  const called = isInput ? standardInput : whatYouTyped;
  const typed = typedIn(flags, words, input.text, called);
  printProblems(context, typed.problems);
  const isForgotten = flags.both && !typed.notes.some(({ draft }) => draft.kind === "question");
  if (isForgotten && typed.notes.length + typed.facts.length > 0) {
    complain(context, "--both asks a question the other way round too; there is no question here.");
    return 2;
  }
  try {
    return await addTyped(run, typed, called);
  } catch (error) {
    if (error instanceof NotSaved && isInput) run.texts.keep(input.text);
    throw error;
  }
}

const standardInput = "standard input";

function typedIn({ speaker }: AddFlags, words: readonly string[], text: string, called: string): Typed {
  const [question = "", answer] = words.map((each) => each.replace(/\r\n?/g, "\n").trim());
  if (answer !== undefined) {
    const draft = { kind: "question", question, answer, both: false, section: "other", provenance: {} } as const;
    return { notes: [{ draft, line: 1 }], facts: [], problems: [] };
  }
  return speaker === undefined ? readTyped(text, called) : readQuote(text, speaker.trim().replace(/\s+/g, " "));
}

/** More than anybody types; a whole study note is for `generate`. */
const largestInput = 1024 * 1024;

async function readInput({ streams }: RectoContext): Promise<{ readonly text: string } | Problem> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of streams.input) {
    parts.push(Buffer.from(part as string));
    size += parts.at(-1)?.length ?? 0;
    if (size > largestInput) {
      const remedy = "For a whole study note use recto generate; a deck can be put under decks/ as it is.";
      return { file: standardInput, message: "This is more than 1 MB.", remedy };
    }
  }
  const decoded = decodeDocument(Buffer.concat(parts));
  if ("problem" in decoded) return { file: standardInput, ...decoded.problem };
  if (decoded.text.trim() === "") return { file: standardInput, message: "It is empty.", remedy: "There is nothing to add." };
  return { text: decoded.text };
}

async function addFromEditor(run: Run): Promise<ExitCode> {
  const { context, dialogue, target, texts } = run;
  const written = await writeInEditor(context, texts, dialogue, { written: "", deckFile: target.file });
  if ("typed" in written) return addTyped(run, written.typed, whatYouTyped);
  texts.sayWhere();
  complain(context, "Nothing added.");
  return written.ended;
}

/** Settles what was typed, shows what comes of it and writes it. */
async function addTyped(run: Run, typed: Typed, called: string): Promise<ExitCode> {
  const { context, flags, texts } = run;
  const settled = await settle(typed, settlingOf(run, called));
  const plan = settled.notes.length === 0 ? undefined : planOf(run, settled);
  if (plan && "remedy" in plan) {
    printProblems(context, [plan]);
    texts.sayWhere();
    return 1;
  }
  if (flags.json) printJson(context, asJson(run, typed, settled, plan));
  else explain(run, settled);
  if (settled.isInterrupted || !plan) {
    texts.sayWhere();
    if (!flags.json) complain(context, "Nothing added.");
    if (settled.isInterrupted) return 130;
    return settled.isDeclined ? 0 : 1;
  }
  const columns = columnsOf(context.streams.output);
  if (!flags.json) for (const note of plan.notes) for (const row of rows("+ ", noteText(note), columns)) print(context, row);
  if (!flags.dryRun) applyAdding(run.stores, plan);
  if (!flags.json) report(run, plan);
  const isWhole =
    !flags.dryRun && typed.problems.length + settled.repeated.length + settled.barren.length === 0 && !settled.isDeclined;
  if (isWhole) texts.discardAll();
  else texts.sayWhere();
  return 0;
}

function planOf({ stores, target, standing }: Run, { notes }: Settled): AddingPlan | Problem {
  const taken = new Set(standing.flatMap(({ note }) => ("id" in note ? [String(note.id)] : [])));
  return planAdding(stores, target, notes, taken);
}

function settlingOf(run: Run, called: string): Settling {
  const { context, flags, target, dialogue, texts } = run;
  const isAsking = context.canAsk && !flags.yes && !flags.json && !context.streams.input.readableEnded;
  const language = flags.lang ?? target.before?.deck.frontMatter.language;
  return {
    duplicates: new Duplicates(run.standing),
    details: {
      both: flags.both,
      tags: (flags.tag ?? []).map((tag) => tag.replace(/^#/, "")),
      ...(flags.source !== undefined && { source: flags.source.trim() }),
      ...(flags.at !== undefined && { at: flags.at.trim() }),
    },
    anyway: flags.anyway,
    called,
    columns: columnsOf(context.streams.errors),
    ...(isAsking && { dialogue }),
    say: (text) => complain(context, text),
    offersOf: async (facts) => (await import("./generate.ts")).offersOf(sourceOf(facts, language)),
    draftsOf: async ({ item }, chosen) => (await import("./generate.ts")).draftsOfChoice(item, chosen),
    edit: async (written) => {
      const result = await writeInEditor(context, texts, dialogue, { written, deckFile: target.file });
      return "typed" in result ? result.typed : undefined;
    },
  };
}

function sourceOf(facts: readonly TypedFact[], language: string | undefined): Source {
  const items = facts.map(({ text, speaker, at, line }) => ({
    section: speaker === undefined ? ("facts" as const) : ("quotes" as const),
    text,
    line,
    ...(speaker !== undefined && { speaker }),
    ...(at !== undefined && { at }),
  }));
  return { authors: [], items, emptySections: [], ...(language !== undefined && { language }) };
}

/** What was left out without asking, and what to do. */
function explain({ context }: Run, { repeated, barren }: Settled): void {
  if (repeated.length > 0) complain(context, `${repeated.length} left out; --anyway adds also what is there already.`);
  for (const { item, reason } of barren) {
    complain(context, `${item.text}\nNo card: ${reason ?? "nothing in it can be asked"}. ${howToMark(item.text)}`);
  }
}

function report({ context, flags, target }: Run, { notes }: AddingPlan): void {
  const cards = notes.reduce((sum, note) => sum + cardsOf(note, "").length, 0);
  const isNew = target.before === undefined;
  const what = `${counted(notes.length, "note")} with ${counted(cards, "card")}`;
  const where = `${target.file}${isNew ? " (new)" : ""}`;
  print(context, flags.dryRun ? `${what} would go to ${where}.` : `Added ${what} to ${where}.`);
  if (isNew && flags.deck === undefined) complain(context, `Without --deck NAME, notes go to the deck ${defaultDeck}.`);
}

function asJson(
  { target, flags }: Run,
  { problems }: Typed,
  { repeated, barren }: Settled,
  plan: AddingPlan | undefined,
): object {
  return {
    deck: { name: target.name, file: target.file, isNew: target.before === undefined },
    isDryRun: flags.dryRun,
    added: (plan?.notes ?? []).map((note) => ({
      id: note.id,
      section: note.section,
      cards: cardsOf(note, "").map(({ front, answers }) => ({ front, answers })),
    })),
    repeated: repeated.map(({ text, duplicates }) => ({
      text,
      like: duplicates.map(({ likeness, of: { file, line, isDropped } }) => ({ likeness, file, line, isDropped })),
    })),
    withoutCard: barren.map(({ item, reason, candidates }) => ({
      text: item.text,
      reason,
      candidates: candidates.map(({ report: { kind, form, front, answer, score } }) => ({ kind, form, front, answer, score })),
    })),
    problems,
  };
}
