import { containment, jaccard } from "../text/similarity.ts";
import { type RarestFirst, Rarity, StemIndex, stemCounts } from "./stem-index.ts";

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
  private readonly rarity: Rarity;
  private readonly alike = new StemIndex<number>();
  private readonly around = new StemIndex<number>();
  private readonly inside = new StemIndex<number>();

  /** @param lines all that may be offered */
  constructor(lines: readonly Line[]) {
    this.rarity = new Rarity(stemCounts(lines.map(({ stems }) => stems)));
  }

  /** The first line kept that says the same; where there is none, this one is kept. */
  twinOrKeep(line: Line): Line | undefined {
    const stems = this.rarity.order(line.stems);
    const twin = this.twinOf(line, stems);
    if (twin) return twin;
    const index = this.kept.push(line) - 1;
    this.alike.add(stems, index, alike);
    this.around.add(stems, index);
    this.inside.add(stems, index, within);
    return undefined;
  }

  private twinOf(line: Line, stems: RarestFirst): Line | undefined {
    const near = [this.alike.sharing(stems, alike), this.around.sharing(stems, within), this.inside.sharing(stems)].flat();
    let first = this.kept.length;
    for (const list of near) {
      for (const index of list) {
        if (index >= first) break; // each list is in the order in which lines were kept
        if (saysTheSame(line.stems, (this.kept[index] as Line).stems)) first = index;
      }
    }
    return this.kept[first];
  }
}
