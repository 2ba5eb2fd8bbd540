import type { Source } from "../../sources/source.ts";
import { wordsOf } from "../../text/words.ts";

/** Short words that hardly occur outside their language. A new language is a row here. */
const commonWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the and of to is in that it for was are with as be by this have not but from they which or an were their has than because can more",
  ),
  de: words(
    "der die das und ist nicht ein eine einen dem den des von zu mit auf für sich auch als wird werden sind durch bei aus oder wie aber wenn im",
  ),
  fr: words(
    "le la les des et est une un du que qui dans pour pas sur au avec ne se par plus ce sont cette mais ou être il elle nous aux",
  ),
  es: words(
    "el la los las y es una un del que en para por con no se su más como pero lo al son sus cuando este esta o fue ha sin",
  ),
  it: words(
    "il lo la gli le e è una un del che di per con non si della più come ma al sono nel dei alla anche questo o ha dalla",
  ),
  pt: words("o a os as e é uma um do da que em para por com não se mais como mas ao são dos das no na ou seu sua foi"),
  nl: words(
    "de het een en is van niet dat die in op te zijn met voor er aan ook als maar om door naar bij wordt worden heeft uit over",
  ),
  sv: words("och att det som en är på av för med den till inte om ett han har de var jag från så kan när man men eller där"),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Scripts that English is not written in, and what to call a text in them. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
  [/\p{Script=Hangul}/gu, "ko"],
  [/\p{Script=Han}/gu, "zh"],
  [/\p{Script=Cyrillic}/gu, "ru"],
  [/\p{Script=Greek}/gu, "el"],
  [/\p{Script=Arabic}/gu, "ar"],
  [/\p{Script=Hebrew}/gu, "he"],
  [/\p{Script=Devanagari}/gu, "hi"],
];

/** BCP 47 language of a whole note: what it says itself, else its script, else a vote of its commonest words. */
export function languageOf({ language, items }: Source): string {
  if (language !== undefined && language.trim() !== "") return language;
  const text = items.map((item) => item.text).join(" ");
  if (!/[^\x20-\u024f\u2000-\u206f]/.test(text)) return votedLanguage(wordsOf(text));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = scripts.find(([pattern]) => (text.match(pattern)?.length ?? 0) > letters * 0.25);
  return script ? script[1] : votedLanguage(wordsOf(text));
}

/** Another language must clearly beat English: a short English note shares "in" and "a" with many. */
const margin = 1.25;

function votedLanguage(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const votes = (common: ReadonlySet<string>) =>
    [...common].reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.sqrt(common.size);
  let best = "en";
  let most = votes(commonWords.en as ReadonlySet<string>) * margin;
  for (const [language, common] of Object.entries(commonWords)) {
    const own = language === "en" ? 0 : votes(common);
    if (own > most) [best, most] = [language, own];
  }
  return best;
}
