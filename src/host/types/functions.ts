// Functions, methods, code objects, descriptors, modules, generators, frames and tracebacks: their text and their computed attributes.
import { type LineEntry, lineEntries } from "../../bytecode/line-table.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, isSmallInt, smallIntOf } from "../../heap/value.ts";
import { codeFlagsShown, readCode } from "../../vm/code-reader.ts";
import type { Context } from "../../vm/context.ts";
import { def, type GetSet, type Steps, staticMethod } from "../../vm/host-call.ts";
import { address, fullTypeName, textField, typeQualname } from "../names.ts";
import type { TypeTable } from "../type-table.ts";
import { replaceCode } from "./code-replace.ts";
import { frameTables, generatorFrame } from "./frames.ts";
import { newFunction } from "./function-new.ts";
import { mappingProxyTable } from "./mapping-proxy.ts";

const { NONE_REF: NONE } = CoreConst;
const FN = Layout.PyFunction;
const BUILTIN = Layout.PyBuiltin;
const CODE = Layout.PyCode;
/** CPython's programs halve f_lasti and take it for an index of co_positions(), which here has a row for each word (frames.c). */
const LASTI_UNIT = 2;

/** Neighbours on the same line are one stretch. */
function stretchesOfLines(entries: Iterable<LineEntry>): { start: number; end: number; line: number | null }[] {
  const stretches: { start: number; end: number; line: number | null }[] = [];
  for (const { start, end, location } of entries) {
    const line = location === null ? null : location.line;
    const last = stretches.at(-1);
    if (last?.line === line) last.end = end;
    else stretches.push({ start, end, line });
  }
  return stretches;
}
const GEN = Layout.PyGenerator;

/** A read-only attribute that is a Ref field; 0 reads as None. */
const refField = (offset: number, doc?: string): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
  doc,
});
/** A Value field; EMPTY reads as None. */
const valueField = (offset: number): GetSet => ({
  get: (ctx, self: Ref) => {
    const v = ctx.heap.peekValue(self + offset);
    return v === EMPTY ? NONE : ctx.heap.hold(v);
  },
});
const u16Field = (offset: number): GetSet => ({ get: (ctx, self: Ref) => ctx.int(ctx.heap.readU16(self + offset)) });

/** Throws a TypeError unless `value` can be what computes annotations. */
export function checkAnnotate(ctx: Context, value: Value): void {
  if (value !== NONE && !ctx.heap.isCallable(value)) throw typeError("__annotate__ must be callable or None");
}

/** A writable Ref field that must hold a str. */
const strField = (offset: number, name: string): GetSet => ({
  get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + offset)) || NONE,
  set: (ctx: Context, self: Ref, value: Value | undefined) => {
    if (value === undefined || !ctx.heap.isStr(value)) throw typeError(`${name} must be set to a string object`);
    ctx.heap.setRef(self + offset, value);
  },
});
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
    __code__: {
      get: (ctx, self: Ref) => ctx.heap.hold(ctx.heap.readU32(self + FN.code)),
      set: (ctx: Context, self: Ref, value: Value | undefined) => {
        if (value === undefined || ctx.heap.typeOf(value) !== CoreConst.TYPE_CODE)
          throw typeError("__code__ must be set to a code object");
        const closure = ctx.heap.readU32(self + FN.closure);
        const cells = closure === 0 ? 0 : ctx.heap.tupleLength(closure);
        const free = ctx.heap.readU16((value as Ref) + CODE.free_count);
        if (cells !== free) {
          const name = textField(ctx.heap, self + FN.name);
          throw raise("ValueError", `${name}() requires a code object with ${cells} free vars, not ${free}`);
        }
        ctx.heap.setRef(self + FN.code, value as Ref);
        newVersion(ctx, self);
      },
    },
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

