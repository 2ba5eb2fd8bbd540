import type { CardId } from "../cards/card.ts";
import { cardsOf, frontAsText } from "../cards/cards-of-note.ts";
import type { DeckName } from "../notes/deck.ts";
import { describeProblem } from "../notes/problem.ts";
import type { NewEvent, StudyEvent } from "../scheduling/event.ts";
import type { QueueCard } from "../scheduling/gather.ts";
import { becomesLeech } from "../scheduling/leech.ts";
import { answerKindOf } from "../scheduling/outcomes.ts";
import { cardsLeft, nextCard, type Queue } from "../scheduling/queue.ts";
import { asksForRecall } from "../scheduling/recall.ts";
import type { Rating } from "../scheduling/schedule.ts";
import { addDays, type Instant, type StudyDay } from "../scheduling/study-day.ts";
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
import { askedCard } from "./asked-card.ts";
import { dropObstacle, takeOut, verdictOn } from "./drop.ts";
import { describeEvent, placedCardOf, waitInWords } from "./event-words.ts";
import type { History } from "./history.ts";
import type { HomeOutline } from "./home-outline.ts";
import { HomeReader } from "./home-reader.ts";
import { beforeUndoing, type LostEdit, lostEdit, problemNear } from "./lost-edit.ts";
import { writeDerivedIds } from "./note-ids.ts";
import { NotSaved, type Stores } from "./ports.ts";
import type { EditPlace, Effect, Sitting } from "./sitting.ts";
import { queueFor, todayFor } from "./study-day-plan.ts";
import type { PlacedCard } from "./study-home.ts";
import { type GivenAnswer, summaryOf } from "./summary.ts";
import { describeUndo, type TakenBack, undoLast } from "./undo.ts";

/**
 * Starts a sitting over these decks, or over all, with the first card on the table. `home`: as read a moment ago. `plan` decides what is
 * asked instead of what is due; it is asked again when the decks, the day or an undo have changed what it stood on.
 */
export function startReview(
  stores: Stores,
  decks?: ReadonlySet<string>,
  home: HomeReader = new HomeReader(stores),
  plan?: PlanOf,
): Sitting {
  return new ReviewSitting(stores, decks, home, plan);
}

export type PlanOf = (home: HomeOutline, history: History, today: StudyDay) => Queue;

/** An act that the disk refused, and the session it began in. */
interface Unfinished {
  readonly act: () => Effect;
  readonly before: Session;
}

/** A card that an edit took out of its deck. */
interface Lost extends LostEdit {
  readonly cardId: CardId;
}

type Open = Extract<Session, { phase: "asking" | "answered" }>;

type Saved<Type extends StudyEvent["type"]> = Extract<StudyEvent, { type: Type }>;

const putAwayWords = { buried: "Buried. Back tomorrow.", suspended: "Suspended. u brings it back." } as const;

/** Owns the loop choose → append → advance: the next card is chosen only when the answer is on disk. */
class ReviewSitting implements Sitting {
  readonly #stores: Stores;
  readonly #decks: ReadonlySet<string> | undefined;
  readonly #history: History;
  readonly #startedAt: Instant;
  readonly #answers: GivenAnswer[] = [];
  readonly #home: HomeReader;
  readonly #plan: PlanOf | undefined;
  #today: StudyDay;
  #queue: Queue;
  #session: Session;
  #shownAt: Instant;
  #unfinished: Unfinished | undefined;
  /** Whether the rating given last tells what was remembered. */
  #isRecall = false;
  /** Of the card rated last, before that. */
  #lapsesBefore = 0;
  /** Where the note of a card stands that has just become a leech, until the learner goes on. */
  #leech: EditPlace | undefined;
  /** The card that an edit took out of its deck, until the learner goes on. */
  #lost: Lost | undefined;

