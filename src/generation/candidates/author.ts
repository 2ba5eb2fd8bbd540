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
  return [...own, ...works].filter((note) => note !== undefined);
}

/** "Work by Author". A site and a headline ("Science.org: …") say nothing worth knowing. */
function workOf(item: SourceItem, language: Language): readonly (GeneratedNote | undefined)[] {
  const found = [...item.text.matchAll(language.phrases.by)].at(-1);
  if (!found) return [];
  const title = item.text
    .slice(0, found.index)
    .replace(/^[“"']|[”"',]$/gu, "")
    .trim();
  const author = item.text
    .slice(found.index + found[0].length)
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .replace(/[.,;]\s*$/u, "")
    .trim();
  const isTitle =
    /^\p{Lu}/u.test(title) &&
    !/^(?:a |the )?(?:twitter |youtube )?(?:thread|post|talk|video|tweet|article|paper|book)s?\b/i.test(title);
  const isName =
    /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|von|van|de|der|and))+$/u.test(author) && author.split(" ").length <= 8;
  return isTitle && isName && title.length <= 120
    ? [noteOf(item, title, author, priors.author + sectionWeights.references, language)]
    : [];
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
      question: phrases.whoWrote(title.replace(/[,;:]$/, "")),
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
