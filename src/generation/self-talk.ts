import { isRemark } from "../sources/remarks.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Analysis } from "./analysis.ts";
import { keepingLast } from "./keeping-last.ts";
import { isContentWord } from "./language/token.ts";
import { isAdvice } from "./line-traits.ts";

/** "I use her edition", "We did Kant, then Hume", "Open question: …": the reader speaks of herself, not of the subject. */
export const isPersonal = keepingLast((line: Analysis): boolean => {
  if (line.isQuote || line.vocabulary.language !== "en") return false;
  if (!isAdvice(line) && (sentencesOf(line.text).every(isRemark) || isBracketed(line.text))) return true;
  const own = line.text.replace(/["“][^"”]*["”]/g, "");
  const speaks = (pattern: RegExp) => pattern.test(own);
  return saysI(own) || ofOneself.some(speaks) || (!isAdvice(line) && toOneself.some(speaks));
});

/** "(Monday mornings, room 4. He speaks fast.)" */
function isBracketed(text: string): boolean {
  return /^\([^()]*\)\.?$/.test(text) && text.split(" ").length > 2;
}

/** "Then I use her edition", not "World War I began" or "Type I errors". */
function saysI(text: string): boolean {
  if (!/I\s/.test(text)) return false;
  return [...text.matchAll(/(?:([\p{L}’'-]+)\s)?(?<![\p{L}.])I(?=\s\p{Ll})/gu)].some(([, before = ""]) => {
    return !numbered.test(before) && !(/^\p{Lu}/u.test(before) && isContentWord(before.toLowerCase()));
  });
}

const numbered = /^(?:type|class|phase|level|part|volume|book|act|chapter|group|stage|grade)s?$/i;

const ofOneself: readonly RegExp[] = [
  /I(?<![\p{L}.]I)['’](?:d|ve|m|ll)(?=\s\p{Ll})|[Mm]y(?<![\p{L}.][Mm]y)(?=\s\p{Ll})/u, // letter first: found sooner
  /^We (?:did|read|saw|went|had|were|met|discussed|skipped|talked)\b/,
  /^(?:open )?questions?:|^(?:next|to read|to do|see also|further reading|check|look up|note to self|reminder):/i,
];

/** Among advice the same words are meant for everybody: "Skip the introduction." */
const toOneself: readonly RegExp[] = [
  /^for the (?:paper|essay|exam|seminar|class|talk|presentation|thesis|discussion|test|report)\b[^:]{0,20}:/i, // "For the paper: use …"
  /^readings?:(?!.*\(\d{4}\))/i, // with its year it is a work that one knows by its author
  /^do the (?:sums?|maths?|calculation):/i,
  /^(?:re-?)?read (?:over|in|during|within|for|on|twice|again)\b[^.]*\b(?:days?|weeks?|weekends?|months?|evenings?|holidays?|train|copy|library|edition)\b/i,
  /^(?:still (?:need|have) to|not sure (?:whether|if|how|why|what|who|about|which)|cf\.)\s/i,
  /^(?:to check|to verify|to find out|to look up|to ask|to discuss|to compare)\b[^:.]{0,20}:/i,
  /^[Aa]sk (?:(?:Dr|Prof|Mrs?|Ms)\.? )?\p{Lu}\p{L}+ (?:about|whether|if|why|how|for)\b/u,
  /^[Ss]ee \p{Lu}[^:]*\b(?:ch|chap|chapters?|pp?)\.? ?\d/u,
  /^skip (?:the )?(?:chapters?|sections?|parts?|rest|introduction|ch\.|pp?\.)/i,
  /^borrowed from\b.*\b(?:return|due|back)\b/i,
  /^(?:library|own|borrowed|second-hand) copy\b/i,
  / exam(?<=\b(?:could|might|may|would|will) (?:well )?be (?:an?|the|in the) exam)(?: question)?\b/i,
];
