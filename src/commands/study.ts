// The commands around a sitting share nearly all of their code, so they are built into one file.
export { backup, restore } from "./backup.ts";
export { check } from "./check.ts";
export { home } from "./home.ts";
export { init } from "./init.ts";
export { review } from "./review.ts";
export { sync } from "./sync.ts";
export { triage } from "./triage.ts";
export { undo } from "./undo.ts";
