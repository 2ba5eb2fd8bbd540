import { spanOf } from "../language/token.ts";
import { type CandidateRule, cloze } from "./candidate.ts";

const vague =
  /^(?:really|only|largely|mainly|mostly|usually|generally|typically|particularly|especially|significantly|effectively|efficiently|easily|quickly|simply|directly|constantly|frequently|recently|finally|accordingly|properly|successfully|early|daily|greatly|highly|likely|family|apply|reply|supply|rely|dramatically|substantially|considerably|badly|slightly|gently|gradually|sharply|steadily|strongly|smoothly|safely|correctly|slowly|rapidly|completely|entirely|fully|differently|together)$/;

/** A manner that ends the sentence: how does it happen? */
export const adverbRule: CandidateRule = {
  name: "adverb",
  inQuotes: false,
  find: ({ line: { tokens, end } }) => {
    const last = tokens[end - 1];
    const before = tokens[end - 2];
    if (last?.tag !== "ADV" || !last.lower.endsWith("ly") || vague.test(last.lower) || before?.tag !== "VERB") return [];
    return [cloze("adverb", [spanOf(tokens, { from: end - 1, to: end })], "how?")];
  },
};
