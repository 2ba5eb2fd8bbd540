import { DatabaseSync } from "node:sqlite";
import { damaged, PackageRefused } from "./anki-zip.ts";

const tables = ["col", "notes", "cards", "revlog"] as const;

/**
 * Opens a stranger's collection, a private copy of it, to be read and nothing else. @throws PackageRefused
 *
 * @returns the database and its schema: 11, or 18 for Anki's newest packages
 */
export function openCollection(path: string): { readonly database: DatabaseSync; readonly schema: 11 | 18 } {
  return orDamaged(() => {
    let database = openedToRead(path);
    try {
      requirePlainTables(database);
      const schema = schemaOf(database);
      if (schema === 18) {
        database.close();
        nameKnownCollation(path);
        database = openedToRead(path);
        requirePlainTables(database);
      }
      requireSound(database);
      return { database, schema };
    } catch (error) {
      if (database.isOpen) database.close();
      throw error;
    }
  });
}

/** What SQLite says of a file is that it is damaged. */
export function orDamaged<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof PackageRefused) throw error;
    if (error instanceof Error && "code" in error && error.code === "ERR_SQLITE_ERROR") throw damaged();
    throw error;
  }
}

function openedToRead(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, allowExtension: false });
  database.exec("PRAGMA trusted_schema=OFF; PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0");
  return database;
}

/** A trigger, a view in a table's place or a computed column would run a stranger's code. */
function requirePlainTables(database: DatabaseSync): void {
  const schema = database.prepare("SELECT type, name, sql FROM sqlite_schema").all();
  const isPlain = ({ type, sql }: (typeof schema)[number]) =>
    type === "index" || (type === "table" && !/^\s*create\s+virtual/i.test(String(sql)));
  if (!schema.every(isPlain)) throw notPlain();
  for (const name of tables) {
    if (!schema.some((entry) => entry.type === "table" && entry.name === name)) throw damaged();
    if (
      database
        .prepare(`PRAGMA table_xinfo(${name})`)
        .all()
        .some(({ hidden }) => hidden !== 0)
    )
      throw notPlain();
  }
}

function notPlain(): PackageRefused {
  return new PackageRefused(
    "Its collection holds triggers, views or computed columns, as Anki never writes them.",
    "Do not trust it.",
  );
}

function schemaOf(database: DatabaseSync): 11 | 18 {
  const [row] = database.prepare("SELECT ver FROM col LIMIT 1").all();
  if (row?.ver === 11 || row?.ver === 18) return row.ver;
  throw new PackageRefused(
    `Its collection has the form ${Number(row?.ver) || "?"}, which recto does not know.`,
    "In Anki export it with “Support older Anki versions”.",
  );
}

/**
 * Tables of schema 18 are ordered by a collation of Anki's own, without which SQLite does not read some of them. In the private
 * copy one that every SQLite has takes its name; nothing is asked in that order.
 */
function nameKnownCollation(path: string): void {
  const database = new DatabaseSync(path, { allowExtension: false });
  try {
    database.enableDefensive?.(false);
    database.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_mode=MEMORY; PRAGMA writable_schema=ON");
    database.exec("UPDATE sqlite_schema SET sql = replace(sql, 'COLLATE unicase', 'COLLATE nocase')");
  } finally {
    database.close();
  }
}

/** A table at a time: the check of a whole file of schema 18 stumbles over Anki's collation. */
function requireSound(database: DatabaseSync): void {
  for (const name of tables) {
    const [row] = database.prepare(`PRAGMA quick_check(${name})`).all();
    if (row?.quick_check !== "ok") throw damaged();
  }
}
