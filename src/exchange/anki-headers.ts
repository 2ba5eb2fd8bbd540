import { readRecord } from "./csv-records.ts";

/** What the `#key:value` lines at the top of a text file for Anki say; docs/formats.md section 7. */
export interface AnkiHeaders {
  readonly delimiter?: Delimiter;
  readonly isHtml?: boolean;
  readonly tags: readonly string[];
  /** Labels of the columns. */
  readonly columns?: readonly string[];
  readonly noteType?: string;
  readonly deck?: string;
  /** Columns, 1-based, that hold no field. */
  readonly columnOf: Readonly<Partial<Record<MetaColumn, number>>>;
  readonly ifMatches: MatchPolicy;
  readonly matchScope: "noteType" | "noteTypeAndDeck";
  /** Some line is a header that Anki knows. */
  readonly isAnki: boolean;
}

export type MetaColumn = "guid" | "noteType" | "deck" | "tags";

/** What becomes of a note that is there already. */
export type MatchPolicy = "update" | "keepCurrent" | "keepBoth";

/** In the order in which Anki looks for them. */
export const delimiters = ["\t", "|", ";", ":", ",", " "] as const;

export type Delimiter = (typeof delimiters)[number];

export interface HeadedText {
  readonly headers: AnkiHeaders;
  /** What follows them, and the line it starts on. */
  readonly body: string;
  readonly firstLine: number;
}

/** Parts a file into its headers and records. Only the unbroken run of `#` lines at the top counts; `tags:` may come first. */
export function readHeaders(file: string): HeadedText {
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const found: Found = { tags: [], columnOf: {}, isAnki: false };
  let at = 0;
  let line = 1;
  const legacy = /^tags:([^\n]*)(?:\n|$)/.exec(text);
  if (legacy) {
    found.tags = wordsOf(legacy[1] ?? "");
    found.isAnki = true;
    at = legacy[0].length;
    line = 2;
  }
  while (text.charAt(at) === "#") {
    const end = text.indexOf("\n", at);
    const stop = end < 0 ? text.length : end;
    readHeader(text.slice(at + 1, stop).replace(/\r$/, ""), found);
    at = end < 0 ? text.length : end + 1;
    line += 1;
  }
  const { ifMatches = "update", matchScope = "noteType", ...rest } = found;
  return { headers: { ...rest, ifMatches, matchScope }, body: text.slice(at), firstLine: line };
}

type Found = { -readonly [Key in keyof AnkiHeaders]?: AnkiHeaders[Key] } & {
  tags: readonly string[];
  columnOf: Partial<Record<MetaColumn, number>>;
  isAnki: boolean;
};

function readHeader(header: string, found: Found): void {
  const colon = header.indexOf(":");
  if (colon < 0) return;
  const key = header.slice(0, colon).trim().toLowerCase();
  if (!Object.hasOwn(headerReaders, key)) return;
  found.isAnki = true;
  headerReaders[key]?.(header.slice(colon + 1), found);
}

/** One row a key. A value that makes no sense changes nothing. */
const headerReaders: Readonly<Record<string, (value: string, found: Found) => void>> = {
  separator: (value, found) => {
    const delimiter = delimiterOf(shortValue(value));
    if (delimiter !== undefined) found.delimiter = delimiter;
  },
  html: (value, found) => {
    const word = shortValue(value).toLowerCase();
    if (word === "true" || word === "false") found.isHtml = word === "true";
  },
  tags: (value, found) => {
    found.tags = wordsOf(value);
  },
  columns: (value, found) => {
    found.columns = readRecord(value, found.delimiter ?? "\t");
  },
  notetype: (value, found) => {
    if (value.trim() === "") return;
    found.noteType = value;
    delete found.columnOf.noteType;
  },
  deck: (value, found) => {
    if (value.trim() === "") return;
    found.deck = value;
    delete found.columnOf.deck;
  },
  "notetype column": column("noteType", (found) => delete found.noteType),
  "deck column": column("deck", (found) => delete found.deck),
  "tags column": column("tags"),
  "guid column": column("guid"),
  "if matches": (value, found) => {
    if (Object.hasOwn(policies, value)) found.ifMatches = policies[value] as MatchPolicy;
  },
  "match scope": (value, found) => {
    if (value === "notetype") found.matchScope = "noteType";
    if (value === "notetype + deck") found.matchScope = "noteTypeAndDeck";
  },
};

const policies: Readonly<Record<string, MatchPolicy>> = {
  "update current": "update",
  "keep current": "keepCurrent",
  "keep both": "keepBoth",
};

function column(name: MetaColumn, replaces: (found: Found) => void = () => undefined) {
  return (value: string, found: Found) => {
    const number = /^\d{1,9}$/.test(shortValue(value)) ? Number(shortValue(value)) : 0;
    if (number === 0) return;
    found.columnOf[name] = number;
    replaces(found);
  };
}

/** Spreadsheets append delimiters: after the first character only letters and digits count. */
function shortValue(value: string): string {
  const first = value.charAt(0);
  return first + (/^[A-Za-z0-9]*/.exec(value.slice(1))?.[0] ?? "");
}

const delimiterNames: Readonly<Record<string, Delimiter>> = {
  tab: "\t",
  pipe: "|",
  semicolon: ";",
  colon: ":",
  comma: ",",
  space: " ",
};

function delimiterOf(value: string): Delimiter | undefined {
  const name = value.toLowerCase();
  if (Object.hasOwn(delimiterNames, name)) return delimiterNames[name];
  return delimiters.find((delimiter) => delimiter === value);
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
