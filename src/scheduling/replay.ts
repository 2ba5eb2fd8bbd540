import type { CardId } from "../cards/card.ts";
import { withCard } from "./card-states.ts";
import type { StudyEvent } from "./event.ts";
import { compareEvents } from "./event-order.ts";
import { type Fsrs, fsrsWith } from "./fsrs.ts";
import { livingEvents } from "./living-events.ts";
import { cardAfter, isCardEvent } from "./replay-card.ts";
import { type CardState, type StudyState, unseenCard } from "./study-state.ts";
import { checkWeights, defaultWeights, type Weights } from "./weights.ts";

/**
 * The state that follows from these events: in any order, any of them any number of times. Never throws on decoded
 * events. For the start of a run, and after every event of which `needsReplay` says so (an undo).
 */
export function replay(events: Iterable<StudyEvent>): StudyState {
  const living = livingEvents(events);
  const folding = new Folding(weightsInForce(living));
  for (const event of living) folding.take(event);
  return folding.state();
}

/** Living events, folded in replay order. */
export class Folding {
  readonly #cards: Map<CardId, CardState>;
  readonly #fsrs: Fsrs;
  #newest: StudyState["newest"];

  constructor(weights: Weights) {
    this.#cards = new Map();
    this.#fsrs = fsrsWith(weights);
  }

  take(event: StudyEvent): void {
    fold(this.#cards, event, this.#fsrs);
    this.#newest = event;
  }

  state(): StudyState {
    const newest = this.#newest;
    return { cards: this.#cards, fsrs: this.#fsrs, newest: newest && { at: newest.at, id: newest.id } };
  }
}

/**
 * The state after one more event, for a sitting: one step of one card. Equal to a replay of all events when `needsReplay` is
 * false; otherwise it must not be used.
 */
export function applyEvent(state: StudyState, event: StudyEvent): StudyState {
  const newest = { at: event.at, id: event.id };
  if (!isCardEvent(event)) return { ...state, newest };
  const after = cardAfter(state.cards.get(event.cardId) ?? unseenCard, event, state.fsrs);
  return { ...state, cards: withCard(state.cards, event.cardId, after), newest };
}

/** Whether an appended event changes what earlier ones meant, or belongs among them. */
export function needsReplay(state: StudyState, event: StudyEvent): boolean {
  switch (event.type) {
    case "undone":
    case "weightsSet":
    case "clockMoved":
      return true;
    case "reviewed":
    case "placed":
      return event.from !== undefined || isOutOfOrder(state, event);
    case "suspended":
    case "resumed":
    case "buried":
    case "reset":
    case "answerChanged":
    case "flagged":
    case "rescheduled":
    case "triaged":
    case "quizzed":
    case "seminarSet":
    case "seminarRemoved":
    case "unknown":
      return isOutOfOrder(state, event);
  }
}

function isOutOfOrder(state: StudyState, event: StudyEvent): boolean {
  return state.newest !== undefined && compareEvents(state.newest, event) >= 0;
}

function fold(cards: Map<CardId, CardState>, event: StudyEvent, fsrs: Fsrs): void {
  if (isCardEvent(event)) cards.set(event.cardId, cardAfter(cards.get(event.cardId) ?? unseenCard, event, fsrs));
}

/** Those of the newest `weightsSet`; null brings back the defaults. Weights that FSRS cannot use were never set. */
export function weightsInForce(living: readonly StudyEvent[]): Weights {
  for (let place = living.length - 1; place >= 0; place -= 1) {
    const event = living[place];
    if (event?.type !== "weightsSet") continue;
    if (event.weights === null) return defaultWeights;
    const checked = checkWeights(event.weights);
    if (checked.outcome === "accepted") return checked.weights;
  }
  return defaultWeights;
}
