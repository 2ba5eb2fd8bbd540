import type { CardId } from "../cards/card.ts";
import { frontAsText } from "../cards/cards-of-note.ts";
import { contextLine } from "../cards/context-line.ts";
import { deckTitle } from "../notes/deck.ts";
import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import { isLeech } from "../scheduling/leech.ts";
import { answerKindOf, outcomesOf } from "../scheduling/outcomes.ts";
import { counts, nextCard, type Queue } from "../scheduling/queue.ts";
import type { Rating } from "../scheduling/schedule.ts";
import { daysBetween, type Instant, type StudyDay } from "../scheduling/study-day.ts";
import { cardStateOf } from "../scheduling/study-state.ts";
import {
  type AskedCard,
  type Progress,
  refusal,
  type Session,
  type SessionAction,
  whileSaving,
  withAnswer,
} from "../study/session.ts";
import { dropNote, moveToDropped } from "./drop.ts";
import { describeEvent, placedCardOf, waitInWords } from "./event-words.ts";
import { History } from "./history.ts";
import { writeDerivedIds } from "./note-ids.ts";
import { NotSaved, type Stores } from "./ports.ts";
import type { Effect, Sitting } from "./sitting.ts";
import { queueFor, todayFor } from "./study-day-plan.ts";
import { type PlacedCard, readHome, type StudyHome } from "./study-home.ts";
import { type GivenAnswer, summaryOf } from "./summary.ts";
import { undoLast } from "./undo.ts";

/** Starts a sitting over these decks, or over all, with the first card on the table. */
export function startReview(stores: Stores, decks?: ReadonlySet<string>): Sitting {
  return new ReviewSitting(stores, decks);
}

type Open = Extract<Session, { phase: "asking" | "answered" }>;

interface Act {
  readonly type: "rate" | "undo" | "bury" | "suspend" | "drop";
  /** The session it began in. */
  readonly before: Session;
  readonly perform: () => Effect;
}

/** Owns the loop choose → append → advance: the next card is chosen only when the answer is on disk. */
class ReviewSitting implements Sitting {
  readonly #stores: Stores;
  readonly #decks: ReadonlySet<string> | undefined;
  readonly #history: History;
  readonly #startedAt: Instant;
  readonly #answers: GivenAnswer[] = [];
  #home: StudyHome;
  #today: StudyDay;
  #queue: Queue;
  #session: Session;
  #shownAt: Instant;
  /** What could not be saved, for `retry`. */
  #failed: Act | undefined;

  constructor(stores: Stores, decks: ReadonlySet<string> | undefined) {
    this.#stores = stores;
    this.#decks = decks;
    this.#history = new History(stores.log());
    this.#home = readHome(stores.decks);
    this.#startedAt = stores.now();
    this.#shownAt = this.#startedAt;
    this.#today = todayFor(this.#history, stores.settings, this.#startedAt);
    this.#queue = this.#newQueue();
    this.#session = this.#choose();
  }

  session(): Session {
    return this.#session;
  }

  unsaved(): readonly string[] {
    return this.#history.pending();
  }

