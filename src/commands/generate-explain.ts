import type { CandidateReport, LineReport } from "../generation/generate.ts";
import { rows } from "./rows.ts";

/** Which lines are explained, and how far. */
export interface Explained {
  /** Only the one that starts on this line of the document, with every weight of its candidates. */
  readonly line?: number;
  /** Only those that gave no card, with no more than their best candidate. */
  readonly passedOver: boolean;
}

export function linesToExplain(lines: readonly LineReport[], { line, passedOver }: Explained): readonly LineReport[] {
  return lines.filter(
    (report) => (line === undefined || report.item.line === line) && (!passedOver || report.rejection !== undefined),
  );
}

/** Lines with their candidates: `+` became a card, `-` did not, and the rule that rejected it. */
export function explainedText(lines: readonly LineReport[], { line, passedOver }: Explained, columns: number): string {
  return lines
    .map((report) =>
      [
        ...rows(`${String(report.item.line).padStart(5)}  `, report.item.text, columns),
        ...(report.rejection ? rows("       ", `no card: ${report.rejection.reason}`, columns) : []),
        ...report.candidates
          .slice(0, passedOver ? 1 : undefined)
          .flatMap((candidate) => candidateRows(candidate, line !== undefined, columns)),
      ].join("\n"),
    )
    .join("\n\n");
}

/** A candidate in few words; its sentence stands above it. */
export function candidateText({ form, front, answer }: CandidateReport): string {
  switch (form) {
    case "gap":
      return answer
        .split(/ [/|] /)
        .map((part) => `[${part}]`)
        .join(" … ");
    case "question":
      return `${front} → ${answer}`;
    case "speaker":
      return `Who said this? → ${answer}`;
  }
}

const indent = " ".repeat(27);

function candidateRows(candidate: CandidateReport, withParts: boolean, columns: number): readonly string[] {
  const { kind, score, parts, verdict } = candidate;
  const start = `     ${verdict === "taken" ? "+" : "-"} ${score.toFixed(2).padStart(5)}  ${kind.padEnd(12)} `;
  const why = verdict === "taken" ? "" : ` · ${verdict.reason}${withParts ? ` (${verdict.rule})` : ""}`;
  return [
    ...rows(start, candidateText(candidate) + why, columns),
    ...(withParts ? rows(indent, parts.map(partText).join(", "), columns) : []),
  ];
}

/** The candidates that came nearest to becoming cards, each with its sentence and what stood against it. */
export function nearestText(lines: readonly LineReport[], columns: number): string {
  return lines
    .flatMap(({ item, candidates }) => candidates.slice(0, 1).map((candidate) => ({ item, candidate })))
    .toSorted((a, b) => b.candidate.score - a.candidate.score)
    .slice(0, 3)
    .flatMap(({ item, candidate }) => [
      ...rows(`${String(item.line).padStart(5)}  `, item.text, columns),
      ...candidateRows(candidate, false, columns),
    ])
    .join("\n");
}

function partText({ name, weight }: CandidateReport["parts"][number]): string {
  return `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(2)} ${name}`;
}
