import type { Seminar } from "../progress/seminars.ts";
import { seminarsOf } from "../progress/seminars.ts";
import type { History } from "./history.ts";
import type { Stores } from "./ports.ts";

/** What the learner says of a seminar. */
export type SeminarWish = Omit<Seminar, "seminarId">;

/** Sets a seminar; one of the same title is set anew and keeps its id. @throws NotSaved, RangeError where it does not fit a line of the log */
export function setSeminar(stores: Pick<Stores, "mintNoteId">, history: History, wish: SeminarWish): Seminar {
  const known = seminarsOf(history.seminars.values()).find(({ title }) => isSameTitle(title, wish.title));
  const seminar = { seminarId: known?.seminarId ?? stores.mintNoteId(), ...wish };
  history.append({ type: "seminarSet", ...seminar });
  return seminar;
}

/** @throws NotSaved */
export function removeSeminar(history: History, { seminarId }: Seminar): void {
  history.append({ type: "seminarRemoved", seminarId });
}

export type FoundSeminar = { readonly seminar: Seminar } | { readonly candidates: readonly Seminar[] };

/** The seminar that is meant: by title or id, else by the beginning of its title. Several, or none, are for the learner to sort out. */
export function seminarNamed(history: Pick<History, "seminars">, name: string): FoundSeminar {
  const all = seminarsOf(history.seminars.values());
  const exact = all.find(({ title, seminarId }) => seminarId === name || isSameTitle(title, name));
  if (exact) return { seminar: exact };
  const wanted = folded(name);
  const beginning = all.filter(({ title }) => folded(title).startsWith(wanted));
  const [only] = beginning;
  return only && beginning.length === 1 ? { seminar: only } : { candidates: beginning };
}

function isSameTitle(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

function folded(title: string): string {
  return title.normalize("NFKC").trim().toLowerCase();
}
