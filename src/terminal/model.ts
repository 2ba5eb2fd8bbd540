import type { Effect } from "../app/sitting.ts";
import { safeLine } from "../text/safe.ts";
import { Farewell } from "./farewell.ts";
import type { KeyPress } from "./key-names.ts";
import { type ActionName, bindingFor, sessionActions } from "./keys.ts";
import { type Size, smallest } from "./layout.ts";
import type { AppPorts, AppResult, DeckChoice, EditPlace } from "./options.ts";
import { furthestScroll } from "./screens/screen-of.ts";
import { type AppState, factsOf, type Home, modeOf, type Review } from "./state.ts";
import { words } from "./words.ts";

/** What the model asks of the terminal it is drawn on. */
export interface Host {
  /** Hands the terminal over until the work is done. */
  suspend(work: () => Promise<void>): Promise<void>;
  /** Resolves when the newest state is on the screen and the keys typed before that have arrived. */
  drawn(): Promise<void>;
  exit(): void;
}

export interface Model {
  state(): AppState;
  subscribe(listener: () => void): () => void;
  press(keys: readonly KeyPress[]): void;
  resize(size: Size): void;
  attach(host: Host): void;
  /** The time that a waiting learner waited for has come. */
  lookAgain(): void;
  /** True while the terminal is somebody else's. */
  isAway(): boolean;
  result(): AppResult;
}

/**
 * The app without its terminal: keys in, states out. Keys are handled one by one in the order in which they came,
 * each seeing what the one before it did, however many arrive in one read.
 */
export function createModel(ports: AppPorts): Model {
  let state = firstState(ports);
  let size: Size = smallest;
  let host: Host | undefined;
  let queue: KeyPress[] = [];
  /** The terminal is the editor's or the shell's; keys wait. */
  let isAway = false;
  /** Saving failed and the learner has not seen it: keys meant for the next card must not answer that message. */
  let isDeaf = false;
  const farewell = new Farewell();
  const listeners = new Set<() => void>();

  const set = (change: Partial<AppState>) => {
    state = { ...state, ...change };
  };
  const notify = () => {
    for (const listener of listeners) listener();
  };
  const setReview = (review: Review, change: Partial<Review>) => set({ view: { ...review, ...change } });

  const handle = (key: KeyPress) => {
    set({ message: undefined, now: ports.now() });
    const mode = modeOf(state, size);
    const binding = bindingFor(mode, key.name);
    if (!binding) return set({ message: unknownKey(key.name, mode === "help") });
    if (key.isRepeat && binding.once) return;
    const refusal = binding.refusal?.(factsOf(state));
    if (refusal !== undefined) return set({ message: refusal });
    perform(binding.action);
  };

  const perform = (action: ActionName) => {
    if (action === "help") return set({ help: { scroll: 0 } });
    if (action === "closeHelp") return set({ help: undefined });
    if (action === "pause") return pause();
    if (state.help) return performInHelp(state.help.scroll, action);
    if (action === "quit") return host?.exit();
    if (state.view.screen === "home") return performAtHome(state.view, action);
    performInReview(state.view, action);
  };

  const performInHelp = (scroll: number, action: ActionName) => {
    if (action === "quit") {
      set({ help: undefined });
      return handle({ name: "ctrl+c", isRepeat: false });
    }
    set({ help: { scroll: scrolled(scroll, action) } });
  };

  const performAtHome = (home: Home, action: ActionName) => {
    const { decks } = home.overview;
    const chosen = decks[home.chosen];
    if (action === "up" || action === "down") {
      const next = home.chosen + (action === "up" ? -1 : 1);
      set({ view: { ...home, chosen: Math.min(Math.max(next, 0), decks.length - 1) } });
    }
    if (action === "review" && chosen) set({ view: sittingView(ports, [chosen.name], home.chosen) });
    if (action === "reviewAll") set({ view: sittingView(ports, "all", home.chosen) });
  };

  const performInReview = (review: Review, action: ActionName) => {
    if (action === "up" || action === "down") return setReview(review, { scroll: scrolled(review.scroll, action) });
    if (action === "edit") return edit(review);
    if (action === "decks") return goHome(review);
    if (action === "wait") return wait(review);
    const sessionAction = sessionActions[action];
    if (sessionAction) took(review, review.sitting.send(sessionAction));
  };

  const took = (review: Review, effect: Effect) => {
    const { waitsUntil: _, ...rest } = review;
    set({ view: { ...rest, session: effect.session, scroll: isSameCard(review, effect) ? review.scroll : 0 } });
    set({ message: effect.message ?? (effect.outcome === "refused" ? words.review.refused : undefined) });
    if (effect.session.phase === "notSaved" && review.session.phase !== "notSaved") becomeDeaf();
  };

  const wait = (review: Review) => {
    const effect = review.sitting.send({ type: "continue" });
    const { session } = effect;
    const nextAt = session.phase === "done" && session.summary.comingBack > 0 ? session.summary.nextAt : undefined;
    if (nextAt === undefined) return took(review, effect);
    setReview(review, { session, waitsUntil: nextAt });
  };

  const goHome = ({ session, chosenAtHome }: Review) => {
    farewell.remember(session);
    const overview = ports.overview();
    const chosen = Math.max(0, Math.min(chosenAtHome, overview.decks.length - 1));
    set({ view: { screen: "home", overview, chosen } });
  };

  const edit = (review: Review) => {
    const place = review.sitting.place();
    if (!place) return set({ message: words.review.noFile });
    void away(() => openEditor(place));
  };

  const openEditor = async (place: EditPlace) => {
    let failure: string | undefined;
    await host?.suspend(async () => {
      failure = await failureOf(() => ports.openEditor(place));
    });
    if (failure !== undefined) return set({ message: words.review.noEditor(failure) });
    if (state.view.screen !== "review") return;
    const effect = state.view.sitting.reload();
    took(state.view, effect.message === undefined ? { ...effect, message: words.review.edited } : effect);
  };

  const pause = () =>
    void away(async () => {
      let wasStopped = true;
      await host?.suspend(async () => {
        wasStopped = await untilContinued(ports);
      });
      if (!wasStopped) set({ message: words.pauseImpossible });
    });

  /** What was typed for somebody else, or before the screen came back, answers no card. */
  const away = async (work: () => Promise<void>) => {
    isAway = true;
    queue = [];
    try {
      await work();
    } finally {
      isAway = false;
      set({ now: ports.now() });
      notify();
    }
  };

  const becomeDeaf = () => {
    queue = [];
    isDeaf = true;
    void host?.drawn().then(() => {
      isDeaf = false;
    });
  };

  const scrolled = (from: number, action: ActionName) => {
    const next = Math.min(from, furthestScroll(state, size)) + (action === "up" ? -1 : 1);
    const furthest = furthestScroll(state, size);
    if (next < 0 || next > furthest) set({ message: furthest === 0 ? words.scroll.none : undefined });
    return Math.min(Math.max(next, 0), furthest);
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (keys) => {
      if (isAway || isDeaf) return;
      queue.push(...keys);
      for (let key = queue.shift(); key !== undefined; key = queue.shift()) handle(key);
      notify();
    },
    resize: (next) => {
      size = next;
    },
    attach: (next) => {
      host = next;
    },
    lookAgain: () => {
      if (state.view.screen !== "review" || state.view.waitsUntil === undefined) return;
      set({ now: ports.now() });
      wait(state.view);
      notify();
    },
    isAway: () => isAway,
    result: () => farewell.result(state.view.screen === "review" ? state.view.sitting : undefined),
  };
}

