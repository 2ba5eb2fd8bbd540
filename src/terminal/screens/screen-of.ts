import { footerLine } from "../footer.ts";
import { type Content, frameLines, type Screen, scrollRoom, scrollToAnswer } from "../frame.ts";
import { type Mode, modeOfQuiz, modeOfSession, modeOfTriage } from "../keys.ts";
import { isTooSmall, layoutFor, type Size } from "../layout.ts";
import type { Line } from "../line.ts";
import { type AppState, factsOf } from "../state.ts";
import { helpScreen } from "./help.ts";
import { homeScreen, homeScroll, type Part } from "./home.ts";
import { quizScreen } from "./quiz.ts";
import { quizOverScreen } from "./quiz-over.ts";
import { notSavedText, reviewScreen } from "./review.ts";
import { summaryScreen } from "./summary.ts";
import { triageScreen, triageSummaryScreen } from "./triage.ts";

/** The whole window, row by row. */
export function drawing(state: AppState, size: Size): readonly Line[] {
  const screen = screenOf(state, size);
  return frameLines(screen, scrollOf(state, screen, size), size);
}

/** The furthest that the screen in sight can be scrolled. */
export function furthestScroll(state: AppState, size: Size): number {
  return scrollRoom(screenOf(state, size), size);
}

/** How far to scroll to the answer; `undefined` when it is not below the window's edge. */
export function answerScroll(state: AppState, size: Size): number | undefined {
  const content = contentOf(state, size);
  return scrollToAnswer(content, scrollOf(state, content, size), size);
}

/** Rows of the body that are in sight at once, with one of the page before for the eye; at least 1. */
export function pageOf(state: AppState, size: Size): number {
  const content = contentOf(state, size);
  return Math.max(1, content.body.length - scrollRoom(content, size) - 1);
}

export function modeOf(state: AppState, size: Size): Mode {
  if (isTooSmall(size)) return "tooSmall";
  return state.help ? "help" : modeOfView(state, size);
}

function modeOfView(state: AppState, size: Size): Mode {
  const { view } = state;
  if (view.screen === "home") return "home";
  if (view.screen === "quiz") return modeOfQuiz(view.session);
  const mode = view.screen === "review" ? modeOfSession(view.session) : modeOfTriage(view.session);
  const below = longer[mode];
  return below !== undefined && answerScroll(state, size) !== undefined ? below : mode;
}

/** The keys in force while the answer is below the window's edge. */
const longer: Readonly<Partial<Record<Mode, Mode>>> = { answered: "answerBelow", judging: "noteBelow" };

function screenOf(state: AppState, size: Size): Screen {
  return { ...contentOf(state, size), footer: footerLine(modeOf(state, size), factsOf(state), size.columns) };
}

function contentOf(state: AppState, size: Size): Content {
  const status = statusOf(state);
  return { ...(state.help ? keysBehind(state, size) : partOf(state, size)), ...(status && { status }) };
}

function keysBehind(state: AppState, size: Size): Part {
  const behind = { ...state, help: undefined, message: undefined };
  return helpScreen(modeOfView(behind, size), factsOf(state), size);
}

function partOf({ view, now }: AppState, size: Size): Part {
  const layout = layoutFor(size);
  if (view.screen === "home") return homeScreen(view, layout, size);
  if (view.screen === "triage") {
    const { session, hadNotes } = view;
    return session.phase === "done"
      ? triageSummaryScreen(session.summary, hadNotes, layout, size)
      : triageScreen(session, layout);
  }
  if (view.screen === "quiz") {
    const { session } = view;
    return session.phase === "over"
      ? quizOverScreen(session.score, view.hadCards, layout, size)
      : quizScreen(view, session, layout, size);
  }
  const { session, startedAt } = view;
  if (session.phase === "done") return summaryScreen(session.summary, view, now, layout, size);
  return reviewScreen(session, Date.parse(now) - Date.parse(startedAt), layout, size);
}

function statusOf({ view, message, help }: AppState): Screen["status"] {
  if (view.screen !== "home" && view.session.phase === "notSaved" && !help) {
    const reason = notSavedText(view.session);
    return { text: message === undefined ? reason : `${reason}\n${message}`, isWarning: true };
  }
  return message === undefined ? undefined : { text: message, isWarning: false };
}

function scrollOf({ view, help }: AppState, screen: Content, size: Size): number {
  if (help) return help.scroll;
  if (view.screen !== "home") return view.scroll;
  return homeScroll(view, screen.body.length - scrollRoom(screen, size));
}