  place(): { readonly path: string; readonly line: number } | undefined {
    if (this.#session.phase === "done") return undefined;
    const { file, line } = this.#session.asked;
    return { path: file, line };
  }

  send(action: SessionAction): Effect {
    const reason = refusal(this.#session.phase, action.type);
    if (reason !== undefined) return { session: this.#session, outcome: "refused", message: reason };
    switch (action.type) {
      case "show":
        return this.#show();
      case "rate":
        return this.#begin(action.type, () => this.#rate(action.rating));
      case "undo":
        return this.#begin(action.type, () => this.#undo());
      case "bury":
        return this.#begin(action.type, () => this.#putAway("buried", "Buried. Back tomorrow."));
      case "suspend":
        return this.#begin(action.type, () => this.#putAway("suspended", "Suspended."));
      case "drop":
        return this.#begin(action.type, () => this.#drop());
      case "retry":
        return this.#retry();
      case "continue":
        return this.#continue();
      case "stop":
        return this.#goTo(this.#done());
    }
  }

  reload(): Effect {
    this.#home = readHome(this.#stores.decks);
    this.#queue = this.#newQueue();
    const session = this.#session;
    if (session.phase !== "asking" && session.phase !== "answered") return this.#goTo(session);
    const placed = this.#home.cards.get(session.asked.card.id);
    if (!placed) return this.#goTo(this.#choose(), "The card is no longer in its deck.");
    return this.#goTo({ ...session, asked: this.#ask(placed) });
  }

  #show(): Effect {
    return this.#goTo(this.#session.phase === "asking" ? withAnswer(this.#session) : this.#session);
  }

  #rate(rating: Rating): Effect {
    const session = this.#session;
    if (session.phase !== "answered") return this.#goTo(session);
    this.#session = whileSaving(session, rating);
    const cardId = session.asked.card.id;
    const outcome = session.asked.outcomes[rating];
    const kind = answerKindOf(cardStateOf(this.#history.state, cardId), this.#today);
    const answerMs = Math.max(0, Date.parse(this.#stores.now()) - Date.parse(this.#shownAt));
    const saved = this.#append(cardId, {
      type: "reviewed",
      cardId,
      rating,
      answerMs,
      kind,
      ...(kind !== "rehearsal" && { schedule: outcome.schedule }),
      ...(outcome.suspends && { suspends: true }),
    });
    return this.#answered(saved);
  }

  #answered(saved: StudyEvent): Effect {
    if (saved.type !== "reviewed") return this.#advance();
    const front = this.#home.cards.get(saved.cardId)?.card.front ?? [];
    this.#answers.push({ eventId: saved.id, cardId: saved.cardId, rating: saved.rating, front: frontAsText(front) });
    return this.#advance(saved.suspends ? "Forgotten often, so it is suspended now. Reword its note." : undefined);
  }

  #putAway(type: "buried" | "suspended", message: string): Effect {
    const cardId = this.#openCard().asked.card.id;
    this.#append(cardId, { type, cardId });
    return this.#advance(message);
  }

  #drop(): Effect {
    const placed = this.#home.cards.get(this.#openCard().asked.card.id);
    if (!placed) return this.#advance();
    dropNote(this.#stores.decks, this.#home, this.#history, placed);
    return this.#dropped(placed);
  }

  #dropped({ note }: PlacedCard): Effect {
    const cards = [...this.#home.cards.values()].filter((placed) => placed.note.id === note.id).length;
    this.#home = readHome(this.#stores.decks);
    this.#queue = this.#newQueue();
    return this.#advance(cards === 1 ? "Dropped." : `Dropped, with all ${cards} cards of its note.`);
  }

  #undo(): Effect {
    const event = undoLast(this.#stores.decks, this.#home, this.#history);
    if (!event) return { session: this.#session, outcome: "refused", message: "There is nothing to undo." };
    return this.#undone(event);
  }

  /** The newest act was taken back: asks its card again where it belongs to this sitting. */
  #undone(event: StudyEvent): Effect {
    const place = this.#answers.findIndex((answer) => answer.eventId === event.id);
    if (place >= 0) this.#answers.splice(place, 1);
    this.#home = readHome(this.#stores.decks);
    this.#queue = this.#newQueue();
    const placed = placedCardOf(event, this.#home);
    const session = placed && this.#isInScope(placed) ? this.#asking(placed) : this.#choose();
    return this.#goTo(session, `Undone: ${describeEvent(event, this.#home)}.`);
  }

  #continue(): Effect {
    const session = this.#choose();
    if (session.phase !== "done") return this.#goTo(session);
    const { nextAt, comingBack } = session.summary;
    const message =
      nextAt === undefined
        ? "Nothing comes back today."
        : `${comingBack} to come back, the first ${waitInWords(this.#stores.now(), nextAt)}.`;
    this.#session = session;
    return { session, outcome: "refused", message };
  }

  #begin(type: Act["type"], perform: () => Effect): Effect {
    const act = { type, before: this.#session, perform };
    return this.#attempt(act, perform);
  }

  /** The log's part first, where it is what failed; then the rest of the act, or all of it again. */
  #retry(): Effect {
    const act = this.#failed;
    if (!act) return this.#goTo(this.#session);
    return this.#attempt(act, () => (this.#history.pending().length > 0 ? this.#saved(act) : this.#redo(act)));
  }

