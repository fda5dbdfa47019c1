// The composition root: the only file that wires the layers together. Others (library, command line) build on createRuntime.
import { mkdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isatty } from "node:tty";
import { type Config, readConfig } from "./config.ts";
import { loadFrontEnd } from "./front-end/load.ts";
import { frontEndServices, quotedText } from "./front-end/services.ts";
import { allocateApart } from "./heap/apart.ts";
import { checksumIn, checksumName } from "./heap/checksum.ts";
import { Layout } from "./heap/generated/layout.ts";
import { internalError, PyError } from "./heap/py-error.ts";
import type { Ref, Value } from "./heap/value.ts";
import { EMPTY } from "./heap/value.ts";
import { bootstrap, definitionFinder, type PreludeSource } from "./host/bootstrap.ts";
import { setCharacterNames } from "./host/text/codecs.ts";
import type { Jit } from "./jit/jit.ts";
import type { TraceFile } from "./jit/kept/kept-traces.ts";
import { type JitOnDemand, startJit } from "./jit/on-demand.ts";
import type { JitOptions } from "./jit/options.ts";
import { comparedPolicy, hottestPolicy } from "./jit/policy.ts";
import { makeRecordBuffer } from "./jit/record-buffer.ts";
import { type Access, grantAccess, NO_ACCESS } from "./modules/access.ts";
import { provideModules } from "./modules/builtin-modules.ts";
import { codeVersion } from "./modules/code-version.ts";
import { importModule } from "./modules/import.ts";
import { CodeFolder, RecentCode } from "./modules/kept-code.ts";
import { installLibrary, preloadLibrary, startLibrary } from "./modules/library.ts";
import { setLibrary } from "./modules/library-code.ts";
import { MODULES } from "./modules/registry.ts";
import { locateStdlib, StdlibArchive } from "./modules/stdlib-archive.ts";
import { ProcessOutput, StandardInput } from "./modules/streams.ts";
import { sysModule } from "./modules/sys.ts";
import { sysJitModule } from "./modules/sys-jit.ts";
import { characterName, characterNamed } from "./modules/unicodedata.ts";
import { readCoreArtefacts } from "./platform/core-image.ts";
import { type CoreImage, openPlatform, type Platform, type PlatformName } from "./platform/platform.ts";
import { buildId, cacheFolder, canWriteTo, pythonFile, shortHash } from "./util/package-files.ts";
import { auditCounts } from "./vm/audit.ts";
import type { Steps } from "./vm/host-call.ts";
import { type HeapImage, mapImage, openImage, saveImage } from "./vm/image.ts";
import { Machine } from "./vm/machine.ts";
import type { Services } from "./vm/services.ts";
import { SourceLines } from "./vm/source-lines.ts";
import { compileSource } from "./vm/warnings.ts";

export interface RuntimeOptions {
  readonly platform?: Platform;
  readonly config?: Config;
  /** Receives what the program writes to fd 1 and 2. Default: the process's own. */
  readonly write?: (fd: number, text: string) => void;
  /** What is printed leaves the process at once (-u). */
  readonly unbuffered?: boolean;
  /** Next line of standard input with its newline, "" at the end. */
  readonly readLine?: () => string;
  /** What of the outside world the program may reach. Default: nothing. */
  readonly access?: Access;
  /** sys.argv. */
  readonly argv?: readonly string[];
  /** sys.path before the standard library's archive. */
  readonly path?: readonly string[];
  readonly warnOptions?: readonly string[];
  /** -X options: value or true. */
  readonly xOptions?: Readonly<Record<string, string | true>>;
  /** sys.pycache_prefix: the folder that __pycache__ folders lie in. Default: beside the modules. */
  readonly cachePrefix?: string | undefined;
  /** Without it KRAIT_JIT decides. */
  readonly jit?: JitOptions | "off";
  /** The folder of the cache in which compiled code of programs is kept, as that of the library is. Default: in memory only. */
  readonly keepsPrograms?: "programs" | "commands";
  /** Traces of a program that has been named by nameProgram() are kept for later runs of it. */
  readonly keepsTraces?: boolean;
  /** Fields of sys.flags that are not 0. */
  readonly flags?: Readonly<Record<string, number | boolean>>;
}

