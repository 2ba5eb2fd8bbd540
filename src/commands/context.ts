import type { CommandContext, StricliProcess } from "@stricli/core";
import type { Clock } from "../app/ports.ts";
import { describeProblem, type Problem } from "../notes/problem.ts";
import { safeJson } from "../text/safe.ts";

/** 0 done · 1 nothing could be done, or `check` found something · 2 wrong usage · 3 could not read or save · 130 ctrl+c. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** What `main.ts` found out about the process, so that nothing else has to ask. */
export interface RectoContext extends CommandContext {
  /** Both writes pass `safe()`: the last border before the terminal. */
  readonly process: StricliProcess;
  /** Standard output byte for byte: for JSON, and for files that go into a pipe. */
  readonly printRaw: (text: string) => void;
  readonly streams: {
    readonly input: NodeJS.ReadStream;
    readonly output: NodeJS.WriteStream;
    readonly errors: NodeJS.WriteStream;
    /** Whether somebody still reads `output`, as far as what was written shows. */
    readonly isHeard: () => Promise<boolean>;
  };
  /** Both ends are a terminal that can draw. */
  readonly canDraw: boolean;
  /** Somebody sits at the keyboard, wherever the output goes. */
  readonly canAsk: boolean;
  readonly noColor: boolean;
  readonly version: string;
  readonly currentFolder: string;
  /** `--home` */
  readonly homeArgument?: string;
  /** `$RECTO_HOME` */
  readonly homeVariable?: string;
  readonly platform: NodeJS.Platform;
  /** `$VISUAL`, else `$EDITOR`. */
  readonly editor?: string;
  readonly userId?: number;
  /** Whether a process of that number runs on this machine, whoever's it is. */
  readonly isRunning: (id: number) => boolean;
  readonly now: Clock;
  /** Makes ids repeatable, for trials. */
  readonly seed?: number;
  /** Called when the program goes on after it was stopped; returns what ends the listening. */
  readonly onContinued: (listener: () => void) => () => void;
  /** Called on ctrl+c instead of ending the program; returns what ends the listening. */
  readonly onInterrupted: (listener: () => void) => () => void;
  /** Stops this program and its launcher, as ctrl+z does; undefined where that does not exist. */
  readonly stopSelf: (() => void) | undefined;
}

export function print(context: RectoContext, text: string): void {
  context.process.stdout.write(`${text}\n`);
}

export function complain(context: RectoContext, text: string): void {
  context.process.stderr.write(`${text}\n`);
}

/** `--json`: machines get it whole, every control character escaped. */
export function printJson(context: RectoContext, value: object): void {
  context.printRaw(`${safeJson({ version: 1, ...value })}\n`);
}

export function printProblems(context: RectoContext, problems: readonly Problem[]): void {
  for (const problem of problems) complain(context, describeProblem(problem));
}

export function finish(context: RectoContext, code: ExitCode): void {
  context.process.exitCode = code;
}
