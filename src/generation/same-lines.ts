import { containment, jaccard } from "../text/similarity.ts";
import { Rarity, StemIndex } from "./stem-index.ts";

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

/** The lines kept so far, and which of them says the same as a new one. */
export class KeptLines<Line extends Stemmed> {
  readonly kept: Line[] = [];
  private readonly alike: StemIndex<number>;
  private readonly around: StemIndex<number>;
  private readonly inside: StemIndex<number>;

  /** @param lines all that may be asked about or kept */
  constructor(lines: readonly Line[]) {
    const rarity = new Rarity(lines.map(({ stems }) => stems));
    this.alike = new StemIndex(rarity);
    this.around = new StemIndex(rarity);
    this.inside = new StemIndex(rarity);
  }

  /** The first line kept that says the same. */
  twinOf({ stems }: Line): Line | undefined {
    const compared = new Set<number>();
    let first: number | undefined;
    for (const near of [this.alike.sharing(stems, alike), this.around.sharing(stems, within), this.inside.sharing(stems)]) {
      for (const index of near) {
        if (compared.has(index) || (first !== undefined && index > first)) continue;
        compared.add(index);
        if (saysTheSame(stems, (this.kept[index] as Line).stems)) first = index;
      }
    }
    return first === undefined ? undefined : this.kept[first];
  }

  keep(line: Line): void {
    const index = this.kept.push(line) - 1;
    this.alike.add(line.stems, index, alike);
    this.around.add(line.stems, index);
    this.inside.add(line.stems, index, within);
  }
}
