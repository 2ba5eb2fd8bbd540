import { createHash } from "node:crypto";
import { plainTextOfHtml } from "../html-markdown.ts";

/** What Anki sorts and compares a field by: media by their names, no tags, entities decoded (rslib/src/text.rs). Not trimmed. */
export function strippedField(html: string): string {
  return plainTextOfHtml(
    html.replace(/<(?:img|audio|video|object|source)\b[^<>]{0,1000}?\b(?:src|data)="([^"]{0,1000})"[^<>]{0,1000}>/gi, " $1 "),
  );
}

/** The first 4 bytes of the SHA-1 of a first field's text. */
export function fieldChecksum(text: string): number {
  return createHash("sha1").update(text).digest().readUInt32BE(0);
}
