// The module _symtable: the compiler's symbol table as tuples, which _symtable.py makes entries of.

import type { SymbolsShown } from "../bytecode/symbols.ts";
import { CoreConst } from "../heap/generated/layout.ts";
import { typeError, valueError } from "../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../heap/value.ts";
import { defineModule } from "../host/module-definition.ts";
import { bytesLike, isBytesLike } from "../host/types/text.ts";
import type { Context } from "../vm/context.ts";
import { def, type Steps } from "../vm/host-call.ts";
import { pathOf } from "./filesystem.ts";
import { pythonSource } from "./python-source.ts";

const MODES = ["exec", "eval", "single"] as const;

function entryOf(ctx: Context, shown: SymbolsShown): Ref {
  return ctx.tuple([
    ctx.int(shown.type),
    ctx.str(shown.name),
    ctx.int(shown.line),
    ctx.int(shown.nested ? 1 : 0),
    ctx.list(shown.parameters.map((name) => ctx.str(name))),
    ctx.dict(shown.symbols.map(([name, flags]) => [name, ctx.int(flags)] as const)),
    ctx.list(shown.children.map((child) => entryOf(ctx, child))),
  ]);
}

export const symtableModule = defineModule("_symtable", {
  functions: {
    _symbols: def("(source, filename, startstr, /)", function* (ctx, source: Value, name: Value, start: Value): Steps {
      const { heap } = ctx;
      const isText = heap.isStr(source);
      if (!isText && !isBytesLike(ctx, source)) throw typeError("symtable() arg 1 must be a string or bytes object");
      if (!heap.isStr(start)) throw typeError(`symtable() argument 3 must be str, not ${ctx.typeName(start)}`);
      if (!heap.isStr(name) && !isBytesLike(ctx, name) && heap.specialOf(name, CoreConst.SPECIAL_fspath) === EMPTY)
        throw typeError(`expected str, bytes or os.PathLike object, not ${ctx.typeName(name)}`);
      const filename = yield* pathOf(ctx, name);
      const mode = MODES.find((known) => known === heap.text(start as Ref));
      if (mode === undefined) throw valueError("symtable() arg 3 must be 'exec' or 'eval' or 'single'");
      const text = isText ? heap.text(source as Ref) : Uint8Array.from(heap.bytesOf(yield* bytesLike(ctx, source)));
      return entryOf(ctx, ctx.machine.services.symbols(text, { filename, mode }));
    }),
  },
  get pythonSource() {
    return pythonSource("_symtable.py");
  },
});
