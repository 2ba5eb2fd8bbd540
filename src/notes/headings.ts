import type { Piece } from "./deck.ts";
import { Fences } from "./field-text.ts";

/** An ATX heading: `## Before the blight`. */
export interface Heading {
  /** 1-6. */
  readonly level: number;
  /** Without its marks; may be empty. */
  readonly text: string;
}

export function headingIn(line: string): Heading | undefined {
  const [, marks = "", text = ""] = /^(#{1,6})(?:[ \t](.*))?$/s.exec(line.trimEnd()) ?? [];
  return marks === "" ? undefined : { level: marks.length, text: withoutClosing(text) };
}

/** `Before the blight ##`: what stands at the end belongs to the marks. */
export function withoutClosing(text: string): string {
  return text.replace(/(?:^|[ \t]+)#+[ \t]*$/, "").trim();
}

/** The same pieces, parted so that every heading begins one. Lines of front matter, code fences and comments are no headings. */
export function partedAtHeadings(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece, index) => {
    if (piece.type === "note" || !piece.text.includes("#")) return [piece];
    return partsOf(piece.text, index === 0);
  });
}

/** The heading that a piece of `partedAtHeadings` begins with. */
export function headingAt(piece: Piece): Heading | undefined {
  return piece.type === "note" ? undefined : headingIn(firstLine(piece.text));
}

/** For each piece of `partedAtHeadings` the headings it stands under, outermost first, its own one included. */
export function headingsOver(parted: readonly Piece[]): readonly (readonly Heading[])[] {
  let over: readonly Heading[] = [];
  return parted.map((piece) => {
    const heading = headingAt(piece);
    if (heading) over = under(over, heading);
    return over;
  });
}

/** The headings over what follows a heading that stands under others. */
export function under(over: readonly Heading[], heading: Heading): readonly Heading[] {
  return [...over.filter(({ level }) => level < heading.level), heading];
}

/** A piece of `partedAtHeadings` whose heading says something else; its marks and all that follows stay. */
export function withHeadingText(piece: Piece, text: string): Piece {
  if (piece.type === "note") return piece;
  const line = firstLine(piece.text);
  const [, marks = "", before = ""] = /^(#{1,6}[ \t]+)(.*)$/s.exec(line.trimEnd()) ?? [];
  const rest = piece.text.slice(marks.length + withoutClosing(before).length);
  return { ...piece, text: marks + text + rest };
}

function partsOf(text: string, isFirst: boolean): readonly Piece[] {
  const lines = text.split(/(?<=\n)/);
  const fences = new Fences(lines.map((line) => line.replace(/\r?\n$/, "")));
  const starts = [0];
  for (let at = isFirst ? frontMatterEnd(lines) : 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.startsWith("<!--")) at = Math.max(at, commentEnd(lines, at));
    else if (line.startsWith("#") && headingIn(line) && at > 0) starts.push(at);
    else at = fences.endOf(at) ?? at;
  }
  return starts.map((start, index) => ({ type: "prose", text: lines.slice(start, starts[index + 1]).join("") }));
}

/** Index of the line behind the front matter. */
function frontMatterEnd(lines: readonly string[]): number {
  if (!/^\ufeff?---[ \t]*$/.test(lines[0]?.trimEnd() ?? "")) return 0;
  return lines.findIndex((line, at) => at > 0 && line.trimEnd() === "---") + 1;
}

/** Index of the comment's last line; -1 where it is never closed. */
function commentEnd(lines: readonly string[], start: number): number {
  return lines.findIndex((line, at) => at >= start && line.includes("-->"));
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
