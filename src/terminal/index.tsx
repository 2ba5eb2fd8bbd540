import { render } from "ink";
import { App } from "./app.tsx";
import { Model } from "./model.ts";
import type { AppPorts, AppResult } from "./options.ts";
import { themeFor } from "./theme.ts";

export type { AppPorts, AppResult, DeckChoice } from "./options.ts";

export interface TerminalAppOptions extends AppPorts {
  /** Must be a TTY: raw mode is switched on. */
  readonly stdin: NodeJS.ReadableStream;
  /** Must have `columns` and `rows`. */
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** What the program found out about stdout; Ink would otherwise trust the variable CI. */
  readonly interactive: boolean;
  readonly noColor: boolean;
  /** Frames a second at most; tests draw every frame. */
  readonly maxFps?: number;
  /** Keeps console.* off the screen; tests leave it alone. */
  readonly patchConsole?: boolean;
}

export interface RunningApp {
  /** Resolves when the newest frame has been written. */
  drawn(): Promise<void>;
  /** Leaves as if the learner had. */
  end(): void;
  /** Resolves when the learner has left and the terminal is restored. */
  readonly result: Promise<AppResult>;
}

/** Shows the screens until the learner leaves. What has to be said then is in the result: the screen is gone. */
export function runTerminalApp(options: TerminalAppOptions): Promise<AppResult> {
  return startTerminalApp(options).result;
}

export function startTerminalApp(options: TerminalAppOptions): RunningApp {
  const { stdin, stdout, stderr, interactive } = options;
  const model = new Model(options);
  const app = render(<App model={model} ports={options} theme={themeFor(options.noColor)} />, {
    stdin,
    stdout,
    stderr,
    interactive,
    alternateScreen: true,
    // Incremental rendering would write a third of the bytes, but it keeps the unchanged beginning of a row by its width,
    // and terminals disagree about the width of emoji: the rest of the row lands in the wrong column.
    incrementalRendering: false,
    exitOnCtrlC: false,
    maxFps: options.maxFps ?? 60, // fewer would also delay the end
    patchConsole: options.patchConsole ?? true,
  });
  return {
    drawn: () => app.waitUntilRenderFlush(),
    end: () => app.unmount(),
    result: app.waitUntilExit().then(() => model.result()),
  };
}
