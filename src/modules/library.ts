// Sets up the import system and the modules every program starts with. Runs once, when a heap image is built; what differs from VM to VM is
// set by startLibrary.
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { makeBuiltin, register } from "../host/builtin-objects.ts";
import { type ModuleDefinition, makeModule, moduleDict } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import type { Steps } from "../vm/host-call.ts";
import type { Machine } from "../vm/machine.ts";
import { builtinNames, createBuiltin, provideModules } from "./builtin-modules.ts";
import { frozenCode } from "./imp.ts";
import { libraryOf } from "./library-code.ts";
import { MODULES } from "./registry.ts";
import { setShelfOptions } from "./shelf.ts";
import { fillShelf } from "./shelf-build.ts";
import { type SysStart, startSys, sysModule } from "./sys.ts";
import { sysJitModule } from "./sys-jit.ts";

/** Modules that are there before importlib is: it is told about them by _install. */
const FIRST = [
  "_structseq",
  "_imp",
  "_thread",
  "_warnings",
  "_weakref",
  "marshal",
  "_memoryview",
  "posix",
  "_codecs",
  "_io",
  "time",
];
/** Built-in modules that whoever embeds the VM may provide: importlib takes none that sys.builtin_module_names does not name. */
const PROVIDED_LATER = ["krait"];
/** Imported at image build, as CPython has them imported when a program starts. */
const PRELOADED = ["codecs", "encodings", "encodings.utf_8", "io", "abc", "os", "_sitebuiltins"];

/** Completes a module that exists already: functions, constants and Python part of a definition, which win over what is there. */
function* completeModule(ctx: Context, module: Ref, definition: ModuleDefinition): Steps<void> {
  const { heap, machine } = ctx;
  const dict = moduleDict(ctx, module);
  if (definition.doc !== undefined) heap.setName(dict, "__doc__", heap.str(definition.doc));
  for (const [key, row] of Object.entries(definition.functions ?? {})) {
    const found = register(machine, key, row, 0, "", `M:${definition.name}:${key}`);
    heap.setName(dict, key, makeBuiltin(machine, found, CoreConst.TYPE_BUILTIN, 0, definition.name, EMPTY));
  }
  for (const [key, make] of Object.entries(definition.constants ?? {})) heap.setName(dict, key, make(ctx));
  if (definition.pythonSource === undefined) return;
  const code = machine.services.compile(definition.pythonSource, {
    filename: `<${definition.name}>`,
    mode: "exec",
    hidden: true,
    keep: "own",
  });
  yield* machine.runCode(ctx, machine.loadCode(code), dict, dict);
}

function* newModule(ctx: Context, name: string): Steps<Ref> {
  const { heap } = ctx;
  heap.setScratch(0, EMPTY);
  const module = heap.made(heap.core.moduleNew(heap.intern(name)));
  heap.setName(moduleDict(ctx, module), "__builtins__", ctx.machine.moduleNamed("builtins"));
  heap.setName(heap.readU32(Layout.VM.sys_modules), name, module);
  return module;
}

function* importNamed(ctx: Context, name: string): Steps<Value> {
  return yield* ctx.call(
    ctx.machine.builtin("__import__"),
    [ctx.str(name)],
    new Map([["fromlist", ctx.tuple([ctx.str("*")])]]),
  );
}

function* build(ctx: Context): Steps<void> {
  const { heap, machine } = ctx;
  yield* createBuiltin(ctx, "_structseq");
  const sys = machine.moduleNamed("sys");
  yield* completeModule(ctx, sys, sysModule);
  const sysDict = moduleDict(ctx, sys);
  heap.setName(sysDict, "_jit", yield* makeModule(ctx, sysJitModule));
  heap.setName(
    sysDict,
    "builtin_module_names",
    ctx.tuple([...builtinNames(ctx), ...PROVIDED_LATER].map((name) => ctx.str(name))),
  );
  for (const name of FIRST) yield* createBuiltin(ctx, name);

  const bootstrap = yield* newModule(ctx, "_frozen_importlib");
  const dict = moduleDict(ctx, bootstrap);
  heap.setName(dict, "__origname__", ctx.str("importlib._bootstrap"));
  yield* machine.runCode(ctx, yield* frozenCode(ctx, "_frozen_importlib"), dict, dict);
  const modules = heap.readU32(Layout.VM.sys_modules);
  // The private modules stay importable for Krait's own Python code, but are nothing a program should meet in sys.modules by chance.
  yield* ctx.call(heap.getName(dict, "_install"), [sys, machine.moduleNamed("_imp")]);
  yield* ctx.call(heap.getName(dict, "_install_external_importers"), []);
  const importer = yield* createBuiltin(ctx, "_stdlib_importer");
  const finder = yield* ctx.getattr(importer, "StdlibFinder");
  yield* ctx.callMethod(heap.getName(sysDict, "path_hooks"), "insert", [ctx.int(0), finder]);
  yield* ctx.callMethod(heap.getName(sysDict, "path_hooks"), "append", [yield* ctx.getattr(importer, "zip_hook")]);
  heap.deleteName(modules, "_stdlib_importer");
}

