/**
 * A deck that git could not merge, as `merge.conflictStyle=diff3` leaves it, merged note by note: what either side added stays, what
 * either side took out goes, and the result is the same whichever side merges. Git goes by lines, and takes a note that one side
 * dropped and a new one that the other side put beside it for a conflict. Undefined where both sides changed the same note: that is
 * for a person.
 */
export function mergedNotes(text: string): string | undefined {
  const merged: string[] = [];
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (!line.startsWith("<<<<<<< ")) {
      merged.push(line);
      continue;
    }
    const [ours, base] = [upTo(lines, at, "||||||| "), upTo(lines, indexOf(lines, at, "||||||| "), "=======")];
    const middle = indexOf(lines, indexOf(lines, at, "||||||| "), "=======");
    const theirs = upTo(lines, middle, ">>>>>>> ");
    const blocks = ours && base && theirs && mergedBlocks(blocksOf(ours), blocksOf(base), blocksOf(theirs));
    if (!blocks) return undefined;
    at = indexOf(lines, middle, ">>>>>>> ");
    for (const block of blocks) {
      if ((merged.at(-1) ?? "") !== "") merged.push("");
      merged.push(...block.split("\n"));
    }
    if (blocks.length > 0 && (lines[at + 1] ?? "") !== "") merged.push("");
    if (blocks.length === 0 && merged.at(-1) === "" && lines[at + 1] === "") merged.pop();
  }
  return merged.join("\n");
}

/** Place of the next line that starts so; past the end when there is none. */
function indexOf(lines: readonly string[], from: number, mark: string): number {
  const found = lines.findIndex((line, place) => place > from && line.startsWith(mark));
  return found === -1 ? lines.length : found;
}

function upTo(lines: readonly string[], from: number, mark: string): readonly string[] | undefined {
  const end = indexOf(lines, from, mark);
  return end >= lines.length ? undefined : lines.slice(from + 1, end);
}

/** Paragraphs: a note is one, or several that follow each other. */
function blocksOf(lines: readonly string[]): readonly string[] {
  return lines
    .join("\n")
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.replace(/^\n+|\n+$/g, ""))
    .filter((block) => block !== "");
}

function mergedBlocks(
  ours: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
): readonly string[] | undefined {
  const [here, there] = [addedTo(base, ours), addedTo(base, theirs)];
  const kept = new Set(base.filter((block) => ours.includes(block) && theirs.includes(block)));
  const isGone = base.some((block) => !ours.includes(block) && !theirs.includes(block));
  const differ = JSON.stringify([...here]) !== JSON.stringify([...there]);
  if (isGone && here.size > 0 && there.size > 0 && differ) return undefined;
  const ids = new Set([...here.values()].flat().flatMap((block) => idOf(block) ?? []));
  const both = [...there.values()].flat().filter((block) => ![...here.values()].flat().includes(block));
  if (both.some((block) => ids.has(idOf(block) ?? ""))) return undefined;
  return ["", ...base].flatMap((anchor) => {
    const groups = [here.get(anchor) ?? [], there.get(anchor) ?? []].sort((a, b) => (a.join("\n") < b.join("\n") ? -1 : 1));
    return [...(kept.has(anchor) ? [anchor] : []), ...new Set(groups.flat())];
  });
}

/** What a side added, by the paragraph of the base that it stands behind; "" for the start. */
function addedTo(base: readonly string[], side: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const added = new Map<string, string[]>();
  let anchor = "";
  for (const block of side) {
    if (base.includes(block)) anchor = block;
    else added.set(anchor, [...(added.get(anchor) ?? []), block]);
  }
  return added;
}

/** The note's id in its comment. */
function idOf(block: string): string | undefined {
  return /^<!-- ([0-9a-z]{12})[ >]/.exec(block)?.[1];
}
