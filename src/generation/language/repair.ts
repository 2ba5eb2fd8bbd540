import type { Section } from "../../notes/note.ts";
import { nationality, repairRules } from "./repair-rules.ts";
import type { TaggedWord, Tagger } from "./tagger.ts";
import { makeToken, type Token } from "./token.ts";
import { demonyms, genericWords } from "./word-lists.ts";

/** What the rules may ask about words and about the note around the line. */
export interface Lexicon {
  readonly tagger: Tagger;
  /** Words that stand capitalised in the middle of a sentence somewhere in the note, lower-cased. */
  readonly capitalised: ReadonlySet<string>;
}

/** The tokens of a line with the tagger's typical errors mended. */
export function tokensOf(text: string, section: Section, lexicon: Lexicon, rules = repairRules): readonly Token[] {
  const line = { section, lexicon };
  return rules.reduce<Token[]>((tokens, rule) => rule.apply(tokens, line), place(text, tagLine(text, lexicon)));
}

/**
 * Rule 1: a first word that is capitalised only because it opens the line is tagged as if it were not. The lower-cased
 * reading is tried first, so that most lines are tagged once.
 */
function tagLine(text: string, { tagger, capitalised }: Lexicon): readonly TaggedWord[] {
  const first = /^\p{Lu}[\p{Ll}'’]*(?=[\s,:;-]|$)/u.exec(text)?.[0];
  if (!first) return tagger.tag(text);
  if (capitalised.has(first.toLowerCase())) return asAdjective(text, first, tagger) ?? tagger.tag(text);
  if (mayOnlyBeName(first, tagger)) return asName(tagger.tag(text));
  const lowered = tagger.tag(first.toLowerCase() + text.slice(first.length));
  return lowered[0]?.tag === "PROPN" && !genericWords.has(first.toLowerCase()) ? tagger.tag(text) : asNoun(lowered);
}

/** "Solar panels" in a note on the Solar Orbiter: an adjective before a common noun, whatever it is elsewhere. */
function asAdjective(text: string, first: string, tagger: Tagger): readonly TaggedWord[] | undefined {
  const lower = first.toLowerCase();
  const mayBe = !demonyms.has(lower) && !nationality.test(lower) && /^\s\p{Ll}/u.test(text.slice(first.length));
  const words = mayBe ? tagger.tag(lower + text.slice(first.length)) : [];
  return words[0]?.tag === "ADJ" && words[1]?.tag === "NOUN" ? words : undefined;
}

/** "Metrodorus", "Brearley": no word of the dictionary, nor built like one. */
function mayOnlyBeName(first: string, tagger: Tagger): boolean {
  const word = first.toLowerCase();
  return /^\p{L}{4,}$/u.test(word) && !wordEndings.test(word) && !tagger.knows(word) && !isCompound(word, tagger);
}

/** Plurals, -ing forms and words of a science are formed anew every day. */
const wordEndings =
  /(?:[^uiaos]s|ing|ed|ly|ness|ment|ity|tion|ism|able|ible|ive|al|ic|ary|ous|oid|osis|lysis|genesis|ase|type|cyte|phyll|phagia|graphy|logy|pathy|some|plasm|ware|[a-z]ship|form)$/;

/** "Backpressure", "breakbulk": two words of the dictionary. */
function isCompound(word: string, tagger: Tagger): boolean {
  for (let at = 4; at <= word.length - 4; at++) if (tagger.knows(word.slice(0, at)) && tagger.knows(word.slice(at))) return true;
  return false;
}

function asName([first, ...rest]: readonly TaggedWord[]): readonly TaggedWord[] {
  return first
    ? [first.tag === "NOUN" || first.tag === "ADJ" || first.tag === "ADV" ? { ...first, tag: "PROPN" } : first, ...rest]
    : [];
}

/** A generic word that only its lower-cased reading makes a name is a noun. */
function asNoun([first, ...rest]: readonly TaggedWord[]): readonly TaggedWord[] {
  return first ? [first.tag === "PROPN" ? { ...first, tag: "NOUN" } : first, ...rest] : [];
}

/** Words with their places in the line; the line's own letters win over the tagger's. */
function place(text: string, words: readonly TaggedWord[]): Token[] {
  const lower = text.toLowerCase();
  const sameLength = lower.length === text.length;
  const tokens: Token[] = [];
  let from = 0;
  for (const { text: word, tag } of words) {
    const next = text.charAt(from) === " " ? from + 1 : from;
    if (text.startsWith(word, next)) {
      tokens.push(makeToken(word, tag, next)); // the tagger's own string: all lines share it
      from = next + word.length;
      continue;
    }
    const start = sameLength ? lower.indexOf(word.toLowerCase(), from) : text.indexOf(word, from);
    if (start < 0) continue;
    tokens.push(makeToken(text.slice(start, start + word.length), tag, start));
    from = start + word.length;
  }
  return withoutLastStop(tokens);
}

/** "our Sun." at the end of a line is no abbreviation of a day. */
function withoutLastStop(tokens: Token[]): Token[] {
  const last = tokens.at(-1);
  if (!last || !/^\p{L}{2,}\.$/u.test(last.text)) return tokens;
  return [...tokens.slice(0, -1), makeToken(last.text.slice(0, -1), last.tag, last.start), makeToken(".", "PUNCT", last.end - 1)];
}
