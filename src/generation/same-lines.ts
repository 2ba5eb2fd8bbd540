import { likeness, StemIndex, type StemSet, shareWithin } from "./stem-sets.ts";

/** Two lines say the same when they share most of their stems, or when one has hardly a stem that the other lacks. */
export function saysTheSame(a: StemSet, b: StemSet): boolean {
  const alikeness = likeness(a, b);
  if (alikeness >= alike) return true;
  if (a.length < 4 || b.length < 4) return false;
  return shareWithin(a, b) >= within || (shareWithin(b, a) >= within && alikeness > 0.5);
}

const alike = 0.8;
const within = 0.95;

/** The lines kept so far, and which of them says the same as a new one. */
export class KeptLines<Line> {
  private readonly kept: { readonly line: Line; readonly stems: StemSet }[] = [];
  private readonly alike = new StemIndex<number>();
  private readonly around = new StemIndex<number>();
  private readonly inside = new StemIndex<number>();

  /** The first line kept that says the same; where there is none, this one is kept. */
  twinOrKeep(line: Line, stems: StemSet): Line | undefined {
    const twin = this.twinOf(stems);
    if (twin !== undefined) return twin;
    const index = this.kept.push({ line, stems }) - 1;
    this.alike.add(stems, index, alike);
    this.around.add(stems, index);
    this.inside.add(stems, index, within);
    return undefined;
  }

  /** The first line kept that says the same. */
  twinOf(stems: StemSet): Line | undefined {
    const near = [this.alike.sharing(stems, alike), this.around.sharing(stems, within), this.inside.sharing(stems)].flat();
    let first = this.kept.length;
    for (const list of near) {
      for (const index of list) {
        if (index >= first) break; // each list is in the order in which lines were kept
        if (saysTheSame(stems, this.kept[index]?.stems ?? [])) first = index;
      }
    }
    return this.kept[first]?.line;
  }
}