  /** Does it, or says that it is not saved and remembers it for `retry`. */
  #attempt(act: Act, work: () => Effect): Effect {
    this.#failed = undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      this.#failed = act;
      return this.#notSaved(act.before, error);
    }
  }

  #redo({ before, perform }: Act): Effect {
    this.#session = before;
    return perform();
  }

  /** The log took at last what it had refused: does what would have followed at once. */
  #saved(act: Act): Effect {
    const saved = this.#history.retry().at(-1);
    if (saved?.type === "reviewed") return this.#answered(saved);
    if (act.type === "undo" && saved?.type === "undone") {
      const event = this.#history.events.find(({ id }) => id === saved.eventId);
      if (event) return this.#undone(event);
    }
    if (act.type === "drop") return this.#savedDrop(act, saved);
    return this.#advance("Saved.");
  }

  /** An `undone` took back a verdict whose files had refused: the whole act is still to do. */
  #savedDrop(act: Act, saved: StudyEvent | undefined): Effect {
    const placed = act.before.phase === "done" ? undefined : this.#home.cards.get(act.before.asked.card.id);
    if (!placed || saved?.type !== "triaged") return this.#redo(act);
    moveToDropped(this.#stores.decks, this.#home, this.#history, placed, saved);
    return this.#dropped(placed);
  }

  #notSaved(before: Session, error: NotSaved): Effect {
    if (before.phase === "done")
      return { session: before, outcome: "refused", message: `Not saved: ${error.message} ${error.remedy}` };
    return this.#goTo({
      phase: "notSaved",
      asked: before.asked,
      progress: before.progress,
      reason: error.message,
      remedy: error.remedy,
    });
  }

  /** A hand-written note gets its id written down before its first event. */
  #append(cardId: CardId, event: NewEvent): StudyEvent {
    const placed = this.#home.cards.get(cardId);
    if (placed?.note.idIsDerived) {
      writeDerivedIds(this.#stores.decks, this.#home, placed.deck, placed.note.id);
      this.#home = readHome(this.#stores.decks);
    }
    return this.#history.append(event);
  }

  #openCard(): Open {
    if (this.#session.phase === "asking" || this.#session.phase === "answered") return this.#session;
    throw new Error(`No card is open in ${this.#session.phase}.`);
  }

  #advance(message?: string): Effect {
    return this.#goTo(this.#choose(), message);
  }

  #goTo(session: Session, message?: string): Effect {
    this.#session = session;
    return { session, outcome: "done", ...(message !== undefined && { message }) };
  }

  #choose(): Session {
    const now = this.#stores.now();
    const today = todayFor(this.#history, this.#stores.settings, now);
    if (today !== this.#today) {
      this.#today = today;
      this.#queue = this.#newQueue();
    }
    const next = nextCard(this.#queue, this.#history.state, now, this.#answers.at(-1)?.cardId);
    const placed = next.type === "card" ? this.#home.cards.get(next.card.cardId) : undefined;
    return placed ? this.#asking(placed) : this.#done();
  }

  #asking(placed: PlacedCard): Session {
    this.#shownAt = this.#stores.now();
    return { phase: "asking", asked: this.#ask(placed), progress: this.#progress() };
  }

  #ask({ card, deck, line }: PlacedCard): AskedCard {
    const state = cardStateOf(this.#history.state, card.id);
    const { settings } = this.#stores;
    const desiredRetention = deck.frontMatter.desiredRetention ?? settings.desiredRetention;
    const moment = {
      now: this.#shownAt,
      today: this.#today,
      fsrs: this.#history.state.fsrs,
      preferences: { ...settings, desiredRetention },
    };
    return {
      card,
      deckTitle: deckTitle(deck),
      context: contextLine(card, deck.frontMatter),
      file: deck.file,
      line,
      timesSeen: state.reps,
      ...(state.lastReviewedOn !== undefined && { lastSeenDaysAgo: Math.max(0, daysBetween(state.lastReviewedOn, this.#today)) }),
      isLeech: isLeech(state.lapses, settings.leechThreshold),
      outcomes: outcomesOf(card.id, state, moment),
    };
  }

  #progress(): Progress {
    const left = counts(this.#queue, this.#history.state, this.#stores.now());
    const done = this.#answers.length;
    return { done, total: done + left.new + left.learning + left.review + left.waiting };
  }

  #done(): Session {
    const scope = [...this.#home.cards.values()].filter((placed) => this.#isInScope(placed));
    const summary = summaryOf({
      answers: this.#answers,
      cards: scope,
      history: this.#history,
      queue: this.#queue,
      today: this.#today,
      startedAt: this.#startedAt,
      now: this.#stores.now(),
    });
    return { phase: "done", summary };
  }

  #isInScope({ deck }: PlacedCard): boolean {
    return this.#decks === undefined || this.#decks.has(deck.name);
  }

  #newQueue(): Queue {
    return queueFor(this.#home, this.#history, this.#stores.settings, this.#today, this.#decks);
  }
}
