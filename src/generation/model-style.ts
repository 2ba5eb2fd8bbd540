import type { Source } from "../sources/source.ts";

const fewestLines = 8;

/**
 * Words by which the lengths of a machine's bullets spread (standard deviation). Of the notes in test/fixtures/notes those written
 * to a prompt spread by 0.5 to 1.4 words, those written by people by 2.0 to 6.3.
 */
const evenSpread = 1.7;

/** Does the source look as if a machine had written it to a prompt that asks for bullets of one length? */
export function looksModelMade({ items }: Source): boolean {
  const own = items.filter(({ section }) => section !== "quotes" && section !== "references" && section !== "summary");
  const lengths = own.map(({ text }) => text.split(/\s+/).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / Math.max(1, lengths.length);
  return own.length >= fewestLines && Math.sqrt(variance) <= evenSpread;
}
