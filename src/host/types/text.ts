// str, bytes and bytearray: text of texts, and the methods that need Python code or tables of the host.
import { CoreConst } from "../../heap/generated/layout.ts";
import { isInt, numberOf } from "../../heap/numbers.ts";
import { typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import { EMPTY } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { classMethod, def, type Steps, staticMethod } from "../../vm/host-call.ts";
import { formatStr, parseSpec } from "../format/spec.ts";
import { formatString } from "../format/str-format.ts";
import { reprBytes, reprStr } from "../format/str-repr.ts";
import type { TypeTable } from "../type-table.ts";

/** The text of a str or str subclass as an exact str. */
export function plainStr(ctx: Context, v: Ref): Ref {
  return ctx.heap.isExact(v, CoreConst.TYPE_STR) ? v : ctx.heap.strOfPoints(ctx.heap.codePoints(v));
}

const strMethods: TypeTable = {
  type: CoreConst.TYPE_STR,
  methods: {
    __repr__: def("($self, /)", (ctx, self) => ctx.str(reprStr(ctx.heap, self)), "Return repr(self)."),
    __str__: def("($self, /)", (ctx, self) => plainStr(ctx, self), "Return str(self)."),
    __format__: def("($self, format_spec, /)", function* (ctx, self: Ref, spec: Value): Steps<Value> {
      const text = ctx.needText(spec, "__format__() argument");
      if (text === "" || text === "s") return yield* ctx.strValue(self);
      return ctx.str(formatStr(ctx.heap.text(self), parseSpec(text, ctx.typeName(self), false), ctx.typeName(self)));
    }),
    format_map: def("($self, mapping, /)", function* (ctx, self: Ref, mapping: Value): Steps<Value> {
      const named = (name: string) => ctx.getitem(mapping, ctx.str(name));
      return ctx.str(yield* formatString(ctx, ctx.heap.text(self), { positional: null, named }));
    }),
    translate: def("($self, table, /)", function* (ctx, self: Ref, table: Value): Steps<Value> {
      const { heap } = ctx;
      const out: number[] = [];
      const known = new Map<number, number[]>();
      for (const point of heap.codePoints(self)) {
        let mapped = known.get(point);
        if (mapped === undefined) {
          mapped = yield* translated(ctx, table, point);
          known.set(point, mapped);
        }
        for (const c of mapped) out.push(c);
      }
      return heap.strOfPoints(out);
    }),
    maketrans: staticMethod(
      "(x, y=<unrepresentable>, z=<unrepresentable>, /)",
      (ctx, x: Value, y?: Value, z?: Value) => {
        const { heap } = ctx;
        const dict = heap.dict();
        if (y !== undefined) {
          if (!heap.isStr(x))
            throw typeError("first maketrans argument must be a string if there is a second argument");
          if (!heap.isStr(y)) throw typeError(`maketrans() argument 2 must be str, not ${ctx.typeNameForError(y)}`);
          if (z !== undefined && !heap.isStr(z))
            throw typeError(`maketrans() argument 3 must be str, not ${ctx.typeNameForError(z)}`);
          const from = heap.codePoints(x);
          const to = heap.codePoints(y);
          if (from.length !== to.length) throw valueError("the first two maketrans arguments must have equal length");
          from.forEach((c, i) => {
            heap.dictSet(dict, ctx.int(c), ctx.int(to[i] as number));
          });
          if (z !== undefined)
            for (const c of heap.codePoints(z as Ref)) heap.dictSet(dict, ctx.int(c), CoreConst.NONE_REF);
          return dict;
        }
        if (!heap.isExact(x, CoreConst.TYPE_DICT))
          throw typeError("if you give only one argument to maketrans it must be a dict");
        for (const [key, value] of heap.dictEntries(x as Ref)) {
          if (heap.isStr(key)) {
            if (heap.strLength(key) !== 1) throw valueError("string keys in translate table must be of length 1");
            heap.dictSet(dict, ctx.int(heap.strChar(key, 0)), value);
          } else if (isInt(heap, key)) heap.dictSet(dict, key, value);
          else throw typeError("keys in translate table must be strings or integers");
        }
        return dict;
      },
    ),
    __sizeof__: def("($self, /)", (ctx, self) => ctx.int(41 + ctx.heap.strLength(self))),
  },
};

function* translated(ctx: Context, table: Value, point: number): Steps<number[]> {
  const { heap } = ctx;
  let value: Value;
  try {
    value = yield* ctx.getitem(table, ctx.int(point));
  } catch (error) {
    if (ctx.matches(error, CoreConst.EXC_LookupError)) return [point];
    throw error;
  }
  if (value === CoreConst.NONE_REF) return [];
  if (heap.isStr(value)) return heap.codePoints(value);
  if (isInt(heap, value)) {
    const n = numberOf(heap, value);
    if (n < 0 || n > 0x10ffff) throw valueError("character mapping must be in range(0x110000)");
    return [n];
  }
  throw typeError("character mapping must return integer, None or str");
}

function* hexOf(ctx: Context, self: Ref, separator?: Value, perGroup?: Value): Steps<Value> {
  const { heap } = ctx;
  const hex = Buffer.from(heap.bytesOf(self)).toString("hex");
  if (separator === undefined) return ctx.str(hex);
  const size = perGroup === undefined ? 1 : yield* ctx.size(perGroup);
  const length = yield* ctx.length(separator);
  if (length !== 1) throw valueError("sep must be length 1.");
  const isText = heap.isStr(separator);
  if (!isText && heap.kindOf(separator) !== CoreConst.LAYOUT_BYTES) throw typeError("sep must be str or bytes.");
  const sep = isText ? heap.text(separator as Ref) : Buffer.from(heap.bytesOf(separator as Ref)).toString("latin1");
  if (sep > "\x7f") throw valueError("sep must be ASCII.");
  if (size === 0) return ctx.str(hex);
  const pairs = hex.match(/../g) ?? [];
  const groups: string[] = [];
  if (size > 0)
    for (let end = pairs.length; end > 0; end -= size)
      groups.unshift(pairs.slice(Math.max(0, end - size), end).join(""));
  else for (let from = 0; from < pairs.length; from -= size) groups.push(pairs.slice(from, from - size).join(""));
  return ctx.str(groups.join(sep));
}

function* fromHex(ctx: Context, source: Value): Steps<Uint8Array> {
  const { heap } = ctx;
  let text: string;
  if (heap.isStr(source)) text = heap.text(source);
  else if (isBytesLike(ctx, source)) text = Buffer.from(heap.bytesOf(yield* bytesLike(ctx, source))).toString("latin1");
  else throw typeError(`fromhex() argument must be str or bytes-like, not ${ctx.typeName(source)}`);
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (/[ \t\n\r\f\v]/.test(text[at] as string)) {
      at++;
      continue;
    }
    const pair = text.slice(at, at + 2);
    if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
      if (/^[0-9a-fA-F]$/.test(pair))
        throw valueError("fromhex() arg must contain an even number of hexadecimal digits");
      const bad = /^[0-9a-fA-F]/.test(pair) ? at + 1 : at;
      throw valueError(`non-hexadecimal number found in fromhex() arg at position ${bad}`);
    }
    bytes.push(Number.parseInt(pair, 16));
    at += 2;
  }
  return Uint8Array.from(bytes);
}

