// The module _stdlib_importer: the library's archive for importlib.
import { CoreConst } from "../heap/generated/layout.ts";
import { PyError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { compiledModule, libraryOf, libraryPath } from "./library-code.ts";
import { pythonSource } from "./python-source.ts";
import { noteImported, shelvedPath, takeFromShelf } from "./shelf.ts";

const { NONE_REF: NONE } = CoreConst;
const name = (ctx: Context, v: Value) => ctx.needText(v, "module name");

export const stdlibImporterModule = defineModule("_stdlib_importer", {
  functions: {
    /** Prefix of module names that a sys.path entry inside the archive stands for; None for any other path. */
    _inside: def("(path, /)", (ctx, v: Value) => {
      if (!ctx.heap.isStr(v)) return NONE;
      const path = ctx.heap.text(v);
      const { file } = libraryOf(ctx.machine).archive;
      if (path === file) return ctx.str("");
      return path.startsWith(`${file}/`) ? ctx.str(`${path.slice(file.length + 1).replaceAll("/", ".")}.`) : NONE;
    }),
    _find: def("(name, /)", (ctx, v: Value) => {
      const { machine } = ctx;
      const shelved = shelvedPath(ctx, name(ctx, v));
      if (shelved !== EMPTY)
        return ctx.tuple([shelved, ctx.bool(ctx.heap.text(shelved as Ref).endsWith("/__init__.py"))]);
      const found = libraryOf(machine).archive.find(name(ctx, v));
      return found === undefined ? NONE : ctx.tuple([ctx.str(libraryPath(machine, found)), ctx.bool(found.isPackage)]);
    }),
    /** The module as the shelf has it, or None: then its code has to be run. */
    _take: def("(name, path, /)", function* (ctx, v: Value, path: Value): Steps<Value> {
      const module = yield* takeFromShelf(ctx, name(ctx, v), ctx.needText(path, "path"));
      return module === EMPTY ? NONE : module;
    }),
    _imported: def("(module, /)", (ctx, module: Value) => {
      noteImported(ctx, module as Ref);
      return NONE;
    }),
    _code: def("(name, /)", (ctx, v: Value) => {
      const { machine } = ctx;
      const found = libraryOf(machine).archive.find(name(ctx, v));
      if (found === undefined)
        throw new PyError(CoreConst.EXC_ImportError, [`no such library module: '${name(ctx, v)}'`], 0, { name: v });
      return compiledModule(ctx, found, libraryPath(machine, found));
    }),
    _source: def("(name, /)", (ctx, v: Value) => {
      const { archive } = libraryOf(ctx.machine);
      const found = archive.find(name(ctx, v));
      return found === undefined ? NONE : ctx.heap.newBytes(archive.source(found));
    }),
    _data: def("(path, /)", (ctx, v: Value) => {
      const { archive } = libraryOf(ctx.machine);
      const path = ctx.needText(v, "path");
      const data = path.startsWith(`${archive.file}/`) ? archive.read(path.slice(archive.file.length + 1)) : undefined;
      return data === undefined ? NONE : ctx.heap.newBytes(data);
    }),
    /** Modules directly inside a package ("" for the top): (name, is package). */
    _list: def("(prefix, /)", (ctx, v: Value) => {
      const folder = ctx.heap.text(v as Ref).replaceAll(".", "/");
      const found = new Map<string, boolean>();
      for (const path of libraryOf(ctx.machine).archive.pythonFiles()) {
        if (!path.startsWith(folder)) continue;
        const [first = "", second, third] = path.slice(folder.length).split("/");
        if (second === undefined && first !== "__init__.py") found.set(first.slice(0, -3), false);
        else if (second === "__init__.py" && third === undefined) found.set(first, true);
      }
      const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
      return ctx.list(sorted.map(([module, isPackage]) => ctx.tuple([ctx.str(module), ctx.bool(isPackage)])));
    }),
  },
  get pythonSource() {
    return pythonSource("_stdlib_importer.py");
  },
});

/** Source text of a file a traceback names, if it is the library's: a path inside the archive, or "<frozen os>". */
export function librarySource(
  archive: { readonly file: string; read(path: string): Uint8Array | undefined },
  filename: string,
): string | undefined {
  let path: string | undefined;
  if (filename.startsWith("<frozen ") && filename.endsWith(">"))
    path = `${filename.slice(8, -1).replaceAll(".", "/")}.py`;
  else if (filename.startsWith(`${archive.file}/`)) path = filename.slice(archive.file.length + 1);
  const data = path === undefined ? undefined : archive.read(path);
  return data === undefined ? undefined : Buffer.from(data).toString("utf8");
}
