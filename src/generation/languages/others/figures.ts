import { type Figure, type FigureWords, figureFinder } from "../figures.ts";

const year = "(?:1[0-9]|20)\\d\\d";
const never = "(?!)";

/** What a language needs so that its dates are found; numbers are digits everywhere. */
interface Calendar {
  readonly months: string;
  /** Between day, month and year. */
  readonly joint: string;
  readonly century: string;
  readonly scales: string;
  readonly range: string;
}

const calendars: Readonly<Record<string, Calendar>> = {
  es: {
    months: "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
    joint: "\\sde(?:l)?\\s",
    century: "siglo\\s[IVXL]+",
    scales: "mil|millón|millones",
    range: "a|o|y",
  },
  pt: {
    months: "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro",
    joint: "\\sde\\s",
    century: "século\\s[IVXL]+",
    scales: "mil|milhão|milhões|bilhões",
    range: "a|ou|e",
  },
  it: {
    months: "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre",
    joint: "\\s",
    century: "[IVXL]+\\ssecolo",
    scales: "mila|milione|milioni|miliardi",
    range: "a|o|e",
  },
  nl: {
    months: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
    joint: "\\s",
    century: "\\d{1,2}[de]+\\seeuw",
    scales: "duizend|miljoen|miljard",
    range: "tot|of|à",
  },
  sv: {
    months: "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
    joint: "\\s",
    century: "\\d{2}00-talet",
    scales: "tusen|miljoner|miljarder",
    range: "till|eller",
  },
  ru: {
    months: "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
    joint: "\\s",
    century: "[IVXLХ]+\\sвек(?:а|е|ом)?",
    scales: "тысяч|тысячи|миллион(?:а|ов)?|миллиард(?:а|ов)?",
    range: "до|или",
  },
  ca: {
    months: "gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre",
    joint: "\\s(?:de\\s|d['’])(?:l['’])?",
    century: "segle\\s[IVXL]+",
    scales: "mil|milió|milions",
    range: "a|o|i",
  },
  pl: {
    months: "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    joint: "\\s",
    century: "[IVXL]+\\swiek(?:u|iem)?",
    scales: "tys\\.|tysięcy|tysiące|milion(?:y|ów)?|miliard(?:y|ów)?",
    range: "do|lub",
  },
};

/** Dates and numbers of any language: by its month names where they are known, by digits alone elsewhere. */
export function figuresOf(language: string): (text: string) => readonly Figure[] {
  if (language === "ja" || language === "zh" || language === "ko") return eastAsian;
  const calendar = calendars[language];
  return figureFinder(
    calendar
      ? withCalendar(calendar)
      : withCalendar({ months: never, joint: "\\s", century: never, scales: never, range: never }),
  );
}

function withCalendar({ months, joint, century, scales, range }: Calendar): FigureWords {
  return {
    dates: [
      { pattern: `\\d{1,2}\\.?º?${joint}(?:${months})(?:${joint}\\d{3,4})?` },
      { pattern: `(?:${months})${joint}\\d{4}` },
      { pattern: century },
      { pattern: `${year}\\s?[–-]\\s?${year}` },
      { pattern: `${year}(?![\\s\\u00a0\\u202f]?[%€$]|\\s(?:${scales}))` },
    ],
    numberWords: never,
    scales,
    rangeWords: range,
    ratioWord: "/",
    fractions: never,
    units: [{ pattern: "%|km|kg|cm|mm|m|°C" }],
    counted: never,
    hints: {},
    age: { before: never, hint: "" },
    notAfter: "(?<=\\S\\s)\\p{Lu}\\p{L}*|n[.º°]|№",
    dateNotAfter: never,
    approximators: never,
    given: never,
    small: never,
  };
}

const eastAsianFigure =
  /(?<date>(?:紀元前|公元前|기원전\s?)?[\d０-９]{1,4}\s?[年년](?:\s?[\d０-９]{1,2}\s?[月월])?(?:\s?[\d０-９]{1,2}\s?[日일])?|[\d０-９]{1,2}世紀|[\d０-９]{1,2}世纪)|(?<![\p{sc=Latin}\d.,])(?:約|约)?(?:[\d０-９]+(?:[.,．][\d０-９]+)*[万億亿千百兆만억]*)+(?:[%％]|パーセント|メートル|キロメートル|キロ|トン|グラム|時間|分|秒|人|個|歳|年間|米|公里|公斤|小时|分钟)?/gu;

/** "1868年", "約3万人": number and counter are one. */
function eastAsian(text: string): readonly Figure[] {
  return [...text.matchAll(eastAsianFigure)].flatMap((match) => {
    const isDate = match.groups?.date !== undefined;
    const figure: Figure = {
      kind: isDate ? "date" : "number",
      span: { start: match.index, end: match.index + match[0].length },
      isSmall: /^[\d０-９]$/u.test(match[0]),
      isCount: false,
    };
    return /[\d０-９]/u.test(match[0]) ? [figure] : [];
  });
}
