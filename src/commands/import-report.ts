import type { ImportPlan } from "../app/import.ts";
import type { LeftOutReason } from "../exchange/imported.ts";
import { describeProblem } from "../notes/problem.ts";
import { counted } from "../text/counted.ts";
import type { FileResult } from "./import.ts";
import { packageLines } from "./import-package.ts";

interface Printed {
  readonly file: string;
  readonly isDryRun: boolean;
  /** Files of the command. */
  readonly isOneOf: number;
}

/** What came in, in Anki's categories, what did not and why, and what to do next. */
export function reportLines(
  { plan: { report, decks }, beside }: Extract<FileResult, { plan: ImportPlan }>,
  { file, isDryRun, isOneOf }: Printed,
): readonly string[] {
  const counts = [
    report.new > 0 && `${report.new} new`,
    report.updated > 0 && `${report.updated} updated`,
    report.duplicate > 0 && `${report.duplicate} unchanged`,
    report.leftOut.length > 0 && `${report.leftOut.length} left out`,
  ].filter((text) => typeof text === "string");
  const start = isOneOf > 1 ? `${file}: ` : "";
  return [
    `${start}${counted(report.found, "note")} found${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.`,
    ...(report.firstFieldMatch > 0 ? [`${report.firstFieldMatch} of them known by the first field.`] : []),
    ...leftOutLines(report.leftOut, file),
    ...(report.parted > 0
      ? [`${counted(report.parted, "note")} became several, because gaps stand in each other; they stay out of exports to Anki.`]
      : []),
    ...report.remarks.map(describeProblem),
    ...(beside ? packageLines(beside, isDryRun) : []),
    ...(report.pictures.length > 0 && !beside
      ? [`Copy these from Anki's collection.media into decks/media: ${listed(report.pictures)}`]
      : []),
    ...(decks.length === 0
      ? []
      : [
          `${isDryRun ? "Would be written" : "Written"} to ${listed(decks.map(({ file: deck, before }) => deck + (before ? "" : " (new)")))}.`,
        ]),
  ];
}

/** A large collection has hundreds. */
function listed(names: readonly string[]): string {
  const more = names.length - mostNames;
  return names.slice(0, mostNames).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const mostNames = 20;

/** The same for machines. */
export function importJson(result: FileResult): object {
  if ("problems" in result) return { file: result.file, problems: result.problems };
  const { report, decks, notes } = result.plan;
  const { leftOut, remarks, ...counts } = report;
  const byReason = Object.fromEntries(reasons.map((reason) => [reason, leftOut.filter((one) => one.reason === reason).length]));
  return {
    file: result.file,
    report: { ...counts, ...byReason },
    leftOut,
    decks: decks.map(({ name, file, before }) => ({ name, file, isNew: before === undefined })),
    notes: [...notes].map(([{ place }, made]) => ({ place, ids: made.map(({ id }) => id) })),
    ...(result.beside && { package: result.beside }),
    problems: remarks,
  };
}

/** What happened, and what the learner can do. */
const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  conflicting: "is a note of another kind here. Delete one of them, or change its note type in Anki.",
  missingNoteType: "names no note type. Fill the note type column.",
  missingDeck: "goes to a deck that cannot be read. Mend the deck first.",
  emptyFirstField: "has an empty first field.",
  noAnswer: "has no answer.",
  noDeletion: "hides nothing. Add a gap such as {{c1::word}}.",
  imageOcclusion: "hides parts of a picture, which recto cannot ask.",
  sameGuid: "has the GUID of another note of the file.",
  dropped: "was dropped here. Move it back from storage/dropped to have it again.",
  damaged: "cannot be read: its row in the package is damaged.",
  notWritable: "cannot stand in a deck. Change its text, or write it by hand: recto add.",
};

const reasons = Object.keys(leftOutWords) as readonly LeftOutReason[];

/** Of each reason the first few places: a line of the file each. */
function leftOutLines(leftOut: ImportPlan["report"]["leftOut"], file: string): readonly string[] {
  return reasons.flatMap((reason) => {
    const places = leftOut.filter((one) => one.reason === reason).map(({ place }) => place);
    const more = places.length - mostPlaces;
    const first = places.slice(0, mostPlaces).map((place) => `${file}:${place}  It ${leftOutWords[reason]}`);
    return more > 0 ? [...first, `… and ${more} more like that.`] : first;
  });
}

const mostPlaces = 5;
