// Every module of this folder. The order decides the ids of host functions that a heap image keeps, so new rows go to the end.

import { CoreConst } from "../heap/generated/layout.ts";
import type { Value } from "../heap/value.ts";
import type { ModuleDefinition } from "../host/module-definition.ts";
import { defineModule } from "../host/module-definition.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { abcModule } from "./abc.ts";
import { astModule } from "./ast.ts";
import { binasciiModule } from "./binascii.ts";
import { bz2Module } from "./bz2.ts";
import { decimalModule } from "./decimal.ts";
import { errnoModule } from "./errno.ts";
import { hashModules, keyModules } from "./hashes.ts";
import { impModule } from "./imp.ts";
import { instructionsOf } from "./instructions.ts";
import { ioModule } from "./io.ts";
import { jsonModule } from "./json.ts";
import { marshalModule } from "./marshal.ts";
import { memoryviewModule } from "./memoryview.ts";
import { multiprocessingModule } from "./multiprocessing.ts";
import { pickleCodeModule, pickleModule } from "./pickle.ts";
import { posixModule } from "./posix.ts";
import { fcntlModule } from "./posix-calls.ts";
import { pythonSource } from "./python-source.ts";
import { usage } from "./resource.ts";
import { signalModule } from "./signals.ts";
import { socketModule } from "./sockets.ts";
import { stdlibImporterModule } from "./stdlib-importer.ts";
import { structModule } from "./struct.ts";
import { symtableModule } from "./symtable.ts";
import { threadModule } from "./thread.ts";
import { timeModule } from "./time.ts";
import { tokenizeModule } from "./tokenize.ts";
import { unicodedataModule } from "./unicodedata.ts";
import { zlibModule } from "./zlib.ts";

/** A module written wholly in Python (src/modules/<name>.py), besides what the core's tables put into it. */
function pythonModule(name: string, rest: Partial<ModuleDefinition> = {}): ModuleDefinition {
  return defineModule(name, {
    ...rest,
    get pythonSource() {
      return pythonSource(`${name}.py`);
    },
  });
}

/** A module written in Python in several files of this folder, or in one that is called otherwise. */
function moduleOfFiles(name: string, ...files: readonly string[]): ModuleDefinition {
  return defineModule(name, {
    get pythonSource() {
      return files.map(pythonSource).join("\n\n");
    },
  });
}

const soabiOf = (platform: string): string => `krait-314-${platform.replace(/^[a-z]+_/, "") || "darwin"}`;

const typesModule = pythonModule("_types", {
  functions: {
    _frame_type: def("()", () => CoreConst.TYPE_FRAME),
  },
});

const TZ_PATH = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo";

/** Private: see shelf.ts. */
const shelfModule = pythonModule("_shelf");

export const MODULES: readonly ModuleDefinition[] = [
  pythonModule("_structseq"),
  pythonModule("_warnings"),
  pythonModule("_weakref", { constants: { ref: () => CoreConst.TYPE_WEAKREF } }),
  impModule,
  marshalModule,
  posixModule,
  timeModule,
  threadModule,
  stdlibImporterModule,
  pythonModule("_codecs"),
  ioModule,
  abcModule,
  pythonModule("_sre"),
  pythonModule("_random"),
  errnoModule,
  pythonModule("math"),
  pythonModule("gc"),
  pythonModule("_operator"),
  pythonModule("_string"),
  pythonModule("_locale"),
  pythonModule("_contextvars"),
  pythonModule("_bisect"),
  typesModule,
  signalModule,
  pythonModule("atexit"),
  // (NewType.__call__ is this function: it must not bind as a function written in Python would.)
  pythonModule("_typing", { functions: { _idfunc: def("(x, /)", (_ctx, x: Value) => x) } }),
  pythonModule("_template"),
  astModule,
  structModule,
  memoryviewModule,
  pythonModule("_datetime"),
  pythonModule("_heapq"),
  socketModule,
  multiprocessingModule,
  pythonModule("_posixshmem"),
  // (selectors.SelectSelector has it as a class attribute: it must not bind.)
  pythonModule("select", {
    functions: {
      select: def(
        "(rlist, wlist, xlist, timeout=None, /)",
        function* (ctx, ...args: (Value | undefined)[]): Steps<Value> {
          const given = args.filter((arg) => arg !== undefined);
          return yield* ctx.call(ctx.heap.hold(ctx.machine.moduleGlobal("select", "_select")), given);
        },
      ),
    },
  }),
  pythonModule("_posixsubprocess"),
  binasciiModule,
  pythonModule("_opcode", { functions: { _instructions: def("(code, constants, /)", instructionsOf) } }),
  tokenizeModule,
  pythonModule("_tracemalloc"),
  pythonModule("faulthandler"),
  pythonModule("itertools"),
  pythonModule("_collections"),
  pythonModule("_functools"),
  ...hashModules,
  pythonModule("_blake2", { doc: "_blake2b provides BLAKE2b for hashlib\n" }),
  decimalModule,
  pythonModule("_csv"),
  jsonModule,
  pythonModule("array"),
  zlibModule,
  unicodedataModule,
  pythonModule("cmath"),
  ...["linux_x86_64-linux-gnu", "linux_aarch64-linux-gnu", "darwin_darwin", "darwin_"].map((platform) =>
    // What CPython's build wrote down: what holds for Krait. (No extension module has such a name, but packages ask for it to name themselves.)
    defineModule(`_sysconfigdata__${platform}`, {
      pythonSource: `
build_time_vars = {
    "TZPATH": "${TZ_PATH}", "SOABI": "${soabiOf(platform)}", "EXT_SUFFIX": ".${soabiOf(platform)}.so",
    "VERSION": "3.14", "SIZEOF_VOID_P": 8, "Py_DEBUG": 0, "Py_GIL_DISABLED": 0, "Py_ENABLE_SHARED": 0, "WITH_PYMALLOC": 1, "WITH_DOC_STRINGS": 1,
}
`,
    }),
  ),
  shelfModule,
  pythonModule("resource", { functions: { _usage: def("()", usage) } }),
  ...keyModules,
  pythonModule("_zoneinfo"),
  pickleCodeModule,
  pickleModule,
  pythonModule("dbm"),
  moduleOfFiles(
    "pyexpat",
    ...["module", "errors", "syntax", "parser", "doctype", "submodules"].map((part) => `expat/${part}.py`),
  ),
  pythonModule("_lsprof"),
  pythonModule("_dis"),
  fcntlModule,
  pythonModule("pwd"),
  pythonModule("grp"),
  bz2Module,
  symtableModule,
  pythonModule("mmap"),
  pythonModule("termios"),
  moduleOfFiles("_ctypes_memory", "ctypes/memory.py"),
  moduleOfFiles("_ctypes_simple", "ctypes/simple.py"),
  moduleOfFiles("_ctypes", "ctypes/types.py", "ctypes/objects.py", "ctypes/functions.py", "ctypes/pointers.py"),
];
