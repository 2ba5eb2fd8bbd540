import type { Source } from "../../sources/source.ts";
import { wordsOf } from "../../text/words.ts";
import { stopWords, telling } from "../languages/stop-words.ts";

/** Scripts that English is not written in, and the languages to choose from; the first where no word tells. */
const scripts: readonly (readonly [RegExp, readonly [string, ...string[]]])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, ["ja"]],
  [/\p{Script=Hangul}/gu, ["ko"]],
  [/\p{Script=Han}/gu, ["zh"]],
  [/\p{Script=Thai}/gu, ["th"]],
  [/\p{Script=Cyrillic}/gu, ["ru", "uk", "bg"]],
  [/\p{Script=Greek}/gu, ["el"]],
  [/\p{Script=Arabic}/gu, ["ar", "fa"]],
  [/\p{Script=Hebrew}/gu, ["he"]],
  [/\p{Script=Devanagari}/gu, ["hi"]],
];

const written = new Set(scripts.flatMap(([, languages]) => languages));
const latin = Object.keys(stopWords).filter((language) => !written.has(language));

/** BCP 47 language of a whole note: what it says itself, else its script, else a vote of its commonest words. */
export function languageOf({ language, items }: Source): string {
  if (language !== undefined && language.trim() !== "") return language;
  const text = beginningOf(items);
  const foreign = text.match(/[^\x20-\u024f\u2000-\u206f]/gu)?.join("") ?? "";
  const script = scripts.find(([pattern]) => {
    const found = foreign.match(pattern)?.length ?? 0;
    return found > 0 && found > lettersIn(text) * 0.25;
  });
  return script ? votedLanguage(text, script[1], script[1][0]) : votedLanguage(text, latin, "en");
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** More than this tells nothing more. */
const enoughCharacters = 20_000;

function beginningOf(items: Source["items"]): string {
  let text = "";
  for (const item of items) {
    if (text.length > enoughCharacters) break;
    text += `${item.text.slice(0, enoughCharacters)} `;
  }
  return text;
}

const tellingWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(stopWords).map(([language, words]) => [language, [...words].slice(0, telling)]),
);

/** Another language must clearly beat the usual one: a short English note shares "in" and "a" with many. */
const margin = 1.25;

/** One word met often is no language: "a" is a word in nine. */
const fewestMet = 3;

/** Each language's share of common words, weighted by 1/√(length of its list), so that a long list wins nothing by itself. */
function votedLanguage(text: string, languages: readonly string[], usual: string): string {
  if (languages.length === 1) return usual;
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.replaceAll(/(?<=\p{L})['’](?=\p{L})/gu, " "))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const votes = (language: string, fewest: number) => {
    const common = tellingWords.get(language) ?? [];
    const met = common.filter((word) => counts.has(word));
    return met.length < fewest ? 0 : met.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(common.length);
  };
  let best = usual;
  let most = votes(usual, 0) * margin;
  for (const language of languages) {
    const own = language === usual ? 0 : votes(language, fewestMet);
    if (own > most) [best, most] = [language, own];
  }
  return best;
}
