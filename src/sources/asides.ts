import type { Block } from "./blocks.ts";
import type { Gatherer, Trouble } from "./gather.ts";
import { placesOf } from "./unread.ts";

/** Whether a line is no fact, or may be none: it then begins anew whatever stands above it. */
export function isAside(text: string): boolean {
  return isToDo(text) || isOnlyLink(text) || asks(text) || answers(text);
}

/** Whether a line is only links, after "see" or the like: the line below it says something else. */
export function isOnlyLink(text: string): boolean {
  if (text.length > longestLink) return false;
  const line = text.trim();
  const lead = /^(?:see also|see|link|source|url|via|cf\.?):? /i.exec(line)?.[0] ?? "";
  return isLink(line.slice(lead.length).replace(/[.,;]$/, ""));
}

/** The blocks that may hold facts. Questions that stand with their answers among them are told to the gatherer. */
export function withoutAsides(blocks: readonly Block[], gather: Gatherer): Block[] {
  const kept: Block[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.isBox || isToDo(block.text) || isOnlyLink(block.text)) continue;
    if (asks(block.text) && answers(blocks[index + 1]?.text ?? "")) {
      gather.asked(block.line);
      index += 1;
    } else kept.push(block);
  }
  return kept;
}

/** One for all; none without questions. */
export function troublesOfQuestions(lines: readonly number[]): Trouble[] {
  const [line] = lines;
  if (line === undefined) return [];
  return [
    {
      line,
      message: `Questions with answers are not made into cards: ${placesOf(lines.map(String))}.`,
      remedy: "Questions and answers (Q: and A:) can go straight into a file under decks/.",
    },
  ];
}

const longestLink = 2_000;

function isToDo(text: string): boolean {
  const line = unmarked(text);
  return /^(?:TODO|FIXME|XXX)(?![\p{L}\p{N}])/u.test(line) || /^(?:to[ -]?do|fixme|xxx) ?:/i.test(line) || hasBox(line);
}

/** `[ ] Read chapter 4`, without a bullet. */
function hasBox(line: string): boolean {
  return /^\[[ xX]?\](?: |$)/.test(line);
}

function asks(text: string): boolean {
  return /^(?:Q|Question) ?[:：]/i.test(unmarked(text));
}

function answers(text: string): boolean {
  return /^(?:A|Answer) ?[:：]/i.test(unmarked(text));
}

/** The beginning of a line, without emphasis: `**Q:** What moves tides?` */
function unmarked(text: string): string {
  return text
    .slice(0, 40)
    .trimStart()
    .replaceAll(/[*_=~`]/g, "");
}

function isLink(text: string): boolean {
  if (/^<?(?:https?:\/\/|www\.)\S+$/i.test(text)) return true;
  if (text.startsWith("[[")) return text.indexOf("]]") === text.length - 2;
  const target = text.startsWith("[") && text.endsWith(")") ? text.indexOf("](") : -1;
  if (target === -1) return false;
  const rest = text.slice(target + 2);
  return !rest.includes("](") && !rest.includes(") ");
}
