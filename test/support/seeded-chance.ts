import { createHash } from "node:crypto";

/** Numbers in [0, 1). */
export type Chance = () => number;

/** The same numbers for the same seed, on every machine. */
export function seededChance(seed: number): Chance {
  let block = createHash("sha256").update(`${seed}`).digest();
  let at = 0;
  return () => {
    if (at + 4 > block.length) {
      block = createHash("sha256").update(block).digest();
      at = 0;
    }
    at += 4;
    return block.readUInt32LE(at - 4) / 2 ** 32;
  };
}
