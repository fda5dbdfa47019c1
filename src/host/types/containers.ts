// Text of containers, and their __reduce__ and the like.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, isSmallInt, smallIntOf } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import { address } from "../names.ts";
import { guarded } from "../repr-guard.ts";
import type { TypeTable } from "../type-table.ts";

function* joined(ctx: Context, items: readonly Value[]): Steps<string> {
  const parts: string[] = [];
  for (const item of items) parts.push(yield* ctx.repr(item));
  return parts.join(", ");
}

function* reprList(ctx: Context, self: Ref): Steps<Value> {
  if (ctx.heap.listLength(self) === 0) return ctx.str("[]");
  const text = yield* guarded(ctx, self, "[...]", function* () {
    const { heap } = ctx;
    const parts: string[] = [];
    // The list may change while a __repr__ runs.
    for (let i = 0; i < heap.listLength(self); i++) parts.push(yield* ctx.repr(heap.hold(heap.peekListItem(self, i))));
    return `[${parts.join(", ")}]`;
  });
  return ctx.str(text);
}

function* reprTuple(ctx: Context, self: Ref): Steps<Value> {
  const items = ctx.heap.tupleItems(self);
  const text = yield* guarded(ctx, self, "(...)", function* () {
    return `(${yield* joined(ctx, items)}${items.length === 1 ? "," : ""})`;
  });
  return ctx.str(text);
}

function* reprDict(ctx: Context, self: Ref): Steps<Value> {
  const text = yield* guarded(ctx, self, "{...}", function* () {
    const parts: string[] = [];
    for (const [key, value] of ctx.heap.dictEntries(self))
      parts.push(`${yield* ctx.repr(key)}: ${yield* ctx.repr(value)}`);
    return `{${parts.join(", ")}}`;
  });
  return ctx.str(text);
}

function* reprSet(ctx: Context, self: Ref): Steps<Value> {
  const name = ctx.typeName(self);
  const items = ctx.heap.setItems(self);
  if (items.length === 0) return ctx.str(`${name}()`);
  const text = yield* guarded(ctx, self, `${name}(...)`, function* () {
    const body = `{${yield* joined(ctx, items)}}`;
    return ctx.heap.isExact(self, CoreConst.TYPE_SET) ? body : `${name}(${body})`;
  });
  return ctx.str(text);
}

const repr = (body: (ctx: Context, self: Ref) => Steps<Value>) =>
  def(
    "($self, /)",
    function* (ctx: Context, self: Ref): Steps<Value> {
      return yield* body(ctx, self);
    },
    "Return repr(self).",
  );

const RANGE = Layout.PyRange;
const SLICE = Layout.PySlice;

function fields(ctx: Context, self: Ref, ...offsets: number[]): Value[] {
  return offsets.map((offset) => ctx.heap.hold(ctx.heap.peekValue(self + offset)));
}

/** Views of OrderedDicts show the names that CPython's own classes for them have. */
function isOrderedDict(ctx: Context, dict: Ref): boolean {
  const cls = ctx.machine.moduleGlobal("_collections", "OrderedDict");
  return cls !== EMPTY && ctx.heap.isSubtype(ctx.heap.typeOf(dict), cls as Ref);
}

const views = (type: number, name: string): TypeTable => ({
  type,
  methods: {
    __repr__: repr(function* (ctx, self) {
      const text = yield* guarded(ctx, self, "...", function* () {
        const list = (yield* ctx.call(CoreConst.TYPE_LIST, [self])) as Ref;
        const isOrdered = isOrderedDict(ctx, ctx.heap.readU32(self + Layout.PyDictView.dict));
        return `${isOrdered ? name.replace("dict", "odict") : name}(${yield* ctx.repr(list)})`;
      });
      return ctx.str(text);
    }),
  },
  attributes: {
    mapping: {
      get: function* (ctx: Context, self: Ref): Steps<Value> {
        return yield* ctx.call(CoreConst.TYPE_MAPPINGPROXY, [ctx.heap.readU32(self + Layout.PyDictView.dict)]);
      },
    },
  },
});

const setMethods = (type: number): TypeTable => ({
  type,
  methods: {
    __repr__: repr(reprSet),
    __reduce__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      const state = yield* ctx.callMethod(self, "__getstate__");
      return ctx.tuple([ctx.heap.typeOf(self), ctx.tuple([ctx.list(ctx.heap.setItems(self))]), state]);
    }),
  },
});

