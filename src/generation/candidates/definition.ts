import { capitalised } from "../../text/capitalised.ts";
import { spanOf, type Token } from "../language/token.ts";
import { genericWords, vagueHeads, weakAdjectives, weakNouns } from "../language/word-lists.ts";
import { lowerUnlessName } from "../questions/invert.ts";
import type { CandidateRule } from "./candidate.ts";
import { isFigure } from "./figure.ts";
import { namesPerson } from "./person.ts";

const fewestWords = 4;
const mostWords = 22;

/** "X is a Y": what is X? Only where the line says nothing else and Y tells X from the rest of its kind. */
export const definitionRule: CandidateRule = {
  name: "definition",
  inQuotes: false,
  cues: new Set(["is", "are"]),
  find: ({ line: { text, tokens, chunks, clauses, end }, statistics }) => {
    const subject = chunks[0];
    const verb = subject && tokens[subject.to];
    if (clauses.length > 1 || subject?.from !== 0 || !/^(?:is|are)$/.test(verb?.lower ?? "") || subject.to > 5) return [];
    const complement = { from: subject.to + 1, to: end };
    const words = tokens.slice(complement.from, complement.to);
    if (!/^(?:an?|the)$/.test(words[0]?.lower ?? "") || words.length < fewestWords || words.length > mostWords || !defines(words))
      return [];
    if (/^(?:its|their|his|her|this|these)$/.test(tokens[0]?.lower ?? "")) return [];
    if (namesNothing(tokens.slice(subject.coreFrom, subject.to))) return [];
    if (isFigure({ tokens, chunks }, complement.from) || namesPerson(tokens, subject, statistics.endsOfPeople)) return [];
    const span = spanOf(tokens, complement);
    const name = lowerUnlessName(text.slice(tokens[0]?.start, tokens[subject.to - 1]?.end), tokens[0], tokens[1]);
    const answer = text.slice(span.start, span.end);
    const question = { question: `What ${verb?.lower} ${name}?`, answer: capitalised(answer) };
    return [{ kind: "definition", spans: [span], marks: [], question }];
  },
};

/** What a definition does not say: what something costs, what should be, what holds for everybody, and what another sentence named. */
const judges =
  /^(?:cost|consequence|must|should|ought|nobody|no-one|noone|everybody|everyone|anyone|anybody|somebody|you|your|we|us|our|never|always|perhaps|probably|former|latter|other|second|these|those|both)$/;

/** "late work", "the cheapest tool": a plain noun told apart by nothing that would make a term of it. */
function namesNothing(words: readonly Token[]): boolean {
  const head = words.at(-1)?.lower ?? "";
  const isPlain = genericWords.has(head) || vagueHeads.has(head) || weakNouns.has(head);
  const modifiers = words.slice(0, -1);
  const isSuperlative = modifiers.some(({ tag, lower }) => tag === "ADJ" && /.{3}est$/.test(lower));
  return isSuperlative || (isPlain && modifiers.every(({ lower }) => weakAdjectives.has(lower)));
}

/** Not "the only one", no contrast, no second sentence; something must follow the noun. */
function defines(words: readonly Token[]): boolean {
  const second = words[1]?.lower ?? "";
  if (/^(?:only|same|best|worst|most|first|last|key|main|one|part|kind|way|reason|result|lot|great|good|common)$/.test(second))
    return false;
  const addsSentence = words.some(
    ({ lower }, index) => lower === "and" && /^(?:that|this|it|so)$/.test(words[index + 1]?.lower ?? ""),
  );
  if (addsSentence || words.some(({ lower }) => judges.test(lower))) return false;
  if (words.some(({ lower, text }) => /^(?:not|rather|than|but|so|because|if|it|they|this)$/.test(lower) || /^[;:—]$/.test(text)))
    return false;
  return words.slice(2).some(({ lower, tag }) => /^(?:that|which|who|of|for|in|between|where)$/.test(lower) || tag === "VERB");
}
