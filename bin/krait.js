#!/usr/bin/env node
// The `krait` command: runs dist/cli.cjs, from V8's code cache if an earlier run has left one beside it. In a checkout that was never built,
// builds it first. CommonJS (see package.json here), as Node's loader for ES modules costs a third of a start.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const root = path.join(__dirname, "..");
const script = path.join(root, "dist", "cli.cjs");
const cacheFolder = path.join(root, ".cache", "code");

if (fs.existsSync(script)) run();
else import(require("node:url").pathToFileURL(path.join(root, "scripts", "build.mjs")).href).then(run);

function run() {
  const { mtimeMs, size } = fs.statSync(script);
  // V8 itself only compares the length of the source with the cache's.
  const cacheFile = path.join(cacheFolder, `cli-${process.version}-${process.arch}-${size}-${Math.round(mtimeMs)}`);
  let cachedData;
  try {
    cachedData = fs.readFileSync(cacheFile);
  } catch {}
  const source = `(function (exports, require, module, __filename, __dirname) {${fs.readFileSync(script, "latin1")}\n})`;
  const compiled = new vm.Script(source, { filename: script, cachedData });
  if (cachedData === undefined || compiled.cachedDataRejected) process.once("exit", () => writeCache(compiled, cacheFile));
  const module = { exports: {} };
  compiled.runInThisContext()(module.exports, require("node:module").createRequire(script), module, script, path.dirname(script));
}

/** At exit, when the functions a start needs are compiled: they are what makes the cache worth having. */
function writeCache(compiled, cacheFile) {
  const temporary = `${cacheFile}.${process.pid}`;
  try {
    fs.mkdirSync(cacheFolder, { recursive: true });
    fs.writeFileSync(temporary, compiled.createCachedData());
    fs.renameSync(temporary, cacheFile);
    for (const name of fs.readdirSync(cacheFolder)) {
      const old = path.join(cacheFolder, name);
      if (old !== cacheFile && /^cli-/.test(name) && name.includes(`${process.version}-`)) fs.rmSync(old, { force: true });
    }
  } catch {
    // A folder that can't be written to costs time at the next start, nothing else.
  }
}
