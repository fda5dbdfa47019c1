// Functions, methods, generators, super objects and weak references: their text and their computed attributes.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import { EMPTY, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type GetSet, type Steps, staticMethod } from "../../vm/host-call.ts";
import { address, fullTypeName, textField } from "../names.ts";
import type { TypeTable } from "../type-table.ts";
import { builtinTables } from "./builtin-functions.ts";
import { codeTable } from "./code.ts";
import { checkAnnotate, refField, strField, valueField } from "./fields.ts";
import { frameTables, generatorFrame } from "./frames.ts";
import { newFunction } from "./function-new.ts";
import { mappingProxyTable } from "./mapping-proxy.ts";
import { moduleTable } from "./modules.ts";
import { propertyTable, wrapperTables } from "./property.ts";

const { NONE_REF: NONE } = CoreConst;
const FN = Layout.PyFunction;
const CODE = Layout.PyCode;
const GEN = Layout.PyGenerator;

/** A writable Ref field of one type, or None (or deletion) to clear it. */
const optionalField = (
  offset: number,
  name: string,
  isRight: (ctx: Context, v: Value) => boolean,
  what: string,
  changed?: (ctx: Context, self: Ref) => void,
): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
  set: (ctx: Context, self: Ref, value: Value | undefined) => {
    if (value === undefined || value === NONE) ctx.heap.setRef(self + offset, 0);
    else if (isRight(ctx, value)) ctx.heap.setRef(self + offset, value as Ref);
    else throw typeError(`${name} must be set to ${what} object`);
    changed?.(ctx, self);
  },
});

function newVersion(ctx: Context, self: Ref): void {
  const at = Layout.VM.function_version;
  ctx.heap.writeU32(at, ctx.heap.readU32(at) + 1);
  ctx.heap.writeU32(self + FN.version, ctx.heap.readU32(at));
}

function functionDict(ctx: Context, self: Ref, offset: number): Ref {
  let dict = ctx.heap.readU32(self + offset);
  if (dict === 0) {
    dict = ctx.heap.dict();
    ctx.heap.setRef(self + offset, dict);
  }
  return dict;
}

const functionTable: TypeTable = {
  type: CoreConst.TYPE_FUNCTION,
  methods: {
    __new__: staticMethod(
      "($type, /, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
      newFunction,
    ),
    __repr__: def("($self, /)", (ctx, self: Ref) =>
      ctx.str(`<function ${textField(ctx.heap, self + FN.qualname)} at ${address(self)}>`),
    ),
  },
  attributes: {
    __name__: strField(FN.name, "__name__"),
    __qualname__: strField(FN.qualname, "__qualname__"),
    __globals__: refField(FN.globals),
    __builtins__: refField(FN.builtins),
    __closure__: refField(FN.closure),
    __doc__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FN.doc)) || NONE,
      set: (ctx: Context, self: Ref, value) =>
        ctx.heap.setRef(self + FN.doc, value === undefined || value === NONE ? 0 : (value as Ref)),
    },
    __module__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FN.module)) || NONE,
      set: (ctx: Context, self: Ref, value) =>
        ctx.heap.setRef(self + FN.module, value === undefined || value === NONE ? 0 : (value as Ref)),
    },
    __defaults__: optionalField(FN.defaults, "__defaults__", (ctx, v) => ctx.heap.isTuple(v), "a tuple", newVersion),
    __kwdefaults__: optionalField(
      FN.kwdefaults,
      "__kwdefaults__",
      (ctx, v) => ctx.heap.isDict(v),
      "a dict",
      newVersion,
    ),
    __dict__: {
      get: (ctx, self: Ref) => ctx.heap.hold(functionDict(ctx, self, FN.dict)),
      set: (ctx: Context, self: Ref, value) => {
        if (value === undefined) throw typeError("cannot delete __dict__");
        if (!ctx.heap.isDict(value))
          throw typeError(`__dict__ must be set to a dictionary, not a '${ctx.typeName(value)}'`);
        ctx.heap.setRef(self + FN.dict, value);
      },
    },
    __annotations__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        const known = ctx.heap.readU32(self + FN.annotations);
        if (known !== 0 && known !== NONE) return ctx.heap.hold(known);
        const annotate = ctx.heap.readU32(self + FN.annotate);
        let dict: Value = 0;
        if (annotate !== 0 && annotate !== NONE) {
          dict = yield* ctx.call(annotate, [ctx.int(1)]);
          if (!ctx.heap.isDict(dict)) throw typeError(`__annotate__() must return a dict, not ${ctx.typeName(dict)}`);
        } else dict = ctx.heap.dict();
        ctx.heap.setRef(self + FN.annotations, dict as Ref);
        return dict;
      },
      set: (ctx: Context, self: Ref, value) => {
        if (value !== undefined && value !== NONE && !ctx.heap.isDict(value))
          throw typeError("__annotations__ must be set to a dict object");
        ctx.heap.setRef(self + FN.annotations, value === undefined || value === NONE ? 0 : (value as Ref));
        ctx.heap.setRef(self + FN.annotate, 0);
      },
    },
    __annotate__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FN.annotate)) || NONE,
      set: (ctx: Context, self: Ref, value) => {
        if (value === undefined) throw typeError("__annotate__ cannot be deleted");
        checkAnnotate(ctx, value);
        ctx.heap.setRef(self + FN.annotate, value === NONE ? 0 : (value as Ref));
        if (value !== NONE) ctx.heap.setRef(self + FN.annotations, 0);
      },
    },
    __type_params__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FN.type_params)) || CoreConst.EMPTY_TUPLE_REF,
      set: (ctx: Context, self: Ref, value) => {
        if (value === undefined || !ctx.heap.isTuple(value)) throw typeError("__type_params__ must be set to a tuple");
        ctx.heap.setRef(self + FN.type_params, value);
      },
    },
  },
};