/** sys.stdin, sys.stdout and sys.stderr; print writes to them without coming through Python (src/host/builtins/output.ts). */
function* makeStreams(ctx: Context, sysDict: Ref): Steps<void> {
  const { heap, machine } = ctx;
  const io = machine.moduleNamed("_io");
  const privateDict = moduleDict(ctx, machine.privateModule);
  heap.setName(privateDict, "StandardStream", yield* ctx.getattr(io, "TextIOWrapper"));
  machine.forgetNames();
  for (const [fd, name, mode, errors] of [
    [0, "stdin", "r", "strict"],
    [1, "stdout", "w", "strict"],
    [2, "stderr", "w", "backslashreplace"],
  ] as const) {
    const args = [ctx.int(fd), ctx.str(`<${name}>`), ctx.str(mode), ctx.str(errors), ctx.bool(fd === 2)];
    const stream = yield* ctx.callMethod(io, "_standard_stream", args);
    for (const key of [name, `__${name}__`]) heap.setName(sysDict, key, stream);
  }
}

/** Builds the import system. The machine is bootstrapped, its services.importModule is `importModule` of import.ts. */
export function installLibrary(machine: Machine): void {
  provideModules(machine, MODULES);
  machine.runSteps(build(machine.ctx));
}

const CREDITS = `Thanks to CWI, CNRI, BeOpen, Zope Corporation, the Python Software
Foundation, and a cast of thousands for supporting Python
development.  See www.python.org for more information.`;

/** The builtins that CPython's site module adds for people. (Importing site would search the file system for packages.) */
function* addSiteBuiltins(ctx: Context, stdlib: string): Steps<void> {
  const { heap, machine } = ctx;
  const classes = machine.moduleNamed("_sitebuiltins");
  const builtins = moduleDict(ctx, machine.moduleNamed("builtins"));
  const add = function* (name: string, className: string, ...args: Value[]): Steps<void> {
    heap.setName(builtins, name, yield* ctx.callMethod(classes, className, args));
  };
  const texts = (...items: string[]) => ctx.list(items.map((item) => ctx.str(item)));
  for (const name of ["quit", "exit"]) yield* add(name, "Quitter", ctx.str(name), ctx.str("Ctrl-D (i.e. EOF)"));
  const copyright = heap.getName(moduleDict(ctx, machine.moduleNamed("sys")), "copyright");
  yield* add("copyright", "_Printer", ctx.str("copyright"), copyright);
  yield* add("credits", "_Printer", ctx.str("credits"), ctx.str(CREDITS));
  const places = [texts("LICENSE.txt", "LICENSE"), texts(`${stdlib}/..`, stdlib, ".")];
  yield* add("license", "_Printer", ctx.str("license"), ctx.str("See https://www.python.org/psf/license/"), ...places);
  yield* add("help", "_Helper");
}

/** Imports what programs start with. `withShelf`: for an image, which may hold more than one program wants. */
export function preloadLibrary(machine: Machine, withShelf: boolean): void {
  const { ctx } = machine;
  machine.runSteps(
    (function* (): Steps<void> {
      const { file } = libraryOf(machine).archive;
      const sys = moduleDict(ctx, machine.moduleNamed("sys"));
      ctx.heap.setName(sys, "path", ctx.list([ctx.str(file)]));
      ctx.heap.setName(sys, "_stdlib_dir", ctx.str(file));
      for (const name of PRELOADED) yield* importNamed(ctx, name);
      yield* addSiteBuiltins(ctx, file);
      yield* makeStreams(ctx, sys);
      if (withShelf) yield* fillShelf(ctx);
    })(),
  );
}

/** Sets what differs from VM to VM. */
export function startLibrary(machine: Machine, start: SysStart): void {
  const { ctx } = machine;
  setShelfOptions(machine, { ...start, warnings: start.warnOptions.length });
  machine.runSteps(
    (function* (): Steps<void> {
      yield* startSys(ctx, start);
      // It says what is wrong with the options.
      if (start.warnOptions.length > 0) yield* ctx.call(machine.builtin("__import__"), [ctx.str("warnings")]);
      const fill = machine.moduleGlobal("posix", "_fill_environ");
      if (fill !== EMPTY) yield* ctx.call(fill, []);
    })(),
  );
}
