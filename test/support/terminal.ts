import { PassThrough, Writable } from "node:stream";
import xterm from "@xterm/headless";
import type { AppResult, RunningApp, TerminalAppOptions } from "../../src/terminal/index.tsx";
import { words } from "../../src/terminal/words.ts";

type Given = Omit<TerminalAppOptions, "stdin" | "stdout" | "stderr" | "interactive" | "noColor"> & { readonly noColor?: boolean };

export interface TestTerminal extends AsyncDisposable {
  /** Rows as a learner sees them, blanks at the right cut off. */
  lines(): string[];
  screen(): string;
  /** Where the terminal's own cursor stands, from 0. */
  cursor(): { readonly x: number; readonly row: number };
  /** Types the keys one after the other: names as in the key table, or characters. */
  press(...keys: string[]): Promise<void>;
  /** One write to the keyboard, as from a fast typist. */
  write(input: string): Promise<void>;
  paste(text: string): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  /** Waits until everything drawn so far is on the screen. */
  settled(): Promise<void>;
  isRaw(): boolean;
  /** Every byte that was written. */
  bytes(): string;
  readonly result: Promise<AppResult>;
}

/** The app as a learner sees it: Ink draws into a terminal emulator through real streams. */
export async function openTerminal(options: Given, columns = 80, rows = 24): Promise<TestTerminal> {
  // Read by chalk when it is loaded: without it no frame had colours to look at.
  process.env.FORCE_COLOR = "1";
  const { startTerminalApp } = await import("../../src/terminal/index.tsx");
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  const keyboard = makeKeyboard();
  const display = makeDisplay(emulator);
  const app = startTerminalApp({
    noColor: false,
    ...options,
    stdin: keyboard.stream as unknown as NodeJS.ReadableStream,
    stdout: display.stream,
    stderr: display.stream,
    interactive: true,
    patchConsole: false,
    maxFps: 1000,
  });
  const settled = () => settle(app);
  const write = async (input: string) => {
    keyboard.stream.write(input);
    await settled();
    // Ink waits 20 ms to see whether an escape character begins a sequence.
    if (input.endsWith("\x1b")) {
      await milliseconds(25);
      await settled();
    }
  };
  do await settled();
  while (linesOf(emulator).join("\n").includes(words.triage.looking));
  return {
    lines: () => linesOf(emulator),
    screen: () => linesOf(emulator).join("\n"),
    cursor: () => ({ x: emulator.buffer.active.cursorX, row: emulator.buffer.active.cursorY }),
    press: async (...keys) => {
      for (const key of keys) await write(sequences[key] ?? key);
    },
    write,
    paste: (text) => write(`\x1b[200~${text}\x1b[201~`),
    resize: async (nextColumns, nextRows) => {
      emulator.resize(nextColumns, nextRows);
      display.stream.emit("resize");
      await settled();
    },
    settled,
    isRaw: keyboard.isRaw,
    bytes: display.bytes,
    result: app.result,
    [Symbol.asyncDispose]: async () => {
      app.end();
      await app.result;
      emulator.dispose();
    },
  };
}

const sequences: Readonly<Record<string, string>> = {
  enter: "\r",
  space: " ",
  esc: "\x1b",
  up: "\x1b[A",
  down: "\x1b[B",
  pageup: "\x1b[5~",
  pagedown: "\x1b[6~",
  f1: "\x1bOP",
  "ctrl+c": "\x03",
  "ctrl+z": "\x1a",
};

function makeKeyboard() {
  const stream = new PassThrough();
  let raw = false;
  const setRawMode = (on: boolean) => {
    raw = on;
    return stream;
  };
  Object.assign(stream, { isTTY: true, setRawMode, ref: () => stream, unref: () => stream });
  return { stream, isRaw: () => raw };
}

function makeDisplay(emulator: InstanceType<typeof xterm.Terminal>) {
  let bytes = "";
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      bytes += String(chunk);
      emulator.write(chunk, done);
    },
  });
  Object.defineProperties(stream, {
    isTTY: { value: true },
    columns: { get: () => emulator.cols },
    rows: { get: () => emulator.rows },
  });
  return { stream, bytes: () => bytes };
}

function linesOf(emulator: InstanceType<typeof xterm.Terminal>): string[] {
  const buffer = emulator.buffer.active;
  return Array.from({ length: emulator.rows }, (_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? "");
}

async function settle(app: RunningApp): Promise<void> {
  await milliseconds(2);
  await app.drawn();
}

/** Streams and Ink's throttle need real time; nothing here waits for a machine to be fast enough. */
function milliseconds(count: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, count));
}
