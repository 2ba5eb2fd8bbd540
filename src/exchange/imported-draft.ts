import { type ClozeText, plainText } from "../notes/cloze-text.ts";
import type { Draft, Note } from "../notes/note.ts";
import { ankiClozeField, ankiField } from "./anki-field.ts";
import { clozeTextsOfField, markdownOfField } from "./anki-field-in.ts";
import { type AnkiParts, partsOf } from "./anki-parts.ts";
import { plainTextOfHtml } from "./html-markdown.ts";
import type { ImportedNote, LeftOutReason } from "./imported.ts";

/** Drafts without provenance: their ids and words in the comment come from the home. Several where deletions stand in others. */
export function draftsOf(note: ImportedNote): readonly [Draft, ...Draft[]] | LeftOutReason {
  const parts = partsOf(note.front, note.back);
  const base = { section: "other", provenance: {}, ...extrasOf(parts) } as const;
  if (note.shape !== "cloze") {
    const question = markdownOfField(parts.front);
    const answer = markdownOfField(parts.back ?? "");
    if (question === "") return "emptyFirstField";
    if (answer === "") return "noAnswer";
    return [{ kind: "question", question, answer, both: note.shape === "reversed", ...base }];
  }
  const own = markdownOfField(parts.back ?? "");
  const source = [base.source, own].filter((text) => text !== undefined && text !== "").join("\n\n");
  const withSource = { ...base, ...(source !== "" && { source }) };
  const speaker = speakerOf(parts);
  const [first, ...others] = clozeTextsOfField(parts.front).map((text): Draft => {
    if (!parts.isQuote) return { kind: "cloze", text, ...withSource };
    return { kind: "quote", text: unquoted(text), asksWho: false, ...(speaker && { speaker }), ...withSource };
  });
  return first ? [first, ...others] : "noDeletion";
}

/** The quote behind a note that only asks who said it: its words, and who did. Undefined for any other note. */
export function whoSaid(
  note: ImportedNote,
): { readonly words: string; readonly speaker: string; readonly draft: Draft } | undefined {
  const parts = partsOf(note.front, note.back);
  const speaker = markdownOfField(parts.back ?? "").replace(/\s+/g, " ");
  if (!parts.isQuote || speaker === "") return undefined;
  const [words = ""] = unquoted([markdownOfField(parts.front)]).map(String);
  const draft: Draft = {
    kind: "quote",
    text: [words],
    speaker,
    asksWho: true,
    section: "other",
    provenance: {},
    ...extrasOf(parts),
  };
  return words === "" ? undefined : { words, speaker, draft };
}

/**
 * A note of the home as the file has it. What would look the same in Anki keeps its bytes, and what the file does not hold stays.
 * Undefined where the note is of another kind.
 */
export function updated(note: Note, draft: Draft, imported: ImportedNote): Note | undefined {
  const parts = partsOf(imported.front, imported.back);
  const extras = {
    ...kept("source", note.source, draft.source, parts.source),
    ...kept("at", note.at, draft.at, parts.at),
  };
  switch (note.kind) {
    case "question": {
      if (draft.kind !== "question") return undefined;
      const answer = imported.back === undefined ? note.answer : sameField(note.answer, draft.answer, parts.back);
      return { ...note, question: sameField(note.question, draft.question, parts.front), answer, ...extras };
    }
    case "cloze":
      if (draft.kind === "question") return undefined;
      return withNextOrdinal({ ...note, text: sameCloze(note.text, draft.text, parts.front), ...extras });
    case "quote": {
      if (draft.kind === "question") return undefined;
      const speaker = draft.kind === "quote" ? draft.speaker : undefined;
      const text = sameCloze(note.text, unquoted(draft.text), parts.front);
      return withNextOrdinal({ ...note, text, ...kept("speaker", note.speaker, speaker), ...extras });
    }
  }
}

/**
 * What Anki compares notes without a GUID by: the first field without mark-up, for each kind of note. Blanks do not count, since decks
 * trim them.
 */
export function firstFieldOf(note: Draft): string {
  if (note.kind === "question") return fieldKey(false, ankiField(note.question, "plain", new Set()));
  return fieldKey(true, ankiClozeField(note.text, new Set()) ?? plainText(note.text));
}

function fieldKey(isCloze: boolean, html: string): string {
  const named = html.replace(/<(?:img|audio|video|object|source)\b[^>]*?\b(?:src|data)="([^"]*)"[^>]*>/gi, " $1 ");
  return `${isCloze ? "cloze" : "basic"}\n${plainTextOfHtml(named).replace(/\s+/g, " ").trim().normalize("NFC")}`;
}

function extrasOf({ source, at }: AnkiParts): { readonly source?: string; readonly at?: string } {
  const [sentence, place] = [source, at].map((html) => (html === undefined ? "" : markdownOfField(html)));
  return { ...(sentence && { source: sentence }), ...(place && { at: place }) };
}

function speakerOf({ speaker }: AnkiParts): string {
  return speaker === undefined ? "" : markdownOfField(speaker).replace(/\s+/g, " ").replace(/^—\s*/, "");
}

/** Without the quotation marks that recto puts around a quote's words for Anki. */
function unquoted(text: ClozeText): ClozeText {
  const [first, last] = [text[0], text.at(-1)];
  if (typeof first !== "string" || typeof last !== "string" || !first.startsWith("“") || !last.endsWith("”")) return text;
  if (plainText(text).slice(1).includes("“")) return text;
  if (text.length === 1) return first.length < 2 ? text : [first.slice(1, -1)];
  return [first.slice(1), ...text.slice(1, -1), last.slice(0, -1)].filter((part) => part !== "");
}

function kept<Key extends "source" | "at" | "speaker">(
  key: Key,
  before: string | undefined,
  after: string | undefined,
  html?: string,
) {
  if (after === undefined || after === "") return {};
  return { [key]: before === undefined ? after : sameField(before, after, html) } as Partial<Record<Key, string>>;
}

/** @param html what the file holds */
function sameField(before: string, after: string, html?: string): string {
  const [one, other] = [before, after].map((text) => ankiField(text, "plain", new Set()).normalize("NFC"));
  return one === html || one === other ? before : after;
}

function sameCloze(before: ClozeText, after: ClozeText, html: string): ClozeText {
  const [one, other] = [before, after].map((text) => ankiClozeField(text, new Set())?.normalize("NFC"));
  return one !== undefined && (one === html || one === other) ? before : after;
}

/** A number once used is never used again. */
function withNextOrdinal<N extends Note & { readonly text: ClozeText }>(note: N): N {
  const { nextOrdinal } = note.provenance;
  const highest = Math.max(0, ...note.text.map((part) => (typeof part === "string" ? 0 : part.ordinal)));
  if (nextOrdinal === undefined || nextOrdinal > highest) return note;
  return { ...note, provenance: { ...note.provenance, nextOrdinal: Math.min(highest + 1, 499) } };
}
