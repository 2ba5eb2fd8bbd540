import { unreadIdsIn } from "../notes/broken-notes.ts";
import type { NoteId } from "../notes/note.ts";
import { describeProblem } from "../notes/problem.ts";
import type { KeepRate } from "../progress/keep-rate.ts";
import type { Verdict } from "../progress/verdicts.ts";
import type { EventId, StudyEvent } from "../scheduling/event.ts";
import type { Progress } from "../study/session.ts";
import { type AskedNote, type TriageAction, type TriageSession, type TriageSummary, triageRefusal } from "../study/triage.ts";
import { counted } from "../text/counted.ts";
import { dropObstacle, takeOut, textIn, verdictOn } from "./drop.ts";
import { changeDropped, without } from "./dropped-notes.ts";
import { describeEvent } from "./event-words.ts";
import type { History } from "./history.ts";
import { beforeUndoing, type LostEdit, lostEdit, problemNear, toldAt } from "./lost-edit.ts";
import { NotSaved, type Stores } from "./ports.ts";
import type { EditPlace, Effect, TriageSitting } from "./sitting.ts";
import { notesIn, readHome, type StudyHome } from "./study-home.ts";
import { askedNote, inTriageOrder, laterKinds, type NoteOrigins } from "./triage-list.ts";
import { describeUndo, type TakenBack, undoLast } from "./undo.ts";
import { type UntriagedNote, untriagedNotes } from "./untriaged.ts";

/** Starts a triage of these decks, or of all, with the best new note on the table. */
export function startTriage(stores: Stores, origins: NoteOrigins, decks?: ReadonlySet<string>): TriageSitting {
  return new NoteTriage(stores, origins, decks);
}

/** What a triage of these decks, or of all, would ask, best first. */
export function listTriage(stores: Stores, origins: NoteOrigins, decks?: ReadonlySet<string>): readonly AskedNote[] {
  const history = stores.history();
  const notes = untriagedNotes(readHome(stores.decks), history, decks);
  return inTriageOrder(notes, origins, laterKinds(history, stores.settings));
}

/** An act that the disk refused, and the session it began in. */
interface Unfinished {
  readonly act: () => Effect<TriageSession>;
  /** For an act of several events: takes note of those that waited for the disk; then the rest of the act is done. */
  readonly resume?: (saved: readonly StudyEvent[]) => void;
  readonly before: TriageSession;
}

/** A note that an edit took out of its deck, as it was before. */
interface Lost extends LostEdit {
  readonly before: UntriagedNote;
}

/** Owns the loop judge → append → advance: the next note is chosen only when the verdict is on disk. */
class NoteTriage implements TriageSitting {
  readonly #stores: Stores;
  readonly #origins: NoteOrigins;
  readonly #decks: ReadonlySet<string> | undefined;
  readonly #history: History;
  readonly #later: ReadonlyMap<string, KeepRate>;
  /** Of this run, before this sitting. */
  readonly #eventsBefore: ReadonlySet<EventId>;
  /** Verdicts that this sitting began with. */
  readonly #verdictsBefore: History["verdicts"];
  #home: StudyHome;
  /** Best first, as at the start. */
  #order: readonly NoteId[];
  /** Notes that wait for a verdict. */
  #left: ReadonlyMap<NoteId, UntriagedNote>;
  #session: TriageSession;
  #unfinished: Unfinished | undefined;
  /** The note that an edit took out of its deck, until the learner goes on. */
  #lost: Lost | undefined;

  constructor(stores: Stores, origins: NoteOrigins, decks: ReadonlySet<string> | undefined) {
    this.#stores = stores;
    this.#origins = origins;
    this.#decks = decks;
    this.#history = stores.history();
    this.#later = laterKinds(this.#history, stores.settings);
    this.#eventsBefore = new Set(this.#history.own);
    this.#verdictsBefore = this.#history.verdicts;
    this.#home = readHome(stores.decks);
    this.#left = this.#waiting();
    this.#order = inTriageOrder([...this.#left.values()], origins, this.#later).map(({ noteId }) => noteId);
    this.#session = this.#asking(this.#order[0]);
  }

  session(): TriageSession {
    return this.#session;
  }

  unsaved(): readonly string[] {
    return this.#history.pending();
  }

