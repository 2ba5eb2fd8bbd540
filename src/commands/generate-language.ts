import { knownLanguages } from "../generation/languages/languages.ts";
import { stopWords } from "../generation/languages/stop-words.ts";
import { nameOfLanguage } from "./generate-options.ts";

/** How much recto knows of a language that the learner names, where that is little. */
export function knowledgeOf(language: string): string | undefined {
  const [code = ""] = language.split("-");
  if (knownLanguages.includes(code)) return undefined;
  const names = knownLanguages.map((known) => nameOfLanguage(known) ?? known);
  const inDepth = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  const little = Object.hasOwn(stopWords, code)
    ? "it asks for what needs none: figures, names, contrasts, quotes and rare words"
    : "it does not even know the commonest words: it asks for figures, names, contrasts and quotes, and some rare words will be common ones";
  return `recto knows the grammar of ${inDepth}; of ${nameOfLanguage(code) ?? code} ${little}.`;
}
