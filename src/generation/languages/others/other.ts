import { turnsOf } from "../../candidates/completion.ts";
import { lettersOf, type Token } from "../../language/token.ts";
import type { Vocabulary } from "../../language/vocabulary.ts";
import { minima } from "../../weights.ts";
import type { Language } from "../language.ts";
import { plainLanguage } from "../plain-language.ts";
import type { PlainRule } from "../plain-rule.ts";
import { completions, figures, who } from "../plain-rules.ts";
import { plainTokens } from "../plain-tokens.ts";
import { figuresOf } from "./figures.ts";
import { contrasts, names, terms } from "./rules.ts";
import { isUnspaced, plainVocabulary, wordSegments } from "./vocabulary.ts";

const made = new Map<string, Language>();

/**
 * A language of which recto knows its stop words at most: only what can be asked without knowing the grammar, with gaps
 * and no hints.
 */
export function other(code: string): Language {
  const language = made.get(code) ?? makeOther(code);
  made.set(code, language);
  return language;
}

const titleAndAuthor = /\s(?:de|di|da|by|van|von|af|av)\s/gu;
const turns = turnsOf(
  "y|e|ed|en|och|og|i|и|а|но|pero|ma|mas|maar|sino|men|ale|que|che",
  "porque|perché|pero|ma|mas|maar|sino|если",
  "es|è|é|is|är|er|—",
);

function makeOther(code: string): Language {
  const vocabulary = plainVocabulary(code);
  const rules: readonly PlainRule[] = [figures(figuresOf(code)), contrasts, names, completions(turns), terms, who];
  return plainLanguage({
    vocabulary,
    minima: minima.otherLanguages,
    phrases: { whoWrote: (title) => `“${title}” — ?`, by: titleAndAuthor, and: "&", noTitle: /^$/u },
    rules,
    tokensOf: (text) =>
      isUnspaced(code)
        ? segmentedTokens(text, vocabulary)
        : plainTokens(text, vocabulary, (word) => (/^\d/.test(word) ? "NUM" : "X")),
  });
}

/** Japanese compounds, which the segmenter cuts: Han next to Han, katakana next to katakana. */
function joinedSegments(text: string, language: string): readonly { readonly segment: string; readonly index: number }[] {
  const joined: { segment: string; index: number }[] = [];
  for (const { segment, index } of wordSegments(text, language)) {
    const last = joined.at(-1);
    const touches = last !== undefined && last.index + last.segment.length === index;
    if (language === "ja" && touches && compounds.some((script) => script.test(last.segment) && script.test(segment)))
      last.segment += segment;
    else joined.push({ segment, index });
  }
  return joined;
}

const compounds = [/^\p{sc=Han}+$/u, /^[\p{sc=Katakana}ー]+$/u];

function segmentedTokens(text: string, { language, factsOf }: Vocabulary): readonly Token[] {
  return joinedSegments(text, language).map(({ segment, index }) => {
    const lower = segment.toLowerCase();
    const end = index + segment.length;
    return { text: segment, lower, tag: "X", start: index, end, ...lettersOf(segment), ...factsOf(lower) };
  });
}
