import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction, type WinkMethods } from "wink-nlp";

/** Universal parts of speech, as wink names them, and `POSS` for a possessive 's. */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "POSS"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X"
  | "SPACE";

export interface TaggedWord {
  readonly text: string;
  readonly tag: Tag;
}

/** English words and their parts of speech. Pure: the same text gives the same tags. */
export interface Tagger {
  /** The tokens of a text in order, blanks left out. */
  tag(text: string): readonly TaggedWord[];
  /** Can the word be a finite verb: an -s form after "it", any other after "they will"? */
  canBeVerb(lowerCaseWord: string): boolean;
  /** Does its dictionary hold the word, or what it is a form of? Most surnames it does not. */
  knows(lowerCaseWord: string): boolean;
  /** The base form of a verb: "pulled" gives "pull". */
  lemmaOf(verb: string): string;
}

let loaded: Tagger | undefined;

/** The one tagger of the process: loading its model takes about 170 ms, so it is made at the first use. */
export function englishTagger(): Tagger {
  loaded ??= makeTagger(winkNLP(model, ["sbd", "pos"]));
  return loaded;
}

function makeTagger(nlp: WinkMethods): Tagger {
  const { its } = nlp;
  const lemma = its.lemma as unknown as ItsFunction<string>; // its own types forget that `out` passes the add-ons
  const tag = (text: string): readonly TaggedWord[] => {
    const tokens = nlp.readDoc(text).tokens();
    const tags = tokens.out(its.pos) as Tag[];
    return tokens.out().map((token, index) => ({ text: token, tag: tags[index] ?? "X" }));
  };
  const idOf = (word: string) => (nlp.readDoc(word).tokens().out(its.uniqueId) as unknown as number[])[0] ?? 0;
  const firstUnknown = idOf("qxzvw"); // words are numbered in the order in which they are met, those of the dictionary first
  return {
    tag,
    knows: remember((word) => idOf(word) < firstUnknown || idOf(nlp.readDoc(word).tokens().out(lemma)[0] ?? word) < firstUnknown),
    canBeVerb: remember(
      (word) => tag(word.endsWith("s") ? `it ${word} the` : `they will ${word} it`)[word.endsWith("s") ? 1 : 2]?.tag === "VERB",
    ),
    lemmaOf: remember((verb) => nlp.readDoc(`they ${verb} it`).tokens().out(lemma)[1] ?? verb),
  };
}

function remember<T>(answer: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = answer(word);
    known.set(word, now);
    return now;
  };
}
