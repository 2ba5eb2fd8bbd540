import { type Binding, bindingsOf, type Facts, type Mode } from "./keys.ts";
import { type Line, lineWidth, span } from "./line.ts";

/** The keys of the mode in one row: at most six, dropped from the right, except those that stay. */
export function footerLine(mode: Mode, facts: Facts, columns: number): Line {
  const isNarrow = columns < narrowBelow;
  let shown = bindingsOf(mode).filter((binding) => binding.footer !== undefined && !binding.refusal?.(facts));
  while (shown.length > mostKeys || lineWidth(asLine(shown, facts, isNarrow)) > columns) {
    const dropped = shown.findLastIndex((binding) => binding.footer === "shown");
    if (dropped === -1) break;
    shown = shown.toSpliced(dropped, 1);
  }
  return asLine(shown, facts, isNarrow);
}

const mostKeys = 6;
const narrowBelow = 40;

function asLine(shown: readonly Binding[], facts: Facts, isNarrow: boolean): Line {
  return shown.flatMap((binding, index) => [
    ...(index === 0 ? [] : [span("   ")]),
    span(binding.footerKeys ?? binding.keys[0] ?? "", "key"),
    span(` ${labelOf(binding, facts, isNarrow)}`, "muted"),
  ]);
}

function labelOf({ short, brief }: Binding, facts: Facts, isNarrow: boolean): string {
  if (isNarrow && brief !== undefined) return brief;
  return typeof short === "string" ? short : short(facts);
}
