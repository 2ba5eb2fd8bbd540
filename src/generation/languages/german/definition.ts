import { capitalised } from "../../../text/capitalised.ts";
import type { Analysis } from "../../analysis.ts";
import { questionOf } from "../../candidates/candidate.ts";
import { contentCount, isNominal, spanOf, type Token, type TokenRange } from "../../language/token.ts";
import type { PlainRule } from "../plain-rule.ts";
import { figuresIn } from "./figures.ts";
import { inverted, lowerFirst, secondVerb } from "./verb-second.ts";

const fewestWords = 4;
const mostWords = 22;

/** "X ist ein Y": what is X? Only where Y tells X from the rest of its kind. */
export const definitions: PlainRule = {
  name: "definition",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, text } = line;
    const verb = secondVerb(tokens, { from: 0, to: end });
    const copula = tokens[verb ?? -1]?.lower ?? "";
    if (verb === undefined || verb > 6 || !/^(?:ist|sind|war|waren)$/.test(copula) || tokens[0]?.tag === "ADP") return [];
    const complement = { from: verb + 1, to: end };
    if (
      !defines(tokens.slice(complement.from, complement.to)) ||
      /^(?:diese|dieser|dieses|sein|seine|ihr|ihre)$/.test(tokens[0]?.lower ?? "")
    )
      return [];
    const first = tokens[0] as Token;
    // "Größter in Österreich": an adjective that stands for what is not named.
    if (/(?:s|ß)te[nrs]?$/.test(first.lower)) return [];
    const subject = lowerFirst(text.slice(first.start, tokens[verb - 1]?.end), first, tokens[1]);
    if (subject === undefined) return [];
    const asks = isPerson(tokens, verb) ? "Wer" : "Was";
    const span = spanOf(tokens, complement);
    const question = `${asks} ${copula} ${subject}?`;
    return [questionOf("definition", span, question, capitalised(text.slice(span.start, span.end)))];
  },
};

/** An article first, no superlative, nothing but the noun and what tells it apart. */
function defines(words: readonly Token[]): boolean {
  if (!/^(?:ein|eine|der|die|das)$/.test(words[0]?.lower ?? "") || words.length < fewestWords || words.length > mostWords)
    return false;
  const second = words[1]?.lower ?? "";
  if (
    /^(?:einzige|gleiche|selbe|letzte|erste|wichtigste|weg|art|teil|grund|beispiel|folge|ergebnis|schlüssel|frage|problem)|(?:s|ß)te[nrs]?$/.test(
      second,
    )
  )
    return false;
  if (words.some(({ lower, text }) => /^(?:nicht|sondern|statt|aber|weil|denn|wenn)$/.test(lower) || /^[;:—–]$/.test(text)))
    return false;
  return words
    .slice(2)
    .some(({ lower, text, tag }) => tag === "ADP" || text === "," || /^(?:des|der|eines|einer|aus)$/.test(lower));
}

/** Two capitals without an article, and what people are. */
function isPerson(tokens: readonly Token[], verb: number): boolean {
  const bare = verb >= 2 && tokens.slice(0, verb).every((token) => isNominal(token) || /^(?:von|van|de)$/.test(token.lower));
  const role = tokens.slice(verb + 1).find(isNominal)?.lower ?? "";
  return (
    bare &&
    /(?:er|in|ist|istin|loge|login|oge|ker|mann|frau|könig|kaiser|graf|papst|arzt|ärztin|genie|philosoph|dichter|general|mönch)$/.test(
      role,
    )
  );
}

/** Verbs whose object, or whose preposition, asks for itself. */
const governing: readonly { readonly verb: RegExp; readonly preposition?: RegExp; readonly asks: string }[] = [
  {
    verb: /^(?:bezeichnet|bezeichnen|bedeutet|bedeuten|beschreibt|misst|messen|besagt|besagte|regelt|regeln|reguliert|steuert|steuern|untersucht)$/,
    asks: "Was",
  },
  { verb: /^(?:besteht|bestehen|bestand|bestanden)$/, preposition: /^aus$/, asks: "Woraus" },
  { verb: /^(?:dient|dienen|diente|dienten)$/, preposition: /^(?:zur|zum|dazu|der|dem)$/, asks: "Wozu" },
  { verb: /^(?:beruht|beruhen|basiert|basieren|beruhte|basierte)$/, preposition: /^auf$/, asks: "Worauf" },
  { verb: /^(?:führt|führen|führte|führten)$/, preposition: /^(?:zu|zum|zur)$/, asks: "Wozu" },
  { verb: /^(?:schützt|schützen|schützte)$/, preposition: /^vor$/, asks: "Wovor" },
  { verb: /^(?:stammt|stammen|stammte|stammten)$/, preposition: /^(?:aus|von|vom)$/, asks: "Woher" },
];

