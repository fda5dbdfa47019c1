// The programs that run Python: Krait itself, and what it is compared with.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "../tests/harness/root.ts";

/** Something that runs a Python file: `command`, `args`, then the file and its arguments. */
export interface Implementation {
  name: string;
  command: string;
  args: string[];
  /** C: compiles bench/c/<program>.c instead; answers the command, null where there is no such file. */
  compile?: (program: string, folder: string) => string | null;
  /** What it says about itself, in one line. */
  version: string;
}

function firstLine(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
    .trim()
    .split("\n")[0]!;
}

function findCommand(name: string): string | null {
  // pyenv's shims answer to names they can't run: look behind them first.
  const versions = join(homedir(), ".pyenv/versions");
  const folders = existsSync(versions) ? readdirSync(versions) : [];
  const installed = folders.map((folder) => join(versions, folder, "bin", name)).find((path) => existsSync(path));
  if (installed) return installed;
  try {
    return execFileSync("sh", ["-c", 'command -v -- "$1"', "sh", name], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

const C_FLAGS = ["-O2", "-ffp-contract=off"];

/** clang -O2, for the programs that bench/c has. */
function findC(): Implementation | null {
  const compiler = findCommand("clang-19") ?? findCommand("clang") ?? findCommand("cc");
  if (!compiler) return null;
  const compile = (program: string, folder: string): string | null => {
    const source = join(root, "bench/c", `${program}.c`);
    if (!existsSync(source)) return null;
    const output = join(folder, `${program}-c`);
    execFileSync(compiler, [...C_FLAGS, source, "-lm", "-o", output]);
    return output;
  };
  return { name: "c", command: compiler, args: [], compile, version: `${firstLine(compiler, ["--version"])} -O2` };
}

/**
 * Finds an implementation by name ("krait", with the JIT off or on "krait-off" and "krait-on", without traces of earlier runs "krait-fresh", "c", "python3.13", "pypy3", a path). Null where it
 * is not installed.
 */
export function findImplementation(name: string, kraitOptions: string[] = []): Implementation | null {
  if (name === "c") return findC();
  const kraits: Record<string, readonly string[]> = {
    krait: kraitOptions,
    "krait-off": ["--jit=off"],
    "krait-on": ["--jit=on"],
    "krait-fresh": ["--keep-traces=off"],
  };
  const own = kraits[name];
  if (own !== undefined) {
    const script = join(root, "bin/krait.js");
    if (!existsSync(join(root, "dist/cli.js"))) return null;
    const args = [script, ...own];
    return { name, command: process.execPath, args, version: firstLine(process.execPath, [script, "--version"]) };
  }
  const command = findCommand(name);
  if (!command) return null;
  const program = "import sys; print(sys.implementation.name, sys.version.split()[0])";
  try {
    return { name, command, args: [], version: firstLine(command, ["-c", program]) };
  } catch {
    return null;
  }
}

/** As findImplementation for each name of a comma-separated list; says on stderr which are missing. */
export function findImplementations(names: string, kraitOptions: string[] = []): Implementation[] {
  const found: Implementation[] = [];
  for (const name of names.split(",").filter(Boolean)) {
    const implementation = findImplementation(name, kraitOptions);
    if (implementation) found.push(implementation);
    else console.error(`${name} is not ${name.startsWith("krait") ? "built" : "installed here"}: left out`);
  }
  return found;
}
