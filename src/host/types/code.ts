// Code objects: their text, methods and computed attributes.
import { type LineEntry, lineEntries } from "../../bytecode/line-table.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { PyError, raise } from "../../heap/py-error.ts";
import { isSmallInt, type Ref, sameValue, smallInt, smallIntOf, type Value } from "../../heap/value.ts";
import { codeFlagsShown, readCode } from "../../vm/code-reader.ts";
import type { Context } from "../../vm/context.ts";
import { codeIdentity, genericWords } from "../../vm/heap-code.ts";
import { def, type Steps } from "../../vm/host-call.ts";
import { address, textField } from "../names.ts";
import type { TypeTable } from "../type-table.ts";
import { lineTableShown, newCode } from "./code-new.ts";
import { replaceCode } from "./code-replace.ts";
import { refField, u16Field } from "./fields.ts";

const { NONE_REF: NONE, NOTIMPLEMENTED_REF: NOT_IMPLEMENTED } = CoreConst;
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

/** undefined: a program has put constants into it that no compiler makes, and it is equal to itself only. */
function identityOf({ heap }: Context, code: Ref): Uint8Array | undefined {
  try {
    return codeIdentity(heap, code);
  } catch (error) {
    if (error instanceof PyError) return undefined;
    throw error;
  }
}
/** Of what is compared, what costs nothing. */
function quickIdentity({ heap }: Context, code: Ref): Value[] {
  const numbers = [CODE.first_line, CODE.word_count, CODE.exception_count, CODE.line_table_bytes];
  return [heap.readU32(code + CODE.name), ...numbers.map((at) => smallInt(heap.readU32(code + at)))];
}
function areEqual(ctx: Context, one: Ref, other: Ref): boolean {
  if (one === other) return true;
  const others = quickIdentity(ctx, other);
  if (!quickIdentity(ctx, one).every((value, i) => sameValue(value, others[i] as Value))) return false;
  const [first, second] = [identityOf(ctx, one), identityOf(ctx, other)];
  return first !== undefined && second !== undefined && Buffer.compare(first, second) === 0;
}

export const codeTable: TypeTable = {
  type: CoreConst.TYPE_CODE,
  methods: {
    __new__: { ...newCode, binding: "static" },
    __repr__: def("($self, /)", (ctx, self: Ref) => {
      const name = textField(ctx.heap, self + CODE.name);
      const file = textField(ctx.heap, self + CODE.filename);
      return ctx.str(
        `<code object ${name} at ${address(self)}, file "${file}", line ${ctx.heap.readU32(self + CODE.first_line)}>`,
      );
    }),
    __eq__: def("($self, value, /)", (ctx, self: Ref, other: Value) =>
      ctx.heap.typeOf(other) === CoreConst.TYPE_CODE ? ctx.bool(areEqual(ctx, self, other as Ref)) : NOT_IMPLEMENTED,
    ),
    __hash__: def("($self, /)", function* (ctx, self: Ref): Steps<Value> {
      return ctx.int(yield* ctx.hash(ctx.tuple(quickIdentity(ctx, self))));
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
      get: (ctx, self: Ref) => ctx.heap.newBytes(new Uint8Array(genericWords(ctx.heap, self).buffer)),
    },
    co_exceptiontable: { get: (ctx) => ctx.heap.newBytes(new Uint8Array(0)) },
    co_linetable: { get: lineTableShown },
  },
};
