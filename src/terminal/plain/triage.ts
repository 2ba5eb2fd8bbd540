import type { TriageSitting } from "../../app/sitting.ts";
import { laterReason } from "../../app/triage-words.ts";
import type { Progress } from "../../study/session.ts";
import type { AskedNote, NoteCard, TriageSession, TriageSummary } from "../../study/triage.ts";
import { modeOfTriage, triageActions } from "../keys.ts";
import { judgementOf, placesOf } from "../note-words.ts";
import type { AppResult } from "../options.ts";
import { words } from "../words.ts";
import { converse, type PlainStreams, say, show, type Talk } from "./converse.ts";
import { blocks, byDefaultText, frontText, possibleText, promptText } from "./texts.ts";

export interface PlainTriageOptions extends PlainStreams {
  readonly sitting: TriageSitting;
}

export function runPlainTriage(options: PlainTriageOptions): Promise<AppResult> {
  return converse(triageTalk(options), options);
}

function triageTalk(options: PlainTriageOptions): Talk {
  const { sitting } = options;
  const hadNotes = sitting.session().phase !== "done";
  return {
    phase: () => {
      const { phase } = sitting.session();
      return phase === "asking" ? "open" : phase;
    },
    mode: () => modeOfTriage(sitting.session()),
    present: () => present(options, hadNotes),
    prompt: () => prompt(options, sitting.session()),
    send: (action) => {
      const triageAction = triageActions[action];
      return triageAction && sitting.send(triageAction);
    },
    place: () => sitting.place(),
    reload: () => sitting.reload(),
    unsaved: () => sitting.unsaved(),
  };
}

function present(options: PlainTriageOptions, hadNotes: boolean): void {
  const session = options.sitting.session();
  if (session.phase === "done") show(options, summaryText(session.summary, hadNotes));
  if (session.phase === "asking") show(options, `${noteText(session.asked, session.progress)}\n`);
  prompt(options, session);
}

function prompt(options: PlainTriageOptions, session: TriageSession): void {
  if (session.phase === "asking") say(options, `${byDefaultText("judging")} ${possibleText("judging")}`);
  if (session.phase === "notSaved") {
    say(options, `${words.review.notSaved(session.reason, session.remedy)} ${promptText("notSaved")}`);
  }
}

/** "Note 3 of 25, Memory", each card with its answer, the sentence, and where it all comes from. */
function noteText(asked: AskedNote, { done, total }: Progress): string {
  const { cards, sentence, later } = asked;
  return blocks([
    words.triage.plainPosition(Math.min(done + 1, total), total, asked.deckTitle),
    ...cards.map((card, index) => cardText(card, index, cards.length)),
    sentence === undefined ? "" : words.triage.plainSentence(sentence),
    [
      words.triage.plainPlaces(placesOf(asked)),
      `${judgementOf(asked).join(", ")}.`,
      later ? words.triage.later(laterReason(later)) : "",
    ]
      .filter((line) => line !== "")
      .join("\n"),
  ]);
}

function cardText({ card, context }: NoteCard, index: number, total: number): string {
  const lines = [
    total === 1 ? "" : words.triage.plainCard(index + 1, total),
    context,
    frontText({ card }),
    words.triage.plainAnswer(card.answers.join("; ")),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function summaryText(summary: TriageSummary, hadNotes: boolean): string {
  if (!hadNotes) return words.triage.nothing;
  const { left } = summary;
  return [words.triage.judged(summary), left > 0 ? `${words.triage.left(left)}.` : words.triage.nothingLeft].join("\n");
}
