// krait --version.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { openPlatform } from "../platform/platform.ts";
import { packageRoot } from "../util/package-files.ts";

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")) as { version: string }).version;
}

/** One line; with `verbose` also the platform layer and the machine. */
export function versionText(verbose: boolean, choice: "addon" | "koffi" | undefined): string {
  const line = `Krait ${packageVersion()} (Python 3.14)\n`;
  if (!verbose) return line;
  const platform = openPlatform(choice ?? readConfig().platform);
  return `${line}native layer: ${platform.name}\narchitecture: ${platform.arch}\nnode: ${process.version} on ${process.platform}\n`;
}
