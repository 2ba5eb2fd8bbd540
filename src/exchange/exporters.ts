import { ankiText } from "./anki-text.ts";

/** Ways out of the home, `recto export --to FORMAT`. A new one is a file beside this and a row. */
export const exporters = { anki: ankiText } as const;

export type ExportFormat = keyof typeof exporters;
