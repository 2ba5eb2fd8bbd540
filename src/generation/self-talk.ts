import { isRemark } from "../sources/remarks.ts";
import { sentencesOf } from "../text/sentences.ts";
import type { Analysis } from "./analysis.ts";
import { keepingLast } from "./keeping-last.ts";
import { isContentWord } from "./language/token.ts";
import { isAdvice } from "./line-traits.ts";

/**
 * Where in a line the reader begins to speak of themselves, in UTF-16 units: "I use her edition", "We did Kant, then Hume", "Open
 * question: …". 0 where the line opens so; undefined where it speaks of its subject only.
 */
export const talkStart = keepingLast((line: Analysis): number | undefined => {
  const talk = selfTalk[line.vocabulary.language];
  if (line.isQuote || talk === undefined) return undefined;
  if (!isAdvice(line) && (sentencesOf(line.text).every(isRemark) || isBracketed(line.text))) return 0;
  const speaks = (text: string) => {
    const own = text.replace(quoted, "");
    const saysSo = (pattern: Pattern) => pattern.test(own);
    return talk.ofOneself.some(saysSo) || (!isAdvice(line) && talk.toOneself.some(saysSo));
  };
  if (!speaks(line.text)) return undefined;
  const first = line.sentences?.find(({ tokens }) => speaks(line.text.slice(tokens[0]?.start, tokens.at(-1)?.end)));
  return first?.tokens[0]?.start ?? 0;
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

const quoted = /["“][^"”]*["”]|„[^“”"]*[“”"]|«[^»]*»|»[^«]*«/g;

type Pattern = Pick<RegExp, "test">;

interface SelfTalk {
  readonly ofOneself: readonly Pattern[];
  /** Among advice the same words are meant for everybody: "Skip the introduction." */
  readonly toOneself: readonly Pattern[];
}

const english: SelfTalk = {
  ofOneself: [
    { test: saysI },
    /I(?<![\p{L}.]I)['’](?:d|ve|m|ll)(?=\s\p{Ll})|[Mm]y(?<![\p{L}.][Mm]y)(?=\s\p{Ll})/u, // letter first: found sooner
    /^We (?:did|read|saw|went|had|were|met|discussed|skipped|talked)\b/,
    /^(?:open )?questions?:|^(?:next|to read|to do|see also|further reading|check|look up|note to self|reminder):/i,
  ],
  toOneself: [
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
    / class (?<=\b(?:the|our) class )(?:mean|average|median|results?|vote)\b/i, // how it went among those who took notes
    / exam(?<=\b(?:could|might|may|would|will) (?:well )?be (?:an?|the|in the) exam)(?: question)?\b/i,
  ],
};

const german: SelfTalk = {
  ofOneself: [
    /(?<!\p{L}|:\s)[Ii]ch (?:habe|hatte|lese|las|finde|glaube|dachte|muss|nutze|verwende|verstehe|merke|frage|will|möchte|werde|gehe|bin mir)\b/u,
    /(?<!\p{L})[Mm]eine?[nmrs]? (?:Ausgabe|Exemplar|Referat|Hausarbeit|Prüfung|Kurs|Heft|Notizen)\b/u,
    /^(?:offene )?fragen?:/i,
    /^(?:noch (?:zu )?lesen|(?:noch |hier )?(?:nach|weiter)lesen|nachschlagen|zu lesen|lesetipp|erinnerung|nicht vergessen|siehe auch|to-?do|zu klären|noch klären|zu prüfen)\b[^:.]{0,40}:/i,
  ],
  toOneself: [
    /^(?:für (?:die|das) |zur |zum )?(?:prüfung|klausur|examen|referat|hausarbeit|seminar)\b[^:]{0,20}:/i,
    /^(?:noch|nochmals?|noch einmal) (?:lesen|nachlesen|nachsehen|prüfen|klären|fragen|besorgen)\b/i,
    /^(?:notizen|mitschrift) (?:zu|zum|zur|aus|nach|von|vom|über)\b/i,
    /^(?:ausgeliehen|geliehen)\b.*\b(?:zurück|bis)/i,
    /\b(?:kommt|käme|könnte)\b[^.]{0,30}\b(?:Prüfung|Klausur) (?:dran|vor|kommen|drankommen)\b|\bprüfungsrelevant\b/,
  ],
};

const french: SelfTalk = {
  ofOneself: [
    /(?<!\p{L})(?:[Jj]['’](?:ai|avais|étais|utilise|aimerais|essaie)|[Jj]e (?:(?:ne |n['’]|me |m['’]|l['’]|les )\s?)?(?:ai|avais|suis|lis|relis|note|retiens|crois|préfère|trouve|dois|vais|comprends|vérifie|garde|cherche|reprends)) (?!donc)/u,
    /(?<!\p{L})[Mm](?:on|a|es) (?:exemplaire|édition|professeure?|prof|cours|carnet|mémoire|exposé|notes)(?!\p{L})/u,
    /^questions?(?: ouvertes?| en suspens)?\s?:/i,
    /^(?:à (?:lire|relire|revoir|voir|vérifier|faire|creuser|approfondir|compléter|chercher|demander|retrouver|essayer)|reste à \p{L}+|lire|relire|essayer|rappel|pense-bête|note personnelle|voir aussi)\s?:/iu,
  ],
  toOneself: [
    /^pour (?:l['’](?:examen|exposé|oral)|le (?:partiel|mémoire|bac|concours|cours|séminaire)|la dissertation)(?!\p{L})[^:]{0,20}:/iu,
    /^(?:à (?:relire|revoir|vérifier|creuser|approfondir|compléter)|(?:il )?reste à (?:lire|faire|voir|vérifier|comprendre)|relire|lire (?:absolument|aussi|encore|avant))(?!\p{L})/iu,
    /^(?:notes? (?:prises?|de lecture|de cours)|carnet (?:tenu|de lecture)|fiche de lecture|lecture d['’](?:un|une|été|automne|hiver))(?!\p{L})/iu,
    /^d['’]après (?:le|la|les|un|une|l['’]) ?(?:livre|biographie|cours|conférence|podcast|film|documentaire|article|notes|manuel|essai|visite|émission)(?!\p{L})[^,;:]*$/iu,
    /^empruntée?s?\b.*\brendre\b/i,
    /\b(?:tombe|tombera|tomber) (?:à l['’](?:examen|oral)|au (?:partiel|bac|concours))/i,
  ],
};

const selfTalk: Readonly<Record<string, SelfTalk | undefined>> = { en: english, de: german, fr: french };
