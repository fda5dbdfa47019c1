// The module _imp: what importlib asks of the interpreter. Frozen modules are the few that CPython freezes too; their code comes from the
// library's archive. The rest of the library is found by path (stdlib-importer.py), so that a program's own files may hide it.
import { createHash } from "node:crypto";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import { PyError, typeError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike } from "../host/types/text.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { createBuiltin, isBuiltin } from "./builtin-modules.ts";
import { magicNumber } from "./code-version.ts";
import { compiledModule, libraryOf } from "./library-code.ts";
import { noteImported } from "./shelf.ts";

const { NONE_REF: NONE } = CoreConst;

/** Modules that CPython 3.14 freezes. Value: the name in the library, with "<" in front for a package (as CPython marks them). */
const FROZEN: Readonly<Record<string, string>> = {
  _frozen_importlib: "importlib._bootstrap",
  _frozen_importlib_external: "importlib._bootstrap_external",
  ...Object.fromEntries(
    [
      "zipimport", "abc", "codecs", "io", "_collections_abc", "_sitebuiltins", "genericpath", "ntpath", "posixpath", "os", "site", "stat",
      "importlib.util", "importlib.machinery", "runpy", "__hello__",
    ].map((name) => [name, name]), // biome-ignore format: a list
  ),
};

export function frozenOrigin(name: string): string | undefined {
  return Object.hasOwn(FROZEN, name) ? FROZEN[name] : undefined;
}

/** co_filename of a frozen module. */
export function frozenFilename(name: string): string {
  return `<frozen ${frozenOrigin(name) ?? name}>`;
}

/** Code of a frozen module; frames of importlib itself are never shown. */
export function* frozenCode(ctx: Context, name: string): Steps<Ref> {
  const origin = frozenOrigin(name);
  const module = origin === undefined ? undefined : libraryOf(ctx.machine).archive.find(origin);
  if (module === undefined)
    throw new PyError(CoreConst.EXC_ImportError, [`No such frozen object named ${name}`], 0, { name });
  const hidden = (origin as string).startsWith("importlib._bootstrap");
  return compiledModule(ctx, module, frozenFilename(name), hidden);
}

function needName(ctx: Context, v: Value): string {
  return ctx.needText(v, "argument");
}

export const impModule = defineModule("_imp", {
  doc: "(Extremely) low-level import machinery bits as used by importlib.",
  constants: {
    check_hash_based_pycs: (ctx) => ctx.str("default"),
    pyc_magic_number_token: (ctx) => ctx.int(magicNumber()),
  },
  functions: {
    // One thread: the import lock is always free.
    lock_held: def("()", (ctx) => ctx.bool(false)),
    acquire_lock: def("()", () => NONE),
    release_lock: def("()", () => NONE),
    extension_suffixes: def("()", (ctx) => ctx.list([])),
    is_builtin: def("(name, /)", (ctx, name: Value) => ctx.int(isBuiltin(ctx, needName(ctx, name)) ? 1 : 0)),
    create_builtin: def("(spec, /)", function* (ctx, spec: Value): Steps {
      const name = yield* ctx.getattr(spec, "name");
      if (!ctx.heap.isStr(name)) throw typeError(`name must be string, not ${ctx.typeName(name)}`);
      const text = ctx.heap.text(name);
      const there = ctx.machine.moduleNamed(text) !== EMPTY;
      const module = yield* createBuiltin(ctx, text);
      // importlib puts it into sys.modules itself, after its attributes are set.
      if (!there) ctx.heap.deleteName(ctx.heap.readU32(Layout.VM.sys_modules), text);
      return module;
    }),
    exec_builtin: def("(mod, /)", (ctx, module: Value) => {
      if (ctx.heap.kindOf(module) === CoreConst.LAYOUT_MODULE) noteImported(ctx, module as Ref);
      return ctx.int(0);
    }),
    is_frozen: def("(name, /)", (ctx, name: Value) => ctx.bool(frozenOrigin(needName(ctx, name)) !== undefined)),
    is_frozen_package: def("(name, /)", (ctx, name: Value) => {
      const text = needName(ctx, name);
      if (frozenOrigin(text) === undefined)
        throw new PyError(CoreConst.EXC_ImportError, [`No such frozen object named ${text}`], 0, { name: text });
      return ctx.bool(false);
    }),
    find_frozen: def("(name, /, *, withdata=False)", (ctx, name: Value) => {
      const text = needName(ctx, name);
      const origin = frozenOrigin(text);
      return origin === undefined ? NONE : ctx.tuple([NONE, ctx.bool(false), ctx.str(origin)]);
    }),
    get_frozen_object: def("(name, data=None, /)", function* (ctx, name: Value): Steps {
      return yield* frozenCode(ctx, needName(ctx, name));
    }),
    init_frozen: def("(name, /)", () => NONE),
    _fix_co_filename: def(
      "(code, path, /)",
      (ctx, code: Value, path: Value) => {
        if (ctx.heap.kindOf(code) !== CoreConst.LAYOUT_CODE)
          throw typeError(`_fix_co_filename() argument 1 must be code, not ${ctx.typeName(code)}`);
        const old = ctx.heap.text(ctx.heap.readU32((code as Ref) + Layout.PyCode.filename));
        if (old !== ctx.needText(path, "_fix_co_filename() argument 2")) renameCode(ctx, code as Ref, path as Ref, old);
        return NONE;
      },
      "Changes code.co_filename to specify the passed-in file path.",
    ),
    source_hash: def("(key, source)", function* (ctx, key: Value, source: Value): Steps {
      // CPython has SipHash here; all that is asked of it is that equal sources give equal eight bytes.
      const data = ctx.heap.bytesOf(yield* bytesLike(ctx, source));
      const hash = createHash("sha256")
        .update(yield* ctx.repr(key))
        .update(data)
        .digest();
      return ctx.heap.newBytes(Uint8Array.from(hash.subarray(0, 8)));
    }),
    _override_frozen_modules_for_tests: def("(override, /)", () => NONE),
    _override_multi_interp_extensions_check: def("(override, /)", (ctx) => ctx.int(0)),
    _frozen_module_names: def("()", (ctx) => ctx.list(Object.keys(FROZEN).map((name) => ctx.str(name)))),
  },
});

function renameCode(ctx: Context, code: Ref, path: Ref, old: string): void {
  const { heap } = ctx;
  if (heap.text(heap.readU32(code + Layout.PyCode.filename)) !== old) return;
  heap.setRef(code + Layout.PyCode.filename, path);
  const consts = heap.readU32(code + Layout.PyCode.consts);
  if (consts === 0) return;
  for (const item of heap.tupleItems(consts))
    if (heap.kindOf(item) === CoreConst.LAYOUT_CODE) renameCode(ctx, item as Ref, path, old);
}