function firstState(ports: AppPorts): AppState {
  const { start } = ports;
  const now = ports.now();
  const view: Home | Review =
    start.screen === "home" ? { screen: "home", overview: ports.overview(), chosen: 0 } : sittingView(ports, start.decks, 0);
  return { view, help: undefined, message: undefined, now, canPause: ports.stopSelf !== undefined };
}

function sittingView(ports: AppPorts, decks: DeckChoice, chosenAtHome: number): Review {
  const sitting = ports.startSitting(decks);
  const session = sitting.session();
  const hadCards = session.phase !== "done";
  return { screen: "review", sitting, session, startedAt: ports.now(), hadCards, chosenAtHome, scroll: 0 };
}

function unknownKey(name: string, isHelpOpen: boolean): string {
  const key = safeLine(name);
  return isHelpOpen ? words.help.stillClosed(key) : words.unknownKey(key);
}

function isSameCard({ session: before }: Review, { session: after }: Effect): boolean {
  return before.phase !== "done" && after.phase !== "done" && before.asked.card.id === after.asked.card.id;
}

async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Stops the process and resolves when it goes on: true when it was stopped. The system stops nobody whom no shell could
 * bring back (POSIX: an orphaned process group), as where recto is what a window was opened for. The timer stands still
 * while the process does; it also holds the event loop, which has nothing else to wait for with the keyboard given back.
 */
function untilContinued({ stopSelf, onContinued }: AppPorts): Promise<boolean> {
  return new Promise((resolve) => {
    const end = onContinued(() => {
      clearTimeout(timer);
      end();
      resolve(true);
    });
    // When the process goes on, the timer may be told before the signal is.
    const notStopped = () =>
      setImmediate(() => {
        end();
        resolve(false);
      });
    const timer = setTimeout(notStopped, stopsWithinMs);
    stopSelf?.();
  });
}

const stopsWithinMs = 500;
