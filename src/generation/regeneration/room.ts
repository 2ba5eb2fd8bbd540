import { ordinalsOf, plainText } from "../../notes/cloze-text.ts";
import type { Draft, Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import type { GeneratedNote } from "../generation.ts";
import { answerLikeness } from "./answers.ts";
import { type AskedCard, answerSpans, askedCards } from "./asked.ts";
import { gapsOf, nextOrdinalOf, withGaps } from "./gaps.ts";
import { sentenceFingerprint } from "./sentence.ts";

/** What a line has already. */
export interface Occupied {
  /** Notes of the deck that were made from it. */
  readonly present: readonly Note[];
  /** Notes about the same, dropped or written by hand: what they ask for is not asked again. */
  readonly barring: readonly Note[];
}

/** What a line gives beside what it has. */
export interface Offer {
  readonly notes: readonly GeneratedNote[];
  /** A note that is there already, with more gaps. */
  readonly extended?: Note;
  readonly barred: readonly Barred[];
}

/** A draft's card left out, because a note about the same was dropped or written by hand. */
export interface Barred {
  readonly card: AskedCard;
  readonly by: Note;
}

/** The made notes of one line that it still has room for: as many cards as it would give, less those it has. */
export function offerOf(item: SourceItem, made: readonly GeneratedNote[], { present, barring }: Occupied): Offer {
  const has = present.flatMap(askedCards);
  const bars = barring.flatMap((by) => askedCards(by).map((other) => ({ by, other })));
  const barred: Barred[] = [];
  let room = made.flatMap(({ draft }) => askedCards(draft)).length - has.length;
  const notes: GeneratedNote[] = [];
  let host = present.find((note) => isWhole(note, item));
  const before = host;
  for (const each of made) {
    const slots = new Set<string>();
    for (const card of askedCards(each.draft)) {
      if (has.some((other) => asksTheSame(card, other, item.text))) continue;
      const bar = bars.find(({ other }) => asksTheSame(card, other, item.text));
      if (bar) barred.push({ card, by: bar.by });
      else if (room > 0) {
        room -= 1;
        slots.add(card.slot);
      }
    }
    if (slots.size === 0) continue;
    const draft = withOnly(each.draft, slots);
    if (host && isWhole(draft, item)) host = joined(host, draft);
    else notes.push({ ...each, draft });
  }
  return { notes, barred, ...(host && host !== before && { extended: host }) };
}

/** One answer, or words that overlap; who said it only once a quote. */
export function asksTheSame(a: AskedCard, b: AskedCard, line: string): boolean {
  if (a.cardClass === "who" || b.cardClass === "who") return a.cardClass === b.cardClass;
  const [spans, others] = [answerSpans(a, line), answerSpans(b, line)];
  if (spans.some((one) => others.some((other) => one.start < other.end && other.start < one.end))) return true;
  if (a.cardClass !== b.cardClass || a.answers.length !== b.answers.length) return false;
  return a.answers.every(
    (answer, index) => answerLikeness({ front: a.front, answer }, { front: b.front, answer: b.answers[index] ?? "" }) > 0,
  );
}

type GapDraft = Extract<Draft, { readonly kind: "cloze" | "quote" }>;

/** Gaps in the whole line, so that more gaps can join them. */
function isWhole<N extends Draft>(note: N, item: SourceItem): note is Extract<N, { kind: "cloze" | "quote" }> {
  if (note.kind === "question" || note.source !== undefined) return false;
  return sentenceFingerprint(note) === sentenceFingerprint({ ...note, source: item.text });
}

/** A draft without its other cards; its gaps numbered anew, as nobody has seen them yet. */
function withOnly(draft: Draft, slots: ReadonlySet<string>): Draft {
  if (draft.kind === "question") return draft;
  const kept = ordinalsOf(draft.text).filter((ordinal) => slots.has(`c${ordinal}`));
  const asksWho = draft.kind === "quote" && draft.asksWho && slots.has("who");
  if (kept.length === ordinalsOf(draft.text).length && (draft.kind === "cloze" || asksWho === draft.asksWho)) return draft;
  const { nextOrdinal: _, ...provenance } = draft.provenance;
  const text = renumbered(draft, kept, 1);
  const next = kept.length + 1;
  const pinned = { ...provenance, ...(next > 1 && { nextOrdinal: next }) };
  return draft.kind === "quote" ? { ...draft, text, asksWho, provenance: pinned } : { ...draft, text, provenance: pinned };
}

function renumbered({ text }: GapDraft, kept: readonly number[], first: number) {
  const gaps = gapsOf(text).filter(({ ordinal }) => kept.includes(ordinal));
  const sentence = plainText(text);
  return withGaps(
    sentence,
    gaps.map((gap) => ({ ...gap, ordinal: first + kept.indexOf(gap.ordinal) })),
  );
}

/** The note with the draft's gaps too, under ordinals that it never had. */
function joined(note: Note & GapDraft, draft: GapDraft): Note & GapDraft {
  const first = nextOrdinalOf(note);
  const more = ordinalsOf(draft.text);
  const gaps = gapsOf(draft.text).map((gap) => ({ ...gap, ordinal: first + more.indexOf(gap.ordinal) }));
  const provenance = { ...note.provenance, nextOrdinal: first + more.length };
  const text = withGaps(plainText(note.text), [...gapsOf(note.text), ...gaps]);
  const asksWho = note.kind === "quote" && draft.kind === "quote" && (note.asksWho || draft.asksWho);
  return note.kind === "quote" ? { ...note, text, provenance, asksWho } : { ...note, text, provenance };
}
