// Module objects: their text and their computed attributes.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";
import { checkAnnotate } from "./fields.ts";

const { NONE_REF: NONE } = CoreConst;

function dictOfModule(ctx: Context, self: Ref): Ref {
  const dict = ctx.heap.readU32(self + Layout.PyModule.dict);
  if (dict === 0) throw typeError("<module>.__dict__ is not a dictionary");
  return dict;
}

/** A module's text as its spec tells it (importlib's _module_repr_from_spec). undefined: there is none. */
function* describedBySpec(ctx: Context, spec: Value): Steps<string | undefined> {
  if (spec === EMPTY || spec === NONE) return undefined;
  const name = yield* ctx.findattr(spec, "name");
  if (name === undefined) return undefined;
  const shown = yield* ctx.repr(name);
  const origin = (yield* ctx.findattr(spec, "origin")) ?? NONE;
  if (origin !== NONE) {
    const isPlace = yield* ctx.findattr(spec, "has_location");
    if (isPlace !== undefined && (yield* ctx.truth(isPlace)))
      return `<module ${shown} from ${yield* ctx.repr(origin)}>`;
    return `<module ${shown} (${yield* ctx.text(origin)})>`;
  }
  const loader = (yield* ctx.findattr(spec, "loader")) ?? NONE;
  if (loader === NONE) return `<module ${shown}>`;
  const parts = ctx.typeName(loader) === "NamespaceLoader" ? yield* ctx.findattr(loader, "_path") : undefined;
  if (parts === undefined) return `<module ${shown} (${yield* ctx.repr(loader)})>`;
  const list = yield* ctx.call(CoreConst.TYPE_LIST, [parts]);
  return `<module ${shown} (namespace) from ${yield* ctx.repr(list)}>`;
}

export const moduleTable: TypeTable = {
  type: CoreConst.TYPE_MODULE,
  attributes: {
    __annotations__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        const dict = dictOfModule(ctx, self);
        const known = ctx.heap.peekName(dict, "__annotations__");
        if (known !== EMPTY) return ctx.heap.hold(known as Ref);
        const annotate = ctx.heap.peekName(dict, "__annotate__");
        let result: Value;
        if (annotate !== EMPTY && annotate !== NONE) {
          result = yield* ctx.call(annotate, [ctx.int(1)]);
          if (!ctx.heap.isDict(result))
            throw typeError(`__annotate__ returned non-dict of type '${ctx.typeName(result)}'`);
        } else result = ctx.heap.dict();
        ctx.heap.setName(dict, "__annotations__", result);
        return result;
      },
      set: (ctx: Context, self: Ref, value) => {
        const dict = dictOfModule(ctx, self);
        if (value !== undefined) ctx.heap.setName(dict, "__annotations__", value);
        else if (!ctx.heap.deleteName(dict, "__annotations__")) throw raise("AttributeError", "__annotations__");
        ctx.heap.deleteName(dict, "__annotate__");
      },
    },
    __annotate__: {
      get: (ctx, self: Ref) => {
        const dict = dictOfModule(ctx, self);
        const known = ctx.heap.peekName(dict, "__annotate__");
        if (known !== EMPTY) return ctx.heap.hold(known as Ref);
        ctx.heap.setName(dict, "__annotate__", NONE);
        return NONE;
      },
      set: (ctx: Context, self: Ref, value) => {
        if (value === undefined) throw typeError("cannot delete __annotate__ attribute");
        checkAnnotate(ctx, value);
        const dict = dictOfModule(ctx, self);
        ctx.heap.setName(dict, "__annotate__", value);
        if (value !== NONE) ctx.heap.deleteName(dict, "__annotations__");
      },
    },
  },
  methods: {
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const dict = ctx.heap.readU32(self + Layout.PyModule.dict);
      const text = (name: string) => {
        const v = dict === 0 ? EMPTY : ctx.heap.peekName(dict, name);
        return v !== EMPTY && ctx.heap.isStr(v) ? ctx.heap.text(v) : undefined;
      };
      const bySpec = dict === 0 ? undefined : yield* describedBySpec(ctx, ctx.heap.peekName(dict, "__spec__"));
      if (bySpec !== undefined) return ctx.str(bySpec);
      const name = text("__name__");
      const file = text("__file__");
      const shown = name === undefined ? "'?'" : yield* ctx.repr(ctx.str(name));
      if (file !== undefined) return ctx.str(`<module ${shown} from ${yield* ctx.repr(ctx.str(file))}>`);
      const loader = dict === 0 ? EMPTY : ctx.heap.peekName(dict, "__loader__");
      if (loader !== EMPTY && loader !== NONE) return ctx.str(`<module ${shown} (${yield* ctx.repr(loader)})>`);
      const core = ctx.heap.readU32(Layout.VM.core_modules);
      const isBuiltin =
        name !== undefined &&
        (ctx.machine.isBuiltinModule(name) || (core !== 0 && ctx.heap.peekName(core, name) !== EMPTY));
      return ctx.str(isBuiltin ? `<module ${shown} (built-in)>` : `<module ${shown}>`);
    }),
    __dir__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const dict = yield* ctx.getattr(self, "__dict__");
      if (!ctx.heap.isDict(dict)) throw typeError("<module>.__dict__ is not a dictionary");
      const custom = ctx.heap.peekName(dict, "__dir__");
      if (custom !== EMPTY) return yield* ctx.call(custom, []);
      return ctx.list(ctx.heap.dictEntries(dict).map(([name]) => name));
    }),
  },
};
