import type { Draft } from "../notes/note.ts";
import type { Source, SourceItem } from "../sources/source.ts";
export interface GeneratedNote {
  readonly draft: Draft;
  readonly score: number;
  readonly item: SourceItem;
}
export interface LineReport {
  readonly item: SourceItem;
  readonly candidates: readonly { kind: string; text: string; score: number; verdict: "taken" | { rejected: string } }[];
  readonly reason?: string;
}
export function generate(_source: Source): { notes: readonly GeneratedNote[]; lines: readonly LineReport[] } {
  return { notes: [], lines: [] };
}
