// The tests' own tiny core (native/build/testdata/core), so that these tests prove the platform and not the interpreter.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoreImage, Platform } from "../../src/platform/platform.ts";
import { packageRoot } from "../../src/util/package-files.ts";

export { Layout as TestLayout } from "../../native/build/testdata/generated/layout.ts";

export function testCorePath(platform: Platform, file: "core.bin" | "core.sym"): string {
  return join(packageRoot(), "native/build/testdata/generated", platform.arch, file);
}

export function loadTestCore(platform: Platform): CoreImage {
  return platform.loadCore(readFileSync(testCorePath(platform, "core.bin")), testCorePath(platform, "core.sym"));
}
