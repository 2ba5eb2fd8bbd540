import { capitalised } from "../../text/capitalised.ts";
import type { Analysis } from "../analysis.ts";
import { firstVerb } from "../language/clauses.ts";
import type { Tagger } from "../language/tagger.ts";
import { isNominal, spanOf, type Token, type TokenRange } from "../language/token.ts";
import { weakVerbs } from "../language/word-lists.ts";
import { inverted } from "../questions/invert.ts";
import type { Candidate, CandidateRule, Mark, RuleInput } from "./candidate.ts";

const fewestWords = 2;
const mostWords = 12;

/** "A barometer measures …": what does it measure? In the present tense, where the object ends the clause. */
export const objectRule: CandidateRule = {
  name: "object",
  inQuotes: false,
  find: (input) => input.line.clauses.flatMap((clause) => objectOf(input, clause)),
};

/** Verbs that say what a thing is for or what it is: what follows them is the point of the line. */
const telling = /^(?:measure|calculate|refer|denote|involve|describe|encode|represent|consist|specify|determine)$/;
/** Verbs whose object says little without what follows, or that no "What does …?" asks for. */
const unaskable =
  /^(?:have|do|be|mean|become|let|cause|force|lead|depend|rely|stay|remain|happen|occur|exist|tend|try|claim|argue|believe|show|suggest|start|begin|keep|hold|carry|bring|set|work|run|play|move|turn|like|love|require)$/;

function objectOf({ line, tagger }: RuleInput, clause: TokenRange): readonly Candidate[] {
  const { tokens, text } = line;
  const verb = firstVerb(tokens, clause);
  if (verb === undefined || !isPresent(tokens, verb, tagger)) return [];
  const lemma = tagger.lemmaOf(tokens[verb]?.lower ?? "");
  const from = /^(?:to|of)$/.test(tokens[verb + 1]?.lower ?? "") ? verb + 2 : verb + 1;
  const object = { from, to: clauseEnd(line, clause, from) };
  const isTelling = telling.test(lemma);
  const isAskable =
    isTelling || (!weakVerbs.has(lemma) && !unaskable.test(lemma) && from === verb + 1 && isNounPhrase(tokens, object));
  if (!isAskable || !isWhole(tokens, object)) return [];
  const asked = inverted(text, tokens, { from: clause.from, to: from }, tagger);
  if (asked === undefined || !/^(?:do|does) /.test(asked)) return [];
  const span = spanOf(tokens, object);
  const answer = text.slice(span.start, span.end);
  const marks: readonly Mark[] = isTelling ? ["telling"] : [];
  const question = { question: `What ${asked}?`, answer: capitalised(answer) };
  return [{ kind: "object", spans: [span], marks, question }];
}

function isPresent(tokens: readonly Token[], verb: number, tagger: Tagger): boolean {
  const { tag, lower } = tokens[verb] as Token;
  return tag === "VERB" && (lower === tagger.lemmaOf(lower) || /[^s]s$/.test(lower));
}

/** A reason or condition after the object is no part of the answer, but then the question would lack it. */
function clauseEnd({ tokens, end }: Analysis, clause: TokenRange, from: number): number {
  const to = Math.min(clause.to, end);
  const stop = tokens.findIndex(
    ({ text, lower }, index) =>
      index > from && index < to && (/^[;:—(]$/.test(text) || /^(?:because|if|when|unless|while|whereas)$/.test(lower)),
  );
  return stop < 0 ? to : from;
}

function isWhole(tokens: readonly Token[], object: TokenRange): boolean {
  const words = tokens.slice(object.from, object.to);
  const opens =
    words[0] !== undefined && (/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(words[0].tag) || /^how$|ing$/.test(words[0].lower));
  const points = words.some(({ lower }) =>
    /^(?:they|this|these|those|he|she|both|such|not|but|than|rather|itself|themselves)$/.test(lower),
  );
  const explained = words.every(({ lower }, index) => !/^(?:it|them)$/.test(lower) || words.slice(0, index).some(isNominal));
  return (
    opens &&
    explained &&
    !points &&
    words.length >= fewestWords &&
    words.length <= mostWords &&
    !words.some(({ text }) => text === ",")
  );
}

/** Nouns, joined or with phrases after them; no verb that could belong to another subject. */
function isNounPhrase(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to);
  return isNominal(words.at(-1)) && words.every(({ tag }) => /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|CCONJ|POSS)$/.test(tag));
}
