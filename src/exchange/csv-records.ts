/** A record and the line it starts on, 1-based. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Records as Anki reads them: a quote counts only as the first character of a cell, whatever follows the closing one is appended,
 * an unclosed one takes the rest of the file. Lines end with `\n`, `\r` or both; empty ones, and records that start with `#`, are
 * skipped. Linear in the length.
 *
 * @param delimiter one character
 */
export function* readRecords(text: string, delimiter: string, firstLine = 1): Generator<CsvRecord> {
  const ends = new RegExp(`[\\r\\n${delimiter === "\t" ? "\\t" : `\\${delimiter}`}]`, "g");
  let line = firstLine;
  let at = 0;
  const linesIn = (piece: string) => piece.split("\n").length - 1;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "\r" || character === "\n") {
      if (character === "\n") line += 1;
      at += 1;
      continue;
    }
    if (character === "#") {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
      continue;
    }
    const cells: string[] = [];
    const start = line;
    for (;;) {
      let cell = "";
      if (text.charAt(at) === '"') {
        const quoted = readQuoted(text, at);
        cell = quoted.text;
        line += linesIn(text.slice(at, quoted.end));
        at = quoted.end;
      }
      ends.lastIndex = at;
      const end = ends.exec(text)?.index ?? text.length;
      cells.push(cell + text.slice(at, end));
      at = end + 1;
      if (text.charAt(end) !== delimiter) {
        at = end;
        break;
      }
    }
    yield { cells, line: start };
  }
}

/** Cells of one record, as `#columns` holds them. */
export function readRecord(text: string, delimiter: string): readonly string[] {
  for (const { cells } of readRecords(text, delimiter)) return cells;
  return [];
}

function readQuoted(text: string, start: number): { readonly text: string; readonly end: number } {
  let from = start + 1;
  let result = "";
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { text: result + text.slice(from), end: text.length };
    result += text.slice(from, quote);
    if (text.charAt(quote + 1) !== '"') return { text: result, end: quote + 1 };
    result += '"';
    from = quote + 2;
  }
}
