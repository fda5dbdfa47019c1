// npm run build: bundles src/cli.ts and src/index.ts with everything they import into dist/ (npm packages stay outside), writes the type
// declarations' entry, copies the prelude, and lets the fresh build freeze its heap image. Runs on `npm install` of a checkout ("prepare").
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const entries = ["src/cli.ts", "src/index.ts"].map((file) => join(root, file)).filter((file) => existsSync(file));
await build({
  entryPoints: entries,
  outdir: dist,
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  sourcemap: "linked",
  sourcesContent: false,
  loader: { ".py": "text" },
  logLevel: "warning",
});
const { freeze } = await import(join(dist, "index.js")).then(
  (library) => library.buildTools ?? {},
  () => ({}),
);
if (freeze) await freeze(dist);
