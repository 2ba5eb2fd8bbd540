import { type GeneratedNote, generate } from "../generation/generate.ts";
import { deletionsOf } from "../notes/cloze-text.ts";
import type { Deck, DeckName } from "../notes/deck.ts";
import type { Draft, Note } from "../notes/note.ts";
import { decodeDocument } from "../sources/decode.ts";
import { readDocument } from "../sources/read-document.ts";
import type { Source, SourceItem } from "../sources/source.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { partOf } from "./deck-of-source.ts";
import type { Stores } from "./ports.ts";
import type { NoteOrigin, NoteOrigins } from "./triage-list.ts";

/**
 * Where generated notes come from and what the generator thinks of them now: scores are not stored, so the deck's source is read
 * and judged again, each once and only when one of its notes is asked for. Loads the tagger.
 */
export function noteOrigins(readSource: Stores["readSource"]): NoteOrigins {
  const known = new Map<DeckName, DeckOrigins>();
  return (deck, note) => {
    const origins = known.get(deck.name) ?? originsIn(deck, readSource);
    known.set(deck.name, origins);
    return originOf(note, origins);
  };
}

/** What one deck's source says, by fingerprint of the line. */
interface DeckOrigins {
  readonly file: string;
  readonly items: ReadonlyMap<string, SourceItem>;
  readonly made: ReadonlyMap<string, readonly GeneratedNote[]>;
}

function originsIn(deck: Deck, readSource: Stores["readSource"]): DeckOrigins {
  const found = sourceOf(deck.frontMatter.source ?? "", readSource);
  if (!found) return { file: "", items: new Map(), made: new Map() };
  const { file, source } = found;
  const items = new Map(source.items.map((item) => [fingerprintOf(item.text), item]));
  const language = source.language ?? deck.frontMatter.language;
  const made = Map.groupBy(
    generate(source, language === undefined ? {} : { language }).notes,
    ({ draft }) => draft.provenance.line ?? "",
  );
  return { file, items, made };
}

/** `path` or `path#title`, and either may hold a `#` of its own. */
function sourceOf(named: string, readSource: Stores["readSource"]): { file: string; source: Source } | undefined {
  for (const [file, part] of readings(named)) {
    const bytes = readSource(file);
    const decoded = bytes && decodeDocument(bytes);
    if (!decoded || "problem" in decoded) continue;
    const { sources } = readDocument(file, decoded.text);
    const source =
      part === undefined ? sources.find(() => sources.length === 1) : sources.find((_, at) => partOf(sources, at).name === part);
    if (source) return { file, source };
  }
  return undefined;
}

type Reading = readonly [file: string, part?: string];

function readings(named: string): readonly Reading[] {
  const splits = [...named.matchAll(/#/g)].map(({ index }): Reading => [named.slice(0, index), named.slice(index + 1)]);
  return [[named] as Reading, ...splits].filter(([file]) => file !== "" && file !== "-");
}

function originOf({ provenance: { line = "", candidateKind }, ...note }: Note, { file, items, made }: DeckOrigins): NoteOrigin {
  const item = items.get(line);
  if (!item) return {};
  const score = scoreOf({ ...note, provenance: { candidateKind: candidateKind ?? "" } }, made.get(line) ?? []);
  return { source: { file, line: item.line, text: item.text }, ...(score !== undefined && { score }) };
}

/** That of the note made from the same line that asks for most of the same; one of the same kind stands for a note that was edited. */
function scoreOf(note: Draft, made: readonly GeneratedNote[]): number | undefined {
  const asked = new Set(asksFor(note));
  const fits = made.map(({ draft, score }) => {
    const shared = asksFor(draft).filter((answer) => asked.has(answer)).length;
    const isSameKind = draft.kind === note.kind && draft.provenance.candidateKind === note.provenance.candidateKind;
    return { score, fit: 2 * shared + (isSameKind ? 1 : 0) };
  });
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a), { score: 0, fit: 0 });
  return best.fit === 0 ? undefined : best.score;
}

function asksFor(note: Draft): readonly string[] {
  switch (note.kind) {
    case "question":
      return [note.answer, note.question];
    case "cloze":
      return deletionsOf(note.text).map(({ text }) => text);
    case "quote":
      return [...deletionsOf(note.text).map(({ text }) => text), ...(note.asksWho && note.speaker ? [`— ${note.speaker}`] : [])];
  }
}
