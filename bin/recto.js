#!/usr/bin/env node
// The launcher. It must be readable for any Node that knows ES modules, because it is what tells people that theirs is too old.
const program = "../dist/recto.js";
const notBuilt = "This checkout is not built yet. Run: npm ci";
const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 15)) await start();
else await startWithInstalledNode();

async function start() {
  try {
    await import(program);
  } catch (error) {
    if (error.code !== "ERR_MODULE_NOT_FOUND" || !error.message.includes("dist")) throw error;
    fail(notBuilt);
  }
}

/** In a checkout `npm ci` has installed a Node that is new enough. */
async function startWithInstalledNode() {
  const { spawn } = await import("node:child_process");
  const { existsSync } = await import("node:fs");
  const { fileURLToPath } = await import("node:url");
  if (!existsSync(new URL(program, import.meta.url))) return fail(notBuilt);
  const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
  if (!existsSync(node)) {
    fail(
      `recto needs Node 22.15 or newer; this is ${process.versions.node}. Install a newer Node from https://nodejs.org, then start recto again.`,
    );
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
