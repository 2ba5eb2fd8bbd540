/** Anki's record grammar in a few lines, written without looking at the exporter: the file as a stranger reads it. */
export function readAnkiCsv(file: string): {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const headers: string[] = [];
  let at = 0;
  while (file[at] === "#") {
    const end = file.indexOf("\n", at);
    headers.push(file.slice(at, end));
    at = end + 1;
  }
  const rows: string[][] = [];
  while (at < file.length) {
    if (file[at] === "\n" || file[at] === "\r") at += 1;
    else if (file[at] === "#") at = (file.indexOf("\n", at) + 1 || file.length) as number;
    else {
      const row: string[] = [];
      for (let more = true; more; ) {
        let cell = "";
        if (file[at] === '"') {
          at += 1;
          while (at < file.length && (file[at] !== '"' || file[at + 1] === '"')) {
            cell += file[at];
            at += file[at] === '"' ? 2 : 1;
          }
          at += 1;
        }
        while (at < file.length && file[at] !== "," && file[at] !== "\n" && file[at] !== "\r") {
          cell += file[at];
          at += 1;
        }
        row.push(cell);
        more = file[at] === ",";
        at += 1;
      }
      rows.push(row);
    }
  }
  return { headers, rows };
}
