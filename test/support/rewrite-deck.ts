// Run by tests in a process of its own: HOME OUTSIDE COUNT. Rewrites a deck and the list of lines read for it, and prints the number
// of each version after it is on disk.
import { writeSync } from "node:fs";
import { join } from "node:path";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths } from "../../src/adapters/home.ts";
import { deckVersion, fingerprintsOfVersion } from "./deck-versions.ts";

const [root = "", outside = "", count = "0"] = process.argv.slice(2);
const home = homePaths(root, { data: join(outside, "data"), cache: join(outside, "cache") });
const decks = openDeckFolder(nodeDisk, home, () => new Date().toISOString());
let deck = decks.createNamed("deck", deckVersion(0));
for (let version = 1; version <= Number(count); version += 1) {
  deck = decks.rewrite(deck, deckVersion(version));
  decks.keepFingerprints("deck", fingerprintsOfVersion(version));
  writeSync(1, `${version}\n`);
}
