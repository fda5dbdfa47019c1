// Bundles the fuzzer and its worker into dist/ (Krait finds its own files from there) and runs it. See fuzz.ts for the options.
import { execFileSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { partsApart } from "../../scripts/parts-apart.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = resolve(here, "../../dist");

/** Bundles worker.ts into dist/, which must have been built (the worker reads Python sources there), and returns where the bundle is. */
export async function bundleWorker() {
  await bundleInto("worker");
  return join(dist, "fuzz-worker.mjs");
}

async function bundleInto(name) {
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile: join(dist, `fuzz-${name}.mjs`),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [partsApart],
    logLevel: "warning",
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  execFileSync(process.execPath, [resolve(here, "../../scripts/build.mjs"), "--fast"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const worker = await bundleWorker();
  const args = process.argv.slice(2);
  const name = args.includes("--jit") ? "fuzz-jit" : "fuzz";
  await bundleInto(name);
  const { main, mainJit } = await import(pathToFileURL(join(dist, `fuzz-${name}.mjs`)).href);
  process.exitCode = await (mainJit ?? main)(worker, args);
}
