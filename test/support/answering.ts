import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const scripts = {
  recto: "append-answers.ts",
  decks: "rewrite-deck.ts",
  lowdb: "lowdb-answers.ts",
  careless: "careless-answers.ts",
} as const;

export interface Answering {
  readonly child: ChildProcess;
  /** The ids printed whole so far: acknowledged. */
  ids(): readonly string[];
  readonly ended: Promise<unknown>;
}

/** Writes in a process of its own, as fast as the disk takes it. */
export function answering(
  by: keyof typeof scripts,
  { env = {} }: { readonly env?: Readonly<Record<string, string>> },
  ...args: readonly string[]
): Answering {
  const script = join(import.meta.dirname, scripts[by]);
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  return { child, ids: () => printed.split("\n").slice(0, -1), ended: once(child, "close") };
}

export function writerNumber(number: number): string {
  return `20261123170500${number.toString(16).padStart(10, "0")}`;
}
