import type { EditPlace, Effect } from "../app/sitting.ts";
import type { QuizSession } from "../study/quiz.ts";
import type { Session } from "../study/session.ts";
import type { TriageSession } from "../study/triage.ts";
import { safeLine } from "../text/safe.ts";
import { failureOf, untilContinued } from "./away.ts";
import { Farewell } from "./farewell.ts";
import type { KeyPress } from "./key-names.ts";
import { type ActionName, bindingFor, quizActions, sessionActions, triageActions } from "./keys.ts";
import { type Size, smallest } from "./layout.ts";
import { graphemesOf } from "./line.ts";
import type { AppPorts, AppResult, DeckChoice } from "./options.ts";
import { answerScroll, furthestScroll, modeOf, pageOf } from "./screens/screen-of.ts";
import {
  type AppState,
  factsOf,
  firstState,
  type Home,
  type Quiz,
  quizOf,
  type Review,
  reviewOf,
  type Triage,
  triageOf,
} from "./state.ts";
import { edited, emptyField, type FieldAction, textIn, withText } from "./text-field.ts";
import { words } from "./words.ts";

/** What the model asks of the terminal it is drawn on. */
export interface Host {
  /** Hands the terminal over until the work is done. */
  suspend(work: () => Promise<void>): Promise<void>;
  /** Resolves when the newest state is on the screen and the keys typed before that have arrived. */
  drawn(): Promise<void>;
  exit(): void;
}

/**
 * The app without its terminal: keys in, states out. Keys are handled one by one in the order in which they came,
 * each seeing what the one before it did, however many arrive in one read.
 */
export class Model {
  private readonly ports: AppPorts;
  private current: AppState;
  private size: Size = smallest;
  private host: Host | undefined;
  private queue: KeyPress[] = [];
  /** The terminal is the editor's or the shell's. */
  private isSuspended = false;
  /** Saving failed and the learner has not seen it: keys meant for the next card must not answer that message. */
  private isDeaf = false;
  /** Something is being got ready: what is typed for it is thrown away. */
  private isBusy = false;
  private readonly farewell = new Farewell();
  private readonly listeners = new Set<() => void>();

  constructor(ports: AppPorts) {
    this.ports = ports;
    this.current = firstState(ports);
  }

  readonly state = (): AppState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  attach(host: Host): void {
    const isFirst = this.host === undefined;
    this.host = host;
    const { start } = this.ports;
    if (isFirst && start.screen === "triage") void this.openTriage(start.decks, 0);
  }

  resize(size: Size): void {
    this.size = size;
  }

  press(keys: readonly KeyPress[]): void {
    if (this.isSuspended || this.isDeaf) return;
    this.queue.push(...keys);
    this.handleQueue();
    this.notify();
  }

  /** The time that a waiting learner waited for has come. */
  lookAgain(): void {
    const { view } = this.current;
    if (view.screen !== "review" || view.waitsUntil === undefined) return;
    this.set({ now: this.ports.now() });
    this.wait(view);
    this.notify();
  }

  /** True while the terminal is somebody else's. */
  isAway(): boolean {
    return this.isSuspended;
  }

  result(): AppResult {
    const { view } = this.current;
    if (view.screen !== "home") this.rememberSummary(view);
    return this.farewell.result(view.screen === "home" ? undefined : view.sitting);
  }

  private handleQueue(): void {
    while (!this.isBusy) {
      const key = this.queue.shift();
      if (key === undefined) return;
      this.handle(key);
    }
  }

  private handle(key: KeyPress): void {
    const mode = modeOf(this.current, this.size); // while the message is still there: it may cover the answer
    this.set({ message: undefined, now: this.ports.now() });
    const binding = bindingFor(mode, key.name);
    const refusal = binding ? binding.refusal?.(factsOf(this.current)) : unknownKey(key.name, mode === "help");
    if (mode === "typing" && !binding && graphemesOf(typedBy(key)).length === 1) this.type(typedBy(key));
    else if (refusal !== undefined) this.say(refusal);
    else if (binding && !(key.isRepeat && binding.once)) this.perform(binding.action);
  }

  private perform(action: ActionName): void {
    const { help, view } = this.current;
    if (action === "help") this.set({ help: { scroll: 0 } });
    else if (action === "closeHelp") this.set({ help: undefined });
    else if (action === "pause") void this.pause();
    else if (help) this.performInHelp(help.scroll, action);
    else if (action === "quit") this.host?.exit();
    else if (view.screen === "home") this.performAtHome(view, action);
    else if (view.screen === "review") this.performInReview(view, action);
    else if (view.screen === "quiz") this.performInQuiz(view, action);
    else this.performInTriage(view, action);
  }

  /** Text goes into the field where there is one; a paste answers nothing anywhere else. */
  paste(text: string): void {
    if (this.isSuspended || this.isDeaf || this.isBusy || modeOf(this.current, this.size) !== "typing") return;
    this.type(text);
    this.notify();
  }

  private type(text: string): void {
    const { view } = this.current;
    if (view.screen === "quiz") this.set({ view: { ...view, field: withText(view.field, text) } });
  }

