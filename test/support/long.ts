/** `npm run test:faults` runs everything, the tests of every day a part of it. */
export const isLong = process.env.RECTO_LONG === "1";

export function inLong<T>(long: T, short: T): T {
  return isLong ? long : short;
}
