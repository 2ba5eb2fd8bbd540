import { type FigureWords, figureFinder } from "../figures.ts";
import { months, numberWords } from "./word-lists.ts";

const era = "(?:\\s(?:av|apr|ap)\\.\\sJ\\.-C\\.)";
const year = "(?:1[0-9]|20)\\d\\d";
const day = `(?:\\d{1,2}|1er)\\s(?:${months})(?:\\s\\d{3,4})?`;
const century = "[IVXL]+(?:e|er|ᵉ|ème)";

const figures: FigureWords = {
  dates: [
    { pattern: `${day}\\s(?:au|à)\\s${day}`, hint: "quand\u202f?" },
    {
      pattern: `(?:\\d{1,2}|1er)(?:\\s?(?:-|–|au|et)\\s?\\d{1,2})?\\s(?:${months})(?:\\s\\d{3,4})?`,
      hint: "quand\u202f?",
    },
    { pattern: `(?:${months})\\s\\d{4}`, hint: "quand\u202f?" },
    { pattern: `(?:${century}\\s?(?:et|au|-|–)\\s?(?:le\\s)?)?${century}\\ssiècles?${era}?`, hint: "quel siècle\u202f?" },
    { pattern: "années\\s(?:\\d{4}|\\d{2}|vingt|trente|quarante|cinquante|soixante)", hint: "quelle décennie\u202f?" },
    { pattern: `\\d{1,4}${era}`, hint: "quelle année\u202f?" },
    { pattern: `${year}(?:\\s(?:à|et)\\s|\\s?[–-]\\s?)${year}`, hint: "quelles années\u202f?" },
    {
      pattern: `(?<=(?:[Ee]n|[Dd]epuis|[Dd]ès|[Vv]ers|[Aa]près|[Aa]vant|jusqu['’]en|l['’]an|[Aa]nnée|et)\\s)${year}`,
      hint: "quelle année\u202f?",
    },
    { pattern: `${year}(?!\\s(?:\\p{Ll}+[sx](?!\\p{L})|d['’]|de\\s)|[\\s\\u00a0\\u202f]?[%€$°])`, hint: "quelle année\u202f?" },
  ],
  numberWords,
  scales: "mille|millions?|milliards?|billions?",
  rangeWords: "à|ou|et",
  ratioWord: "sur",
  fractions:
    "la moitié|(?:un|les? deux|deux)\\stiers|(?:un|les trois|trois)\\squarts?(?!\\sd['’]heure)|(?:un|deux|trois|quatre)\\s(?:cinquièmes?|sixièmes?|huitièmes?|dixièmes?)",
  units: [
    { pattern: "%|pour cent|points de pourcentage", hint: "quel pourcentage\u202f?" },
    {
      pattern:
        "(?:nano|micro|milli)?secondes?|minutes?|jours?|nuits?|semaines?|mois|ans?|années?|décennies?|siècles?|millénaires?|générations?",
      hint: "combien de temps\u202f?",
    },
    { pattern: "heures?|h" },
    {
      pattern:
        "km\\/h|m\\/s|(?:kilo|centi|milli|nano|micro)?mètres?(?:\\s(?:carrés|cubes))?|km²|m²|km|cm|mm|nm|m|lieues?|pieds?|pouces?|hectares?|années-lumière",
      hint: "combien\u202f?",
    },
    {
      pattern:
        "(?:kilo|milli)?grammes?|kilos?|kg|mg|g|tonnes?|(?:milli|hecto|centi)?litres?|ml|cl|l|(?:kilo)?calories|kcal|(?:kilo|méga|giga)?watts?(?:-heures?)?|kWh?|MW|GW|TWh|joules?|euros?|francs?|dollars?|livres?|€",
      hint: "combien\u202f?",
    },
    { pattern: "degrés?(?:\\s(?:Celsius|Fahrenheit))?|°C", hint: "quelle température\u202f?" },
    {
      pattern: "(?:kilo|méga|giga|téra)?(?:octets?|bits?)|(?:kilo|méga|giga)?hertz|k?Hz|MHz|GHz|volts?|décibels?|bars?",
      hint: "combien\u202f?",
    },
    { pattern: "fois", hint: "combien de fois\u202f?" },
  ],
  counted: "(?:d['’])?\\p{Ll}+(?:s|x)(?!\\p{L})|(?:\\p{Ll}+\\s)?(?:d['’]|de\\s)\\p{Ll}+",
  age: { before: "à peine|à|âgée? de|âge de|seulement", hint: "quel âge\u202f?" },
  hints: { count: "combien\u202f?", ratio: "quelle proportion\u202f?", fraction: "quelle part\u202f?", money: "combien\u202f?" },
  notAfter:
    "(?:[Cc]hapitre|[Ff]igure|[Tt]ableau|[Pp]age|p\\.|[Aa]rticle|art\\.|[Vv]ersion|[Tt]ype|[Nn]uméro|n°|[Tt]ome|[Vv]olume|[Pp]artie|[Nn]iveau|[Pp]hase|[Cc]lasse|[Gg]roupe|[Aa]pollo|[Aa]riane|[Vv]itamine|[Ff]acteur|[Pp]aris|tranchées de|guerre de|[IVXL]+,)",
  dateNotAfter:
    "\\p{L}{3,}(?<!date|datent|datait|dataient|partir|compter|plus|moins|autour|printemps|été|automne|hiver|début|fin|milieu) de",
  approximators: "environ|quelque|près de|plus de|moins de|au moins|presque|jusqu['’]à|à peine|seulement",
  given: "les|ces|ses|leurs|des|nos|vos",
  small: "deux|trois|quatre|2|3|4",
};

export const figuresIn = figureFinder(figures);
