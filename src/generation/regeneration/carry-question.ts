import type { Note } from "../../notes/note.ts";
import type { SourceItem } from "../../sources/source.ts";
import { capitalised } from "../../text/capitalised.ts";
import type { Span } from "../language/token.ts";
import { answerLikeness } from "./answers.ts";
import { type AskedCard, askedCards } from "./asked.ts";
import { answersChanged, askedAt, type Carried, likest, movedTo } from "./carried.ts";
import { withNewFigures } from "./question-figures.ts";
import { occurrencesOf, Rewording } from "./rewording.ts";
import { sentenceOf } from "./sentence.ts";
import { withoutOpener } from "./telling-words.ts";

type QuestionNote = Extract<Note, { readonly kind: "question" }>;

/** A question keeps its wording but for figures that were replaced; its sentence is the new line, its answer what that says. */
export function carryQuestion(note: QuestionNote, item: SourceItem, offered: readonly AskedCard[]): Carried | undefined {
  const before = sentenceOf(note) ?? "";
  const answer = answerAfter(note, new Rewording(before, item.text), offered);
  if (answer === undefined) return undefined;
  const question = withNewFigures(note.question, { before, after: item.text }, { before: note.answer, after: answer });
  const after: Note = { ...movedTo(note, item), question, answer, source: item.text };
  return { note: after, answers: answersChanged(note, after), unmarked: [] };
}

/** The answer as it was where the line still holds it, else its successor. */
function answerAfter(note: QuestionNote, rewording: Rewording, offered: readonly AskedCard[]): string | undefined {
  const { answer, question } = note;
  const own = askedCards(note)[0]?.cardClass;
  const rivals = offered.filter(({ cardClass }) => cardClass === own);
  if (own === "author") return rivals.find(({ front }) => front === question)?.answers[0] ?? answer;
  const core = withoutOpener(answer);
  const span = rewording.spanBefore(core);
  if (span && rewording.keptSpan(span)) return answer;
  const before = { ...askedAt(rewording.before, span), answer };
  const worth = (text: string, place: Span | undefined) =>
    answerLikeness(before, { ...askedAt(rewording.after, place), answer: text });
  const place = span && rewording.replacedSpan(span);
  const replaced = place && likeAnswer(answer, rewording.after.slice(place.start, place.end));
  if (replaced !== undefined && worth(replaced, place) > 0) return replaced;
  return likest(
    rivals.map(({ answers }) => likeAnswer(answer, answers.join(" "))),
    (text) => worth(text, occurrencesOf(withoutOpener(text), rewording.after)[0]),
  );
}

/** The new answer opens as the old one did: "Because …", with a capital. */
function likeAnswer(before: string, after: string): string {
  const opener = before.slice(0, before.length - withoutOpener(before).length);
  const core = withoutOpener(after);
  if (opener !== "") return `${opener}${core}`;
  return /^\p{Lu}/u.test(before) ? capitalised(core) : core;
}
