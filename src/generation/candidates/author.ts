import type { Source, SourceItem } from "../../sources/source.ts";
import { fingerprintOf } from "../../text/fingerprint.ts";
import type { GeneratedNote } from "../generation.ts";
import { contentStems } from "../language/vocabulary.ts";
import type { Language } from "../languages/language.ts";
import { priors, sectionWeights } from "../weights.ts";

/** "Who wrote …?" for the source itself and for works named with their authors among its references. */
export function authorNotes(source: Source, language: Language): readonly GeneratedNote[] {
  const summary = source.items.find(
    ({ section, text }) => section === "summary" && source.title !== undefined && text.includes(source.title),
  );
  const own =
    summary && source.title !== undefined && source.authors.length > 0
      ? [noteOf(summary, source.title, listed(source.authors, language.phrases.and), priors.author, language)]
      : [];
  const works = source.items.filter(({ section }) => section === "references").flatMap((item) => workOf(item, language));
  return eachOnce(
    [...own, ...works].filter((note) => note !== undefined),
    language,
  );
}

/** "The Box" and "Outside the Box" by one author are one question to whoever answers it. */
function eachOnce(notes: readonly GeneratedNote[], { vocabulary }: Language): readonly GeneratedNote[] {
  const asked = new Set<string>();
  return notes.filter(({ draft }) => {
    if (draft.kind !== "question") return true;
    const key = `${[...contentStems(draft.question, vocabulary)].sort().join(" ")} ${draft.answer}`;
    const isNew = !asked.has(key);
    asked.add(key);
    return isNew;
  });
}

/**
 * "Work by Author". A site and a headline ("Science.org: …") say nothing worth knowing. A name may hold the word for "by"
 * ("Carl von Linné"), so the last one that parts a title from a whole name counts.
 */
function workOf(item: SourceItem, language: Language): readonly (GeneratedNote | undefined)[] {
  const parts = [...item.text.matchAll(language.phrases.by)].toReversed().map(({ 0: by, index }) => ({
    title: item.text
      .slice(0, index)
      .replace(/^[“"'„«»]\s?|\s?[”"',“»«]$/gu, "")
      .trim(),
    author: item.text
      .slice(index + by.length)
      .replace(/\s*\([^()]*\)\s*$/u, "")
      .replace(/[.,;]\s*$/u, "")
      .trim(),
  }));
  const work = parts.find(({ title, author }) => isTitle(title, language) && isName(author));
  return work ? [noteOf(item, work.title, work.author, priors.author + sectionWeights.references, language)] : [];
}

function isTitle(title: string, { phrases }: Language): boolean {
  return /^\p{Lu}/u.test(title) && title.length <= 120 && !phrases.noTitle.test(title) && !isDoneBySomebody.test(title);
}

/** "The submarine, operated by …": what somebody does with it is no authorship. */
const isDoneBySomebody = /(?:,\s\p{Ll}+|\b(?:operated|owned|run|led|hosted|funded|founded|sponsored))$/u;

function isName(author: string): boolean {
  return /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|von|van|de|der|and))+$/u.test(author) && author.split(" ").length <= 8;
}

function noteOf(
  item: SourceItem,
  title: string,
  author: string,
  score: number,
  { vocabulary, phrases }: Language,
): GeneratedNote | undefined {
  const named = contentStems(title, vocabulary);
  if ([...contentStems(author, vocabulary)].some((stem) => named.has(stem))) return undefined;
  return {
    item,
    score,
    draft: {
      kind: "question",
      section: item.section,
      provenance: { candidateKind: "author", line: fingerprintOf(item.text) },
      question: phrases.whoWrote(title.replace(/[,;:]$/, ""), item),
      answer: author,
      both: false,
      source: item.text,
      ...(item.at !== undefined && { at: item.at }),
    },
  };
}

function listed(names: readonly string[], and: string): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
}
