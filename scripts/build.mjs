// npm run build: bundles src/cli.ts and src/index.ts with everything they import into dist/ (npm packages stay outside), puts the Python sources
// beside them, has tsc write the type declarations, and lets the fresh build freeze its heap image. Nothing in dist/ changes unless the sources
// bundle. Runs on `npm install` of a checkout ("prepare").  Options: --fast (no declarations, no image: for work on Krait), --readable (names stay:
// for profiles and stack traces).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { foldConstants } from "./fold-constants.mjs";
import { partsApart } from "./parts-apart.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const fast = process.argv.includes("--fast");
const readable = process.argv.includes("--readable");

/**
 * Node's modules that take milliseconds to load and that most programs never need: loaded when a function of theirs is first asked for.
 * @type {import("esbuild").Plugin}
 */
const lazyNodeModules = {
  name: "lazy-node-modules",
  setup(build) {
    const filter = /^node:(crypto|os|tty|v8|worker_threads|zlib)$/;
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === "lazy-node" ? { path, external: true } : { path, namespace: "lazy-node" },
    );
    build.onLoad({ filter: /.*/, namespace: "lazy-node" }, async ({ path }) => {
      const { constants, ...rest } = await import(path);
      const names = Object.keys(rest).filter((name) => name !== "default");
      return {
        contents: `let loaded;
          const load = () => (loaded ??= require(${JSON.stringify(path)}));
          for (const name of ${JSON.stringify(names)})
            Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
          ${constantsOf(path, constants)}`,
        loader: "js",
      };
    });
  },
};

/**
 * What a script needs of Node's module system it is given (wrapScript): to load node:module takes a millisecond, as it brings the loader of ES
 * modules with it, and to make a URL of a path, and a path of that, half of one.
 * @type {import("esbuild").Plugin}
 */
const givenModules = {
  name: "given-modules",
  setup(build) {
    const contents = {
      "node:module": "export const createRequire = () => require;",
      "node:url": "export const fileURLToPath = (path) => path;",
    };
    build.onResolve({ filter: /^node:(module|url)$/ }, ({ path }) => ({ path, namespace: "given" }));
    build.onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: contents[path], loader: "js" }));
  },
};

/**
 * Sources that few programs need, but whose modules take long to start: their code is run when something of theirs is first used. Nothing else may
 * depend on their having been loaded.
 * @type {import("esbuild").Plugin}
 */
const lazySources = {
  name: "lazy-sources",
  setup(build) {
    const filter =
      /\/(diagnosis\/diagnose|keyword-hint|vm\/audit|vm\/line-jump|generated\/unicode-tables|platform\/(sockets|system-calls)|bzip2\/(encode|decode))\.ts$/;
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, importer, namespace }) => {
      const full = join(dirname(importer), path);
      return namespace === "file" && filter.test(full) ? { path: full, namespace: "lazy-source" } : undefined;
    });
    build.onResolve({ filter: /.*/, namespace: "lazy-source" }, ({ path }) => ({ path }));
    build.onLoad({ filter: /.*/, namespace: "lazy-source" }, ({ path }) => {
      const names = [
        ...readFileSync(path, "utf8").matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm),
      ].map(([, name]) => name);
      return {
        contents: `let loaded;
          const load = () => (loaded ??= require(${JSON.stringify(path)}));
          for (const name of ${JSON.stringify(names)})
            Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`,
        loader: "js",
      };
    });
  },
};

