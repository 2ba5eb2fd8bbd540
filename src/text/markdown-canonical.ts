import type { Block, Inline } from "./markdown.ts";

/**
 * One tree for texts that look the same: neighbouring texts joined, blanks at line ends and empty mark-up left out, blanks taken
 * out of the edges of mark-up, two line breaks in a row made a new paragraph.
 */
export function canonicalBlocks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap(canonicalBlock);
}

function canonicalBlock(block: Block): Block[] {
  switch (block.type) {
    case "paragraph":
      return paragraphsOf(block.children).map((children) => ({ type: "paragraph", children }));
    case "codeBlock":
      return [block];
    case "blockquote": {
      const children = canonicalBlocks(block.children);
      return children.length === 0 ? [] : [{ type: "blockquote", children }];
    }
    case "list": {
      const items = block.items.map(canonicalBlocks).filter((item) => item.length > 0);
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    case "table": {
      const row = (cells: readonly (readonly Inline[])[]) => cells.map((cell) => lineOf(cell));
      return [{ type: "table", head: row(block.head), rows: block.rows.map(row) }];
    }
  }
}

/** A stretch of running text on one line. */
function lineOf(children: readonly Inline[]): Inline[] {
  const spaced = children.map((child): Inline => (child.type === "lineBreak" ? { type: "text", text: " " } : child));
  return paragraphsOf(spaced)[0] ?? [];
}

type Mark = Extract<Inline, { readonly children: readonly Inline[] }>;
type Leaf = Exclude<Inline, Mark>;

/** A leaf of the tree with the mark-up around it, outermost first. */
interface Run {
  readonly leaf: Leaf;
  readonly marks: readonly Mark[];
}

function paragraphsOf(children: readonly Inline[]): Inline[][] {
  const paragraphs: Run[][] = [[]];
  let breaks: Run[] = [];
  for (const run of withoutBlanksAtBreaks(joined(runsOf(children, [])))) {
    if (run.leaf.type === "lineBreak") {
      breaks.push(run);
      continue;
    }
    if (breaks.length > 1) paragraphs.push([]);
    else if (breaks.length === 1 && paragraphs.at(-1)?.length !== 0) paragraphs.at(-1)?.push(...breaks);
    breaks = [];
    paragraphs.at(-1)?.push(run);
  }
  return paragraphs.map((runs) => treeOf(unmarkedBlanks(runs), 0)).filter((tree) => tree.length > 0);
}

function runsOf(children: readonly Inline[], marks: readonly Mark[]): Run[] {
  return children.flatMap((child): Run[] => {
    if (!("children" in child)) return [{ leaf: canonicalLeaf(child), marks }];
    const isInside = marks.some((mark) => mark.type === child.type);
    return runsOf(child.children, isInside ? marks : [...marks, child]);
  });
}

/** Code that shows nothing is blanks. */
function canonicalLeaf(leaf: Leaf): Leaf {
  if (leaf.type === "code" && leaf.text.trim() === "") return { type: "text", text: leaf.text };
  return leaf.type === "math" ? { ...leaf, text: mathText(leaf) } : leaf;
}

/** One way to write it, whichever delimiters stood around it. */
function mathText({ tex, display }: Extract<Inline, { type: "math" }>): string {
  return display ? `\\[${tex}\\]` : `\\(${tex}\\)`;
}

function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.leaf.type === "text" && run.leaf.text === "") continue;
    if (last?.leaf.type === "text" && run.leaf.type === "text" && sameMarks(last.marks, run.marks))
      result[result.length - 1] = { ...last, leaf: { type: "text", text: last.leaf.text + run.leaf.text } };
    else result.push(run);
  }
  return result;
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => sameMark(mark, b[index] as Mark));
}

function sameMark(a: Mark, b: Mark): boolean {
  return a.type === b.type && (a.type !== "link" || b.type !== "link" || a.url === b.url);
}

/** Blanks before and behind line breaks, and at both ends, are nowhere to be seen. */
function withoutBlanksAtBreaks(runs: readonly Run[]): Run[] {
  const trimmedAt = (list: readonly Run[], trim: (text: string) => string): Run[] => {
    const kept: Run[] = [];
    let isAtBreak = true;
    for (const run of list) {
      if (run.leaf.type === "text" && isAtBreak) {
        const text = trim(run.leaf.text);
        if (text === "") continue;
        kept.push({ ...run, leaf: { type: "text", text } });
      } else kept.push(run);
      isAtBreak = run.leaf.type === "lineBreak";
    }
    return kept;
  };
  const leading = trimmedAt(runs, (text) => text.replace(/^[ \t]+/, ""));
  return joined(trimmedAt(leading.toReversed(), trimmedEnd).toReversed());
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return text.slice(0, end);
}

/** Blanks at the edges of mark-up stand outside it, and line breaks too. */
function unmarkedBlanks(runs: readonly Run[]): Run[] {
  const outside = runs.flatMap((run, index): Run[] => {
    if (run.leaf.type !== "text" || run.marks.length === 0) return [run];
    const { text } = run.leaf;
    const bare = trimmedEnd(text).replace(/^[ \t]+/, "");
    if (bare === text) return [run];
    const start = bare === "" ? text.length : text.indexOf(bare);
    const before = sharedMarks(runs[index - 1]?.marks ?? [], run.marks);
    const behind = sharedMarks(run.marks, runs[index + 1]?.marks ?? []);
    return [
      { leaf: { type: "text", text: text.slice(0, start) }, marks: before },
      { leaf: { type: "text", text: bare }, marks: run.marks },
      { leaf: { type: "text", text: text.slice(start + bare.length) }, marks: behind },
    ];
  });
  const shared = outside.map((run, index): Run => {
    if (run.leaf.type !== "lineBreak") return run;
    return { ...run, marks: sharedMarks(outside[index - 1]?.marks ?? [], outside[index + 1]?.marks ?? []) };
  });
  return joined(shared);
}

function sharedMarks(a: readonly Mark[], b: readonly Mark[]): readonly Mark[] {
  const differs = a.findIndex((mark, index) => b[index] === undefined || !sameMark(mark, b[index]));
  return differs < 0 ? a : a.slice(0, differs);
}

function treeOf(runs: readonly Run[], depth: number): Inline[] {
  const tree: Inline[] = [];
  for (let at = 0; at < runs.length; ) {
    const { leaf, marks } = runs[at] as Run;
    const mark = marks[depth];
    if (!mark) {
      tree.push(leaf);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < runs.length && isUnder(runs[end] as Run, mark, depth)) end += 1;
    tree.push({ ...mark, children: treeOf(runs.slice(at, end), depth + 1) });
    at = end;
  }
  return tree;
}

function isUnder({ marks }: Run, mark: Mark, depth: number): boolean {
  const own = marks[depth];
  return own !== undefined && sameMark(own, mark);
}
