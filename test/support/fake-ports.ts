import type { EditPlace, Overview, QuizSitting, TriageSitting } from "../../src/app/sitting.ts";
import type { AppPorts, DeckChoice } from "../../src/terminal/options.ts";
import { fakeQuiz } from "./fake-quiz.ts";
import { type FakeClock, type FakeSitting, fakeClock, fakeSitting, someDecks } from "./fake-sitting.ts";
import { fakeTriage } from "./fake-triage.ts";

interface FakePortsOptions {
  readonly start?: AppPorts["start"];
  readonly overview?: Overview;
  readonly sitting?: FakeSitting;
  readonly triage?: TriageSitting;
  readonly quiz?: QuizSitting;
  readonly clock?: FakeClock;
  readonly openEditor?: (place: EditPlace) => Promise<void>;
}

export interface FakePorts extends AppPorts {
  readonly started: readonly DeckChoice[];
  readonly edited: readonly EditPlace[];
  /** How often the app stopped itself. */
  stops: number;
  /** The process goes on after a stop. */
  goOn(): void;
}

export function fakePorts({
  start,
  overview = someDecks,
  sitting,
  triage,
  quiz,
  clock = fakeClock(),
  openEditor,
}: FakePortsOptions = {}): FakePorts {
  const listeners = new Set<() => void>();
  const started: DeckChoice[] = [];
  const edited: EditPlace[] = [];
  const ports: FakePorts = {
    start: start ?? { screen: "review", decks: ["memory"] },
    overview: () => overview,
    startSitting: (decks) => {
      started.push(decks);
      return sitting ?? fakeSitting({ clock });
    },
    startQuiz: (decks) => {
      started.push(decks);
      return quiz ?? fakeQuiz();
    },
    startTriage: async (decks) => {
      started.push(decks);
      return triage ?? fakeTriage();
    },
    openEditor: async (place) => {
      edited.push(place);
      await openEditor?.(place);
    },
    now: clock.now,
    onContinued: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stopSelf: () => {
      ports.stops += 1;
    },
    stops: 0,
    goOn: () => {
      for (const listener of [...listeners]) listener();
    },
    started,
    edited,
  };
  return ports;
}
