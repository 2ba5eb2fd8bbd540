import { capitalised } from "../../../text/capitalised.ts";
import type { Analysis } from "../../analysis.ts";
import { type Candidate, type CandidateKind, cloze, questionOf } from "../../candidates/candidate.ts";
import { contentCount, type Span, spanOf, type TokenRange } from "../../language/token.ts";
import type { PlainRule } from "../plain-rule.ts";
import { clauseBorders } from "../sentences.ts";
import { afterQue, endsSentence } from "./sentence.ts";

/** What joins a clause to the statement before it, and how it is asked. */
interface Join {
  readonly words: readonly (readonly string[])[];
  readonly kind: CandidateKind;
  readonly asks?: string;
  /** How the answer begins; by default with the joining words themselves. */
  readonly answers?: string;
  readonly gap?: { readonly kind: CandidateKind; readonly hint: string };
}

const why = "pourquoi\u202f?";

function phrases(list: string): Join["words"] {
  return list.split("|").map((phrase) => phrase.split(" "));
}

const joins: readonly Join[] = [
  {
    words: phrases("parce que|parce qu'"),
    kind: "why",
    asks: "Pourquoi",
    gap: { kind: "reason", hint: why },
  },
  {
    words: phrases("car|puisque|puisqu'"),
    kind: "why",
    asks: "Pourquoi",
    answers: "Parce que ",
    gap: { kind: "reason", hint: why },
  },
  {
    words: phrases("en raison de|en raison d'|en raison du|en raison des"),
    kind: "reason",
    gap: { kind: "reason", hint: "quoi\u202f?" },
  },
  {
    words: phrases("à cause de|à cause d'|à cause du|à cause des"),
    kind: "reason",
    gap: { kind: "reason", hint: "quoi\u202f?" },
  },
  {
    words: phrases("quand|lorsque|lorsqu'"),
    kind: "condition",
    asks: "Quand",
    gap: { kind: "condition", hint: "quand\u202f?" },
  },
  {
    words: phrases("seulement si|que si|si|s'"),
    kind: "condition",
    gap: { kind: "condition", hint: "dans quel cas\u202f?" },
  },
  {
    words: phrases("afin de|afin d'|afin que|afin qu'"),
    kind: "purpose",
    asks: "Pourquoi",
  },
];

const longestAnswer = 22;

const { clauseEnd, statementStart } = clauseBorders({
  endsSentence,
  next: /^(?:et|mais|tandis|alors|ce|qui|puis|donc)$/,
  joins: /^(?:et|mais)$/,
});

/** "A parce que B", "A quand B", "B, c'est pourquoi A": asked with "est-ce que", which turns nothing round, else by a gap. */
export const clauseQuestions: PlainRule = {
  name: "clause questions",
  inQuotes: false,
  find: ({ line }) => [...trailing(line), ...fronted(line), ...therefore(line), ...byDoing(line)],
};

function trailing(line: Analysis): readonly Candidate[] {
  const { tokens, end } = line;
  if (line.text.endsWith("?")) return [];
  for (let at = 3; at < end; at++) {
    for (const join of joins) {
      const words = join.words.find((one) => one.every((word, offset) => tokens[at + offset]?.lower === word));
      if (!words || !isJoin(line, at, words)) continue;
      const clause = { from: at + words.length, to: clauseEnd(line, at + words.length) };
      if (contentCount(tokens, clause) < 1 || clause.to - clause.from > longestAnswer) return [];
      const to = tokens[at - 1]?.text === "," ? at - 1 : at;
      const rest = join.asks ? afterQue(line, { from: statementStart(line, to), to }) : undefined;
      const gap =
        join.gap && contentCount(tokens, clause) >= 2 ? [cloze(join.gap.kind, [spanOf(tokens, clause)], join.gap.hint)] : [];
      return rest === undefined ? gap : [question(line, join, { from: at, to: clause.to }, clause, rest), ...gap];
    }
  }
  return [];
}

