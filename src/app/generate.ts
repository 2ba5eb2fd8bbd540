import { finished, type GenerateOptions, generating, type LineReport, type Progress, within } from "../generation/generate.ts";
import { languageOf } from "../generation/language/detect.ts";
import { type Regeneration, regenerate } from "../generation/regenerate.ts";
import { brokenNotesIn } from "../notes/broken-notes.ts";
import { type Deck, type DeckName, deckFileOf, deckTitle, writeDeck } from "../notes/deck.ts";
import { mergeConflictIn } from "../notes/merge-conflict.ts";
import type { Problem } from "../notes/problem.ts";
import { decodeDocument } from "../sources/decode.ts";
import { readDocument } from "../sources/read-document.ts";
import type { Source } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { deckOfPart, deckOfSource, emptyDeck, frontMatterOf, type Part, partOf, standardInput } from "./deck-of-source.ts";
import { changeDropped } from "./dropped-notes.ts";
import { type DeckLedger, ledgerOf } from "./ledger.ts";
import { type DeckFile, type DeckStore, NotSaved, type Stores } from "./ports.ts";
import { readHome, type StudyHome } from "./study-home.ts";
import { twoVersionsIn } from "./two-versions.ts";

export interface GenerateRequest {
  /** As the learner typed it; `-` for standard input. */
  readonly file: string;
  /** What decks remember as their `source`: relative to the home where it lies in it. */
  readonly sourcePath: string;
  readonly bytes: Uint8Array;
  /** The deck to write; by default the one made from this source before, else one named like the file. */
  readonly deck?: string;
  /** The source is the deck's own under a new name. */
  readonly sourceMoved: boolean;
  readonly options?: GenerateOptions;
  /** Judges lines afresh that were judged before. */
  readonly rebuild: boolean;
}

/** What `generate` would do to one deck. Nothing is written yet. */
export interface DeckPlan {
  readonly name: DeckName;
  readonly file: string;
  /** The deck as it lies on disk; absent when there is none yet. */
  readonly before?: DeckFile;
  readonly title: string;
  readonly source: Source;
  readonly ledger: DeckLedger;
  readonly regeneration: Regeneration;
  readonly lines: readonly LineReport[];
  /** What the learner should know before it is written. */
  readonly remarks: readonly Problem[];
}

export interface GenerationPlan {
  readonly decks: readonly DeckPlan[];
  readonly problems: readonly Problem[];
  /** A deck that is meant is there and cannot be read: then nothing is planned. */
  readonly isUnread?: true;
}

/** Reads the document and works out what each deck would become. Problems carry everything that stood in the way. */
export function planGeneration(stores: Stores, request: GenerateRequest): GenerationPlan {
  return finished(planning(stores, request));
}

/** The same in steps, so that the caller may show how far it is, or stop. */
export function* planning(stores: Stores, request: GenerateRequest): Generator<Progress, GenerationPlan> {
  const file = request.file === "-" ? standardInput : request.file;
  const decoded = decodeDocument(request.bytes);
  if ("problem" in decoded) return { decks: [], problems: [{ file, ...decoded.problem }] };
  const conflict = mergeConflictIn(file, decoded.text.split("\n"));
  if (conflict) return { decks: [], problems: [conflict] };
  const { sources, problems } = readDocument(file, decoded.text);
  const home = readHome(stores.decks);
  const lines = Math.max(
    1,
    sources.reduce((sum, { items }) => sum + items.length, 0),
  );
  const plans: (DeckPlan | Problem)[] = [];
  let before = 0;
  for (const [index, source] of sources.entries()) {
    const part = sources.length === 1 ? undefined : partOf(sources, index);
    plans.push(yield* within(planDeck(stores, home, request, source, part), before / lines, source.items.length / lines));
    before += source.items.length;
  }
  const unread = plans.filter((plan): plan is Problem => home.unread.some((problem) => problem === plan));
  if (unread.length > 0) return { decks: [], problems: [...problems, ...new Set(unread)], isUnread: true };
  return {
    decks: plans.filter((plan): plan is DeckPlan => "regeneration" in plan),
    problems: [
      ...problems,
      ...sources.flatMap((source) => tooLong(file, source)),
      ...plans.flatMap((plan) => ("remedy" in plan ? [plan] : plan.remarks)),
    ],
  };
}

/**
 * Writes a plan: for each deck first the changed answers into the log, then the deck, the dropped notes, and last what has been
 * judged. A crash before the deck makes a card due today whose answer is still the old one, which costs an answer; the other way
 * round nobody would ask the new answer. A crash after the deck judges its lines again, and its notes tell that they were. When
 * the deck refuses, what the log said of it is taken back.
 * @throws NotSaved
 */
