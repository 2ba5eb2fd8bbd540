/** A quote without its outer marks, and who said it where. */
export interface Quotation {
  readonly text: string;
  readonly speaker?: string;
  readonly at?: string;
  /** An opening mark that nothing closes. */
  readonly isUnclosed: boolean;
}

/**
 * Reads `"…" - Name`, `“…” — Name on topic`, `„…“ (Name)`, `Name: «…»` and unmarked text. A name counts only after the
 * closing mark: dashes inside a quote are text. Without marks it needs a finished sentence before the dash.
 */
export function quotationOf(line: string): Quotation {
  return marked(line) ?? nameFirst(line) ?? unmarked(line);
}

/** `"…" - Name` or `"…" (II, 12)` wherever it stands: somebody's words, not a statement of the reader's. A word in marks is only explained. */
export function signedQuotation(line: string): Omit<Quotation, "isUnclosed"> | undefined {
  if (!/^["“„«]/.test(line)) return undefined;
  const { isUnclosed, ...quotation } = marked(line) ?? { text: "", isUnclosed: true };
  return !isUnclosed && isSigned(quotation) && quotation.text.split(" ").length >= 4 ? quotation : undefined;
}

/** A name of at most five words, or a place in a work. */
function isSigned({ speaker, at }: Pick<Quotation, "speaker" | "at">): boolean {
  return speaker === undefined ? at !== undefined : speaker.split(" ").length <= 5;
}

/** Who is named in "Name on topic", "Name, Work (1890)" or "— Name"; nobody for "Speaker 1", a page or a sentence. */
export function attributionOf(text: string): Pick<Quotation, "speaker" | "at"> {
  let name = text.trim().replace(leadingDashes, "").trim();
  const [, place = "", after = ""] = /^\(([^()]*)\)\s*(.*)$/.exec(name) ?? [];
  if (isPlace(place)) return { ...(leadingDashes.test(after) && attributionOf(after)), at: place }; // "(I, 28), added in the margin"
  if (name.startsWith("(") && name.endsWith(")")) name = name.slice(1, -1).trim();
  if (isPlace(name)) return { at: name };
  name = withoutRemark(name);
  const cut = cuts.map((word) => [name.indexOf(word), word.length] as const).filter(([at]) => at > 0);
  const [at, length] = cut.sort((a, b) => a[0] - b[0])[0] ?? [-1, 0];
  const opener = at === -1 ? "" : name.slice(at, at + length).trim();
  const speaker = (at === -1 ? name : name.slice(0, at))
    .trim()
    .replace(/[.,;:]$/, (mark) => (/\b(?:Jr|Sr|\p{Lu})\.$/u.test(name) ? mark : ""));
  const following = at === -1 ? "" : name.slice(at + length).trim();
  const rest = opener === "(" ? following.replace(/\)\.?$/, "") : following;
  const where = opener === "on" || opener === "about" ? "" : rest;
  if (isPlace(speaker)) return { at: name };
  if (!isName(speaker)) return {};
  return where === "" ? { speaker } : { speaker, at: where };
}

/** "Woolf again. My favourite", "Woolf's last sentence" name Woolf: another sentence, and what the words are to her, are the reader's own. */
function withoutRemark(name: string): string {
  const [sentence = ""] = /^.*?\p{L}{3,}[.!?](?=\s)/u.exec(name) ?? [name];
  const whole = sentence.length < name.length ? sentence.slice(0, -1) : name;
  return whole.replace(/['’]s \p{Ll}.*$/u, "").replace(/,? (?:again|once more|too|as well|encore|wieder|nochmals)\.?$/iu, "");
}

/** Whether a line of its own is an attribution: `— Name`. */
export function isAttributionLine(text: string): boolean {
  return /^(?:[—–―]|--) ?\S/.test(text) && text.length <= 160 && attributionOf(text).speaker !== undefined;
}

/** The text without one outer pair of quotation marks. */
export function withoutOuterMarks(text: string): string {
  const closers = closersOf.get(text.charAt(0));
  if (closers === undefined || text.length < 2) return text;
  const close = closingMark(text, closers);
  return close === text.length - 1 ? text.slice(1, -1).trim() : text;
}

const leadingDashes = /^[-—–―~]{1,3}/;
const cuts = [", ", " on ", " in ", " about ", " ("];

const closersOf = new Map([
  ['"', '"”'],
  ["“", '”"'],
  ["„", '“”"'],
  ["«", "»"],
  ["»", "«"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["‘", "’"],
  ["'", "'"],
]);

function marked(line: string): Quotation | undefined {
  const lead = /^(?:…|\.\.\.) ?/.exec(line)?.[0] ?? "";
  const start = closersOf.has(line.charAt(lead.length)) ? lead.length : 0;
  const body = line.slice(start);
  const closers = closersOf.get(body.charAt(0));
  if (closers === undefined) return undefined;
  const close = closingMark(body, closers);
  // An apostrophe opens nothing: 'Tis.
  if (close === -1) return /^['‘]/.test(body) || isClosedInside(body, closers) ? undefined : unclosed(body.slice(1));
  const text = body.slice(1, close).trim();
  const rest = body.slice(close + 1).trim();
  if (text === "") return undefined;
  if (/^[.,;!?…]*$/.test(rest) || rest === "...") return { text: withEnd(text, rest), isUnclosed: false };
  if (!/^(?:[-—–―~(])/.test(rest)) return undefined;
  return { text, ...attributionOf(rest), isUnclosed: false };
}

/** "Wait" is short: quoted words begin the line, which is no quotation as a whole. */
function isClosedInside(body: string, closers: string): boolean {
  return [...closers].some((closer) => body.includes(closer, 1));
}

/** A dot after the mark belongs to the sentence: `"Practice".` */
function withEnd(text: string, rest: string): string {
  return /^[!?…]/.test(rest) ? text + rest.charAt(0) : text;
}

/**
 * The closing mark of the pair that opens the text: the last one that only an attribution follows. -1 when there is
 * none, or when the first pair closes before more quoted text ("A" and "B").
 */
function closingMark(text: string, closers: string): number {
  const isEnd = (at: number) => /^(?:$|[.,;!?…]{0,3}$| ?[-—–―~(])/.test(text.slice(at + 1, at + 6));
  let close = -1;
  for (let at = text.length - 1; at > 0; at -= 1) {
    if (!closers.includes(text.charAt(at)) || !isEnd(at)) continue;
    if (/^['’]$/.test(text.charAt(at)) && /[\p{L}]/u.test(text.charAt(at + 1))) continue;
    // `"A" — from "B"`: the earlier mark is the closing one when a dash follows it and the later one ends the line.
    if (close === -1) close = at;
    else if (/^ ?[-—–―~]/.test(text.slice(at + 1, at + 3)) && isOpening(text, text.slice(at + 1, close), closers)) close = at;
  }
  if (close <= 0) return -1;
  return close;
}

/** Whether the stretch after a possible closing mark opens another quotation: then that mark did close. */
function isOpening(text: string, stretch: string, closers: string): boolean {
  const opener = text.charAt(0);
  return closers.includes(opener) ? / ["'“]\S/.test(stretch) : stretch.includes(opener);
}

function unclosed(text: string): Quotation {
  return { ...unmarked(text.trim()), isUnclosed: true };
}

/** `Name: "…"` */
function nameFirst(line: string): Quotation | undefined {
  const colon = line.indexOf(": ");
  if (colon <= 0 || colon > 60 || !closersOf.has(line.charAt(colon + 2))) return undefined;
  const name = line.slice(0, colon);
  const quotation = marked(line.slice(colon + 2));
  if (quotation === undefined || /["“„«]/.test(name)) return undefined;
  const owner = /^(\p{Lu}[^'’]*)['’]s \p{Ll}/u.exec(name)?.[1] ?? name; // "Woolf's maxim in full: …"
  return { ...quotation, ...(quotation.speaker === undefined ? attributionOf(owner) : {}) };
}

/** `Finished sentence. — Name` */
function unmarked(line: string): Quotation {
  const dash = Math.max(line.lastIndexOf(" — "), line.lastIndexOf(" - "), line.lastIndexOf(" – "), line.lastIndexOf(" ― "));
  const text = line.slice(0, dash).trim();
  if (dash > 0 && /[.!?…]["”]?$/.test(text)) {
    const attribution = attributionOf(line.slice(dash + 1));
    if (isSigned(attribution)) return { text, ...attribution, isUnclosed: false };
  }
  // A closing mark that nothing opened.
  const strayClose = /["”»]$/.test(line) && !/["“„«]/.test(line.slice(0, -1));
  return { text: strayClose ? line.slice(0, -1).trim() : line, isUnclosed: false };
}

const nobody =
  /^(?:the |an? )?(?:speaker|unknown|author|authors|the authors?|anonymous|narrator|(?:podcast )?host|guest|interviewer|interviewee|presenter|moderator|lecturer|prof(?:essor)?\.?|teacher|instructor|participant|panell?ist|audience member|caller|(?:der |die )?sprecher(?:in)?|redner(?:in)?|autor(?:in)?|moderator(?:in)?|unbekannt|(?:le |la )?conférenci(?:er|ère)|intervenante?|orateur|oratrice|auteure?|autrice|inconnue?|anonyme|source|n\/a|none|from the (?:article|talk|book|text)|article|talk|book|text|same)(?: [\dA-Z]{1,3})?$/i;

/** Parts of works, in the languages of the headings: what is counted by a number right after it. */
const parts = new Set(
  `p pp page pages ch chap chapter chapters vol volume volumes book books bk act scene canto part parts section sections line lines verse
  verses fragment fragments fr letter essay sonnet stanza loc location chapitre chapitres livre tome acte scène partie vers lettre
  strophe chant s seite seiten kap kapitel bd band buch akt szene aufzug teil abschnitt zeile zeilen z brief gesang v vs l t
  cap capítulo capitolo libro livro tomo acto atto ato escena scena parte pág página pagina blz hoofdstuk deel boek`.split(/\s+/),
);

const roman = "(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})";
const numeral = `(?:\\d{1,4}|${roman}|${roman.toLowerCase()})`;
const numerals = new RegExp(`^(?:${roman}|\\d{1,3})(?:[.:,–-] ?${numeral})*[a-z]?(?:, .*)?$`, "u");
const startsWithNumeral = new RegExp(`^${numeral}(?![\\p{L}\\d'’]|\\. ?\\p{L})`, "u");
const titleAndPlace = new RegExp(`^\\p{Lu}[\\p{L} ]+ ${roman}, \\d{1,3}(?!\\d)`, "u");

/** "p. 12", "Kap. III", "II.3", "I, 28", "Inferno III, 9": where in a work. "Louis XIV" and "Pius XII, 1950" are people. */
function isPlace(text: string): boolean {
  const [, part = "", rest = ""] = /^(§|\p{L}+)\.? ?(.*)$/u.exec(text) ?? [];
  const isPart = (part === "§" || parts.has(part.toLowerCase())) && isCounted(part, rest);
  return isPart || /^(?:https?:|www\.|\d{1,2}:\d\d)/i.test(text) || numerals.test(text) || titleAndPlace.test(text);
}

/** One letter may begin a name: "V. I. Lenin". */
function isCounted(part: string, number: string): boolean {
  return part.length === 1 ? /^\d/.test(number) : startsWithNumeral.test(number);
}

/** At most eight words that begin like a name. */
function isName(text: string): boolean {
  if (nobody.test(text) || text.split(" ").length > 8) return false;
  const first = /[\p{L}\p{N}]/u.exec(text)?.[0] ?? "";
  return (
    first !== "" && !/\p{N}/u.test(first) && (!/\p{Ll}/u.test(first) || /^(?:al-|el-|d'|de |van |von |bell |the )/.test(text))
  );
}
