import { NotRead, NotSaved } from "../app/ports.ts";
import { complain, finish, type RectoContext } from "./context.ts";

type Command<Flags, Args extends readonly unknown[]> = (this: RectoContext, flags: Flags, ...args: Args) => Promise<void> | void;

/** A disk that refuses is told to the learner in words, with exit code 3. */
export function guarded<Flags, Args extends readonly unknown[]>(command: Command<Flags, Args>): Command<Flags, Args> {
  return async function (this: RectoContext, flags: Flags, ...args: Args) {
    try {
      await command.call(this, flags, ...args);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      complain(this, `${error instanceof NotRead ? "" : "Not saved: "}${error.message} ${error.remedy}`);
      finish(this, 3);
    }
  };
}
