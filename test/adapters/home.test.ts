import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, nodeDisk } from "../../src/adapters/disk.ts";
import { findHome, homePaths, initHome } from "../../src/adapters/home.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const user = process.getuid?.() ?? 0;

function ownedBy(owner: number): Disk {
  return { ...nodeDisk, stat: (path) => ({ ...nodeDisk.stat(path), owner }) };
}

test("a new home has decks, private settings and git's files, and says what it made", () => {
  const root = join(temporaryFolder(), "study");
  expect(initHome(nodeDisk, root)).toEqual(["decks/", "storage/", ".gitattributes", ".gitignore", "storage/settings.json"]);
  expect(readFileSync(join(root, "storage/settings.json"), "utf8")).toBe('{"schemaVersion":1}\n');
  expect(readFileSync(join(root, ".gitattributes"), "utf8")).toBe(
    "storage/reviews/*.jsonl -text\nstorage/read/** merge=union\nstorage/dropped/** merge=union\n",
  );
  expect(statSync(join(root, "storage")).mode & 0o777).toBe(0o700);
  expect(statSync(join(root, "storage/settings.json")).mode & 0o777).toBe(0o600);
  expect(initHome(nodeDisk, root)).toEqual([]);
});

test("what is there already is never overwritten", () => {
  const root = temporaryFolder();
  writeFileSync(join(root, ".gitignore"), "mine\n");
  expect(initHome(nodeDisk, root)).not.toContain(".gitignore");
  expect(readFileSync(join(root, ".gitignore"), "utf8")).toBe("mine\n");
});

test("the nearest home above is found; a folder with decks alone is none", () => {
  const root = temporaryFolder();
  initHome(nodeDisk, root);
  const inner = join(root, "decks/kant");
  mkdirSync(join(inner, "decks"), { recursive: true });
  const found = findHome(nodeDisk, { currentFolder: inner, dataFolder: "/nowhere", user });
  expect(found).toEqual({ root, how: "above", exists: true, warnings: [] });
});

test("a named home comes first, then the environment's; a wrong name is refused", () => {
  const folder = temporaryFolder();
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  for (const root of [a, b]) initHome(nodeDisk, root);
  const search = { currentFolder: folder, dataFolder: "/nowhere", user };
  expect(findHome(nodeDisk, { ...search, named: "a", fromEnvironment: b })).toMatchObject({ root: a, how: "named" });
  expect(findHome(nodeDisk, { ...search, fromEnvironment: b })).toMatchObject({ root: b, how: "environment" });
  expect(findHome(nodeDisk, { ...search, named: "c" })).toMatchObject({ refused: { file: join(folder, "c") } });
});

test("outside any home the default home is named and not made", () => {
  const folder = temporaryFolder();
  const found = findHome(nodeDisk, { currentFolder: folder, dataFolder: join(folder, "data"), user });
  expect(found).toEqual({ root: join(folder, "data/home"), how: "default", exists: false, warnings: [] });
  expect(statSync(join(folder, "data"), { throwIfNoEntry: false })).toBeUndefined();
});

test("a stranger's home is refused unless it is named; root and unmapped owners are warned", () => {
  const root = temporaryFolder();
  initHome(nodeDisk, root);
  const search = { currentFolder: root, dataFolder: "/nowhere" };
  expect(findHome(ownedBy(1001), { ...search, user: 1000 })).toMatchObject({ refused: { file: root } });
  expect(findHome(ownedBy(1001), { ...search, user: 1000, named: root })).toMatchObject({ root, warnings: [] });
  expect(findHome(ownedBy(1001), { ...search, user: 0 })).toMatchObject({ root, warnings: [{ file: root }] });
  expect(findHome(ownedBy(65_534), { ...search, user: 1000 })).toMatchObject({ root, warnings: [{ file: root }] });
  expect(findHome(ownedBy(1000), { ...search, user: 1000 })).toMatchObject({ root, warnings: [] });
});

test("storage that everybody can write is warned about", () => {
  const root = temporaryFolder();
  initHome(nodeDisk, root);
  chmodSync(join(root, "storage"), 0o777);
  expect(findHome(nodeDisk, { currentFolder: root, dataFolder: "/nowhere", user })).toMatchObject({ warnings: [{}] });
});

test("two homes have different folders outside", () => {
  const platform = { data: "/data", cache: "/cache" };
  const [a, b] = [homePaths("/a", platform), homePaths("/b", platform)];
  expect(a.backups).not.toBe(b.backups);
  expect(a.backups.startsWith("/data/")).toBe(true);
});
