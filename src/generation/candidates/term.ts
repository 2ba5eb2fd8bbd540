import { spanOf, type Token } from "../language/token.ts";
import { type Candidate, type CandidateRule, cloze, type Mark } from "./candidate.ts";

/** A noun phrase worth knowing. Scores low by itself: most of a line's phrases are not what the line is about. */
export const termRule: CandidateRule = {
  name: "term",
  inQuotes: true,
  find: ({ line: { tokens, chunks, isQuote } }) =>
    chunks.flatMap((chunk): readonly Candidate[] => {
      const core = { from: chunk.coreFrom, to: chunk.to };
      const words = tokens.slice(core.from, core.to);
      if (words.some((token) => token.tag === "NUM" || token.tag === "PROPN") || (isQuote && words.length < 2)) return [];
      return [cloze("term", [spanOf(tokens, core)], undefined, marksOf(tokens, core.from, core.to))];
    }),
};

function marksOf(tokens: readonly Token[], from: number, to: number): readonly Mark[] {
  const before = tokens[from - 1]?.lower ?? "";
  const marks: Mark[] = [];
  if (isJoined(tokens, from, to)) marks.push("halfCoordination");
  if (/^(?:called|termed|named)$/.test(before) || (before === "as" && /^(?:known|called)$/.test(tokens[from - 2]?.lower ?? ""))) marks.push("naming");
  if (/^(?:as|like)$/.test(before) && /^(?:such|,)$/.test(tokens[from - 2]?.lower ?? "")) marks.push("example");
  if (tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => lower === "which") && /^(?:is|are)$/.test(before)) marks.push("comment");
  if (tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => lower === "not")) marks.push("contrastOther");
  return marks;
}

/** Half of "goods and services": the other half stays visible and the answer is not the only one. */
function isJoined(tokens: readonly Token[], from: number, to: number): boolean {
  const join = /^(?:and|or|nor)$/;
  const after = tokens[to];
  const joinsAfter = join.test(after?.lower ?? "") && !verbNear(tokens, to + 1);
  const joinsBefore = join.test(tokens[from - 1]?.lower ?? "") && tokens[from - 2]?.text !== "," && !verbNear(tokens, from);
  return joinsAfter || joinsBefore || (after?.text === "," && tokens[to + 2]?.text === ",");
}

/** A finite verb in the next few words: then "and" joins clauses, not nouns. */
function verbNear(tokens: readonly Token[], from: number): boolean {
  for (let index = from; index < from + 4; index++) {
    const tag = tokens[index]?.tag;
    if (tag === "VERB" || tag === "AUX") return true;
    if (tag === "PUNCT") return false;
  }
  return false;
}
