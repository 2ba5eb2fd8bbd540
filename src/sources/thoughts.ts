import { allNames } from "../notes/section-names.ts";
import { withoutAsides } from "./asides.ts";
import type { Block } from "./blocks.ts";
import { blocksOf, isSignedBlock } from "./blocks.ts";
import type { Gatherer } from "./gather.ts";
import { visibleText } from "./inline.ts";
import type { Line } from "./line.ts";
import { isPlaceholder } from "./placeholder.ts";
import { attributionOf, isAttributionLine, quotationOf, withoutOuterMarks } from "./quotation.ts";
import type { SourceItem } from "./source.ts";

/** The topical headings that lines stand under, where there are any. */
type Under = Pick<SourceItem, "topics">;

/** Reads what somebody noted under a heading of their own: bullets and sentences as ideas, attributed block quotes as quotes. */
export function readThoughts(lines: readonly Line[], under: Under, gather: Gatherer): void {
  for (const block of withoutAsides(blocksOf(lines, { ownNotes: true }), gather)) readBlock(block, under, gather);
}

function readBlock(block: Block, under: Under, gather: Gatherer): void {
  if (isPlaceholder(visibleText(block.text.slice(0, 401)), allNames())) return;
  if (block.kind === "quote" && readQuote(block, under, gather)) return;
  const isSigned = block.kind !== "quote" && isSignedBlock(block);
  const isWhole = isSigned || (block.kind === "bullet" && block.text.split(" ", 46).length <= 45);
  const whole = isSigned || block.kind === "bullet" ? gather.whole(block.text, block.line) : undefined;
  if (block.kind === "bullet" && whole === undefined) return;
  const text = block.kind === "quote" ? block.text.replace(/^\[![A-Za-z]{1,20}\][+-]? ?/, "") : block.text;
  const texts = isWhole && whole !== undefined ? [whole] : gather.sentences(text, block.line);
  for (const each of texts) {
    if (/[\p{L}\p{N}]/u.test(each)) gather.add({ section: "ideas", text: withoutOuterMarks(each), line: block.line, ...under });
  }
}

/** A block quote whose last line, or whose end after the closing mark, names somebody. */
function readQuote(block: Block, under: Under, gather: Gatherer): boolean {
  const last = visibleText((block.lines.at(-1) ?? "").slice(0, 300));
  const isSigned = block.lines.length > 1 && isAttributionLine(last.replace(/^- /, "— "));
  const markdown = isSigned ? block.lines.slice(0, -1).join(" ") : block.text;
  const text = gather.whole(markdown, block.line);
  if (text === undefined) return markdown.length > 0;
  const { isUnclosed, ...quotation } = quotationOf(text);
  const signed = isSigned ? attributionOf(last) : {};
  if ((signed.speaker ?? quotation.speaker) === undefined) return false;
  if (isUnclosed)
    gather.trouble({
      line: block.line,
      message: "A quotation mark is opened and not closed.",
      remedy: "Close it where the quote ends.",
    });
  gather.add({ section: "quotes", ...quotation, ...signed, line: block.line, ...under });
  return true;
}
