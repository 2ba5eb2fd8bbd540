import { wordsOf } from "../../text/words.ts";
import { negationsIn } from "./answers.ts";

/**
 * What a question that kept its wording may have wrong now that its sentence was reworded: words that the sentence no longer has,
 * or a *not* that came or went. For a person to look at.
 */
export function misfits(question: string, before: string, after: string): readonly string[] {
  const [old, now] = [new Set(wordsOf(before)), new Set(wordsOf(after))];
  const stale = [...new Set(wordsOf(question))].filter((word) => old.has(word) && !now.has(word));
  return [
    ...(stale.length > 0 ? [`still says ${stale.map((word) => `“${word}”`).join(", ")}`] : []),
    ...(negationsIn(before) === negationsIn(after) ? [] : ["knows nothing of the “not” that came or went"]),
  ];
}
