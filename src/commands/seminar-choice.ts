import type { History } from "../app/history.ts";
import { seminarNamed } from "../app/seminar.ts";
import { type Seminar, seminarsOf } from "../progress/seminars.ts";
import { complain, finish, type RectoContext } from "./context.ts";

/** The seminar of that name, or the only one there is. Undefined when there is none, or several: then that was said. */
export function chosenSeminar(context: RectoContext, history: History, name: string | undefined): Seminar | undefined {
  const all = seminarsOf(history.seminars.values());
  const [only] = all;
  if (name === undefined && only && all.length === 1) return only;
  if (name === undefined && only) return refused(context, `Name the seminar that you mean: ${titlesOf(all)}.`);
  if (name === undefined) return refused(context, noSeminars);
  const found = seminarNamed(history, name);
  if ("seminar" in found) return found.seminar;
  if (found.candidates.length > 0) return refused(context, `"${name}" could be any of: ${titlesOf(found.candidates)}.`);
  return refused(context, only ? `There is no seminar "${name}". There are: ${titlesOf(all)}.` : noSeminars);
}

const noSeminars = 'No seminar is planned. Plan one: recto seminar add "Reading group" --on 2026-12-03T14:00 --deck NAME';

function titlesOf(seminars: readonly Seminar[]): string {
  return seminars.map(({ title }) => `"${title}"`).join(", ");
}

function refused(context: RectoContext, message: string): undefined {
  complain(context, message);
  finish(context, 2);
  return undefined;
}
