/** A hidden span. Deletions with the same ordinal are hidden together; 1 ≤ ordinal ≤ 499. */
export interface Deletion {
  readonly ordinal: number;
  /** Never empty. */
  readonly text: string;
  readonly hint?: string;
}

/** Running text with deletions in it. Canonical: no empty strings, no two strings in a row. */
export type ClozeText = readonly (string | Deletion)[];

export const highestOrdinal = 499;
