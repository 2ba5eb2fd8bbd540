import { parseDocument } from "yaml";
import { authorsIn } from "./authors.ts";
import { oneLine } from "./inline.ts";
import type { Line } from "./line.ts";

/** What a document says about itself. */
export interface FrontMatter {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly topic?: string;
  readonly language?: string;
}

export interface FrontMatterRead {
  readonly frontMatter: FrontMatter;
  /** The document without it. */
  readonly lines: readonly Line[];
  readonly problems: readonly { readonly line: number; readonly message: string; readonly remedy: string }[];
}

/** More is no front matter but an attack on the parser. */
const longestFrontMatter = 64 * 1024;
const none: FrontMatter = { authors: [] };

/** Takes the YAML between two `---` lines off a document's head. Two rules around prose are no front matter. */
export function frontMatterOf(lines: readonly Line[]): FrontMatterRead {
  const without = { frontMatter: none, lines, problems: [] };
  if (lines[0]?.text !== "---" || !/^[\p{L}_][\p{L}\p{N}_ -]{0,40}:(?: |$)/u.test(lines[1]?.text ?? "")) return without;
  const end = endOf(lines);
  if (end === undefined)
    return {
      ...without,
      lines: lines.slice(1),
      problems: [problemAt(lines[0], "Its front matter is not closed.", "Put a line --- after it.")],
    };
  const rest = lines.slice(end + 1);
  // Blank lines are gone, but their numbers keep the parser's line numbers right.
  const first = lines[1]?.number ?? 2;
  const source = lines
    .slice(1, end)
    .reduce((text, line) => text + "\n".repeat(line.number - first - newlines(text)) + line.text, "");
  const parsed = parse(source);
  if ("message" in parsed) {
    const at = { number: first + parsed.lineOffset, text: "" };
    return {
      frontMatter: none,
      lines: rest,
      problems: [problemAt(at, `Its front matter was not read: ${parsed.message}`, "Write one “key: value” a line.")],
    };
  }
  return { frontMatter: factsIn(parsed.values), lines: rest, problems: [] };
}

function endOf(lines: readonly Line[]): number | undefined {
  let length = 0;
  for (let index = 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? "";
    if (text === "---" || text === "...") return index;
    length += text.length + 1;
    if (length > longestFrontMatter) return undefined;
  }
  return undefined;
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}

function problemAt(line: Line | undefined, message: string, remedy: string) {
  return { line: line?.number ?? 1, message, remedy };
}

type Parsed = { readonly values: ReadonlyMap<unknown, unknown> } | { readonly message: string; readonly lineOffset: number };

function parse(source: string): Parsed {
  try {
    const document = parseDocument(source, { schema: "failsafe", prettyErrors: true });
    const problem = document.errors[0] ?? document.warnings[0];
    if (problem !== undefined) {
      return { message: `${firstLineOf(problem.message)}.`, lineOffset: (problem.linePos?.[0].line ?? 1) - 1 };
    }
    const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 10 });
    return values instanceof Map ? { values } : { message: "it holds no keys.", lineOffset: 0 };
  } catch (error) {
    return { message: `${firstLineOf(error instanceof Error ? error.message : String(error))}.`, lineOffset: 0 };
  }
}

function firstLineOf(message: string): string {
  return (message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
}

const keys = {
  title: ["title", "titel", "titre", "título"],
  authors: ["author", "authors", "by", "creator", "autor", "auteur"],
  topic: ["topic", "topics", "subject", "tags", "keywords"],
  language: ["language", "lang"],
} as const;

function factsIn(values: ReadonlyMap<unknown, unknown>): FrontMatter {
  const byKey = new Map([...values].map(([key, value]) => [String(key).toLowerCase(), stringsIn(value)]));
  const first = (names: readonly string[]) => names.flatMap((name) => byKey.get(name) ?? []);
  const title = first(keys.title)[0];
  const topic = first(keys.topic)[0]?.replace(/^#/, "");
  const language = first(keys.language)[0];
  return {
    authors: first(keys.authors).flatMap((text) => authorsIn(text.replaceAll("[[", "").replaceAll("]]", ""))),
    ...(title ? { title } : {}),
    ...(topic ? { topic } : {}),
    ...(language && isLanguageTag(language) ? { language } : {}),
  };
}

function stringsIn(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .filter((item) => typeof item === "string")
    .map((item) => oneLine(item).slice(0, 300))
    .filter((item) => item !== "");
}

function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(text);
}
