import { nodeDisk } from "../adapters/disk.ts";
import { type Synced, syncHome } from "../adapters/git-sync.ts";
import { counted } from "../text/counted.ts";
import type { JsonFlag } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const sync = guarded(function (this: RectoContext, flags: JsonFlag): void {
  const stores = openStores(this);
  if (!stores) return;
  stores.makeHome();
  const synced = syncHome(nodeDisk, stores.homeFolder, `Study until ${this.now().slice(0, 10)}`);
  if (flags.json) printJson(this, synced);
  else if (synced.outcome === "done") print(this, wordsFor(synced));
  else {
    for (const line of synced.said?.split("\n") ?? []) complain(this, `git: ${line}`);
    complain(this, `${synced.message} ${synced.remedy}`);
  }
  finish(this, synced.outcome === "done" ? 0 : 1);
});

function wordsFor({ committed, pulled, pushed }: Extract<Synced, { outcome: "done" }>): string {
  const here = committed === 0 ? "Nothing new here" : `Committed ${counted(committed, "file")}`;
  if (!pushed) return `${here}. There is no other place yet: git remote add origin ADDRESS`;
  return `${here}; ${pulled === 0 ? "nothing came" : `${counted(pulled, "commit")} came`} from elsewhere; both sides are the same now.`;
}
