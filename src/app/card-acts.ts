import type { CardId } from "../cards/card.ts";
import type { NoteId } from "../notes/note.ts";
import type { EventId, NewEvent } from "../scheduling/event.ts";
import { daysBetween, type StudyDay } from "../scheduling/study-day.ts";
import { type CardState, cardStateOf } from "../scheduling/study-state.ts";
import type { History } from "./history.ts";
import { writeDerivedIds } from "./note-ids.ts";
import type { Settings, Stores } from "./ports.ts";
import { todayFor } from "./study-day-plan.ts";
import { notesIn, type PlacedCard, type StudyHome } from "./study-home.ts";

/** What a learner can do with a card outside a review. */
export type CardAct =
  | { readonly type: "suspend" | "resume" | "bury" | "reset" }
  | { readonly type: "flag"; readonly flag: number }
  | { readonly type: "setDue"; readonly dueOn: StudyDay };

export interface Acted {
  /** Cards that are another way now. */
  readonly done: readonly PlacedCard[];
  /** Cards that stayed as they were, each with the reason, as "is not suspended". */
  readonly refused: readonly { readonly placed: PlacedCard; readonly why: string }[];
}

/** Does it to each of these cards, as one act that one undo takes back. @throws NotSaved; what was done before stays, and is undone alike */
export function actOnCards(stores: Stores, home: StudyHome, cards: readonly PlacedCard[], act: CardAct): Acted {
  const history = stores.history();
  const today = todayFor(history, stores.settings, stores.now());
  const refused = cards.flatMap((placed) => {
    const why = refusalOf(act, cardStateOf(history.state, placed.card.id), today, stores.settings);
    return why === undefined ? [] : [{ placed, why }];
  });
  const idle = new Set(refused.map(({ placed }) => placed.card.id));
  const done = cards.filter(({ card }) => !idle.has(card.id));
  writeIds(stores, home, done);
  appendTogether(
    history,
    done.map(({ card }) => eventOf(act, card.id)),
  );
  return { done, refused };
}

/** Several events as one act: one undo takes them back together. @throws NotSaved; those before are on disk and count */
export function appendTogether(history: History, events: readonly Grouped[]): void {
  const [first, ...rest] = events;
  if (!first) return;
  const { id } = history.append(first);
  history.appendAll(rest.map((event) => ({ ...event, with: id })));
}

/** The events that may be part of one act. */
export type Grouped = Extract<NewEvent, { readonly with?: EventId; readonly cardId: CardId }>;

/** Notes that were typed into a deck get their ids written down before their first event. @throws NotSaved */
export function writeIds(stores: Pick<Stores, "decks">, home: StudyHome, cards: readonly PlacedCard[]): void {
  const derived = cards.filter(({ note }) => note.idIsDerived);
  for (const [deck, placed] of Map.groupBy(derived, (each) => each.deck)) {
    writeDerivedIds(stores.decks, notesIn(home), deck, new Set<NoteId>(placed.map(({ note }) => note.id)));
  }
}

function eventOf(act: CardAct, cardId: CardId): Grouped {
  switch (act.type) {
    case "suspend":
      return { type: "suspended", cardId };
    case "resume":
      return { type: "resumed", cardId };
    case "bury":
      return { type: "buried", cardId };
    case "reset":
      return { type: "reset", cardId };
    case "flag":
      return { type: "flagged", cardId, flag: act.flag };
    case "setDue":
      return { type: "rescheduled", cardId, dueOn: act.dueOn, why: "by hand" };
  }
}

/** Undefined where the act changes something. */
function refusalOf(act: CardAct, card: CardState, today: StudyDay, { maximumInterval }: Settings): string | undefined {
  switch (act.type) {
    case "suspend":
      return card.suspended ? "is suspended already" : undefined;
    case "resume":
      return card.suspended || card.buriedOn === today ? undefined : "is neither suspended nor buried";
    case "bury":
      return card.buriedOn === today ? "is buried already" : undefined;
    case "reset":
      return card.schedule.state === "new" && card.reps === 0 ? "is new already" : undefined;
    case "flag":
      return card.flag === act.flag ? (act.flag === 0 ? "has no flag" : `has flag ${act.flag} already`) : undefined;
    case "setDue":
      return refusedDueDay(act.dueOn, card, maximumInterval);
  }
}

function refusedDueDay(dueOn: StudyDay, { schedule, lastReviewedOn }: CardState, maximumInterval: number): string | undefined {
  if (schedule.state === "new") return "is new: it has no due day before its first answer";
  if ("dueOn" in schedule && schedule.dueOn === dueOn) return `is due on ${dueOn} already`;
  const tooLong = lastReviewedOn !== undefined && daysBetween(lastReviewedOn, dueOn) > maximumInterval;
  return tooLong ? `would wait longer than maximumInterval allows, ${maximumInterval} days` : undefined;
}
