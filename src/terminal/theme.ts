/** What a stretch of text is, not how it looks. */
export type StyleName =
  | "plain"
  | "title"
  | "muted"
  | "rule"
  | "progress"
  | "gap"
  | "answer"
  | "chosen"
  | "cursor"
  | "key"
  | "notice"
  | "warning"
  | "again"
  | "hard"
  | "good"
  | "easy";

/** The attributes that Ink's Text takes. */
export interface Style {
  readonly color?: "red" | "yellow" | "green" | "cyan" | "blue";
  readonly bold?: true;
  readonly dimColor?: true;
  readonly inverse?: true;
}

export type Theme = Readonly<Record<StyleName, Style>>;

/** The 16 ANSI colours, so that the learner's palette decides. No style is told from another by colour alone. */
const coloured: Theme = {
  plain: {},
  title: { bold: true },
  muted: { dimColor: true },
  rule: { dimColor: true },
  progress: { color: "cyan" },
  gap: { color: "cyan", bold: true },
  answer: { bold: true },
  chosen: { inverse: true },
  cursor: {},
  key: { bold: true },
  notice: { color: "cyan" },
  warning: { color: "red", bold: true },
  again: { color: "red" },
  hard: { color: "yellow" },
  good: { color: "green" },
  easy: { color: "blue" },
};

/** Without colours bold, dim and inverse stay: `NO_COLOR` asks for no colour, https://no-color.org. */
export function themeFor(noColor: boolean): Theme {
  if (!noColor) return coloured;
  const plain = Object.entries(coloured).map(([name, { color: _, ...style }]) => [name, style]);
  return Object.fromEntries(plain) as Theme;
}
