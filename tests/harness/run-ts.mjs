// Runs a TypeScript file in plain Node 20: bundles it with esbuild (packages stay external) and imports the result.
// Usage: node tests/harness/run-ts.mjs bench/run.ts [arguments]
import { mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles `entry` into node_modules/.cache/krait-tests and returns the path of the bundle. */
export async function bundle(entry) {
  const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
  const outdir = join(root, "node_modules/.cache/krait-tests");
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, `${basename(entry, ".ts")}-${process.pid}.mjs`);
  await build({
    entryPoints: [resolve(entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const entry = process.argv[2];
  if (!entry) {
    console.error("usage: node tests/harness/run-ts.mjs file.ts [arguments]");
    process.exit(2);
  }
  process.argv.splice(1, 2, resolve(entry));
  const outfile = await bundle(entry);
  try {
    await import(pathToFileURL(outfile).href);
  } finally {
    await import("node:fs").then((fs) => fs.rmSync(outfile, { force: true }));
  }
}
