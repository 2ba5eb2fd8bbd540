import { isNominal, type Token } from "../language/token.ts";

/** "sacks, barrels, crates, bales, […]": of an open list, without "and", the last item too is any; of "five parts: …" it is one. */
export function isLastOfMany(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from - 1]?.text !== "," || !/^(?:[.;:]?|rather|instead)$/.test(tokens[to]?.lower ?? "")) return false;
  if (tokens.slice(0, from).some(isCountOfItems)) return false;
  let [items, at] = [0, from - 1];
  while (tokens[at]?.text === "," && isNominal(tokens[at - 1])) {
    items += 1;
    at = isNominal(tokens[at - 2]) ? at - 3 : at - 2;
  }
  return items >= 3;
}

/** "of five parts: …"; a year or a figure of thousands counts no items of a sentence. */
function isCountOfItems({ tag, text }: Token): boolean {
  return tag === "NUM" && !/^\d{1,3}(?:,\d{3})+$|^1\d{3}$|^20\d\d$/.test(text);
}