  constructor(stores: Stores, decks: ReadonlySet<string> | undefined, home: HomeReader, plan: PlanOf | undefined) {
    this.#stores = stores;
    this.#plan = plan;
    this.#decks = decks;
    this.#history = stores.history();
    this.#home = home;
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

  place(): EditPlace | undefined {
    if (this.#lost?.place) return this.#lost.place;
    if (this.#leech) return this.#leech;
    if (this.#session.phase === "done") return undefined;
    const { file, line } = this.#session.asked;
    return { path: file, line };
  }

  send(action: SessionAction): Effect {
    const lost = this.#lost;
    this.#lost = undefined;
    this.#leech = undefined;
    const earlier = lost && action.type === "undo" && this.#history.lastUndoable();
    if (earlier)
      return { session: this.#session, outcome: "refused", message: beforeUndoing(lost, describeEvent(earlier, this.#home)) };
    if (this.#isRetry(action.type)) return this.#retry();
    const reason = refusal(this.#session.phase, action.type);
    if (reason !== undefined) return { session: this.#session, outcome: "refused", message: reason };
    switch (action.type) {
      case "show":
        return this.#show();
      case "rate":
        return this.#attempt(() => this.#rate(action.rating));
      case "undo":
        return this.#attempt(() => this.#undo());
      case "bury":
        return this.#attempt(() => this.#putAway("buried"));
      case "suspend":
        return this.#attempt(() => this.#putAway("suspended"));
      case "drop":
        return this.#attempt(() => this.#stores.alone(() => this.#drop()));
      case "retry":
        return this.#retry();
      case "continue":
        return this.#continue();
      case "stop":
        if (this.#history.pending().length === 0) this.#unfinished = undefined;
        return this.#goTo(this.#done());
    }
  }

  /** On the summary too, what is not saved comes first: what is built on it would be lost with it. */
  #isRetry(action: SessionAction["type"]): boolean {
    if (this.#session.phase !== "done" || !this.#unfinished) return false;
    return action === "retry" || action === "undo" || (action === "continue" && this.#history.pending().length > 0);
  }

  reload(): Effect {
    const lost = this.#lost;
    this.#leech = undefined;
    const isChanged = this.#readAgain();
    const session = this.#session;
    const back = lost && this.#home.card(lost.cardId);
    if (back) {
      this.#lost = undefined;
      return this.#goTo(this.#asking(back));
    }
    if (lost?.place) return this.#lose(lost.cardId, lost.place);
    this.#lost = undefined;
    if (session.phase !== "asking" && session.phase !== "answered") return this.#goTo(session);
    const { card, file, line } = session.asked;
    const placed = this.#home.card(card.id);
    if (!placed) return this.#lose(card.id, { path: file, line });
    return this.#goTo({ ...session, asked: this.#ask(placed) }, isChanged ? "The deck was read again." : undefined);
  }

  /** Goes on without a card that is in its deck no more, and says what is wrong there. */
  #lose(cardId: CardId, place: EditPlace): Effect {
    const problem = problemNear(this.#home.problems(), place);
    const session = this.#choose();
    this.#lost = { cardId, ...lostEdit("card", place, problem, session.phase === "done") };
    return this.#goTo(session, this.#lost.message);
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
    const before = cardStateOf(this.#history.state, cardId);
    this.#lapsesBefore = before.lapses;
    const kind = answerKindOf(before, this.#today);
    this.#isRecall = asksForRecall(before.schedule);
    const answerMs = Math.max(0, Date.parse(this.#stores.now()) - Date.parse(this.#shownAt));
    return this.#append(cardId, {
      type: "reviewed",
      cardId,
      rating,
      answerMs,
      kind,
      ...(kind !== "rehearsal" && { schedule: outcome.schedule }),
      ...(outcome.suspends && { suspends: true }),
    });
  }

  #answered(saved: Saved<"reviewed">): Effect {
    const front = this.#home.card(saved.cardId)?.card.front ?? [];
    this.#answers.push({
      eventId: saved.id,
      cardId: saved.cardId,
      rating: saved.rating,
      front: frontAsText(front),
      isRecall: this.#isRecall,
    });
    const { lapses } = cardStateOf(this.#history.state, saved.cardId);
    const isLeech = lapses > this.#lapsesBefore && becomesLeech(lapses, this.#stores.settings.leechThreshold);
    const effect = this.#advance();
    return isLeech ? this.#offerRewording(saved, lapses, effect) : effect;
  }

  /** What is forgotten again and again is mostly asked badly: `e` opens its note, until the learner goes on. */
  #offerRewording({ cardId, suspends }: Saved<"reviewed">, lapses: number, effect: Effect): Effect {
    const placed = this.#home.card(cardId);
    if (!placed) return effect;
    const { deck, line } = placed;
    this.#leech = { path: deck.file, line };
    const what = `Forgotten ${lapses === 1 ? "once" : `${lapses} times`}${suspends ? ", so it is suspended now" : ""}.`;
    const how =
      effect.session.phase === "done"
        ? `Reword or split its note: ${deck.file}:${line}.`
        : "e opens its note, to reword or split it.";
    return { ...effect, message: `${what} ${how}` };
  }

  #putAway(type: "buried" | "suspended"): Effect {
    const cardId = this.#openCard().asked.card.id;
    return this.#append(cardId, { type, cardId });
  }

  #drop(): Effect {
    const placed = this.#home.card(this.#openCard().asked.card.id);
    if (!placed) return this.#advance();
    const obstacle = dropObstacle(this.#stores.decks, placed.deck);
    if (obstacle) return { session: this.#session, outcome: "refused", message: describeProblem(obstacle) };
    return this.#follow(this.#history.append(verdictOn(placed.note, "dropped")));
  }

  #dropped(verdict: Saved<"triaged">): Effect {
    const placed = placedCardOf(verdict, this.#home);
    if (!placed) return this.#advance();
    takeOut(this.#stores.decks, this.#home, this.#history, placed, verdict.id);
    const cards = cardsOf(placed.note, placed.deck.name).length;
    this.#readAgain();
    return this.#advance(
      cards === 1 ? "Dropped. u brings it back." : `Dropped, with all ${cards} cards of its note. u brings them back.`,
    );
  }

  /** Takes back the newest act, and asks its card again where it belongs to this sitting. */
  #undo(): Effect {
    const taken = undoLast(this.#stores, this.#home, this.#history);
    if (!taken) return { session: this.#session, outcome: "refused", message: "There is nothing to undo." };
    return this.#undone(taken);
  }

  #undone(taken: TakenBack): Effect {
    const { event } = taken;
    const place = this.#answers.findIndex((answer) => answer.eventId === event.id);
    if (place >= 0) this.#answers.splice(place, 1);
    this.#readAgain();
    // A note that is back comes when the queue says so: a card of it may have been answered today.
    const placed = event.type === "triaged" ? undefined : placedCardOf(event, this.#home);
    const session = placed && this.#isInScope(placed) ? this.#asking(placed) : this.#choose();
    return this.#goTo(session, describeUndo(taken, this.#home));
  }

  #retry(): Effect {
    const unfinished = this.#unfinished;
    if (!unfinished) return this.#goTo(this.#session);
    this.#unfinished = undefined;
    return this.#attempt(() => this.#redo(unfinished), unfinished);
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

  /** Does it, or says that it is not saved and remembers it for `retry`. */
  #attempt(act: () => Effect, unfinished: Unfinished = { act, before: this.#session }): Effect {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      this.#unfinished = unfinished;
      return this.#notSaved(unfinished.before, error);
    }
  }

  /** What waits to be logged is logged and followed up; when nothing does, the whole act is done again, on the decks as they are now. */
  #redo({ act, before }: Unfinished): Effect {
    const saved = this.#history.retry().at(-1);
    this.#readAgain();
    if (saved) return this.#follow(saved);
    this.#session = before;
    if (before.phase !== "done" && !this.#home.card(before.asked.card.id)) {
      return this.#advance("The card is no longer in its deck.");
    }
    return act();
  }

  /** What comes of an event that is on disk, at once or after a retry. */
  #follow(event: StudyEvent): Effect {
    if (event.type === "reviewed") return this.#answered(event);
    if (event.type === "buried" || event.type === "suspended") return this.#advance(putAwayWords[event.type]);
    if (event.type === "triaged") return this.#dropped(event);
    const target = event.type === "undone" && this.#history.find(event.eventId);
    return target ? this.#undone({ event: target, events: [target] }) : this.#advance();
  }

  #notSaved(before: Session, error: NotSaved): Effect {
    if (before.phase === "done")
      return { session: before, outcome: "refused", message: `Not saved: ${error.message} ${error.remedy}` };
    return this.#goTo({
      phase: "notSaved",
      asked: before.asked,
      progress: before.progress,
      isShown: before.phase === "notSaved" ? before.isShown : before.phase !== "asking",
      reason: error.message,
      remedy: error.remedy,
    });
  }

  /** A hand-written note gets its id written down before its first event. */
  #append(cardId: CardId, event: NewEvent): Effect {
    const placed = this.#home.card(cardId);
    if (placed?.note.idIsDerived) {
      writeDerivedIds(this.#stores.decks, this.#home, placed.deck, new Set([placed.note.id]));
      this.#home.look();
    }
    return this.#follow(this.#history.append(event));
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
    const next = () => {
      const found = nextCard(this.#queue, this.#history.state, now, this.#answers.at(-1)?.cardId);
      return found.type === "card" ? found.card : undefined;
    };
    const card = next();
    const placed = card && (this.#home.cardIn(card.deck, card.cardId) ?? this.#afterAnotherLook(card.deck, next));
    return placed ? this.#asking(placed) : this.#done();
  }

  /** The deck has changed since the queue was made: another program may write at any time. */
  #afterAnotherLook(deck: DeckName, next: () => QueueCard | undefined): PlacedCard | undefined {
    this.#readAgain(deck);
    const card = next();
    return card && this.#home.cardIn(card.deck, card.cardId);
  }

  #asking(placed: PlacedCard): Session {
    this.#shownAt = this.#stores.now();
    return { phase: "asking", asked: this.#ask(placed), progress: this.#progress(placed.card.id) };
  }

  #ask(placed: PlacedCard): AskedCard {
    return askedCard(placed, this.#history.state, this.#stores.settings, { now: this.#shownAt, today: this.#today });
  }

  #progress(cardId: CardId): Progress {
    const answered = new Set(this.#answers.map((answer) => answer.cardId));
    const total = new Set([...answered, ...cardsLeft(this.#queue, this.#history.state), cardId]).size;
    answered.delete(cardId);
    return { done: answered.size, total };
  }

  #done(): Session {
    const summary = summaryOf({
      answers: this.#answers,
      home: this.#home.outline,
      decks: this.#decks,
      history: this.#history,
      queue: this.#queue,
      tomorrow: this.#queueOn(addDays(this.#today, 1)),
      reviewsPerDay: this.#stores.settings.reviewsPerDay,
      startedAt: this.#startedAt,
      now: this.#stores.now(),
    });
    return { phase: "done", summary };
  }

  #isInScope({ card, deck }: PlacedCard): boolean {
    return !card.orphan && (this.#decks === undefined || this.#decks.has(deck.name));
  }

  /** True when the decks have changed. */
  #readAgain(doubted?: DeckName): boolean {
    const isChanged = this.#home.look(doubted);
    this.#queue = this.#newQueue();
    return isChanged;
  }

  #newQueue(): Queue {
    if (this.#plan) return this.#plan(this.#home.outline, this.#history, this.#today);
    return this.#queueOn(this.#today);
  }

  #queueOn(day: StudyDay): Queue {
    return queueFor(this.#home.outline, this.#history, this.#stores.settings, day, this.#decks);
  }
}
