import { safeLine } from "../text/safe.ts";
import type { RectoContext } from "./context.ts";

export interface ShownShare {
  /** 0-1 */
  readonly tell: (share: number) => void;
  readonly isInterrupted: () => boolean;
  /** Leaves no trace of it. */
  readonly end: () => void;
}

/** How long somebody waits before wondering, and how often the figure changes. */
const patienceMs = 500;
const turnMs = 100;

/** How far a long work is, on a terminal that waits for it. From now on ctrl+c asks the work to stop instead of ending the program. */
export function showingShare({ streams, onInterrupted }: RectoContext, what: string): ShownShare {
  const { errors } = streams;
  const startedAt = performance.now();
  let shownAt = 0;
  let width = 0;
  let interrupted = false;
  const clear = () => {
    if (width > 0) errors.write(`\r${" ".repeat(width)}\r`);
    width = 0;
  };
  const stopListening = onInterrupted(() => {
    interrupted = true;
  });
  return {
    tell(share) {
      const now = performance.now();
      if (share === 1) clear();
      if (share === 1 || !errors.isTTY || now - startedAt < patienceMs || now - shownAt < turnMs) return;
      shownAt = now;
      const text = `${safeLine(what)} … ${String(Math.floor(share * 100)).padStart(2)} %`;
      errors.write(`\r${text}`);
      width = Math.max(width, text.length);
    },
    isInterrupted: () => interrupted,
    end() {
      stopListening();
      clear();
    },
  };
}
