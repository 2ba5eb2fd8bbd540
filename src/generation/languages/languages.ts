import { english } from "./english.ts";
import { french } from "./french/french.ts";
import { german } from "./german/german.ts";
import type { Language } from "./language.ts";
import { other } from "./others/other.ts";

/** Languages whose grammar recto knows something of. */
const known: readonly Language[] = [english, german, french];

/** Their codes. */
export const knownLanguages: readonly string[] = known.map(({ vocabulary }) => vocabulary.language);

/** @param tag BCP 47; the region is left aside */
export function languageNamed(tag: string): Language {
  const code = tag.toLowerCase().split(/[-_]/)[0] ?? "";
  return known.find((language) => language.vocabulary.language === code) ?? other(code);
}
