import type { Candidate } from "./candidate.ts";

/** What right before a gap says already what its hint would ask: "because [why?]". */
const said: ReadonlyMap<string, RegExp> = new Map([
  ["why?", /\b(?:because(?: of)?|due to)\s$/i],
  ["how?", /\bby\s$/i],
  ["under what condition?", /\b(?:if|when|unless)\s$/i],
  ["which year?", /\byear\s$/i],
  ["what age?", /\bage of\s$/i],
  ["who?", /\bfor\s$/i], // "anger for [who?]" would ask for whom
]);

/** Characters; more than any of them needs. */
const longest = 16;

export function withoutDoubledHint(candidate: Candidate, text: string): Candidate {
  if (candidate.hint === undefined) return candidate;
  const { hint, ...withoutHint } = candidate;
  const start = candidate.spans[0]?.start ?? 0;
  return said.get(hint)?.test(text.slice(Math.max(0, start - longest), start)) ? withoutHint : candidate;
}
