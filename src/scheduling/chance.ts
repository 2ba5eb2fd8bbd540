/**
 * A number in [0, 1) that depends on the text alone: what other programs ask a random generator for. Same card, same
 * review, same number, on every device. 32-bit FNV-1a over UTF-8, finished with MurmurHash3's mixer (`fmix32`).
 */
export function chance(text: string): number {
  let hash = fnv1a(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

function fnv1a(text: string): number {
  let hash = firstHash;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    // In ASCII a character is its byte, and an encoder is slower than all the rest.
    if (code > 0x7f) return encoder.encode(text).reduce(withByte, firstHash);
    hash = withByte(hash, code);
  }
  return hash;
}

const firstHash = 0x811c9dc5;

function withByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

const encoder = new TextEncoder();
