import { contextLine } from "../cards/context-line.ts";
import { byHand } from "../generation/candidates/kind-names.ts";
import { priors } from "../generation/weights.ts";
import { plainText } from "../notes/cloze-text.ts";
import { type Deck, deckTitle } from "../notes/deck.ts";
import type { Note } from "../notes/note.ts";
import { topicsOver } from "../notes/topics.ts";
import { type KeepRate, keepRates, offeredLater, verdictsIn } from "../progress/keep-rate.ts";
import type { AskedNote, SourceLine } from "../study/triage.ts";
import type { History } from "./history.ts";
import type { Settings } from "./ports.ts";
import type { UntriagedNote } from "./untriaged.ts";

/** What is known of a generated note besides its deck. */
export interface NoteOrigin {
  /** What the generator thinks of it now. */
  readonly score?: number;
  readonly source?: SourceLine;
}

export type NoteOrigins = (deck: Deck, note: Note) => NoteOrigin;

/** Kinds of card that the learner drops more often than not, with how often. */
export function laterKinds({ verdicts }: Pick<History, "verdicts">, { verdictsSince }: Settings): ReadonlyMap<string, KeepRate> {
  return offeredLater(keepRates(verdicts.values(), verdictsSince));
}

/** Best first; kinds that the learner mostly drops come after all others. Deck order decides between equals. */
export function inTriageOrder(
  notes: readonly UntriagedNote[],
  origins: NoteOrigins,
  later: ReadonlyMap<string, KeepRate>,
): readonly AskedNote[] {
  return notes
    .map((untriaged) => askedNote(untriaged, origins, later))
    .sort((a, b) => Number(a.later !== undefined) - Number(b.later !== undefined) || rankOf(b) - rankOf(a));
}

export function askedNote(
  { note, deck, line, cards }: UntriagedNote,
  origins: NoteOrigins,
  later: ReadonlyMap<string, KeepRate>,
): AskedNote {
  const { score, source } = origins(deck, note);
  const kind = note.provenance.candidateKind ?? byHand;
  const rate = later.get(kind);
  const sentence = source?.text ?? note.source;
  return {
    noteId: note.id,
    cards: cards.map((card) => ({ card, context: contextLine(card, deck.frontMatter, topicsOver(deck, note.id)) })),
    deck: deck.name,
    deckTitle: deckTitle(deck),
    file: deck.file,
    line,
    kind,
    ...(score !== undefined && { score }),
    ...(source && { source }),
    ...(sentence !== undefined && sentence !== ownText(note) && { sentence }),
    ...(rate && { later: { dropped: rate.dropped, verdicts: verdictsIn(rate) } }),
  };
}

/** Where there is no score, what its kind is worth before anything is known of the line. */
function rankOf({ score, kind }: AskedNote): number {
  if (score !== undefined) return score;
  return Object.hasOwn(priors, kind) ? priors[kind as keyof typeof priors] : 0;
}

function ownText(note: Note): string | undefined {
  return note.kind === "question" ? undefined : plainText(note.text);
}
