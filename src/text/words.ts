const word = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’%.-](?=[\p{L}\p{N}])|%)*/gu;

/** Lower-cased runs of letters and digits with inner `' ’ % . -`, in order. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}

/** A word and where it stands. */
export interface WordPlace {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of `wordsOf`, folded so that only their letters count, each with its place in the text. */
export function wordPlacesOf(text: string): readonly WordPlace[] {
  return Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    word: found.normalize("NFKC").toLowerCase().replaceAll("’", "'"),
    start: index,
    end: index + found.length,
  }));
}

/**
 * A word without its English inflection, fit for comparing: not a dictionary form.
 * The rules are part of the card metrics (bench/cards), so they are few and fixed.
 */
export function stemOf(lowerCaseWord: string): string {
  let stem = lowerCaseWord.replace(/['’]s$/, "");
  if (stem.length > 4) {
    if (stem.endsWith("ies")) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:ss|sh|ch|x)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (stem.endsWith("s") && !stem.endsWith("ss")) stem = stem.slice(0, -1);
  }
  if (stem.length > 6) stem = stem.replace(/(?:ing|ed|ly)$/, "");
  if (stem.length > 4) stem = stem.replace(/e$/, "");
  return stem;
}