function builtinName(ctx: Context, self: Ref): string {
  return textField(ctx.heap, self + BUILTIN.name);
}
function ownerName(ctx: Context, self: Ref): string {
  const owner = ctx.heap.readU32(self + BUILTIN.owner);
  return owner === 0 ? "?" : ctx.shortNameOfType(owner);
}
const TEXT_SIGNATURE = refField(BUILTIN.text_signature);
const builtinAttributes: Readonly<Record<string, GetSet>> = {
  __name__: refField(BUILTIN.name),
  __qualname__: {
    get: (ctx, self: Ref) => {
      const bound = ctx.heap.peekValue(self + BUILTIN.self);
      const name = builtinName(ctx, self);
      if (bound === EMPTY || ctx.heap.kindOf(bound) === CoreConst.LAYOUT_MODULE)
        return ctx.heap.hold(ctx.heap.readU32(self + BUILTIN.qualname)) || ctx.str(name);
      const type = ctx.heap.isType(bound) ? bound : ctx.heap.typeOf(bound);
      return ctx.str(`${typeQualname(ctx.heap, type)}.${name}`);
    },
  },
  __doc__: refField(BUILTIN.doc),
  __text_signature__: TEXT_SIGNATURE,
};
const objclass: GetSet = refField(BUILTIN.owner);
const boundSelf: GetSet = {
  get: (ctx, self: Ref) => {
    const v = ctx.heap.peekValue(self + BUILTIN.self);
    if (v !== EMPTY) return ctx.heap.hold(v);
    const module = ctx.heap.readU32(self + BUILTIN.module);
    const modules = ctx.heap.readU32(Layout.VM.sys_modules);
    const found = module === 0 || modules === 0 ? EMPTY : ctx.heap.peekName(modules, ctx.heap.text(module));
    return found === EMPTY ? NONE : ctx.heap.hold(found);
  },
};

const descriptorRepr = (what: string) =>
  def("($self, /)", (ctx, self: Ref) =>
    ctx.str(`<${what} '${builtinName(ctx, self)}' of '${ownerName(ctx, self)}' objects>`),
  );
const reduceDescriptor = def("($self, /)", (ctx, self: Ref) =>
  ctx.tuple([
    ctx.machine.builtin("getattr"),
    ctx.tuple([ctx.heap.readU32(self + BUILTIN.owner), ctx.heap.readU32(self + BUILTIN.name)]),
  ]),
);

