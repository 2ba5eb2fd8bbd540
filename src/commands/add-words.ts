import type { Duplicate, Likeness } from "../app/duplicates.ts";
import type { Offer } from "../generation/offer.ts";
import { candidateText } from "./generate-explain.ts";
import { noteText } from "./generate-preview.ts";
import { rows } from "./rows.ts";

/** How many candidates a person is asked to look through. */
export const mostOffered = 8;

/** A sentence and what could be asked about it, numbered; what the generator would take has a `+`. */
export function offerText({ item, candidates, reason }: Offer, columns: number): string {
  const asked = candidates.slice(0, mostOffered).flatMap(({ report }, index) => {
    const mark = report.verdict === "taken" ? "+" : " ";
    return rows(`  ${String(index + 1).padStart(2)} ${mark} `, candidateText(report), columns);
  });
  const said = item.speaker === undefined ? item.text : `“${item.text}” — ${item.speaker}`;
  const none = reason === undefined ? [] : rows("  ", `Nothing stands out: ${reason}.`, columns);
  return ["", ...rows("", said, columns), "", ...none, ...asked, ""].join("\n");
}

const likenesses: Readonly<Record<Likeness, string>> = {
  same: "says the same",
  sameQuestion: "asks the same with another answer",
  alike: "says nearly the same",
};

/** Where it stands, and how it is the same. */
export function duplicateRows({ likeness, of }: Duplicate, columns: number): readonly string[] {
  const dropped = of.isDropped ? ", and you dropped it" : "";
  return rows(`  ${of.file}:${of.line}  `, `${likenesses[likeness]}${dropped}: ${noteText(of.note)}`, columns);
}

/** A command line that would add the sentence with a part of it marked. */
export function howToMark(sentence: string): string {
  const words = sentence.split(" ");
  const last = words.pop() ?? "";
  const [, word = last, sign = ""] = /^(.*?)([.!?…]*)$/.exec(last) ?? [];
  const marked = [...words, `{{${word}}}${sign}`].join(" ");
  return `Mark what to ask for: recto add '${marked.replaceAll("'", "'\\''")}'`;
}
