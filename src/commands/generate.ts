import { relative, resolve, sep } from "node:path";
import { createInterface } from "node:readline";
import { applyGeneration, type DeckPlan, type GenerationPlan, isRewritten, isWritten, planning } from "../app/generate.ts";
import type { Stores } from "../app/ports.ts";
import { laterKinds } from "../app/triage-list.ts";
import { type GenerateOptions, generate as judged } from "../generation/generate.ts";
import { canNameDeck, type DeckName, writeDeck } from "../notes/deck.ts";
import { readDeck } from "../notes/read-deck.ts";
import type { KeepRate } from "../progress/keep-rate.ts";
import { counted } from "../text/counted.ts";
import type { GenerateFlags } from "./application.ts";
import { complain, finish, print, printJson, printProblems, type RectoContext } from "./context.ts";
import { explainedText, linesToExplain, nearestText } from "./generate-explain.ts";
import { knowledgeOf } from "./generate-language.ts";
import { optionsOf } from "./generate-options.ts";
import { countsText, differenceJson, differenceOf, differenceText, isNews, type PlaceOf } from "./generate-preview.ts";
import { runWithProgress } from "./generate-progress.ts";
import { guarded } from "./guard.ts";
import { readInput } from "./input-file.ts";
import { columnsOf, rows } from "./rows.ts";
import { openStores } from "./wiring.ts";

// What needs the tagger, which is in this command's file.
export { noteOrigins } from "../app/note-origins.ts";
export { draftsOfChoice, offersOf } from "../generation/offer.ts";

export const generate = guarded(async function (this: RectoContext, flags: GenerateFlags, file: string): Promise<void> {
  const options = optionsOf(flags);
  if (typeof options === "string") {
    complain(this, options);
    return finish(this, 2);
  }
  const knowledge = options.language === undefined ? undefined : knowledgeOf(options.language);
  if (knowledge !== undefined) complain(this, knowledge);
  const bytes = await readInput(this, file);
  if ("remedy" in bytes) {
    printProblems(this, [bytes]);
    return finish(this, 3);
  }
  const stores = openStores(this);
  if (!stores) return;
  const deck = flags.deck?.replace(/\.md$/, "").replaceAll("/", "::");
  if (flags.deck !== undefined && deck !== undefined && !isDeckName(stores, deck)) {
    complain(this, `"${flags.deck}" cannot be the name of a deck. Use letters, digits and hyphens, as in kant/first.`);
    return finish(this, 2);
  }
  const request = {
    file,
    sourcePath: sourcePathOf(this, stores, file),
    bytes: bytes.content,
    sourceMoved: flags.sourceMoved,
    rebuild: flags.rebuild,
    options,
    ...(deck !== undefined && { deck }),
  };
  const plan = await runWithProgress(this, planning(stores, request));
  if (!plan) {
    complain(this, "Nothing written.");
    return finish(this, 130);
  }
  const later = laterKinds(stores.history(), stores.settings);
  if (flags.json) printJson(this, asJson(plan, flags, later));
  else describe(this, plan, flags, options, later);
  printProblems(this, plan.problems);
  if (plan.decks.length === 0) return finish(this, plan.isUnread ? 3 : 1);
  const isOnlyAsking = isExplaining(flags) && !flags.yes;
  if (isOnlyAsking && !flags.dryRun && !flags.json && plan.decks.some(({ regeneration }) => isNews(regeneration)))
    complain(this, "Nothing written, since you asked why; with --yes it writes too.");
  if (flags.dryRun || isOnlyAsking || !plan.decks.some(isWritten)) return finish(this, plan.decks.some(hasNotes) ? 0 : 1);
  const answer = await decisionOn(this, flags, plan);
  if (answer !== "yes") {
    complain(this, "Nothing written.");
    return finish(this, answer === "no" ? 0 : 130);
  }
  applyGeneration(stores, plan);
  if (!flags.json) for (const deck of plan.decks) if (isWritten(deck)) print(this, written(deck));
  finish(this, plan.decks.some(hasNotes) ? 0 : 1);
});

/** A deck that is there already may have any name that its file could get. */
function isDeckName(stores: Stores, name: DeckName): boolean {
  return canNameDeck(name) || stores.decks.list().decks.some((deck) => deck.name === name);
}

/** Relative to the home where the file lies in it, so that the home can be moved. */
function sourcePathOf(context: RectoContext, stores: Stores, file: string): string {
  if (file === "-") return "-";
  const path = resolve(context.currentFolder, file);
  const inside = relative(stores.homeFolder, path);
  return inside.startsWith("..") || resolve(inside) === inside ? path : inside.split(sep).join("/");
}

