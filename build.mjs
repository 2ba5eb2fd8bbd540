// Two entries, because their needs differ: recto.js starts fast and knows no React; terminal.js is loaded by the commands that draw.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  jsx: "automatic",
  minify: true,
  legalComments: "none",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

/** CommonJS packages ask for Node's own modules with `require`, which an ES module has not got. */
const requireBanner = { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' };

const terminalIsApart = {
  name: "terminal-is-apart",
  setup(build) {
    build.onResolve({ filter: /terminal\/index\.tsx$/ }, () => ({ path: "./terminal.js", external: true }));
  },
};

/** Ink looks for React's developer tools by a static import; nobody who studies wants them. */
const noDevtools = {
  name: "no-devtools",
  setup(build) {
    build.onResolve({ filter: /devtools\.js$/ }, ({ importer, path }) =>
      /[\\/]ink[\\/]build[\\/]/.test(importer) && path === "./devtools.js" ? { path, namespace: "empty" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/**
 * Yoga fetches its WebAssembly from a data URL, which loads all of undici (50-90 ms). Here the bytes are compiled directly.
 * A new yoga must break the build, not the speed: the replacement throws when it finds nothing to replace.
 */
const synchronousYoga = {
  name: "synchronous-yoga",
  setup(build) {
    build.onLoad({ filter: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const call = /await\s+loadYoga(?:Impl)?\(\)/;
      if (!call.test(source)) throw new Error("yoga-layout has changed: build.mjs no longer finds where it loads its WebAssembly.");
      const contents = source.replace(
        call,
        `await loadYoga({ instantiateWasm: (imports, done) => {
          const instance = new WebAssembly.Instance(new WebAssembly.Module(yogaBytes), imports);
          done(instance);
          return instance.exports;
        } })`,
      );
      return { contents: `import { yogaBytes } from "yoga-bytes";\n${contents}` };
    });
    build.onResolve({ filter: /^yoga-bytes$/ }, ({ path }) => ({ path, namespace: "yoga-bytes" }));
    build.onLoad({ filter: /.*/, namespace: "yoga-bytes" }, () => ({ contents: yogaBytesModule() }));
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({ contents: withoutDataUrl(readFileSync(path, "utf8")) }));
  },
};

const dataUrl = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/;

function yogaBytesModule() {
  const found = readFileSync("node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js", "utf8").match(dataUrl);
  if (!found) throw new Error("yoga-layout has changed: build.mjs no longer finds its WebAssembly.");
  return `export const yogaBytes = Buffer.from("${found[1]}", "base64");`;
}

function withoutDataUrl(source) {
  if (!dataUrl.test(source)) throw new Error("yoga-layout has changed: build.mjs no longer finds its data URL.");
  return source.replace(dataUrl, "data:application/octet-stream;base64,");
}

/** The licences of everything that the bundles contain, as they ask for. */
function thirdPartyLicences(metafiles) {
  const names = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const found = input.match(/^(?:.*node_modules\/)((?:@[^/]+\/)?[^/]+)\//);
      if (found) names.add(found[0].slice(0, -1));
    }
  }
  return [...names]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(`${folder}/${file}`, "utf8").trim() : "No licence text in the package."}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
common.define.__RECTO_VERSION__ = JSON.stringify(version);
const results = await Promise.all([
  build({
    ...common,
    entryPoints: { recto: "src/main.ts" },
    outdir: "dist",
    splitting: true,
    chunkNames: "[name]-[hash]",
    plugins: [terminalIsApart],
    banner: requireBanner,
  }),
  existsSync("src/terminal/index.tsx") &&
    build({
      ...common,
      entryPoints: { terminal: "src/terminal/index.tsx" },
      outdir: "dist",
      plugins: [noDevtools, synchronousYoga],
      banner: requireBanner,
    }),
].filter(Boolean));
const metafiles = results.map((result) => result.metafile);
writeFileSync("dist/metafiles.json", JSON.stringify(metafiles));
writeFileSync("dist/THIRD-PARTY-LICENCES.txt", thirdPartyLicences(metafiles));
