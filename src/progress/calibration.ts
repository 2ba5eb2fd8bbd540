import { type Answer, isPass } from "./answers.ts";
import { type Share, shareOf } from "./share.ts";

/** Whether what was foretold came true. */
export interface Calibration {
  /** Mean of what was foretold, 0-1; null without answers. */
  readonly predicted: number | null;
  readonly recalled: Share;
  /** By what was foretold, in steps of 5 %; without the empty ones. */
  readonly bins: readonly CalibrationBin[];
}

export interface CalibrationBin {
  /** 0-1, from where up to .05 more. */
  readonly from: number;
  readonly predicted: number;
  readonly recalled: Share;
}

const binCount = 20;

interface Bin {
  n: number;
  passed: number;
  /** The sum of what was foretold. */
  predicted: number;
}

/** The answers that tell what was remembered, beside the recall that FSRS expected of each. */
export class CalibrationCount {
  readonly #bins = Array.from({ length: binCount }, (): Bin => ({ n: 0, passed: 0, predicted: 0 }));

  add(answer: Answer): void {
    if (!answer.isRecall || answer.predicted === undefined) return;
    const bin = this.#bins[Math.min(binCount - 1, Math.floor(answer.predicted * binCount))];
    if (!bin) return;
    bin.n += 1;
    bin.predicted += answer.predicted;
    if (isPass(answer)) bin.passed += 1;
  }

  calibration(): Calibration {
    const sum = (value: (bin: Bin) => number) => this.#bins.reduce((total, bin) => total + value(bin), 0);
    const n = sum((bin) => bin.n);
    return {
      predicted: n === 0 ? null : sum(({ predicted }) => predicted) / n,
      recalled: shareOf(
        sum(({ passed }) => passed),
        n,
      ),
      bins: this.#bins.flatMap((bin, place) =>
        bin.n === 0 ? [] : [{ from: place / binCount, predicted: bin.predicted / bin.n, recalled: shareOf(bin.passed, bin.n) }],
      ),
    };
  }
}
