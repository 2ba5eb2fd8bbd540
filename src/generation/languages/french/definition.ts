import { capitalised } from "../../../text/capitalised.ts";
import type { Analysis } from "../../analysis.ts";
import { type CandidateKind, questionOf } from "../../candidates/candidate.ts";
import { contentCount, spanOf, type Token, type TokenRange } from "../../language/token.ts";
import type { PlainRule } from "../plain-rule.ts";
import { figuresIn } from "./figures.ts";
import { endsSentence, hasOtherClause, lowerFirst, withDe } from "./sentence.ts";
import { isAdjectiveAt, isForeAdjective } from "./tokens.ts";

const fewestWords = 4;
const mostWords = 24;

/** "X est un Y": what is X? Only where Y tells X from the rest of its kind. */
export const definitions: PlainRule = {
  name: "definition",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, text } = line;
    const verb = tokens.findIndex(({ lower }) => /^(?:est|sont|était|étaient|fut|furent)$/.test(lower));
    const subject = verb < 0 ? undefined : subjectOf(line, verb);
    if (subject === undefined || !defines(tokens.slice(verb + 1, end), tokens, verb + 1)) return [];
    const copula = tokens[verb]?.lower ?? "";
    const isPerson =
      verb >= 2 && tokens.slice(0, verb).every(({ text: word }) => /^\p{Lu}|^(?:de|d['’]|du|von|van)$/u.test(word));
    const span = spanOf(tokens, { from: verb + 1, to: end });
    const question = isPerson ? `Qui ${copula} ${subject}` : whatIs(copula, subject);
    const answer = capitalised(text.slice(span.start, span.end));
    return [questionOf("definition", span, `${question}\u202f?`, answer)];
  },
};

function whatIs(copula: string, subject: string): string {
  if (copula !== "est") return /^[ée]/.test(copula) ? `Qu’${copula} ${subject}` : `Que ${copula} ${subject}`;
  return /^[aeiouyéèêâîôûàœAEIOUYÉ]/.test(subject) ? `Qu’est-ce qu’${subject}` : `Qu’est-ce que ${subject}`;
}

/** What stands before the verb, as it stands within a sentence: a plain phrase with its article, or a name. */
function subjectOf({ tokens, text }: Analysis, verb: number): string | undefined {
  const words = tokens.slice(0, verb);
  const [first] = words;
  if (!first || words.length > 8 || hasOtherClause(words)) return undefined;
  if (
    words.some(
      ({ text: sign, lower, tag }) =>
        /^[,]$/.test(sign) || tag === "PRON" || tag === "AUX" || /^(?:qui|où|dont|ne|n'|se|s'|y|en)$/.test(lower),
    )
  )
    return undefined;
  if (first.tag !== "DET" && !/^\p{Lu}/u.test(first.text)) return undefined;
  if (/^(?:ce|cet|cette|ces|son|sa|ses|leur|leurs)$/.test(first.lower) || first.tag === "ADP") return undefined;
  const said = text.slice(first.start, words.at(-1)?.end);
  // A single word without an article is a name: "Paris comptait …".
  return lowerFirst(said, words) ?? (words.length === 1 ? said : undefined);
}

function defines(words: readonly Token[], tokens: readonly Token[], from: number): boolean {
  if (!/^(?:un|une|des|le|la|l'|les)$/.test(words[0]?.lower ?? "") || words.length < fewestWords || words.length > mostWords)
    return false;
  const second = words[1]?.lower ?? "";
  if (
    /^(?:seul|seule|même|mêmes|dernier|dernière|premier|première|plus|moins|meilleur|meilleure|raison|cause|résultat|façon|manière|cas|moyen|partie|exemple|clé|clef|question|problème|fruit|deux|trois)$/.test(
      second,
    )
  )
    return false;
  if (
    words.some(
      ({ lower, text }, index) =>
        /^(?:pas|mais|car|si|plutôt|donc|parce|non)$/.test(lower) || /^[;:—–]$/.test(text) || endsSentence(tokens, from + index),
    )
  )
    return false;
  return words
    .slice(2)
    .some(({ lower, text }) => text === "," || /^(?:de|d'|du|des|qui|que|qu'|où|dont|à|pour|entre|par|en)$/.test(lower));
}

/** Verbs whose object, or whose preposition, asks for itself; the subject may follow such a verb. */
const governing: readonly {
  readonly verb: RegExp;
  readonly preposition?: RegExp;
  readonly asks: string;
  readonly kind: CandidateKind;
  readonly reflexive?: true;
}[] = [
  { verb: /^(?:désigne|désignent|signifie|signifient|mesure|mesurent|étudie)$/, asks: "Que", kind: "meaning" },
  { verb: /^(?:compose|composent)$/, preposition: /^(?:de|d'|du|des)$/, asks: "De quoi", kind: "object", reflexive: true },
  { verb: /^(?:repose|reposent|reposait)$/, preposition: /^sur$/, asks: "Sur quoi", kind: "object" },
  {
    verb: /^(?:provient|proviennent|vient|viennent|provenait)$/,
    preposition: /^(?:de|d'|du|des)$/,
    asks: "D’où",
    kind: "object",
  },
  { verb: /^(?:sert|servent|servait|servaient)$/, preposition: /^(?:à|au|aux)$/, asks: "À quoi", kind: "object" },
  { verb: /^(?:dépend|dépendent|dépendait)$/, preposition: /^(?:de|d'|du|des)$/, asks: "De quoi", kind: "object" },
  { verb: /^(?:consiste|consistent)$/, preposition: /^(?:à|en)$/, asks: "En quoi", kind: "object" },
];

/** "Le bronze se compose de cuivre et d'étain": what is it made of? */
export const governedObjects: PlainRule = {
  name: "governed object",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, text } = line;
    for (const { verb: pattern, preposition, asks, kind, reflexive } of governing) {
      const at = tokens.findIndex(({ lower }) => pattern.test(lower));
      if (at < 1 || (preposition && !preposition.test(tokens[at + 1]?.lower ?? ""))) continue;
      if (reflexive && tokens[at - 1]?.lower !== "se") continue;
      const subject = subjectOf(line, reflexive ? at - 1 : at);
      const place = { from: at + 1, to: end };
      if (subject === undefined || !isPlainObject(line, place, preposition === undefined)) continue;
      const span = spanOf(tokens, place);
      const verb = `${reflexive ? "se " : ""}${tokens[at]?.text}`;
      return [questionOf(kind, span, `${asks} ${verb} ${subject}\u202f?`, capitalised(text.slice(span.start, span.end)))];
    }
    return [];
  },
};

function isPlainObject({ tokens, text }: Analysis, { from, to }: TokenRange, isDirect: boolean): boolean {
  const words = tokens.slice(from, to);
  if (words.length < 2 || words.length > 14 || contentCount(tokens, { from, to }) < 1) return false;
  if (isDirect && words[0]?.tag !== "DET" && words[0]?.text !== "«") return false;
  if (figuresIn(text.slice(tokens[from]?.start)).length > 1) return false;
  return words.every(
    ({ text: sign, lower }, index) =>
      !/^[,;:—–(]$/.test(sign) && !/^(?:pas|mais|car|si|parce)$/.test(lower) && !endsSentence(tokens, from + index),
  );
}

/** "Le squelette compte 206 os": how many? */
export const howMany: PlainRule = {
  name: "how many",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, text } = line;
    const at = tokens.findIndex(({ lower }) =>
      /^(?:compte|comptent|comptait|comptaient|possède|possèdent|possédait|contient|contiennent|comprend|comprennent|comporte|comportent)$/.test(
        lower,
      ),
    );
    const subject = at < 1 ? undefined : subjectOf(line, at);
    if (
      subject === undefined ||
      tokens
        .slice(at, end)
        .some(({ text: sign, lower }, index) => /^[,;:(]$/.test(sign) || lower === "et" || endsSentence(tokens, at + index))
    )
      return [];
    const number = figuresIn(text).find(({ span, isCount }) => isCount && span.start >= (tokens[at]?.end ?? 0));
    const isNear = number && tokens.findIndex(({ start }) => start >= number.span.start) - at <= 3;
    const thing = tokens.findIndex(({ start }) => number !== undefined && start >= number.span.end);
    if (!number || !isNear || number.isSmall || thing < 0) return [];
    const noun = /^d['’e]/.test(tokens[thing]?.text ?? "") ? thing + 1 : thing;
    const to = countedEnd(line, noun);
    const things = text.slice(tokens[noun]?.start, tokens[to - 1]?.end);
    const after = text.slice(tokens[to - 1]?.end, tokens[end - 1]?.end).trim();
    const question = `Combien ${withDe(things)} ${tokens[at]?.text} ${subject}${after === "" ? "" : ` ${after}`}\u202f?`;
    const answer = capitalised(text.slice(tokens[at + 1]?.start, number.span.end));
    return [questionOf("count", number.span, question, answer)];
  },
};

/** "climats classés au patrimoine mondial": what a participle or "de" hangs on the noun stays with it; "en 1700" does not. */
function countedEnd({ tokens, end }: Analysis, noun: number): number {
  let to = noun;
  while (isForeAdjective(tokens[to]) && to < end - 1) to += 1;
  to += 1;
  while (to < end && (tokens[to]?.tag === "PROPN" || isAdjectiveAt(tokens, to))) to += 1;
  const takesMore = [to - 1, to].some((at) => at > noun && tokens[at]?.tag === "X" && participle.test(tokens[at]?.lower ?? ""));
  return takesMore || /^(?:de|d'|du|des|qui|dont|où)$/.test(tokens[to]?.lower ?? "") ? end : to;
}

const participle = /\p{L}{2}(?:[éiu]e?s|ises|its|ites|erts|ertes)$/u;
