/**
 * A number in [0, 1) that depends on the text alone: what other programs ask a random generator for. Same card, same
 * review, same number, on every device. 32-bit FNV-1a over UTF-8, finished with MurmurHash3's mixer (`fmix32`).
 */
export function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const encoder = new TextEncoder();
