import type { Token, TokenRange } from "../language/token.ts";

/**
 * Is the name a person's: known from the source, or does only what people do? Only then "who?" may ask for it.
 *
 * @param known people's names and their ends
 */
export function namesPerson(tokens: readonly Token[], name: TokenRange, known: ReadonlySet<string>): boolean {
  const words = tokens.slice(name.from, name.to);
  const text = words.map((token) => token.text).join(" ");
  if (/\d/.test(text)) return false;
  if (known.has(text)) return true;
  return (
    words.every(looksPersonal) &&
    !bodies.test(words.at(-1)?.lower ?? "") &&
    ((isRegnal(words) && tokens[name.from - 1]?.lower !== "the") ||
      hasByname(tokens, name) ||
      hasInitials(words) ||
      lives(tokens, name) ||
      speaks(tokens, name) ||
      (words.length >= 2 && acts(tokens, name)))
  );
}

/** Institutions act like people but are no "who". */
const bodies =
  /^(?:labs?|laboratory|institute|university|college|school|academy|company|corporation|inc|bank|team|group|committee|commission|party|council|society|foundation|association|organi[sz]ation|agency|army|navy|empire|republic|kingdom|union|states|congress|parliament|senate|assembly|church|court|band|orchestra|quartet|museum|press|times|post|league|court|ministry|department|office|service|nations)$/;

function looksPersonal({ text, lower }: Token): boolean {
  return (
    /^\p{Lu}[\p{Ll}’'-]+(?:\p{Lu}\p{Ll}+)?$/u.test(text) ||
    /^(?:\p{Lu}\.)+$|^[IVX]+$/u.test(text) ||
    connectors.test(lower) ||
    text === ","
  );
}

const connectors = /^(?:and|of|the|de|la|von|van|der|den|di|da|del)$/;

/** "XVI" of a ruler's name. */
export function isNumeral(token: Token | undefined): boolean {
  return /^(?:[IVX]{2,}|V|X)$/.test(token?.text ?? "");
}

/** "Louis XVI", "Henry VIII": only rulers are numbered like that, and wars, which have no first name. */
function isRegnal(words: readonly Token[]): boolean {
  const [first] = words;
  return words.length === 2 && isNumeral(words[1]) && first !== undefined && !numbered.test(first.lower);
}

const numbered = /^(?:war|part|book|act|article|chapter|type|class|phase|stage|volume|photosystem|apollo|complex|factor)$/;

/** "Peter the Great", "Pliny the Younger". */
export function hasByname(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return (
    to - from === 3 &&
    tokens[from + 1]?.text === "the" &&
    bynames.test(tokens[from + 2]?.text ?? "") &&
    /^\p{Lu}\p{Ll}/u.test(tokens[from]?.text ?? "")
  );
}

const bynames =
  /^(?:Great|Elder|Younger|Wise|Bold|Terrible|Conqueror|Magnificent|Fat|Short|Bald|Good|Fair|Confessor|Navigator|Pious|Mad|Impaler|Baptist|Apostate|Lion|Bad|Old|Tall|Red|Black|Fowler|Venerable)$/;

/** "O. L. Railsback". */
function hasInitials(words: readonly Token[]): boolean {
  return words.length >= 2 && /^(?:\p{Lu}\.)+$/u.test(words[0]?.text ?? "") && /^\p{Lu}\p{Ll}/u.test(words.at(-1)?.text ?? "");
}

/** "was executed", "died in", "was born": it happens to people. */
function lives(tokens: readonly Token[], { to }: TokenRange): boolean {
  const verb = /^(?:was|were)$/.test(tokens[to]?.lower ?? "") ? tokens[to + 1] : tokens[to];
  return lifeEvents.test(verb?.lower ?? "");
}

const lifeEvents =
  /^(?:born|executed|beheaded|guillotined|crowned|assassinated|murdered|exiled|imprisoned|canonised|canonized|married|died|knighted)$/;

/** `Mitchel: "The Almighty …"`, "Herschel: knew that …": what stands before the colon said or did it. */
function speaks(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const opens = from === 0 || tokens[from - 1]?.text === ",";
  return (
    opens &&
    tokens[to]?.text === ":" &&
    /^(?:["“]|knew|thought|wrote|saw|held|said|says|thinks|writes|sees|argues|argued|claims|claimed|denies|denied|wants|wanted)$/.test(
      tokens[to + 1]?.lower ?? "",
    )
  );
}

/** "by Emil Fischer", "Emil Fischer discovered". */
function acts(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const before = tokens[from - 1];
  if (before?.lower === "by" && (tokens[from - 2]?.tag === "VERB" || tokens[from - 2]?.tag === "NOUN")) return true;
  return before?.tag !== "DET" && personalVerbs.test(tokens[to]?.lower ?? "");
}

const personalVerbs =
  /^(?:wrote|discovered|invented|proposed|published|argued|argues|coined|won|founded|proved|showed|measured|painted|composed|developed|introduced|observed|described|formulated|patented|designed|created|built|demonstrated|became|said|believed|claimed|taught|studied|tested|discovers|transformed|practiced|practised|sang|conquered|summoned|abdicated|fled|sailed|explored|calculated|translated|recorded|predicted|received|suggested|noticed|compared|defined|refused|resigned|commissioned|popularised|popularized|pioneered|proclaimed|commanded|preached|directed|edited|lived|worked|visited|drew|played|performed|threw|ran|shared|beat|gave|insisted|hoped|asked|appointed|ordered|persuaded|climbed|swam|isolated|seized|trained|treated|removed|released|raised|found|earned|identified|named|called|warned)$/;
