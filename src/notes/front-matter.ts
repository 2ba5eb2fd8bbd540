import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";

/** What a deck says about itself; docs/formats.md section 2. */
export interface FrontMatter {
  readonly title?: string;
  /** `path` or `path#title` of the one document it was generated from. */
  readonly source?: string;
  readonly author?: string;
  readonly topic?: string;
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly desiredRetention?: number;
  readonly newPerDay?: number;
  readonly reviewsPerDay?: number;
}

export interface FrontMatterFlaw {
  readonly message: string;
  readonly remedy: string;
}

/**
 * Reads YAML in the failsafe schema: only that keeps `no` and `1.10` as text. Unknown keys are left alone; a wrong value is
 * a flaw and counts as missing.
 */
export function readFrontMatter(yaml: string): { readonly values: FrontMatter; readonly flaws: readonly FrontMatterFlaw[] } {
  if (yaml.length > longestYaml) return flawed("The front matter is longer than 64 KiB.", "Shorten it; it was not read.");
  const simple = readSimpleLines(yaml);
  if (simple) return readKeys(simple);
  const document = parseDocument(yaml, { schema: "failsafe" });
  const trouble = document.errors[0] ?? document.warnings[0];
  if (trouble) return flawed(`The front matter is not sound YAML: ${firstLine(trouble.message)}.`, "Mend it; it was not read.");
  if (document.contents === null) return { values: {}, flaws: [] };
  if (!isMap(document.contents)) return flawed("The front matter is not a list of `key: value`.", "Mend it; it was not read.");
  return readKeys(pairsOf(document.contents));
}

/** `---`, the values, `---`: for a new deck. Text that another program would take for a number is quoted. */
export function writeFrontMatter(values: FrontMatter): string {
  const document = parseDocument("");
  for (const [key, value] of Object.entries(values)) {
    document.set(key, Array.isArray(value) ? document.createNode(value, { flow: true }) : value);
  }
  const isEmpty = Object.keys(values).length === 0;
  return `---\n${isEmpty ? "" : document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n`;
}

const longestYaml = 64 * 1024;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Reader = (value: unknown, into: Mutable<FrontMatter>) => string | undefined;

const text =
  (key: "title" | "source" | "author" | "topic" | "language"): Reader =>
  (value, into) => {
    if (typeof value !== "string") return "one line of text";
    if (value.trim() !== "") into[key] = value.trim();
    return undefined;
  };

const number =
  (key: "desiredRetention" | "newPerDay" | "reviewsPerDay", least: number, most: number, isWhole: boolean): Reader =>
  (value, into) => {
    const read = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
    if (!(read >= least && read <= most) || (isWhole && !Number.isInteger(read))) return `a number from ${least} to ${most}`;
    into[key] = read;
    return undefined;
  };

const tags: Reader = (value, into) => {
  const words = typeof value === "string" ? value.split(/[\s,]+/) : value;
  if (!Array.isArray(words) || !words.every((word) => typeof word === "string")) return "a list of words: [one, two]";
  into.tags = words.filter((word) => word !== "");
  return undefined;
};

const readers: Readonly<Record<string, Reader>> = {
  title: text("title"),
  source: text("source"),
  author: text("author"),
  topic: text("topic"),
  language: text("language"),
  tags,
  desiredRetention: number("desiredRetention", 0.7, 0.99, false),
  newPerDay: number("newPerDay", 0, 9999, true),
  reviewsPerDay: number("reviewsPerDay", 0, 9999, true),
};

type Pair = readonly [key: string, value: unknown];

function readKeys(pairs: readonly Pair[]): { values: FrontMatter; flaws: FrontMatterFlaw[] } {
  const values: Mutable<FrontMatter> = {};
  const flaws: FrontMatterFlaw[] = [];
  for (const [name, value] of pairs) {
    if (!Object.hasOwn(readers, name)) continue;
    const expected = readers[name]?.(value, values);
    if (expected) flaws.push({ message: `\`${name}\` is not ${expected}.`, remedy: "Mend it; until then it counts as missing." });
  }
  return { values, flaws };
}

/**
 * What recto itself writes, `key: plain words` and `key: [a, b]`, without the YAML library, whose start takes a third as long as
 * an empty program. Undefined for anything else; a test holds both readings equal.
 */
function readSimpleLines(yaml: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  const keys = new Set<string>();
  for (const line of yaml.split("\n")) {
    const [, key, value] = /^([A-Za-z]\w*): (\S.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || keys.has(key)) return undefined;
    const read = simpleList(value) ?? simpleScalar(value);
    if (read === undefined) return undefined;
    keys.add(key);
    pairs.push([key, read]);
  }
  return pairs;
}

function simpleScalar(value: string): string | undefined {
  return /^[^\s[\]{}&*!|>'"%@`,?:#~-][^:#\t]*$/.test(value) ? value.trimEnd() : undefined;
}

function simpleList(value: string): readonly string[] | undefined {
  if (!value.startsWith("[") || !value.endsWith("]")) return undefined;
  const words = value.slice(1, -1).split(", ");
  return words.every((word) => /^[^\s[\]{}&*!|>'"%@`,?:#~-][^\s[\]{},:#'"]*$/.test(word)) ? words : undefined;
}

function pairsOf(map: YAMLMap): readonly Pair[] {
  return map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", plain(value)]);
}

/** A scalar as text, a flat list as an array; anything deeper is nothing recto knows. */
function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value === null ? "" : String(node.value);
  const items = (node as { items?: unknown })?.items;
  return Array.isArray(items) ? items.map((item) => (isScalar(item) ? String(item.value) : item)) : node;
}

function flawed(message: string, remedy: string) {
  return { values: {}, flaws: [{ message, remedy }] };
}

function firstLine(message: string): string {
  return (message.split("\n", 1)[0] ?? "").replace(/:?$/, "");
}
