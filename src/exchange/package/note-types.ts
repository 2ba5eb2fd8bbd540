import { numberIn, readProtobuf, textIn } from "./protobuf.ts";

/** What a note's fields are called and how its cards are made of them. */
export interface AnkiNoteType {
  readonly name: string;
  readonly isCloze: boolean;
  /** Anki's own image occlusion: its clozes are shapes on a picture. */
  readonly isOcclusion: boolean;
  readonly fields: readonly string[];
  /** By ordinal; a cloze type has one. */
  readonly templates: readonly AnkiTemplate[];
}

export interface AnkiTemplate {
  readonly front: string;
  readonly back: string;
}

const occlusionKind = 6;

/** Note types as schema 11 has them, JSON in `col.models`; those that are not what they should be are left out. */
export function noteTypesOfJson(models: unknown): ReadonlyMap<number, AnkiNoteType> {
  const types = new Map<number, AnkiNoteType>();
  for (const [key, model] of entriesOf(models)) {
    const fields = listOf(model.flds).map((field) => textOf(field.name));
    const templates = inOrder(listOf(model.tmpls)).map(({ qfmt, afmt }) => ({ front: textOf(qfmt), back: textOf(afmt) }));
    types.set(Number(key), {
      name: textOf(model.name),
      isCloze: model.type === 1,
      isOcclusion: model.originalStockKind === occlusionKind,
      fields,
      templates,
    });
  }
  return types;
}

export interface NoteTypeRow {
  readonly id: number;
  readonly name: string;
  readonly config: Uint8Array;
}

/** Note types as schema 18 has them: a row each, and rows for their fields and templates, in order. */
export function noteTypesOfRows(
  types: readonly NoteTypeRow[],
  fields: readonly { readonly ntid: number; readonly name: string }[],
  templates: readonly { readonly ntid: number; readonly config: Uint8Array }[],
): ReadonlyMap<number, AnkiNoteType> {
  const fieldsOf = Map.groupBy(fields, ({ ntid }) => ntid);
  const templatesOf = Map.groupBy(templates, ({ ntid }) => ntid);
  return new Map(
    types.map(({ id, name, config }) => {
      const settings = readProtobuf(config);
      const own = (templatesOf.get(id) ?? []).map((row) => readProtobuf(row.config));
      const type: AnkiNoteType = {
        name,
        isCloze: numberIn(settings, 1) === 1,
        isOcclusion: numberIn(settings, 9) === occlusionKind,
        fields: (fieldsOf.get(id) ?? []).map((field) => field.name),
        templates: own.map((template) => ({ front: textIn(template, 1), back: textIn(template, 2) })),
      };
      return [id, type];
    }),
  );
}

type Json = Readonly<Record<string, unknown>>;

/** The own entries of a JSON object that are objects themselves. */
export function entriesOf(value: unknown): readonly (readonly [string, Json])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(([, entry]) => typeof entry === "object" && entry !== null && !Array.isArray(entry));
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "object" && entry !== null) : [];
}

function inOrder(list: readonly Json[]): readonly Json[] {
  return list.toSorted((a, b) => Number(a.ord ?? 0) - Number(b.ord ?? 0));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
