import { foldName } from "../notes/section-names.ts";

/**
 * Whether a whole line only says that there is nothing: "N/A (no quotes)", "None mentioned in the input", "No specific
 * habits mentioned", "—". A sentence that merely begins like one is content: "None of the patients recovered",
 * "No effect was found".
 * @param headingNames the folded names of sections: a line that misses one is no sentence about it
 */
export function isPlaceholder(line: string, headingNames: readonly string[]): boolean {
  if (line.length > 400) return false;
  const trimmed = line.trim();
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return true;
  const folded = foldName(trimmed);
  if (wholeLines.has(folded) || /^\(?n\/a\b/i.test(trimmed)) return true;
  const words = folded.split(" ");
  const first = words[0] ?? "";
  if (!negations.has(first)) return false;
  if (/^\p{L}+ ?[([–—:-]/u.test(trimmed) && nothings.has(first)) return true;
  return saysNotMentioned(words.slice(1), headingNames);
}

const wholeLines = new Set(
  (
    "n a|na|none|nil|nothing|not applicable|none applicable|keine|keiner|keines|nichts|nicht zutreffend|entfallt|k a|" +
    "aucun|aucune|neant|sans objet|ninguno|ninguna|no aplica|nenhum|nenhuma|nao aplicavel|nessuno|nessuna|geen|" +
    "なし|特になし|无|無|没有|нет|to be added|tbd|todo"
  )
    .split("|")
    .map(foldName),
);

/** Words for "nothing" that stand alone before a bracket or dash. */
const nothings = new Set("none keine keiner aucun aucune ninguno ninguna nenhum nenhuma nessuno geen".split(" "));

const negations = new Set([...nothings, ..."no not nicht aucunes keines nessuna".split(" ")]);

const between = new Set(
  (
    "specific explicit explicitly specifically direct directly particular notable clear were was are is have has been " +
    "konkreten spezifischen wurden wurde explizit sind specifique n a ete ont explicitement especifico especificos se fue fueron foi foram"
  ).split(" "),
);

const mentioned = new Set(
  (
    "mentioned provided given applicable stated listed specified included available identified " +
    "genannt erwahnt angegeben vorhanden angaben mentionne mentionnee mentionnes mentionnees indique mencionado mencionada mencionados " +
    "mencionadas menciona mencionan menzionato vermeld"
  ).split(" "),
);

/** "(specific) (habits) (were) mentioned …": between the negation and the verb only filler and the section's own name. */
function saysNotMentioned(words: readonly string[], headingNames: readonly string[]): boolean {
  const own = new Set(headingNames.flatMap((name) => name.split(" ")).flatMap((word) => [word, word.replace(/s$/, "")]));
  const index = words.findIndex((word) => !between.has(word) && !own.has(word));
  if (index === -1) return words.some((word) => own.has(word));
  return mentioned.has(words[index] ?? "");
}
