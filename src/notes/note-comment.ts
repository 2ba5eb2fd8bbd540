import { type NoteId, type Provenance, type Section, sections } from "./note.ts";
import { isNoteId } from "./note-id.ts";

/** What a note's comment says: `<!-- ID SECTION WORD… -->`. */
export interface NoteComment {
  readonly id: NoteId;
  readonly section: Section;
  readonly both: boolean;
  readonly provenance: Provenance;
}

/** Undefined for any other comment, which is prose. A word that makes no sense is kept as it is. */
export function readNoteComment(line: string): NoteComment | undefined {
  const trimmed = line.trimEnd();
  if (!trimmed.startsWith("<!--") || !trimmed.endsWith("-->") || trimmed.length < 7) return undefined;
  const [id, ...words] = trimmed.slice(4, -3).trim().split(/\s+/);
  if (id === undefined || !isNoteId(id)) return undefined;
  const section = sections.find((name) => name === words[0]);
  return { id, section: section ?? "other", ...readWords(section ? words.slice(1) : words) };
}

export function writeNoteComment(comment: NoteComment): string {
  const { provenance } = comment;
  const words = [
    comment.id,
    comment.section,
    provenance.candidateKind !== undefined && `kind=${provenance.candidateKind}`,
    provenance.line !== undefined && `line=${provenance.line}`,
    provenance.nextOrdinal !== undefined && `next=c${provenance.nextOrdinal}`,
    comment.both && "both",
    provenance.orphan && "orphan",
    provenance.was !== undefined && `was=${provenance.was}`,
    provenance.guid !== undefined && `guid=${percentEncode(provenance.guid)}`,
    provenance.noteType !== undefined && `notetype=${percentEncode(provenance.noteType)}`,
    ...(provenance.tags ?? []).map((tag) => `#${tag}`),
    ...(provenance.otherWords ?? []),
  ];
  return `<!-- ${words.filter((word) => typeof word === "string").join(" ")} -->`;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** One row a word; a reader returns false for a value that makes no sense. */
const wordReaders: Readonly<Record<string, (value: string, into: Mutable<Provenance>) => boolean>> = {
  kind: (value, into) => setOnce(into, "candidateKind", value),
  line: (value, into) => setOnce(into, "line", value),
  next: (value, into) => /^c[1-9][0-9]{0,2}$/.test(value) && setOnce(into, "nextOrdinal", Number(value.slice(1))),
  was: (value, into) => setOnce(into, "was", value),
  guid: (value, into) => setOnce(into, "guid", percentDecode(value)),
  notetype: (value, into) => setOnce(into, "noteType", percentDecode(value)),
};

function readWords(words: readonly string[]): { both: boolean; provenance: Provenance } {
  const provenance: Mutable<Provenance> = {};
  const tags: string[] = [];
  const otherWords: string[] = [];
  let both = false;
  for (const word of words) {
    const [name, value] = splitWord(word);
    if (word === "both" && !both) both = true;
    else if (word === "orphan" && !provenance.orphan) provenance.orphan = true;
    else if (word.startsWith("#") && word.length > 1) tags.push(word.slice(1));
    else if (!(value && Object.hasOwn(wordReaders, name) && wordReaders[name]?.(value, provenance))) otherWords.push(word);
  }
  if (tags.length > 0) provenance.tags = tags;
  if (otherWords.length > 0) provenance.otherWords = otherWords;
  return { both, provenance };
}

function splitWord(word: string): [string, string] {
  const equals = word.indexOf("=");
  return equals < 0 ? [word, ""] : [word.slice(0, equals), word.slice(equals + 1)];
}

function setOnce<Key extends keyof Provenance>(
  into: Mutable<Provenance>,
  key: Key,
  value: NonNullable<Provenance[Key]> | undefined,
): boolean {
  if (value === undefined || into[key] !== undefined) return false;
  into[key] = value;
  return true;
}

/** Every character but letters and digits, so that a comment's words never split or end early. */
function percentEncode(text: string): string {
  return [...Buffer.from(text, "utf8")]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

function percentDecode(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined; // a stray percent sign: the word is kept as it stands
  }
}
