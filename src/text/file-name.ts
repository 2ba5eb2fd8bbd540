import { safeLine } from "./safe.ts";

/**
 * File name, without its ending, for a title that may come from a stranger: letters, digits and hyphens only, at most 40
 * code points and 120 bytes of UTF-8, free on file systems that fold case or compose accents.
 * `taken` holds the names, without ending, that lie in the folder already.
 */
export function fileNameFor(title: string, taken: Iterable<string>): string {
  const folded = new Set(Array.from(taken, fold));
  const plain = plainName(title);
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? "" : `-${count}`;
    const name = shortened(plain, suffix.length) + suffix;
    if (!folded.has(fold(name))) return name;
  }
}

/**
 * Whether a part of a path that the learner typed may become a file or folder, on every system that a home may be moved to:
 * no separators, no characters that Windows keeps for itself, nothing hidden or invisible, no device's name.
 */
export function isFileName(part: string): boolean {
  return (
    part !== "" &&
    Buffer.byteLength(part) <= mostBytes &&
    !/^[. ]|[. ]$|[\\/:*?"<>|]/.test(part) &&
    safeLine(part) === part &&
    !reserved.test(part.toLowerCase().split(".")[0] ?? "")
  );
}

const mostCodePoints = 40;
const mostBytes = 120;

/** Names that Windows gives to devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

function plainName(title: string): string {
  const name = shortened(
    withoutOuterHyphens(
      safeLine(title)
        .normalize("NFC")
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
        .normalize("NFC"),
    ),
    0,
  );
  return name === "" || reserved.test(name) ? "deck" : name;
}

function shortened(name: string, room: number): string {
  let result = "";
  let bytes = room;
  let left = mostCodePoints - room;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    left -= 1;
    if (bytes > mostBytes || left < 0) break;
    result += character;
  }
  return withoutOuterHyphens(result);
}

function withoutOuterHyphens(name: string): string {
  return name.replace(/^-/, "").replace(/-$/, "");
}

function fold(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
