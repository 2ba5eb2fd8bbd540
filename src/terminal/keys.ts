import type { Rating } from "../scheduling/schedule.ts";
import type { QuizAction, QuizSession } from "../study/quiz.ts";
import type { Session, SessionAction } from "../study/session.ts";
import type { TriageAction, TriageSession } from "../study/triage.ts";
import type { FieldAction } from "./text-field.ts";
import { words } from "./words.ts";

/**
 * Which set of keys is in force. `answerBelow`, `noteBelow`: the answer is shown, but not in sight in this window. `saving` has none of its own:
 * keys wait until the answer is on disk. `judged`: the triage is over.
 * Of a quiz: `typing`, `choosing` and `saying` by the way a card is asked; `grading`: said aloud and shown; `checked`: marked.
 */
export type Mode =
  | "home"
  | "asking"
  | "answerBelow"
  | "answered"
  | "notSaved"
  | "done"
  | "noteBelow"
  | "judging"
  | "judged"
  | "typing"
  | "choosing"
  | "saying"
  | "grading"
  | "checked"
  | "quizOver"
  | "help"
  | "tooSmall";

export type ActionName =
  | "up"
  | "down"
  | "review"
  | "reviewAll"
  | "triage"
  | "readOn"
  | "pageUp"
  | "pageDown"
  | "keep"
  | "keepRest"
  | "previous"
  | "next"
  | "firstScreen"
  | "show"
  | "goToAnswer"
  | "rateTooEarly"
  | Rating
  | "undo"
  | "edit"
  | "bury"
  | "suspend"
  | "drop"
  | "retry"
  | "wait"
  | "stop"
  | "decks"
  | "quiz"
  | "check"
  | "chooseMarked"
  | "first"
  | "second"
  | "third"
  | "fourth"
  | "wrong"
  | "close"
  | "right"
  | "nextCard"
  | "accept"
  | "tryAgain"
  | "missed"
  | "bringBack"
  | FieldAction
  | "help"
  | "closeHelp"
  | "pause"
  | "quit";

/** What decides whether a key does something now. */
export interface Facts {
  readonly decks: number;
  /** Cards that come back later today; the summary offers to wait for them. */
  readonly comingBack: number;
  /** Generated notes of the chosen deck that wait for a verdict. */
  readonly toTriage: number;
  /** Cards that a quiz over has missed, and those of them that do not come back today yet. */
  readonly missed: number;
  readonly toBringBack: number;
  /** A typed answer was marked wrong, and may have meant the same. */
  readonly canAccept: boolean;
  readonly canPause: boolean;
}

/**
 * One row of the table that the keys, the footer, the help overlay and plain mode's words are made from.
 * Two rows may share an action; no two rows of a mode share a key or a word.
 */
export interface Binding {
  readonly action: ActionName;
  /** The first is the one that the footer shows. */
  readonly keys: readonly string[];
  /** Plain mode takes these and the keys; none: the action exists on a screen only. */
  readonly words: readonly string[];
  /** Shown in the footer instead of the first key. */
  readonly footerKeys?: string;
  /** For the footer. */
  readonly short: string | ((facts: Facts) => string);
  /** For the footer of a narrow window. */
  readonly brief?: string;
  /** For the help overlay. */
  readonly hint: string;
  /** `stays`: shown at every width. */
  readonly footer?: "shown" | "stays";
  /** A key that is held down does this once. */
  readonly once?: true;
  /** Why the key does nothing now, for the status line. */
  readonly refusal?: (facts: Facts) => string | undefined;
}

export function bindingFor(mode: Mode, key: string): Binding | undefined {
  return bindings[mode].find((binding) => binding.keys.includes(key));
}

/** The row that plain mode's typed word means: a word or a key of the table; an empty line is Enter. */
export function bindingForWord(mode: Mode, typed: string): Binding | undefined {
  const word = typed === "" ? "enter" : typed.toLowerCase();
  const rows = wordRows(mode);
  return (
    rows.find((binding) => binding.keys.includes(typed)) ??
    rows.find((binding) => binding.words.includes(word) || binding.keys.includes(word))
  );
}

/** The rows that plain mode knows. */
export function wordRows(mode: Mode): readonly Binding[] {
  return bindings[mode].filter((binding) => binding.words.length > 0);
}

export function modeOfSession(session: Session): Mode {
  return session.phase === "saving" ? "answered" : session.phase;
}

