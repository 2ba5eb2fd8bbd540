import type { PackageMedia } from "./package-head.ts";
import { readProtobuf, textIn } from "./protobuf.ts";

/** The media map of the older packages, JSON: the names of zip entries to file names. Undefined when it is none. */
export function mediaOfJson(text: string): readonly PackageMedia[] | undefined {
  let map: unknown;
  try {
    map = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof map !== "object" || map === null || Array.isArray(map)) return undefined;
  const entries = Object.entries(map);
  if (!entries.every(([entry, name]) => /^\d{1,9}$/.test(entry) && typeof name === "string")) return undefined;
  return entries.map(([entry, name]) => ({ entry, name: plainMediaName(name) }));
}

/** That of the newest packages: the place in the list is the entry. Undefined where a name is none, as Anki refuses it too. */
export function mediaOfProtobuf(bytes: Uint8Array): readonly PackageMedia[] | undefined {
  const media: PackageMedia[] = [];
  for (const [place, entry] of (readProtobuf(bytes).get(1) ?? []).entries()) {
    if (!(entry instanceof Uint8Array)) return undefined;
    const name = textIn(readProtobuf(entry), 1);
    if (name === "" || plainMediaName(name) !== name) return undefined;
    media.push({ entry: String(place), name });
  }
  return media;
}

/**
 * A media file's name as Anki keeps it: one plain part of a path, composed, without what file systems and Anki's own syntax keep for
 * themselves; a Windows device gets an underscore.
 */
export function plainMediaName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\0-\x1f\x7f[\]<>:"/?*^\\|]/g, "")
    .replace(/^[. ]+|[. ]+$/g, "");
  const [, stem = "", ending = ""] = /^([^.]*)(.*)$/s.exec(plain) ?? [];
  return /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i.test(stem) ? `${stem}_${ending}` : plain;
}
