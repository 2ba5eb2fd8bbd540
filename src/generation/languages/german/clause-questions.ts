import { capitalised } from "../../../text/capitalised.ts";
import type { Analysis } from "../../analysis.ts";
import { type Candidate, type CandidateKind, cloze, questionOf } from "../../candidates/candidate.ts";
import { contentCount, spanOf, type TokenRange } from "../../language/token.ts";
import type { PlainRule } from "../plain-rule.ts";
import { clauseBorders } from "../sentences.ts";
import { chunkAt } from "./chunks.ts";
import { endsSentence, inverted, secondVerb, verbFirst } from "./verb-second.ts";

/** What a subordinate clause says about the main one, and how it is asked. */
interface Join {
  readonly words: RegExp;
  readonly kind: CandidateKind;
  readonly asks: string;
  /** How the answer begins; by default with the word itself. */
  readonly answers?: string;
  readonly gap?: { readonly kind: CandidateKind; readonly hint: string };
}

const joins: readonly Join[] = [
  { words: /^(?:weil|da)$/, kind: "why", asks: "Warum", answers: "Weil", gap: { kind: "reason", hint: "warum?" } },
  { words: /^(?:wenn|falls|sobald|sofern)$/, kind: "condition", asks: "Wann", gap: { kind: "condition", hint: "wann?" } },
  { words: /^indem$/, kind: "means", asks: "Wie", gap: { kind: "means", hint: "wie?" } },
  { words: /^um$/, kind: "purpose", asks: "Wozu" },
  { words: /^damit$/, kind: "purpose", asks: "Wozu" },
];

const longestAnswer = 22;

const { clauseEnd, statementStart } = clauseBorders({
  endsSentence,
  next: /^(?:und|aber|doch|sondern|während|obwohl|sodass|wobei|weil|wenn)$/,
  joins: /^(?:und|aber|doch)$/,
});

/** "A, weil B", "Wenn B, A", "A, denn B", "A, deshalb B": asked where the main clause can be turned, else a gap with a hint. */
export const clauseQuestions: PlainRule = {
  name: "clause questions",
  inQuotes: false,
  find: ({ line }) => [...trailing(line), ...fronted(line), ...main(line), ...nominal(line)],
};

/** "A, weil B." */
function trailing(line: Analysis): readonly Candidate[] {
  const { tokens, end } = line;
  if (line.text.endsWith("?")) return [];
  const at = tokens.findIndex(({ lower }, index) => index > 2 && tokens[index - 1]?.text === "," && joinOf(lower) !== undefined);
  const join = joinOf(tokens[at]?.lower ?? "");
  if (!join || at >= end) return [];
  if (join.words.test("um") && !tokens.slice(at, end).some(({ lower }) => lower === "zu" || /\p{L}zu\p{L}+en$/u.test(lower)))
    return [];
  const clause = { from: at + 1, to: clauseEnd(line, at + 1) };
  if (contentCount(tokens, clause) < 1 || clause.to - clause.from > longestAnswer) return [];
  const statement = { from: statementStart(line, at - 1), to: at - 1 };
  const only = /^(?:nur|dann|immer|erst)$/.test(tokens[at - 2]?.lower ?? "") ? 1 : 0;
  const rest =
    (clause.to === end || endsSentence(tokens, clause.to)) && contentCount(tokens, statement) >= 2
      ? inverted(line, { ...statement, to: statement.to - only })
      : undefined;
  const isWhole = contentCount(tokens, clause) >= 2;
  const gap =
    join.gap && isWhole && !pointsBackAtOnce(line, clause) ? [cloze(join.gap.kind, [spanOf(tokens, clause)], join.gap.hint)] : [];
  return rest === undefined ? gap : [question(line, join, { from: at, to: clause.to }, rest), ...gap];
}

/** "Wenn B, A." */
function fronted(line: Analysis): readonly Candidate[] {
  const { tokens, end } = line;
  const join = joinOf(tokens[0]?.lower ?? "");
  const comma = tokens.findIndex(({ text }) => text === ",");
  if (!join || join.asks === "Wozu" || comma < 3 || comma > longestAnswer) return [];
  const filler = /^(?:so|dann)$/.test(tokens[comma + 1]?.lower ?? "") ? 1 : 0;
  const rest = verbFirst(line, { from: comma + 1 + filler, to: end });
  const clause = { from: 0, to: comma };
  if (rest === undefined || contentCount(tokens, { from: comma, to: end }) < 3 || contentCount(tokens, clause) < 2) return [];
  return [question(line, join, clause, rest)];
}

