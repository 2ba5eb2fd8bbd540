import { spanOf } from "../language/token.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

/** "either A or B": two deletions, each with the other in sight. Words that both sides open with stay visible. */
export const eitherRule: CandidateRule = {
  name: "either",
  inQuotes: true,
  cues: new Set(["either"]),
  find: ({ line: { tokens, end } }) => {
    const either = tokens.findIndex(({ lower }) => lower === "either");
    const or = tokens.findIndex(({ lower }, index) => index > either && lower === "or");
    if (either < 0 || or < 0 || or - either > 14 || end - or > 14) return [];
    const shared = tokens[either + 1]?.lower === tokens[or + 1]?.lower ? 1 : 0;
    const first = { from: either + 1 + shared, to: tokens[or - 1]?.text === "," ? or - 1 : or };
    const stop = tokens.findIndex(({ text }, index) => index > or && /^[,;—–]$/.test(text));
    const second = { from: or + 1 + shared, to: stop < 0 ? end : stop };
    if (first.to <= first.from || second.to <= second.from) return [];
    return [first, second].map((side) => cloze("either", [spanOf(tokens, side)]));
  },
};