const constants = await foldConstants(join(root, "src"));
const digest = createHash("sha256");
await bundle();
await bundleScript("src/cli.ts", "cli.cjs");
await bundleScript("src/front-end/script.ts", "frontend.cjs");
await bundleScript("src/jit/load/script.ts", "jit.cjs");
await bundleScript("src/jit/load/compiler-script.ts", "compiler.cjs");
copyPythonSources();
writeFileSync(join(dist, "build-id"), `${digest.digest("hex").slice(0, 16)}\n`);
writeFileSync(join(dist, "compiler-id"), `${await compilerId()}\n`);
pruneCache();
if (!fast) {
  writeDeclarations();
  await freezeImages();
  // Leaves V8's code for the next starts. As standard input: code and traces that an earlier build has kept would spare it the front end and the
  // compiler.
  const training = readFileSync(join(root, "scripts", "training.py"));
  spawnSync(process.execPath, [join(root, "bin", "krait.js"), "--keep-traces=off", "-"], { input: training });
}

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: ["src/cli.ts", "src/index.ts"].map((file) => join(root, file)),
    outdir: dist,
    bundle: true,
    splitting: true,
    write: false,
    chunkNames: "chunks/[name]-[hash]",
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: "linked",
    sourcesContent: false,
    minifySyntax: true,
    plugins: [lazySources, partsApart, constants],
    logLevel: "warning",
  });
  const chunks = join(dist, "chunks");
  mkdirSync(chunks, { recursive: true });
  const wanted = new Set(outputFiles.map(({ path }) => path));
  for (const { path, contents } of outputFiles) write(path, contents);
  for (const name of readdirSync(chunks)) if (!wanted.has(join(chunks, name))) rmSync(join(chunks, name));
}

/**
 * The command (and the JIT) as one script: bin/cached-script.js runs them from V8's code cache, and loading many ES modules would take longer than
 * all the rest of a start. What is read at a start is kept small: every page of it costs microseconds.
 */
async function bundleScript(entry, name) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    outfile: join(dist, name),
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    target: "node20",
    packages: "external",
    define: { "import.meta.url": "__filename" },
    minifySyntax: true,
    plugins: [lazyNodeModules, givenModules, lazySources, partsApart, constants],
    logLevel: "warning",
  });
  for (const { path, text } of outputFiles) write(path, await wrapScript(plainInitialisers(withoutCopies(text))));
}

/**
 * esbuild gives each module that starts when it is asked for an object of its own, for the sake of the module's name in profiles: 200 shapes of objects
 * that V8 makes at each start. A function does.
 */
