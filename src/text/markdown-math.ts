import type { ParserBlock, ParserInline } from "markdown-it";

type InlineRule = Parameters<ParserInline["ruler"]["push"]>[1];
type BlockRule = Parameters<ParserBlock["ruler"]["push"]>[1];

interface Delimiters {
  readonly open: string;
  readonly close: string;
  readonly display: boolean;
}

const delimiters: readonly Delimiters[] = [
  { open: "\\(", close: "\\)", display: false },
  { open: "\\[", close: "\\]", display: true },
  { open: "$$", close: "$$", display: true },
  { open: "$", close: "$", display: false },
];

/** Math within a line, verbatim. The end of one delimiter is looked for once, however often its start occurs. */
export const mathInline: InlineRule = (state, silent) => {
  const found = delimiters.find(({ open }) => state.src.startsWith(open, state.pos));
  if (!found) return false;
  const from = state.pos + found.open.length;
  const to = closeFrom(state.src, from, found, state.env as Record<string, string>);
  if (to < 0 || to >= state.posMax || !isMath(state.src.slice(from, to), found, state.src.charAt(to + 1))) return false;
  if (!silent) {
    const token = state.push("math", "math", 0);
    token.markup = found.open;
    token.content = state.src.slice(from, to);
    token.info = found.close;
    token.block = found.display;
  }
  state.pos = to + found.close.length;
  return true;
};

/** Displayed math that begins a line and runs over several, so that its `+ b` is no list and its `> 0` no quotation. */
export const mathBlock: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const found = delimiters.find(({ open, display }) => display && state.src.startsWith(open, start));
  if (!found) return false;
  for (let line = startLine; line < endLine && !state.isEmpty(line); line += 1) {
    const lineEnd = state.eMarks[line] ?? 0;
    const from = line === startLine ? start + found.open.length : (state.bMarks[line] ?? 0);
    const text = state.src.slice(from, lineEnd).trimEnd();
    const to = text.indexOf(found.close);
    if (to < 0) continue;
    if (line === startLine || to + found.close.length !== text.length) return false;
    if (silent) return true;
    const token = state.push("mathBlock", "math", 0);
    token.markup = found.open;
    token.content = state.src.slice(start + found.open.length, from + to);
    token.info = found.close;
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  }
  return false;
};

function closeFrom(text: string, from: number, { close }: Delimiters, env: Record<string, string>): number {
  if (env[close] === text) return -1;
  const to = text.indexOf(close, from);
  if (to < 0) env[close] = text;
  return to;
}

/**
 * Dollars: pandoc's rule, so that "$5 and $10" is money. `\[`: words alone are an editor's brackets with their escapes,
 * as `\[the king\]`.
 */
function isMath(tex: string, { open }: Delimiters, after: string): boolean {
  if (tex.trim() === "") return false;
  if (open === "\\[") return /[\\^_={}+*/<>|$]/.test(tex) || !/\p{L}{2}/u.test(tex);
  if (open === "$") return !/^\s|\s$|^\$/.test(tex) && !/\d/.test(after);
  return true;
}