  private performInHelp(scroll: number, action: ActionName): void {
    const leaves = action === "quit";
    this.set({ help: leaves ? undefined : { scroll: this.scrolled(scroll, action === "up" ? -1 : 1) } });
    if (leaves) this.handle({ name: "ctrl+c", isRepeat: false });
  }

  private performAtHome(home: Home, action: ActionName): void {
    const { decks } = home.overview;
    const chosen = decks[home.chosen];
    if (action === "up" || action === "down") {
      const next = home.chosen + (action === "up" ? -1 : 1);
      this.set({ view: { ...home, chosen: Math.min(Math.max(next, 0), decks.length - 1) } });
    }
    if (action === "review" && chosen) this.set({ view: reviewOf(this.ports, [chosen.name], home.chosen) });
    if (action === "triage" && chosen) void this.openTriage([chosen.name], home.chosen);
    if (action === "quiz" && chosen) this.set({ view: quizOf(this.ports, [chosen.name], home.chosen) });
    if (action === "reviewAll") this.set({ view: reviewOf(this.ports, "all", home.chosen) });
  }

  private performInReview(review: Review, action: ActionName): void {
    const sessionAction = sessionActions[action];
    const rows = this.rowsOf(action);
    if (rows !== undefined) this.scroll(review, rows);
    else if (action === "goToAnswer") this.goToAnswer(review);
    else if (action === "edit") this.edit(review);
    else if (action === "decks") this.goHome(review);
    else if (action === "wait") this.wait(review);
    else if (sessionAction) this.show(review, review.sitting.send(sessionAction));
  }

  private performInQuiz(quiz: Quiz, action: ActionName): void {
    const { session, field, chosen, sitting } = quiz;
    const isChoosing = session.phase === "asking" && session.asked.mode === "choice";
    const quizAction = quizActions[action];
    const rows = this.rowsOf(action);
    if (isChoosing && (action === "up" || action === "down")) {
      const next = chosen + (action === "up" ? -1 : 1);
      this.set({ view: { ...quiz, chosen: Math.min(Math.max(next, 0), session.asked.choices.length - 1) } });
    } else if (rows !== undefined) this.scroll(quiz, rows);
    else if (action === "check") this.showQuiz(quiz, sitting.send({ type: "answer", text: textIn(field) }));
    else if (action === "chooseMarked") this.showQuiz(quiz, sitting.send({ type: "choose", index: chosen }));
    else if (action === "decks") this.goHome(quiz);
    else if (quizAction) this.showQuiz(quiz, sitting.send(quizAction));
    else if (isFieldAction(action)) this.set({ view: { ...quiz, field: edited(field, action) } });
  }

  private performInTriage(triage: Triage, action: ActionName): void {
    const triageAction = triageActions[action];
    const rows = this.rowsOf(action);
    if (rows !== undefined) this.scroll(triage, rows);
    else if (action === "readOn") this.readOn(triage);
    else if (action === "edit") this.edit(triage);
    else if (action === "decks") this.goHome(triage);
    else if (triageAction) this.showTriage(triage, triage.sitting.send(triageAction));
  }

  /**
   * Says what is going on before the sources are read: that holds everything else up. What was typed before the first note is on
   * the screen judges no note that nobody has seen.
   */
  private async openTriage(decks: DeckChoice, chosenAtHome: number): Promise<void> {
    this.isBusy = true;
    this.say(words.triage.looking);
    this.notify();
    await this.host?.drawn();
    let view: Triage | undefined;
    const failure = await failureOf(async () => {
      view = triageOf(await this.ports.startTriage(decks), chosenAtHome);
    });
    await this.host?.drawn();
    if (failure !== undefined) this.say(words.triage.failed(failure));
    else if (view) this.set({ view, message: undefined });
    this.queue = this.queue.filter(({ name }) => name === "ctrl+c");
    this.isBusy = false;
    this.handleQueue();
    this.notify();
  }

  /** How far an action scrolls, in rows; undefined for one that does something else. */
  private rowsOf(action: ActionName): number | undefined {
    if (action === "up" || action === "down") return action === "up" ? -1 : 1;
    if (action === "pageUp" || action === "pageDown") return pageOf(this.current, this.size) * (action === "pageUp" ? -1 : 1);
    return undefined;
  }

  private scroll(view: Review | Triage | Quiz, rows: number): void {
    this.set({ view: { ...view, scroll: this.scrolled(view.scroll, rows) } });
  }

  /** A windowful further down, at most until the note's last answer is in sight. */
  private readOn(triage: Triage): void {
    const end = answerScroll(this.current, this.size) ?? triage.scroll;
    this.set({ view: { ...triage, scroll: Math.min(triage.scroll + pageOf(this.current, this.size), end) } });
  }

  private goToAnswer(review: Review): void {
    this.set({ view: { ...review, scroll: answerScroll(this.current, this.size) ?? review.scroll } });
  }

  /** Goes on with what the sitting answered. */
  private show(review: Review, effect: Effect): void {
    const { waitsUntil: _, ...rest } = review;
    this.set({ view: { ...rest, session: effect.session, scroll: isSameCard(review, effect) ? review.scroll : 0 } });
    this.sayEffect(review.session, effect);
  }

