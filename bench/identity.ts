import { allFixtureNotes, fixtureNote } from "../test/support/fixture-notes.ts";
import { identityAfter, regenerated } from "../test/support/identity.ts";
import { allEdits, lineEdits } from "../test/support/line-edits.ts";
import { seededChance } from "../test/support/seeded-chance.ts";

/**
 * Prints for each kind of edit the share of surviving cards that keep their history, over all fixture notes and several seeds;
 * targets: 99 % and more kept, no wrong carry-over; all edits at once are harder than anybody's day. `--cards` lists the cards that did not keep theirs.
 */
const seeds = [1, 2, 3];
const notes = allFixtureNotes.map(fixtureNote);
const made = notes.map((source) => regenerated(source));
for (const [name, edit] of [...Object.entries(lineEdits), ["all of these at once", allEdits] as const]) {
  const shares = seeds.flatMap((seed) =>
    notes.flatMap((source, index) => {
      const before = made[index];
      return before ? [identityAfter(source, before, edit(source.items, seededChance(seed * 1000 + index)))] : [];
    }),
  );
  const sum = (count: (share: (typeof shares)[number]) => number) => shares.reduce((total, share) => total + count(share), 0);
  const [kept, surviving] = [sum((share) => share.kept), sum((share) => share.surviving)];
  console.log(
    `${name.padEnd(24)} ${((100 * kept) / surviving).toFixed(2).padStart(6)} % of ${surviving} kept, ${sum(({ wrong }) => wrong.length)} wrong`,
  );
  if (process.argv.includes("--cards")) {
    for (const { wrong, lost } of shares) {
      for (const card of wrong) console.log(`   wrong ${card}`);
      for (const card of lost) console.log(`   lost  ${card}`);
    }
  }
}
