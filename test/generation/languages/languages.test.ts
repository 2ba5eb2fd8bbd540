import { describe, expect, test } from "vitest";
import { generate } from "../../../src/generation/generate.ts";
import { languageOf } from "../../../src/generation/language/detect.ts";
import type { Tagger } from "../../../src/generation/language/tagger.ts";
import { stopWords } from "../../../src/generation/languages/stop-words.ts";
import type { Source, SourceItem } from "../../../src/sources/source.ts";
import { cardRows } from "../../support/card-rows.ts";
import { candidatesIn } from "../../support/cards-in.ts";
import { fixtureNote } from "../../support/fixture-notes.ts";
import { processorMs } from "../../support/processor-time.ts";

const sentences: Readonly<Record<string, string>> = {
  en: "Fever is a defence of the body, and it is not an illness in itself.",
  de: "Das Fieber ist eine Abwehr des Körpers und nicht die Krankheit selbst.",
  fr: "La fièvre est une défense du corps et non la maladie elle-même.",
  es: "La fiebre es una defensa del cuerpo y no la enfermedad en sí, según los médicos.",
  it: "La febbre è una difesa del corpo e non la malattia, come si crede nel mondo.",
  pt: "A febre é uma defesa do corpo e não uma doença em si, como se pensa no mundo.",
  nl: "De koorts is een afweer van het lichaam en niet de ziekte zelf.",
  sv: "Feber är ett försvar för kroppen och inte en sjukdom i sig, men den är farlig.",
  pl: "Gorączka jest obroną ciała, a nie chorobą, i nie należy się jej bać, jak to jest w książkach.",
  fi: "Kuume on kehon puolustus, mutta se ei ole sairaus, kun se on lievä ja joka lapsella.",
  tr: "Ateş bir hastalık değil, vücudun savunması olarak bilinir ve çok yararlı bir tepki için gibi.",
  cs: "Horečka je obrana těla a není to nemoc, jako se to píše v knihách o zdraví.",
  ru: "Жар это не болезнь, а защита тела, и он не опасен, как это кажется.",
  uk: "Жар це не хвороба, а захист тіла, і він не є небезпечним, як це здається.",
  ja: "発熱は病気ではなく、体の防御である。",
  zh: "发烧不是疾病，而是身体的防御。",
  ko: "열은 병이 아니라 몸의 방어이다.",
  el: "Ο πυρετός είναι άμυνα του σώματος και όχι ασθένεια.",
  he: "חום הוא הגנה של הגוף ולא מחלה.",
};

describe("a note is told to be in", () => {
  test.each(Object.entries(sentences))("%s: %s", (language, text) => {
    expect(languageOf(noteOf([text]))).toBe(language);
  });
});

test("one foreign line does not turn a note, and the note's own word decides", () => {
  const note = noteOf([sentences.de ?? "", sentences.de ?? "", sentences.fr ?? ""]);
  expect(languageOf(note)).toBe("de");
  expect(languageOf({ ...note, language: "nl" })).toBe("nl");
});

test("a note of one English sentence is English", () => {
  expect(languageOf(noteOf(["Fever is a defence rather than a malfunction."]))).toBe("en");
});

test("stop words are lower-cased and stand once, so that a vote counts each", () => {
  for (const words of Object.values(stopWords)) for (const word of words) expect(word).toBe(word.toLowerCase());
});

test("only English asks the tagger", () => {
  const tagger: Tagger = {
    tag: () => {
      throw new Error("asked the tagger");
    },
    canBeVerb: () => false,
    knows: () => true,
    lemmaOf: (verb) => verb,
  };
  for (const name of ["german-hanse", "french-fromage"])
    expect(generate(fixtureNote(name), { tagger }).notes.length).toBeGreaterThan(10);
  expect(() => generate(noteOf([sentences.en ?? ""]), { tagger })).toThrow("asked the tagger");
});

