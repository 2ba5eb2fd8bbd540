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
 * Stops the process and resolves when it goes on. A timer holds the event loop meanwhile: with the keyboard given
 * back there is nothing else to wait for, and the program would end on resuming.
 */
export async function untilContinued({ stopSelf, onContinued }: Pick<AppPorts, "stopSelf" | "onContinued">): Promise<void> {
  const hold = setInterval(() => {}, 60_000);
  try {
    await new Promise<void>((resolve) => {
      const end = onContinued(() => {
        end();
        resolve();
      });
      stopSelf?.();
    });
  } finally {
    clearInterval(hold);
  }
}
