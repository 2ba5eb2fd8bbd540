import {
  type AddingPlan,
  applyAdding,
  type DecksOnDisk,
  planAdding,
  readDecks,
  sentencesIn,
  type TargetDeck,
  targetDeck,
  targetNow,
} from "../app/add.ts";
import { Duplicates, type StandingNote, standingNotes } from "../app/duplicates.ts";
import { NotSaved, type Stores } from "../app/ports.ts";
import { twoVersionsIn } from "../app/two-versions.ts";
import type { Typed, TypedFact } from "../app/typed-notes.ts";
import type { Problem } from "../notes/problem.ts";
import type { Source } from "../sources/source.ts";
import { KeptTexts, whatYouTyped, writeInEditor } from "./add-editor.ts";
import { readWords } from "./add-input.ts";
import { addedJson, explainLeftOut, reportAdded } from "./add-report.ts";
import { type Settled, type Settling, settle } from "./add-settle.ts";
import type { AddFlags } from "./application.ts";
import { complain, type ExitCode, finish, printJson, printProblems, type RectoContext } from "./context.ts";
import { type Dialogue, openDialogue } from "./dialogue.ts";
import { languageFlaw, usualCode } from "./generate-options.ts";
import { guarded } from "./guard.ts";
import { columnsOf } from "./rows.ts";
import { openStores } from "./wiring.ts";

export const add = guarded(async function (this: RectoContext, flags: AddFlags, ...words: string[]): Promise<void> {
  const refused = wrongUsage(this, flags, words);
  if (refused !== undefined) return refuse(this, refused);
  const stores = openStores(this);
  if (!stores) return;
  const onDisk = readDecks(stores);
  const target = targetDeck(onDisk, flags.deck);
  if ("refusal" in target) return refuse(this, target.refusal);
  if ("remedy" in target) {
    printProblems(this, [target]);
    return finish(this, 3);
  }
  const conflict = target.before && twoVersionsIn(target.before.deck);
  if (conflict) {
    printProblems(this, [conflict]);
    return finish(this, 1);
  }
  const run: Run = {
    context: this,
    flags,
    stores,
    onDisk,
    target,
    dialogue: openDialogue(this),
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
  const [isFirstEmpty, isSecondEmpty] = texts.map((text) => text.trim() === "");
  if (isSecondEmpty && !isFirstEmpty)
    return "The answer is missing. Say it after the question, or write a sentence with {{gaps}}.";
  if (isFirstEmpty && isSecondEmpty === false) return "The question before this answer is missing.";
  if (isFirstEmpty) return "There is nothing in it to add.";
  if (flags.speaker !== undefined && (texts.length !== 1 || texts[0] === "-" || flags.speaker.trim() === ""))
    return "--speaker names who said the one text that is given.";
  const badLanguage = languageFlaw(flags.lang);
  if (badLanguage !== undefined) return badLanguage;
  const tag = flags.tag?.find((each) => !/^#?[\p{L}\p{N}_][\p{L}\p{N}_:/.-]*$/u.test(each));
  if (tag !== undefined) return `--tag: "${tag}" cannot be a tag. Use letters, digits and hyphens.`;
  return undefined;
}

async function addWords(run: Run, words: readonly string[]): Promise<ExitCode> {
  const { context, flags, texts } = run;
  const read = await readWords(context, words, flags.speaker);
  if ("remedy" in read) {
    printProblems(context, [read]);
    return 1;
  }
  const { typed, called, input } = read;
  if (!flags.json) printProblems(context, typed.problems);
  const isForgotten = flags.both && !typed.notes.some(({ draft }) => draft.kind === "question");
  if (isForgotten && typed.notes.length + typed.facts.length > 0) {
    complain(context, "--both asks a question the other way round too; there is no question here.");
    return 2;
  }
  try {
    return await addTyped(run, typed, called);
  } catch (error) {
    if (error instanceof NotSaved && input !== undefined) texts.tryToKeep(input);
    throw error;
  }
}

async function addFromEditor(run: Run): Promise<ExitCode> {
  const { context, dialogue, target, texts } = run;
  const written = await writeInEditor(context, texts, dialogue, { written: "", deckFile: target.file });
  // While the editor was open the decks may have changed.
  if ("typed" in written) return addTyped({ ...run, onDisk: readDecks(run.stores) }, written.typed, whatYouTyped);
  texts.sayWhere();
  complain(context, "Nothing added.");
  return written.ended;
}

/** Settles what was typed, shows what comes of it and writes it. */
async function addTyped(run: Run, typed: Typed, called: string): Promise<ExitCode> {
  const { context, flags, target, texts } = run;
  const standing = standingNotes(run.onDisk.decks, run.stores.decks);
  const settled = await settle(typed, settlingOf(run, called, standing));
  const plan = settled.notes.length === 0 ? undefined : planOf(run, settled, standing);
  if (plan && "remedy" in plan) {
    printProblems(context, [plan]);
    texts.sayWhere();
    return 1;
  }
  if (flags.json) printJson(context, addedJson({ target, plan, settled, problems: typed.problems, isDryRun: flags.dryRun }));
  else explainLeftOut(context, settled);
  if (settled.isInterrupted || !plan) {
    texts.sayWhere();
    if (!flags.json) complain(context, "Nothing added.");
    if (settled.isInterrupted) return 130;
    return settled.isDeclined ? 0 : 1;
  }
  if (!flags.dryRun) applyAdding(run.stores, plan);
  if (!flags.json) reportAdded(context, plan, flags);
  const isWhole =
    !flags.dryRun && typed.problems.length + settled.repeated.length + settled.barren.length === 0 && !settled.isDeclined;
  if (isWhole) texts.discardAll();
  else texts.sayWhere();
  return 0;
}

function planOf({ stores, target }: Run, { notes }: Settled, standing: readonly StandingNote[]): AddingPlan | Problem {
  const taken = new Set(standing.flatMap(({ note }) => note.id ?? []));
  const now = targetNow(stores, target);
  return "remedy" in now ? now : planAdding(stores, now, notes, taken);
}

function settlingOf(run: Run, called: string, standing: readonly StandingNote[]): Settling {
  const { context, flags, target, dialogue, texts } = run;
  const isAsking = context.canAsk && !flags.yes && !flags.json && !context.streams.input.readableEnded;
  const deck = target.before?.deck;
  return {
    duplicates: new Duplicates(standing),
    details: {
      both: flags.both,
      tags: (flags.tag ?? []).map((tag) => tag.replace(/^#/, "")),
      ...(flags.source?.trim() && { source: flags.source.trim() }),
      ...(flags.at?.trim() && { at: flags.at.trim() }),
    },
    anyway: flags.anyway,
    called,
    columns: columnsOf(context.streams.errors),
    ...(isAsking && { dialogue }),
    say: (text) => complain(context, text),
    offersOf: async (facts) => {
      const { offersOf } = await import("./generate.ts");
      return offersOf(
        sourceOf(facts, flags.lang === undefined ? deck?.frontMatter.language : usualCode(flags.lang)),
        deck ? sentencesIn(deck) : [],
      );
    },
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