/** The actions that the session itself carries out. */
export const sessionActions: Readonly<Partial<Record<ActionName, SessionAction>>> = {
  show: { type: "show" },
  again: { type: "rate", rating: "again" },
  hard: { type: "rate", rating: "hard" },
  good: { type: "rate", rating: "good" },
  easy: { type: "rate", rating: "easy" },
  undo: { type: "undo" },
  bury: { type: "bury" },
  suspend: { type: "suspend" },
  drop: { type: "drop" },
  retry: { type: "retry" },
  wait: { type: "continue" },
  stop: { type: "stop" },
};

export function modeOfTriage({ phase }: TriageSession): Mode {
  return phase === "asking" ? "judging" : phase === "done" ? "judged" : phase;
}

/** The actions that a triage itself carries out. */
export const triageActions: Readonly<Partial<Record<ActionName, TriageAction>>> = {
  keep: { type: "keep" },
  drop: { type: "drop" },
  keepRest: { type: "keepRest" },
  next: { type: "next" },
  previous: { type: "previous" },
  undo: { type: "undo" },
  retry: { type: "retry" },
  stop: { type: "stop" },
};

export function modeOfQuiz(session: QuizSession): Mode {
  switch (session.phase) {
    case "asking":
      return askingModes[session.asked.mode];
    case "over":
      return "quizOver";
    case "grading":
    case "checked":
    case "notSaved":
      return session.phase;
  }
}

const askingModes = { typed: "typing", choice: "choosing", aloud: "saying" } as const;

/** The actions that a quiz itself carries out. */
export const quizActions: Readonly<Partial<Record<ActionName, QuizAction>>> = {
  show: { type: "show" },
  first: { type: "choose", index: 0 },
  second: { type: "choose", index: 1 },
  third: { type: "choose", index: 2 },
  fourth: { type: "choose", index: 3 },
  wrong: { type: "grade", outcome: "wrong" },
  close: { type: "grade", outcome: "close" },
  right: { type: "grade", outcome: "right" },
  nextCard: { type: "next" },
  accept: { type: "accept" },
  tryAgain: { type: "tryAgain" },
  missed: { type: "missed" },
  bringBack: { type: "bringBack" },
  undo: { type: "undo" },
  retry: { type: "retry" },
  stop: { type: "stop" },
};

/** What a quiz decides of its keys. */
export function quizFacts(session: QuizSession | undefined): Pick<Facts, "missed" | "toBringBack" | "canAccept"> {
  const score = session?.phase === "over" ? session.score : undefined;
  const missed = score?.misses.length ?? 0;
  return {
    missed: score?.again && score.again.wrong === 0 ? 0 : missed,
    toBringBack: Math.max(0, missed - (score?.broughtBack ?? 0)),
    canAccept: session?.phase === "checked" && canBeMeant(session),
  };
}

function canBeMeant({ asked, checked, isPractice }: Extract<QuizSession, { phase: "checked" }>): boolean {
  return asked.mode === "typed" && !isPractice && checked.outcome === "wrong" && checked.given !== "";
}

const help: Binding = {
  action: "help",
  keys: ["?", "f1"],
  words: ["help", "keys"],
  short: "keys",
  hint: "show the keys",
  footer: "stays",
};

const pause: Binding = {
  action: "pause",
  keys: ["ctrl+z"],
  words: [],
  short: "pause",
  hint: "pause Recto; fg brings it back",
  refusal: ({ canPause }) => (canPause ? undefined : words.pauseImpossible),
};

const quit: Binding = { action: "quit", keys: ["q", "ctrl+c"], words: [], short: "quit", hint: "quit", footer: "stays" };

const stop: Binding = {
  action: "stop",
  keys: ["q", "esc", "ctrl+c"],
  words: ["stop", "quit"],
  short: "stop",
  hint: "stop and see the summary; every answer is kept",
  footer: "stays",
};

const undo: Binding = {
  action: "undo",
  keys: ["u"],
  words: ["undo"],
  short: "undo",
  hint: "take the last answer back",
};

const edit: Binding = {
  action: "edit",
  keys: ["e"],
  words: ["edit"],
  short: "edit",
  hint: "open the card's file in your editor",
  footer: "shown",
  once: true,
};

