import { safeLine } from "../text/safe.ts";

/**
 * A learner's mistake, with the place and the next step. Problems are collected, never thrown: everything good
 * in the same file goes on working.
 */
export interface Problem {
  /** Path as the learner would type it, relative to the home where it lies in one. */
  readonly file: string;
  /** 1-based; absent when the whole file is meant. */
  readonly line?: number;
  /** What is wrong, one sentence. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly remedy: string;
}

/** "decks/borges.md:12  Not a note. Start with C:, Q: or >." One line, whatever the file is called: nobody else's words look like recto's. */
export function describeProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return safeLine(`${place}  ${problem.message} ${problem.remedy}`);
}
