#!/usr/bin/env node
// The launcher. It must be readable for any Node of the last years, because it is what tells people that theirs is too old.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const program = join(__dirname, "../dist/recto.cjs");
const notBuilt = "This checkout is not built yet. Run: npm ci";
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 15)) start();
else startWithInstalledNode();

function start() {
  try {
    require("./load.js").load("recto.cjs");
  } catch (error) {
    if (error.code !== "ENOENT" || error.path !== program) throw error;
    fail(notBuilt);
  }
}

/** In a checkout `npm ci` has installed a Node that is new enough. */
function startWithInstalledNode() {
  if (!existsSync(program)) return fail(notBuilt);
  const node = join(__dirname, "../node_modules/.bin/node");
  if (!existsSync(node)) {
    fail(
      `recto needs Node 22.15 or newer; this is ${process.versions.node}. Install a newer Node from https://nodejs.org, then start recto again.`,
    );
    return;
  }
  const { spawn } = require("node:child_process");
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: "inherit" });
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