/** One Python, ready to run programs. */
export interface Runtime {
  readonly machine: Machine;
  /** The JIT, unless it is off. */
  readonly jit: Jit | undefined;
  /** Runs source text as the module __main__. Throws PyError. */
  runMain(source: string | Uint8Array, filename: string): void;
  /** As runMain, with async host functions allowed. */
  runMainAsync(source: string | Uint8Array, filename: string): Promise<void>;
  /** Text of an exception as Python prints it when nobody catches it. */
  describe(error: PyError): string;
  /** Remembers a source for tracebacks, under the name code was compiled with. */
  rememberSource(filename: string, source: string): void;
  /** What is going to be run: traces of earlier runs of the same are looked at. The first name counts. */
  nameProgram(name: string | Uint8Array): void;
  /** The program is over, and what it has made is still there: its traces are kept. */
  keepTraces(): void;
  /** Checks every reference count (debug core only); undefined if all are right. `held`: what the caller holds beyond the machine. */
  audit(held?: readonly Ref[]): string | undefined;
  close(): void;
}

setCharacterNames(characterName);
const nameLookup = (name: string): number | null => characterNamed(name) ?? null;

export function createRuntime(options: RuntimeOptions = {}): Runtime {
  const config = options.config ?? readConfig();
  const platform = options.platform ?? platformFor(config.platform);
  const image = coreFor(platform, config);
  const machine = new Machine(platform, image);
  // Under the debug core mistakes end the process.
  if (!config.debugCore) machine.convertError = internalError;
  const sources = new SourceLines(options.access?.files === true, (bytes, filename) =>
    quotedText(loadFrontEnd(nameLookup), bytes, filename),
  );
  const cache = cacheOf(config);
  const checksum = checksumIn(machine.heap);
  const libraryFolder =
    cache === undefined ? undefined : new CodeFolder(join(cache, "library", codeVersion()), checksum);
  setLibrary(machine, { archive: new StdlibArchive(), codeFolder: libraryFolder });
  const keepsTraces = options.keepsTraces === true || config.jit === "kept";
  const programFolder =
    cache && options.keepsPrograms ? new CodeFolder(join(cache, options.keepsPrograms), checksum) : undefined;
  const frontEnd = frontEndServices(nameLookup, sources);
  const kept = keepingCompiler(libraryFolder, programFolder, frontEnd.compile);
  machine.services = makeServices(platform, options, sources, frontEnd, kept);
  let tier: JitOnDemand | undefined;
  let program: string | Uint8Array | undefined;
  try {
    startUp(machine, config);
    startProgram(machine, options, keepsTraces);
    if (options.jit !== "off" && config.jit !== "off")
      tier = startJit(machine, {
        ...(config.jit !== "on" &&
          config.jit !== "thread" && {
            policy: config.jit === "background" ? comparedPolicy : hottestPolicy,
            strict: true,
            failGuards: config.jit === "guards",
          }),
        inBackground: config.jit === "thread" || config.jit === "background",
        ...(keepsTraces && { traceFile: () => traceFile(machine, config, program) }),
        ...options.jit,
      });
  } catch (error) {
    throw error instanceof PyError ? startUpError(machine, error) : error;
  }

  const prepare = (source: string | Uint8Array, filename: string): { fn: Steps<Value>; mark: number } => {
    const { heap, ctx } = machine;
    const mark = heap.pool.length;
    const module = mainModule(machine, filename);
    const dict = heap.readU32(module + Layout.PyModule.dict);
    sources.remember(filename, source);
    program ??= source;
    const run = function* (): Steps<Value> {
      const code = yield* compileSource(ctx, source, { filename, mode: "exec", keep: "program" });
      return yield* machine.runCode(ctx, code, dict, dict);
    };
    return { fn: run(), mark };
  };
  return {
    machine,
    get jit() {
      return tier?.jit;
    },
    runMain(source, filename) {
      const { fn } = prepare(source, filename);
      machine.runSteps(fn);
    },
    async runMainAsync(source, filename) {
      await machine.runStepsAsync(prepare(source, filename).fn);
    },
    describe(error) {
      const { ctx } = machine;
      return machine.runSteps(machine.formatException(ctx, ctx.exceptionOf(error)));
    },
    rememberSource(filename, source) {
      sources.remember(filename, source);
    },
    nameProgram(name) {
      program ??= name;
    },
    keepTraces() {
      tier?.save();
    },
    audit(held) {
      tier?.rest();
      return auditCounts(machine, held);
    },
    close() {
      tier?.close();
      machine.close();
    },
  };
}

const images = new Map<string, HeapImage>();

/** Fills the heap: from the image if there is one, else from scratch, and then the image is made for the next VM. */
function startUp(machine: Machine, config: Config): void {
  const path = imagePath(machine, config);
  if (path !== undefined) {
    const image = images.get(path) ?? openImage(path, definitionFinder([...MODULES, sysModule, sysJitModule]));
    if (image !== undefined) {
      images.set(path, image);
      mapImage(machine, image);
      provideModules(machine, MODULES);
      return;
    }
  }
  machine.platform.bindFunction(machine.image.entry("core_init"), "void", 1)(machine.memory.base);
  bootstrap(machine, { prelude: readPrelude(), modules: [] });
  const isKept = path !== undefined && canKeepIn(dirname(path));
  buildLibrary(machine, isKept);
  if (!isKept) return;
  try {
    saveImage(machine, path);
  } catch {
    // No image then: a full disk makes starting slower, not wrong.
  }
}

