// The program is built into few files, because each file that Node loads costs a millisecond: recto.cjs reads the command line and knows
// nothing else; each group of commands is one file of its own; terminal.cjs, with Ink and React, is loaded only when something is drawn.
// They are CommonJS, so that bin/load.js can load them with the code that V8 made of them in earlier starts.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { relative, resolve } from "node:path";
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: "node",
  format: "cjs",
  supported: { "dynamic-import": false },
  outExtension: { ".js": ".cjs" },
  target: "node22",
  jsx: "automatic",
  minify: true,
  legalComments: "none",
  metafile: true,
  define: { "process.env.NODE_ENV": '"production"', "import.meta.filename": "__filename" },
  logLevel: "warning",
};

/** Files of their own, and the source each is built from. */
const entries = {
  recto: "src/main.ts",
  due: "src/commands/due.ts",
  study: "src/commands/study.ts",
  generate: "src/commands/generate.ts",
  add: "src/commands/add.ts",
  cards: "src/commands/cards.ts",
  export: "src/commands/export.ts",
  "anki-worker": "src/adapters/anki-worker.ts",
  seminar: "src/commands/seminars.ts",
  import: "src/commands/import.ts",
  terminal: "src/terminal/index.tsx",
};

/** A dynamic import of another entry stays one: only plain data and functions cross it, since each file has its own copies. */
const entriesApart = {
  name: "entries-apart",
  setup(build) {
    build.onResolve({ filter: /\.tsx?$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const source = relative(process.cwd(), resolve(resolveDir, path)).replaceAll("\\", "/");
      const name = Object.keys(entries).find((each) => entries[each] === source);
      if (!name) throw new Error(`${source} is imported dynamically but is no entry of build.mjs.`);
      return { path: `./${name}.cjs`, external: true };
    });
  },
};

/**
 * Modules that are loaded when one of their functions is first called, not when a file imports them: a command that has nothing for
 * them to do does not wait for them (25 ms of `recto due`, more than an empty program). Listed are the functions that the sources
 * import. Packages become files of their own; Node's own modules are asked for by name.
 */
const calledLazily = {
  yaml: ["isMap", "isScalar", "parseDocument", "stringify"],
  "ts-fsrs": ["fsrs"],
  "node:crypto": ["createHash", "hash", "randomBytes"],
  "node:zlib": ["crc32", "gunzipSync", "gzipSync"],
  "node:child_process": ["spawnSync"],
  "node:tty": ["isatty"],
};
/** The same for sources of our own that most starts do not need: decks are parsed, settings checked, and what was learned kept, when there is something new. */
const sourcesCalledLazily = {
  "columns-to-write": { source: "src/adapters/columns-to-write.ts", functions: ["columnsToWrite"] },
  "read-deck-outline": { source: "src/app/read-deck-outline.ts", functions: ["readDeckOutline"] },
  "start-quiz": { source: "src/app/start-quiz.ts", functions: ["startQuiz"] },
  "seminars-ahead": { source: "src/app/seminars-ahead.ts", functions: ["seminarsAhead", "seminarToday"] },
  "home-lock": { source: "src/adapters/home-lock.ts", functions: ["whileLocked"] },
  "settings-rules": { source: "src/adapters/settings-rules.ts", functions: ["nearestSetting", "settingNames", "whatItShouldBe"] },
};
const lazyPackages = Object.keys(calledLazily).filter((name) => !name.startsWith("node:"));
const lazyFile = (name) => (name.startsWith("node:") ? name : `./${name}.cjs`);

const lazily = {
  name: "lazily",
  setup(build) {
    const names = new RegExp(`^(?:${Object.keys(calledLazily).join("|")})$`);
    build.onResolve({ filter: names }, ({ path, importer, namespace }) => {
      if (namespace === "lazily") return { path, external: true };
      return /node_modules/.test(importer) ? undefined : { path, namespace: "lazily" };
    });
    const sources = new RegExp(`/(?:${Object.keys(sourcesCalledLazily).join("|")})\\.ts$`);
    build.onResolve({ filter: sources }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: path.match(/([\w-]+)\.ts$/)[1], namespace: "lazily" },
    );
    build.onLoad({ filter: /.*/, namespace: "lazily" }, ({ path }) => ({
      contents: (calledLazily[path] ?? sourcesCalledLazily[path].functions)
        .map((name) => `export const ${name} = (...given) => require("${lazyFile(path)}").${name}(...given);`)
        .join("\n"),
    }));
    build.onResolve({ filter: /^\.\/[\w-]+\.cjs$/ }, ({ path, namespace }) =>
      namespace === "lazily" ? { path, external: true } : undefined,
    );
  },
};

/**
 * An ES import of one of Node's modules lists all its exports, and to list those of `fs` and `process` Node loads every kind of stream
 * (6 ms). `require` lists nothing.
 */
