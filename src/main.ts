import { homedir } from "node:os";
import { isatty } from "node:tty";
import { ExitCode, run } from "@stricli/core";
import { writeOut } from "./adapters/output.ts";
import { rectoApplication } from "./commands/application.ts";
import type { RectoContext } from "./commands/context.ts";
import { takeGlobalFlags } from "./commands/global-flags.ts";
import { safe } from "./text/safe.ts";

declare const __RECTO_VERSION__: string;

/** argv → command → exit code. The only place that touches process, clock and chance. */
async function main(): Promise<void> {
  const { flags, rest, problem } = takeGlobalFlags(process.argv.slice(2));
  if (problem) {
    complain(`${safe(problem)}\n`);
    process.exitCode = 2;
    return;
  }
  const missing = whatIsMissing();
  if (missing) {
    complain(`${missing}\n`);
    process.exitCode = 3;
    return;
  }
  const context = contextOf(flags);
  await run(rectoApplication(__RECTO_VERSION__, rest[0] ?? "home"), rest.length === 0 ? ["home"] : rest, context);
  process.exitCode = exitCodeOf(Number(context.process.exitCode ?? 0));
  // Whatever was said without a stream is out. Until Node has taken itself apart, a tenth of an empty program passes.
  if (!areStreamsOpen) process.exit();
}

/** What the system cannot tell although every command needs it. */
function whatIsMissing(): string | undefined {
  try {
    process.cwd();
  } catch {
    return "The folder you are in no longer exists. Change to another, then try again.";
  }
  try {
    homedir();
  } catch {
    return "Your account has no home folder. Set HOME to a folder of yours, then try again.";
  }
  return undefined;
}

function contextOf(flags: ReturnType<typeof takeGlobalFlags>["flags"]): RectoContext {
  const { env } = process;
  const editor = env.VISUAL || env.EDITOR;
  return {
    process: {
      stdout: { write: (text) => say(safe(text)) },
      stderr: { write: (text) => complain(safe(text)) },
      env: {},
    },
    printRaw: say,
    // Node's streams are opened when somebody asks for them: most commands never do.
    streams: {
      get input() {
        areStreamsOpen = true;
        return process.stdin;
      },
      get output() {
        areStreamsOpen = true;
        return withoutSurprises(process.stdout);
      },
      get errors() {
        areStreamsOpen = true;
        return withoutSurprises(process.stderr);
      },
      // What was written to a pipe without a reader comes back as an error in the next turn.
      isHeard: () => new Promise((resolve) => setImmediate(() => resolve(!isReaderGone))),
    },
    get canDraw() {
      return isatty(0) && isatty(1) && env.TERM !== "dumb";
    },
    get canAsk() {
      return isatty(0);
    },
    noColor: env.NO_COLOR !== undefined && env.NO_COLOR !== "",
    version: __RECTO_VERSION__,
    currentFolder: process.cwd(),
    platform: process.platform,
    ...(flags.home !== undefined && { homeArgument: flags.home }),
    ...(env.RECTO_HOME && { homeVariable: env.RECTO_HOME }),
    ...(editor && { editor }),
    ...(process.getuid && { userId: process.getuid() }),
    isRunning,
    now: clockFrom(flags.now),
    ...(flags.seed !== undefined && { seed: flags.seed }),
    onContinued: (listener) => {
      process.on("SIGCONT", listener);
      return () => process.off("SIGCONT", listener);
    },
    onInterrupted: (listener) => {
      process.on("SIGINT", listener);
      return () => process.off("SIGINT", listener);
    },
    stopSelf: process.platform === "win32" ? undefined : () => process.kill(0, "SIGTSTP"),
  };
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

/** `--now` sets the clock; from there it runs on, so that learning steps can be waited for. */
function clockFrom(start: string | undefined): () => string {
  if (start === undefined) return () => new Date().toISOString();
  const offsetMs = Date.parse(start) - Date.now();
  return () => new Date(Date.now() + offsetMs).toISOString();
}

/** Stricli's own codes are negative. */
function exitCodeOf(code: number): number {
  if (code >= 0) return code;
  return code === ExitCode.UnknownCommand || code === ExitCode.InvalidArgument ? 2 : 3;
}

/** Prints at once. */
function say(text: string): void {
  try {
    writeOut(1, text);
  } catch (error) {
    outputFailed(error as NodeJS.ErrnoException);
  }
}

function complain(text: string): void {
  try {
    writeOut(2, text);
  } catch {} // There is nowhere left to say it.
}

function outputFailed({ code }: NodeJS.ErrnoException): never {
  complain(`The output could not be written (${code}). Free some space, or send it elsewhere.\n`);
  process.exit(3);
}

/** One of Node's streams was asked for: it may still hold something. */
let areStreamsOpen = false;

/** Standard output goes into a pipe that nobody reads any more. */
let isReaderGone = false;

/** A stream, prepared for what may happen to it at any time and is no mistake of the program. */
function withoutSurprises(output: NodeJS.WriteStream): NodeJS.WriteStream {
  if (output.listenerCount("error") > 0) return output;
  return output.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that closes its end of a pipe early: recto review --plain | head -1
    if (error.code === "EPIPE") {
      isReaderGone ||= output === process.stdout;
      return;
    }
    // The window was closed: end as SIGHUP would, which a shell in between may have kept to itself.
    if (error.code === "EIO" && output.isTTY) process.exit(129);
    if (error.syscall === undefined) throw error;
    outputFailed(error);
  });
}

/** Node would print a stray error as it is, with the texts in it. Said when the screen is restored. */
process.on("uncaughtException", (error) => {
  process.once("exit", () =>
    complain(safe(`recto failed by a mistake of its own; every answer you saw saved is saved.\n${error.stack ?? error}\n`)),
  );
  process.exit(3);
});

/** Node 22 calls its own SQLite an experiment: nothing that a learner could do anything about. */
const { emitWarning } = process;
process.emitWarning = ((warning: string | Error, ...rest: []) => {
  if (!String(warning).includes("SQLite is an experimental")) emitWarning.call(process, warning, ...rest);
}) as typeof process.emitWarning;

void main();
