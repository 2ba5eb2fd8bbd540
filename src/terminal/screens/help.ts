import { type Binding, bindingsOf, type Facts, type Mode } from "../keys.ts";
import type { Size } from "../layout.ts";
import { blanks, type Line, line, passage, widthOf } from "../line.ts";
import { words } from "../words.ts";
import { wrapSpans } from "../wrap.ts";
import type { Part } from "./home.ts";

/** The keys of the mode behind the overlay, each with what it does and, where it does nothing now, why. */
export function helpScreen(mode: Mode, facts: Facts, { columns }: Size): Part {
  const rows = bindingsOf(mode);
  const keyWidth = Math.max(...rows.map((binding) => widthOf(keysOf(binding))));
  const indent = columns >= 40 ? 2 : 0;
  return {
    title: line(words.help.title, "title"),
    aside: [],
    body: rows.flatMap((binding) => rowOf(binding, facts, keyWidth, indent, columns)),
    bottom: [],
  };
}

function rowOf(binding: Binding, facts: Facts, keyWidth: number, indent: number, columns: number): readonly Line[] {
  const refusal = binding.refusal?.(facts);
  const hint = refusal === undefined ? binding.hint : `${binding.hint} (${refusal})`;
  const left = indent + keyWidth + 2;
  return wrapSpans([passage(hint, refusal === undefined ? "plain" : "muted")], columns - left).map((row, index) =>
    index === 0 ? [blanks(indent), ...line(keysOf(binding).padEnd(keyWidth), "key"), blanks(2), ...row] : [blanks(left), ...row],
  );
}

function keysOf({ keys }: Binding): string {
  return keys.join(" ");
}