/** Whether files can be made in the folder, which is made if need be. Who can't keep an image does not execute the library for it at every start. */
function canKeepIn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    return false;
  }
  return canWriteTo(folder);
}

function cacheOf({ cacheFolder: chosen }: Config): string | undefined {
  return chosen === "" ? undefined : (chosen ?? cacheFolder());
}

/** Where the image is that was made of this core, this code and this library (whose place is in the image: os.__file__). */
function imagePath({ platform, image }: Machine, config: Config): string | undefined {
  const folder = config.useImage ? cacheOf(config) : undefined;
  if (folder === undefined) return undefined;
  const library = locateStdlib();
  const { size, mtimeMs } = statSync(library);
  const key = shortHash(`${buildId()}\0${library}\0${size}\0${mtimeMs}`);
  return join(folder, "images", `${platform.arch}-${image.buildId}-${key}.heap`);
}

/** Where the traces of a program are kept. */
function traceFile(machine: Machine, config: Config, program: string | Uint8Array | undefined): TraceFile | undefined {
  const cache = cacheOf(config);
  const image = imagePath(machine, config);
  if (cache === undefined || program === undefined || image === undefined) return undefined;
  // The image says what core, what code and what library; V8 says how the traces are written down.
  const salt = `${basename(image)} ${process.version}`;
  // What a terminal gets is written with other objects.
  const terminals = [0, 1, 2].map((fd) => Number(isatty(fd))).join("");
  const name = checksumName(checksumIn(machine.heap)(salt, terminals, program));
  return { path: join(cache, "traces", name), salt };
}

/** An exception before there is a Python to print it: read out field by field. */
function startUpError(machine: Machine, error: PyError): Error {
  const { heap, ctx } = machine;
  const exception = ctx.exceptionOf(error);
  const args = heap.peekValue(exception + Layout.PyException.args);
  const texts =
    args === EMPTY ? [] : heap.tupleItems(args as Ref).map((arg) => (heap.isStr(arg) ? heap.text(arg) : String(arg)));
  const at = heap.peekValue(exception + Layout.PyException.traceback);
  const places: string[] = [];
  for (let tb = at as Ref; tb !== EMPTY; tb = heap.readU32(tb + Layout.PyTraceback.next)) {
    const code = heap.readU32(heap.readU32(tb + Layout.PyTraceback.frame) + Layout.PyFrame.code);
    places.push(
      `${heap.text(heap.readU32(code + Layout.PyCode.filename))}:${heap.readU32(tb + Layout.PyTraceback.line)}`,
    );
  }
  return new Error(
    `krait: start-up failed: ${ctx.nameOfType(error.type)}: ${texts.join(", ")} (${places.join(" < ")})`,
  );
}

/** The import system and what every program has imported from the start. */
function buildLibrary(machine: Machine, forImage: boolean): void {
  grantAccess(machine, NO_ACCESS);
  installLibrary(machine);
  preloadLibrary(machine, forImage);
}

/** What differs from VM to VM. */
function startProgram(machine: Machine, options: RuntimeOptions, keepsTraces: boolean): void {
  const archive = locateStdlib();
  grantAccess(machine, options.access ?? NO_ACCESS);
  const start = () =>
    startLibrary(machine, {
      argv: options.argv ?? [""],
      origArgv: options.argv ?? [""],
      path: [...(options.path ?? []), archive],
      executable: "",
      version: `3.14.2 (Krait) [Node ${process.version}]`,
      stdlibDir: archive,
      warnOptions: options.warnOptions ?? [],
      xOptions: options.xOptions ?? {},
      cachePrefix: options.cachePrefix,
      flags: options.flags ?? {},
    });
  if (keepsTraces)
    allocateApart(machine.heap, () => {
      start();
      // Here, and not when something is recorded for the first time, which is at another time in each run.
      makeRecordBuffer(machine.heap);
    });
  else start();
}

const platforms = new Map<PlatformName | undefined, Platform>();

/** One platform layer for all VMs of a thread: the core it maps is shared. */
function platformFor(choice: PlatformName | undefined): Platform {
  let platform = platforms.get(choice);
  if (platform === undefined) {
    platform = openPlatform(choice);
    platforms.set(choice, platform);
  }
  return platform;
}

const cores = new WeakMap<Platform, Map<boolean, CoreImage>>();