const builtinTables: readonly TypeTable[] = [
  {
    type: CoreConst.TYPE_BUILTIN,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const bound = ctx.heap.peekValue(self + BUILTIN.self);
        const name = builtinName(ctx, self);
        if (bound === EMPTY || ctx.heap.kindOf(bound) === CoreConst.LAYOUT_MODULE)
          return ctx.str(`<built-in function ${name}>`);
        return ctx.str(`<built-in method ${name} of ${ctx.typeName(bound)} object at ${address(bound)}>`);
      }),
      __reduce__: def("($self, /)", (ctx, self: Ref) => {
        const bound = ctx.heap.peekValue(self + BUILTIN.self);
        const name = ctx.heap.hold(ctx.heap.readU32(self + BUILTIN.name));
        if (bound === EMPTY || ctx.heap.kindOf(bound) === CoreConst.LAYOUT_MODULE) return name;
        return ctx.tuple([ctx.machine.builtin("getattr"), ctx.tuple([bound, name])]);
      }),
    },
    attributes: { ...builtinAttributes, __self__: boundSelf, __module__: refField(BUILTIN.module) },
  },
  {
    type: CoreConst.TYPE_METHOD_DESCRIPTOR,
    methods: { __repr__: descriptorRepr("method"), __reduce__: reduceDescriptor },
    attributes: { ...builtinAttributes, __objclass__: objclass },
  },
  {
    type: CoreConst.TYPE_WRAPPER_DESCRIPTOR,
    methods: { __repr__: descriptorRepr("slot wrapper"), __reduce__: reduceDescriptor },
    attributes: { ...builtinAttributes, __objclass__: objclass },
  },
  {
    type: CoreConst.TYPE_CLASSMETHOD_DESCRIPTOR,
    methods: { __repr__: descriptorRepr("method") },
    attributes: { ...builtinAttributes, __objclass__: objclass },
  },
  {
    type: CoreConst.TYPE_METHOD_WRAPPER,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const bound = ctx.heap.peekValue(self + BUILTIN.self);
        return ctx.str(
          `<method-wrapper '${builtinName(ctx, self)}' of ${ctx.typeName(bound)} object at ${address(bound)}>`,
        );
      }),
    },
    attributes: { ...builtinAttributes, __self__: boundSelf, __objclass__: objclass },
  },
  {
    type: CoreConst.TYPE_GETSET_DESCRIPTOR,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const name = textField(ctx.heap, self + Layout.PyGetSet.name);
        return ctx.str(
          `<attribute '${name}' of '${ctx.nameOfType(ctx.heap.readU32(self + Layout.PyGetSet.owner))}' objects>`,
        );
      }),
    },
    attributes: {
      __name__: refField(Layout.PyGetSet.name),
      __objclass__: refField(Layout.PyGetSet.owner),
      __doc__: refField(Layout.PyGetSet.doc),
      __qualname__: {
        get: (ctx, self: Ref) =>
          ctx.str(
            `${typeQualname(ctx.heap, ctx.heap.readU32(self + Layout.PyGetSet.owner))}.${textField(ctx.heap, self + Layout.PyGetSet.name)}`,
          ),
      },
    },
  },
  {
    type: CoreConst.TYPE_MEMBER_DESCRIPTOR,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const name = textField(ctx.heap, self + Layout.PyMember.name);
        return ctx.str(
          `<member '${name}' of '${ctx.nameOfType(ctx.heap.readU32(self + Layout.PyMember.owner))}' objects>`,
        );
      }),
    },
    attributes: {
      __name__: refField(Layout.PyMember.name),
      __objclass__: refField(Layout.PyMember.owner),
      __doc__: refField(Layout.PyMember.doc),
      __qualname__: {
        get: (ctx, self: Ref) =>
          ctx.str(
            `${typeQualname(ctx.heap, ctx.heap.readU32(self + Layout.PyMember.owner))}.${textField(ctx.heap, self + Layout.PyMember.name)}`,
          ),
      },
    },
  },
];

