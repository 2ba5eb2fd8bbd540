import { listsIn } from "../language/lists.ts";
import { spanOf } from "../language/token.ts";
import type { CandidateRule } from "./candidate.ts";

const mostItems = 5;

/** A closed list of three to five: each item is asked with the others in sight, all in one note. Longer ones nobody recalls. */
export const listRule: CandidateRule = {
  name: "list",
  inQuotes: true,
  find: ({ line }) =>
    listsIn(line)
      .filter(({ isClosed, items }) => isClosed && items.length <= mostItems)
      .map(({ items }) => ({ kind: "list", spans: items.map((item) => spanOf(line.tokens, item)), each: true, marks: [] })),
};
