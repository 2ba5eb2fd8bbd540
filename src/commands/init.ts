import { resolve } from "node:path";
import { nodeDisk } from "../adapters/disk.ts";
import { initHome } from "../adapters/home.ts";
import type { JsonFlag } from "./application.ts";
import { finish, print, printJson, type RectoContext } from "./context.ts";
import { guarded } from "./guard.ts";

export const init = guarded(function (this: RectoContext, flags: JsonFlag, folder?: string): void {
  const root = resolve(this.currentFolder, folder ?? this.homeArgument ?? ".");
  const made = initHome(nodeDisk, root);
  if (flags.json) printJson(this, { home: root, made });
  else if (made.length === 0) print(this, `${root} is a study home already.`);
  else
    print(this, `Made a study home in ${root}: ${made.join(", ")}\nNext, make cards from a study note: recto generate NOTE.md`);
  finish(this, 0);
});
