import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { PackageOut } from "../app/package-out.ts";
import { fieldChecksum, strippedField } from "../exchange/package/field-text.ts";
import type { Disk } from "./disk.ts";
import { packageMark, writeExport } from "./export-file.ts";

/**
 * Writes a package of the second generation: real data in `collection.anki21`, a word to old programs in `collection.anki2`.
 * Only an earlier export gives way to it. @throws NotSaved
 *
 * @param folder for what is built first; made when it is missing
 */
export async function writePackage(
  disk: Disk,
  path: string,
  out: PackageOut,
  { folder, called }: { readonly folder: string; readonly called: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = mkdtempSync(join(folder, `package-${process.pid}-`));
  try {
    const [real, dummy, packed] = ["real", "dummy", "packed"].map((name) => join(own, name)) as [string, string, string];
    writeCollection(real, out);
    writeCollection(dummy, wordToOldPrograms(out));
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from([8, 2]), "meta");
    zip.addFile(real, "collection.anki21");
    zip.addFile(dummy, "collection.anki2");
    zip.addBuffer(Buffer.from(JSON.stringify(Object.fromEntries(out.media.map(({ name }, at) => [at, name])))), "media");
    for (const [at, { bytes }] of out.media.entries()) zip.addBuffer(Buffer.from(bytes), String(at), { compress: false });
    zip.end({ comment: packageMark, forceZip64Format: false });
    await pipeline(zip.outputStream, createWriteStream(packed, { mode: 0o600 }));
    writeExport(disk, path, readFileSync(packed), called);
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

const tables = `
  CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL,
    usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
  CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
    flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
    type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
  CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL, ivl integer NOT NULL,
    lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
  CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
  CREATE INDEX ix_notes_usn ON notes (usn); CREATE INDEX ix_cards_usn ON cards (usn); CREATE INDEX ix_revlog_usn ON revlog (usn);
  CREATE INDEX ix_cards_nid ON cards (nid); CREATE INDEX ix_cards_sched ON cards (did, queue, due); CREATE INDEX ix_revlog_cid ON revlog (cid);
  CREATE INDEX ix_notes_csum ON notes (csum);`;

function writeCollection(path: string, { createdAtSeconds, json, notes, cards, reviews }: PackageOut): void {
  const database = new DatabaseSync(path);
  try {
    // A file that nobody sees before it is whole.
    database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN");
    database.exec(tables);
    const { conf, models, decks, dconf } = json;
    const texts = [conf, models, decks, dconf].map((part) => JSON.stringify(part));
    const modifiedMs =
      1000 * Math.max(createdAtSeconds, ...[0, ...notes.slice(0, 1).map(({ modifiedSeconds }) => modifiedSeconds)]);
    database
      .prepare("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')")
      .run(createdAtSeconds, modifiedMs, modifiedMs, ...texts);
    const note = database.prepare("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')");
    for (const { id, guid, type, modifiedSeconds, tags, fields } of notes) {
      const first = strippedField(fields[0] ?? "");
      note.run(
        id,
        guid,
        type,
        modifiedSeconds,
        tags.length === 0 ? "" : ` ${tags.join(" ")} `,
        fields.join("\x1f"),
        first,
        fieldChecksum(first),
      );
    }
    const card = database.prepare("INSERT INTO cards VALUES (?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,?,?)");
    for (const one of cards) {
      const { id, deck, ord, modifiedSeconds, type, queue, due, interval, factor, reps, lapses, left, flags, data } = one;
      card.run(id, one.note, deck, ord, modifiedSeconds, type, queue, due, interval, factor, reps, lapses, left, flags, data);
    }
    const review = database.prepare("INSERT INTO revlog VALUES (?,?,-1,?,?,?,?,?,?)");
    reviews(({ id, card: of, ease, interval, intervalBefore, factor, answerMs, type: kind }) => {
      review.run(id, of, ease, interval, intervalBefore, factor, answerMs, kind);
    });
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

/** Programs from before Anki 2.1 read this one; they could not read the real data. */
function wordToOldPrograms(out: PackageOut): PackageOut {
  const [first] = out.notes;
  const words = "Please use a newer Anki to open this package.";
  return {
    ...out,
    notes: first ? [{ ...first, guid: `${first.guid}old`, tags: [], fields: [words, words] }] : [],
    cards: out.cards.slice(0, 1).map((card) => ({
      ...card,
      ord: 0,
      type: 0,
      queue: 0,
      due: 1,
      interval: 0,
      factor: 0,
      reps: 0,
      lapses: 0,
      left: 0,
      flags: 0,
      data: "",
    })),
    reviews: () => {},
    media: [],
  };
}