const bury: Binding = {
  action: "bury",
  keys: ["-"],
  words: ["bury"],
  short: "bury",
  hint: "bury the card until tomorrow",
  once: true,
};

const drop: Binding = {
  action: "drop",
  keys: ["x"],
  words: ["drop"],
  short: "drop",
  hint: "drop the note: it is never asked again",
  once: true,
};

const putAside: readonly Binding[] = [
  {
    action: "suspend",
    keys: ["!"],
    words: ["suspend"],
    short: "suspend",
    hint: "suspend the card (u takes it back)",
    once: true,
  },
  drop,
];

const pages: readonly Binding[] = [
  { action: "pageUp", keys: ["pageup"], words: [], short: "scroll up", hint: "scroll up a windowful" },
  { action: "pageDown", keys: ["pagedown"], words: [], short: "scroll down", hint: "scroll down a windowful" },
];

const scroll: readonly Binding[] = [
  { action: "up", keys: ["up"], words: [], short: "scroll up", hint: "scroll up" },
  { action: "down", keys: ["down"], words: [], short: "scroll down", hint: "scroll down" },
  ...pages,
];

/** The keys of a note in triage besides the usual next one. */
const onceRead: readonly Binding[] = [
  {
    ...edit,
    hint: "edit the note in your editor, which keeps it",
  },
  { ...drop, footer: "shown" },
  { ...undo, hint: "take the last verdict back", footer: "shown" },
  {
    action: "keepRest",
    keys: ["K"],
    words: ["rest", "all"],
    short: "keep the rest",
    hint: "keep all notes that are left (u takes it back)",
    once: true,
  },
  { action: "previous", keys: ["up"], words: ["back"], short: "back", hint: "to the note before, without a verdict" },
  { action: "next", keys: ["down"], words: ["next", "skip"], short: "skip", hint: "to the next note, without a verdict" },
  ...pages,
  help,
  { ...stop, hint: "stop; every verdict is kept" },
  pause,
];

const stopQuiz: Binding = { ...stop, hint: "stop and see the score; every mark is kept" };
const undoMark: Binding = { ...undo, hint: "take the last mark back: its card is asked again" };

/** In a text field every character is text. */
const fieldKeys: readonly Binding[] = (
  [
    ["fieldLeft", ["left"], "a character to the left"],
    ["fieldRight", ["right"], "a character to the right"],
    ["fieldWordLeft", ["ctrl+left", "alt+left"], "a word to the left"],
    ["fieldWordRight", ["ctrl+right", "alt+right"], "a word to the right"],
    ["fieldStart", ["home", "ctrl+a"], "to the start"],
    ["fieldEnd", ["end", "ctrl+e"], "to the end"],
    ["deleteBefore", ["backspace"], "delete the character before"],
    ["deleteAfter", ["delete"], "delete the character under the cursor"],
    ["deleteWord", ["ctrl+w", "alt+backspace"], "delete the word before"],
    ["deleteToStart", ["ctrl+u"], "delete to the start"],
    ["deleteToEnd", ["ctrl+k"], "delete to the end"],
  ] as const
).map(([action, keys, hint]) => ({ action, keys, words: [], short: hint, hint }));

const grade = (action: "wrong" | "close" | "right", digit: string, hint: string): Binding => ({
  action,
  keys: [digit],
  words: [action],
  short: action,
  hint,
  footer: "shown",
  once: true,
});

const choose = (action: "first" | "second" | "third" | "fourth", digit: string): Binding => ({
  action,
  keys: [digit],
  words: [action],
  short: action,
  hint: `choose answer ${digit}`,
  once: true,
});

const nothingToReview = ({ decks }: Facts) => (decks === 0 ? words.home.noDecksReason : undefined);

const rate = (rating: Rating, digit: string): Binding => ({
  action: rating,
  keys: [digit],
  words: [rating],
  short: rating,
  hint: ratingHints[rating],
  once: true,
});

const ratingHints: Readonly<Record<Rating, string>> = {
  again: "Again, forgotten",
  hard: "Hard, remembered with effort",
  good: "Good, remembered",
  easy: "Easy, remembered at once",
};

/** The keys of an answer besides the usual next one. */
const onceAnswered: readonly Binding[] = [
  rate("again", "1"),
  rate("hard", "2"),
  rate("good", "3"),
  rate("easy", "4"),
  { ...undo, footer: "shown" },
  edit,
  bury,
  ...putAside,
  ...scroll,
  help,
  stop,
  pause,
];

