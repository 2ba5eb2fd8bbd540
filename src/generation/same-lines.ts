import { StemIndex } from "./stem-index.ts";
import { likeness, type StemSet, shareWithin } from "./stem-sets.ts";

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
  private readonly lines: Line[] = [];
  private readonly stems: StemSet[] = [];
  private readonly alike = new StemIndex();
  private readonly around = new StemIndex();
  private readonly inside = new StemIndex();

  /** The first line kept that says the same; where there is none, this one is kept. */
  twinOrKeep(line: Line, stems: StemSet): Line | undefined {
    const twin = this.twinOf(stems);
    if (twin !== undefined) return twin;
    const index = this.lines.push(line) - 1;
    this.stems.push(stems);
    this.alike.add(stems, index, alike);
    this.around.add(stems, index);
    this.inside.add(stems, index, within);
    return undefined;
  }

  /** The first line kept that says the same. */
  twinOf(stems: StemSet): Line | undefined {
    let first = this.lines.length;
    const look = (index: number) => {
      if (index < first && saysTheSame(stems, this.stems[index] ?? [])) first = index;
      return false; // one kept earlier may come later
    };
    this.alike.find(stems, alike, look);
    this.around.find(stems, within, look);
    this.inside.find(stems, 0, look);
    return this.lines[first];
  }
}
