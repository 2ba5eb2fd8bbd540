import { join } from "node:path";
import { openPackage } from "../../../src/adapters/anki-package.ts";
import { type PackageTaken, takePackage } from "../../../src/app/package-in.ts";
import type { MemoryStores } from "../memory-stores.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Imports a package into a home in memory. */
export async function take(
  stores: MemoryStores,
  path: string,
  options: { readonly dryRun?: boolean; readonly takesTexts?: boolean; readonly isStopped?: () => boolean } = {},
): Promise<PackageTaken> {
  const folder = join(temporaryFolder(), "cache");
  const source = await openPackage(path, { folder, allowLarge: false, isRunning: () => true });
  try {
    const usual = { file: "deck.apkg", dryRun: false, takesTexts: false, progress: () => {}, isStopped: () => false };
    const taken = await takePackage(stores, source, { ...usual, ...options });
    if (taken === undefined || "remedy" in taken) throw new Error(`Not taken: ${JSON.stringify(taken)}`);
    return taken;
  } finally {
    await source.close();
  }
}
