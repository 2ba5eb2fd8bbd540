import { createInterface } from "node:readline";
import type { RectoContext } from "./context.ts";

/** What came of a question: what was typed, the end of the input, or ctrl+c. */
export type Reply = { readonly typed: string } | "closed" | "interrupted";

/** Questions to whoever sits at the keyboard; nothing typed ahead is lost between them. */
export interface Dialogue {
  /** `question` is the program's own words: nothing from outside goes past `safe()`. */
  ask(question: string): Promise<Reply>;
  /** Gives the keyboard back, as to an editor; the next question takes it again. */
  pause(): void;
}

export function openDialogue({ streams }: Pick<RectoContext, "streams">): Dialogue {
  let lines: ReturnType<typeof createInterface> | undefined;
  const typedAhead: string[] = [];
  let waiting: ((reply: Reply) => void) | undefined;
  const answer = (reply: Reply) => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(reply);
  };
  const open = () => {
    const opened = createInterface({ input: streams.input, output: streams.errors });
    opened.on("line", (line) => (waiting ? answer({ typed: line }) : typedAhead.push(line)));
    opened.once("SIGINT", () => {
      answer("interrupted");
      opened.close();
    });
    opened.once("close", () => {
      lines = undefined;
      answer("closed");
    });
    return opened;
  };
  return {
    ask: (question) =>
      new Promise((resolve) => {
        if (streams.input.readableEnded) return resolve("closed");
        lines ??= open();
        lines.setPrompt(question);
        lines.prompt();
        const ahead = typedAhead.shift();
        if (ahead !== undefined) resolve({ typed: ahead });
        else waiting = resolve;
      }),
    pause: () => lines?.close(),
  };
}