/** "Quand A, B": what happens when A? */
function fronted({ tokens, end, text }: Analysis): readonly Candidate[] {
  const opener = tokens[0]?.lower ?? "";
  const comma = tokens.findIndex(({ text: sign }) => sign === ",");
  const isCondition = /^(?:quand|lorsque|lorsqu'|si)$/.test(opener) && /^(?:DET|PROPN)$/.test(tokens[1]?.tag ?? "");
  if (!isCondition || comma < 4 || comma > longestAnswer || end - comma > 16) return [];
  const others = tokens
    .slice(comma + 1, end)
    .some(({ text: sign }, index) => /^[,;:—–]$/.test(sign) || endsSentence(tokens, comma + 1 + index));
  const [condition, outcome] = [
    { from: 0, to: comma },
    { from: comma + 1, to: end },
  ];
  if (others || contentCount(tokens, condition) < 2 || contentCount(tokens, outcome) < 2) return [];
  const said = text.slice(0, tokens[comma - 1]?.end);
  const span = spanOf(tokens, outcome);
  const question = `Que se passe-t-il ${said.charAt(0).toLowerCase()}${said.slice(1)}\u202f?`;
  return [asked("condition", span, question, text.slice(span.start, span.end))];
}

/** "si" may mean "so" or, after "sait", "whether", "que" may follow "plus"; "et quand" joins another statement. */
function isJoin({ tokens }: Analysis, at: number, [word]: readonly string[]): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[at + 1];
  if (/^(?:et|ou|même|comme|ni|sauf|c'est|précisément|est|[«"“:;(])$/.test(before)) return false;
  if ((word === "si" || word === "s'") && /^(?:sait|savoir|savait|ignore|demande|demander|vérifier|voir|dire)$/.test(before))
    return false;
  if (word === "si") return after?.tag === "DET" || after?.tag === "PRON" || after?.lower === "on" || after?.lower === "l'";
  if (word === "s'") return /^ils?$/.test(after?.lower ?? "");
  if (word === "que") return /^(?:utile|possible|efficace|valable|vrai|ne)$/.test(before);
  return true;
}

/** "A, c'est pourquoi B". */
function therefore(line: Analysis): readonly Candidate[] {
  const { tokens, end, text } = line;
  const at = tokens.findIndex(
    ({ lower }, index) => lower === "pourquoi" && tokens[index - 1]?.lower === "est" && tokens[index - 2]?.lower === "c'",
  );
  if (at < 6 || !/^[,;]$/.test(tokens[at - 3]?.text ?? "")) return [];
  const rest = afterQue(line, { from: at + 1, to: end });
  if (rest === undefined || tokens.slice(0, at - 3).some((_, index) => endsSentence(tokens, index))) return [];
  const reason = { from: 0, to: at - 3 };
  const span = spanOf(tokens, reason);
  return [asked("why", span, `Pourquoi ${rest}\u202f?`, text.slice(span.start, span.end))];
}

/** "A en faisant B": how? Only at the end, where nothing else depends on it. */
function byDoing(line: Analysis): readonly Candidate[] {
  const { tokens, end, text } = line;
  const at = tokens.findLastIndex(
    ({ lower }, index) => index > 2 && index < end - 1 && lower === "en" && isGerund(tokens[index + 1]?.lower ?? ""),
  );
  if (at < 0 || tokens.slice(at, end).some(({ text: sign }, index) => /^[,;:—–]$/.test(sign) || endsSentence(tokens, at + index)))
    return [];
  const means = { from: at, to: end };
  if (contentCount(tokens, means) < 2) return [];
  const to = tokens[at - 1]?.text === "," ? at - 1 : at;
  const rest = afterQue(line, { from: statementStart(line, to), to });
  const span = spanOf(tokens, means);
  const gap = cloze("means", [span], "comment\u202f?");
  return rest === undefined ? [gap] : [asked("means", span, `Comment ${rest}\u202f?`, text.slice(span.start, span.end)), gap];
}

function isGerund(word: string): boolean {
  return (
    word.length > 5 && word.endsWith("ant") && !/^(?:avant|pendant|enfant|instant|attendant|revanche|suivant|vivant)$/.test(word)
  );
}

function question(
  { tokens, text }: Analysis,
  { kind, asks, answers }: Join,
  whole: TokenRange,
  clause: TokenRange,
  rest: string,
): Candidate {
  const said = text.slice(tokens[clause.from]?.start, tokens[clause.to - 1]?.end);
  const own = text.slice(tokens[whole.from]?.start, tokens[clause.from]?.start);
  const opener = answers ?? own;
  const elides = answers !== undefined && /^(?:ils?|elles?|on|un|une|en|aucun|à)(?!\p{L})/iu.test(said);
  return asked(kind, spanOf(tokens, clause), `${asks} ${rest}\u202f?`, `${elides ? opener.replace(/e $/, "’") : opener}${said}`);
}

function asked(kind: CandidateKind, span: Span, question: string, answer: string): Candidate {
  return questionOf(kind, span, question, capitalised(answer));
}
