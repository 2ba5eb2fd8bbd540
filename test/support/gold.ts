import type { GradableCard } from "./baselines.ts";

/** Accepted and forbidden answers for the lines of a note. */
export interface Gold {
  readonly lines: readonly {
    readonly line: number;
    readonly accept: readonly { readonly grade: 1 | 2; readonly blanks: readonly string[] }[];
    readonly never: readonly string[];
  }[];
}

export const goldTargets = { keep: 0.95, ideal: 0.75, covered: 16, never: 0 } as const;

/** Shares over the cards on gold lines; other cards are not counted. */
export function goldReport<Row extends GradableCard>(rows: readonly Row[], gold: Gold) {
  const lines = new Map(gold.lines.map((line) => [line.line, line]));
  const graded = rows.map((row) => {
    const line = lines.get(row.line);
    const grade = line ? gradeOf(row.answers, line.accept) : undefined;
    const isNever = grade === 0 && (line?.never ?? []).some((entry) => normalise(entry) === normalise(row.answers.join(" ")));
    return { ...row, grade: isNever ? "N" : (grade ?? "-") };
  });
  const counted = graded.filter(({ grade }) => grade !== "-");
  const kept = counted.filter(({ grade }) => grade === 1 || grade === 2);
  return {
    cards: counted.length,
    keep: kept.length / Math.max(1, counted.length),
    ideal: counted.filter(({ grade }) => grade === 2).length / Math.max(1, counted.length),
    covered: new Set(kept.map(({ line }) => line)).size,
    never: counted.filter(({ grade }) => grade === "N").length,
    rows: graded,
  };
}

function gradeOf(answers: readonly string[], accepted: Gold["lines"][number]["accept"]): number {
  return Math.max(
    0,
    ...accepted.map(({ grade, blanks }) => {
      if (blanks.length !== answers.length) return tokenF1(answers.join(" "), blanks.join(" ")) >= 0.8 ? 1 : 0;
      return blanks.every((blank, index) => tokenF1(answers[index] ?? "", blank) >= 0.8) ? grade : 0;
    }),
  );
}

function tokenF1(a: string, b: string): number {
  const left = normalise(a).split(" ");
  const right = normalise(b).split(" ");
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

/** Lower case, one apostrophe, no other signs, no leading because, if or when, no articles. */
function normalise(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}\p{N}'\s-]/gu, " ")
    .replaceAll("-", " ")
    .trim();
  return plain
    .replace(/^(?:because|if|when)\s+/, "")
    .split(/\s+/)
    .filter((word) => !/^(?:a|an|the)$/.test(word))
    .join(" ");
}
