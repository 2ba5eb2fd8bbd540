import type { Analysis } from "../../analysis.ts";
import { turnsOf } from "../../candidates/completion.ts";
import type { Clause } from "../../language/clauses.ts";
import { isNominal, type Token } from "../../language/token.ts";
import type { Figure } from "../figures.ts";
import { lists } from "../lists.ts";
import { plainLanguage } from "../plain-language.ts";
import type { PlainRule } from "../plain-rule.ts";
import { acronyms, completions, figures, who } from "../plain-rules.ts";
import { sentenceClauses } from "../sentences.ts";
import { clauseQuestions } from "./clause-questions.ts";
import { contrasts, pairs } from "./contrast.ts";
import { definitions, governedObjects, howMany } from "./definition.ts";
import { figuresIn } from "./figures.ts";
import { names } from "./names.ts";
import { endsSentence } from "./sentence.ts";
import { terms } from "./terms.ts";
import { chunkAt, frenchTokens } from "./tokens.ts";
import { frenchVocabulary } from "./vocabulary.ts";

const turns = turnsOf("et|mais|ou|car|parce que|donc|ni|que|qui", "parce que|mais|que|si|quand|lorsque|jusqu’à|pour", "est|sont");

const rules: readonly PlainRule[] = [
  pairs,
  acronyms((short) => `Que signifie le sigle ${short}\u202f?`),
  lists({ and: /^et$/, counts: [/^(?:trois|3)$/, /^(?:quatre|4)$/, /^(?:cinq|5)$/], examples: /^(?:exemple|comme)$/ }),
  clauseQuestions,
  howMany,
  figures(figuresIn, isInName),
  contrasts,
  names,
  definitions,
  governedObjects,
  completions(turns),
  terms,
  who,
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

export const french = plainLanguage({
  vocabulary: frenchVocabulary,
  phrases: {
    whoWrote: (title) => `De qui est «\u202f${title}\u202f»\u202f?`,
    by: /\s(?:de|par)\s|\sd['’]/gu,
    and: "et",
    noTitle:
      /^(?:(?:les?|la|une?|des) )?(?:tableaux?|peintures?|articles?|livres?|conférences?|films?|études?|poèmes?|œuvres?|entretiens?|vidéos?|textes?|travaux)$/i,
  },
  rules,
  tokensOf: frenchTokens,
  chunkAt,
  clausesOf: frenchClauses,
});
