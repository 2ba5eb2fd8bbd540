#!/usr/bin/env node
// The launcher. It must be readable for any Node that knows ES modules, because it is what tells people that theirs is too old.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const program = new URL("../dist/recto.js", import.meta.url);
const [major, minor] = process.versions.node.split(".").map(Number);

if (!existsSync(program)) fail("This checkout is not built yet. Run: npm ci");
else if (major > 22 || (major === 22 && minor >= 15)) await import(program);
else startWithInstalledNode();

/** In a checkout `npm ci` has installed a Node that is new enough. */
function startWithInstalledNode() {
  const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  if (!existsSync(node)) {
    fail(`recto needs Node 22.15 or newer; this is ${process.versions.node}. Install a newer Node from https://nodejs.org, then start recto again.`);
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`Node at ${node} does not start: ${error.message}`));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exitCode = code ?? 1;
    else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
