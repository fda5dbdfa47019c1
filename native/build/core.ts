// The command `node native/build/core.mjs`: rebuilds the committed artefacts of the core, or with --check compares them.
//   --arch x86_64|aarch64|all (all)   --debug: KRAIT_DEBUG=1, into <arch>-debug/   --check: build apart and compare, write nothing
//   --testdata: the tests' tiny core instead   --sanitize, with --debug: memory accesses are checked (sanitize.c)
import { buildCore, coreProject, staleArtefacts, testProject, writeArtefacts } from "./build-core.ts";
import { buildSanitizer } from "./sanitizer.ts";
import type { Arch } from "./toolchain.ts";
import { ARCHS } from "./toolchain.ts";

const options = process.argv.slice(2);
const known = new Set(["--arch", "--debug", "--check", "--testdata", "--sanitize"]);

function readArchs(): Arch[] {
  const at = options.indexOf("--arch");
  if (at < 0 || options[at + 1] === "all") return [...ARCHS];
  const arch = ARCHS.find((name) => name === options[at + 1]);
  if (!arch) fail(`--arch must be ${ARCHS.join(", ")} or all`);
  return [arch];
}

function fail(message: string): never {
  console.error(`core build: ${message}`);
  process.exit(1);
}

for (const [i, option] of options.entries())
  if (!known.has(option) && options[i - 1] !== "--arch") fail(`unknown option ${option}`);

const started = performance.now();
try {
  const debug = options.includes("--debug");
  const sanitize = options.includes("--sanitize");
  if (sanitize && (!debug || options.includes("--check"))) fail("--sanitize goes with --debug and not with --check");
  const { files, images, compiled } = await buildCore(
    options.includes("--testdata") ? testProject : coreProject,
    readArchs(),
    debug,
    sanitize,
  );
  for (const [arch, image] of images)
    console.log(
      `${arch}${debug ? " (debug)" : ""}: ${image.textBytes} bytes of text, ${image.dataBytes} of data, ` +
        `${image.relocationCount} relocations, ${image.entries.length} entries, imports: ${image.imports.join(" ") || "none"}`,
    );
  const ms = Math.round(performance.now() - started);
  if (options.includes("--check")) {
    const stale = staleArtefacts(files);
    if (stale.length) fail(`committed artefacts differ from a rebuild:\n  ${stale.join("\n  ")}`);
    console.log(`all ${files.size} artefacts are what their sources give (${compiled} files compiled, ${ms} ms)`);
  } else {
    const changed = writeArtefacts(files);
    if (sanitize) console.log(`run under LD_PRELOAD=${await buildSanitizer()}`);
    console.log(`${compiled} files compiled, ${changed.length} of ${files.size} artefacts changed, ${ms} ms`);
  }
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
