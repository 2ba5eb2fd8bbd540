import { dirname } from "node:path";
import { nodeDisk } from "../../src/adapters/disk.ts";
import { homePaths } from "../../src/adapters/home.ts";
import type { PastStore } from "../../src/adapters/review-log.ts";
import { openSnapshot } from "../../src/adapters/snapshot.ts";

/** The snapshot of the home with this `storage/reviews`, in a cache folder. */
export function pastsIn(reviews: string, cache: string): PastStore {
  return openSnapshot(nodeDisk, homePaths(dirname(dirname(reviews)), { data: cache, cache })).pasts;
}