export function applyGeneration(stores: Stores, plan: GenerationPlan): void {
  stores.makeHome();
  for (const deck of plan.decks.filter(isWritten)) {
    const told = tellChangedAnswers(stores, deck);
    try {
      writePlanned(stores.decks, deck);
    } catch (error) {
      if (error instanceof NotSaved)
        for (const { id, cardId } of told) stores.log().append({ type: "undone", eventId: id, cardId });
      throw error;
    }
    const { name, regeneration, ledger } = deck;
    changeDropped(stores.decks, name, () => regeneration.dropped);
    stores.decks.keepFingerprints(name, regeneration.readLines);
    for (const gone of ledger.inherited) stores.decks.removeLedger(gone);
  }
}

/** Whether a byte of the deck's file would be another. */
export function isRewritten({ before, regeneration }: DeckPlan): boolean {
  return before?.text !== writeDeck(regeneration.deck);
}

function tellChangedAnswers(
  { log }: Stores,
  { regeneration }: DeckPlan,
): readonly { readonly id: string; readonly cardId: string }[] {
  const changed = regeneration.updated.flatMap(({ answers }) => answers);
  if (changed.length === 0) return [];
  const events = log();
  return changed.map(({ cardId }) => ({ cardId, id: events.append({ type: "answerChanged", cardId }).id }));
}

function writePlanned(decks: DeckStore, { name, before, regeneration }: DeckPlan): void {
  const text = writeDeck(regeneration.deck);
  if (before === undefined) decks.createNamed(name, text);
  else if (text !== before.text) decks.rewrite(before, text);
}

/** A new deck is made only for notes: an empty one would only be in the way. */
export function isWritten({ before, regeneration }: DeckPlan): boolean {
  return before !== undefined || regeneration.added.length > 0;
}

/** What is measured: reading grows no faster than the lines, but nobody reviews the cards of more. */
const mostLines = 100_000;

function tooLong(file: string, { items }: Source): readonly Problem[] {
  if (items.length <= mostLines) return [];
  const message = `Its ${items.length} lines are too many; the first ${mostLines} were used.`;
  return [{ file, message, remedy: "Split it into several files." }];
}

function* planDeck(
  stores: Stores,
  home: StudyHome,
  request: GenerateRequest,
  source: Source,
  part?: Part,
): Generator<Progress, DeckPlan | Problem> {
  const sourcePath = part ? `${request.sourcePath}#${part.name}` : request.sourcePath;
  const target = deckOfSource(stores, home, part ? { ...request, ...deckOfPart(request, part) } : request, {
    path: sourcePath,
    source,
    ...(part && { part }),
  });
  if ("remedy" in target) return target;
  const before = target.deck && home.files.get(target.name);
  const conflict = target.deck && twoVersionsIn(target.deck);
  if (conflict) return conflict;
  const language = request.options?.language ?? source.language ?? target.deck?.frontMatter.language;
  const read = languageOf(language === undefined ? source : { ...source, language });
  const named = language === undefined && read === "en" ? source : { ...source, language: read };
  const deck =
    target.deck ??
    emptyDeck(
      target.name,
      frontMatterOf(named, sourcePath, request.file === "-" ? (target.name.split("::").at(-1) ?? "") : request.file),
    );
  const generation = yield* generating(
    { ...named, items: source.items.slice(0, mostLines) },
    { ...request.options, title: deckTitle(deck) },
  );
  yield { share: 1 };
  const sourceLines = new Set(source.items.map(({ text }) => fingerprintOf(text)));
  const ledger = ledgerOf(stores.decks, home.decks, target.name, sourceLines);
  const regeneration = regenerate(deck, source, generation, ledger, stores.mintNoteId, { rebuild: request.rebuild });
  return {
    name: target.name,
    file: deckFileOf(target.name),
    ...(before && { before }),
    title: regeneration.deck.frontMatter.title ?? target.name,
    source,
    ledger,
    regeneration,
    lines: generation.lines,
    remarks: [...(target.remark ? [target.remark] : []), ...troublesIn(deck)],
  };
}

/** What is wrong in a deck, and that the lines of its broken notes wait. */
function troublesIn(deck: Deck): readonly Problem[] {
  const broken = brokenNotesIn(deck);
  return deck.problems.map((problem) => {
    const { line = 0 } = problem;
    if (!broken.some(({ first, last }) => first <= line && line <= last)) return problem;
    return { ...problem, remedy: `${problem.remedy.replace(/\.$/, "")}; its line is left alone until it is mended.` };
  });
}
