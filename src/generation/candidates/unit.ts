import type { Token } from "../language/token.ts";
import { compoundUnits, unitHints } from "../language/word-lists.ts";

/** Where the unit ends that stands here, and what asks for a figure with it; undefined where none does. */
export function unitAt(tokens: readonly Token[], index: number): { readonly to: number; readonly hint: string } | undefined {
  if (tokens[index]?.lower === "per" && tokens[index + 1]?.lower === "cent") return { to: index + 2, hint: "what percentage?" };
  const word = (tokens[index]?.lower ?? "").replace(/(?<=\p{L})\.$/u, "");
  if (word === "per") return undefined;
  if (/^°[cf]$/.test(word)) return { to: index + 1, hint: "how many degrees?" };
  if (/^°[nsew]$/.test(word)) return { to: index + 1, hint: latitudes.test(word) ? "what latitude?" : "what longitude?" };
  if (word === "°" && /^[nsew]$/.test(tokens[index + 1]?.lower ?? ""))
    return { to: index + 2, hint: latitudes.test(`°${tokens[index + 1]?.lower}`) ? "what latitude?" : "what longitude?" };
  if (word === "°" && /^[cf]\.?$/.test(tokens[index + 1]?.lower ?? "")) return { to: index + 2, hint: "how many degrees?" };
  const goesOn = tokens[index + 1]?.isWord === true && tokens[index + 1]?.start === tokens[index]?.end; // "70°ish"
  if (word === "°" && !goesOn) return { to: index + 1, hint: "how many degrees?" };
  const written = (tokens[index]?.text ?? "").replace(/\.$/, "");
  const hint = (unitHints.find(([, units]) => units.has(word)) ?? compoundUnits.find(([, unit]) => unit.test(written)))?.[0];
  if (hint === undefined) return undefined;
  const scale = /^(?:celsius|fahrenheit|kelvin|square|cubic)$/.test(tokens[index + 1]?.lower ?? "");
  const measured = tokens[index + 1]?.lower ?? "";
  if ((hint === "what distance?" && dimensions.test(measured)) || (/^(?:year|month|day)s?$/.test(word) && measured === "old"))
    return { to: index + 2, hint: measured === "apart" ? "how far apart?" : `how ${measured}?` };
  if (hint === "what distance?" && /^(?:an?|per)$/.test(measured) && /^(?:hour|second)$/.test(tokens[index + 2]?.lower ?? ""))
    return { to: index + 3, hint: "how fast?" };
  const adverb = /^(?:ago|later|earlier)$/.test(tokens[index + 1]?.lower ?? "");
  return { to: index + (scale ? 2 : 1), hint: adverb ? "how long?" : hint };
}

/** "50J", "24hrs", "7x": a figure written together with its unit. */
export function gluedHint(text: string): string | undefined {
  const [, unit] = /^\d[\d.,]*(\p{L}+)$/u.exec(text) ?? [];
  if (unit === undefined || /^(?:st|nd|rd|th|s)$/.test(unit)) return undefined;
  if (unit === "x") return "what factor?";
  return unitHints.find(([, units]) => units.has(unit.toLowerCase()))?.[0] ?? "what value?";
}

/** "49 metres high": the adjective asks for its number and is asked for with it. */
const dimensions = /^(?:high|tall|long|wide|deep|thick|apart)$/;

const latitudes = /^°[ns]$/;
