import type { Source } from "../sources/source.ts";

const fewestLines = 8;

/**
 * Does the source look as if a machine had written it to a prompt that asks for bullets of one length? People's
 * bullets vary: half of them do not have 15 or 16 words.
 */
export function looksModelMade({ items }: Source): boolean {
  const own = items.filter(({ section }) => section !== "quotes" && section !== "references" && section !== "summary");
  const even = own.filter(({ text }) => /^(?:15|16)$/.test(String(text.split(/\s+/).length)));
  return own.length >= fewestLines && even.length * 2 >= own.length;
}
