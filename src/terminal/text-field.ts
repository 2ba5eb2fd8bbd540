import { graphemesOf, type Line, span, widthOf } from "./line.ts";

/** A line of text that is being typed. */
export interface TextField {
  readonly graphemes: readonly string[];
  /** How many of them stand before the cursor. */
  readonly cursor: number;
}

export const emptyField: TextField = { graphemes: [], cursor: 0 };

export type FieldAction =
  | "fieldLeft"
  | "fieldRight"
  | "fieldWordLeft"
  | "fieldWordRight"
  | "fieldStart"
  | "fieldEnd"
  | "deleteBefore"
  | "deleteAfter"
  | "deleteWord"
  | "deleteToStart"
  | "deleteToEnd";

/** Longer than any answer that is typed. */
const most = 500;

export function textIn({ graphemes }: TextField): string {
  return graphemes.join("");
}

/** With a text at the cursor, as typed or pasted: line breaks become blanks, control characters go. */
export function withText({ graphemes, cursor }: TextField, text: string): TextField {
  const clean = text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}/gu, "");
  const added = graphemesOf(clean).slice(0, Math.max(0, most - graphemes.length));
  return { graphemes: graphemes.toSpliced(cursor, 0, ...added), cursor: cursor + added.length };
}

export function edited(field: TextField, action: FieldAction): TextField {
  const { graphemes, cursor } = field;
  const at = (place: number): TextField => ({ graphemes, cursor: Math.min(Math.max(place, 0), graphemes.length) });
  const without = (from: number, to: number): TextField => ({ graphemes: graphemes.toSpliced(from, to - from), cursor: from });
  switch (action) {
    case "fieldLeft":
      return at(cursor - 1);
    case "fieldRight":
      return at(cursor + 1);
    case "fieldWordLeft":
      return at(wordBefore(field));
    case "fieldWordRight":
      return at(wordAfter(field));
    case "fieldStart":
      return at(0);
    case "fieldEnd":
      return at(graphemes.length);
    case "deleteBefore":
      return cursor === 0 ? field : without(cursor - 1, cursor);
    case "deleteAfter":
      return cursor === graphemes.length ? field : without(cursor, cursor + 1);
    case "deleteWord":
      return without(wordBefore(field), cursor);
    case "deleteToStart":
      return without(0, cursor);
    case "deleteToEnd":
      return without(cursor, graphemes.length);
  }
}

/** The part around the cursor that fits; the grapheme under the cursor has a style of its own. */
export function fieldLine({ graphemes, cursor }: TextField, width: number): Line {
  const under = graphemes[cursor] ?? " ";
  let from = cursor;
  for (let room = width - widthOf(under); from > 0; from -= 1) {
    room -= widthOf(graphemes[from - 1] ?? "");
    if (room < 0) break;
  }
  const before = graphemes.slice(from, cursor).join("");
  let after = "";
  let room = width - widthOf(before) - widthOf(under);
  for (const grapheme of graphemes.slice(cursor + 1)) {
    room -= widthOf(grapheme);
    if (room < 0) break;
    after += grapheme;
  }
  return [span(before), span(under, "cursor"), span(after)];
}

function wordBefore({ graphemes, cursor }: TextField): number {
  let place = cursor;
  while (place > 0 && graphemes[place - 1] === " ") place -= 1;
  while (place > 0 && graphemes[place - 1] !== " ") place -= 1;
  return place;
}

function wordAfter({ graphemes, cursor }: TextField): number {
  let place = cursor;
  while (place < graphemes.length && graphemes[place] === " ") place += 1;
  while (place < graphemes.length && graphemes[place] !== " ") place += 1;
  return place;
}
