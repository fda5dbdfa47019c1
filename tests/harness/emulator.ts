// Where programs run under an emulator (native/build/aarch64.mjs), KRAIT_TEST_NODE is the command that stands for node, as a JSON list. Under the sanitised
// core (native/build/core.mjs --sanitize), which a library has to be loaded for, they take as long.
const [execPath, ...execArgv]: readonly string[] = JSON.parse(process.env.KRAIT_TEST_NODE ?? "[]");

/** Options for `fork`: what runs a script. */
export const testNode: { execPath?: string; execArgv?: string[] } =
  execPath === undefined ? {} : { execPath, execArgv };
/** How many times as long as on the machine itself a program may take. */
export const slowness = execPath === undefined && !process.env.LD_PRELOAD?.includes("sanitizer.so") ? 1 : 10;
