import { capitalised } from "../text/capitalised.ts";
import { sentencesOf } from "../text/sentences.ts";

/**
 * Whether a sentence is a word of the reader to themselves: what to read or to learn, where else it stands, what they or their
 * lecturer think of it. Most are known in English, the plainest in German and French.
 */
export function isRemark(sentence: string): boolean {
  const own = sentence.trim().replace(/["“][^"”]*["”]/g, "");
  return remarks.some((remark) => remark.test(own));
}

/** Of several sentences those that say something; all of them where none does, or where one leans on a remark before it. */
export function withoutRemarks(text: string): string {
  const { length } = judgement.exec(text)?.[0] ?? "";
  const said = length === 0 ? text : capitalised(text.slice(length));
  if (!/[.!?…]\S*\s/u.test(said)) return said;
  const sentences = sentencesOf(said);
  const kept = sentences.filter((sentence) => !isRemark(sentence));
  const leans = sentences.some((sentence, index) => leaning.test(sentence) && isRemark(sentences[index - 1] ?? ""));
  return kept.length === 0 || kept.length === sentences.length || leans ? said : kept.join(" ");
}

const leaning = /^(?:it|they|he|she|this|that|these|those|then|so|but)\b/i;

/** "Weak on causes, better on numbers: …": what one thinks of it, before what it says. */
const judgement =
  /^(?:not )?(?:very |less |more |most )?(?:convincing|persuasive|strong|weak|good|better|thin|brilliant|disappointing|excellent) on [^:.]{1,60}: (?=(?:\S+ ){7})/i;

const remarks: readonly RegExp[] = [
  // what to read, to learn, to leave out
  /^(?:read|re-?read|reading list|know by heart|learn by heart|to (?:learn|memori[sz]e)|not asked|not in the exam|exam):/i,
  /^(?:draw|learn|memori[sz]e|know|remember|note|quote|use) (?:this|that|it)(?: (?:always|well|by heart|again|here|too))?[.!]*$/i,
  /\b(?:don['’]t|do not|never) (?:write|say|use) (?:that|this|it)(?: (?:in|at) the exam)?[.!]*$/i,
  /\b(?:a|an|the|one) (?:sentence|line|number|figure|point|idea|name|date) to (?:remember|keep|learn|quote)\b/i,
  /\b(?:you|I|we|asked|comes? up|important|relevant|needed|know|learn)\b[^.]*\b(?:in|for|on|at) the (?:exam|midterm|finals)\b(?! \p{Ll}+s\b)/iu,
  // when and how it was read
  /^(?:re-?)?(?:read|finished|begun|skimmed) (?:in |over |from |between |during )?(?:the )?(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec|spring|summer|autumn|winter)(?:\p{Ll}*\b|\.)/iu,
  // where else something stands
  /^(?:[Ss]ee|[Cc]f\.|[Cc]ompare)(?: also)? (?:the |my )?[^.]*\b(?:under \p{Lu}{2,}|above|below|(?:last|next) (?:week|lecture|chapter|section)|chapter|lecture|section|handout|slides?|notes)\b[^.]*\.?$/u,
  /^[Cc]ompare (?:with |also )?\p{Lu}[\p{L}'’-]+(?:,| on\b|\.?$)/u,
  /\b(?:in|of) (?:this|that) (?:one |whole |last )?(?:sentence|bullet)\b/i,
  // who taught it
  /^(?:prof|professor|lecturer|tutor|teacher)\.?(?: \p{Lu}\p{L}+)?(?: said| says)?:/iu,
  // what one thinks of it
  /\b(?:surpris|struck|strikes|puzzl|convinc|remind|amus|bother)\p{Ll}* me\b/iu,
  /^(?:only|just) took\b/i,
  /^(?:nice|neat|lovely|clever|funny|great|good|typical|odd|odd little) (?:proof|example|point|quote|line|story|image|detail|touch|idea|irony)\b[^:]*$/i,
  // in German and French
  /^(?:(?:unbedingt |nochmals? )?(?:auswendig lernen|lesen|nachlesen|merken)|mein(?:e|er)? lieblings\p{L}+|prüfungsrelevant|kommt (?:in der prüfung|in der klausur) dran)[.!]*$/iu,
  /^(?:à (?:retenir|relire|lire|apprendre)(?: par cœur| absolument)?|mon passage préféré|à savoir (?:par cœur|pour l['’]examen))[\s.!]*$/iu,
];