const METHOD = Layout.PyMethod;
const methodTable: TypeTable = {
  type: CoreConst.TYPE_METHOD,
  methods: {
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const fn = ctx.heap.peekValue(self + METHOD.function);
      const object = ctx.heap.peekValue(self + METHOD.self);
      const name = (yield* ctx.findattr(fn, "__qualname__")) ?? (yield* ctx.findattr(fn, "__name__"));
      const shown = name !== undefined && ctx.heap.isStr(name) ? ctx.heap.text(name) : "?";
      return ctx.str(`<bound method ${shown} of ${yield* ctx.repr(object)}>`);
    }),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const name = yield* ctx.getattr(ctx.heap.peekValue(self + METHOD.function), "__name__");
      return ctx.tuple([ctx.machine.builtin("getattr"), ctx.tuple([ctx.heap.peekValue(self + METHOD.self), name])]);
    }),
  },
  attributes: {
    __func__: valueField(METHOD.function),
    __self__: valueField(METHOD.self),
    __doc__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        return (yield* ctx.findattr(ctx.heap.peekValue(self + METHOD.function), "__doc__")) ?? NONE;
      },
    },
  },
};

function generatorTable(type: number, word: string, prefix: string): TypeTable {
  return {
    type,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) =>
        ctx.str(`<${word} object ${textField(ctx.heap, self + GEN.qualname)} at ${address(self)}>`),
      ),
    },
    attributes: {
      __name__: strField(GEN.name, "__name__"),
      __qualname__: strField(GEN.qualname, "__qualname__"),
      [`${prefix}_code`]: {
        get: (ctx: Context, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + GEN.code)),
      },
      [`${prefix}_frame`]: { get: (ctx: Context, self: Ref) => generatorFrame(ctx, self) },
      [`${prefix}_running`]: {
        get: (ctx: Context, self: Ref) => ctx.bool(ctx.heap.readU32(self + GEN.state) === CoreConst.GEN_RUNNING),
      },
      [`${prefix}_suspended`]: {
        get: (ctx: Context, self: Ref) => ctx.bool(ctx.heap.readU32(self + GEN.state) === CoreConst.GEN_SUSPENDED),
      },
      ...(prefix === "cr" ? { cr_origin: { get: () => NONE } } : {}),
      [prefix === "gi" ? "gi_yieldfrom" : `${prefix}_await`]: {
        get: (ctx: Context, self: Ref) => {
          const v = ctx.heap.peekValue(self + GEN.yield_from);
          return v === EMPTY || ctx.heap.readU32(self + GEN.state) !== CoreConst.GEN_SUSPENDED
            ? NONE
            : ctx.heap.hold(v);
        },
      },
    },
  };
}

const superTable: TypeTable = {
  type: CoreConst.TYPE_SUPER,
  methods: {
    __repr__: def("($self, /)", (ctx, self: Ref) => {
      const type = ctx.heap.readU32(self + Layout.PySuper.type);
      const objectType = ctx.heap.readU32(self + Layout.PySuper.object_type);
      const of = objectType === 0 ? "NULL" : `<${ctx.nameOfType(objectType)} object>`;
      return ctx.str(`<super: <class '${type === 0 ? "NULL" : ctx.nameOfType(type)}'>, ${of}>`);
    }),
  },
  attributes: {
    __thisclass__: refField(Layout.PySuper.type),
    __self__: valueField(Layout.PySuper.object),
    __self_class__: refField(Layout.PySuper.object_type),
  },
};

const weakrefTable: TypeTable = {
  type: CoreConst.TYPE_WEAKREF,
  methods: {
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const object = ctx.heap.peekValue(self + Layout.PyWeakref.referent);
      if (object === EMPTY) return ctx.str(`<weakref at ${address(self)}; dead>`);
      const name = ctx.heap.isType(object) ? undefined : yield* ctx.findattr(object, "__name__");
      const suffix = name !== undefined && ctx.heap.isStr(name) ? ` (${ctx.heap.text(name)})` : "";
      return ctx.str(
        `<weakref at ${address(self)}; to '${fullTypeName(ctx.heap, ctx.heap.typeOf(object))}' at ${address(object)}${suffix}>`,
      );
    }),
  },
};

export const functionTables: readonly TypeTable[] = [
  functionTable,
  methodTable,
  ...builtinTables,
  codeTable,
  propertyTable,
  ...wrapperTables,
  generatorTable(CoreConst.TYPE_GENERATOR, "generator", "gi"),
  generatorTable(CoreConst.TYPE_COROUTINE, "coroutine", "cr"),
  generatorTable(CoreConst.TYPE_ASYNC_GENERATOR, "async_generator", "ag"),
  ...frameTables,
  mappingProxyTable,
  moduleTable,
  superTable,
  weakrefTable,
];
