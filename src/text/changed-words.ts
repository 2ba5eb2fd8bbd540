import { alignWords } from "./alignment.ts";

/** Both texts with the words that the other one lacks between asterisks: "may *not* cross". */
export function changedWords(before: string, after: string): { readonly before: string; readonly after: string } {
  const [from, to] = [before, after].map((text) => text.split(/\s+/).filter((word) => word !== "")) as [string[], string[]];
  const aligned = alignWords(from, to);
  const kept = new Set(aligned);
  return {
    before: marked(from, (index) => (aligned[index] ?? -1) < 0),
    after: marked(to, (index) => !kept.has(index)),
  };
}

function marked(words: readonly string[], isChanged: (index: number) => boolean): string {
  return words
    .map((word, index) => {
      if (!isChanged(index)) return word;
      return `${index === 0 || !isChanged(index - 1) ? "*" : ""}${word}${index === words.length - 1 || !isChanged(index + 1) ? "*" : ""}`;
    })
    .join(" ");
}
