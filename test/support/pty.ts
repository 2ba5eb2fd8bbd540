import { resolve } from "node:path";
import pty, { type IPty } from "@lydell/node-pty";
import headless from "@xterm/headless";

export const projectRoot = resolve(import.meta.dirname, "../..");
export const launcher = resolve(projectRoot, "bin/recto.js");

export interface PtyOptions {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A program in a real pseudo-terminal, with an emulator that shows what a learner would see. */
export class Journey implements AsyncDisposable {
  readonly process: IPty;
  readonly #emulator: InstanceType<typeof headless.Terminal>;
  /** Everything the program wrote, as it wrote it. */
  bytes = "";
  #exited: { readonly exitCode: number; readonly signal?: number } | undefined;
  #waiting: (() => void)[] = [];

  constructor(file: string, args: readonly string[], options: PtyOptions) {
    const columns = options.columns ?? 80;
    const rows = options.rows ?? 24;
    this.#emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true });
    this.process = pty.spawn(file, [...args], {
      name: "xterm-256color",
      cols: columns,
      rows,
      cwd: options.cwd,
      env: cleanEnvironment(options.env),
    });
    this.process.onData((chunk) => {
      this.bytes += chunk;
      this.#emulator.write(chunk, () => this.#wake());
    });
    this.process.onExit((exit) => {
      this.#exited = exit;
      this.#wake();
    });
  }

  lines(): string[] {
    const buffer = this.#emulator.buffer.active;
    return Array.from(
      { length: this.#emulator.rows },
      (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? "",
    );
  }

  screen(): string {
    return this.lines().join("\n");
  }

  send(keys: string): void {
    this.process.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.process.resize(columns, rows);
  }

  /** Waits for a screen that fits; fails with the last screen after `seconds`. */
  async until(wanted: RegExp | ((screen: string) => boolean), seconds = 20): Promise<string> {
    const fits = typeof wanted === "function" ? wanted : (screen: string) => wanted.test(screen);
    const deadline = Date.now() + seconds * 1000;
    for (;;) {
      if (fits(this.screen())) return this.screen();
      if (Date.now() > deadline) throw new Error(`Waited for ${wanted}, saw:\n${this.screen()}`);
      if (this.#exited) await this.#settled(wanted, fits);
      else await this.#change(deadline);
    }
  }

  /**
   * Sends keys, again each second, until the screen fits: right after a message has been drawn the app may still be dropping keys that
   * were typed before it.
   */
  async pressUntil(keys: string, wanted: RegExp | ((screen: string) => boolean), tries = 20): Promise<string> {
    for (let at = 1; ; at += 1) {
      this.send(keys);
      try {
        return await this.until(wanted, 1);
      } catch (error) {
        if (at === tries) throw error;
      }
    }
  }

  async exit(seconds = 20): Promise<{ readonly exitCode: number; readonly signal?: number }> {
    const deadline = Date.now() + seconds * 1000;
    while (!this.#exited) {
      if (Date.now() > deadline) throw new Error(`Still running, shows:\n${this.screen()}`);
      await this.#change(deadline);
    }
    await new Promise<void>((done) => this.#emulator.write("", done));
    return this.#exited;
  }

  /** Closes the terminal's window: the program loses it, as when a learner closes the window. */
  hangUp(): void {
    (this.process as IPty & { destroy(): void }).destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#exited) this.process.kill("SIGKILL");
  }

  /** The program has ended: what it wrote last may still be on its way into the emulator. */
  async #settled(wanted: unknown, fits: (screen: string) => boolean): Promise<void> {
    await new Promise<void>((done) => this.#emulator.write("", done));
    if (!fits(this.screen())) throw new Error(`Ended while waiting for ${wanted}, showed:\n${this.screen()}`);
  }

  #change(deadline: number): Promise<void> {
    return new Promise((done) => {
      const timer = setTimeout(done, Math.max(1, deadline - Date.now()));
      this.#waiting.push(() => {
        clearTimeout(timer);
        done();
      });
    });
  }

  #wake(): void {
    for (const waiter of this.#waiting.splice(0)) waiter();
  }
}

/** Without what would change how recto or Ink behave: CI, colours, a home or editor of the machine. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const dropped =
    /^(?:CI|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR|RECTO_|VISUAL|EDITOR|NODE_ENV|VITEST|DEV|COLUMNS|LINES|TERM)/;
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !dropped.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), TZ: "UTC", ...extra };
}
