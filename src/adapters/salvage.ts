import { gunzipSync } from "node:zlib";

/** zlib's Z_SYNC_FLUSH: the end of the input need not be the end of a member. */
const syncFlush = 2;

/** How each member of a pack begins: gzip, deflate, no flags. */
const memberStart = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);

/**
 * What can still be read of a row of gzip members that is damaged or cut: of each the part before the damage. Some of it may be
 * wrong, so the reader must have a check of its own.
 * @param most bytes, in all
 */
export function salvaged(packed: Buffer, most: number): Buffer {
  const pieces: Buffer[] = [];
  let left = most;
  for (let start = packed.indexOf(memberStart); start !== -1; ) {
    const { length, unpacked } = longestSound(packed.subarray(start), left);
    // A line that ends in damage must not swallow the beginning of the next member.
    pieces.push(unpacked, Buffer.from("\n"));
    left -= unpacked.length;
    start = packed.indexOf(memberStart, start + Math.max(1, length));
  }
  return Buffer.concat(pieces);
}

/** Damage shows where it lies or later, never earlier: so the longest beginning that unpacks is found by halving. */
function longestSound(packed: Buffer, most: number): { readonly length: number; readonly unpacked: Buffer } {
  let [sound, broken] = [0, packed.length + 1];
  let unpacked: Buffer = Buffer.alloc(0);
  while (sound + 1 < broken) {
    const middle = (sound + broken) >> 1;
    const found = unpackedBeginning(packed.subarray(0, middle), most);
    if (found) [sound, unpacked] = [middle, found];
    else broken = middle;
  }
  return { length: sound, unpacked };
}

function unpackedBeginning(packed: Buffer, most: number): Buffer | undefined {
  try {
    return gunzipSync(packed, { finishFlush: syncFlush, maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
