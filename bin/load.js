// Loads the files of the program together with the code that V8 made of them in earlier starts. Node's own cache of compiled code keeps
// a file as it is once loaded, without the functions that are compiled when they are first called: with them a start is shorter by a
// third of what it takes beyond an empty program.
const {
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { join } = require("node:path");
const { Script } = require("node:vm");

const dist = join(__dirname, "../dist");

/** The first start makes what the next ones only read, so two more add to what is kept. */
const runsThatAdd = 3;

/** Bytes. */
const longestHead = 4096;

const loaded = new Map();
const scripts = new Map();
const place = placeOfCode();
const kept = place === undefined ? nothingKept() : openKept();
let isNew = false;

if (place !== undefined) {
  process.on("exit", (exitCode) => {
    // What was typed wrongly is no command.
    if (exitCode !== 2 && (isNew || kept.runs < runsThatAdd)) keepCode();
  });
}

/** What the file `dist/<name>` exports; every file is run once. */
function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const path = join(dist, name);
  const version = versionOf(path);
  const cachedData = version === kept.files.get(name)?.version ? codeOf(name) : undefined;
  const text = `(function (exports, require, module, __filename) {${readFileSync(path, "utf8")}\n})`;
  const script = new Script(text, { filename: path, cachedData });
  if (cachedData === undefined || script.cachedDataRejected) isNew = true;
  scripts.set(name, { version, script });
  const module = { exports: {} };
  loaded.set(name, module);
  script.runInThisContext()(module.exports, requireFrom, module, path);
  return module.exports;
}

function requireFrom(name) {
  return name.startsWith("./") ? load(name.slice(2)) : require(name);
}

/** Changes whenever the file does. */
function versionOf(path) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

/** In the platform's cache folder, a file for each command. Undefined: there is no place. */
function placeOfCode() {
  const { HOME, XDG_CACHE_HOME } = process.env;
  const cache = XDG_CACHE_HOME || (HOME && `${HOME}/${process.platform === "darwin" ? "Library/Caches" : ".cache"}`);
  if (!cache || process.platform === "win32") return undefined;
  const isCommand = (word, index, words) => /^[a-z]{1,12}$/.test(word) && words[index - 1] !== "--home";
  const command = process.argv.slice(2).find(isCommand) || "home";
  const folder = `${cache}/recto/compiled/${process.version}-${process.arch}`;
  return { folder, file: `${folder}/${command}-${hashOf(dist)}` };
}

/** Two installations keep theirs apart. */
function hashOf(text) {
  let hash = 5381;
  for (let index = 0; index < text.length; index += 1) hash = (hash * 33 + text.charCodeAt(index)) >>> 0;
  return hash.toString(16);
}

function nothingKept() {
  return { runs: 0, files: new Map() };
}

/**
 * What is kept: a line of JSON, then for each file its code, twice: V8 checks nothing, and damaged code crashes it. Where both are the
 * same they are as they were written. Code that another user could have written is not run.
 */
function openKept() {
  try {
    const file = openSync(place.file, "r");
    const head = Buffer.allocUnsafe(longestHead);
    const end = readSync(file, head, 0, longestHead, 0) && head.indexOf(10);
    const { program, runs, files } = JSON.parse(head.toString("utf8", 0, end));
    if (fstatSync(file).uid !== process.getuid() || program !== dist) return nothingKept();
    let from = end + 1;
    const places = files.map(({ name, version, length }) => {
      from += 2 * length;
      return [name, { version, length, from: from - 2 * length }];
    });
    return { file, runs, files: new Map(places) };
  } catch {
    return nothingKept();
  }
}

function codeOf(name) {
  const { length, from } = kept.files.get(name);
  const bytes = Buffer.allocUnsafeSlow(2 * length);
  const isWhole = readSync(kept.file, bytes, 0, bytes.length, from) === bytes.length;
  return isWhole && bytes.compare(bytes, length, 2 * length, 0, length) === 0 ? bytes.subarray(0, length) : undefined;
}

/** Best effort. A file that this run did not need keeps what it has. */
function keepCode() {
  const temporary = `${place.file}.${process.pid}.tmp`;
  try {
    const code = new Map([...kept.files.keys()].map((name) => [name, scripts.has(name) ? undefined : codeOf(name)]));
    for (const [name, { script }] of scripts) code.set(name, script.createCachedData());
    const whole = [...code].filter(([, bytes]) => bytes !== undefined);
    const files = whole.map(([name, { length }]) => ({
      name,
      version: (scripts.get(name) ?? kept.files.get(name)).version,
      length,
    }));
    const head = { program: dist, runs: isNew ? 1 : kept.runs + 1, files };
    const bytes = [Buffer.from(`${JSON.stringify(head)}\n`), ...whole.flatMap(([, each]) => [each, each])];
    mkdirSync(place.folder, { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat(bytes), { mode: 0o600 });
    renameSync(temporary, place.file);
  } catch {
    removeIfThere(temporary);
  }
}

function removeIfThere(path) {
  try {
    rmSync(path);
  } catch {} // It was never made.
}

module.exports = { load };
