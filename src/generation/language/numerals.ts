/** "1789", and with its era any year: "49 BC". */
export const yearPattern = /^(?:1[0-9]|20)\d{2}$|^\d{1,4} (?:BC|BCE|AD|CE)$/;

/** Whole numbers in words or digits up to twelve; undefined for any other word. */
export function countOf(lowerCaseWord: string): number | undefined {
  if (/^\d{1,2}$/.test(lowerCaseWord)) return Number(lowerCaseWord);
  const at = words.indexOf(lowerCaseWord);
  return at < 0 ? undefined : at + 1;
}

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
