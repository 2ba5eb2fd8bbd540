import { isNominal, spanOf } from "../language/token.ts";
import { antonymPairs, weakAdjectives } from "../language/word-lists.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

const fewest = 3;
const withOpposite = new Set(antonymPairs.flat());

/** A noun that the note qualifies in three ways or more: the modifier tells them apart, so it is what is asked. */
export const modifierRule: CandidateRule = {
  name: "modifier",
  inQuotes: false,
  find: ({ line: { tokens, chunks }, statistics }) =>
    chunks
      .filter(({ coreFrom, head }) => {
        const modifier = tokens[coreFrom];
        const noun = tokens[head];
        if (head - coreFrom !== 1 || !modifier || !noun || !isNominal(noun) || noun.tag === "PROPN") return false;
        const usable =
          modifier.isContent &&
          modifier.tag === "ADJ" &&
          !weakAdjectives.has(modifier.lower) &&
          !withOpposite.has(modifier.lower);
        return usable && statistics.modifiersOf(noun.stem).size >= fewest;
      })
      .map(({ coreFrom }) => cloze("modifier", [spanOf(tokens, { from: coreFrom, to: coreFrom + 1 })], "what kind of?")),
};