  place(): EditPlace | undefined {
    if (this.#lost?.place) return this.#lost.place;
    if (this.#session.phase === "done") return undefined;
    const { file, line } = this.#session.asked;
    return { path: file, line };
  }

  send(action: TriageAction): Effect<TriageSession> {
    const lost = this.#lost;
    this.#lost = undefined;
    const earlier = lost && action.type === "undo" && this.#history.lastUndoable();
    if (earlier) return this.#refused(beforeUndoing(lost, describeEvent(earlier, notesIn(this.#home))));
    if (this.#isRetry(action.type)) return this.#retry();
    const reason = triageRefusal(this.#session.phase, action.type);
    if (reason !== undefined) return this.#refused(reason);
    switch (action.type) {
      case "keep":
        return this.#attempt(() => this.#judge("kept"));
      case "drop":
        return this.#attempt(() => this.#judge("dropped"));
      case "keepRest":
        return this.#keepRest();
      case "next":
        return this.#move(1);
      case "previous":
        return this.#move(-1);
      case "undo":
        return this.#undo();
      case "retry":
        return this.#retry();
      case "stop":
        return this.#goTo({ phase: "done", summary: this.#summary() });
    }
  }

  /** A note that the learner has changed is kept as it is now; one that cannot be read any more waits until it is mended. */
  reload(): Effect<TriageSession> {
    const session = this.#session;
    const lost = this.#lost;
    this.#lost = undefined;
    const open = session.phase === "asking" ? this.#left.get(session.asked.noteId) : undefined;
    this.#readAgain();
    const before = lost?.before ?? open;
    if (!before) return this.#goTo(session);
    const noteId = before.note.id;
    const after = this.#left.get(noteId);
    if (!after) return this.#lose(before, lost?.place);
    const wrong = problemNear(this.#home.problems, { path: before.deck.file, line: after.line });
    const also = wrong ? ` Yet in this deck: ${toldAt(wrong)}.` : "";
    if (textOf(after) === textOf(before)) return this.#goTo(this.#asking(noteId), `Nothing was changed: the note waits.${also}`);
    this.#session = this.#asking(noteId);
    const effect = this.#attempt(() => this.#judge("edited"));
    return effect.message === undefined ? effect : { ...effect, message: `${effect.message}${also}` };
  }

  /** Goes on without a note that is in its deck no more, and says what is wrong there. */
  #lose(before: UntriagedNote, at?: EditPlace): Effect<TriageSession> {
    const place = at ?? { path: before.deck.file, line: before.line };
    const problem = problemNear(this.#home.problems, place);
    const { session } = this.#advance(before.note.id);
    this.#lost = { before, ...lostEdit("note", place, problem, session.phase === "done") };
    return this.#goTo(session, this.#lost.message);
  }

  #judge(verdict: Verdict): Effect<TriageSession> {
    const noteId = this.#openNote();
    const shown = this.#left.get(noteId);
    this.#lookAround();
    const open = this.#left.get(noteId);
    if (!open) return this.#passOver(noteId);
    if (shown && textOf(open) !== textOf(shown))
      return this.#refused("The note was changed in its deck: look at it again.", this.#asking(noteId));
    if (verdict !== "dropped") this.#cleanDropped([open]);
    const obstacle = verdict === "dropped" ? dropObstacle(this.#stores.decks, open.deck) : undefined;
    if (obstacle) return this.#refused(describeProblem(obstacle));
    return this.#follow(this.#history.append(this.#verdictOn(open, verdict)));
  }

  #keepRest(): Effect<TriageSession> {
    const batch: EventId[] = [];
    const noteId = this.#openNote();
    const remember = (saved: readonly StudyEvent[]) => {
      for (const { id } of saved) batch.push(id);
    };
    const act = () => {
      this.#lookAround();
      this.#cleanDropped(this.#inOrder());
      for (const open of this.#inOrder()) {
        const [first] = batch;
        remember([this.#history.append({ ...this.#verdictOn(open, "kept"), ...(first !== undefined && { with: first }) })]);
      }
      return this.#advance(noteId, `Kept ${counted(batch.length, "note")}.`);
    };
    return this.#attempt(act, { act, resume: remember, before: this.#session });
  }

  /** A drop that was killed halfway may have kept notes as dropped that now stay. */
  #cleanDropped(kept: readonly UntriagedNote[]): void {
    for (const [name, notes] of Map.groupBy(kept, ({ deck }) => deck.name)) {
      const ids = new Set(notes.map(({ note }) => note.id));
      changeDropped(this.#stores.decks, name, (dropped) => without(dropped, ids));
    }
  }

  #verdictOn({ note, deck }: UntriagedNote, verdict: Verdict) {
    return verdictOn(note, verdict, this.#origins(deck, note).score);
  }

  /** What another window judged, answered or changed meanwhile counts before anything is added to it. */
  #lookAround(): void {
    this.#history.refresh();
    this.#readAgain();
  }

  #passOver(noteId: NoteId): Effect<TriageSession> {
    return this.#refused("This note was judged in another window meanwhile.", this.#advance(noteId).session);
  }

  /** What comes of an event that is on disk, at once or after a retry. */
  #follow(event: StudyEvent): Effect<TriageSession> {
    const target = event.type === "undone" ? this.#history.find(event.eventId) : undefined;
    if (event.type === "undone") return this.#undone(target && { event: target, events: [target] });
    if (event.type !== "triaged") return this.#goTo(this.#session);
    const open = this.#left.get(event.noteId);
    if (event.verdict !== "dropped" || !open) return this.#advance(event.noteId, verdictWords[event.verdict]);
    takeOut(this.#stores.decks, notesIn(this.#home), this.#history, open, event.id);
    this.#readAgain();
    return this.#advance(event.noteId, "Dropped. u brings it back.");
  }

  /** Takes back the newest act, of this sitting or of one before. */
  #undo(): Effect<TriageSession> {
    this.#history.refresh();
    const last = this.#history.lastUndoable();
    if (!last) return this.#refused("There is nothing to undo.");
    const act = () => this.#undone(undoLast(this.#stores, notesIn(this.#home), this.#history));
    const events = this.#history.actOf(last);
    if (events.length <= 1) return this.#attempt(act);
    // What was held up halfway is finished: the verdicts that are left, and no act before them.
    const rest = () =>
      this.#undone(
        this.#history.actOf(last).length > 0
          ? undoLast(this.#stores, notesIn(this.#home), this.#history)
          : { event: last, events },
      );
    return this.#attempt(act, { act: rest, resume: () => {}, before: this.#session });
  }

  /** A note that is up again comes onto the table. */
  #undone(taken: TakenBack | undefined): Effect<TriageSession> {
    this.#readAgain();
    if (!taken) return this.#goTo(this.#session);
    const ids = taken.events.flatMap((event) => noteOf(event) ?? []).filter((id) => this.#left.has(id));
    for (const id of ids) if (!this.#order.includes(id)) this.#order = withBefore(this.#order, id, this.#openNoteIfAny());
    const shown = this.#order.find((id) => ids.includes(id)) ?? this.#openNoteIfAny() ?? this.#inOrder()[0]?.note.id;
    return this.#goTo(this.#asking(shown), describeUndo(taken, notesIn(this.#home)));
  }

  #move(by: 1 | -1): Effect<TriageSession> {
    const ids = this.#inOrder().map(({ note }) => note.id);
    const next = ids[ids.indexOf(this.#openNote()) + by];
    if (next === undefined) return this.#refused(by === 1 ? "This is the last note." : "This is the first note.");
    return this.#goTo(this.#asking(next));
  }

  /** On the summary too, what is not saved comes first: what is built on it would be lost with it. */
  #isRetry(action: TriageAction["type"]): boolean {
    return this.#session.phase === "done" && this.#unfinished !== undefined && (action === "retry" || action === "undo");
  }

  #retry(): Effect<TriageSession> {
    const unfinished = this.#unfinished;
    if (!unfinished) return this.#goTo(this.#session);
    this.#unfinished = undefined;
    return this.#attempt(() => this.#redo(unfinished), unfinished);
  }

  /** What waits to be logged is logged and followed up; when nothing does, the whole act is done again, on the decks as they are now. */
  #redo({ act, resume, before }: Unfinished): Effect<TriageSession> {
    const saved = this.#history.retry();
    this.#readAgain();
    const [last] = saved.slice(-1);
    if (last && !resume) return this.#follow(last);
    resume?.(saved);
    this.#session = before;
    if (!resume && before.phase !== "done" && !this.#left.has(before.asked.noteId)) {
      return this.#advance(before.asked.noteId, "The note is no longer in its deck.");
    }
    return act();
  }

  /**
   * Does it, or says that it is not saved and remembers it for `retry`. No other window judges meanwhile: what the act looks at
   * stays as it is until the act is done.
   */
  #attempt(act: () => Effect<TriageSession>, unfinished: Unfinished = { act, before: this.#session }): Effect<TriageSession> {
    try {
      return this.#stores.alone(act);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      this.#unfinished = unfinished;
      return this.#notSaved(unfinished.before, error);
    }
  }

  #notSaved(before: TriageSession, { message, remedy }: NotSaved): Effect<TriageSession> {
    if (before.phase === "done") return this.#refused(`Not saved: ${message} ${remedy}`, before);
    const { asked, progress } = before;
    return this.#goTo({ phase: "notSaved", asked, progress, reason: message, remedy });
  }