  private showTriage(triage: Triage, effect: Effect<TriageSession>): void {
    this.set({ view: { ...triage, session: effect.session, scroll: isSameNote(triage, effect) ? triage.scroll : 0 } });
    this.sayEffect(triage.session, effect);
  }

  /** A new card starts with an empty field; a marked one is scrolled so that its answer is in sight. */
  private showQuiz(quiz: Quiz, effect: Effect<QuizSession>): void {
    const { session } = effect;
    const isAsked = session.phase === "asking" && effect.outcome === "done";
    const fresh = isAsked ? { field: emptyField, chosen: 0 } : {};
    this.set({ view: { ...quiz, ...fresh, session, scroll: session === quiz.session ? quiz.scroll : 0 } });
    this.sayEffect(quiz.session, effect);
    const { view } = this.current;
    const below = answerScroll(this.current, this.size);
    if (view.screen === "quiz" && below !== undefined) this.set({ view: { ...view, scroll: below } });
  }

  private sayEffect(before: AnySession, { session, message, outcome }: Effect<AnySession>): void {
    this.say(message ?? (outcome === "refused" ? words.review.refused : undefined));
    if (session.phase === "notSaved" && before.phase !== "notSaved") this.becomeDeaf();
  }

  private wait(review: Review): void {
    const effect = review.sitting.send({ type: "continue" });
    const { session } = effect;
    const nextAt = session.phase === "done" && session.summary.comingBack > 0 ? session.summary.nextAt : undefined;
    if (nextAt === undefined) this.show(review, effect);
    else this.set({ view: { ...review, session, waitsUntil: nextAt } });
  }

  private goHome(view: Review | Triage | Quiz): void {
    const { chosenAtHome } = view;
    this.rememberSummary(view);
    const overview = this.ports.overview();
    const chosen = Math.max(0, Math.min(chosenAtHome, overview.decks.length - 1));
    this.set({ view: { screen: "home", overview, chosen } });
  }

  private rememberSummary(view: Review | Triage | Quiz): void {
    if (view.screen === "review") this.farewell.remember(view.session);
    else if (view.screen === "quiz") this.farewell.rememberQuiz(view.session);
    else this.farewell.rememberTriage(view.session);
  }

  private edit({ sitting }: Review | Triage): void {
    const place = sitting.place();
    if (place) void this.editAt(place);
    else this.say(words.review.noFile);
  }

  private async editAt(place: EditPlace): Promise<void> {
    let failure: string | undefined;
    await this.leaveFor(async () => {
      failure = await failureOf(() => this.ports.openEditor(place));
    });
    if (failure === undefined) this.readAgain();
    else this.say(words.review.noEditor(failure));
    this.notify();
  }

  private async pause(): Promise<void> {
    let wasStopped = true;
    await this.leaveFor(async () => {
      wasStopped = await untilContinued(this.ports);
    });
    if (wasStopped) return;
    this.say(words.pauseImpossible);
    this.notify();
  }

  private readAgain(): void {
    const { view } = this.current;
    if (view.screen === "triage") this.showTriage(view, view.sitting.reload());
    if (view.screen !== "review") return;
    this.show(view, view.sitting.reload());
  }

  /** What was typed for somebody else, or before the screen came back, answers no card. */
  private async leaveFor(work: () => Promise<void>): Promise<void> {
    this.isSuspended = true;
    this.queue = [];
    try {
      await this.host?.suspend(work);
    } finally {
      this.isSuspended = false;
      this.set({ now: this.ports.now() });
      this.notify();
    }
  }

  private becomeDeaf(): void {
    this.queue = [];
    this.isDeaf = true;
    void this.host?.drawn().then(() => {
      this.isDeaf = false;
    });
  }

  private scrolled(from: number, rows: number): number {
    const furthest = furthestScroll(this.current, this.size);
    if (furthest === 0) this.say(words.scroll.none);
    return Math.min(Math.max(Math.min(from, furthest) + rows, 0), furthest);
  }

  private say(message: string | undefined): void {
    this.set({ message });
  }

  private set(change: Partial<AppState>): void {
    this.current = { ...this.current, ...change };
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

type AnySession = Session | TriageSession | QuizSession;

/** The text that a key stands for in a field. */
function typedBy({ name }: KeyPress): string {
  return name === "space" ? " " : name;
}

function isFieldAction(action: ActionName): action is FieldAction {
  return /^(?:field|delete)[A-Z]/.test(action);
}

function unknownKey(name: string, isHelpOpen: boolean): string {
  const key = safeLine(name);
  return isHelpOpen ? words.help.stillClosed(key) : words.unknownKey(key);
}

function isSameCard({ session: before }: Review, { session: after }: Effect): boolean {
  return before.phase !== "done" && after.phase !== "done" && before.asked.card.id === after.asked.card.id;
}

function isSameNote({ session: before }: Triage, { session: after }: Effect<TriageSession>): boolean {
  return before.phase !== "done" && after.phase !== "done" && before.asked.noteId === after.asked.noteId;
}
