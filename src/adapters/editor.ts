import { spawnSync } from "node:child_process";
import { basename, resolve } from "node:path";

export interface EditorChoice {
  /** `$VISUAL` and `$EDITOR`. */
  readonly visual?: string | undefined;
  readonly editor?: string | undefined;
  /** When neither is set. */
  readonly platform: NodeJS.Platform;
}

export type EditorResult =
  | { readonly outcome: "closed"; readonly exitCode: number }
  /** One sentence, and what to do. */
  | { readonly outcome: "failed"; readonly message: string; readonly remedy: string };

/** Opens the learner's editor on a line, in this terminal, and waits. No shell: a path is never a command. */
export function openEditor(choice: EditorChoice, file: string, line: number): EditorResult {
  const [program, ...given] = wordsOf(choice);
  const run = spawnSync(program, [...given, ...placeArguments(program, resolve(file), line)], { stdio: "inherit" });
  if (run.error) {
    return {
      outcome: "failed",
      message: `The editor ${program} could not be started.`,
      remedy: "Set VISUAL or EDITOR to your editor.",
    };
  }
  if (run.signal)
    return { outcome: "failed", message: `The editor was stopped (${run.signal}).`, remedy: "Open it again with e." };
  return { outcome: "closed", exitCode: run.status ?? 0 };
}

function wordsOf({ visual = "", editor = "", platform }: EditorChoice): [program: string, ...given: string[]] {
  for (const variable of [visual, editor]) {
    const [program, ...given] = splitWords(variable);
    if (program) return [program, ...given];
  }
  return [platform === "win32" ? "notepad" : "vi"];
}

type PlaceStyle = (file: string, line: number) => string[];

const plusLine: PlaceStyle = (file, line) => [`+${line}`, file];
const goto: PlaceStyle = (file, line) => ["--wait", "--goto", `${file}:${line}`];
const colonLine: PlaceStyle = (file, line) => ["--wait", `${file}:${line}`];

const styles: Readonly<Record<string, PlaceStyle>> = {
  vi: plusLine,
  vim: plusLine,
  nvim: plusLine,
  view: plusLine,
  nano: plusLine,
  pico: plusLine,
  emacs: plusLine,
  emacsclient: plusLine,
  micro: plusLine,
  hx: plusLine,
  helix: plusLine,
  kak: plusLine,
  joe: plusLine,
  ne: plusLine,
  mg: plusLine,
  code: goto,
  "code-insiders": goto,
  codium: goto,
  cursor: goto,
  windsurf: goto,
  subl: colonLine,
  zed: colonLine,
};

/** `file` is absolute, so it cannot be taken for an option; not every editor knows `--`. */
export function placeArguments(program: string, file: string, line: number): string[] {
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, "");
  const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
  return style ? style(file, line) : [file];
}

/** Words of a variable such as `"/Applications/My Editor/bin/edit" --wait`; quotes group, nothing else is special. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  for (const character of text) {
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
      else word = (word ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= "";
    } else if (character === " " || character === "\t") {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + character;
  }
  return word === undefined ? words : [...words, word];
}
