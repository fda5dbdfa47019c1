// Node 20 can't run TypeScript: bundles one entry file with esbuild into .cache/ and imports it. npm packages stay outside.
import { mkdirSync, unlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Bundles and imports `entry` (a path relative to the project's root); its top level runs. */
export async function runTypeScript(entry) {
  const outfile = join(root, ".cache", "run", `${entry.replaceAll("/", "-")}.${process.pid}.mjs`);
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
    outfile,
    banner: { js: `globalThis.kraitRoot = ${JSON.stringify(root)};` },
  });
  process.on("exit", () => {
    try {
      unlinkSync(outfile);
    } catch {}
  });
  await import(pathToFileURL(outfile).href);
}
