// Run by tests in a process of its own: FOLDER WRITER COUNT [CACHE]. Prints each id after it is on disk; with a cache folder, what is
// known is kept there now and then, as at the end of a sitting.
import { writeSync } from "node:fs";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { History } from "../../src/app/history.ts";
import { NotSaved } from "../../src/app/ports.ts";
import type { StudyEvent } from "../../src/scheduling/event.ts";
import { answer, openLog } from "./logs.ts";
import { pastsIn } from "./pasts-in.ts";

const [folder = "", writer = "", count = "0", cache] = process.argv.slice(2);
const log = openLog(nodeDisk, { folder, writer: () => writer, ...(cache !== undefined && { pasts: pastsIn(folder, cache) }) });
const history = new History(log);
for (let index = 1; index <= Number(count); index += 1) {
  if (!saved(() => [history.append(answer(index))]) && !insists()) break;
  if (cache !== undefined && index % 40 === 0) history.keep();
}

/** False where the disk refused; otherwise the ids are printed. */
function saved(save: () => readonly StudyEvent[]): boolean {
  try {
    for (const { id } of save()) writeSync(1, `${id}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    return false;
  }
}

/** As a learner who presses r again and again. */
function insists(): boolean {
  for (let tries = 1; tries <= 50; tries += 1) if (saved(() => history.retry())) return true;
  return false;
}
