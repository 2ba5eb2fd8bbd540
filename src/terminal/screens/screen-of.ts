import { footerLine } from "../footer.ts";
import { frameLines, type Screen, scrollRoom } from "../frame.ts";
import { layoutFor, type Size } from "../layout.ts";
import type { Line } from "../line.ts";
import { type AppState, factsOf, modeOf, modeOfView } from "../state.ts";
import { helpScreen } from "./help.ts";
import { homeScreen, homeScroll, type Part } from "./home.ts";
import { notSavedText, reviewScreen } from "./review.ts";
import { summaryScreen } from "./summary.ts";

/** The whole window, row by row. */
export function drawing(state: AppState, size: Size): readonly Line[] {
  const screen = screenOf(state, size);
  return frameLines(screen, scrollOf(state, screen, size), size);
}

/** The furthest that the screen in sight can be scrolled. */
export function furthestScroll(state: AppState, size: Size): number {
  return scrollRoom(screenOf(state, size), size);
}

function screenOf(state: AppState, size: Size): Screen {
  const facts = factsOf(state);
  const status = statusOf(state);
  const part = state.help ? helpScreen(modeOfView(state.view), facts, size) : partOf(state, size);
  return { ...part, ...(status && { status }), footer: footerLine(modeOf(state, size), facts, size.columns) };
}

function partOf({ view, now }: AppState, size: Size): Part {
  const layout = layoutFor(size);
  if (view.screen === "home") return homeScreen(view, layout, size);
  const { session, startedAt } = view;
  if (session.phase === "done") return summaryScreen(session.summary, view, now, layout, size);
  return reviewScreen(session, Date.parse(now) - Date.parse(startedAt), layout, size);
}

function statusOf({ view, message, help }: AppState): Screen["status"] {
  if (view.screen === "review" && view.session.phase === "notSaved" && !help) {
    const reason = notSavedText(view.session);
    return { text: message === undefined ? reason : `${reason}\n${message}`, isWarning: true };
  }
  return message === undefined ? undefined : { text: message, isWarning: false };
}

function scrollOf({ view, help }: AppState, screen: Screen, size: Size): number {
  if (help) return help.scroll;
  if (view.screen === "review") return view.scroll;
  return homeScroll(view, screen.body.length - scrollRoom(screen, size));
}
