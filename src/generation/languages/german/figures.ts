import { type FigureWords, figureFinder } from "../figures.ts";
import { months, numberWords } from "./word-lists.ts";

const era = "(?:\\s[vn]\\.\\s?(?:Chr\\.|u\\.\\s?Z\\.))?";
const year = "(?:1[0-9]|20)\\d\\d";

const figures: FigureWords = {
  dates: [
    {
      pattern: `\\d{1,2}\\.(?:\\s?(?:auf den|auf|bis zum|bis|und|–|/)\\s?\\d{1,2}\\.)?\\s(?:${months})(?:\\s\\d{3,4})?${era}`,
      hint: "wann?",
    },
    { pattern: `(?:${months})\\s\\d{4}`, hint: "wann?" },
    {
      pattern: `(?:\\d{1,2}\\.(?:\\s(?:und|bis|oder)\\s|–))?\\d{1,2}\\.\\s(?:Jahrhunderts?|Jh\\.)${era}`,
      hint: "welches Jahrhundert?",
    },
    { pattern: `\\d{1,3}0er[- ]Jahren?`, hint: "welches Jahrzehnt?" },
    {
      pattern: `\\d{1,4}(?:\\s(?:bis|und)\\s|\\s?–\\s?)\\d{1,4}\\s[vn]\\.\\s?(?:Chr\\.|u\\.\\s?Z\\.)`,
      hint: "welcher Zeitraum?",
    },
    { pattern: `\\d{1,4}\\s[vn]\\.\\s?(?:Chr\\.|u\\.\\s?Z\\.)`, hint: "welches Jahr?" },
    { pattern: `${year}(?:\\s(?:bis|und)\\s|\\s?[–-]\\s?)${year}(?!\\s\\p{Lu})`, hint: "welcher Zeitraum?" },
    { pattern: `(?<=(?:[Ss]eit|[Aa]b|[Uu]m|[Bb]is|[Jj]ahre?|[Aa]nno|[Vv]or|[Nn]ach)\\s)${year}`, hint: "welches Jahr?" },
    { pattern: `${year}(?!\\s(?:\\p{Lu}|Prozent)|\\s?%)`, hint: "welches Jahr?" },
  ],
  numberWords,
  scales: "Hundert|Tausend|Million(?:en)?|Milliarden?|Billionen?|Mio\\.|Mrd\\.|Dutzend",
  rangeWords: "bis zu|bis|oder|zu",
  ratioWord: "von",
  fractions:
    "(?:ein|zwei|drei|vier)\\s(?:Drittel|Viertel|Fünftel|Sechstel|Siebtel|Achtel|Zehntel|Hundertstel)|die Hälfte|ein Hundertstel|anderthalb",
  units: [
    { pattern: "%|Prozent(?:punkten?)?", hint: "wie viel Prozent?" },
    { pattern: "Uhr", hint: "wann?" },
    { pattern: "Grad(?:\\s(?:Celsius|Fahrenheit))?|°C", hint: "wie viel Grad?" },
    {
      pattern:
        "(?:(?:Nano|Mikro|Milli)sekunden?|Sekunden?|Minuten?|Stunden?|Tagen?|Tag|Nächten?|Nacht|Wochen?|Monaten?|Monat|Jahren?|Jahr|Jahrzehnten?|Jahrhunderten?|Jahrtausenden?|Generationen)(?:\\slang)?",
      hint: "wie lange?",
    },
    {
      pattern:
        "km\\/h|m\\/s|(?:Quadrat|Kubik)?(?:[Kk]ilo|[Zz]enti|[Mm]illi|[Nn]ano|[Mm]ikro)?[Mm]etern?|km²|m²|km|cm|mm|nm|m|Meilen?|Fuß|Zoll|Lichtjahren?|Hektar",
      hint: "wie viel?",
    },
    {
      pattern:
        "(?:Kilo|Milli)?[Gg]ramm|kg|mg|g|Tonnen?|(?:Milli|Hekto)?[Ll]itern?|ml|l|(?:Kilo)?[Kk]alorien|kcal|(?:Kilo|Mega|Giga)?[Ww]att(?:stunden)?|kW|MW|GW|Joule|Euro|Dollar|Mark|Franken|Pfund|Taler|Gulden|Cent",
      hint: "wie viel?",
    },
    {
      pattern: "Kelvin|(?:Kilo|Mega|Giga|Tera)?[Bb]ytes?|Bits?|(?:Kilo|Mega|Giga)?[Hh]ertz|k?Hz|MHz|GHz|Volt|Dezibel|bar",
      hint: "wie viel?",
    },
    { pattern: "[Mm]al|fach(?:e[ns]?)?", hint: "wie oft?" },
  ],
  counted: "(?:\\p{Ll}+(?:e|en|er|es|em)\\s)?\\p{Lu}\\p{Ll}+",
  age: { before: "im Alter von|mit|Alter von", hint: "welches Alter?" },
  hints: { count: "wie viele?", ratio: "welches Verhältnis?", fraction: "welcher Anteil?", money: "wie viel?" },
  notAfter:
    "(?:[Kk]apitel|Abbildung|Abb\\.|Tabelle|Seite|S\\.|Artikel|Art\\.|Paragra(?:ph|f)|§|Absatz|Version|Typs?|Nr\\.|Nummer|Band|Teil|Stufe|Phase|Klasse|Apollo|Formel|Ariane|Vitamin|Gruppe|Generation|Faktor|Stand|[IVXL]+,)",
  dateNotAfter: "\\p{Lu}\\p{Ll}+ von",
  approximators: "rund|etwa|ungefähr|über|fast|knapp|mindestens|höchstens|circa|ca\\.|bis zu|nur|weitere[rn]?|jeweils|gegen",
  given: "die|diese|dieser|diesen|der|den|alle|ihre|ihren|seine|seinen",
  small: "zwei|drei|vier|2|3|4",
};

export const figuresIn = figureFinder(figures);
