import { isMap, isScalar, parseDocument, stringify, type YAMLMap } from "yaml";
import { readFrontMatter } from "./front-matter.ts";

/**
 * The text of a deck with another `source` in its front matter; every other byte stays. Undefined where the front matter cannot
 * be read, or where something else in it would change too.
 */
export function withSource(text: string, source: string): string | undefined {
  const opening = /^\ufeff?---[ \t]*(\r?\n|$)/.exec(text);
  if (!opening) return `---\nsource: ${oneLine(source)}\n---\n\n${text}`;
  const start = opening[0].length;
  const end = endOfYaml(text, start);
  if (end === undefined) return undefined;
  const before = text.slice(start, end);
  const after = withSourceIn(before, source, opening[1] === "\r\n" ? "\r\n" : "\n");
  if (after === undefined || !saysOnly(before, after, source.trim())) return undefined;
  return text.slice(0, start) + after + text.slice(end);
}

/** Where the line that closes the front matter begins. */
function endOfYaml(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next + 1;
    if (text.slice(at, end).trimEnd() === "---") return at;
    at = end;
  }
  return undefined;
}

function withSourceIn(yaml: string, source: string, lineEnd: string): string | undefined {
  const document = parseDocument(yaml, { schema: "failsafe" });
  if (document.errors.length + document.warnings.length > 0) return undefined;
  const { contents } = document;
  if (contents === null) return `source: ${oneLine(source)}${lineEnd}${yaml}`;
  if (!isMap(contents) || !contents.range) return undefined;
  const value = contents.flow ? JSON.stringify(source) : oneLine(source);
  return replaced(yaml, contents, value, lineEnd) ?? inserted(yaml, contents, value, lineEnd);
}

/** Undefined when there is no source yet. */
function replaced(yaml: string, { items }: YAMLMap, value: string, lineEnd: string): string | undefined {
  const pair = items.find(({ key }) => isScalar(key) && String(key.value) === "source");
  const [from, to] = (pair?.value as { range?: readonly [number, number, number] } | null)?.range ?? [];
  if (from === undefined || to === undefined) return undefined;
  const old = yaml.slice(from, to);
  const spaced = old === "" ? `${gapAt(yaml, from - 1)}${value}${gapAt(yaml, to)}` : value;
  return `${yaml.slice(0, from)}${spaced}${endOf(old, lineEnd)}${yaml.slice(to)}`;
}

/** Between an empty value's new text and a character beside it. */
function gapAt(yaml: string, at: number): string {
  return /\S/.test(yaml.charAt(at)) ? " " : "";
}

/** What stays of a text over several lines, `>-` or `|`: the comment behind its sign, and its line end. */
function endOf(old: string, lineEnd: string): string {
  const [, comment = ""] = /^[|>][-+\d]*([ \t]+#[^\r\n]*)?/.exec(old) ?? [];
  return old.endsWith("\n") ? comment + lineEnd : "";
}

/** As the first value. */
function inserted(yaml: string, { flow, range }: YAMLMap, value: string, lineEnd: string): string | undefined {
  const at = range?.[0] ?? 0;
  if (flow) return `${yaml.slice(0, at + 1)}source: ${value}, ${yaml.slice(at + 1)}`;
  const indent = yaml.slice(yaml.lastIndexOf("\n", at - 1) + 1, at);
  return indent.trim() === "" ? `${yaml.slice(0, at)}source: ${value}${lineEnd}${indent}${yaml.slice(at)}` : undefined;
}

function oneLine(value: string): string {
  return stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();
}

/** Whether recto reads the new source, and every other program all the rest as before. */
function saysOnly(before: string, after: string, source: string): boolean {
  return readFrontMatter(after).values.source === source && restOf(before) === restOf(after);
}

function restOf(yaml: string): string {
  const values: unknown = parseDocument(yaml, { schema: "failsafe" }).toJS({ maxAliasCount: 10 });
  const rest = Object.entries(values ?? {}).filter(([key]) => key !== "source");
  return JSON.stringify(rest);
}
