import { Document, isMap, isScalar, parseDocument, type YAMLMap } from "yaml";

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
  const document = parseDocument(yaml, { schema: "failsafe" });
  const trouble = document.errors[0] ?? document.warnings[0];
  if (trouble) return flawed(`The front matter is not sound YAML: ${firstLine(trouble.message)}.`, "Mend it; it was not read.");
  if (document.contents === null) return { values: {}, flaws: [] };
  if (!isMap(document.contents)) return flawed("The front matter is not a list of `key: value`.", "Mend it; it was not read.");
  return readKeys(document.contents);
}

/** `---`, the values, `---`: for a new deck. Text that another program would take for a number is quoted. */
export function writeFrontMatter(values: FrontMatter): string {
  if (Object.keys(values).length === 0) return "---\n---\n";
  const document = new Document(values);
  if (values.tags) document.set("tags", document.createNode(values.tags, { flow: true }));
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n`;
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

function readKeys(map: YAMLMap): { values: FrontMatter; flaws: FrontMatterFlaw[] } {
  const values: Mutable<FrontMatter> = {};
  const flaws: FrontMatterFlaw[] = [];
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (!Object.hasOwn(readers, name)) continue;
    const expected = readers[name]?.(plain(value), values);
    if (expected) flaws.push({ message: `\`${name}\` is not ${expected}.`, remedy: "Mend it; until then it counts as missing." });
  }
  return { values, flaws };
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