function plainInitialisers(text) {
  let count = 0;
  const plain = text
    .replace(/\bvar __esm = \(fn, res, err\) => function\(\) \{[\s\S]*?\n\};\n/, () => {
      count++;
      return "var __esm = (fn, res) => () => (fn && (res = fn(fn = 0)), res);\n";
    })
    .replace(
      /__esm\(\{\n {2}"[^"\n]+"\(\) \{\n([\s\S]*?\n) {2}\}\n\}\);\n/g,
      (_all, body) => `__esm(() => {\n${body}});\n`,
    );
  if (/__esm\(\{/.test(plain) || (count === 0 && text.includes("__esm(")))
    throw new Error("esbuild's __esm looks different from what is expected");
  return plain;
}

/**
 * Nothing imports a CommonJS module's default, so all can be used as they are: esbuild would copy every property of theirs, and of Node's modules, at
 * the start.
 */
function withoutCopies(text) {
  const made = text.replace(/\b__toESM = \(mod, isNodeMode, target\d*\) => \([\s\S]*?\n\)\)/, "__toESM = (mod) => mod");
  if (made === text && text.includes("__toESM("))
    throw new Error("esbuild's __toESM looks different from what is expected");
  return made;
}

async function wrapScript(text) {
  const { code } = await transform(text, {
    format: "cjs",
    platform: "node",
    target: "node20",
    charset: "ascii",
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: !readable,
    logLevel: "warning",
  });
  // The function that Node would put around a CommonJS module is in the file: text of this size is compiled as it is read, without being copied.
  return `(function (exports, require, module, __filename, __dirname) {
${code}})
`;
}

/** Everything but source maps counts for the build's id: heap images and compiled code are kept under it. */
function write(path, contents) {
  writeFileSync(path, contents);
  if (!path.endsWith(".map")) digest.update(contents);
}

/** What compiled code follows from, besides its source: it outlives builds in which none of this has changed. */
async function compilerId() {
  const { outputFiles } = await build({
    stdin: {
      contents: ["compiler/compile", "syntax/parse", "bytecode/serialise", "bytecode/specialised"]
        .map((name, i) => `export * as part${i} from "./${name}.ts";`)
        .join("\n"),
      resolveDir: join(root, "src"),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    minify: true,
    logLevel: "warning",
  });
  return createHash("sha256").update(outputFiles[0].contents).digest("hex").slice(0, 16);
}

/** zlib's constants are the same everywhere, so they need no loading; those of os are the machine's. */
function constantsOf(path, constants) {
  if (constants === undefined) return "";
  return path === "node:zlib"
    ? `exports.constants = ${JSON.stringify(constants)};`
    : 'Object.defineProperty(exports, "constants", { enumerable: true, get: () => load().constants });';
}

/** What of Krait is written in Python; dist/ must do without src/. */
function copyPythonSources() {
  for (const folder of ["prelude", "modules"]) {
    const from = join(root, "src", folder);
    rmSync(join(dist, folder), { recursive: true, force: true });
    for (const name of readdirSync(from, { recursive: true }).sort()) {
      if (!/\.(py|bin)$/.test(name)) continue;
      const to = join(dist, folder, name);
      mkdirSync(dirname(to), { recursive: true });
      const text = readFileSync(join(from, name));
      writeFileSync(to, text);
      digest.update(`${folder}/${name}\0`).update(text);
    }
  }
}

/** dist/index.d.ts and what it refers to, from tsc's output; internal modules that the public ones don't mention are left out. */
function writeDeclarations() {
  const scratch = join(root, "node_modules", ".cache", `krait-types-${process.pid}`);
  const types = join(dist, "types");
  try {
    const tsc = spawnSync(
      process.execPath,
      [
        join(root, "node_modules/typescript/bin/tsc"),
        ...["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--stripInternal", "--incremental", "false"],
        ...["--outDir", scratch, "--rootDir", join(root, "src"), "--module", "esnext", "--moduleResolution", "bundler"],
        ...["--target", "es2022", "--lib", "es2023,esnext.disposable", "--types", "node", "--strict", "--skipLibCheck"],
        ...["--allowImportingTsExtensions", "--noCheck", join(root, "src/index.ts")],
      ],
      { encoding: "utf8" },
    );
    if (!existsSync(join(scratch, "index.d.ts")))
      throw new Error(`tsc wrote no declarations:\n${tsc.stdout}${tsc.stderr}`);
    rmSync(types, { recursive: true, force: true });
    rmSync(join(dist, "index.d.ts"), { force: true });
    const done = new Set();
    const queue = ["index.d.ts"];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (done.has(file)) continue;
      done.add(file);
      const text = readFileSync(join(scratch, file), "utf8").replaceAll(
        /(from |import\()"(\.[^"]*)\.ts"/g,
        (_all, before, path) => {
          queue.push(join(dirname(file), `${path}.d.ts`));
          return `${before}"${path}.js"`;
        },
      );
      mkdirSync(dirname(join(types, file)), { recursive: true });
      writeFileSync(join(types, file), text);
    }
    writeFileSync(
      join(dist, "index.d.ts"),
      '/// <reference lib="esnext.disposable" />\nexport * from "./types/index.js";\n',
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What earlier builds kept: heap images and compiled code, once nothing that runs can want it any more. */
function pruneCache() {
  const before = Date.now() - 24 * 3600_000;
  for (const kind of ["images", "library", "programs", "code"]) {
    const folder = join(root, ".cache", kind);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const path = join(folder, name);
      if (statSync(path).mtimeMs < before) rmSync(path, { recursive: true, force: true });
    }
  }
}

/** Starts one VM of each core, which leaves the image that later ones map. A build for a machine that can't run Krait goes without. */
async function freezeImages() {
  const { Krait } = await import(pathToFileURL(join(dist, "index.js")).href);
  for (const audit of [false, true]) {
    let vm;
    try {
      vm = Krait.create({ audit });
    } catch (error) {
      console.warn(`krait: no heap image was made: ${error.message}`);
      return;
    }
    try {
      vm.close();
    } catch {
      // The audit of the VM that made the image: tests look at it, a build has nothing to say about it.
    }
  }
}
