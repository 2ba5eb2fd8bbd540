import type { Placed } from "./place.ts";

/**
 * Takes off what a reader says to themselves in brackets: "(p. 33, check how he gets there)", "(Check wording!)". A page in
 * it is where the line stands.
 */
export function withoutSelfNotes(text: string): Placed {
  if (!text.includes("(")) return { text };
  if (/\(pp?\.[^()]*\).*\(pp?\./.test(text)) return { text }; // two places tell which is which only where they stand
  let at: string | undefined;
  const rest = text.replaceAll(bracketed, (whole, _blank, inside: string) => {
    if (!speaksToOneself(inside)) return whole;
    at ??= page.exec(inside)?.[0];
    return "";
  });
  const kept = rest.trim();
  if (!/[\p{L}\p{N}]/u.test(kept)) return { text };
  return at === undefined ? { text: kept } : { text: kept, at };
}

const bracketed = /(\s*)\(([^()]{1,120})\)/gu;

const page = /(?<!\p{L})pp?\.\s?\d+(?:[–-]\d+)?f{0,2}/u;

function speaksToOneself(inside: string): boolean {
  return reminders.some((reminder) => reminder.test(inside));
}

const reminders: readonly RegExp[] = [
  /^(?:see |cf\.? )?pp?\.\s?\d+(?:[–-]\d+)?f{0,2}(?: (?:table|figure|fig\.|chart|map|graph|note|footnote))?$/i,
  /^(?:see )?(?:the )?(?:\p{Ll}+ )?(?:diagram|table|figure|chart|map|graph|sketch|drawing),? (?:on |at )?pp?\.\s?\d+(?:[–-]\d+)?f{0,2}(?: (?:of|in) (?:the )?\p{Ll}+)?$/iu,
  /^(?:see |on |in )?(?:the )?(?:handout|slides?|whiteboard|blackboard)(?: \d+)?$/i,
  /\bI (?:like|think|prefer|guess|suppose|wonder|doubt)\b|, really$|^(?:what a )?(?:pity|shame)!?$/,
  /(?:^|[,;] )(?:re-?)?check(?:$|!| (?:how|whether|if|who|when|where|why|what|the|this|that|wording|date|dates|spelling|source|sources|page|again|with)\b)/i,
  /(?:^|[,;] )(?:verify|look (?:this |it |that )?up|re-?read|come back to this|find (?:the )?(?:source|reference|page|quote))\b/i,
  /(?:^|[,;] )ask (?:about|in|her|him|them|the (?:lecturer|tutor|prof|professor|teacher))\b/i,
  /\bexam question\b|(?:^|[,;] )(?:for|in|use (?:this |it )?(?:for|in)) the (?:exam|essay|paper|seminar|thesis)$/i,
];