function describe(
  context: RectoContext,
  plan: GenerationPlan,
  flags: GenerateFlags,
  options: GenerateOptions,
  mostlyDropped: ReadonlyMap<string, KeepRate>,
): void {
  for (const deck of plan.decks) {
    const { regeneration, source } = deck;
    const columns = columnsOf(context.streams.output);
    print(context, `${deck.title} → ${deck.file}${deck.before ? "" : " (new)"}`);
    for (const row of rows("", summary(deck), columns)) print(context, row);
    if (isExplaining(flags)) explain(context, deck, flags);
    const difference = differenceText(regeneration, placesIn(deck), mostlyDropped, columns);
    print(context, difference === "" ? "" : `\n${difference}\n`);
    for (const section of source.emptySections) complain(context, `${section}: nothing noted`);
    if (deck.before || regeneration.added.length > 0 || source.items.length === 0) continue;
    if (regeneration.passedOver.length > 0) {
      complain(context, `${deck.file} is gone, and its lines were read before. --rebuild offers their notes anew.`);
      continue;
    }
    complain(context, "No line gave a card worth keeping. --explain says why for each line.");
    if (!isExplaining(flags)) complainOfNearest(context, deck, options);
  }
}

/** The lines are judged once more, this time with their candidates: it happens rarely, and to short documents. */
function complainOfNearest(context: RectoContext, { source, title }: DeckPlan, options: GenerateOptions): void {
  const nearest = nearestText(judged(source, { ...options, title, explain: true }).lines, columnsOf(context.streams.errors));
  if (nearest !== "") complain(context, `Nearest to it came:\n${nearest}`);
}

function isExplaining(flags: GenerateFlags): boolean {
  return flags.explain || flags.passedOver || flags.line !== undefined;
}

function explain(context: RectoContext, { lines }: DeckPlan, flags: GenerateFlags): void {
  const chosen = linesToExplain(lines, flags);
  if (chosen.length > 0) print(context, `\n${explainedText(chosen, flags, columnsOf(context.streams.output))}`);
  else if (flags.line !== undefined) complain(context, `Nothing was read from line ${flags.line}.`);
}

function summary({ source, regeneration, lines }: DeckPlan): string {
  const silent = lines.filter((line) => line.rejection !== undefined).length;
  return [
    `${counted(source.items.length, "line")} read`,
    countsText(differenceOf(regeneration)),
    ...(silent > 0 ? [`${counted(silent, "line")} gave no card`] : []),
  ].join(", ");
}

/** Where notes stand once the deck is written. */
function placesIn({ name, file, regeneration }: DeckPlan): PlaceOf {
  let lines: ReadonlyMap<string, number> | undefined;
  return ({ id }) => {
    lines ??= new Map(
      readDeck(name, file, writeDeck(regeneration.deck)).pieces.flatMap((piece) =>
        piece.type === "note" ? [[piece.note.id, piece.line] as const] : [],
      ),
    );
    return `${file}:${lines.get(id) ?? 1}`;
  };
}

function hasNotes(plan: DeckPlan): boolean {
  return isNews(plan.regeneration) || plan.regeneration.unchanged > 0;
}

type Decision = "yes" | "no" | "interrupted";

/** Yes without asking where there is nothing to lose or nobody to ask. The end of the input means no. */
async function decisionOn({ canAsk, streams }: RectoContext, flags: GenerateFlags, plan: GenerationPlan): Promise<Decision> {
  if (flags.yes || !canAsk || !plan.decks.some(({ regeneration }) => isNews(regeneration)) || streams.input.readableEnded)
    return "yes";
  const prompt = createInterface({ input: streams.input, output: streams.errors });
  return new Promise((resolve) => {
    prompt.once("SIGINT", () => {
      resolve("interrupted");
      prompt.close();
    });
    prompt.once("close", () => resolve("no"));
    prompt.question("Write this? [Y/n] ", (answer) => {
      resolve(["", "y", "yes"].includes(answer.trim().toLowerCase()) ? "yes" : "no");
      prompt.close();
    });
  });
}

function written(plan: DeckPlan): string {
  const { name, file, regeneration } = plan;
  if (!isRewritten(plan)) return `${file} is up to date.`;
  const deck = name.replaceAll("::", "/");
  return regeneration.added.length === 0
    ? `Written to ${file}. Review with:\n  recto review ${deck}`
    : `Written to ${file}. Look through the new notes, or answer them:\n  recto triage ${deck}\n  recto review ${deck}`;
}

function asJson(plans: GenerationPlan, flags: GenerateFlags, mostlyDropped: ReadonlyMap<string, KeepRate>): object {
  return {
    decks: plans.decks.map((plan) => ({
      name: plan.name,
      file: plan.file,
      isNew: plan.before === undefined,
      ...differenceJson(plan.regeneration, placesIn(plan), mostlyDropped),
      lines: linesToExplain(plan.lines, flags),
    })),
    problems: plans.problems,
  };
}
