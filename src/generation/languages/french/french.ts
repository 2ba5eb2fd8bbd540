import { capitalised } from "../../../text/capitalised.ts";
import { type Analysis, capitalisedWords } from "../../analysis.ts";
import { acronymsIn } from "../../candidates/acronym.ts";
import { completionsIn, turnsOf } from "../../candidates/completion.ts";
import { speakersIn } from "../../candidates/who.ts";
import type { Clause } from "../../language/clauses.ts";
import { isNominal, type Token } from "../../language/token.ts";
import { minima } from "../../weights.ts";
import { type Figure, figureCandidates } from "../figures.ts";
import type { Language } from "../language.ts";
import { lists } from "../lists.ts";
import { plainAnalysis } from "../plain-analysis.ts";
import { candidatesBy, type PlainRule } from "../plain-rule.ts";
import { sentenceClauses } from "../sentences.ts";
import { clauseQuestions } from "./clause-questions.ts";
import { contrasts, pairs } from "./contrast.ts";
import { definitions, governedObjects, howMany } from "./definition.ts";
import { figuresIn } from "./figures.ts";
import { names } from "./names.ts";
import { endsSentence } from "./sentence.ts";
import { terms } from "./terms.ts";
import { frenchChunks, frenchTokens } from "./tokens.ts";
import { frenchVocabulary } from "./vocabulary.ts";

const acronyms: PlainRule = {
  name: "acronym",
  inQuotes: false,
  find: ({ line: { text } }) =>
    acronymsIn(text).map(({ short, long, longSpan }) => ({
      kind: "acronym",
      spans: [longSpan],
      marks: [],
      question: { question: `Que signifie le sigle ${short}\u202f?`, answer: capitalised(long) },
    })),
};

const turns = turnsOf("et|mais|ou|car|parce que|donc|ni|que|qui", "parce que|mais|que|si|quand|lorsque|jusqu’à|pour", "est|sont");

const rules: readonly PlainRule[] = [
  pairs,
  acronyms,
  lists({ and: /^et$/, counts: [/^(?:trois|3)$/, /^(?:quatre|4)$/, /^(?:cinq|5)$/], examples: /^(?:exemple|comme)$/ }),
  clauseQuestions,
  howMany,
  {
    name: "figures",
    inQuotes: true,
    find: ({ line }) =>
      figureCandidates(
        figuresIn(line.text).filter((figure) => !isInName(line, figure)),
        line.text,
      ),
  },
  contrasts,
  names,
  definitions,
  governedObjects,
  { name: "completion", inQuotes: true, find: (input) => completionsIn(input, turns) },
  terms,
  { name: "who", inQuotes: true, find: speakersIn },
];

/** "le radium 226": a bare number right after a noun. */
function isInName({ tokens }: Analysis, { kind, hint, span }: Figure): boolean {
  const before = tokens[tokens.findIndex(({ start }) => start === span.start) - 1];
  return kind === "number" && hint === undefined && before?.tag === "NOUN";
}

/** The sentences that can stand alone: an article or a name first. */
function frenchClauses(tokens: readonly Token[]): readonly Clause[] {
  const endsAt = (index: number) => tokens[index]?.text === ";" || endsSentence(tokens, index);
  return sentenceClauses(tokens, endsAt, (from, to) => {
    const first = tokens[from];
    const points = frenchVocabulary.opensPointing(first?.lower ?? "", tokens[from + 1]?.lower ?? "");
    const words = tokens.slice(from, to);
    const isStatement = words.some(({ tag, lower }) => tag === "AUX" || /^(?:se|s'|ne|n')$/.test(lower));
    const meansOthers = words.some(
      ({ lower }, index) => lower === "en" && isNominal(words[index - 1]) && words[index + 1]?.tag !== "NUM",
    );
    const opens = first?.tag === "DET" || first?.tag === "PROPN";
    return points || !opens || !isStatement || meansOthers ? undefined : Math.min(from + 3, to - 1);
  });
}

export const french: Language = {
  vocabulary: frenchVocabulary,
  minima: minima.modelStyle,
  kindMinima: {},
  phrases: {
    whoWrote: (title) => `De qui est «\u202f${title}\u202f»\u202f?`,
    by: /\s(?:de|par)\s|\sd['’]/gu,
    and: "et",
    noTitle:
      /^(?:(?:les?|la|une?|des) )?(?:tableaux?|peintures?|articles?|livres?|conférences?|films?|études?|poèmes?|œuvres?|entretiens?|vidéos?|textes?|travaux)$/i,
  },
  readerOf: (items) => {
    const seen = capitalisedWords(items);
    return {
      analyse: (item) => {
        const tokens = frenchTokens(item.text, seen);
        return plainAnalysis(item, frenchVocabulary, tokens, frenchChunks(tokens), frenchClauses(tokens));
      },
      candidatesOf: (input) => candidatesBy(rules, input),
    };
  },
};
