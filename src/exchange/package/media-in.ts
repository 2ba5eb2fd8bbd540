/** Names of media files in a field, as Anki wrote them: pictures, sounds, films. */
export function mediaNamesIn(html: string): readonly string[] {
  return [...html.matchAll(reference)].map((found) => decoded(found[2] ?? found[3] ?? found[4] ?? found[5] ?? ""));
}

/** The field with other names for its media; pictures lie where decks look for them. */
export function withMediaNames(html: string, nameOf: (name: string) => string): string {
  return html.replace(reference, (whole, start: string | undefined, a?: string, b?: string, c?: string, sound?: string) => {
    if (sound !== undefined) return `[sound:${nameOf(sound)}]`;
    const name = decoded(a ?? b ?? c ?? "");
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(name)) return whole;
    return `${start}"${mediaFolder}/${escaped(nameOf(name))}"`;
  });
}

/** Where decks name their media, `decks/media`. */
export const mediaFolder = "media";

/** `src` or `data` of a tag, with any quotes or none, and Anki's own sound. Bounded, so that a long field costs no more than its length. */
const reference =
  /(<(?:img|audio|video|source|object)\b[^<>]{0,1000}?\s(?:src|data)\s{0,9}=\s{0,9})(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})'|([^\s"'<>]{1,1000}))|\[sound:([^\]]{1,500})\]/gi;

/** Anki writes names with spaces and the like as URLs do. */
function decoded(name: string): string {
  const text = name
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function escaped(name: string): string {
  return name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
