import type { AnkiHeaders, MetaColumn } from "./anki-headers.ts";

/** Which columns of a file hold what, 1-based. */
export interface FieldColumns {
  /** In the order of the note type's fields; undefined for one that the file has not got. */
  readonly fields: readonly (number | undefined)[];
  readonly tags?: number;
}

/**
 * Where a record's fields stand, as Anki finds them: by position among the columns that hold nothing else, or by labels that name
 * fields. Without a column for tags the first one behind the fields is taken for one, where the whole file has one note type.
 *
 * @param width cells of the first record
 * @param fieldCount of the file's note type; undefined where recto does not know it: then every column is a field
 */
export function columnsOfFields(
  { columns: labels, columnOf }: Pick<AnkiHeaders, "columns" | "columnOf">,
  width: number,
  fieldCount: number | undefined,
): FieldColumns {
  const meta = new Set(Object.values(columnOf));
  const count = Math.max(labels?.length ?? width, 1);
  const free = Array.from({ length: count }, (_, index) => index + 1).filter((column) => !meta.has(column));
  const given = columnOf.tags !== undefined && { tags: columnOf.tags };
  if (columnOf.noteType !== undefined) return { fields: free, ...given };
  const fields = (labels && columnsNamed(labels, free)) ?? free.slice(0, fieldCount);
  const last = Math.max(0, ...fields.filter((column) => column !== undefined));
  const next = free.find((column) => column > last);
  return { fields, ...(columnOf.tags === undefined && next !== undefined && { tags: next }), ...given };
}

/**
 * The headers of a file without any, whose first record is titles of its columns, as spreadsheets have them: all of them known words.
 * Anki would make a note of it. Undefined for any other record.
 */
export function withTitles(headers: AnkiHeaders, cells: readonly string[]): AnkiHeaders | undefined {
  const titles = cells.map((cell) => cell.trim().toLowerCase());
  const isField = (title: string) => fieldNames.some((names) => names.includes(title));
  const isTitle = (title: string) => isField(title) || Object.hasOwn(metaTitles, title);
  if (headers.isAnki || titles.filter(isField).length < 2 || !titles.every(isTitle)) return undefined;
  const found = titles.flatMap((title, index) => (Object.hasOwn(metaTitles, title) ? [[metaTitles[title], index + 1]] : []));
  return { ...headers, columns: cells, columnOf: { ...Object.fromEntries(found), ...headers.columnOf } };
}

const metaTitles: Readonly<Record<string, MetaColumn>> = { guid: "guid", deck: "deck", tags: "tags" };

/** Undefined when no label is a field's name: then the columns go by position. */
function columnsNamed(labels: readonly string[], free: readonly number[]): readonly (number | undefined)[] | undefined {
  const found = fieldNames.map((names) => {
    const index = labels.findLastIndex((label) => names.includes(label.trim().toLowerCase()));
    return index < 0 ? undefined : index + 1;
  });
  if (found.every((column) => column === undefined)) return undefined;
  const [first, ...others] = found;
  return [first ?? free.find((column) => !others.includes(column)), ...others];
}

/** Of Anki's own note types, in English, and what people write over columns. */
const fieldNames: readonly (readonly string[])[] = [
  ["front", "text", "question"],
  ["back", "back extra", "answer"],
  ["add reverse"],
];
