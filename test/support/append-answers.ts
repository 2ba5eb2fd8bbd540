// Run by tests in a process of its own: FOLDER WRITER COUNT. Prints each id after it is on disk.
import { writeSync } from "node:fs";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { answer, openLog } from "./logs.ts";

const [folder = "", writer = "", count = "0"] = process.argv.slice(2);
const log = openLog(nodeDisk, { folder, writer: () => writer });
for (let index = 1; index <= Number(count); index += 1) writeSync(1, `${log.append(answer(index)).id}\n`);
