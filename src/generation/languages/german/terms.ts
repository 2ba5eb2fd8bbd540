import type { Analysis } from "../../analysis.ts";
import { type Candidate, cloze, type Mark } from "../../candidates/candidate.ts";
import type { Chunk } from "../../language/chunks.ts";
import { isNominal, spanOf, type Token } from "../../language/token.ts";
import { isAdvice } from "../../line-traits.ts";
import type { PlainRule } from "../plain-rule.ts";
import { isPartOfOther } from "../plain-rules.ts";
import { figuresIn } from "./figures.ts";
import { endsSentence, secondVerb } from "./verb-second.ts";

/** Noun phrases: compounds, rare words, a noun with an adjective of its own. */
export const terms: PlainRule = {
  name: "term",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end } = line;
    if (isAdvice(line)) return [];
    const verb = secondVerb(tokens, { from: 0, to: end });
    const isPlain =
      verb !== undefined && !tokens.slice(0, end).some(({ text }, at) => /^[:;„“»«"]$/.test(text) || endsSentence(tokens, at));
    return line.chunks.flatMap((chunk) =>
      isNamed(tokens, chunk) || (isPlain && isTelling(line, chunk, verb)) ? termOf(line, chunk) : [],
    );
  },
};

const shortest = 8;

/** A long noun by itself, or the whole subject: with its adjective any other noun would be one of many. */
function isTelling({ tokens }: Analysis, { coreFrom, to }: Chunk, verb: number): boolean {
  const isSubject = coreFrom <= 1 && to === verb && tokens[0]?.tag !== "ADP";
  return isSubject || (to - coreFrom === 1 && (tokens[coreFrom]?.text.length ?? 0) >= shortest);
}

function termOf(line: Analysis, chunk: Chunk): readonly Candidate[] {
  const { tokens, text, end } = line;
  const range = { from: chunk.coreFrom, to: chunk.to };
  const words = tokens.slice(range.from, range.to);
  const span = spanOf(tokens, range);
  if (
    tokens[chunk.from - 1]?.text === "(" ||
    (/^(?:im|in)$/.test(tokens[chunk.from - 1]?.lower ?? "") && !isNamed(tokens, chunk))
  )
    return [];
  if (range.to > end || words.length > 3 || words.some(({ tag }) => tag === "NUM" || tag === "ADV")) return [];
  if (words.filter(({ tag }) => tag === "NOUN" || tag === "PROPN").length > 1) return [];
  if (isPartOfOther(text, span, figuresIn)) return [];
  const naming = isNamed(tokens, chunk);
  if (!naming && isPartOfPhrase(tokens, chunk)) return [];
  return [cloze("term", [span], undefined, marksOf(tokens, chunk, naming))];
}

/** "nennt man X", "als X bezeichnet", "genannt X", "sogenannte X", "heißt X". */
function isNamed(tokens: readonly Token[], { from, coreFrom, to }: Chunk): boolean {
  // A name has no article: with one it is the thing that is named.
  if (coreFrom > from) return false;
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ lower }) => lower);
  const last = before.at(-1) ?? "";
  if (/^(?:nennt|nennen|heißt|heißen|genannt)$/.test(last) || (last === "man" && /^(?:nennt)$/.test(before[0] ?? "")))
    return true;
  if (/^(?:sogenannte|sogenannten|sogenanntes|sogenannter)$/.test(tokens[coreFrom]?.lower ?? "")) return true;
  return last === "als" && /^(?:bezeichnet|bekannt)$/.test(tokens[to]?.lower ?? "");
}

/** "das [Ende] des Krieges", "[Schutz] vor Kälte": the rest of the phrase tells the form, not the word. */
function isPartOfPhrase(tokens: readonly Token[], { to, from }: Chunk): boolean {
  const after = tokens[to];
  const before = tokens[from - 1];
  if (after?.tag === "DET" && /^(?:des|der|eines|einer)$/.test(after.lower)) return true;
  if (after?.lower === "von" || after?.lower === "vom") return true;
  if (/^(?:von|vom)$/.test(before?.lower ?? "") && isNominal(tokens[from - 2])) return true;
  return before?.text === "-" || after?.text === "-" || /-$/.test(tokens[to - 1]?.text ?? "");
}

function marksOf(tokens: readonly Token[], { from, to }: Chunk, naming: boolean): readonly Mark[] {
  const marks: Mark[] = naming ? ["naming"] : [];
  const joins = /^(?:und|oder|sowie|bzw)$/;
  const inList = (token: Token | undefined) => token !== undefined && (joins.test(token.lower) || token.text === "/");
  if (inList(tokens[to]) || inList(tokens[from - 1]) || (tokens[to]?.text === "," && tokens[to + 1]?.tag === "NOUN"))
    marks.push("halfCoordination");
  const example = tokens.slice(Math.max(0, from - 3), from).some(({ lower }) => /^(?:etwa|beispielsweise|z|wie)$/.test(lower));
  if (example) marks.push("example");
  const denied = tokens
    .slice(Math.max(0, from - 3), from)
    .some(({ lower }) => /^(?:nicht|statt|kein|keine|keinen|ohne|weder|noch)$/.test(lower));
  if (denied) marks.push("contrastOther");
  return marks;
}
