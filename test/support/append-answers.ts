// Run by tests in a process of its own: FOLDER WRITER COUNT [CACHE]. Prints each id after it is on disk; with a cache folder, what is
// known is kept there now and then, as at the end of a sitting.
import { writeSync } from "node:fs";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { History } from "../../src/app/history.ts";
import { NotSaved } from "../../src/app/ports.ts";
import { answer, openLog } from "./logs.ts";
import { pastsIn } from "./pasts-in.ts";

const [folder = "", writer = "", count = "0", cache] = process.argv.slice(2);
const log = openLog(nodeDisk, { folder, writer: () => writer, ...(cache !== undefined && { pasts: pastsIn(folder, cache) }) });
const history = new History(log);
try {
  for (let index = 1; index <= Number(count); index += 1) {
    writeSync(1, `${history.append(answer(index)).id}\n`);
    if (cache !== undefined && index % 40 === 0) history.keep();
  }
} catch (error) {
  if (!(error instanceof NotSaved)) throw error;
  writeSync(2, error.message);
}
