/**
 * A number in [0, 1) that depends on the text alone: what other programs ask a random generator for. Same card, same
 * review, same number, on every device. 32-bit FNV-1a over UTF-8, finished with MurmurHash3's mixer (`fmix32`).
 */
export function chance(text: string): number {
  return mixed(fnv1a(text)) / 2 ** 32;
}

/** The 32 bits behind `chance` of the two texts joined, without joining them: a queue asks for each of its cards. */
export function chanceBits(start: string, end: string): number {
  return mixed(fnv1a(end, fnv1a(start)));
}

function mixed(fnv: number): number {
  let hash = Math.imul(fnv ^ (fnv >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function fnv1a(text: string, before = firstHash): number {
  let hash = before;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    // In ASCII a character is its byte, and an encoder is slower than all the rest.
    if (code > 0x7f) return encoder.encode(text).reduce(withByte, before);
    hash = withByte(hash, code);
  }
  return hash;
}

const firstHash = 0x811c9dc5;

function withByte(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}

const encoder = new TextEncoder();
