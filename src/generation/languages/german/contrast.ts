import type { Analysis } from "../../analysis.ts";
import { isNominal, type Token, type TokenRange } from "../../language/token.ts";
import { contrastsBy } from "../plain-rules.ts";
import { chunkAt } from "./chunks.ts";

/** "nicht A, sondern B", "B statt A", "weniger durch A als durch B", "eher A als B": the asserted side is asked. */
export const contrasts = contrastsBy([butRather, insteadOf, lessThan, commaNot]);

/** "nicht A, sondern B": B, without the words that both sides open with. Not "nicht nur". */
function butRather({ tokens, end }: Analysis, index: number): TokenRange | undefined {
  if (tokens[index]?.lower !== "sondern") return undefined;
  const not = tokens.findLastIndex(
    ({ lower }, at) => at < index && /^(?:nicht|kein|keine|keinen|keinem|keiner|nie|weder)$/.test(lower),
  );
  if (not < 0 || index - not > 16 || /^(?:nur|allein|bloß)$/.test(tokens[not + 1]?.lower ?? "")) return undefined;
  const from = skipOpening(tokens, index + 1);
  if (not === 0) return chunkAt(tokens, from);
  const stop = tokens.findIndex(({ text }, at) => at > from && /^[,;:—–]$/.test(text));
  const to = stop < 0 ? end : stop;
  const head = chunkAt(tokens, from);
  if (head && to - from > 4) return { from: head.coreFrom, to: head.to };
  return { from, to: withoutVerb(tokens, from, to) };
}

/** A verb at the end belongs to both sides: "nicht durch A, sondern durch B ausgelöst". */
function withoutVerb(tokens: readonly Token[], from: number, to: number): number {
  let last = to;
  while (last - from > 1 && !isNominal(tokens[last - 1]) && tokens.slice(from, last - 1).some(isNominal)) last -= 1;
  return last;
}

function skipOpening(tokens: readonly Token[], from: number): number {
  let at = from;
  while (/^(?:auch|vielmehr|nur|vor|allem|erst)$/.test(tokens[at]?.lower ?? "")) at += 1;
  while (tokens[at]?.tag === "ADP" || (tokens[at]?.tag === "DET" && tokens[at + 1] && !/^\d/.test(tokens[at + 1]?.text ?? "")))
    at += 1;
  return at;
}

/** "B statt A", also "B statt als A". */
function insteadOf({ tokens, chunks }: Analysis, index: number): TokenRange | undefined {
  if (
    !/^(?:statt|anstatt|anstelle)$/.test(tokens[index]?.lower ?? "") ||
    !/^(?:DET|ADJ|NOUN|PROPN|ADP|SCONJ|NUM)$/.test(tokens[index + 1]?.tag ?? "")
  )
    return undefined;
  const before = tokens[index - 1]?.text === "," ? index - 1 : index;
  const chunk = chunks.find(({ to }) => to === before);
  return chunk && { from: chunk.coreFrom, to: chunk.to };
}

/** "weniger durch A als durch B": B; "eher A als B", "mehr A als B" with the same preposition: A. */
function lessThan({ tokens, end }: Analysis, index: number): TokenRange | undefined {
  const word = tokens[index]?.lower ?? "";
  if (!/^(?:weniger|eher|mehr)$/.test(word)) return undefined;
  const than = tokens.findIndex(({ lower }, at) => at > index + 1 && at < index + 10 && lower === "als");
  if (than < 0) return undefined;
  const preposition = tokens[index + 1]?.tag === "ADP" ? tokens[index + 1]?.lower : undefined;
  const isParallel =
    preposition !== undefined
      ? tokens[than + 1]?.lower === preposition
      : tokens[index + 1]?.tag === "DET" && tokens[than + 1]?.tag === "DET";
  if (!isParallel && word !== "eher") return undefined;
  const chunk = chunkAt(tokens, (word === "weniger" ? than : index) + (preposition === undefined ? 1 : 2));
  return chunk && chunk.to <= end ? { from: chunk.coreFrom, to: chunk.to } : undefined;
}

/** "A, nicht B": A. */
function commaNot({ tokens, chunks, end }: Analysis, index: number): TokenRange | undefined {
  if (tokens[index]?.text !== "," || tokens[index + 1]?.lower !== "nicht" || tokens[index + 2]?.lower === "nur") return undefined;
  if (tokens.slice(index + 2, end).some(({ lower, text }) => lower === "sondern" || text === ",") || end - index > 8)
    return undefined;
  const preposition = tokens[index + 2]?.tag === "ADP" ? tokens[index + 2]?.lower : undefined;
  const twin = tokens.findLastIndex(({ lower }, at) => at < index && lower === preposition);
  const chunk = twin < 0 ? chunks.find(({ to }) => to === index) : chunkAt(tokens, twin + 1);
  return chunk && { from: chunk.coreFrom, to: chunk.to };
}
