import { containment, jaccard } from "../text/similarity.ts";

interface Stemmed {
  readonly stems: ReadonlySet<string>;
}

/** Two lines say the same when they share most of their stems, or when one has hardly a stem that the other lacks. */
export function saysTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const likeness = jaccard(a, b);
  if (likeness >= alike) return true;
  if (a.size < 4 || b.size < 4) return false;
  return containment(a, b) >= within || (containment(b, a) >= within && likeness > 0.5);
}

const alike = 0.8;
const within = 0.95;

/**
 * The lines kept so far, and which of them says the same as a new one, without comparing all pairs. A set that shares 80 %
 * of its stems with another shares at least one of any fifth of them and one more, so only lines need be compared that
 * share one of the stems that are rarest in the whole note (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
 */
export class KeptLines<Line extends Stemmed> {
  readonly kept: Line[] = [];
  private readonly rank: ReadonlyMap<string, number>;
  private readonly byStem = new Map<string, number[]>();
  /** By the stems that a line alike must share one of. */
  private readonly byRareStem = new Map<string, number[]>();
  /** By the stems that a line must have one of to contain this one. */
  private readonly byRarestStem = new Map<string, number[]>();

  /** @param lines all that may be asked about or kept */
  constructor(lines: readonly Line[]) {
    const counts = new Map<string, number>();
    for (const { stems } of lines) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const rarestFirst = [...counts].sort((a, b) => a[1] - b[1]);
    this.rank = new Map(rarestFirst.map(([stem], index) => [stem, index]));
  }

  /** The first line kept that says the same. */
  twinOf({ stems }: Line): Line | undefined {
    const rarestFirst = this.rarestFirst(stems);
    const near = [
      ...found(this.byRareStem, prefix(rarestFirst, alike)),
      ...found(this.byStem, prefix(rarestFirst, within)),
      ...found(this.byRarestStem, rarestFirst),
    ];
    const compared = new Set<number>();
    let first: number | undefined;
    for (const index of near) {
      if (compared.has(index) || (first !== undefined && index > first)) continue;
      compared.add(index);
      if (saysTheSame(stems, (this.kept[index] as Line).stems)) first = index;
    }
    return first === undefined ? undefined : this.kept[first];
  }

  keep(line: Line): void {
    const index = this.kept.push(line) - 1;
    const rarestFirst = this.rarestFirst(line.stems);
    for (const stem of rarestFirst) add(this.byStem, stem, index);
    for (const stem of prefix(rarestFirst, alike)) add(this.byRareStem, stem, index);
    for (const stem of prefix(rarestFirst, within)) add(this.byRarestStem, stem, index);
  }

  private rarestFirst(stems: ReadonlySet<string>): readonly string[] {
    return [...stems].sort((a, b) => (this.rank.get(a) ?? 0) - (this.rank.get(b) ?? 0));
  }
}

/** So many of the stems that a set with a `share` of all of them has one of these. */
function prefix(stems: readonly string[], share: number): readonly string[] {
  return stems.slice(0, Math.floor(stems.length * (1 - share) + 1e-9) + 1);
}

function* found(lists: ReadonlyMap<string, readonly number[]>, stems: readonly string[]): Generator<number> {
  for (const stem of stems) yield* lists.get(stem) ?? [];
}

function add(lists: Map<string, number[]>, stem: string, index: number): void {
  const list = lists.get(stem);
  if (list) list.push(index);
  else lists.set(stem, [index]);
}
