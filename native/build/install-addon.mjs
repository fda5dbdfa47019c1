// The package's install script: builds native/addon with node-gyp. A machine without compiler or headers is no failure: Krait
// then runs on koffi, and one line says so. KRAIT_BUILD_VERBOSE=1 shows the whole output. Then it runs an empty program, which leaves the heap image
// and V8's code cache behind: the first real one starts as fast as all others, and users who can't write here have them too.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

function findNodeGyp() {
  const fromNpm = process.env.npm_config_node_gyp; // the copy that npm brings along
  if (fromNpm && existsSync(fromNpm)) return fromNpm;
  try {
    return createRequire(import.meta.url).resolve("node-gyp/bin/node-gyp.js");
  } catch {
    return undefined;
  }
}

function build() {
  const nodeGyp = findNodeGyp();
  if (!nodeGyp) return "node-gyp was not found";
  const options = ["rebuild"];
  // Headers beside this very node spare a download, which may be impossible here.
  const prefix = dirname(dirname(process.execPath));
  if (existsSync(join(prefix, "include", "node", "node_api.h"))) options.push(`--nodedir=${prefix}`);
  const verbose = process.env.KRAIT_BUILD_VERBOSE === "1";
  const { status, stderr, stdout, error } = spawnSync(process.execPath, [nodeGyp, ...options], {
    cwd: root,
    encoding: "utf8",
    stdio: verbose ? "inherit" : "pipe",
  });
  if (status === 0) return undefined;
  if (error) return error.message;
  const output = `${stdout ?? ""}\n${stderr ?? ""}`;
  const causes = [/(fatal error|error): .*/, /ERR! find \w+ (Could not .*|.*not found.*)/, /ERR! stack Error: (.*)/];
  for (const cause of causes) {
    const match = cause.exec(output);
    if (match) return (match[0].startsWith("ERR!") ? match[1] : match[0])?.trim();
  }
  return "node-gyp failed; KRAIT_BUILD_VERBOSE=1 shows why";
}

const reason = build();
if (reason) console.log(`krait: no native addon (${reason}); it will run on koffi, which is a little slower`);
else console.log("krait: native addon built");

// A checkout's first install has no dist/ yet: its build makes the image.
if (existsSync(join(root, "dist", "cli.cjs"))) {
  for (let i = 0; i < 2; i++)
    spawnSync(process.execPath, [join(root, "bin", "krait.js"), "-c", "pass"], { stdio: "ignore", timeout: 60_000 });
}
