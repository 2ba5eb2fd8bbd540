import type { AppPorts } from "./options.ts";

/** Why the work failed, for the learner; `undefined` when it did not. */
export async function failureOf(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Stops the process and resolves when it goes on: true when it was stopped. The system stops nobody whom no shell could
 * bring back (POSIX: an orphaned process group), as where recto is what a window was opened for. The timer stands still
 * while the process does; it also holds the event loop, which has nothing else to wait for with the keyboard given back.
 */
export function untilContinued({ stopSelf, onContinued }: Pick<AppPorts, "stopSelf" | "onContinued">): Promise<boolean> {
  return new Promise((resolve) => {
    const end = onContinued(() => {
      clearTimeout(timer);
      end();
      resolve(true);
    });
    // When the process goes on, the timer may be told before the signal is.
    const notStopped = () =>
      setImmediate(() => {
        end();
        resolve(false);
      });
    const timer = setTimeout(notStopped, stopsWithinMs);
    stopSelf?.();
  });
}

const stopsWithinMs = 500;