/** "A, denn B." and "B, deshalb A." */
function main(line: Analysis): readonly Candidate[] {
  const { tokens, end } = line;
  const because = tokens.findIndex(
    ({ lower }, index) => index > 2 && /^[,;]$/.test(tokens[index - 1]?.text ?? "") && lower === "denn",
  );
  if (because > 0) {
    const rest = inverted(line, { from: statementStart(line, because - 1), to: because - 1 });
    const reason = { from: because, to: end };
    if (rest !== undefined && contentCount(tokens, reason) >= 1 && end - because <= longestAnswer)
      return [
        asked(
          "why",
          line,
          { from: because + 1, to: end },
          `Warum ${rest}?`,
          line.text.slice(tokens[because]?.start, tokens[end - 1]?.end),
        ),
      ];
  }
  const therefore = tokens.findIndex(
    ({ lower }, index) =>
      index > 2 && /^[,;]$/.test(tokens[index - 1]?.text ?? "") && /^(?:deshalb|daher|deswegen|darum|weshalb)$/.test(lower),
  );
  if (therefore < 0 || tokens[therefore]?.lower === "weshalb") return [];
  const reason = { from: 0, to: therefore - 1 };
  const rest = verbFirst(line, { from: therefore + 1, to: end });
  if (rest === undefined || contentCount(tokens, { from: therefore, to: end }) < 3 || therefore - 1 > longestAnswer) return [];
  if (secondVerb(tokens, reason) === undefined || tokens.slice(0, therefore - 1).some(({ text }) => /^[,;]$/.test(text)))
    return [];
  const statement = line.text.slice(0, tokens[therefore - 2]?.end);
  return [asked("why", line, reason, `Warum ${rest}?`, statement)];
}

/** "Wegen der Dürre sank die Ernte", "Die Ernte sank wegen der Dürre". */
function nominal(line: Analysis): readonly Candidate[] {
  const { tokens, end, text } = line;
  const at = tokens.findIndex(({ lower }) => /^(?:wegen|aufgrund|infolge)$/.test(lower));
  const chunk = at < 0 ? undefined : chunkAt(tokens, tokens[at + 1]?.lower === "von" ? at + 2 : at + 1);
  if (!chunk || (at > 0 && chunk.to !== end)) return [];
  const cause = { from: at, to: chunk.to };
  const rest = at === 0 ? verbFirst(line, { from: chunk.to, to: end }) : inverted(line, { from: 0, to: end }, cause);
  if (rest === undefined || contentCount(tokens, { from: 0, to: end }) - contentCount(tokens, cause) < 2) return [];
  const said = text.slice(tokens[at]?.start, tokens[chunk.to - 1]?.end);
  return [asked("why", line, { from: at + 1, to: chunk.to }, `Warum ${rest}?`, said)];
}

function joinOf(word: string): Join | undefined {
  return joins.find(({ words }) => words.test(word));
}

function question(line: Analysis, { kind, asks, answers }: Join, clause: TokenRange, rest: string): Candidate {
  const { tokens, text } = line;
  const place = { from: clause.from + 1, to: clause.to };
  const said = text.slice(tokens[clause.from]?.start, tokens[clause.to - 1]?.end);
  const opener = answers ?? capitalised(tokens[clause.from]?.text ?? "");
  return asked(kind, line, place, `${asks} ${rest}?`, `${opener}${said.slice(tokens[clause.from]?.text.length)}`);
}

function asked(kind: CandidateKind, { tokens }: Analysis, place: TokenRange, question: string, answer: string): Candidate {
  return questionOf(kind, spanOf(tokens, place), question, capitalised(answer));
}

/** "[weil sie …]" is understood with the main clause in sight; "wenn dies" is not. */
function pointsBackAtOnce({ tokens }: Analysis, { from }: TokenRange): boolean {
  return /^(?:dies|das)$/.test(tokens[from]?.lower ?? "") && !/^\p{Lu}/u.test(tokens[from + 1]?.text ?? "");
}
