import { join } from "node:path";
import { writePackage } from "../../../src/adapters/anki-package-out.ts";
import { nodeDisk } from "../../../src/adapters/disk.ts";
import { decksToExport } from "../../../src/app/export.ts";
import { type PackageOutReport, packageFrom } from "../../../src/app/package-out.ts";
import { readHome } from "../../../src/app/study-home.ts";
import type { MemoryStores } from "../memory-stores.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** All decks of a home in memory as a package, in a file. */
export async function packed(stores: MemoryStores): Promise<{ readonly path: string; readonly report: PackageOutReport }> {
  const home = readHome(stores.decks);
  const made = packageFrom(stores, decksToExport(stores, home, new Set(home.decks.map(({ name }) => name)), true));
  const folder = temporaryFolder();
  const path = join(folder, "recto.apkg");
  await writePackage(nodeDisk, path, made.package, { folder: join(folder, "cache"), called: "recto.apkg" });
  return { path, report: made.report };
}
