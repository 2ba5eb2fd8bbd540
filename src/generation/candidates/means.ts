import { contentCount, spanOf } from "../language/token.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

/** "… by doing this": how? Only at the end of the sentence, where nothing else depends on it. */
export const meansRule: CandidateRule = {
  name: "means",
  inQuotes: false,
  find: ({ line: { tokens, end } }) => {
    const by = tokens.findLastIndex(({ lower }, index) => index > 1 && index < end && lower === "by");
    const means = { from: by + 1, to: end };
    const opens = by > 1 && /^\p{Ll}+ing$/u.test(tokens[by + 1]?.text ?? "") && tokens[by + 1]?.tag === "VERB";
    const isWhole = !tokens.slice(by, end).some(({ text }) => /^[,;:—]$/.test(text));
    return opens && isWhole && contentCount(tokens, means) >= 2 ? [cloze("means", [spanOf(tokens, means)], "how?")] : [];
  },
};