const codeTable: TypeTable = {
  type: CoreConst.TYPE_CODE,
  methods: {
    __repr__: def("($self, /)", (ctx, self: Ref) => {
      const name = textField(ctx.heap, self + CODE.name);
      const file = textField(ctx.heap, self + CODE.filename);
      return ctx.str(
        `<code object ${name} at ${address(self)}, file "${file}", line ${ctx.heap.readU32(self + CODE.first_line)}>`,
      );
    }),
    replace: def("($self, /, **changes)", function* (ctx, self: Ref, changes: Map<string, Value>): Steps<Value> {
      return yield* replaceCode(ctx, self, changes);
    }),
    __replace__: def("($self, /, **changes)", function* (ctx, self: Ref, changes: Map<string, Value>): Steps<Value> {
      return yield* replaceCode(ctx, self, changes);
    }),
    _varname_from_oparg: def("($self, /, oparg)", (ctx, self: Ref, oparg: Value) => {
      const { varNames, cellNames } = readCode(ctx.heap, self);
      const free = ctx.heap.tupleItems(ctx.heap.readU32(self + CODE.free_names)) as Ref[];
      const names = [
        ...varNames,
        ...cellNames.filter((name) => !varNames.includes(name)),
        ...free.map((name) => ctx.heap.text(name)),
      ];
      const name = isSmallInt(oparg) ? names[smallIntOf(oparg)] : undefined;
      if (name === undefined) throw raise("IndexError", "tuple index out of range");
      return ctx.heap.intern(name);
    }),
    co_lines: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const code = readCode(ctx.heap, self);
      const rows: Value[] = [];
      for (const { start, end, line } of stretchesOfLines(lineEntries(code.lineTable, code.firstLine)))
        rows.push(
          ctx.tuple([ctx.int(start * LASTI_UNIT), ctx.int(end * LASTI_UNIT), line === null ? NONE : ctx.int(line)]),
        );
      return yield* ctx.iter(ctx.list(rows));
    }),
    co_positions: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const code = readCode(ctx.heap, self);
      const rows: Value[] = [];
      for (const entry of lineEntries(code.lineTable, code.firstLine)) {
        const l = entry.location;
        const row =
          l === null
            ? ctx.tuple([NONE, NONE, NONE, NONE])
            : ctx.tuple([l.line, l.endLine, l.column, l.endColumn].map((n) => ctx.int(n)));
        for (let word = entry.start; word < entry.end; word++) rows.push(row);
      }
      return yield* ctx.iter(ctx.list(rows));
    }),
  },
  attributes: {
    co_flags: { get: (ctx, self: Ref) => ctx.int(codeFlagsShown(ctx.heap, self)) },
    co_argcount: { get: (ctx, self: Ref) => ctx.int(readCode(ctx.heap, self).argCount) },
    co_posonlyargcount: u16Field(CODE.posonly_count),
    co_kwonlyargcount: u16Field(CODE.kwonly_count),
    co_nlocals: { get: (ctx, self: Ref) => ctx.int(readCode(ctx.heap, self).varNames.length) },
    co_stacksize: {
      get: (ctx, self: Ref) =>
        ctx.int(ctx.heap.readU16(self + CODE.reg_count) - ctx.heap.readU16(self + CODE.local_count)),
    },
    co_varnames: {
      get: (ctx, self: Ref) => ctx.tuple(readCode(ctx.heap, self).varNames.map((name) => ctx.heap.intern(name))),
    },
    co_cellvars: {
      get: (ctx, self: Ref) => ctx.tuple(readCode(ctx.heap, self).cellNames.map((name) => ctx.heap.intern(name))),
    },
    co_freevars: refField(CODE.free_names),
    co_code: {
      get: (ctx, self: Ref) => {
        const at = ctx.heap.readU32(self + CODE.bytecode);
        return ctx.heap.newBytes(ctx.heap.u8.slice(at, at + ctx.heap.readU32(self + CODE.word_count) * 8));
      },
    },
    co_exceptiontable: { get: (ctx) => ctx.heap.newBytes(new Uint8Array(0)) },
    co_linetable: { get: (ctx, self: Ref) => ctx.heap.newBytes(readCode(ctx.heap, self).lineTable) },
  },
};

const PROPERTY = Layout.PyProperty;
const copyProperty = (changed: "getter" | "setter" | "deleter") =>
  def("($self, object, /)", function* (ctx, self: Ref, value: Value): Steps<Value> {
    const read = (offset: number) => {
      const v = ctx.heap.peekValue(self + offset);
      return v === EMPTY ? NONE : v;
    };
    const parts = { getter: read(PROPERTY.getter), setter: read(PROPERTY.setter), deleter: read(PROPERTY.deleter) };
    parts[changed] = value;
    const result = yield* ctx.call(ctx.heap.typeOf(self), [parts.getter, parts.setter, parts.deleter]);
    return result;
  });

const propertyTable: TypeTable = {
  type: CoreConst.TYPE_PROPERTY,
  methods: { getter: copyProperty("getter"), setter: copyProperty("setter"), deleter: copyProperty("deleter") },
  attributes: {
    fget: valueField(PROPERTY.getter),
    fset: valueField(PROPERTY.setter),
    fdel: valueField(PROPERTY.deleter),
    __isabstractmethod__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        for (const offset of [PROPERTY.getter, PROPERTY.setter, PROPERTY.deleter]) {
          const part = ctx.heap.peekValue(self + offset);
          if (part === EMPTY || part === NONE) continue;
          const flag = yield* ctx.findattr(part, "__isabstractmethod__");
          if (flag !== undefined && (yield* ctx.truth(flag))) return ctx.bool(true);
        }
        return ctx.bool(false);
      },
    },
  },
};

