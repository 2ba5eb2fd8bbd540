import { english } from "./english.ts";
import { german } from "./german/german.ts";
import type { Language } from "./language.ts";
import { other } from "./other.ts";

/** Languages whose grammar recto knows something of. */
const known: readonly Language[] = [english, german];

/** @param tag BCP 47; the region is left aside */
export function languageNamed(tag: string): Language {
  const code = tag.toLowerCase().split(/[-_]/)[0] ?? "";
  return known.find((language) => language.code === code) ?? other(code);
}
