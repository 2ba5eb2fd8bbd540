import type { Note } from "../notes/note.ts";
import type { KeepRate } from "../progress/keep-rate.ts";

export interface PreviewOrder<Added> {
  readonly first: readonly Added[];
  /** Kinds that the learner drops more often than not, each with how often; every group has notes. */
  readonly later: readonly { readonly rate: KeepRate; readonly notes: readonly Added[] }[];
}

/** New notes as the preview offers them. The same notes: their order in the deck stays that of the source. */
export function previewOrder<Added extends { readonly note: Note }>(
  added: readonly Added[],
  later: ReadonlyMap<string, KeepRate>,
): PreviewOrder<Added> {
  const isOf = ({ note }: Added, kind: string) => note.provenance.candidateKind === kind;
  return {
    first: added.filter((one) => ![...later.keys()].some((kind) => isOf(one, kind))),
    later: [...later.values()]
      .map((rate) => ({ rate, notes: added.filter((one) => isOf(one, rate.kind)) }))
      .filter(({ notes }) => notes.length > 0),
  };
}
