import type { CardId } from "../cards/card.ts";
import type { DeckName } from "../notes/deck.ts";
import { deckTitle } from "../notes/deck.ts";
import { quizzesIn } from "../progress/quizzes.ts";
import type { Seminar } from "../progress/seminars.ts";
import type { NewEvent, QuizzedEvent, StudyEvent } from "../scheduling/event.ts";
import { answerKindOf, outcomesOf } from "../scheduling/outcomes.ts";
import { daysBetween } from "../scheduling/study-day.ts";
import { cardStateOf } from "../scheduling/study-state.ts";
import {
  type CheckedAnswer,
  type MarkedCard,
  type QuizAction,
  type QuizCard,
  type QuizMode,
  type QuizOutcome,
  type QuizProgress,
  type QuizScore,
  type QuizSession,
  quizRefusal,
  recalledIn,
  talliesBy,
  tallyOf,
} from "../study/quiz.ts";
import { compareAnswer } from "../study/typed-answer.ts";
import { counted } from "../text/counted.ts";
import type { History } from "./history.ts";
import { HomeReader } from "./home-reader.ts";
import { writeDerivedIds } from "./note-ids.ts";
import type { NotSaved, Stores } from "./ports.ts";
import { quizCard, quizCards, wordsIn } from "./quiz-cards.ts";
import { inDays } from "./seminar-words.ts";
import type { EditPlace, Effect, QuizSitting } from "./sitting.ts";
import { todayFor } from "./study-day-plan.ts";
import type { PlacedCard } from "./study-home.ts";

export interface QuizWish {
  /** Names of decks; undefined: all. */
  readonly decks?: ReadonlySet<DeckName>;
  readonly seminar?: Seminar;
  /** How many cards; 20 by default. */
  readonly cards?: number;
  /** No card is asked once so many minutes are over. */
  readonly minutes?: number;
  /** How every card is asked that can be asked so. */
  readonly mode?: QuizMode;
}

const usualCards = 20;
/** More cards than anybody answers in a minute. */
const mostCardsAMinute = 12;

/** Starts a quiz with the first card on the table. */
export function startQuiz(stores: Stores, wish: QuizWish = {}): QuizSitting {
  return new CardQuiz(stores, wish);
}

interface Mark extends MarkedCard {
  readonly cardId: CardId;
  readonly eventId: string;
  readonly round: number;
  readonly answerMs: number;
}

/** What one key did and `u` takes back. */
type Act =
  | { readonly type: "mark"; readonly mark: Mark }
  | { readonly type: "broughtBack"; readonly events: readonly StudyEvent[] };

interface Place {
  readonly deck: DeckName;
  readonly cardId: CardId;
}

/** Events of one act, those of them that are on disk, and what comes of it when all are. */
interface Saving {
  readonly events: readonly NewEvent[];
  readonly saved: StudyEvent[];
  readonly follow: (saved: readonly StudyEvent[]) => Effect<QuizSession>;
  readonly before: QuizSession;
}

/** Owns the loop ask → mark → append → advance. */
class CardQuiz implements QuizSitting {
  readonly title: string;
  readonly seminarIn?: string;
  readonly #stores: Stores;
  readonly #history: History;
  readonly #wish: QuizWish;
  readonly #quizId: string;
  readonly #home: HomeReader;
  readonly #startedAt: string;
  readonly #acts: Act[] = [];
  /** The cards of each round, the one that is going on last. */
  readonly #rounds: (readonly Place[])[];
  #at = 0;
  #session: QuizSession;
  #shownAt: string;
  #unfinished: Saving | undefined;
  #before: QuizScore["before"] | undefined;

