/** Flags that every command takes, wherever they stand before a `--`. */
export interface GlobalFlags {
  home?: string;
  /** An instant as `Date.parse` reads it. */
  now?: string;
  seed?: number;
}

const names = ["home", "now", "seed"] as const;

/** Takes the global flags out of the arguments; `problem` says what is wrong with one. */
export function takeGlobalFlags(args: readonly string[]): { flags: GlobalFlags; rest: string[]; problem?: string } {
  const flags: GlobalFlags = {};
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (arg === "--") return { flags, rest: [...rest, ...args.slice(at)] };
    const name = names.find((each) => arg === `--${each}` || arg.startsWith(`--${each}=`));
    if (name === undefined) {
      rest.push(arg);
      continue;
    }
    const inline = arg.indexOf("=");
    const value = inline > 0 ? arg.slice(inline + 1) : args[++at];
    if (value === undefined || value === "") return { flags, rest, problem: `--${name} needs a value.` };
    if (name === "seed") flags.seed = Number(value);
    else flags[name] = value;
  }
  if (Number.isNaN(flags.seed)) return { flags, rest, problem: "--seed needs a number." };
  if (flags.now !== undefined && !isUsableInstant(flags.now)) {
    return { flags, rest, problem: `--now ${flags.now} is no instant. Write it as 2026-11-24T18:00:00Z.` };
  }
  return { flags, rest };
}

/** From 1970 to 9998: what the log can write, with a year for `--now` to run on. */
function isUsableInstant(text: string): boolean {
  const ms = Date.parse(text);
  return ms >= 0 && ms < Date.UTC(9999, 0);
}
