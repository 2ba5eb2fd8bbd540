import type { DatabaseSync } from "node:sqlite";
import { decksOfJson, decksOfRows, weightsOfJson, weightsOfRows } from "../exchange/package/decks-and-presets.ts";
import { noteTypesOfJson, noteTypesOfRows } from "../exchange/package/note-types.ts";
import type { PackageCard, PackageHead, PackageNote, ReviewRows } from "../exchange/package/package-head.ts";
import { reviewColumns } from "../exchange/package/package-head.ts";
import { damaged } from "./anki-zip.ts";

type Row = Readonly<Record<string, unknown>>;

/** Bytes of one column of one row. */
const longestText = 1024 * 1024;
/** UTF-16 units; Anki's own have ten. A line of the log holds the GUID. */
const longestGuid = 500;
/** JSON of all note types: more than any honest collection has. */
const longestJson = 32 * 1024 * 1024;

/** What the collection says of itself. */
export function headOf(database: DatabaseSync, schema: 11 | 18): Omit<PackageHead, "media"> {
  const text = (name: string) =>
    `CASE WHEN typeof(${name})='text' AND length(${name})<=${longestJson} THEN ${name} END AS ${name}`;
  const [col] = database
    .prepare(`SELECT ${number("crt")}, ${["conf", "models", "decks", "dconf"].map(text).join()} FROM col`)
    .all();
  if (!col) throw damaged();
  const count = (table: string) => Number(database.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0);
  const minutesWest = schema === 11 ? numberOf(recordOf(col.conf)?.creationOffset) : configNumber(database, "creationOffset");
  return {
    calendar: { createdAtSeconds: numberOf(col.crt) ?? 0, ...(minutesWest !== undefined && { minutesWest }) },
    counts: { notes: count("notes"), cards: count("cards"), reviews: count("revlog") },
    ...(schema === 11
      ? {
          noteTypes: noteTypesOfJson(jsonOf(col.models)),
          decks: decksOfJson(jsonOf(col.decks)),
          weights: weightsOfJson(jsonOf(col.dconf)),
        }
      : schema18(database)),
  };
}

function schema18(database: DatabaseSync): Pick<PackageHead, "noteTypes" | "decks" | "weights"> {
  const all = <T>(sql: string) => database.prepare(sql).all() as unknown as T[];
  const [name, config, kind] = [short("name", "text"), short("config", "blob"), short("kind", "blob")];
  return {
    noteTypes: noteTypesOfRows(
      all(`SELECT ${number("id")}, ${name}, ${config} FROM notetypes NOT INDEXED`),
      all(`SELECT ${number("ntid")}, ${name} FROM fields ORDER BY ntid, ord`),
      all(`SELECT ${number("ntid")}, ${config} FROM templates ORDER BY ntid, ord`),
    ),
    decks: decksOfRows(all(`SELECT ${number("id")}, ${name}, ${kind} FROM decks NOT INDEXED`)),
    weights: weightsOfRows(all(`SELECT ${number("id")}, ${config} FROM deck_config NOT INDEXED`)),
  };
}

function configNumber(database: DatabaseSync, key: string): number | undefined {
  const row = database.prepare(`SELECT ${short("val", "blob")} FROM config WHERE KEY = ?`).get(key);
  return row?.val instanceof Uint8Array ? numberOf(jsonOf(Buffer.from(row.val).toString())) : undefined;
}

/** Notes by id, each with its cards. */
export function* notesOf(database: DatabaseSync): Generator<PackageNote> {
  const cards = cardsByNote(database);
  const text = (name: string) =>
    `CASE WHEN typeof(${name})='text' AND length(CAST(${name} AS BLOB))<=${longestText} THEN ${name} END AS ${name}`;
  const notes = database.prepare(
    `SELECT ${number("id")}, ${number("mid")}, ${["guid", "tags", "flds"].map(text).join()} FROM notes ORDER BY notes.id`,
  );
  for (const row of notes.iterate()) yield noteOf(row, cards(Number(row.id)));
}

