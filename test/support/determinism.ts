import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { generate } from "../../src/generation/generate.ts";
import type { Section } from "../../src/notes/note.ts";
import type { Source } from "../../src/sources/source.ts";

const otherOrder: readonly Section[] = [
  "takeaway",
  "quotes",
  "habits",
  "facts",
  "references",
  "recommendations",
  "other",
  "ideas",
  "summary",
];

/** Does the order of its sections change what a source gives? Lines keep their numbers. */
export function dependsOnSectionOrder(source: Source): boolean {
  const shuffled = { ...source, items: otherOrder.flatMap((section) => source.items.filter((item) => item.section === section)) };
  const drafts = (from: Source) =>
    generate(from)
      .notes.map(({ draft }) => JSON.stringify(draft))
      .toSorted();
  return JSON.stringify(drafts(shuffled)) !== JSON.stringify(drafts(source));
}

/** Places whose alphabets, calendars and number signs have surprised programs before. */
export const machines: readonly Readonly<Record<string, string>>[] = [
  { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
  { TZ: "Asia/Tokyo", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
  { TZ: "America/St_Johns", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8" },
];

/** What all fixture notes give, printed by a process of its own. */
export function printedOn(machine: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, [join(import.meta.dirname, "print-notes.ts")], {
    env: { ...process.env, ...machine },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}
