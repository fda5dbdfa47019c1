#!/usr/bin/env node
// The `krait` command: runs dist/cli.cjs, from V8's code cache if an earlier run has left one beside it. In a checkout that was never built,
// builds it first. CommonJS (see package.json here), as Node's loader for ES modules costs a third of a start.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
const script = path.join(root, "dist", "cli.cjs");
// The user's own cache where the package can't be written to.
const cacheFolders = [path.join(root, ".cache", "code"), path.join(require("node:os").homedir(), ".cache", "krait", "code")];

if (fs.existsSync(script)) run();
else import(require("node:url").pathToFileURL(path.join(root, "scripts", "build.mjs")).href).then(run);

function run() {
  const { mtimeMs, size } = fs.statSync(script);
  // V8 itself only compares the length of the source with the cache's.
  const name = `cli-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`;
  const cachedData = readFirst(cacheFolders.map((folder) => path.join(folder, name)));
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(script, "latin1")}\n})`;
  const compiled = new vm.Script(source, { filename: script, cachedData });
  if (cachedData === undefined || compiled.cachedDataRejected) process.once("exit", () => cacheFolders.some((folder) => writeCache(compiled, folder, name)));
  const module = { exports: {} };
  compiled.runInThisContext()(module.exports, require("node:module").createRequire(script), module, script, path.dirname(script));
}

function readFirst(files) {
  for (const file of files) {
    try {
      return fs.readFileSync(file);
    } catch {}
  }
  return undefined;
}

/**
 * At exit, when the functions a start needs are compiled: they are what makes the cache worth having. False where the folder can't be written to,
 * which costs time at the next start, nothing else.
 */
function writeCache(compiled, folder, name) {
  const temporary = path.join(folder, `${name}.${process.pid}`);
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(temporary, compiled.createCachedData());
    fs.renameSync(temporary, path.join(folder, name));
    for (const old of fs.readdirSync(folder)) {
      if (old !== name && old.startsWith(`cli-${process.version}-`)) fs.rmSync(path.join(folder, old), { force: true });
    }
    return true;
  } catch {
    return false;
  }
}
