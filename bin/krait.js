#!/usr/bin/env node
// The `krait` command: runs dist/cli.cjs. In a checkout that was never built, builds it first. CommonJS (see package.json here), as Node's loader
// for ES modules costs a third of a start.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { runCached } = require("./cached-script.js");

const root = path.join(__dirname, "..");
if (fs.existsSync(path.join(root, "dist", "cli.cjs"))) runCached("cli");
else import(require("node:url").pathToFileURL(path.join(root, "scripts", "build.mjs")).href).then(() => runCached("cli"));
