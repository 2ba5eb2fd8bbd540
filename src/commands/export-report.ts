import { notCarriedWords } from "../exchange/anki-note.ts";
import type { AnkiReport } from "../exchange/anki-text.ts";
import { counted } from "../text/counted.ts";

interface Printed {
  readonly out: string;
  readonly dryRun: boolean;
  /** What a package holds beside the notes, media among it. */
  readonly beside?: readonly string[];
}

/** What went out, what did not and why, and what to do in Anki. */
export function reportLines(report: AnkiReport, { out, dryRun, beside }: Printed): readonly string[] {
  const { byKind } = report;
  const kinds = Object.entries(byKind)
    .filter(([, { notes }]) => notes > 0)
    .map(([kind, { notes }]) => `${notes} ${kindNames[kind as keyof typeof byKind][notes === 1 ? 0 : 1]}`);
  return [
    report.notes === 0
      ? "There is nothing to export."
      : `${counted(report.notes, "note")} with ${counted(report.cards, "card")} (${kinds.join(", ")})${dryRun ? " would go out." : ` written to ${out === "-" ? "standard output" : out}.`}`,
    ...(report.orphans > 0 ? [`Left out: ${counted(report.orphans, "note")} whose sentence is no longer in the source.`] : []),
    ...report.notCarried.map(({ noteId, deck, reason }) => `Note ${noteId} of ${deck} ${notCarriedWords[reason]}`),
    ...report.renamedDecks.map(({ from, to }) => `Deck ${from} is called ${to} in Anki.`),
    ...(report.tagsLeftOff.length > 0
      ? [`Tags of single decks or notes stay here: ${report.tagsLeftOff.join(", ")}. --update-tags sends them.`]
      : []),
    ...(beside && report.notes > 0 ? beside : []),
    ...(report.pictures.length > 0 && !beside
      ? [`Copy these from decks/media into Anki's collection.media: ${report.pictures.join(", ")}`]
      : []),
    ...(report.notes > 0 && !dryRun && out !== "-"
      ? ["In Anki: File > Import, choose the file, Import. Do the same after every later export."]
      : []),
  ];
}

const kindNames: Readonly<Record<keyof AnkiReport["byKind"], readonly [one: string, more: string]>> = {
  cloze: ["cloze", "cloze"],
  quote: ["quote", "quotes"],
  who: ["who said it", "who said it"],
  question: ["question", "questions"],
  both: ["both ways", "both ways"],
};
