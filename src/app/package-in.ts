import { reviewColumns } from "../exchange/package/package-head.ts";
import type { NoteId } from "../notes/note.ts";
import type { Problem } from "../notes/problem.ts";
import { checkWeights, defaultWeights } from "../scheduling/weights.ts";
import { readDecks } from "./add.ts";
import { applyImport, type ImportPlan, planImport } from "./import.ts";
import type { DeckForNotes } from "./import-decks.ts";
import { answerDays, knownAnswers, PackageAnswers } from "./package-answers.ts";
import { PackageMediaIn } from "./package-media.ts";
import { type CardTarget, PackageNotes } from "./package-notes.ts";
import type { AnkiPackage } from "./package-port.ts";
import type { StagedEvents, Stores } from "./ports.ts";

export interface PackageOptions {
  /** As the learner typed it. */
  readonly file: string;
  /** Where all new notes go. */
  readonly deck?: DeckForNotes;
  readonly dryRun: boolean;
  /** Notes that are here already get the text that they have in Anki. */
  readonly takesTexts: boolean;
  /** Told as rows come, 0-1. */
  readonly progress: (share: number) => void;
  /** Whether the learner has had enough: nothing is written then. */
  readonly isStopped: () => boolean;
}

/** What an import of a package did beside its notes, or would do. */
export interface PackageReport {
  /** Known notes that were left as they are and say something else in Anki. */
  readonly differing: readonly NoteId[];
  readonly answers: {
    readonly added: number;
    readonly known: number;
    /** Rows of Anki's log that are no answers. */
    readonly unrated: number;
    /** Of cards that the package or this home has not got. */
    readonly withoutCard: number;
  };
  /** Cards that got the state that Anki had for them, without its history. */
  readonly placed: number;
  readonly media: { readonly added: number; readonly missing: readonly Problem[] };
  /** Anki scheduled these cards with FSRS weights of its own; `taken`: this home goes on with them. */
  readonly weights?: "taken" | "left";
}

export interface PackageTaken {
  readonly plan: ImportPlan;
  readonly report: PackageReport;
}

/**
 * Takes in a package of Anki: its notes as every import does, media beside them, and every answer that the log has not got, of
 * recto's own cards too. All is read and made ready first; then it is written. Doing it again changes nothing. A Problem where a deck
 * could not be read back; undefined when it was stopped. @throws NotSaved; what is then missing comes with the next import
 */
export async function takePackage(
  stores: Stores,
  source: AnkiPackage,
  options: PackageOptions,
): Promise<PackageTaken | Problem | undefined> {
  const media = new PackageMediaIn(source, stores.media);
  const passed = passing(source, options);
  const found = await plannedNotes(stores, source, media, options, passed);
  if (found === undefined || "remedy" in found) return found;
  const { plan, targets, differing } = found;
  const { events, state } = stores.history();
  const isFirst = state.newest === undefined;
  const days = answerDays(stores.settings, source.head.calendar);
  const answers = new PackageAnswers(targets, knownAnswers(events, targets), days);
  const staged = options.dryRun ? countOnly : stagedWhenNeeded(stores);
  try {
    for await (const lot of source.reviews()) {
      staged.add(answers.take(lot));
      if (!passed(lot.length / reviewColumns.length)) return undefined;
    }
    staged.add(answers.end());
    if (!options.dryRun) {
      await media.copy(plan);
      applyImport(stores, plan);
      staged.commit();
    }
  } finally {
    staged.discard();
  }
  const { counts, placed } = answers;
  const weights = counts.added === 0 ? undefined : weightsIn(source);
  if (weights && isFirst && !options.dryRun) stores.history().append({ type: "weightsSet", weights, reviews: counts.added });
  const added = media.wanted(plan).size - media.missing.length;
  return {
    plan,
    report: {
      differing,
      answers: counts,
      placed,
      media: { added, missing: media.missing },
      ...(weights && { weights: isFirst ? "taken" : "left" }),
    },
  };
}

/** Tells how far the rows of a package are read; false when the learner has had enough. */
function passing({ head: { counts } }: AnkiPackage, { progress, isStopped }: PackageOptions): (rows: number) => boolean {
  const total = Math.max(1, counts.notes + counts.reviews);
  let read = 0;
  return (rows) => {
    read += rows;
    progress(Math.min(1, read / total));
    return !isStopped();
  };
}

interface PlannedNotes {
  readonly plan: ImportPlan;
  readonly targets: readonly CardTarget[];
  readonly differing: readonly NoteId[];
}

async function plannedNotes(
  stores: Stores,
  source: AnkiPackage,
  media: PackageMediaIn,
  { file, deck, takesTexts }: PackageOptions,
  passed: (rows: number) => boolean,
): Promise<PlannedNotes | Problem | undefined> {
  const notes = new PackageNotes(source.head);
  for await (const lot of source.notes()) {
    for (const row of lot) notes.take("guid" in row ? await media.renamed(row) : row);
    if (!passed(lot.length)) return undefined;
  }
  const onDisk = readDecks(stores);
  const plan = planImport(stores, onDisk, { file, imported: notes.imported(takesTexts), ...(deck && { deck }) });
  if ("remedy" in plan) return plan;
  const differing = takesTexts ? [] : notes.differing(plan, onDisk.decks);
  return { plan, targets: notes.targets(plan, onDisk.decks), differing };
}

const countOnly: StagedEvents = { add: () => {}, commit: () => {}, discard: () => {} };

/** A log without news gets no file. */
function stagedWhenNeeded(stores: Stores): StagedEvents {
  let staged: StagedEvents | undefined;
  return {
    add(events) {
      if (events.length === 0) return;
      if (!staged) stores.makeHome();
      staged ??= stores.stageEvents();
      staged.add(events);
    },
    commit() {
      if (!staged) return;
      staged.commit();
      staged = undefined;
      const history = stores.history();
      history.refresh();
      history.keep();
    },
    discard: () => staged?.discard(),
  };
}

/**
 * The weights that Anki fitted to this learner, where its presets agree on one set: a home without any answers goes on with them, or
 * FSRS would not go on where Anki stopped.
 */
function weightsIn({ head }: AnkiPackage): readonly number[] | undefined {
  const sets = new Map<string, readonly number[]>();
  for (const { preset } of head.decks.values()) {
    const found = preset === undefined ? undefined : head.weights.get(preset);
    if (found) sets.set(found.join(), found);
  }
  const [only] = sets.values();
  const checked = only && sets.size === 1 ? checkWeights(only) : undefined;
  if (checked?.outcome !== "accepted") return undefined;
  return checked.weights.every((weight, place) => weight === defaultWeights[place]) ? undefined : checked.weights;
}
