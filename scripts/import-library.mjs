// node scripts/import-library.mjs: imports every public top-level module of the standard library in one Krait process and prints what fails.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const program = `
import sys, _stdlib_importer
archive = [path for path in sys.path if path.endswith(".zip")][0]
left_out = {"antigravity", "this", "__phello__", "idlelib", "turtledemo", "test", "site", "pyodide", "_pyodide", "pyodide_js", "js"}
failures = {}
for name, _ in _stdlib_importer.StdlibFinder(archive).iter_modules():
    if name in left_out: continue
    try: __import__(name)
    except BaseException as error: failures.setdefault(f"{type(error).__name__}: {error}", []).append(name)
for error, names in failures.items(): print(error, names)
`;
const command = join(dirname(fileURLToPath(import.meta.url)), "..", "bin", "krait.js");
process.exitCode =
  spawnSync(process.execPath, [command, "-W", "ignore", "-c", program], { stdio: "inherit" }).status ?? 1;
