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

/** Finds an implementation by name ("krait", "python3.13", "pypy3", a path). Null where it is not installed. */
export function findImplementation(name: string, kraitOptions: string[] = []): Implementation | null {
  if (name === "krait") {
    const script = join(root, "bin/krait.js");
    if (!existsSync(join(root, "dist/cli.js"))) return null;
    const args = [script, ...kraitOptions];
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
    else console.error(`${name} is not ${name === "krait" ? "built" : "installed here"}: left out`);
  }
  return found;
}
