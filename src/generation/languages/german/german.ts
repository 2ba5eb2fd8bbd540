import { turnsOf } from "../../candidates/completion.ts";
import type { Clause } from "../../language/clauses.ts";
import type { Token } from "../../language/token.ts";
import { lists } from "../lists.ts";
import { plainLanguage } from "../plain-language.ts";
import type { PlainRule } from "../plain-rule.ts";
import { acronyms, completions, figures, who } from "../plain-rules.ts";
import { sentenceClauses } from "../sentences.ts";
import { chunkAt } from "./chunks.ts";
import { clauseQuestions } from "./clause-questions.ts";
import { contrasts } from "./contrast.ts";
import { definitions, governedObjects, howMany } from "./definition.ts";
import { figuresIn } from "./figures.ts";
import { names } from "./names.ts";
import { pairs } from "./pair.ts";
import { terms } from "./terms.ts";
import { germanTokens } from "./tokens.ts";
import { endsSentence, secondVerb } from "./verb-second.ts";
import { germanVocabulary } from "./vocabulary.ts";
import { whenQuestions } from "./when.ts";

const turns = turnsOf("und|aber|oder|doch|denn|sondern|dass|weil|wenn|als|wie|was|wer", "weil|aber|als|bis|wie", "ist|sind");

const rules: readonly PlainRule[] = [
  pairs,
  acronyms((short) => `Wofür steht ${short}?`),
  lists({ and: /^und$/, counts: [/^(?:drei|3)$/, /^(?:vier|4)$/, /^(?:fünf|5)$/], examples: /^(?:etwa|beispielsweise|wie)$/ }),
  clauseQuestions,
  howMany,
  whenQuestions,
  figures(figuresIn),
  contrasts,
  names,
  definitions,
  governedObjects,
  completions(turns),
  terms,
  who,
];

/** The sentences that can stand alone: a finite verb second, nothing pointing back in front. */
function germanClauses(tokens: readonly Token[]): readonly Clause[] {
  const endsAt = (index: number) => tokens[index]?.text === ";" || endsSentence(tokens, index);
  return sentenceClauses(tokens, endsAt, (from, to) => {
    const points = germanVocabulary.opensPointing(tokens[from]?.lower ?? "", tokens[from + 1]?.lower ?? "");
    return points ? undefined : secondVerb(tokens, { from, to });
  });
}

export const german = plainLanguage({
  vocabulary: germanVocabulary,
  phrases: {
    whoWrote: (title) => `Von wem stammt „${title}“?`,
    by: /\svon\s/gu,
    and: "und",
    noTitle:
      /^(?:(?:das|der|die|ein|eine) )?(?:Gemälde|Bild|Bilder|Vortrag|Artikel|Buch|Bücher|Studie|Studien|Aufsatz|Interview|Film|Filme|Gedichte?|Werke?|Podcast|Bericht|Video|Texte?)$/i,
  },
  rules,
  tokensOf: germanTokens,
  chunkAt,
  clausesOf: germanClauses,
});
