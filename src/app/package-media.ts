import { createHash } from "node:crypto";
import { mediaFolder, mediaNamesIn, withMediaNames } from "../exchange/package/media-in.ts";
import type { PackageMedia, PackageNote } from "../exchange/package/package-head.ts";
import type { Problem } from "../notes/problem.ts";
import { isFileName } from "../text/file-name.ts";
import type { ImportPlan } from "./import.ts";
import type { AnkiPackage } from "./package-port.ts";
import type { MediaStore } from "./ports.ts";

/** Media files on their way beside the decks: only those that a new note names. */
export class PackageMediaIn {
  readonly missing: Problem[] = [];
  readonly #package: AnkiPackage;
  readonly #store: MediaStore;
  readonly #entries: ReadonlyMap<string, PackageMedia>;
  /** Names here by names in Anki; undefined for a file that is not there. */
  readonly #names = new Map<string, string | undefined>();
  /** Entries to copy, by their names here. */
  readonly #toCopy = new Map<string, string>();

  constructor(source: AnkiPackage, store: MediaStore) {
    this.#package = source;
    this.#store = store;
    this.#entries = new Map(source.head.media.map((media) => [media.name, media]));
  }

  /** The note with its media called as they will be here. */
  async renamed(note: Extract<PackageNote, { guid: string }>): Promise<typeof note> {
    if (!note.fields.some((field) => field.includes("<") || field.includes("[sound:"))) return note;
    for (const name of note.fields.flatMap(mediaNamesIn)) await this.#meet(name);
    return { ...note, fields: note.fields.map((field) => withMediaNames(field, (name) => this.#names.get(name) ?? name)) };
  }

  /** Copies what the changed decks name and is not there yet. @throws NotSaved */
  async copy(plan: ImportPlan): Promise<void> {
    for (const [name, entry] of this.wanted(plan)) {
      const bytes = await this.#package.media(entry);
      if (bytes instanceof Uint8Array) this.#store.add(name, bytes);
      else this.missing.push({ ...bytes, message: `${name}: ${bytes.message}` });
    }
  }

  /** Entries to copy, by their names here: those that a new or changed note names. */
  wanted({ report, decks }: ImportPlan): ReadonlyMap<string, string> {
    if (this.#toCopy.size === 0) return none;
    const named = new Set(report.pictures);
    for (const { text } of decks)
      for (const [, name] of text.matchAll(/\[sound:([^\]\n]{1,500})\]/g)) named.add(`${mediaFolder}/${name}`);
    return new Map([...this.#toCopy].filter(([name]) => named.has(`${mediaFolder}/${name}`)));
  }

  async #meet(name: string): Promise<void> {
    if (this.#names.has(name)) return;
    const media = this.#entries.get(name);
    if (!media) {
      this.#names.set(name, undefined);
      return;
    }
    const wanted = isFileName(name) ? name : `${sha1(Buffer.from(name)).slice(0, 16)}${endingOf(name)}`;
    this.#names.set(name, await this.#nameFor(wanted, media.entry));
  }

  /** A file of that name with other bytes stays as it is: the new one gets its check sum into its name, as in Anki. */
  async #nameFor(wanted: string, entry: string): Promise<string> {
    const taken = this.#store.read(wanted);
    if (taken === undefined && !this.#toCopy.has(wanted)) {
      this.#toCopy.set(wanted, entry);
      return wanted;
    }
    const bytes = await this.#package.media(entry);
    if (!(bytes instanceof Uint8Array) || (taken && Buffer.from(taken).equals(bytes))) return wanted;
    const ending = endingOf(wanted);
    const name = `${wanted.slice(0, wanted.length - ending.length).slice(0, 60)}-${sha1(bytes)}${ending}`;
    if (this.#store.read(name) === undefined) this.#toCopy.set(name, entry);
    return name;
  }
}

const none: ReadonlyMap<string, string> = new Map();

function endingOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? "";
}

function sha1(bytes: Uint8Array): string {
  return createHash("sha1").update(bytes).digest("hex");
}
