import { run } from "@stricli/core";
import { rectoApplication } from "./commands/application.ts";
import type { RectoContext } from "./commands/context.ts";
import { takeGlobalFlags } from "./commands/global-flags.ts";
import { safe } from "./text/safe.ts";

declare const __RECTO_VERSION__: string;

/** argv → command → exit code. The only place that touches process, clock and chance. */
async function main(): Promise<void> {
  const { flags, rest, problem } = takeGlobalFlags(process.argv.slice(2));
  if (problem) {
    process.stderr.write(`${safe(problem)}\n`);
    process.exitCode = 2;
    return;
  }
  const context = contextOf(flags);
  await run(rectoApplication(__RECTO_VERSION__), rest.length === 0 ? ["home"] : rest, context);
  process.exitCode = exitCodeOf(Number(context.process.exitCode ?? 0));
}

function contextOf(flags: ReturnType<typeof takeGlobalFlags>["flags"]): RectoContext {
  const { env, stdin, stdout, stderr } = process;
  const editor = env.VISUAL || env.EDITOR;
  return {
    process: {
      stdout: { write: (text) => void stdout.write(safe(text)) },
      stderr: { write: (text) => void stderr.write(safe(text)) },
      env: {},
    },
    streams: { input: stdin, output: stdout, errors: stderr },
    canDraw: Boolean(stdin.isTTY && stdout.isTTY && env.TERM !== "dumb"),
    noColor: env.NO_COLOR !== undefined && env.NO_COLOR !== "",
    version: __RECTO_VERSION__,
    currentFolder: process.cwd(),
    platform: process.platform,
    ...(flags.home !== undefined && { homeArgument: flags.home }),
    ...(env.RECTO_HOME && { homeVariable: env.RECTO_HOME }),
    ...(editor && { editor }),
    ...(process.getuid && { userId: process.getuid() }),
    now: clockFrom(flags.now),
    ...(flags.seed !== undefined && { seed: flags.seed }),
    onContinued: (listener) => {
      process.on("SIGCONT", listener);
      return () => process.off("SIGCONT", listener);
    },
    stopSelf: process.platform === "win32" ? undefined : () => process.kill(0, "SIGTSTP"),
  };
}

/** `--now` sets the clock; from there it runs on, so that learning steps can be waited for. */
function clockFrom(start: string | undefined): () => string {
  if (start === undefined) return () => new Date().toISOString();
  const offsetMs = Date.parse(start) - Date.now();
  return () => new Date(Date.now() + offsetMs).toISOString();
}

/** Stricli's own codes are negative: all of them mean that the command line made no sense. */
function exitCodeOf(code: number): number {
  return code < 0 ? 2 : code;
}

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // A reader that closes its end of a pipe early (`recto due | head -1`) is no error.
    if (error.code === "EPIPE") return;
    // The window was closed: end as SIGHUP would, which a shell in between may have kept to itself.
    if (error.code === "EIO" && stream.isTTY) process.exit(129);
    if (error.syscall === undefined) throw error;
    if (stream === process.stdout) process.stderr.write(`The output could not be written (${error.code}).\n`);
    process.exit(3);
  });
}

await main();
