// Every switch and threshold, read once. Nothing else looks at process.env or process.argv.
import type { PlatformName } from "./platform/platform.ts";

export type JitMode = (typeof JIT_MODES)[number];

const JIT_MODES = ["on", "thread", "off", "hottest", "background", "guards", "kept"] as const;
export function isJitMode(text: string): text is JitMode {
  return (JIT_MODES as readonly string[]).includes(text);
}

export interface Config {
  /** KRAIT_PLATFORM: addon or koffi; unset: whichever can be had, the addon first. */
  readonly platform: PlatformName | undefined;
  /** KRAIT_CORE=debug: the core with assertions and the count audit. */
  readonly debugCore: boolean;
  /** KRAIT_IMAGE=off: build the heap in every process instead of mapping the image. */
  readonly useImage: boolean;
  /**
   * KRAIT_JIT: on (the default but on macOS), thread (the same, but traces are compiled on another thread while the program goes on) or off; for tests:
   * hottest (everything is recorded at once), background (so, on another thread), guards (every guard fails once),
   * kept (hottest, with traces that earlier runs of the program have left).
   */
  readonly jit: JitMode;
  /** KRAIT_CACHE: folder for heap images and compiled modules; empty: none. */
  readonly cacheFolder: string | undefined;
}

/** The process's environment variables as they are now. */
export function environmentVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** One of them. */
export function environmentVariable(name: string): string | undefined {
  return process.env[name];
}

/** Sets a variable for the processes that this one starts, or deletes it. */
export function setEnvironmentVariable(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

/** Throws a plain Error that names the variable and what it may be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const platform = environment.KRAIT_PLATFORM || undefined;
  if (platform !== undefined && platform !== "addon" && platform !== "koffi")
    throw new Error(`KRAIT_PLATFORM must be addon or koffi, not ${platform}`);
  // Not yet by default on macOS, whose way of making pages executable has been written but not run.
  const jit = environment.KRAIT_JIT || (process.platform === "darwin" ? "off" : "on");
  if (!isJitMode(jit)) throw new Error(`KRAIT_JIT must be ${JIT_MODES.join(", ")}, not ${jit}`);
  return {
    platform,
    jit,
    debugCore: environment.KRAIT_CORE === "debug",
    useImage: environment.KRAIT_IMAGE !== "off",
    cacheFolder: environment.KRAIT_CACHE,
  };
}
