/** Something long in steps: between two of them the caller may show how far it is, or stop. */
export interface Progress {
  /** 0-1 */
  readonly share: number;
}

/** The result, without a stop. */
export function finished<T>(steps: Generator<Progress, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The steps as a part of something longer. */
export function* within<T>(steps: Generator<Progress, T>, start: number, length: number): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield { share: start + step.value.share * length };
  }
}