function byteMethods(type: number, name: string): TypeTable {
  return {
    type,
    methods: {
      __repr__: def("($self, /)", (ctx, self) => {
        const text = reprBytes(ctx.heap.bytesOf(self), name !== "bytes");
        return ctx.str(name === "bytes" ? text : `${ctx.typeName(self)}(${text})`);
      }),
      __str__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
        return yield* ctx.reprValue(self);
      }),
      __buffer__: def("($self, flags, /)", function* (ctx, self: Ref): Steps<Value> {
        return yield* ctx.call(ctx.machine.builtin("memoryview"), [self]);
      }),
      hex: def("($self, /, sep=<unrepresentable>, bytes_per_sep=1)", hexOf),
      fromhex: classMethod("($type, string, /)", function* (ctx, cls: Ref, text: Value): Steps<Value> {
        const data = ctx.heap.newBytes(yield* fromHex(ctx, text));
        return cls === CoreConst.TYPE_BYTES ? data : yield* ctx.call(cls, [data]);
      }),
      expandtabs: def("($self, /, tabsize=8)", function* (ctx, self: Ref, size?: Value): Steps<Value> {
        const tab = size === undefined ? 8 : yield* ctx.size(size);
        let column = 0;
        const out: number[] = [];
        for (const byte of ctx.heap.bytesOf(self)) {
          if (byte === 9) {
            if (tab > 0) for (let n = tab - (column % tab); n > 0; n--, column++) out.push(32);
            continue;
          }
          out.push(byte);
          column = byte === 10 || byte === 13 ? 0 : column + 1;
        }
        const result = ctx.heap.newBytes(Uint8Array.from(out));
        return name === "bytes" ? result : yield* ctx.call(CoreConst.TYPE_BYTEARRAY, [result]);
      }),
      translate: def(
        "($self, table, /, delete=b'')",
        function* (ctx, self: Ref, table: Value, remove?: Value): Steps<Value> {
          const { heap } = ctx;
          let map: Uint8Array | undefined;
          if (table !== CoreConst.NONE_REF) {
            map = heap.bytesOf(yield* bytesLike(ctx, table));
            if (map.length !== 256) throw valueError("translation table must be 256 characters long");
          }
          const dropped = remove === undefined ? new Uint8Array() : heap.bytesOf(yield* bytesLike(ctx, remove));
          const data = heap.bytesOf(self).filter((byte) => !dropped.includes(byte));
          const result = heap.newBytes(map ? data.map((byte) => map[byte] as number) : data);
          return name === "bytes" ? result : yield* ctx.call(CoreConst.TYPE_BYTEARRAY, [result]);
        },
      ),
      maketrans: staticMethod("(frm, to, /)", function* (ctx, from: Value, to: Value): Steps<Value> {
        const { heap } = ctx;
        const a = heap.bytesOf(yield* bytesLike(ctx, from));
        const b = heap.bytesOf(yield* bytesLike(ctx, to));
        if (a.length !== b.length) throw valueError("maketrans arguments must have same length");
        const table = Uint8Array.from({ length: 256 }, (_, i) => i);
        a.forEach((byte, i) => {
          table[byte] = b[i] as number;
        });
        return heap.newBytes(table);
      }),
      ...(name === "bytes"
        ? {
            __bytes__: def("($self, /)", (ctx, self) => ctx.heap.newBytes(ctx.heap.bytesOf(self))),
            __getnewargs__: def("($self, /)", (ctx, self) => ctx.tuple([ctx.heap.newBytes(ctx.heap.bytesOf(self))])),
          }
        : {
            __alloc__: def("($self, /)", (ctx, self) => ctx.int(ctx.heap.bytesOf(self).length + 1)),
            __reduce__: def("($self, /)", function* (ctx, self): Steps<Value> {
              const state = yield* ctx.callMethod(self, "__getstate__");
              return ctx.tuple([ctx.heap.typeOf(self), ctx.tuple([ctx.heap.newBytes(ctx.heap.bytesOf(self))]), state]);
            }),
          }),
    },
  };
}

function isBytes(ctx: Context, v: Value): boolean {
  const kind = ctx.heap.kindOf(v);
  return kind === CoreConst.LAYOUT_BYTES || kind === CoreConst.LAYOUT_BYTEARRAY;
}

export function isBytesLike(ctx: Context, v: Value): boolean {
  return isBytes(ctx, v) || ctx.heap.specialOf(v, CoreConst.SPECIAL_buffer) !== EMPTY;
}

export function* bytesLike(ctx: Context, v: Value): Steps<Ref> {
  if (isBytes(ctx, v)) return v as Ref;
  if (isBytesLike(ctx, v)) return (yield* ctx.call(CoreConst.TYPE_BYTES, [v])) as Ref;
  throw typeError(`a bytes-like object is required, not '${ctx.typeName(v)}'`);
}

export const textTables: readonly TypeTable[] = [
  strMethods,
  byteMethods(CoreConst.TYPE_BYTES, "bytes"),
  byteMethods(CoreConst.TYPE_BYTEARRAY, "bytearray"),
];
