// Runs one of dist/'s scripts from V8's code cache, if an earlier run has left one. CommonJS and no part of the bundles: the command starts with it,
// and the bundles load the JIT with it (src/jit/run-script.ts).
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
const inPackage = path.join(root, ".cache", "code");
let inUsersHome;
/** What has been run, by its name. */
const scripts = new Map();
/**
 * What files are read into, one after the other: fresh memory costs more than reading does (a microsecond and more for each page, 500 of them for the
 * command and what V8 has kept of it).
 */
let scratch = Buffer.alloc(0);

/** The module.exports of dist/<name>.cjs, which is the function around a CommonJS module. */
exports.runCached = function runCached(name) {
  const filename = path.join(root, "dist", `${name}.cjs`);
  const { mtimeMs, size } = fs.statSync(filename);
  const source = read(filename).latin1Slice();
  // V8 itself only compares the length of the source with the cache's.
  let file = `${name}-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  const load = () => {
    const cachedData = readFirst(file);
    const script = new vm.Script(source, { filename, cachedData });
    return { script, isCached: cachedData !== undefined && !script.cachedDataRejected, isRejected: script.cachedDataRejected };
  };
  let loaded = load();
  if (loaded.isRejected) {
    // V8 runs with other options than the run that left it: each set of them has a cache of its own.
    file += `-${require("node:v8").cachedDataVersionTag()}`;
    loaded = load();
  }
  const { script } = loaded;
  scripts.set(name, { script, file, isCached: loaded.isCached });
  if (!loaded.isCached) process.once("exit", () => exports.saveCompiled(name));
  const module = { exports: {} };
  // What the scripts ask for by a name is found from here as it is from dist/.
  script.runInThisContext()(module.exports, require, module, filename, path.dirname(filename));
  return module.exports;
};

/** Keeps what V8 has compiled of a script by now for later runs, unless it comes from an earlier one. */
exports.saveCompiled = function saveCompiled(name) {
  const { script, file, isCached } = scripts.get(name);
  if (!isCached) void (writeCache(script, inPackage, file, name) || writeCache(script, usersFolder(), file, name));
};

/** The user's own cache, where the package can't be written to. Node takes half a millisecond to say where that is. */
function usersFolder() {
  inUsersHome ??= path.join(require("node:os").homedir(), ".cache", "krait", "code");
  return inUsersHome;
}

function readFirst(file) {
  for (const folderOf of [() => inPackage, usersFolder]) {
    try {
      return read(path.join(folderOf(), file));
    } catch {}
  }
  return undefined;
}

/** What is in the file, until the next one is read. */
function read(filename) {
  const fd = fs.openSync(filename);
  try {
    const { size } = fs.fstatSync(fd);
    // Room for what V8 has kept, which is the larger of the two and comes second.
    if (scratch.length < size) scratch = Buffer.allocUnsafeSlow(2 * size);
    let length = 0;
    for (let n = -1; n !== 0 && length < size; length += n) n = fs.readSync(fd, scratch, length, size - length, null);
    return scratch.subarray(0, length);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * When the functions a run needs are compiled: they are what makes the cache worth having. (That of a run which compiled more traces is larger and
 * was no faster in the first iterations of bench/programs, so it does not replace another.) False where the folder can't be written to, which costs
 * time at the next start, nothing else.
 */
function writeCache(script, folder, file, name) {
  const temporary = path.join(folder, `${file}.${process.pid}`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, script.createCachedData());
    fs.renameSync(temporary, path.join(folder, file));
    const build = file.split("-").slice(0, 5).join("-");
    for (const old of fs.readdirSync(folder)) {
      if (!old.startsWith(build) && old.startsWith(`${name}-${process.version}-`)) fs.rmSync(path.join(folder, old), { force: true });
    }
    return true;
  } catch {
    return false;
  }
}
