import { setImmediate as nextTurn } from "node:timers/promises";
import type { Progress } from "../generation/generate.ts";
import type { RectoContext } from "./context.ts";

/** How long somebody waits before wondering, and how often the figure changes. */
const patienceMs = 500;
const turnMs = 100;

/**
 * Runs the steps to their end. On a terminal shows how far they are when they take longer than a moment, and leaves no trace
 * of it. Undefined when the learner interrupts while it is shown; before and after, ctrl+c ends the program as always.
 */
export async function runWithProgress<T>(context: RectoContext, steps: Generator<Progress, T>): Promise<T | undefined> {
  const { errors } = context.streams;
  const startedAt = performance.now();
  let shown: { readonly clear: () => void; readonly isInterrupted: () => boolean } | undefined;
  let turnAt = startedAt;
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (!errors.isTTY || performance.now() - turnAt < turnMs) continue;
      if (step.value.share === 1) {
        shown?.clear();
        shown = undefined;
        continue;
      }
      turnAt = performance.now();
      if (turnAt - startedAt < patienceMs) continue;
      shown ??= showing(context);
      errors.write(`\rLooking for cards … ${String(Math.floor(step.value.share * 100)).padStart(2)} %`);
      await nextTurn();
      if (shown.isInterrupted()) return undefined;
    }
  } finally {
    shown?.clear();
  }
}

/** The line is about to be shown: from now on ctrl+c must clear it. */
function showing({ streams, onInterrupted }: RectoContext) {
  let interrupted = false;
  const stopListening = onInterrupted(() => {
    interrupted = true;
  });
  return {
    isInterrupted: () => interrupted,
    clear: () => {
      stopListening();
      streams.errors.write(`\r${" ".repeat(30)}\r`);
    },
  };
}
