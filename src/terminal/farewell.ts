import type { Sitting } from "../app/sitting.ts";
import type { Session, Summary } from "../study/session.ts";
import { safeLine } from "../text/safe.ts";
import type { AppResult } from "./options.ts";
import { words } from "./words.ts";

/** Gathers what the sittings of one run came to, for the line that is printed when the screens are gone. */
export class Farewell {
  private readonly summaries: Summary[] = [];

  remember(session: Session): void {
    if (session.phase === "done") this.summaries.push(session.summary);
  }

  result(sitting: Sitting | undefined): AppResult {
    const session = sitting?.session();
    const unsaved = sitting?.unsaved() ?? [];
    if (session?.phase === "notSaved" || unsaved.length > 0) {
      return { farewell: notSavedLine(session), unsaved, savingFailed: true };
    }
    const summaries = session?.phase === "done" ? [...this.summaries, session.summary] : this.summaries;
    return { farewell: safeLine(farewellFor(summaries)), unsaved, savingFailed: false };
  }
}

function notSavedLine(session: Session | undefined): string {
  return session?.phase === "notSaved" ? safeLine(words.summary.farewellNotSaved(session.reason, session.remedy)) : "";
}

function farewellFor(summaries: readonly Summary[]): string {
  const answers = summaries.reduce((sum, summary) => sum + summary.answers, 0);
  const elapsedMs = summaries.reduce((sum, summary) => sum + summary.elapsedMs, 0);
  const last = summaries.at(-1);
  return last === undefined || answers === 0 ? "" : words.summary.farewell(answers, elapsedMs, last.dueTomorrow);
}