function noteOf(row: Row, cards: readonly PackageCard[]): PackageNote {
  const { id, mid, guid, tags, flds } = row;
  const bad = [
    [numberOf(mid), "its note type"],
    [typeof guid === "string" && guid.length <= longestGuid ? guid : undefined, "its GUID"],
    [flds, "its fields"],
  ].find(([value]) => value === undefined || value === null)?.[1];
  if (bad !== undefined) return { row: Number(id), fault: `${bad} cannot be read` };
  return {
    guid: String(guid),
    noteType: Number(mid),
    fields: String(flds).split("\x1f"),
    tags: String(tags ?? "")
      .split(/[\s\u3000]+/)
      .filter((tag) => tag !== ""),
    cards,
  };
}

/** Both in order of the note's id, so each is read once. */
function cardsByNote(database: DatabaseSync): (note: number) => readonly PackageCard[] {
  const names = ["id", "nid", "ord", "did", "odid", "type", "queue", "due", "odue", "ivl", "factor", "left", "flags"];
  const rows = database
    .prepare(`SELECT ${names.map(number).join()}, ${short("data", "text")} FROM cards ORDER BY cards.nid, cards.ord, cards.id`)
    .iterate();
  let next = rows.next();
  return (note) => {
    const cards: PackageCard[] = [];
    while (!next.done && Number(next.value.nid) <= note) {
      const row = next.value as Row;
      if (row.nid === note && names.every((name) => row[name] !== null)) cards.push(cardOf(row));
      next = rows.next();
    }
    return cards;
  };
}

function cardOf(row: Row): PackageCard {
  const value = (name: string) => Number(row[name]);
  const isFiltered = value("odid") !== 0;
  const { s, d } = recordOf(row.data) ?? {};
  const [stabilityDays, difficulty] = [numberOf(s), numberOf(d)];
  return {
    id: value("id"),
    ord: value("ord"),
    deck: isFiltered ? value("odid") : value("did"),
    type: value("type"),
    queue: value("queue"),
    due: isFiltered && value("odue") !== 0 ? value("odue") : value("due"),
    interval: value("ivl"),
    factor: value("factor"),
    left: value("left") % 1000,
    flag: value("flags") & 7,
    ...(stabilityDays !== undefined && difficulty !== undefined && { memory: { stabilityDays, difficulty } }),
  };
}

/** Answers by card, then time, in lots. Rows that are not all numbers are left out. */
export function* reviewsOf(database: DatabaseSync, lot: number): Generator<ReviewRows> {
  const width = reviewColumns.length;
  let rows = new Float64Array(lot * width);
  let filled = 0;
  const found = database.prepare(`SELECT ${reviewColumns.map(number).join()} FROM revlog ORDER BY revlog.cid, revlog.id`);
  for (const row of found.iterate()) {
    let isWhole = true;
    for (const [place, name] of reviewColumns.entries()) {
      const value = row[name];
      if (typeof value !== "number") isWhole = false;
      else rows[filled + place] = value;
    }
    if (isWhole) filled += width;
    if (filled < rows.length) continue;
    yield rows;
    rows = new Float64Array(lot * width);
    filled = 0;
  }
  if (filled > 0) yield rows.slice(0, filled);
}

/** NULL instead of what is no whole number, or a larger one than a number holds. */
function number(name: string): string {
  return `CASE WHEN typeof(${name})='integer' AND ${name} BETWEEN -9007199254740991 AND 9007199254740991 THEN ${name} END AS ${name}`;
}

/** An empty value instead of what is of another type or long. */
function short(name: string, type: "text" | "blob"): string {
  const empty = type === "text" ? "''" : "x''";
  return `CASE WHEN typeof(${name})='${type}' AND length(${name})<=${longestText} THEN ${name} ELSE ${empty} END AS ${name}`;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function recordOf(text: unknown): Row | undefined {
  const value = jsonOf(text);
  return typeof value === "object" && value !== null ? (value as Row) : undefined;
}

function jsonOf(text: unknown): unknown {
  try {
    return typeof text === "string" && text !== "" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