const bindings: Readonly<Record<Mode, readonly Binding[]>> = {
  home: [
    {
      action: "review",
      keys: ["enter"],
      words: [],
      short: "review",
      hint: "review the chosen deck",
      footer: "shown",
      refusal: nothingToReview,
    },
    {
      action: "reviewAll",
      keys: ["a"],
      words: [],
      short: "all decks",
      hint: "review all decks",
      footer: "shown",
      refusal: nothingToReview,
    },
    {
      action: "triage",
      keys: ["t"],
      words: [],
      short: ({ toTriage }) => `triage ${toTriage}`,
      brief: "triage",
      hint: "keep or drop the chosen deck's new notes",
      footer: "shown",
      refusal: ({ decks, toTriage }) =>
        decks === 0 ? words.home.noDecksReason : toTriage === 0 ? words.home.nothingToTriage : undefined,
    },
    {
      action: "quiz",
      keys: ["z"],
      words: [],
      short: "quiz",
      hint: "quiz yourself on the chosen deck; schedules stay as they are",
      refusal: nothingToReview,
    },
    { action: "up", keys: ["up", "k"], words: [], short: "up", hint: "choose the deck above", refusal: nothingToReview },
    { action: "down", keys: ["down", "j"], words: [], short: "down", hint: "choose the deck below", refusal: nothingToReview },
    help,
    quit,
    {
      action: "firstScreen",
      keys: ["esc"],
      words: [],
      short: "back",
      hint: "back one level",
      refusal: () => words.home.firstScreen,
    },
    pause,
  ],
  asking: [
    {
      action: "show",
      keys: ["space", "enter"],
      words: ["show", "answer"],
      short: "show answer",
      brief: "show",
      hint: "show the answer",
      footer: "shown",
      once: true,
    },
    { ...undo, footer: "shown" },
    edit,
    { ...bury, footer: "shown" },
    ...putAside,
    ...scroll,
    help,
    stop,
    {
      action: "rateTooEarly",
      keys: ["1", "2", "3", "4"],
      words: ["again", "hard", "good", "easy"],
      short: "rate",
      hint: "rate, once the answer is shown",
      refusal: () => words.review.showFirst,
    },
    pause,
  ],
  answerBelow: [
    {
      action: "goToAnswer",
      keys: ["space", "enter"],
      words: [],
      short: "answer",
      hint: "go to the answer",
      footer: "shown",
      once: true,
    },
    ...onceAnswered,
  ],
  answered: [
    {
      action: "good",
      keys: ["space", "enter"],
      words: ["ok"],
      short: "good",
      hint: "Good, remembered",
      footer: "shown",
      once: true,
    },
    ...onceAnswered,
  ],
  notSaved: [
    { action: "retry", keys: ["r"], words: ["retry"], short: "try again", hint: "try to save the answer again", footer: "shown" },
    ...scroll,
    help,
    { ...stop, action: "quit", hint: "stop; the answers that are not saved are printed" },
    pause,
  ],
  done: [
    { action: "decks", keys: ["enter", "esc"], words: [], short: "decks", hint: "back to the decks", footer: "shown" },
    {
      action: "wait",
      keys: ["w"],
      words: [],
      short: ({ comingBack }) => `wait for ${comingBack}`,
      brief: "wait",
      hint: "wait for the cards that come back today",
      footer: "stays",
      refusal: ({ comingBack }) => (comingBack === 0 ? words.summary.nothingComesBack : undefined),
    },
    undo,
    ...scroll,
    help,
    quit,
    pause,
  ],
  noteBelow: [
    {
      action: "readOn",
      keys: ["space", "enter"],
      words: [],
      short: "read on",
      brief: "more",
      hint: "read on: the note is longer than the window",
      footer: "shown",
      once: true,
    },
    ...onceRead,
  ],
  judging: [
    {
      action: "keep",
      keys: ["space", "enter"],
      words: ["keep"],
      short: "keep",
      hint: "keep the note",
      footer: "shown",
      once: true,
    },
    ...onceRead,
  ],
  judged: [
    { action: "decks", keys: ["enter", "esc"], words: [], short: "decks", hint: "back to the decks", footer: "shown" },
    { ...undo, hint: "take the last verdict back", footer: "shown" },
    ...scroll,
    help,
    quit,
    pause,
  ],
  typing: [
    {
      action: "check",
      keys: ["enter"],
      words: [],
      short: "check",
      hint: "check what you typed; nothing typed shows the answer",
      footer: "shown",
    },
    ...fieldKeys,
    { ...help, keys: ["f1"] },
    { ...stopQuiz, keys: ["esc", "ctrl+c"] },
    ...scroll,
    pause,
  ],
  choosing: [
    {
      action: "chooseMarked",
      keys: ["enter", "space"],
      words: [],
      footerKeys: "1-4",
      short: "choose",
      hint: "choose the marked answer",
      footer: "shown",
      once: true,
    },
    choose("first", "1"),
    choose("second", "2"),
    choose("third", "3"),
    choose("fourth", "4"),
    {
      action: "up",
      keys: ["up", "k"],
      words: [],
      footerKeys: "up down",
      short: "move",
      hint: "mark the answer above",
      footer: "shown",
    },
    { action: "down", keys: ["down", "j"], words: [], short: "move", hint: "mark the answer below" },
    { ...undoMark, footer: "shown" },
    ...pages,
    help,
    stopQuiz,
    pause,
  ],
  saying: [
    {
      action: "show",
      keys: ["space", "enter"],
      words: ["show", "answer"],
      short: "show answer",
      brief: "show",
      hint: "show the answer, once you have said it",
      footer: "shown",
      once: true,
    },
    { ...undoMark, footer: "shown" },
    ...scroll,
    help,
    stopQuiz,
    pause,
  ],
  grading: [
    grade("wrong", "1", "that was not it"),
    grade("close", "2", "not quite, but it may pass"),
    grade("right", "3", "that was it"),
    undoMark,
    ...scroll,
    help,
    stopQuiz,
    pause,
  ],
  checked: [
    {
      action: "nextCard",
      keys: ["enter", "space"],
      words: ["next"],
      short: "next",
      hint: "to the next card",
      footer: "shown",
      once: true,
    },
    {
      action: "accept",
      keys: ["y"],
      words: ["yes"],
      short: "I was right",
      brief: "right",
      hint: "what you typed means the same: let it pass",
      footer: "shown",
      once: true,
      refusal: ({ canAccept }) => (canAccept ? undefined : words.quiz.nothingToAccept),
    },
    {
      action: "tryAgain",
      keys: ["r"],
      words: ["again"],
      short: "try again",
      hint: "try the card again for practice; its mark stays",
      footer: "shown",
      once: true,
    },
    { ...undoMark, footer: "shown" },
    ...scroll,
    help,
    stopQuiz,
    pause,
  ],
  quizOver: [
    { action: "decks", keys: ["enter", "esc"], words: ["leave"], short: "decks", hint: "back to the decks", footer: "shown" },
    {
      action: "bringBack",
      keys: ["c"],
      words: ["count"],
      short: ({ toBringBack }) => `count ${toBringBack} missed`,
      brief: "count",
      hint: "count what was missed as forgotten: those cards come back today, in a review",
      footer: "shown",
      once: true,
      refusal: ({ toBringBack }) => (toBringBack > 0 ? undefined : words.quiz.nothingMissed),
    },
    {
      action: "missed",
      keys: ["m"],
      words: ["missed"],
      short: "missed again",
      brief: "again",
      hint: "a second round over what was missed",
      footer: "shown",
      once: true,
      refusal: ({ missed }) => (missed > 0 ? undefined : words.quiz.nothingMissed),
    },
    undoMark,
    ...scroll,
    help,
    { ...quit, words: ["quit"] },
    pause,
  ],
  help: [
    { action: "up", keys: ["up"], words: [], footerKeys: "up down", short: "scroll", hint: "scroll up", footer: "shown" },
    { action: "down", keys: ["down"], words: [], short: "scroll", hint: "scroll down" },
    {
      action: "closeHelp",
      keys: ["esc", "enter", "q", "?", "f1"],
      words: [],
      short: "close",
      hint: "close the keys",
      footer: "stays",
    },
    { action: "quit", keys: ["ctrl+c"], words: [], short: "quit", hint: "leave, as q does behind the keys" },
    pause,
  ],
  tooSmall: [quit, pause],
};

export const modes = Object.keys(bindings) as readonly Mode[];

export function bindingsOf(mode: Mode): readonly Binding[] {
  return bindings[mode];
}
