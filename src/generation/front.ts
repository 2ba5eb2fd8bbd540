import { cardsOf, shownText } from "../cards/cards-of-note.ts";
import type { Draft } from "../notes/note.ts";
import type { Vocabulary } from "./language/vocabulary.ts";

/** A prompt as the learner will see it: what the gates test. */
export interface Prompt {
  /** The front without its gaps. */
  readonly shown: string;
  readonly shownStems: ReadonlySet<string>;
  readonly shownContent: ReadonlySet<string>;
  readonly answers: readonly string[];
  /** The stems of the answer that carry content; all of them where none does. */
  readonly answerContent: ReadonlySet<string>;
}

/** The prompts of a draft, through the same code that shows cards. */
export function promptsOf(draft: Draft, vocabulary: Vocabulary): readonly Prompt[] {
  return cardsOf({ ...draft, id: "draft", idIsDerived: true }, "", vocabulary.language).map(({ front, answers }) => {
    const shown = shownText(front).replace(/a\(n\)/gi, "a");
    const { stems: shownStems, content: shownContent } = stemsIn(shown, vocabulary);
    const answer = stemsIn(answers.join(" "), vocabulary);
    const answerContent = answer.content.size > 0 ? answer.content : answer.stems;
    return { shown, shownStems, shownContent, answers, answerContent };
  });
}

function stemsIn(
  text: string,
  { wordsIn, factsOf }: Vocabulary,
): { readonly stems: ReadonlySet<string>; readonly content: ReadonlySet<string> } {
  const stems = new Set<string>();
  const content = new Set<string>();
  for (const word of wordsIn(text)) {
    const facts = factsOf(word);
    stems.add(facts.stem);
    if (facts.isContent) content.add(facts.stem);
  }
  return { stems, content };
}
