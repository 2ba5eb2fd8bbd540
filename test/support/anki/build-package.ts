import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { buffer } from "node:stream/consumers";
import { zstdCompressSync } from "node:zlib";
import { ZipFile } from "yazl";
import { temporaryFolder } from "../temporary-folder.ts";

/** A collection as a test describes it; what it leaves out has usual values. */
export interface BuiltCollection {
  readonly crt?: number;
  readonly models?: unknown;
  readonly decks?: unknown;
  readonly dconf?: unknown;
  readonly conf?: unknown;
  readonly notes?: readonly { id: number; guid: string; mid?: number; flds: unknown; tags?: string; mod?: number }[];
  readonly cards?: readonly ({ id: number; nid: number } & Partial<Record<string, number | string>>)[];
  readonly revlog?: readonly {
    id: number;
    cid: number;
    ease: number;
    ivl: number;
    lastIvl?: number;
    factor?: number;
    time?: number;
    type?: number;
  }[];
  /** Run last. */
  readonly sql?: string;
}

/** As much of a note type as Anki wants. */
export function modelOf(
  id: number,
  name: string,
  fields: readonly string[],
  templates: readonly (readonly [front: string, back: string])[],
  changes: object = {},
) {
  const flds = fields.map((field, ord) => ({ name: field, ord, sticky: false, rtl: false, font: "Arial", size: 20 }));
  const tmpls = templates.map(([qfmt, afmt], ord) => ({
    name: `Card ${ord + 1}`,
    ord,
    qfmt,
    afmt,
    bqfmt: "",
    bafmt: "",
    did: null,
  }));
  return {
    id,
    name,
    type: 0,
    mod: 0,
    usn: 0,
    sortf: 0,
    did: null,
    css: "",
    latexPre: "",
    latexPost: "",
    flds,
    tmpls,
    ...changes,
  };
}

export function deckOf(id: number, name: string, changes: object = {}) {
  const today = { lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] };
  return {
    id,
    name,
    mod: 0,
    usn: 0,
    ...today,
    collapsed: false,
    browserCollapsed: false,
    desc: "",
    dyn: 0,
    conf: 1,
    extendNew: 0,
    extendRev: 0,
    ...changes,
  };
}

const presets = {
  1: {
    id: 1,
    name: "Default",
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
};

const [front, back] = ["{{FrontSide}}\n\n<hr id=answer>\n\n{{Front}}", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}"];
export const basicModel = modelOf(1, "Basic", ["Front", "Back"], [["{{Front}}", back]]);
export const reversedModel = modelOf(
  2,
  "Basic (and reversed card)",
  ["Front", "Back"],
  [
    ["{{Front}}", back],
    ["{{Back}}", front],
  ],
);
export const clozeModel = modelOf(
  3,
  "Cloze",
  ["Text", "Back Extra"],
  [["{{cloze:Text}}", "{{cloze:Text}}<br>\n{{Back Extra}}"]],
  { type: 1 },
);

const schema11 = `
  CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer, scm integer, ver integer NOT NULL, dty integer,
    usn integer, ls integer, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
  CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer, tags text,
    flds text NOT NULL, sfld integer, csum integer, flags integer, data text);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer, usn integer,
    type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer,
    lapses integer, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer, ease integer NOT NULL, ivl integer NOT NULL,
    lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
  CREATE TABLE graves (usn integer, oid integer, type integer);
  CREATE INDEX ix_cards_nid ON cards (nid); CREATE INDEX ix_revlog_cid ON revlog (cid);`;

/** The bytes of a collection of schema 11. */
export function collectionOf(built: BuiltCollection): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "recto-collection-"));
  const path = join(folder, "collection");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
  database.exec(schema11);
  const models = built.models ?? { 1: basicModel, 2: reversedModel, 3: clozeModel };
  const decks = built.decks ?? { 1: deckOf(1, "Default"), 7: deckOf(7, "A::B") };
  const json = [built.conf ?? { schedVer: 2, creationOffset: 0 }, models, decks, built.dconf ?? presets].map((part) =>
    JSON.stringify(part),
  );
  // 2026-01-01 04:00 UTC
  database.prepare("INSERT INTO col VALUES (1,?,0,0,11,0,0,0,?,?,?,?,'{}')").run(built.crt ?? 1_767_240_000, ...json);
  const note = database.prepare("INSERT INTO notes VALUES (?,?,?,?,0,?,?,'',0,0,'')");
  for (const { id, guid, mid = 1, mod = 0, tags = "", flds } of built.notes ?? [])
    note.run(id, guid, mid, mod, tags, flds as string);
  const columns = [
    "id",
    "nid",
    "did",
    "ord",
    "mod",
    "usn",
    "type",
    "queue",
    "due",
    "ivl",
    "factor",
    "reps",
    "lapses",
    "left",
    "odue",
    "odid",
    "flags",
  ];
  const card = database.prepare(`INSERT INTO cards VALUES (${columns.map(() => "?").join()},?)`);
  for (const row of built.cards ?? []) card.run(...columns.map((name) => row[name] ?? (name === "did" ? 7 : 0)), row.data ?? "");
  const review = database.prepare("INSERT INTO revlog VALUES (?,?,0,?,?,?,?,?,?)");
  for (const { id, cid, ease, ivl, lastIvl = 0, factor = 2500, time = 5000, type = 1 } of built.revlog ?? [])
    review.run(id, cid, ease, ivl, lastIvl, factor, time, type);
  if (built.sql) database.exec(built.sql);
  database.exec("COMMIT");
  database.close();
  const bytes = readFileSync(path);
  rmSync(folder, { recursive: true });
  return bytes;
}

/** A zip file with these entries, as Anki would write it. */
export async function zipped(entries: readonly (readonly [name: string, bytes: Buffer])[], compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name, { compress, mtime: new Date(0), forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}

/** A package of one of the three generations, as a file. */
export async function packageOf(
  built: BuiltCollection,
  { generation = 2, media = {} }: { generation?: 1 | 2 | 3; media?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const collection = collectionOf(built);
  const files = Object.entries(media);
  const pack = (bytes: Buffer) => (generation === 3 ? zstdCompressSync(bytes) : bytes);
  const map =
    generation === 3
      ? protobufMap(files)
      : Buffer.from(JSON.stringify(Object.fromEntries(files.map(([name], at) => [at, name]))));
  const name = generation === 1 ? "collection.anki2" : generation === 2 ? "collection.anki21" : "collection.anki21b";
  return fileWith(
    await zipped([
      ...(generation === 1 ? [] : [["meta", Buffer.from([8, generation])] as const]),
      [name, pack(collection)],
      ...(generation === 1 ? [] : [["collection.anki2", Buffer.from("a dummy that nobody reads")] as const]),
      ["media", pack(map)],
      ...files.map(([, text], at) => [String(at), pack(Buffer.from(text))] as const),
    ]),
  );
}

export function fileWith(bytes: Uint8Array, name = "deck.apkg"): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

export function protobufMap(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const field = (number: number, bytes: Buffer) => Buffer.concat([Buffer.from([number * 8 + 2, ...varint(bytes.length)]), bytes]);
  return Buffer.concat(files.map(([name]) => field(1, field(1, Buffer.from(name)))));
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
