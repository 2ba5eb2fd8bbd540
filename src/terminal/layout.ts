export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What a window has room for. */
export interface Layout {
  /** Blank columns left of card text. */
  readonly padding: number;
  /** Columns for card text. */
  readonly textWidth: number;
  /** Every column, and every figure in its long form. */
  readonly isWide: boolean;
  /** Rules under the header and above the footer, and blank rows between the parts of a card. */
  readonly isAiry: boolean;
}

export const smallest: Size = { columns: 30, rows: 8 };

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < smallest.columns || rows < smallest.rows;
}

export function layoutFor({ columns, rows }: Size): Layout {
  const padding = columns >= wideFrom ? 4 : columns >= paddedFrom ? 1 : 0;
  return {
    padding,
    textWidth: Math.min(columns - 2 * padding, longestLine),
    isWide: columns >= wideFrom,
    isAiry: rows >= airyFrom && columns >= paddedFrom,
  };
}

const wideFrom = 60;
const paddedFrom = 40;
const airyFrom = 12;
/** Longer lines tire the eye. */
const longestLine = 88;