const requiredModules = {
  name: "required-modules",
  setup(build) {
    build.onResolve({ filter: /^node:(?:fs|os|path|process)$/ }, ({ path, namespace }) =>
      namespace === "required-modules" ? { path, external: true } : { path, namespace: "required-modules" },
    );
    build.onLoad({ filter: /.*/, namespace: "required-modules" }, ({ path }) => ({
      contents:
        path === "node:process"
          ? "export default process;"
          : [
              `const all = require("${path}"); const pick = (name) => all[name]; export default all;`,
              // Marked pure, so that only the functions that are used are picked.
              ...Object.keys(createRequire(import.meta.url)(path)).map(
                (name) => `export const ${name} = /* @__PURE__ */ pick("${name}");`,
              ),
            ].join("\n"),
    }));
  },
};

/** Ink waits for React's developer tools where a variable asks for them; nobody who studies wants them, and CommonJS cannot wait. */
const noDevtools = {
  name: "no-devtools",
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]reconciler\.js$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const asked = "process.env['DEV'] === 'true'";
      if (!source.includes(asked))
        throw new Error("ink has changed: build.mjs no longer finds where it waits for developer tools.");
      return { contents: source.replaceAll(asked, "false") };
    });
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
      const call = /await\s+loadYoga\(\)/;
      if (!call.test(source))
        throw new Error("yoga-layout has changed: build.mjs no longer finds where it loads its WebAssembly.");
      const contents = source.replace(call, "loaded");
      return { contents: `import { yogaBytes } from "yoga-bytes";\n${loadedYoga}\n${contents}` };
    });
    build.onResolve({ filter: /^yoga-bytes$/ }, ({ path }) => ({ path, namespace: "yoga-bytes" }));
    build.onLoad({ filter: /.*/, namespace: "yoga-bytes" }, () => ({ contents: yogaBytesModule() }));
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({
      contents: withoutDataUrl(readFileSync(path, "utf8")),
    }));
  },
};

/** Once instantiated, the object that was handed over has everything; the promise that `loadYoga` returns would add nothing. */
const loadedYoga = `const loaded = {
  instantiateWasm: (imports, done) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(yogaBytes), imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(loaded);`;

const dataUrl = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/;

function yogaBytesModule() {
  const found = readFileSync("node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js", "utf8").match(dataUrl);
  if (!found) throw new Error("yoga-layout has changed: build.mjs no longer finds its WebAssembly.");
  return `export const yogaBytes = Buffer.from("${found[1]}", "base64");`;
}

function withoutDataUrl(source) {
  if (!dataUrl.test(source)) throw new Error("yoga-layout has changed: build.mjs no longer finds its data URL.");
  return source.replace(dataUrl, "data:application/octet-stream;base64,").replace("import.meta.url", '""');
}

/** Packages that name their licence without enclosing its text: where to find it. */
const licenceTexts = {
  "@stricli/core": () => readFileSync("node_modules/typescript/LICENSE", "utf8"), // the same Apache License 2.0
  "yoga-layout": () =>
    readFileSync("LICENSE", "utf8").replace(/^Copyright.*$/m, "Copyright (c) Meta Platforms, Inc. and affiliates."),
};

/** The licences of everything that the bundles contain, as they ask for. */
function thirdPartyLicences(metafiles) {
  const folders = new Set();
  for (const { inputs } of metafiles) {
    for (const input of Object.keys(inputs)) {
      const found = input.match(/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/);
      if (found) folders.add(found[0]);
    }
  }
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
      return `${name} ${version} (${license})\n\n${licenceOf(folder, name).trim()}\n`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licenceOf(folder, name) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(`${folder}/${file}`, "utf8");
  if (!licenceTexts[name]) throw new Error(`${name} has no licence text: say in build.mjs where it is found.`);
  return licenceTexts[name]();
}

/** A worker starts when there is work: it waits for nothing later. */
const pluginsOf = { terminal: [noDevtools, synchronousYoga, lazily], "anki-worker": [] };

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
common.define.__RECTO_VERSION__ = JSON.stringify(version);
const results = await Promise.all([
  ...Object.entries(entries).map(([name, source]) =>
    build({
      ...common,
      entryPoints: { [name]: source },
      outdir: "dist",
      plugins: pluginsOf[name] ?? [entriesApart, requiredModules, lazily],
    }),
  ),
  build({
    ...common,
    entryPoints: Object.fromEntries(lazyPackages.map((name) => [name, name])),
    outdir: "dist",
  }),
  build({
    ...common,
    entryPoints: Object.fromEntries(Object.entries(sourcesCalledLazily).map(([name, { source }]) => [name, source])),
    outdir: "dist",
    plugins: [requiredModules, lazily],
  }),
]);
const metafiles = results.map((result) => result.metafile);
writeFileSync("dist/metafiles.json", JSON.stringify(metafiles));
writeFileSync("dist/THIRD-PARTY-LICENCES.txt", thirdPartyLicences(metafiles));
