/**
 * Places 0 … n−1 by ascending key, and by ascending luck where keys are equal. Digit by digit, so that the time grows with their
 * number alone: a comparing sort of a million cards takes longer than all else that a queue does.
 *
 * @param keys numbers, none of them NaN; they are used up @param luck 32 bits each
 */
export function ascending(keys: Float64Array<ArrayBuffer>, luck: Uint32Array): Uint32Array {
  const words = toSortableBits(keys);
  const parts = [
    { words: luck, step: 1, start: 0 },
    { words, step: 2, start: 1 - upper },
    { words, step: 2, start: upper },
  ];
  let order = new Uint32Array(keys.length);
  let spare = new Uint32Array(keys.length);
  for (let place = 0; place < order.length; place += 1) order[place] = place;
  for (const part of parts) {
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (sortedByDigit({ ...part, shift }, order, spare)) [order, spare] = [spare, order];
    }
  }
  return order;
}

/** Every `step`th of these words, and the bits of it from `shift` on. */
interface Digit {
  readonly words: Uint32Array;
  readonly step: number;
  readonly start: number;
  readonly shift: number;
}

const digitBits = 11;
const digits = 1 << digitBits;

/** Keeps the order of what has the same digit. False: all have it, and nothing was written. */
function sortedByDigit({ words, step, start, shift }: Digit, from: Uint32Array, to: Uint32Array): boolean {
  const ends = new Uint32Array(digits);
  for (let at = start; at < words.length; at += step) {
    const digit = ((words[at] as number) >>> shift) & (digits - 1);
    ends[digit] = (ends[digit] as number) + 1;
  }
  if (ends.includes(from.length)) return false;
  let before = 0;
  for (let digit = 0; digit < digits; digit += 1) {
    const count = ends[digit] as number;
    ends[digit] = before;
    before += count;
  }
  for (let at = 0; at < from.length; at += 1) {
    const place = from[at] as number;
    const digit = ((words[place * step + start] as number) >>> shift) & (digits - 1);
    const end = ends[digit] as number;
    to[end] = place;
    ends[digit] = end + 1;
  }
  return true;
}

/** The bits of floating-point numbers, turned in their place so that they ascend as the numbers do: IEEE 754 has sign and magnitude. */
function toSortableBits(keys: Float64Array<ArrayBuffer>): Uint32Array {
  const words = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
  for (let at = 0; at < words.length; at += 2) {
    const head = words[at + upper] as number;
    if (head >>> 31 === 1) {
      words[at] = ~(words[at] as number);
      words[at + 1] = ~(words[at + 1] as number);
    } else words[at + upper] = head ^ 0x8000_0000;
  }
  return words;
}

/** Which of a number's two words holds its sign. */
const upper = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0;
