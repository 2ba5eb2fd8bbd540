/** "1789", and with its era any year: "49 BC", "AD 65". */
export const yearPattern = /^(?:1[0-9]|20)\d{2}$|^\d{1,4} (?:BC|BCE|AD|CE)$|^AD \d{1,4}$/;

/** "49 BC", "AD 65": a year wherever it stands. */
export const eraPattern = /^\d{1,4} (?:BC|BCE|AD|CE)$|^AD \d{1,4}$/;

export function isYearLike(token: { readonly text: string } | undefined): boolean {
  return token !== undefined && yearPattern.test(token.text);
}

/** The whole number that a word in words or digits stands for: "twelve", "thirty", "1,250"; undefined for any other word. */
export function numberOf(lowerCaseWord: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/.test(lowerCaseWord)) return Number(lowerCaseWord.replaceAll(",", ""));
  const tens = tensWords.indexOf(lowerCaseWord);
  if (tens >= 0) return (tens + 2) * 10;
  const teens = teensWords.indexOf(lowerCaseWord);
  return teens >= 0 ? teens + 13 : countOf(lowerCaseWord);
}

const teensWords = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];

const tensWords = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/** Whole numbers in words or digits up to twelve; undefined for any other word. */
export function countOf(lowerCaseWord: string): number | undefined {
  if (/^\d{1,2}$/.test(lowerCaseWord)) return Number(lowerCaseWord);
  const at = words.indexOf(lowerCaseWord);
  return at < 0 ? undefined : at + 1;
}

const words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
