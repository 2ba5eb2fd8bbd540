import { antonymPairs } from "../language/word-lists.ts";

/** Words that make another answer of an answer, in all languages that are asked in their own: negations, numbers, opposites. */
const negations = wordSet(`
  no not never neither nor none nothing nobody without cannot hardly
  nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder ohne kaum
  ne non pas jamais aucun aucune ni sans rien personne`);

const numbers = wordSet(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen half third quarter
  first second fourth fifth sixth seventh eighth ninth tenth once twice double triple
  null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig
  hundert tausend millionen milliarde milliarden dutzend halb hälfte drittel viertel erste zweite dritte vierte doppelt
  zéro deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante
  cent cents mille millions milliard milliards douzaine moitié tiers quart premier première deuxième troisième`);

const opposites = new Map<string, ReadonlySet<string>>();
for (const [a, b] of [...antonymPairs, ...antonymPairs.map(([one, other]) => [other, one] as const)])
  opposites.set(a, new Set([...(opposites.get(a) ?? []), b]));

/** "Because it is cold" asks for "it is cold". */
const opener =
  /^(?:because|if|when|weil|wenn|da|falls|indem|parce que|parce qu['’]|puisque|car|si|quand|lorsque)(?:\s+|(?<=['’]))/i;

export function withoutOpener(answer: string): string {
  return answer.replace(opener, "");
}

/** "n't" and "n'" negate too. */
export function isNegation(word: string): boolean {
  return negations.has(word) || /n['’]t$|^n['’]/.test(word);
}

export function isNumberWord(word: string): boolean {
  return numbers.has(word);
}

export function areOpposites(a: string, b: string): boolean {
  return opposites.get(a)?.has(b) ?? false;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
