/** The words of a text, each once. */
export function set(words: string): ReadonlySet<string> {
  return new Set(listOf(words));
}

/** "hot/cold day/night" as pairs. */
export function pairsOf(words: string): readonly (readonly [string, string])[] {
  return listOf(words).map((pair) => pair.split("/") as [string, string]);
}

function listOf(words: string): readonly string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}
