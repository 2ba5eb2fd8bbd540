import type { Key } from "ink";
import { graphemesOf } from "./line.ts";

/** A key as the key table names it: "a", "space", "enter", "esc", "up", "f1", "ctrl+c". */
export interface KeyPress {
  readonly name: string;
  /** The terminal says that the key is held down; most cannot tell. */
  readonly isRepeat: boolean;
}

/**
 * The keys in one event of Ink. Plain characters that arrive in one read are one event, so a fast typist's
 * `" 3\r"` comes as one string.
 */
export function keysOf(input: string, key: Key): readonly KeyPress[] {
  if (key.eventType === "release") return [];
  const isRepeat = key.eventType === "repeat";
  return namesOf(input, key).map((name) => ({ name, isRepeat }));
}

function namesOf(input: string, key: Key): readonly string[] {
  const flag = flags.find(([name]) => key[name])?.[1];
  if (flag === "esc") return [flag];
  if (key.ctrl || key.meta) return [`${key.ctrl ? "ctrl" : "alt"}+${flag ?? nameOf(input)}`];
  if (flag !== undefined) return [flag];
  // f1-f12 and insert come without text and without a flag of their own.
  if (input === "") return ["f1"];
  return graphemesOf(input).map(nameOf);
}

const flags: readonly (readonly [keyof Key, string])[] = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageup"],
  ["pageDown", "pagedown"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "esc"],
  ["tab", "tab"],
  ["backspace", "backspace"],
  ["delete", "delete"],
];

const named: ReadonlyMap<string, string> = new Map([
  [" ", "space"],
  ["\r\n", "enter"], // one grapheme
  ["\r", "enter"],
  ["\n", "enter"],
  ["\t", "tab"],
  ["\b", "backspace"],
  ["\x7f", "backspace"],
  ["\x1b", "esc"],
]);

function nameOf(grapheme: string): string {
  const name = named.get(grapheme);
  if (name !== undefined) return name;
  const code = grapheme.charCodeAt(0);
  return code >= 1 && code <= 26 ? `ctrl+${String.fromCharCode(code + 96)}` : grapheme;
}