  constructor(stores: Stores, wish: QuizWish) {
    this.#stores = stores;
    this.#wish = wish;
    this.#history = stores.history();
    this.#quizId = stores.mintNoteId();
    this.#home = new HomeReader(stores);
    this.#startedAt = stores.now();
    this.#shownAt = this.#startedAt;
    const count = wish.cards ?? (wish.minutes === undefined ? usualCards : Math.ceil(mostCardsAMinute * wish.minutes));
    this.#rounds = [quizCards(this.#home, this.#history.state, wish.decks, count, this.#quizId)];
    this.title = wish.seminar?.title ?? this.#deckTitle();
    if (wish.seminar) this.seminarIn = inDays(daysBetween(this.#today(), wish.seminar.on));
    this.#session = this.#ask();
  }

  session(): QuizSession {
    return this.#session;
  }

  unsaved(): readonly string[] {
    return this.#history.pending();
  }

  place(): EditPlace | undefined {
    if (this.#session.phase === "over") return undefined;
    const { file, line } = this.#session.asked;
    return { path: file, line };
  }

  /** A card that an edit took out of its deck is passed over. */
  reload(): Effect<QuizSession> {
    this.#home.look();
    const session = this.#session;
    if (session.phase === "over" || session.phase === "notSaved") return this.#goTo(session);
    const placed = this.#placed(this.#places()[this.#at]);
    if (!placed) return this.#advance("The card is no longer in its deck.");
    return session.phase === "asking" ? this.#goTo(this.#asking(placed)) : this.#goTo(session);
  }

  send(action: QuizAction): Effect<QuizSession> {
    if (this.#isRetry(action.type)) return this.#retry();
    const reason = quizRefusal(this.#session, action.type);
    if (reason !== undefined) return this.#refused(reason);
    switch (action.type) {
      case "answer":
        return this.#check(this.#compared(action.text));
      case "choose":
        return this.#choose(action.index);
      case "show":
        return this.#show();
      case "grade":
        return this.#check({ given: "", outcome: action.outcome });
      case "next":
        return this.#next();
      case "accept":
        return this.#accept();
      case "tryAgain":
        return this.#tryAgain();
      case "undo":
        return this.#undo();
      case "missed":
        return this.#nextRound();
      case "bringBack":
        return this.#bringBack();
      case "retry":
        return this.#retry();
      case "stop":
        if (this.#history.pending().length === 0) this.#unfinished = undefined;
        return this.#goTo(this.#over());
    }
  }

  #isRetry(action: QuizAction["type"]): boolean {
    return this.#session.phase === "over" && this.#unfinished !== undefined && action !== "stop";
  }

  #compared(text: string): CheckedAnswer {
    const { asked } = this.#open();
    const placed = this.#placed(this.#places()[this.#at]);
    const words = placed ? wordsIn(placed.deck) : new Set<string>();
    const comparison = compareAnswer(text, asked.card.answers, (word) => words.has(word));
    return { given: text.trim(), outcome: comparison.verdict === "right" ? "right" : "wrong", comparison };
  }

  #choose(index: number): Effect<QuizSession> {
    const { asked } = this.#open();
    const given = asked.choices[index];
    if (given === undefined) return this.#refused(`There are ${asked.choices.length} answers to choose from.`);
    return this.#check({ given, outcome: given === asked.card.answers.join("; ") ? "right" : "wrong" });
  }

  #show(): Effect<QuizSession> {
    const session = this.#session;
    return this.#goTo(session.phase === "asking" ? { ...session, phase: "grading" } : session);
  }

  /** The answer with its mark. A practice leaves the mark that there is. */
  #check(checked: CheckedAnswer): Effect<QuizSession> {
    const { asked, isPractice, progress } = this.#open();
    if (isPractice) return this.#goTo({ phase: "checked", asked, progress, checked, isPractice });
    const answerMs = Math.max(0, Date.parse(this.#stores.now()) - Date.parse(this.#shownAt));
    const { outcome, given } = checked;
    this.#writeId(asked.card.id);
    return this.#save([this.#quizzed(asked, outcome)], ([saved]) => {
      const mark = {
        asked,
        cardId: asked.card.id,
        outcome,
        given,
        eventId: saved?.id ?? "",
        round: this.#rounds.length,
        answerMs,
      };
      this.#acts.push({ type: "mark", mark });
      return this.#goTo({ phase: "checked", asked, progress: this.#progress(), checked, isPractice: false });
    });
  }

  #accept(): Effect<QuizSession> {
    const session = this.#session;
    const last = this.#acts.at(-1);
    if (session.phase !== "checked" || last?.type !== "mark" || session.isPractice) return this.#refused("That was practice.");
    if (session.asked.mode !== "typed") return this.#refused("Only a typed answer can be meant otherwise than it was read.");
    if (session.checked.outcome !== "wrong") return this.#refused("It counts already.");
    if (session.checked.given === "") return this.#refused("Nothing was typed.");
    return this.#save([undoOf(last.mark), this.#quizzed(session.asked, "close")], ([, saved]) => {
      this.#acts[this.#acts.length - 1] = { type: "mark", mark: { ...last.mark, outcome: "close", eventId: saved?.id ?? "" } };
      return this.#goTo({ ...session, progress: this.#progress(), checked: { ...session.checked, outcome: "close" } });
    });
  }

  #tryAgain(): Effect<QuizSession> {
    const session = this.#session;
    if (session.phase !== "checked") return this.#goTo(session);
    const { asked, progress } = session;
    return this.#goTo({ phase: "asking", asked, progress, isPractice: true }, "For practice: the mark stays.");
  }

  #next(): Effect<QuizSession> {
    return this.#advance();
  }

  #advance(message?: string): Effect<QuizSession> {
    this.#at += 1;
    return this.#goTo(this.#ask(), message);
  }

  /** Takes back what this quiz did last; its card is asked again. */
  #undo(): Effect<QuizSession> {
    const session = this.#session;
    if (session.phase === "asking" && session.isPractice) return this.#goTo(this.#ask());
    const last = this.#acts.at(-1);
    if (!last) return this.#refused("There is nothing to undo in this quiz.");
    if (last.type === "broughtBack") {
      return this.#save(last.events.map(undoOf), () => {
        this.#acts.pop();
        return this.#goTo(this.#over(), `Undone: ${counted(last.events.length, "card")} stay as they were.`);
      });
    }
    return this.#save([undoOf(last.mark)], () => {
      this.#acts.pop();
      this.#rounds.length = last.mark.round;
      this.#at = Math.max(
        0,
        this.#places().findIndex(({ cardId }) => cardId === last.mark.cardId),
      );
      return this.#goTo(this.#ask(), "Undone: asked again.");
    });
  }

  /** The second round asks what the first one missed, and so on. */
  #nextRound(): Effect<QuizSession> {
    const missed = new Set(this.#missedIn(this.#rounds.length).map(({ cardId }) => cardId));
    if (missed.size === 0) return this.#refused("Nothing was missed.");
    this.#rounds.push(this.#places().filter(({ cardId }) => missed.has(cardId)));
    this.#at = 0;
    return this.#goTo(this.#ask());
  }

  /** Each miss is counted as forgotten, as an answer in a review: its steps bring it back today. */
  #bringBack(): Effect<QuizSession> {
    const { settings } = this.#stores;
    const now = this.#stores.now();
    const today = this.#today();
    const { state } = this.#history;
    const missed = this.#missedIn(1).filter(({ cardId }) => !this.#isBroughtBack(cardId));
    const events = missed.flatMap(({ cardId, answerMs }): NewEvent[] => {
      const placed = this.#home.card(cardId);
      const card = cardStateOf(state, cardId);
      const kind = answerKindOf(card, today);
      if (!placed || card.suspended || kind === "rehearsal") return [];
      const desiredRetention = placed.deck.frontMatter.desiredRetention ?? settings.desiredRetention;
      const { again } = outcomesOf(cardId, card, {
        now,
        today,
        fsrs: state.fsrs,
        preferences: { ...settings, desiredRetention },
      });
      const { schedule, suspends } = again;
      return [{ type: "reviewed", cardId, rating: "again", answerMs, kind, schedule, ...(suspends && { suspends: true }) }];
    });
    if (events.length === 0)
      return this.#refused(missed.length === 0 ? "Nothing that was missed is left." : "They were all answered today.");
    return this.#save(events, (saved) => {
      this.#acts.push({ type: "broughtBack", events: saved });
      const left = missed.length - events.length;
      const others = left === 0 ? "" : ` ${counted(left, "card")} had been answered today.`;
      const back = `${counted(events.length, "card")} ${events.length === 1 ? "comes" : "come"} back today`;
      return this.#goTo(this.#over(), `${back}: recto review.${others} u takes it back.`);
    });
  }

  #isBroughtBack(cardId: CardId): boolean {
    return this.#acts.some(
      (act) => act.type === "broughtBack" && act.events.some((event) => "cardId" in event && event.cardId === cardId),
    );
  }

  /** Asks the card whose turn it is; past the last one, or past the time, the quiz is over. */
  #ask(): QuizSession {
    for (; this.#at < this.#places().length && !this.#isTimeOver(); this.#at += 1) {
      const placed = this.#placed(this.#places()[this.#at]);
      if (placed) return this.#asking(placed);
    }
    return this.#over();
  }

  #asking(placed: PlacedCard): QuizSession {
    this.#shownAt = this.#stores.now();
    const near = [...new Set(this.#places().map(({ deck }) => deck))]
      .slice(0, mostNear)
      .flatMap((name) => this.#home.deck(name) ?? []);
    const asked = quizCard(placed, this.#history.state, near, this.#quizId, this.#wish.mode);
    return { phase: "asking", asked, progress: this.#progress(), isPractice: false };
  }

  #isTimeOver(): boolean {
    const { minutes } = this.#wish;
    if (minutes === undefined || this.#rounds.length > 1) return false;
    return Date.parse(this.#stores.now()) - Date.parse(this.#startedAt) >= minutes * 60_000;
  }

  #placed(place: Place | undefined): PlacedCard | undefined {
    return place && this.#home.cardIn(place.deck, place.cardId);
  }

  #places(): readonly Place[] {
    return this.#rounds.at(-1) ?? [];
  }

  #progress(): QuizProgress {
    const marks = this.#marks().filter(({ round }) => round === this.#rounds.length);
    return {
      at: Math.min(this.#at + 1, this.#places().length),
      total: this.#places().length,
      right: recalledIn(tallyOf(marks.map(({ outcome }) => outcome))),
      isAgain: this.#rounds.length > 1,
    };
  }

  #marks(): readonly Mark[] {
    return this.#acts.flatMap((act) => (act.type === "mark" ? [act.mark] : []));
  }

  #missedIn(round: number): readonly Mark[] {
    return this.#marks().filter((mark) => mark.round === round && mark.outcome === "wrong");
  }

  #over(): QuizSession {
    const first = this.#marks().filter(({ round }) => round === 1);
    const again = this.#marks().filter(({ round }) => round > 1);
    const score: QuizScore = {
      title: this.title,
      total: tallyOf(outcomesIn(first)),
      bySection: talliesBy(first, ({ section }) => section),
      bySource: talliesBy(first, ({ source }) => source),
      misses: first.filter(({ outcome }) => outcome === "wrong"),
      ...(again.length > 0 && { again: tallyOf(outcomesIn(again)) }),
      left: this.#wish.minutes !== undefined || this.#rounds.length > 1 ? 0 : this.#places().length - first.length,
      broughtBack: this.#acts.reduce((sum, act) => sum + (act.type === "broughtBack" ? act.events.length : 0), 0),
      before: this.#earlier(),
    };
    return { phase: "over", score };
  }

  /** Quizzes of the same seminar before this one. */
  #earlier(): QuizScore["before"] {
    const seminarId = this.#wish.seminar?.seminarId;
    if (seminarId === undefined) return [];
    this.#before ??= quizzesIn(this.#history.events.unusual ?? this.#history.events)
      .filter((quiz) => quiz.seminarId === seminarId && quiz.quizId !== this.#quizId)
      .map(({ day, marks }) => ({ day, ...tallyOf(outcomesIn(marks)) }))
      .toReversed();
    return this.#before;
  }

  #quizzed({ card, mode }: QuizCard, outcome: QuizOutcome): QuizzedEvent {
    const seminarId = this.#wish.seminar?.seminarId;
    return {
      type: "quizzed",
      quizId: this.#quizId,
      ...(seminarId !== undefined && { seminarId }),
      cardId: card.id,
      mode,
      outcome,
    };
  }

  /** A hand-written note gets its id written down before its first event; where its file takes none, it can be quizzed all the same. */
  #writeId(cardId: CardId): void {
    const placed = this.#home.card(cardId);
    if (!placed?.note.idIsDerived) return;
    try {
      writeDerivedIds(this.#stores.decks, this.#home, placed.deck, new Set([placed.note.id]));
      this.#home.look();
    } catch (error) {
      if (!isNotSaved(error)) throw error;
    }
  }

  #retry(): Effect<QuizSession> {
    const unfinished = this.#unfinished;
    return unfinished ? this.#finish(unfinished) : this.#goTo(this.#session);
  }

  #save(events: readonly NewEvent[], follow: Saving["follow"]): Effect<QuizSession> {
    return this.#finish({ events, follow, saved: [], before: this.#session });
  }

  /** Brings what is left of an act onto the disk, or says that it is not saved and remembers it for `retry`. */
  #finish(saving: Saving): Effect<QuizSession> {
    const { events, saved, follow, before } = saving;
    this.#unfinished = undefined;
    try {
      saved.push(...this.#history.retry());
      while (saved.length < events.length) saved.push(this.#history.append(events[saved.length] as NewEvent));
    } catch (error) {
      if (!isNotSaved(error)) throw error;
      this.#unfinished = saving;
      return this.#notSaved(before, error);
    }
    return follow(saved);
  }

  #notSaved(before: QuizSession, { message, remedy }: NotSaved): Effect<QuizSession> {
    if (before.phase === "over") return { session: before, outcome: "refused", message: `Not saved: ${message} ${remedy}` };
    return this.#goTo({ phase: "notSaved", asked: before.asked, progress: before.progress, reason: message, remedy });
  }

  #open(): Extract<QuizSession, { phase: "asking" | "grading" }> {
    if (this.#session.phase === "asking" || this.#session.phase === "grading") return this.#session;
    throw new Error(`No card is open in ${this.#session.phase}.`);
  }

  #goTo(session: QuizSession, message?: string): Effect<QuizSession> {
    this.#session = session;
    return { session, outcome: "done", ...(message !== undefined && { message }) };
  }

  #refused(message: string): Effect<QuizSession> {
    return { session: this.#session, outcome: "refused", message };
  }

  #today() {
    return todayFor(this.#history, this.#stores.settings, this.#stores.now());
  }

  #deckTitle(): string {
    const names = new Set(this.#places().map(({ deck }) => deck));
    const [only] = names;
    const deck = only !== undefined && names.size === 1 ? this.#home.deck(only) : undefined;
    return deck ? deckTitle(deck) : "";
  }
}

/** So many decks lend their answers to a choice. */
const mostNear = 8;

function undoOf(event: Pick<Mark, "eventId" | "cardId"> | StudyEvent): NewEvent {
  const eventId = "eventId" in event ? event.eventId : event.id;
  return { type: "undone", eventId, ...("cardId" in event && event.cardId !== undefined && { cardId: event.cardId }) };
}

function outcomesIn(marks: readonly { readonly outcome: QuizOutcome }[]): readonly QuizOutcome[] {
  return marks.map(({ outcome }) => outcome);
}

/** By its name: the adapters that throw it may be in another file of the program, with a copy of the class. */
function isNotSaved(error: unknown): error is NotSaved {
  return error instanceof Error && error.name === "NotSaved";
}
