import type { Sitting } from "../../app/sitting.ts";
import type { Instant } from "../../scheduling/study-day.ts";
import type { Session } from "../../study/session.ts";
import { modeOfSession, sessionActions } from "../keys.ts";
import type { AppResult } from "../options.ts";
import { words } from "../words.ts";
import { converse, type PlainStreams, say, show, type Talk } from "./converse.ts";
import { answerText, frontText, promptText, questionText, ratingsText, summaryText } from "./texts.ts";

export interface PlainReviewOptions extends PlainStreams {
  readonly sitting: Sitting;
  now(): Instant;
}

export function runPlainReview(options: PlainReviewOptions): Promise<AppResult> {
  return converse(reviewTalk(options), options);
}

function reviewTalk(options: PlainReviewOptions): Talk {
  const { sitting } = options;
  const hadCards = sitting.session().phase !== "done";
  let shown: string | undefined;
  return {
    phase: () => {
      const { phase } = sitting.session();
      return phase === "done" || phase === "notSaved" ? phase : "open";
    },
    mode: () => modeOfSession(sitting.session()),
    present: () => {
      shown = present(options, shown, hadCards);
    },
    prompt: () => prompt(options, sitting.session()),
    send: (action) => {
      const sessionAction = sessionActions[action];
      return sessionAction && sitting.send(sessionAction);
    },
    place: () => sitting.place(),
    reload: () => sitting.reload(),
    unsaved: () => sitting.unsaved(),
  };
}

/** Shows where the sitting is now. Returns which front has been read out, so that the answer does not repeat it. */
function present(options: PlainReviewOptions, shown: string | undefined, hadCards: boolean): string | undefined {
  const session = options.sitting.session();
  if (session.phase === "done") {
    show(options, summaryText(session.summary, hadCards, options.now()));
    return undefined;
  }
  const { asked, progress } = session;
  const front = `${asked.card.id} ${frontText(asked)}`;
  const isNews = session.phase === "asking" || front !== shown;
  if (isNews) show(options, `${questionText(asked, progress)}\n`);
  if (session.phase === "answered") show(options, `${answerText(asked)}\n`);
  prompt(options, session);
  return front;
}

function prompt(options: PlainReviewOptions, session: Session): void {
  switch (session.phase) {
    case "asking":
      say(options, promptText("asking"));
      return;
    case "answered":
    case "saving":
      say(options, ratingsText(session.asked));
      return;
    case "notSaved":
      say(options, `${words.review.notSaved(session.reason, session.remedy)} ${promptText("notSaved")}`);
      return;
    case "done":
      return;
  }
}
