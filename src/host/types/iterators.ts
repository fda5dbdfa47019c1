// __reduce__, __setstate__ and __length_hint__ of builtin iterators: how pickle and copy take one that is under way. What the fields of
// PyIterator mean for each type is in native/core/iterators.h. itertools have none (CPython 3.14 took them away).
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { bigIntOf, isInt } from "../../heap/numbers.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY, isSmallInt, smallInt, smallIntOf } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { type Definition, def, type Implementation, type Steps } from "../../vm/host-call.ts";
import type { TypeTable } from "../type-table.ts";

const ITERATOR = Layout.PyIterator;
const REDUCE_DOC = "Return state information for pickling.";
const SETSTATE_DOC = "Set state information for unpickling.";

/** A `__reduce__` that answers this. */
function reducing(reduce: Implementation): Definition {
  return def("($self, /)", reduce, REDUCE_DOC);
}

const sourceOf = (ctx: Context, self: Ref): Value => ctx.heap.hold(ctx.heap.peekValue(self + ITERATOR.source));
const extraOf = (ctx: Context, self: Ref): Value => ctx.heap.hold(ctx.heap.peekValue(self + ITERATOR.extra));

function readI64(ctx: Context, offset: number): bigint {
  return (BigInt(ctx.heap.i32[offset / 4 + 1] as number) << 32n) | BigInt(ctx.heap.readU32(offset));
}
function writeI64(ctx: Context, offset: number, n: bigint): void {
  ctx.heap.writeU32(offset, Number(n & 0xffffffffn));
  ctx.heap.i32[offset / 4 + 1] = Number(n >> 32n);
}
const clip = (n: bigint, low: bigint, high: bigint): bigint => (n < low ? low : n > high ? high : n);

/** An index handed to __setstate__: an int that fits a C ssize_t. */
function stateIndex(ctx: Context, state: Value): bigint {
  if (!isInt(ctx.heap, state)) throw typeError("an integer is required");
  const n = bigIntOf(ctx.heap, state);
  if (n !== BigInt.asIntN(64, n)) throw raise("OverflowError", "Python int too large to convert to C ssize_t");
  return n;
}

// --- iterators with a place in a sequence ------------------------------------------------------------------------------------

/** `u32`: the place is in `index` and goes up; `down`: it is in `n`, goes down and may be -1; `open`: in `n`, goes up, has no bound. */
type Place = "u32" | "down" | "open";

function reduceSequence(maker: "iter" | "reversed", place: Place, empty: (ctx: Context) => Value) {
  return reducing((ctx: Context, self: Ref) => {
    const source = sourceOf(ctx, self);
    if (source === EMPTY) return ctx.tuple([ctx.machine.builtin(maker), ctx.tuple([empty(ctx)])]);
    const at = place === "u32" ? ctx.heap.readU32(self + ITERATOR.index) : readI64(ctx, self + ITERATOR.n);
    return ctx.tuple([ctx.machine.builtin(maker), ctx.tuple([source]), ctx.int(at)]);
  });
}

function setPlace(place: Place, length: (ctx: Context, source: Ref) => number) {
  return def(
    "($self, state, /)",
    (ctx: Context, self: Ref, state: Value) => {
      const n = stateIndex(ctx, state);
      const source = sourceOf(ctx, self);
      if (source === EMPTY) return ctx.none;
      if (place === "open") {
        writeI64(ctx, self + ITERATOR.n, n < 0n ? 0n : n);
        return ctx.none;
      }
      const count = BigInt(length(ctx, source as Ref));
      // A list's iterator may be handed its own "at the end" (CPython's -1).
      if (n < 0n && ctx.heap.typeOf(self) === CoreConst.TYPE_LIST_ITERATOR)
        ctx.heap.setValue(self + ITERATOR.source, EMPTY);
      else if (place === "u32") ctx.heap.writeU32(self + ITERATOR.index, Number(clip(n, 0n, count)));
      else writeI64(ctx, self + ITERATOR.n, clip(n, -1n, count - 1n));
      return ctx.none;
    },
    SETSTATE_DOC,
  );
}

function placed(
  type: number,
  empty: (ctx: Context) => Value,
  length: (ctx: Context, source: Ref) => number,
): TypeTable {
  return { type, methods: { __reduce__: reduceSequence("iter", "u32", empty), __setstate__: setPlace("u32", length) } };
}

const noTuple = (): Value => CoreConst.EMPTY_TUPLE_REF;
const noList = (ctx: Context): Value => ctx.list([]);
const listLength = (ctx: Context, list: Ref) => ctx.heap.listLength(list);
const strLength = (ctx: Context, s: Ref) => ctx.heap.strLength(s);
const bytesLength = (ctx: Context, b: Ref) => ctx.heap.bytesOf(b).length;

// --- iterators over hash tables: what is left, as a list -----------------------------------------------------------------------

