import { laterReason } from "../app/triage-words.ts";
import type { AskedNote, NoteCard } from "../study/triage.ts";
import { type CardLines, contextSpans, frontSpans, stack } from "./card-lines.ts";
import type { Layout } from "./layout.ts";
import { passage, type Span } from "./line.ts";
import { judgementOf, placesOf } from "./note-words.ts";
import { words } from "./words.ts";

/** A note's rows: what each of its cards asks and answers, then where it comes from. The last answer must not go unnoticed. */
export function noteLines(asked: AskedNote, layout: Layout): CardLines {
  const key = `${layout.padding} ${layout.textWidth} ${layout.isAiry} ${layout.isWide}`;
  const known = drawn.get(asked) ?? new Map<string, CardLines>();
  drawn.set(asked, known);
  const lines = known.get(key) ?? layOut(asked, layout);
  known.set(key, lines);
  return lines;
}

/** A note's rows change only with the note and the window. */
const drawn = new WeakMap<AskedNote, Map<string, CardLines>>();

function layOut(asked: AskedNote, layout: Layout): CardLines {
  const context = asked.cards[0]?.context ?? "";
  const above = contextSpans(context, layout);
  const cards = asked.cards.map((card) => cardBlock(card, context, layout));
  const shown = stack([above, ...cards], layout);
  const lastAnswer = stack([answerSpans(asked.cards.at(-1))], layout).length;
  return {
    lines: stack([above, ...cards, ...originBlocks(asked)], layout),
    answer: { at: shown.length - lastAnswer, rows: Math.max(1, lastAnswer) },
  };
}

/** Front and answer under each other; a context that differs from the first card's stands above. */
function cardBlock(noteCard: NoteCard, contextAbove: string, layout: Layout): readonly Span[] {
  const isSaid = noteCard.context === contextAbove || noteCard.context === "";
  const own = isSaid ? [] : [...contextSpans(noteCard.context, layout), passage("\n")];
  return [...own, ...frontSpans(noteCard.card), passage("\n"), ...answerSpans(noteCard)];
}

function answerSpans(noteCard: NoteCard | undefined): readonly Span[] {
  return [passage(`→ ${noteCard?.card.answers.join(" · ") ?? ""}`, "answer")];
}

function originBlocks(asked: AskedNote): readonly (readonly Span[])[] {
  const reason = asked.later && words.triage.later(laterReason(asked.later));
  return [
    [passage(asked.sentence ?? "", "muted")],
    [passage([placesOf(asked), judgementOf(asked)].map(oneLine).join("\n"), "muted")],
    [passage(reason ?? "", "notice")],
  ];
}

function oneLine(parts: readonly string[]): string {
  return parts.join(" · ").replaceAll("\n", " ");
}