const WRAPPER = Layout.PyWrapperMethod;

/** An attribute of the wrapped function that is asked for when it is wanted, kept in the wrapper's own __dict__ from then on. */
function ofWrapped(name: string) {
  return {
    get: function* (ctx: Context, self: Ref): Steps<Value> {
      const dict = yield* ctx.getattr(self, "__dict__");
      const own = ctx.heap.isDict(dict) ? ctx.heap.peekName(dict, name) : EMPTY;
      if (own !== EMPTY) return ctx.heap.hold(own);
      const value = yield* ctx.getattr(ctx.heap.peekValue(self + WRAPPER.callable), name);
      if (ctx.heap.isDict(dict)) ctx.heap.setName(dict, name, value);
      return value;
    },
    set: function* (ctx: Context, self: Ref, value: Value | undefined): Steps<void> {
      const dict = yield* ctx.getattr(self, "__dict__");
      if (!ctx.heap.isDict(dict)) return;
      if (value !== undefined) ctx.heap.setName(dict, name, value);
      else if (!ctx.heap.deleteName(dict, name)) throw raise("AttributeError", name);
    },
  };
}

const wrapperTable = (type: number, name: string): TypeTable => ({
  type,
  methods: {
    __repr__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.str(`<${name}(${yield* ctx.repr(ctx.heap.peekValue(self + WRAPPER.callable))})>`);
    }),
  },
  attributes: {
    __func__: valueField(WRAPPER.callable),
    __wrapped__: valueField(WRAPPER.callable),
    __isabstractmethod__: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        const v = yield* ctx.findattr(ctx.heap.peekValue(self + WRAPPER.callable), "__isabstractmethod__");
        return ctx.bool(v !== undefined && (yield* ctx.truth(v)));
      },
    },
    __annotations__: ofWrapped("__annotations__"),
    __annotate__: ofWrapped("__annotate__"),
  },
});

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
        get: (ctx: Context, self: Ref) =>
          ctx.heap.hold(ctx.heap.readU32(ctx.heap.readU32(self + GEN.function) + FN.code)),
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

function dictOfModule(ctx: Context, self: Ref): Ref {
  const dict = ctx.heap.readU32(self + Layout.PyModule.dict);
  if (dict === 0) throw typeError("<module>.__dict__ is not a dictionary");
  return dict;
}

const moduleTable: TypeTable = {
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
      const name = text("__name__");
      const file = text("__file__");
      const shown = name === undefined ? "'?'" : yield* ctx.repr(ctx.str(name));
      if (file !== undefined) return ctx.str(`<module ${shown} from ${yield* ctx.repr(ctx.str(file))}>`);
      const spec = dict === 0 ? EMPTY : ctx.heap.peekName(dict, "__spec__");
      if (spec !== EMPTY && spec !== NONE) {
        const origin = yield* ctx.findattr(spec, "origin");
        if (origin !== undefined && ctx.heap.isStr(origin))
          return ctx.str(`<module ${shown} (${ctx.heap.text(origin)})>`);
      }
      if (spec === EMPTY || spec === NONE) {
        const loader = dict === 0 ? EMPTY : ctx.heap.peekName(dict, "__loader__");
        if (loader !== EMPTY && loader !== NONE) return ctx.str(`<module ${shown} (${yield* ctx.repr(loader)})>`);
      }
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
  wrapperTable(CoreConst.TYPE_CLASSMETHOD, "classmethod"),
  wrapperTable(CoreConst.TYPE_STATICMETHOD, "staticmethod"),
  generatorTable(CoreConst.TYPE_GENERATOR, "generator", "gi"),
  generatorTable(CoreConst.TYPE_COROUTINE, "coroutine", "cr"),
  generatorTable(CoreConst.TYPE_ASYNC_GENERATOR, "async_generator", "ag"),
  ...frameTables,
  mappingProxyTable,
  moduleTable,
  superTable,
  weakrefTable,
];