describe("a language without rules of its own is asked for what its words show", () => {
  test.each([
    ["es", "La crisis no fue causada por la escasez, sino por la especulación.", "sino por la […]. → especulación"],
    ["it", "Il Rinascimento nacque non a Roma, ma a Firenze.", "ma a […]. → Firenze"],
    ["pt", "A crise não nasceu da escassez de trigo, mas da especulação.", "mas da […]. → especulação"],
    ["nl", "De tulpenmanie was niet een crisis van armoede, maar van speculatie.", "maar van […]. → speculatie"],
    ["ru", "Великая депрессия была вызвана не засухой, а крахом биржи.", "а […]. → крахом биржи"],
    ["es", "El 12 de octubre de 1492 Cristóbal Colón llegó a América.", "→ 12 de octubre de 1492"],
    ["es", "El 12 de octubre de 1492 Cristóbal Colón llegó a América.", "→ Cristóbal Colón"],
    ["nl", "Het Rijksmuseum werd ontworpen door Pierre Cuypers en geopend in 1885.", "→ Pierre Cuypers"],
    ["pt", "Os portugueses chegaram ao Brasil em 22 de abril de 1500.", "→ 22 de abril de 1500"],
    ["ru", "12 апреля 1961 года Юрий Гагарин совершил первый полёт в космос.", "→ 12 апреля 1961"],
    ["ja", "明治維新は1868年に始まり、江戸幕府の支配を終わらせた。", "→ 1868年"],
    ["ja", "日本の人口は約1億2500万人である。", "→ 約1億2500万人"],
    ["sv", "Alfred Nobel uppfann dynamiten 1867 och blev mycket rik.", "→ 1867"],
  ])("%s: %s", (language, text, card) => {
    expect(candidatesIn(language, text).some((one) => one.endsWith(card))).toBe(true);
  });

  test("at most twice a line, without hints", () => {
    const rich = "Nel 1610 Galileo Galilei osservò a Padova le 4 lune di Giove, il 20 % in più di Simon Marius.";
    const rows = cardRows(generate(noteOf([rich, "La luna non brilla.", "Il sole non tramonta.", "La terra non si ferma."])));
    expect(rows.filter(({ line }) => line === 1)).toHaveLength(2);
    expect(rows.map(({ front }) => front).join()).not.toMatch(/\[[^…]/);
  });
});

describe("works among the references are asked for by their authors", () => {
  test.each([
    [
      "de",
      "„Sylvicultura oeconomica“ von Hans Carl von Carlowitz",
      "Von wem stammt „Sylvicultura oeconomica“? → Hans Carl von Carlowitz",
    ],
    [
      "fr",
      "Esquisse d'une psychologie du cinéma d'André Malraux",
      "De qui est « Esquisse d'une psychologie du cinéma » ? → André Malraux",
    ],
    ["de", "Gemälde von Caspar David Friedrich", undefined],
  ])("%s: %s", (language, text, card) => {
    const item: SourceItem = { section: "references", text, line: 1 };
    const [row] = cardRows(generate({ authors: [], items: [item], emptySections: [] }, { language }));
    expect(row && `${row.front} → ${row.answers}`).toBe(card);
  });
});

test("hostile lines are survived in linear time", () => {
  const texts = [
    "(".repeat(2000),
    `${"a, ".repeat(600)}nicht b`,
    "İıŞ ﬃ 𝕊𝕌𝕄 e\u0301 \u202e weil \u0000 da",
    "weil ".repeat(400),
    "nicht ".repeat(330),
    "1 bis ".repeat(330),
    "1 000 ".repeat(330),
    "12.".repeat(660),
    "l'".repeat(1000),
    "quatre-vingt-".repeat(150),
    "vierundvierzig".repeat(140),
    "Die Katze und ".repeat(140),
    "Le Ab de ".repeat(220),
    "1年".repeat(1000),
    "カ".repeat(2000),
    `${"I".repeat(2000)}e siècle`,
    "„“",
  ];
  const taken = processorMs(() => {
    for (const language of ["de", "fr", "es", "ja", "xx"]) {
      for (const section of ["facts", "quotes"] as const) {
        const items = texts.map((text, line): SourceItem => ({ section, text, line }));
        generate({ authors: [], items, emptySections: [] }, { language });
      }
    }
  });
  expect(taken).toBeLessThan(8000);
});

function noteOf(texts: readonly string[]): Source {
  const items = texts.map((text, index): SourceItem => ({ section: "facts", text, line: index + 1 }));
  return { authors: [], items, emptySections: [] };
}