/** "Bronze besteht aus Kupfer und Zinn": what does it consist of? */
export const governedObjects: PlainRule = {
  name: "governed object",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end } = line;
    const verb = secondVerb(tokens, { from: 0, to: end });
    const rule = verb === undefined || verb > 9 ? undefined : governing.find((one) => one.verb.test(tokens[verb]?.lower ?? ""));
    if (verb === undefined || !rule || tokens[0]?.tag === "ADP") return [];
    const place = { from: verb + 1, to: end };
    if (rule.preposition && !rule.preposition.test(tokens[place.from]?.lower ?? "")) return [];
    if (!isPlainObject(line, place, rule.asks === "Was")) return [];
    const rest = inverted(line, { from: 0, to: verb + 1 });
    if (rest === undefined) return [];
    const isQuoted = /^[„"]$/.test(tokens[place.from]?.text ?? "");
    const span = spanOf(tokens, { from: place.from + (tokens[place.from]?.text === "," ? 1 : 0), to: isQuoted ? end + 1 : end });
    const answer = capitalised(line.text.slice(span.start, span.end));
    return [questionOf(rule.asks === "Was" ? "meaning" : "object", span, `${rule.asks} ${rest}?`, answer)];
  },
};

/** One phrase or one "dass" clause, nothing hung on. */
function isPlainObject({ tokens, text }: Analysis, { from, to }: TokenRange, isDirect: boolean): boolean {
  const words = tokens.slice(from, to);
  const isThat = words[0]?.text === "," && words[1]?.lower === "dass";
  if (words.length < 2 || words.length > (isThat ? 20 : 14) || contentCount(tokens, { from, to }) < 1) return false;
  if (isDirect && !isThat && !/^(?:DET|ADJ|NOUN|NUM)$/.test(words[0]?.tag ?? "") && words[0]?.text !== "„") return false;
  if (figuresIn(text.slice(tokens[from]?.start)).length > 1) return false;
  return words
    .slice(isThat ? 2 : 0)
    .every(({ text: sign, tag, lower }) => !/^[,;:—–(]$/.test(sign) && tag !== "SCONJ" && lower !== "nicht" && lower !== "aber");
}

/** "26 Kantone mit eigener Verfassung": what hangs on the counted thing stays with it. */
const attribute = /^(?:mit|ohne|von|vom|aus|des|der|eines|einer)$/;

/** "Der Körper hat 206 Knochen": how many? */
export const howMany: PlainRule = {
  name: "how many",
  inQuotes: false,
  find: ({ line }) => {
    const { tokens, end, text } = line;
    const verb = secondVerb(tokens, { from: 0, to: end });
    if (
      verb === undefined ||
      !/^(?:hat|haben|hatte|hatten|besitzt|besitzen|enthält|enthalten|umfasst|umfassen|zählt|zählte|zählten)$/.test(
        tokens[verb]?.lower ?? "",
      )
    )
      return [];
    const approximately = /^(?:rund|etwa|ungefähr|circa|mindestens|knapp|über|fast)$/.test(tokens[verb + 1]?.lower ?? "") ? 1 : 0;
    const number = figuresIn(text).find(({ span, isCount }) => isCount && span.start === tokens[verb + 1 + approximately]?.start);
    const thing = tokens.findIndex((token) => number !== undefined && token.start >= number.span.end);
    if (!number || number.isSmall || thing < 0) return [];
    const noun = tokens.findIndex((token, index) => index >= thing && isNominal(token));
    const last = attribute.test(tokens[noun + 1]?.lower ?? "") && isNominal(tokens[end - 1]) ? end - 1 : noun;
    const rest = inverted(line, { from: 0, to: end }, { from: verb + 1, to: last + 1 });
    if (rest === undefined || noun < 0 || noun - thing > 2) return [];
    const things = text.slice(tokens[thing]?.start, tokens[last]?.end);
    const answer = capitalised(text.slice(tokens[verb + 1]?.start, number.span.end));
    return [questionOf("count", number.span, `Wie viele ${things} ${rest}?`, answer)];
  },
};
