/** What a card says in words of its own, in the language of its deck. */
export interface Wording {
  /** Above a quote. */
  readonly whoSaidThis: string;
  /** Below a quote, where another program shows it. */
  readonly whoSaidIt: string;
  readonly quotationMarks: readonly [string, string];
  /** Shows "a(n)" before a gap, because "a" or "an" would tell how the answer begins. */
  readonly hidesArticle: boolean;
}

const english: Wording = {
  whoSaidThis: "Who said this?",
  whoSaidIt: "Who said it?",
  quotationMarks: ["“", "”"],
  hidesArticle: true,
};

/** A language more is a row more. */
const wordings: Readonly<Record<string, Wording>> = {
  en: english,
  de: { whoSaidThis: "Wer hat das gesagt?", whoSaidIt: "Wer hat das gesagt?", quotationMarks: ["„", "“"], hidesArticle: false },
  fr: {
    whoSaidThis: "Qui a dit cela\u202f?",
    whoSaidIt: "Qui a dit cela\u202f?",
    quotationMarks: ["«\u202f", "\u202f»"],
    hidesArticle: false,
  },
  es: { whoSaidThis: "¿Quién dijo esto?", whoSaidIt: "¿Quién dijo esto?", quotationMarks: ["«", "»"], hidesArticle: false },
  it: { whoSaidThis: "Chi l’ha detto?", whoSaidIt: "Chi l’ha detto?", quotationMarks: ["«", "»"], hidesArticle: false },
  pt: { whoSaidThis: "Quem disse isto?", whoSaidIt: "Quem disse isto?", quotationMarks: ["«", "»"], hidesArticle: false },
  nl: {
    whoSaidThis: "Wie heeft dit gezegd?",
    whoSaidIt: "Wie heeft dit gezegd?",
    quotationMarks: ["“", "”"],
    hidesArticle: false,
  },
  ru: { whoSaidThis: "Кто это сказал?", whoSaidIt: "Кто это сказал?", quotationMarks: ["«", "»"], hidesArticle: false },
  ja: { whoSaidThis: "誰の言葉ですか。", whoSaidIt: "誰の言葉ですか。", quotationMarks: ["「", "」"], hidesArticle: false },
  zh: { whoSaidThis: "这是谁说的？", whoSaidIt: "这是谁说的？", quotationMarks: ["“", "”"], hidesArticle: false },
};

/** @param language BCP 47; English where the deck says none, and for the question in a language without a row */
export function wordingIn(language: string | undefined): Wording {
  const code = language?.toLowerCase().split(/[-_]/)[0] ?? "en";
  return Object.hasOwn(wordings, code) ? (wordings[code] ?? english) : { ...english, hidesArticle: false };
}
