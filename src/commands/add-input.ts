import { readQuote, readTyped, type Typed } from "../app/typed-notes.ts";
import type { Problem } from "../notes/problem.ts";
import { decodeDocument } from "../sources/decode.ts";
import { whatYouTyped } from "./add-editor.ts";
import type { RectoContext } from "./context.ts";

/** What stands on the command line or comes from standard input. */
export interface ReadWords {
  readonly typed: Typed;
  /** What messages call it. */
  readonly called: string;
  /** Standard input, which exists nowhere else. */
  readonly input?: string;
}

/** A question and its answer, a text, or `-`. */
export async function readWords(
  context: RectoContext,
  words: readonly string[],
  speaker: string | undefined,
): Promise<ReadWords | Problem> {
  const [first = "", answer] = words.map((each) => each.replace(/\r\n?/g, "\n").trim());
  if (answer !== undefined) {
    const draft = { kind: "question", question: first, answer, both: false, section: "other", provenance: {} } as const;
    return { typed: { notes: [{ draft, line: 1 }], facts: [], problems: [] }, called: whatYouTyped };
  }
  if (speaker !== undefined) return { typed: readQuote(first, speaker.trim().replace(/\s+/g, " ")), called: whatYouTyped };
  if (first !== "-") return { typed: readTyped(first, whatYouTyped), called: whatYouTyped };
  const read = await readInput(context);
  if ("remedy" in read) return read;
  return { typed: readTyped(read.text, standardInput), called: standardInput, input: read.text };
}

const standardInput = "standard input";

/** More than anybody types; a whole study note is for `generate`. */
const largestInput = 1024 * 1024;

async function readInput({ streams }: RectoContext): Promise<{ readonly text: string } | Problem> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of streams.input) {
    parts.push(Buffer.from(part as string));
    size += parts.at(-1)?.length ?? 0;
    if (size > largestInput) {
      const remedy = "For a whole study note use recto generate; a deck can be put under decks/ as it is.";
      return { file: standardInput, message: "This is more than 1 MB.", remedy };
    }
  }
  const decoded = decodeDocument(Buffer.concat(parts));
  if ("problem" in decoded) return { file: standardInput, ...decoded.problem };
  if (decoded.text.trim() === "") return { file: standardInput, message: "It is empty.", remedy: "There is nothing to add." };
  return { text: decoded.text };
}
