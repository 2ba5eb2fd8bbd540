// npm run test:faults: everything that turns against the store, in full. A part of it runs with npm test.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const tests = [
  "test/faults",
  "test/adapters/review-log",
  "test/adapters/log-line",
  "test/adapters/kept-past",
  "test/adapters/atomic-write",
  "test/adapters/backups",
  "test/app/past",
  "test/scheduling/replay",
  "test/journeys/several-machines",
  "test/journeys/failing-disk",
  "test/journeys/killed",
  "test/commands/sync",
  "test/commands/keeping",
  "test/hostile",
  "test/borders",
  "test/terminal/hostile-screens",
];
const vitest = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
const env = { ...process.env, RECTO_LONG: "1" };
const { status } = spawnSync(process.execPath, [vitest, "run", ...tests, ...process.argv.slice(2)], { stdio: "inherit", env });
process.exitCode = status ?? 1;
