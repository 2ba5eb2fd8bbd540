import { type Details, withDetails } from "../app/add.ts";
import type { Duplicate, Duplicates } from "../app/duplicates.ts";
import type { Typed, TypedFact, TypedNote } from "../app/typed-notes.ts";
import type { Offer, OfferedCandidate } from "../generation/offer.ts";
import type { Draft } from "../notes/note.ts";
import { duplicateRows, howToMark, mostOffered, offerText } from "./add-words.ts";
import type { Dialogue, Reply } from "./dialogue.ts";
import { noteText } from "./generate-preview.ts";
import { rows } from "./rows.ts";

/** What was decided about everything that was typed. */
export interface Settled {
  readonly notes: readonly TypedNote[];
  /** Not added, because the home has them. */
  readonly repeated: readonly { readonly text: string; readonly duplicates: readonly Duplicate[] }[];
  /** Sentences that gave no card. */
  readonly barren: readonly Offer[];
  /** The learner said no to something. */
  readonly isDeclined: boolean;
  readonly isInterrupted: boolean;
}

export interface Settling {
  readonly duplicates: Duplicates;
  readonly details: Details;
  /** Adds also what is there already. */
  readonly anyway: boolean;
  /** What messages call the text. */
  readonly called: string;
  readonly columns: number;
  /** Nobody is asked without one: what is there already stays out, and sentences give what the generator would take. */
  readonly dialogue?: Dialogue;
  readonly say: (text: string) => void;
  readonly offersOf: (facts: readonly TypedFact[]) => Promise<readonly Offer[]>;
  readonly draftsOf: (offer: Offer, chosen: readonly OfferedCandidate[]) => Promise<readonly Draft[]>;
  /** Lets the learner go on writing in an editor; undefined when nothing came of it. */
  readonly edit: (written: string) => Promise<Typed | undefined>;
}

/** Decides about each note and sentence in turn, asking the learner where there is one to ask. */
export async function settle(typed: Typed, settling: Settling): Promise<Settled> {
  const settler = new Settler(settling);
  await settler.take(typed);
  return settler;
}

class Settler implements Settled {
  readonly notes: TypedNote[] = [];
  readonly repeated: { text: string; duplicates: readonly Duplicate[] }[] = [];
  readonly barren: Offer[] = [];
  isDeclined = false;
  isInterrupted = false;
  readonly #settling: Settling;

  constructor(settling: Settling) {
    this.#settling = settling;
  }

  async take({ notes, facts }: Typed): Promise<void> {
    for (const note of notes) await this.#takeNote(note);
    const wanted: TypedFact[] = [];
    for (const fact of facts) if (await this.#isWanted(fact.text, this.#settling.duplicates.ofFact(fact))) wanted.push(fact);
    if (wanted.length === 0 || this.isInterrupted) return;
    const offers = await this.#settling.offersOf(wanted);
    for (const [index, fact] of wanted.entries()) await this.#takeFact(fact, offers[index] as Offer);
  }

  async #takeNote(note: TypedNote): Promise<void> {
    const draft = withDetails(note.draft, this.#settling.details);
    const text = noteText(draft).replace(/\s+/g, " ");
    if (await this.#isWanted(text, this.#settling.duplicates.ofNote(draft))) this.#keep({ ...note, draft });
  }

  #keep(note: TypedNote): void {
    const { called, duplicates } = this.#settling;
    this.notes.push(note);
    duplicates.remember({ note: note.draft, file: called, line: note.line, isDropped: false });
  }

  async #isWanted(text: string, duplicates: readonly Duplicate[]): Promise<boolean> {
    const { anyway, dialogue, say, columns } = this.#settling;
    if (this.isInterrupted) return false;
    if (duplicates.length === 0) return true;
    say(["", ...rows("", text, columns)].join("\n"));
    for (const duplicate of duplicates.slice(0, 3)) say(duplicateRows(duplicate, columns).join("\n"));
    if (anyway) return true;
    if (!dialogue) {
      this.repeated.push({ text, duplicates });
      return false;
    }
    const reply = await dialogue.ask("Add it all the same? [y/N] ");
    return this.#heard(reply) && /^y(?:es)?$/i.test(reply.typed.trim()) ? true : this.#decline();
  }

  async #takeFact(fact: TypedFact, offer: Offer): Promise<void> {
    const { dialogue, say, columns, edit } = this.#settling;
    if (this.isInterrupted) return;
    const usual = offer.candidates.filter(({ report }) => report.verdict === "taken");
    if (!dialogue) {
      if (usual.length > 0) return this.#keepChosen(fact, offer, usual);
      this.barren.push(offer);
      return;
    }
    say(offerText(offer, columns));
    for (;;) {
      const reply = await dialogue.ask(questionFor(offer, usual));
      const choice = this.#heard(reply) ? choiceOf(reply.typed, offer, usual) : [];
      if (choice === "edit") {
        const typed = await edit(`C: ${fact.text}`);
        return typed ? this.take(typed) : void this.#decline();
      }
      if (choice === undefined) continue;
      if (choice.length > 0) return this.#keepChosen(fact, offer, choice);
      if (!this.isInterrupted) say(howToMark(fact.text));
      return void this.#decline();
    }
  }

  async #keepChosen({ line, at }: TypedFact, offer: Offer, chosen: readonly OfferedCandidate[]): Promise<void> {
    const { draftsOf, details } = this.#settling;
    for (const { provenance: _, ...draft } of await draftsOf(offer, chosen)) {
      const byHand = { ...draft, provenance: {}, ...(at !== undefined && { at }) };
      this.#keep({ draft: withDetails(byHand, details), line });
    }
  }

  /** False when nobody answers any more. */
  #heard(reply: Reply): reply is { readonly typed: string } {
    if (reply === "interrupted") this.isInterrupted = true;
    return typeof reply !== "string";
  }

  #decline(): false {
    this.isDeclined = true;
    return false;
  }
}

function questionFor({ candidates }: Offer, usual: readonly OfferedCandidate[]): string {
  const numbers = usual.map((one) => candidates.indexOf(one) + 1).join(" ");
  const enter = usual.length > 0 ? `Enter takes ${numbers}` : "Enter takes none";
  const choose = candidates.length > 0 ? ", numbers choose (as 1 3)" : "";
  return `Which? ${enter}${choose}, e edits, n none: `;
}

/** Undefined when the answer makes no sense. */
function choiceOf(
  typed: string,
  { candidates }: Offer,
  usual: readonly OfferedCandidate[],
): readonly OfferedCandidate[] | "edit" | undefined {
  const words = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  const [first] = words;
  if (first === undefined) return usual;
  if (words.length === 1 && first === "e") return "edit";
  if (words.length === 1 && (first === "n" || first === "no")) return [];
  const shown = candidates.slice(0, mostOffered);
  const chosen = words.map((word) => (/^\d{1,2}$/.test(word) ? shown[Number(word) - 1] : undefined));
  return chosen.every((one) => one !== undefined) ? [...new Set(chosen)] : undefined;
}