function remaining(type: number): TypeTable {
  const reduce = function* (ctx: Context, self: Ref): Steps<Value> {
    // Read to its end and put back: stepping a dict or a set runs no Python code, so nobody sees the iterator meanwhile.
    const source = sourceOf(ctx, self);
    const index = ctx.heap.readU32(self + ITERATOR.index);
    const n = readI64(ctx, self + ITERATOR.n);
    const step = readI64(ctx, self + ITERATOR.step);
    try {
      const items = yield* ctx.call(CoreConst.TYPE_LIST, [self]);
      return ctx.tuple([ctx.machine.builtin("iter"), ctx.tuple([items])]);
    } finally {
      ctx.heap.setValue(self + ITERATOR.source, source);
      ctx.heap.writeU32(self + ITERATOR.index, index);
      writeI64(ctx, self + ITERATOR.n, n);
      writeI64(ctx, self + ITERATOR.step, step);
    }
  };
  return { type, methods: { __reduce__: reducing(reduce) } };
}

// --- range --------------------------------------------------------------------------------------------------------------------

const RANGE = Layout.PyRange;

/** The numbers still to come: first, how many, and their distance. `source` is the range of one whose numbers leave 48 bits. */
function rangeLeft(ctx: Context, self: Ref): { first: bigint; left: bigint; step: bigint } {
  const { heap } = ctx;
  const extra = heap.peekValue(self + ITERATOR.extra);
  if (isSmallInt(extra))
    return {
      first: readI64(ctx, self + ITERATOR.n),
      left: BigInt(smallIntOf(extra)),
      step: readI64(ctx, self + ITERATOR.step),
    };
  const range = heap.peekValue(self + ITERATOR.source) as Ref;
  if (range === EMPTY) return { first: 0n, left: 0n, step: 1n };
  const field = (offset: number) => bigIntOf(heap, heap.peekValue(range + offset));
  const step = field(RANGE.step);
  const n = readI64(ctx, self + ITERATOR.n);
  return { first: field(RANGE.start) + n * step, left: field(RANGE.length) - n, step };
}

function* rangeOf(ctx: Context, first: bigint, left: bigint, step: bigint): Steps<Value> {
  return yield* ctx.call(CoreConst.TYPE_RANGE, [ctx.int(first), ctx.int(first + left * step), ctx.int(step)]);
}

const rangeMethods = (type: number): TypeTable => ({
  type,
  methods: {
    __reduce__: reducing(function* (ctx: Context, self: Ref): Steps<Value> {
      const { first, left, step } = rangeLeft(ctx, self);
      const range = yield* rangeOf(ctx, first, left, step);
      return ctx.tuple([ctx.machine.builtin("iter"), ctx.tuple([range]), ctx.none]);
    }),
    __setstate__: def(
      "($self, state, /)",
      function* (ctx: Context, self: Ref, state: Value): Steps<Value> {
        const { heap } = ctx;
        if (!isInt(heap, state)) throw typeError("an integer is required");
        const { first, left, step } = rangeLeft(ctx, self);
        const skipped = clip(bigIntOf(heap, state), 0n, left);
        const extra = heap.peekValue(self + ITERATOR.extra);
        if (isSmallInt(extra)) {
          writeI64(ctx, self + ITERATOR.n, first + skipped * step);
          heap.writeValue(self + ITERATOR.extra, smallInt(Number(left - skipped)));
        } else if (heap.peekValue(self + ITERATOR.source) !== EMPTY) {
          const rest = yield* rangeOf(ctx, first + skipped * step, left - skipped, step);
          heap.setValue(self + ITERATOR.source, rest);
          writeI64(ctx, self + ITERATOR.n, 0n);
        }
        return ctx.none;
      },
      SETSTATE_DOC,
    ),
  },
});

// --- iterators over other iterators ---------------------------------------------------------------------------------------------

const setStrict = def(
  "($self, state, /)",
  function* (ctx: Context, self: Ref, state: Value): Steps<Value> {
    const strict = yield* ctx.truth(state);
    writeI64(ctx, self + ITERATOR.n, strict ? 1n : 0n);
    return ctx.none;
  },
  SETSTATE_DOC,
);

/** (class, arguments), and True if it is strict. */
function remade(ctx: Context, self: Ref, args: readonly Value[]): Value {
  const parts = [ctx.heap.typeOf(self), ctx.tuple(args)];
  return ctx.tuple(readI64(ctx, self + ITERATOR.n) === 0n ? parts : [...parts, ctx.bool(true)]);
}

// --- the tables --------------------------------------------------------------------------------------------------------------------

