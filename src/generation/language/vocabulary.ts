/** A word's stem, fit for comparing, and whether it carries content. */
export interface WordFacts {
  readonly stem: string;
  readonly isContent: boolean;
}

/** Words that say little. All are lower-cased. */
export interface WeakWords {
  readonly genericWords: ReadonlySet<string>;
  readonly trivialAcronyms: ReadonlySet<string>;
  readonly vagueHeads: ReadonlySet<string>;
  readonly weakAdjectives: ReadonlySet<string>;
  readonly weakNouns: ReadonlySet<string>;
  readonly weakVerbs: ReadonlySet<string>;
  /** Words like "other" and "many" that leave open which. */
  readonly unspecified: ReadonlySet<string>;
}

/** The same lists taken together, as the scores ask for them. */
interface WeakUnions {
  /** Any of the weak words, but for vague heads and acronyms. */
  readonly untelling: ReadonlySet<string>;
  /** Words for plain things: generic or weak nouns, vague heads, and the adjectives that tell nothing of them. */
  readonly plainWords: ReadonlySet<string>;
  /** What makes no topic: generic words, vague heads, trivial acronyms. */
  readonly noTopics: ReadonlySet<string>;
}

/** The words of lists that hold others too. */
export function weakWordsOf(lists: WeakWords): WeakWords & WeakUnions {
  const { genericWords, trivialAcronyms, vagueHeads, weakAdjectives, weakNouns, weakVerbs, unspecified } = lists;
  return {
    genericWords,
    trivialAcronyms,
    vagueHeads,
    weakAdjectives,
    weakNouns,
    weakVerbs,
    unspecified,
    untelling: new Set([...genericWords, ...weakAdjectives, ...weakNouns, ...weakVerbs]),
    plainWords: new Set([...genericWords, ...vagueHeads, ...weakNouns, ...weakAdjectives]),
    noTopics: new Set([...genericWords, ...vagueHeads, ...trivialAcronyms]),
  };
}

const functionLists = [
  "determiners",
  "pronouns",
  "prepositions",
  "conjunctions",
  "subordinators",
  "auxiliaries",
  "adverbs",
  "otherFunctionWords",
] as const;

/** Words that carry no content of their own, of all kinds. */
export function functionWordsOf(
  lists: Readonly<Record<(typeof functionLists)[number], ReadonlySet<string>>>,
): ReadonlySet<string> {
  return new Set(functionLists.flatMap((name) => [...lists[name]]));
}

/** What de-duplication, scores and gates know of a language's words. All words are lower-cased. */
export interface Vocabulary extends WeakWords, WeakUnions {
  /** BCP 47 without region. */
  readonly language: string;
  /** The words of a text, lower-cased, in order. */
  readonly wordsIn: (text: string) => readonly string[];
  readonly factsOf: (word: string) => WordFacts;
  /** Heads of "the system", "the speaker": which one, only the note knows. */
  readonly unnamedHeads: ReadonlySet<string>;
  /** Does a front begin with a word that points to something that is not shown? */
  readonly pointsElsewhere: (shown: string) => boolean;
  /** Does a line begin so? */
  readonly opensPointing: (first: string, second: string) => boolean;
}

const mostRemembered = 20_000;

/** Remembers the facts of words, because the same words come again and again. */
export function remembered<Facts>(factsOf: (word: string) => Facts): (word: string) => Facts {
  const known = new Map<string, Facts>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const facts = factsOf(word);
    known.set(word, facts);
    return facts;
  };
}

/** Stems of the words of a text that carry content. */
export function contentStems(text: string, { wordsIn, factsOf }: Vocabulary): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of wordsIn(text)) {
    const { stem, isContent } = factsOf(word);
    if (isContent) stems.add(stem);
  }
  return stems;
}
