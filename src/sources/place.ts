/** A text that ends in where it stands in its book or on the net: "… (p. 12)", "… (https://example.org/a)". */
export interface Placed {
  readonly text: string;
  readonly at?: string;
}

const trailingPlace =
  /\s+[([]\s*((?:pp?\.|pages?|s\.|seiten?|loc\.|locations?)\s?\d[\d,–-]*(?:\s?[–-]\s?\d+)?f{0,2}|https?:\/\/[^\s()<>]+)\s*[)\]]([.!?]?)$/iu;

/** Takes the place off the end; the sentence keeps its end mark. */
export function withoutPlace(text: string): Placed {
  if (!/[)\]][.!?]?$/.test(text)) return { text };
  const found = trailingPlace.exec(text);
  if (!found || found.index === 0) return { text };
  const words = text.slice(0, found.index);
  return { text: /[.!?…]["”’]?$/u.test(words) ? words : words + (found[2] ?? ""), at: found[1] ?? "" };
}