export const containerTables: readonly TypeTable[] = [
  { type: CoreConst.TYPE_LIST, methods: { __repr__: repr(reprList) } },
  {
    type: CoreConst.TYPE_TUPLE,
    methods: {
      __repr__: repr(reprTuple),
      __getnewargs__: def("($self, /)", (ctx, self) => ctx.tuple([ctx.tuple(ctx.heap.tupleItems(self))])),
    },
  },
  { type: CoreConst.TYPE_DICT, methods: { __repr__: repr(reprDict) } },
  setMethods(CoreConst.TYPE_SET),
  setMethods(CoreConst.TYPE_FROZENSET),
  views(CoreConst.TYPE_DICT_KEYS, "dict_keys"),
  views(CoreConst.TYPE_DICT_VALUES, "dict_values"),
  views(CoreConst.TYPE_DICT_ITEMS, "dict_items"),
  {
    type: CoreConst.TYPE_RANGE,
    methods: {
      __repr__: repr(function* (ctx, self) {
        const [start, stop, step] = fields(ctx, self, RANGE.start, RANGE.stop, RANGE.step) as [Value, Value, Value];
        const both = `${yield* ctx.repr(start)}, ${yield* ctx.repr(stop)}`;
        const one = isSmallInt(step) && smallIntOf(step) === 1;
        return ctx.str(one ? `range(${both})` : `range(${both}, ${yield* ctx.repr(step)})`);
      }),
      __reduce__: def("($self, /)", (ctx, self) =>
        ctx.tuple([CoreConst.TYPE_RANGE, ctx.tuple(fields(ctx, self, RANGE.start, RANGE.stop, RANGE.step))]),
      ),
    },
    attributes: {
      start: { get: (ctx, self) => fields(ctx, self, RANGE.start)[0]! },
      stop: { get: (ctx, self) => fields(ctx, self, RANGE.stop)[0]! },
      step: { get: (ctx, self) => fields(ctx, self, RANGE.step)[0]! },
    },
  },
  {
    type: CoreConst.TYPE_SLICE,
    methods: {
      __repr__: repr(function* (ctx, self) {
        return ctx.str(`slice(${yield* joined(ctx, fields(ctx, self, SLICE.start, SLICE.stop, SLICE.step))})`);
      }),
      __reduce__: def("($self, /)", (ctx, self) =>
        ctx.tuple([CoreConst.TYPE_SLICE, ctx.tuple(fields(ctx, self, SLICE.start, SLICE.stop, SLICE.step))]),
      ),
    },
    attributes: {
      start: { get: (ctx, self) => fields(ctx, self, SLICE.start)[0]! },
      stop: { get: (ctx, self) => fields(ctx, self, SLICE.stop)[0]! },
      step: { get: (ctx, self) => fields(ctx, self, SLICE.step)[0]! },
    },
  },
  {
    type: CoreConst.TYPE_MAPPINGPROXY,
    methods: {
      __repr__: repr(function* (ctx, self) {
        return ctx.str(`mappingproxy(${yield* ctx.repr(fields(ctx, self, Layout.PyMappingProxy.mapping)[0]!)})`);
      }),
      __str__: repr(function* (ctx, self) {
        return yield* ctx.strValue(fields(ctx, self, Layout.PyMappingProxy.mapping)[0]!);
      }),
    },
  },
  {
    type: CoreConst.TYPE_CELL,
    methods: {
      __repr__: def("($self, /)", (ctx, self: Ref) => {
        const content = ctx.heap.peekCell(self);
        const what = content === 0 ? "empty" : `${ctx.typeName(content)} object at ${address(content)}`;
        return ctx.str(`<cell at ${address(self)}: ${what}>`);
      }),
    },
  },
  {
    type: CoreConst.TYPE_NONETYPE,
    methods: {
      __repr__: def("($self, /)", (ctx) => ctx.heap.intern("None")),
      __bool__: def("($self, /)", (ctx) => ctx.bool(false)),
    },
  },
  {
    type: CoreConst.TYPE_NOTIMPLEMENTED,
    methods: {
      __repr__: def("($self, /)", (ctx) => ctx.heap.intern("NotImplemented")),
      __reduce__: def("($self, /)", (ctx) => ctx.heap.intern("NotImplemented")),
    },
  },
  {
    type: CoreConst.TYPE_ELLIPSIS,
    methods: {
      __repr__: def("($self, /)", (ctx) => ctx.heap.intern("Ellipsis")),
      __reduce__: def("($self, /)", (ctx) => ctx.heap.intern("Ellipsis")),
    },
  },
];
