import { passage } from "../terminal/line.ts";
import { wrapSpans } from "../terminal/wrap.ts";

/** The text behind its start, blanks collapsed, wrapped to so many columns, the later rows under the first. */
export function rows(start: string, text: string, columns: number): readonly string[] {
  const width = Math.max(20, columns - start.length);
  return wrapSpans([passage(text.replace(/\s+/g, " "))], width).map(
    (row, index) => (index === 0 ? start : " ".repeat(start.length)) + row.map((part) => part.text).join(""),
  );
}

/** How wide what is printed may be: the terminal, up to what reads well. */
export function columnsOf(output: { readonly columns?: number }): number {
  return Math.min(output.columns ?? 80, 100);
}
