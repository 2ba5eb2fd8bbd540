import { wordingIn } from "../cards/wording.ts";
import type { Analysis } from "./analysis.ts";
import type { Presented } from "./drafts.ts";
import type { Span } from "./language/token.ts";
import type { Vocabulary, WordFacts } from "./language/vocabulary.ts";

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

/** What the learner would be asked: the fronts and answers of the cards that the candidate would become. */
export function promptsOf(
  { item, vocabulary }: Pick<Analysis, "item" | "vocabulary">,
  { candidate, presentation }: Presented,
): readonly Prompt[] {
  const { kind, question, each } = candidate;
  const { sentence, spans } = presentation;
  if (question) return [promptOf(question.question, [question.answer], vocabulary)];
  if (kind === "who") {
    const { whoSaidThis } = wordingIn(vocabulary.language);
    return [promptOf(`${whoSaidThis} ${sentence}`, [item.speaker ?? ""], vocabulary)];
  }
  return each ? spans.map((span) => gapPrompt(sentence, [span], vocabulary)) : [gapPrompt(sentence, spans, vocabulary)];
}

function promptOf(shown: string, answers: readonly string[], vocabulary: Vocabulary): Prompt {
  const factsIn = (text: string) => vocabulary.wordsIn(text).map(vocabulary.factsOf);
  return { shown, answers, ...stemsOf(factsIn(shown), factsIn(answers.join(" "))) };
}

/** The words of the sentence, parted into those shown and those asked; read anew where a gap cuts one or their places are not known. */
function gapPrompt(sentence: string, gaps: readonly Span[], vocabulary: Vocabulary): Prompt {
  const answers = gaps.map(({ start, end }) => sentence.slice(start, end));
  const shown = withoutGaps(sentence, gaps);
  const words = wordsOfSentence(sentence, vocabulary);
  if (!words) return promptOf(shown, answers, vocabulary);
  const front: WordFacts[] = [];
  const answer: WordFacts[] = [];
  for (const { start, end, facts } of words) {
    const gap = gapAt(gaps, start, end);
    if (gap && (start < gap.start || end > gap.end)) return promptOf(shown, answers, vocabulary);
    (gap ? answer : front).push(facts);
  }
  return { shown, answers, ...stemsOf(front, answer) };
}

function gapAt(gaps: readonly Span[], start: number, end: number): Span | undefined {
  for (const gap of gaps) if (start < gap.end && gap.start < end) return gap;
  return undefined;
}

function withoutGaps(sentence: string, gaps: readonly Span[]): string {
  let shown = "";
  let from = 0;
  for (const { start, end } of gaps) {
    shown += `${sentence.slice(from, start)} `;
    from = end;
  }
  return shown + sentence.slice(from);
}

function stemsOf(front: readonly WordFacts[], answer: readonly WordFacts[]) {
  const shownStems = new Set<string>();
  const shownContent = new Set<string>();
  for (const { stem, isContent } of front) {
    shownStems.add(stem);
    if (isContent) shownContent.add(stem);
  }
  const answerContent = new Set<string>();
  for (const { stem, isContent } of answer) if (isContent) answerContent.add(stem);
  if (answerContent.size === 0) for (const { stem } of answer) answerContent.add(stem);
  return { shownStems, shownContent, answerContent };
}

interface PlacedWord extends Span {
  readonly facts: WordFacts;
}

type PlacedWords = readonly PlacedWord[] | undefined;

let last: { readonly sentence: string; readonly vocabulary: Vocabulary; readonly words: PlacedWords } | undefined;

/** Most candidates of a line are shown in the same sentence: the last one's words are kept. */
function wordsOfSentence(sentence: string, vocabulary: Vocabulary): PlacedWords {
  if (last?.sentence !== sentence || last.vocabulary !== vocabulary)
    last = { sentence, vocabulary, words: placedWords(sentence, vocabulary) };
  return last.words;
}

function placedWords(sentence: string, { wordsIn, factsOf }: Vocabulary): PlacedWords {
  const lower = sentence.toLowerCase();
  if (lower.length !== sentence.length) return undefined; // "İ" becomes two letters
  let from = 0;
  return wordsIn(sentence).map((word) => {
    const start = lower.indexOf(word, from);
    from = start + word.length;
    return { start, end: from, facts: factsOf(word) };
  });
}
