import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";

const shared = ["decks", "storage/read", "storage/dropped", "storage/reviews"];

/**
 * What a plain file sync makes of several homes, in the order in which it sees them: what is missing comes, of two versions of a
 * file one gets another name. A part of the log that is longer is the same one, later.
 */
export function synced(homes: readonly string[], to: string): string {
  const [first = "", ...others] = homes;
  cpSync(first, to, { recursive: true });
  others.forEach((home, number) => {
    for (const name of filesIn(home)) bring(join(home, name), join(to, name), `sync-conflict-20261125-12000${number}-ABCDEF`);
  });
  return to;
}

function filesIn(home: string): readonly string[] {
  return shared.flatMap((folder) =>
    (existsSync(join(home, folder)) ? readdirSync(join(home, folder)) : []).map((name) => `${folder}/${name}`),
  );
}

function bring(from: string, to: string, mark: string): void {
  const bytes = readFileSync(from);
  const there = existsSync(to) ? readFileSync(to) : undefined;
  const isLater = there !== undefined && bytes.subarray(0, there.length).equals(there);
  mkdirSync(dirname(to), { recursive: true });
  if (there === undefined || (isLater && to.endsWith(".jsonl"))) writeFileSync(to, bytes);
  else if (!there.equals(bytes)) {
    const { dir, name, ext } = parse(to);
    writeFileSync(join(dir, `${name}.${mark}${ext}`), bytes);
  }
}
