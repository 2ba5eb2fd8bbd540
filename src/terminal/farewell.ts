import type { QuizSitting, Sitting, TriageSitting } from "../app/sitting.ts";
import { allIn, type QuizSession, type Tally } from "../study/quiz.ts";
import type { Session, Summary } from "../study/session.ts";
import type { TriageSession, TriageSummary } from "../study/triage.ts";
import { safeLine } from "../text/safe.ts";
import type { AppResult } from "./options.ts";
import { words } from "./words.ts";

/** Gathers what the sittings of one run came to, for the line that is printed when the screens are gone. */
export class Farewell {
  private readonly summaries: Summary[] = [];
  private readonly triages: TriageSummary[] = [];
  private readonly quizzes: Tally[] = [];

  remember(session: Session): void {
    if (session.phase === "done") this.summaries.push(session.summary);
  }

  rememberTriage(session: TriageSession): void {
    if (session.phase === "done") this.triages.push(session.summary);
  }

  rememberQuiz(session: QuizSession): void {
    if (session.phase === "over" && allIn(session.score.total) > 0) this.quizzes.push(session.score.total);
  }

  /** `sitting`: the one that is left just now, whose summary is remembered. */
  result(sitting: Sitting | TriageSitting | QuizSitting | undefined): AppResult {
    const session = sitting?.session();
    const unsaved = sitting?.unsaved() ?? [];
    if (session?.phase === "notSaved" || unsaved.length > 0) {
      return { farewell: notSavedLine(session), unsaved, savingFailed: true };
    }
    const lines = [
      farewellFor(this.summaries),
      ...this.triages.map(words.triage.farewell),
      ...this.quizzes.map(words.quiz.farewell),
    ].filter((line) => line !== "");
    return { farewell: safeLine(lines.join(" ")), unsaved, savingFailed: false };
  }
}

function notSavedLine(session: Session | TriageSession | QuizSession | undefined): string {
  return session?.phase === "notSaved" ? safeLine(words.summary.farewellNotSaved(session.reason, session.remedy)) : "";
}

function farewellFor(summaries: readonly Summary[]): string {
  const sumOf = (figure: "answers" | "cards" | "elapsedMs") => summaries.reduce((sum, summary) => sum + summary[figure], 0);
  const [answers, cards, elapsedMs] = [sumOf("answers"), sumOf("cards"), sumOf("elapsedMs")];
  const last = summaries.at(-1);
  return last === undefined || answers === 0 ? "" : words.summary.farewell({ ...last, answers, cards, elapsedMs });
}
