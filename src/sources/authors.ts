/** Names in "A, B, and C" or "A & B"; commas, "and" and "&" part them. */
export function authorsIn(list: string): string[] {
  return list
    .replaceAll(" & ", ",")
    .replaceAll(" and ", ",")
    .replaceAll(";", ",")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "and" && name.length <= 100);
}

export interface Byline {
  readonly title: string;
  readonly authors: readonly string[];
}

/**
 * "TITLE by A, B, and C, discussing …" as title and authors; undefined for any other sentence. The names must be
 * followed by the sentence's end or a comma, and the first must have two words: "is shaped by Sleep" names nobody.
 */
export function bylineIn(sentence: string): Byline | undefined {
  if (sentence.length > 600) return undefined;
  for (let at = sentence.indexOf(" by "); at !== -1; at = sentence.indexOf(" by ", at + 1)) {
    const title = titleBefore(sentence.slice(0, at));
    const authors = namesAtStart(sentence.slice(at + 4));
    if (title !== undefined && authors.length > 0) return { title, authors };
  }
  return undefined;
}

const noTitle =
  /^(?:(?:this|that|these|in|it|he|she|they)\s|(?:the|an?) (?:\S+ )?(?:article|paper|video|talk|essay|book|survey|conversation|discussion|text|author|speaker|podcast|interview)\b)/i;

function titleBefore(text: string): string | undefined {
  const plain = text.trim().replace(/,? (?:written|presented)$/, "");
  const title = /^["“«].+["”»]$/.test(plain) ? plain.slice(1, -1) : plain;
  const words = title.split(" ");
  if (title === "" || words.length > 25 || noTitle.test(title) || !/^[\p{Lu}\p{N}]/u.test(title)) return undefined;
  return /^\p{Ll}\S*ed$/u.test(words.at(-1) ?? "") ? undefined : title;
}

const particles = new Set("de del della der den di da dos du la le van von zu ten ter al el bin ibn y e".split(" "));

/** Names in a row at the start, when the list ends with its sentence or before a comma or "discussing". */
function namesAtStart(text: string): string[] {
  const names: string[] = [];
  let name: string[] = [];
  const take = () => {
    if (name.length > 0) names.push(name.join(" "));
    name = [];
  };
  for (const word of text.split(" ")) {
    const bare = word.replace(/[,;.:]$/, (mark) => (mark === "." && word.length === 2 ? mark : ""));
    const isName = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(bare) || (name.length > 0 && particles.has(bare));
    if (isName && name.length < 6) {
      name.push(bare);
      if (bare !== word) take();
      if (/[;.:]$/.test(word) && bare !== word) return complete(names);
    } else if (word === "and" || word === "&") take();
    else {
      const endedByComma = name.length === 0;
      take();
      return endedByComma || /^(?:on|about|in|from|discussing|exploring|explaining|\()/.test(word) ? complete(names) : [];
    }
  }
  take();
  return complete(names);
}

function complete(names: string[]): string[] {
  return (names[0] ?? "").includes(" ") ? names : [];
}
