type Fields = Readonly<Record<string, unknown>>;

/** Version of the lines that this recto writes. */
export const currentVersion = 1;

/** Row N makes a line of version N one of version N + 1. The files stay as they are: a line is brought up to date as it is read. */
const upcasts: Readonly<Record<number, (fields: Fields) => Fields>> = {};

/** The line as the newest version would have written it; one of a newer recto is taken as it stands. */
export function upToDate(fields: Fields, version: number, steps = upcasts): Fields {
  let line = fields;
  for (let step = version; Object.hasOwn(steps, step); step += 1) line = steps[step]?.(line) ?? line;
  return line;
}