  #openNote(): NoteId {
    const noteId = this.#openNoteIfAny();
    if (noteId === undefined) throw new Error("No note is open.");
    return noteId;
  }

  #openNoteIfAny(): NoteId | undefined {
    return this.#session.phase === "done" ? undefined : this.#session.asked.noteId;
  }

  /** To the next note that waits; after the last to those that were passed over. */
  #advance(from: NoteId, message?: string): Effect<TriageSession> {
    this.#left = this.#waiting();
    const at = this.#order.indexOf(from);
    const next = [...this.#order.slice(at + 1), ...this.#order.slice(0, at + 1)].find((id) => this.#left.has(id));
    return this.#goTo(this.#asking(next), message);
  }

  #goTo(session: TriageSession, message?: string): Effect<TriageSession> {
    this.#session = session;
    return { session, outcome: "done", ...(message !== undefined && { message }) };
  }

  #refused(message: string, session = this.#session): Effect<TriageSession> {
    this.#session = session;
    return { session, outcome: "refused", message };
  }

  #asking(noteId: NoteId | undefined): TriageSession {
    const open = noteId === undefined ? undefined : this.#left.get(noteId);
    if (!open) return { phase: "done", summary: this.#summary() };
    return { phase: "asking", asked: askedNote(open, this.#origins, this.#later), progress: this.#progress(open.note.id) };
  }

  /** The place of a note among those of this sitting. */
  #progress(noteId: NoteId): Progress {
    const own = this.#own();
    const unread = new Set(this.#home.decks.flatMap(unreadIdsIn));
    const all = this.#order.filter((id) => own.has(id) || this.#left.has(id) || unread.has(id));
    return { done: all.indexOf(noteId), total: all.length };
  }

  #summary(): TriageSummary {
    const verdicts = [...this.#own().values()];
    const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
    return { kept: count("kept"), edited: count("edited"), dropped: count("dropped"), left: this.#inOrder().length };
  }

  /** Verdicts of this sitting that stand. */
  #own(): ReadonlyMap<NoteId, Verdict> {
    const own = [...this.#history.verdicts].filter(([, { id }]) => this.#history.own.has(id) && !this.#eventsBefore.has(id));
    return new Map(own.map(([noteId, { verdict }]) => [noteId, verdict]));
  }

  #inOrder(): readonly UntriagedNote[] {
    return this.#order.flatMap((id) => this.#left.get(id) ?? []);
  }

  #readAgain(): void {
    this.#home = readHome(this.#stores.decks, this.#home);
    this.#left = this.#waiting();
  }

  /** Without those that another window has judged since: a dropped one may stand in its deck for a moment longer. */
  #waiting(): ReadonlyMap<NoteId, UntriagedNote> {
    const { verdicts, own } = this.#history;
    const isElsewhere = ({ note }: UntriagedNote) => {
      const id = verdicts.get(note.id)?.id;
      return id !== undefined && !own.has(id) && id !== this.#verdictsBefore.get(note.id)?.id;
    };
    const open = untriagedNotes(this.#home, this.#history, this.#decks).filter((each) => !isElsewhere(each));
    return new Map(open.map((each) => [each.note.id, each]));
  }
}

const verdictWords = { kept: undefined, edited: "Kept as you changed it.", dropped: undefined } as const;

function noteOf(event: StudyEvent): NoteId | undefined {
  return event.type === "triaged" ? event.noteId : "cardId" in event ? event.cardId?.split(".")[0] : undefined;
}

/** The note as its deck holds it. */
function textOf({ note, deck }: UntriagedNote): string | undefined {
  return textIn(deck, note.id);
}

function withBefore(order: readonly NoteId[], noteId: NoteId, open: NoteId | undefined): readonly NoteId[] {
  const at = open === undefined ? order.length : Math.max(0, order.indexOf(open));
  return order.toSpliced(at, 0, noteId);
}
