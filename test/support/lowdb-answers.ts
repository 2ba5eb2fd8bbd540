// The control: the same answers through lowdb as it comes. FILE WRITER COUNT. Prints each id after `write` has resolved.
import { writeSync } from "node:fs";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";

const [file = "", writer = "", count = "0"] = process.argv.slice(2);
const low = new Low<string[]>(new JSONFile(file), []);
for (let n = 1; n <= Number(count); n += 1) {
  await low.read();
  low.data.push(`${writer}.${n}`);
  await low.write();
  writeSync(1, `${writer}.${n}\n`);
}