/** The core is mapped once for each platform and variant. */
function coreFor(platform: Platform, config: Config): CoreImage {
  let loaded = cores.get(platform);
  if (loaded === undefined) {
    loaded = new Map();
    cores.set(platform, loaded);
  }
  let core = loaded.get(config.debugCore);
  if (core === undefined) {
    const artefacts = readCoreArtefacts(platform.arch, config.debugCore);
    core = platform.loadCore(artefacts.image, artefacts.symbolsPath);
    loaded.set(config.debugCore, core);
  }
  return core;
}

const PRELUDE_FILES = [
  "operators",
  "containers",
  "sorting",
  "iteration",
  "builtins",
  "frames",
  "unions",
  "streams",
  "sysinfo",
  "classes",
] as const;

function readPrelude(): PreludeSource[] {
  return PRELUDE_FILES.map((name) => ({ name, text: pythonFile(`prelude/${name}.py`) }));
}

function mainModule(machine: Machine, filename: string): Ref {
  const { heap } = machine;
  heap.setScratch(0, EMPTY);
  const module = heap.made(heap.core.moduleNew(heap.intern("__main__")));
  const dict = heap.readU32(module + Layout.PyModule.dict);
  heap.setName(dict, "__builtins__", machine.moduleNamed("builtins"));
  heap.setName(dict, "__file__", heap.str(filename));
  heap.setName(heap.readU32(Layout.VM.sys_modules), "__main__", module);
  heap.setRef(Layout.VM.main_module, module);
  return module;
}

function makeServices(
  platform: Platform,
  options: RuntimeOptions,
  sources: SourceLines,
  frontEnd: ReturnType<typeof frontEndServices>,
  kept: Services["compile"],
): Services {
  return {
    ...frontEnd,
    compile: kept,
    importModule,
    sourceLines: (filename) => sources.of(filename),
    ...outputServices(platform, options),
    readInput: inputService(options),
    isTerminal: (fd) => isTerminal(platform, fd),
    readLine: options.readLine ?? (() => ""),
  };
}

function isTerminal(platform: Platform, fd: number): boolean {
  return platform.bindFunction(platform.findHostSymbol("isatty"), "i32", 1)(fd) === 1;
}

/** Output to whoever embeds the VM, or to the process's own streams. */
function outputServices(
  platform: Platform,
  { write, unbuffered = false }: RuntimeOptions,
): Pick<Services, "write" | "writeBytes" | "flush"> {
  if (write !== undefined) {
    // Bytes may end inside a character.
    const decoders = [1, 2].map(() => new TextDecoder("utf-8", { ignoreBOM: true }));
    return {
      write,
      writeBytes: (fd, bytes) => write(fd, decoders[fd - 1]!.decode(bytes, { stream: true })),
      flush: () => {},
    };
  }
  const streams = [
    new ProcessOutput(1, unbuffered ? "nothing" : isTerminal(platform, 1) ? "line" : "much"),
    new ProcessOutput(2, unbuffered ? "nothing" : "line"),
  ];
  return {
    write: (fd, text) => streams[fd - 1]!.write(text),
    writeBytes: (fd, bytes) => streams[fd - 1]!.writeBytes(bytes),
    flush: (fd) => streams[fd - 1]?.flush(),
  };
}

function inputService(options: RuntimeOptions): Services["readInput"] {
  const fromProcess = options.readLine === undefined && options.access?.system === true;
  const input = new StandardInput(fromProcess ? undefined : (options.readLine ?? (() => "")));
  return (count) => input.read(count);
}

/** Programs that VMs of this thread have been given. */
const recentPrograms = new RecentCode();

/** The compiler, behind what has been kept of its work: in folders, undefined: in memory only. */
function keepingCompiler(
  library: CodeFolder | undefined,
  programs: CodeFolder | undefined,
  compile: Services["compile"],
): Services["compile"] {
  const recent = new RecentCode();
  return (source, options) => {
    const { filename, keep, warnings = [], ...rest } = options;
    if (keep === "own" && library !== undefined)
      return library.code(filename.slice(1, -1), `${filename}\0${source}`, () => compile(source, options));
    if (keep === "own") return compile(source, options);
    const known = warnings.length;
    const compiled = () => {
      const code = compile(source, { ...options, warnings });
      return { code, hasWarned: warnings.length > known };
    };
    const key = `${JSON.stringify(rest)}\0${filename}\0`;
    if (keep === "program" && programs !== undefined) return programs.program(source, key, compiled);
    if (typeof source !== "string") return compiled().code;
    const held = keep === "program" ? recentPrograms : recent;
    const found = held.get(key + source);
    if (found !== undefined) return found;
    const { code, hasWarned } = compiled();
    if (!hasWarned) held.add(key + source, code);
    return code;
  };
}
