import type { Section } from "../notes/note.ts";
import { foldName, sectionNamed } from "../notes/section-names.ts";
import type { Line } from "./line.ts";

export type HeadingMark = "hash" | "bold" | "bare";

/** A line that looks like a heading of a study note. */
export interface Heading {
  readonly mark: HeadingMark;
  /** 1-6 for `#` marks, 0 for the others. */
  readonly level: number;
  /** As written, without marks, emoji, number, colon and trailing bracket. */
  readonly label: string;
  readonly name: string;
  /** Absent for a heading that names no section. */
  readonly section?: Section;
  readonly isCapitals: boolean;
  /** What follows `**NAME:**` or `# NAME:` on its line. */
  readonly rest?: string;
}

const longestHeading = 200;

/** A bold paragraph or a long `#` line keeps its text out of here: at most 200 characters unless text follows a name. */
export function headingOf(text: string): Heading | undefined {
  const line = text.trim();
  if (line.startsWith("#")) return hashHeading(line);
  if (line.startsWith("**") || line.startsWith("__")) return boldHeading(line);
  return bareHeading(line);
}

function hashHeading(line: string): Heading | undefined {
  let level = 0;
  while (line.charAt(level) === "#") level += 1;
  const spaced = line.charAt(level) === " ";
  let body = line.slice(level, level + 5_000).trim();
  while (spaced && body.endsWith("#")) body = body.slice(0, -1).trimEnd();
  body = body.replaceAll("**", "").replaceAll("__", "").trim();
  if (level > 6 || body === "") return undefined;
  const found = named("hash", level, body) ?? namedWithRest("hash", level, body);
  // `#tag` is no heading, `#SUMMARY` is.
  if (found?.section !== undefined || !spaced) return found?.section === undefined ? undefined : found;
  return found ?? (body.length <= longestHeading ? other("hash", level, body) : undefined);
}

function boldHeading(line: string): Heading | undefined {
  const close = line.indexOf(line.slice(0, 2), 2);
  if (close === -1 || close > longestHeading) return undefined;
  const inner = line.slice(2, close).trim();
  const after = line.slice(close + 2).trim();
  if (after === "" || after === ":")
    return named("bold", 0, inner) ?? (wordCount(inner) <= 8 ? other("bold", 0, inner) : undefined);
  const hasColon = inner.endsWith(":") || after.startsWith(":");
  const heading = hasColon ? named("bold", 0, inner) : undefined;
  return heading?.section === undefined ? undefined : { ...heading, rest: after.startsWith(":") ? after.slice(1).trim() : after };
}

/** Without marks a name needs capitals or a colon, and nothing else on its line. */
function bareHeading(line: string): Heading | undefined {
  if (line.length > 80 || /^(?:[-*+•>|"“„«`]|!!!)/.test(line)) return undefined;
  const heading = named("bare", 0, line) ?? other("bare", 0, line);
  if (heading === undefined) return undefined;
  const hasColon = /[:：]/.test(line.slice(-2)) || /:\s\(|:\)|\):/.test(line);
  if (heading.section !== undefined) return heading.isCapitals || hasColon ? heading : undefined;
  if (/^\d/.test(line) || wordCount(heading.label) > 5 || /[.!?,;]$/.test(line)) return undefined;
  if (heading.isCapitals) return heading.label.length >= 4 ? heading : undefined;
  return hasColon && heading.label.split(" ").every((word) => /^\p{Lu}/u.test(word)) ? heading : undefined;
}

function named(mark: HeadingMark, level: number, body: string): Heading | undefined {
  if (body.length > longestHeading) return undefined;
  const label = labelOf(body);
  const section = sectionNamed(foldName(label));
  if (section === undefined) return undefined;
  // "no letters but symbols around it": a name in a sentence's quotation marks or brackets would be content.
  return { mark, level, label, name: foldName(label), section, isCapitals: isCapitals(label) };
}

function namedWithRest(mark: HeadingMark, level: number, body: string): Heading | undefined {
  const colon = body.indexOf(":");
  if (colon <= 0 || colon > longestHeading) return undefined;
  const heading = named(mark, level, body.slice(0, colon));
  return heading === undefined ? undefined : { ...heading, rest: body.slice(colon + 1).trim() };
}

function other(mark: HeadingMark, level: number, body: string): Heading | undefined {
  const label = labelOf(body);
  const name = foldName(label);
  return name === "" ? undefined : { mark, level, label, name, isCapitals: isCapitals(label) };
}

/** Drops a leading emoji or number, a trailing colon and a trailing "(25 words)". */
function labelOf(body: string): string {
  let label = body.replace(/^[^\p{L}\p{N}]+/u, "").replace(/^\d{1,2}[.)] /, "");
  label = withoutColon(label);
  const bracket = label.endsWith(")") ? label.lastIndexOf("(") : -1;
  if (bracket > 0) label = withoutColon(label.slice(0, bracket).trimEnd());
  while (/[^\p{L}\p{N})]$/u.test(label)) label = label.slice(0, /[\ud800-\udfff]$/.test(label) ? -2 : -1).trimEnd();
  return label.normalize("NFKC").trim();
}

function withoutColon(label: string): string {
  const trimmed = label.trim();
  return /[:：]$/.test(trimmed) ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

function isCapitals(label: string): boolean {
  return /\p{Lu}/u.test(label) && label === label.toUpperCase();
}

function wordCount(text: string): number {
  return text.split(" ").filter((word) => word !== "").length;
}

/** Rewrites headings that are underlined with `===` or `---` as `#` headings; a finished sentence over a rule stays one. */
export function withUnderlinesAsHashes(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const under = lines[index + 1];
    const isUnderlined =
      under !== undefined &&
      under.number === line.number + 1 &&
      lines[index - 1]?.number !== line.number - 1 &&
      /^(?:={3,80}|-{3,80})$/.test(under.text) &&
      line.text.length <= 80 &&
      /^[\p{L}\p{N}]/u.test(line.text) &&
      !/[.!?,;]$/.test(line.text);
    if (isUnderlined) {
      result.push({ number: line.number, text: `${under.text.startsWith("=") ? "#" : "##"} ${line.text}` });
      index += 1;
    } else result.push(line);
  }
  return result;
}