export const iteratorTables: readonly TypeTable[] = [
  placed(CoreConst.TYPE_LIST_ITERATOR, noList, listLength),
  placed(CoreConst.TYPE_TUPLE_ITERATOR, noTuple, (ctx, tuple) => ctx.heap.tupleLength(tuple)),
  placed(CoreConst.TYPE_STR_ITERATOR, (ctx) => ctx.str(""), strLength),
  placed(CoreConst.TYPE_STR_ASCII_ITERATOR, (ctx) => ctx.str(""), strLength),
  placed(CoreConst.TYPE_BYTES_ITERATOR, noTuple, bytesLength),
  placed(CoreConst.TYPE_BYTEARRAY_ITERATOR, noTuple, bytesLength),
  {
    type: CoreConst.TYPE_LIST_REVERSE_ITERATOR,
    methods: {
      __reduce__: reduceSequence("reversed", "down", noList),
      __setstate__: setPlace("down", listLength),
    },
  },
  remaining(CoreConst.TYPE_SET_ITERATOR),
  remaining(CoreConst.TYPE_DICT_KEYITERATOR),
  remaining(CoreConst.TYPE_DICT_VALUEITERATOR),
  remaining(CoreConst.TYPE_DICT_ITEMITERATOR),
  remaining(CoreConst.TYPE_DICT_REVERSEKEYITERATOR),
  remaining(CoreConst.TYPE_DICT_REVERSEVALUEITERATOR),
  remaining(CoreConst.TYPE_DICT_REVERSEITEMITERATOR),
  rangeMethods(CoreConst.TYPE_RANGE_ITERATOR),
  rangeMethods(CoreConst.TYPE_LONGRANGE_ITERATOR),
  {
    type: CoreConst.TYPE_SEQUENCE_ITERATOR,
    methods: {
      __reduce__: reduceSequence("iter", "open", noTuple),
      __setstate__: setPlace("open", () => 0),
      __length_hint__: def("($self, /)", function* (ctx: Context, self: Ref): Steps<Value> {
        const source = sourceOf(ctx, self);
        if (source === EMPTY) return ctx.int(0);
        if (ctx.heap.specialOf(source, CoreConst.SPECIAL_len) === 0) return CoreConst.NOTIMPLEMENTED_REF;
        const left = BigInt(yield* ctx.length(source)) - readI64(ctx, self + ITERATOR.n);
        return ctx.int(left < 0n ? 0n : left);
      }),
    },
  },
  {
    type: CoreConst.TYPE_CALLABLE_ITERATOR,
    methods: {
      __reduce__: reducing((ctx, self: Ref) => {
        const source = sourceOf(ctx, self);
        const args = source === EMPTY ? [CoreConst.EMPTY_TUPLE_REF] : [source, extraOf(ctx, self)];
        return ctx.tuple([ctx.machine.builtin("iter"), ctx.tuple(args)]);
      }),
    },
  },
  {
    type: CoreConst.TYPE_REVERSED,
    methods: {
      __reduce__: reducing((ctx, self: Ref) => {
        const source = sourceOf(ctx, self);
        const type = ctx.heap.typeOf(self);
        if (source === EMPTY) return ctx.tuple([type, ctx.tuple([CoreConst.EMPTY_TUPLE_REF])]);
        return ctx.tuple([type, ctx.tuple([source]), ctx.int(readI64(ctx, self + ITERATOR.n))]);
      }),
      __setstate__: def(
        "($self, state, /)",
        function* (ctx: Context, self: Ref, state: Value): Steps<Value> {
          const n = stateIndex(ctx, state);
          const source = sourceOf(ctx, self);
          if (source === EMPTY) return ctx.none;
          const length = BigInt(yield* ctx.length(source));
          writeI64(ctx, self + ITERATOR.n, clip(n, -1n, length - 1n));
          return ctx.none;
        },
        SETSTATE_DOC,
      ),
      __length_hint__: def("($self, /)", function* (ctx: Context, self: Ref): Steps<Value> {
        const source = sourceOf(ctx, self);
        if (source === EMPTY) return ctx.int(0);
        const left = readI64(ctx, self + ITERATOR.n) + 1n;
        return ctx.int(BigInt(yield* ctx.length(source)) < left ? 0n : left);
      }),
    },
  },
  {
    type: CoreConst.TYPE_ENUMERATE,
    methods: {
      __reduce__: reducing((ctx, self: Ref) => {
        const beyond = readI64(ctx, self + ITERATOR.step) === 2n; // the count left 64 bits: it is in `extra`
        const count = beyond ? extraOf(ctx, self) : ctx.int(readI64(ctx, self + ITERATOR.n));
        return ctx.tuple([ctx.heap.typeOf(self), ctx.tuple([sourceOf(ctx, self), count])]);
      }),
    },
  },
  {
    type: CoreConst.TYPE_ZIP,
    methods: {
      __reduce__: reducing((ctx, self: Ref) => {
        const iterators = sourceOf(ctx, self);
        return remade(ctx, self, iterators === EMPTY ? [] : ctx.heap.tupleItems(iterators as Ref));
      }),
      __setstate__: setStrict,
    },
  },
  {
    type: CoreConst.TYPE_MAP,
    methods: {
      __reduce__: reducing((ctx, self: Ref) => {
        const several = readI64(ctx, self + ITERATOR.step) === 1n;
        const iterators = extraOf(ctx, self);
        const all = several ? ctx.heap.tupleItems(iterators as Ref) : [iterators];
        return remade(ctx, self, [sourceOf(ctx, self), ...all]);
      }),
      __setstate__: setStrict,
    },
  },
  {
    type: CoreConst.TYPE_FILTER,
    methods: {
      __reduce__: reducing((ctx, self: Ref) =>
        ctx.tuple([ctx.heap.typeOf(self), ctx.tuple([sourceOf(ctx, self), extraOf(ctx, self)])]),
      ),
    },
  },
];
