import type { Analysis } from "../analysis.ts";

/** Advice ("Start with …"): any name or phrase in it could be another one. Only what it says why or how much is asked. */
export function isImperative({ item, tokens }: Analysis): boolean {
  return (item.section === "habits" || item.section === "recommendations") && tokens[0]?.tag === "VERB";
}
