import { nodeDisk } from "../adapters/disk.ts";
import { openEditor } from "../adapters/editor.ts";
import { platformFolders } from "../adapters/home.ts";
import { keepTypedText, type TypedText } from "../adapters/typed-text.ts";
import { NotSaved } from "../app/ports.ts";
import { readTyped, type Typed } from "../app/typed-notes.ts";
import { counted } from "../text/counted.ts";
import { addTemplate } from "./add-template.ts";
import { complain, type ExitCode, printProblems, type RectoContext } from "./context.ts";
import type { Dialogue } from "./dialogue.ts";

export const whatYouTyped = "what you typed";

/** Texts that are in no deck yet, each in a file of its own. */
export class KeptTexts {
  readonly #context: RectoContext;
  #texts: readonly TypedText[] = [];

  constructor(context: RectoContext) {
    this.#context = context;
  }

  /** @throws NotSaved when there is no place for it */
  keep(text: string): TypedText {
    const kept = keepTypedText(nodeDisk, platformFolders().data, this.#context.now(), text);
    this.#texts = [...this.#texts, kept];
    return kept;
  }

  /** Where something worse has to be told: that there is no place for the text is not told too. */
  tryToKeep(text: string): void {
    try {
      this.keep(text);
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
    }
  }

  discard(...texts: readonly TypedText[]): void {
    for (const text of texts) text.discard();
    this.#texts = this.#texts.filter((text) => !texts.includes(text));
  }

  discardAll(): void {
    this.discard(...this.#texts);
  }

  sayWhere(): void {
    for (const { path } of this.#texts)
      complain(this.#context, `What you typed is kept. Add it later: recto add - < '${path.replaceAll("'", "'\\''")}'`);
  }
}

/** What the learner wrote, or how the command ends when they wrote nothing or want no more. */
export type Written = { readonly typed: Typed } | { readonly ended: ExitCode };

/** Opens the learner's editor until nothing is wrong with what they wrote. @throws NotSaved when the text has no place */
export async function writeInEditor(
  context: RectoContext,
  texts: KeptTexts,
  dialogue: Dialogue,
  start: { readonly written: string; readonly deckFile: string },
): Promise<Written> {
  const text = texts.keep(addTemplate(start.written, start.deckFile));
  for (;;) {
    dialogue.pause();
    const result = openEditor({ editor: context.editor, platform: context.platform }, text.path, 1);
    const typed = readAgain(text);
    const isBlank = typed.notes.length + typed.facts.length + typed.problems.length === 0;
    if (isBlank) texts.discard(text);
    if (result.outcome === "failed" || result.exitCode !== 0) {
      const why = result.outcome === "failed" ? `${result.message} ${result.remedy}` : "";
      complain(context, why || `The editor ended with an error (${result.outcome === "closed" ? result.exitCode : 0}).`);
      return { ended: 1 };
    }
    if (isBlank) return { ended: 0 };
    if (typed.problems.length === 0) return { typed };
    printProblems(context, typed.problems);
    const good = typed.notes.length + typed.facts.length;
    const rest = good === 0 ? "" : `, a adds the ${counted(good, "other")}`;
    const reply = await dialogue.ask(`Enter opens the editor again${rest}, q leaves it: `);
    if (reply === "interrupted") return { ended: 130 };
    const word = reply === "closed" ? "q" : reply.typed.trim().toLowerCase();
    if (word === "a" && good > 0) return { typed };
    if (word === "q") return { ended: 0 };
  }
}

function readAgain(text: TypedText): Typed {
  const decoded = text.read();
  if ("text" in decoded) return readTyped(decoded.text, whatYouTyped);
  return { notes: [], facts: [], problems: [{ file: whatYouTyped, ...decoded.problem }] };
}
