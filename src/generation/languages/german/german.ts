import { capitalised } from "../../../text/capitalised.ts";
import { capitalisedWords } from "../../analysis.ts";
import { acronymsIn } from "../../candidates/acronym.ts";
import { completionsIn, turnsOf } from "../../candidates/completion.ts";
import { speakersIn } from "../../candidates/who.ts";
import type { Clause } from "../../language/clauses.ts";
import type { Token } from "../../language/token.ts";
import { minima } from "../../weights.ts";
import { figureCandidates } from "../figures.ts";
import type { Language } from "../language.ts";
import { lists } from "../lists.ts";
import { plainAnalysis } from "../plain-analysis.ts";
import { candidatesBy, type PlainRule } from "../plain-rule.ts";
import { sentenceClauses } from "../sentences.ts";
import { germanChunks } from "./chunks.ts";
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

const acronyms: PlainRule = {
  name: "acronym",
  inQuotes: false,
  find: ({ line: { text } }) =>
    acronymsIn(text).map(({ short, long, longSpan }) => ({
      kind: "acronym",
      spans: [longSpan],
      marks: [],
      question: { question: `Wofür steht ${short}?`, answer: capitalised(long) },
    })),
};

const turns = turnsOf("und|aber|oder|doch|denn|sondern|dass|weil|wenn|als|wie|was|wer", "weil|aber|als|bis|wie", "ist|sind");

const rules: readonly PlainRule[] = [
  pairs,
  acronyms,
  lists({ and: /^und$/, counts: [/^(?:drei|3)$/, /^(?:vier|4)$/, /^(?:fünf|5)$/], examples: /^(?:etwa|beispielsweise|wie)$/ }),
  clauseQuestions,
  howMany,
  whenQuestions,
  { name: "figures", inQuotes: true, find: ({ line }) => figureCandidates(figuresIn(line.text), line.text) },
  contrasts,
  names,
  definitions,
  governedObjects,
  { name: "completion", inQuotes: true, find: (input) => completionsIn(input, turns) },
  terms,
  { name: "who", inQuotes: true, find: speakersIn },
];

/** The sentences that can stand alone: a finite verb second, nothing pointing back in front. */
function germanClauses(tokens: readonly Token[]): readonly Clause[] {
  const endsAt = (index: number) => tokens[index]?.text === ";" || endsSentence(tokens, index);
  return sentenceClauses(tokens, endsAt, (from, to) => {
    const points = germanVocabulary.opensPointing(tokens[from]?.lower ?? "", tokens[from + 1]?.lower ?? "");
    return points ? undefined : secondVerb(tokens, { from, to });
  });
}

export const german: Language = {
  vocabulary: germanVocabulary,
  minima: minima.modelStyle,
  kindMinima: {},
  phrases: {
    whoWrote: (title) => `Von wem stammt „${title}“?`,
    by: /\svon\s/gu,
    and: "und",
    noTitle:
      /^(?:(?:das|der|die|ein|eine) )?(?:Gemälde|Bild|Bilder|Vortrag|Artikel|Buch|Bücher|Studie|Studien|Aufsatz|Interview|Film|Filme|Gedichte?|Werke?|Podcast|Bericht|Video|Texte?)$/i,
  },
  readerOf: (items) => {
    const seen = capitalisedWords(items);
    return {
      analyse: (item) => {
        const tokens = germanTokens(item.text, seen);
        return plainAnalysis(item, germanVocabulary, tokens, germanChunks(tokens), germanClauses(tokens));
      },
      candidatesOf: (input) => candidatesBy(rules, input),
    };
  },
};
