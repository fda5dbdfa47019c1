// Builtin functions and methods, and the descriptors that classes written in C have: their text and their computed attributes.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { EMPTY, type Ref, type Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type GetSet } from "../../vm/host-call.ts";
import { address, textField, typeQualname } from "../names.ts";
import type { TypeTable } from "../type-table.ts";
import { refField } from "./fields.ts";

const { NONE_REF: NONE } = CoreConst;
const BUILTIN = Layout.PyBuiltin;

function builtinName(ctx: Context, self: Ref): string {
  return textField(ctx.heap, self + BUILTIN.name);
}
function ownerName(ctx: Context, self: Ref): string {
  const owner = ctx.heap.readU32(self + BUILTIN.owner);
  return owner === 0 ? "?" : ctx.shortNameOfType(owner);
}
/** What the repr and pickle name beside the function: static methods and `__new__` belong to their type; EMPTY: it belongs to a module. */
function holderOf(ctx: Context, self: Ref): Value {
  const bound = ctx.heap.peekValue(self + BUILTIN.self);
  if (bound === EMPTY) return ctx.heap.readU32(self + BUILTIN.owner) || EMPTY;
  return ctx.heap.kindOf(bound) === CoreConst.LAYOUT_MODULE ? EMPTY : bound;
}
const reduceBound = def("($self, /)", (ctx, self: Ref) => {
  const holder = holderOf(ctx, self);
  const name = ctx.heap.hold(ctx.heap.readU32(self + BUILTIN.name));
  return holder === EMPTY ? name : ctx.tuple([ctx.machine.builtin("getattr"), ctx.tuple([holder, name])]);
});
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

export const builtinTables: readonly TypeTable[] = [
  {
    type: CoreConst.TYPE_BUILTIN,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const holder = holderOf(ctx, self);
        const name = builtinName(ctx, self);
        if (holder === EMPTY) return ctx.str(`<built-in function ${name}>`);
        return ctx.str(`<built-in method ${name} of ${ctx.typeName(holder)} object at ${address(holder)}>`);
      }),
      __reduce__: reduceBound,
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
      __reduce__: reduceBound,
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
