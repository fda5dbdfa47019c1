// Runs one of dist/'s scripts from V8's code cache, if an earlier run has left one. CommonJS and no part of the bundles: the command starts with it,
// and the bundles load the JIT with it (src/jit/load-script.ts).
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
let folders;

/** The module.exports of dist/<name>.cjs. */
exports.runCached = function runCached(name) {
  const script = path.join(root, "dist", `${name}.cjs`);
  // The user's own cache where the package can't be written to.
  folders ??= [path.join(root, ".cache", "code"), path.join(require("node:os").homedir(), ".cache", "krait", "code")];
  const { mtimeMs, size } = fs.statSync(script);
  // V8 itself only compares the length of the source with the cache's.
  const file = `${name}-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  const cachedData = readFirst(folders.map((folder) => path.join(folder, file)));
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(script, "latin1")}\n})`;
  const compiled = new vm.Script(source, { filename: script, cachedData });
  if (cachedData === undefined || compiled.cachedDataRejected)
    process.once("exit", () => folders.some((folder) => writeCache(compiled, folder, file, name)));
  const module = { exports: {} };
  compiled.runInThisContext()(module.exports, require("node:module").createRequire(script), module, script, path.dirname(script));
  return module.exports;
};

function readFirst(files) {
  for (const file of files) {
    try {
      return fs.readFileSync(file);
    } catch {}
  }
  return undefined;
}

/**
 * At exit, when the functions a run needs are compiled: they are what makes the cache worth having. False where the folder can't be written to,
 * which costs time at the next start, nothing else.
 */
function writeCache(compiled, folder, file, name) {
  const temporary = path.join(folder, `${file}.${process.pid}`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, compiled.createCachedData());
    fs.renameSync(temporary, path.join(folder, file));
    for (const old of fs.readdirSync(folder)) {
      if (old !== file && old.startsWith(`${name}-${process.version}-`)) fs.rmSync(path.join(folder, old), { force: true });
    }
    return true;
  } catch {
    return false;
  }
}
