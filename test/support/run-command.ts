import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { cleanEnvironment, launcher, projectRoot } from "./pty.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface CommandResult {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Variables that the program does not get. */
  readonly without?: readonly string[];
  /** Run as another user; only root can. */
  readonly user?: number;
}

/** A study home of its own, with folders for everything that recto keeps outside it, and the built program to run there. */
export class Shell {
  /** Real path; holds `home` and the platform's folders. */
  readonly folder = temporaryFolder();
  readonly home = join(this.folder, "home");

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    if (!existsSync(resolve(projectRoot, "dist/recto.cjs"))) throw new Error("Build the program first: node build.mjs");
    this.write({ "storage/settings.json": '{"schemaVersion":1,"timeZone":"UTC"}\n', ...files });
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.home, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** Runs `recto`; nothing of the machine but its PATH reaches it. */
  recto(args: readonly string[], options: CommandOptions = {}): CommandResult {
    return this.run(process.execPath, [launcher, ...args], options);
  }

  run(file: string, args: readonly string[], { cwd = this.home, input = "", env = {}, without = [], user }: CommandOptions = {}) {
    const own = {
      HOME: this.folder,
      XDG_DATA_HOME: join(this.folder, "data"),
      XDG_CACHE_HOME: join(this.folder, "cache"),
      XDG_CONFIG_HOME: join(this.folder, "config"),
    };
    const all = { ...cleanEnvironment(own), ...env };
    const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
    const ids = user === undefined ? {} : { uid: user, gid: user };
    const { stdout, stderr, status } = spawnSync(file, args, { cwd, input, env: kept, timeout: 150_000, ...ids });
    return { out: this.#plain(stdout), err: this.#plain(stderr), code: status };
  }

  /** What was printed, with the temporary folder called TMP. */
  #plain(bytes: Buffer): string {
    return bytes.toString().replaceAll(this.folder, "TMP");
  }
}

/** One run as a transcript: the line typed, what came out, the exit code. */
export function transcript(shell: Shell, args: readonly string[], options?: CommandOptions): string {
  const { out, err, code } = shell.recto(args, options);
  const marked = err
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => `! ${line}\n`)
    .join("");
  return `$ recto ${args.join(" ")}\n${out}${marked}[exit ${code}]\n`;
}
