import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDeckFolder } from "../../src/adapters/deck-folder.ts";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths } from "../../src/adapters/home.ts";
import { continued } from "../../src/app/continued.ts";
import { pastOf, samePast } from "../../src/app/past.ts";
import { answering, writerNumber } from "../support/answering.ts";
import { deckVersion, fingerprintsOfVersion } from "../support/deck-versions.ts";
import { idsOf, openLog } from "../support/logs.ts";
import { inLong } from "../support/long.ts";
import { pastsIn } from "../support/pasts-in.ts";
import { cutWhile, type FileSystem, newDisk, whyNot } from "./power.ts";

/** Named in the report where nothing could be proved. */
function onEach(what: string, work: (kind: FileSystem) => Promise<void>): void {
  for (const kind of ["ext4", "xfs"] as const) {
    const reason = whyNot(kind);
    test.skipIf(reason !== undefined)(`${kind}: ${what}${reason ? ` (skipped: ${reason})` : ""}`, () => work(kind), 600_000);
  }
}

const cuts = inLong(12, 3);
const forever = "1000000";

describe("the power fails while recto writes", () => {
  onEach("no answer of two runs that was acknowledged is lost or doubled, and the snapshot equals a rebuild", async (kind) => {
    const disk = newDisk(kind);
    const [folder, cache] = [join(disk.root, "storage/reviews"), join(disk.root, "cache")];
    const acknowledged: string[] = [];
    let compared = 0;
    for (let round = 1; round <= cuts; round += 1) {
      const runs = [1, 2].map((number) => answering("recto", {}, folder, writerNumber(round * 2 + number), forever, cache));
      acknowledged.push(...(await cutWhile(runs, 80 + round * 20, disk)));
      const log = openLog(nodeDisk, { folder, pasts: pastsIn(folder, cache) });
      const ids = idsOf(log);
      const found = new Set(ids);
      expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
      expect(ids).toHaveLength(found.size);
      const started = log.kept && continued(log.kept.past, log.kept.later, (ids) => log.eventsNaming(ids));
      if (!started) continue;
      expect(samePast(started, pastOf(log.events))).toBe(true);
      compared += 1;
    }
    expect(acknowledged.length).toBeGreaterThan(inLong(100, 0)); // a busy machine has answered little when the power fails
    expect(compared).toBeGreaterThan(inLong(0, -1));
  });

  onEach("a deck and the list of its lines are whole, and no older than what was acknowledged", async (kind) => {
    const disk = newDisk(kind);
    let acknowledged = 0;
    for (let round = 1; round <= cuts; round += 1) {
      const [root, outside] = [join(disk.root, `home${round}`), join(disk.root, `outside${round}`)];
      const last = Number((await cutWhile([answering("decks", {}, root, outside, forever)], 60 + round * 15, disk)).at(-1));
      const decks = openDeckFolder(nodeDisk, homePaths(root, { data: outside, cache: outside }), () => "");
      expect([last, last + 1].map(deckVersion)).toContainEqual(decks.list().decks[0]?.text);
      const lines = [...(decks.fingerprints("deck") ?? [])];
      expect([last, last + 1].map(fingerprintsOfVersion)).toContainEqual(lines);
      acknowledged += last;
    }
    expect(acknowledged).toBeGreaterThan(inLong(cuts, 0));
  });

  onEach("control: lowdb as it comes loses what it had acknowledged, so this harness would notice", async (kind) => {
    const disk = newDisk(kind);
    let lost = 0;
    for (let cut = 1; lost === 0 && cut <= 10; cut += 1) {
      // One cut may come just after the file system wrote everything by itself.
      const file = join(disk.root, `db${cut}.json`);
      const acknowledged = await cutWhile([answering("lowdb", {}, file, writerNumber(cut), forever)], inLong(300, 900), disk);
      const found = new Set(readable(file));
      lost = acknowledged.filter((id) => !found.has(id)).length;
    }
    expect(lost).toBeGreaterThan(0);
  });
});

/** The ids in a file of lowdb; none when it is missing, empty or torn. */
function readable(file: string): readonly string[] {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as string[];
  } catch {
    return [];
  }
}
