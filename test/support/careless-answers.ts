// A control: FILE WRITER COUNT. Appends and flushes each answer, and never looks at what `write` says it took.
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";

const [file = "", writer = "", count = "0"] = process.argv.slice(2);
for (let n = 1; n <= Number(count); n += 1) {
  try {
    const log = openSync(file, "a");
    writeSync(log, `${writer}.${n}\n`);
    fdatasyncSync(log);
    closeSync(log);
    writeSync(1, `${writer}.${n}\n`);
  } catch {} // Not acknowledged.
}
