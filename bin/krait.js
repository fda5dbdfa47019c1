#!/usr/bin/env node
// The `krait` command: runs dist/cli.js; in a checkout that was never built, builds it first.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(root, "dist", "cli.js");
if (!existsSync(cli)) await import(pathToFileURL(join(root, "scripts", "build.mjs")).href);
await import(pathToFileURL(cli).href);
