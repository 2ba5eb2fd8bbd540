import { resolve } from "node:path";
import { counted } from "../text/counted.ts";
import type { BackupFlags, JsonFlag } from "./application.ts";
import { complain, finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";
import { openStores } from "./wiring.ts";

export const backup = guarded(function (this: RectoContext, flags: BackupFlags): void {
  const stores = openStores(this);
  if (!stores) return;
  const made = stores.backups.make(flags.to === undefined ? undefined : resolve(this.currentFolder, flags.to));
  if (flags.json) printJson(this, made);
  else {
    print(this, `Packed the log (${counted(made.parts, "file")}, ${kilobytes(made.bytes)}) and the settings: ${made.path}`);
    print(this, "Your decks are files of your own: keep decks/ in git or in a file sync.");
  }
  finish(this, 0);
});

export const restore = guarded(function (this: RectoContext, flags: JsonFlag, file?: string): void {
  const stores = openStores(this);
  if (!stores) return;
  const path = file === undefined ? stores.backups.newest() : resolve(this.currentFolder, file);
  if (path === undefined) {
    complain(this, "There is no backup yet. Make one with recto backup, or name one.");
    finish(this, 1);
    return;
  }
  stores.makeHome();
  const { added, known, badLines, isDamaged } = stores.backups.restore(path);
  if (flags.json) printJson(this, { path, added, known, badLines, isDamaged });
  else {
    const found =
      added === 0 ? `Everything in ${path} is there already.` : `Brought back ${counted(added, "event")} from ${path}.`;
    if (added + known > 0) print(this, found);
    else if (isDamaged) complain(this, `${path} is damaged, and no event of it can be read. Name an older backup.`);
    else complain(this, `${path} holds no event of a log. Name a backup: a file log.….jsonl.gz, or a part of a log.`);
    if (isDamaged && added + known > 0)
      complain(this, "The backup is damaged; what could still be read of it counts. An older one may hold more.");
    if (known > 0 && added > 0) print(this, `${counted(known, "event")} of it ${known === 1 ? "was" : "were"} there already.`);
    if (badLines > 0 && added + known > 0) complain(this, `${counted(badLines, "line")} of it could not be used.`);
  }
  finish(this, added + known === 0 ? 1 : 0);
});

function kilobytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
