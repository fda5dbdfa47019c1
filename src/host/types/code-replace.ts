// code.replace(): a copy of a code object with other metadata. Krait's bytecode is its own, so what only an assembler for CPython would change is
// refused by name.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { numberOf } from "../../heap/numbers.ts";
import { notImplemented, raise, typeError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import type { Steps } from "../../vm/host-call.ts";

const CODE = Layout.PyCode;
const BLOCKS = [
  { at: CODE.bytecode, bytes: (ctx: Context, code: Ref) => ctx.heap.readU32(code + CODE.word_count) * 8 },
  {
    at: CODE.exception_table,
    bytes: (ctx: Context, code: Ref) => ctx.heap.readU32(code + CODE.exception_count) * Layout.ExceptionEntry.size,
  },
  { at: CODE.line_table, bytes: (ctx: Context, code: Ref) => ctx.heap.readU32(code + CODE.line_table_bytes) },
  { at: CODE.cell_locals, bytes: (ctx: Context, code: Ref) => ctx.heap.readU16(code + CODE.cell_count) * 2 },
] as const;
const REFS = [
  CODE.consts,
  CODE.names,
  CODE.local_names,
  CODE.free_names,
  CODE.name,
  CODE.qualname,
  CODE.filename,
  CODE.doc,
] as const;

function copyCode(ctx: Context, code: Ref): Ref {
  const { heap } = ctx;
  const copy = heap.made(heap.core.newContainer(CoreConst.TYPE_CODE, CODE.size));
  const head = Layout.ObjectHead.size;
  // Plain fields first; references and blocks are given to the copy one by one, so that it can be freed at any time.
  const owned = new Set<number>([...REFS, ...BLOCKS.map((block) => block.at)]);
  for (let at = head; at < CODE.size; at += 4) if (!owned.has(at)) heap.writeU32(copy + at, heap.readU32(code + at));
  for (const at of REFS) heap.setRef(copy + at, heap.readU32(code + at));
  for (const { at, bytes } of BLOCKS) {
    const from = heap.readU32(code + at);
    if (from === 0) continue;
    const count = bytes(ctx, code);
    const to = heap.core.block((count + 7) & ~7);
    if (to === 0) throw heap.takeError();
    heap.u8.copyWithin(to, from, from + count);
    heap.writeU32(copy + at, to);
  }
  heap.core.codeCopied(copy);
  return copy;
}

const TEXT: Readonly<Record<string, number>> = {
  co_name: CODE.name,
  co_qualname: CODE.qualname,
  co_filename: CODE.filename,
};
const TUPLE: Readonly<Record<string, number>> = { co_consts: CODE.consts, co_names: CODE.names };
const KEPT = [
  "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_varnames", "co_freevars", "co_cellvars",
  "co_code", "co_linetable", "co_exceptiontable",
]; // biome-ignore format: a table
/** Flags a program may change: what kind of generator it is (types.coroutine). */
const CHANGEABLE_FLAGS = CoreConst.CODE_ITERABLE_COROUTINE;

export function* replaceCode(ctx: Context, self: Ref, changes: Map<string, Value>): Steps<Value> {
  const { heap } = ctx;
  const copy = copyCode(ctx, self);
  for (const [name, value] of changes) {
    if (TEXT[name] !== undefined) {
      if (!heap.isStr(value))
        throw typeError(`replace() argument '${name}' must be str, not ${ctx.typeNameForError(value)}`);
      heap.setRef(copy + (TEXT[name] as number), heap.core.strIntern(value));
    } else if (TUPLE[name] !== undefined) {
      const field = TUPLE[name] as number;
      if (!heap.isTuple(value))
        throw typeError(`replace() argument '${name}' must be tuple, not ${ctx.typeNameForError(value)}`);
      if (heap.tupleLength(value) < heap.tupleLength(heap.readU32(self + field)))
        throw raise("ValueError", `code: ${name} is too small`);
      heap.setRef(copy + field, value);
    } else if (name === "co_firstlineno")
      heap.writeU32(copy + CODE.first_line, numberOf(heap, yield* ctx.index(value)));
    else if (name === "co_flags") {
      const flags = numberOf(heap, yield* ctx.index(value));
      const old = heap.readU32(self + CODE.flags);
      if ((flags ^ old) & 0xfff & ~CHANGEABLE_FLAGS) throw notImplemented("code.replace() with these co_flags");
      heap.writeU32(copy + CODE.flags, ((old & ~CHANGEABLE_FLAGS) | (flags & CHANGEABLE_FLAGS)) >>> 0);
    } else if (KEPT.includes(name)) {
      if (!(yield* ctx.equal(value, yield* ctx.getattr(self, name)))) throw notImplemented(`code.replace(${name}=…)`);
    } else throw typeError(`replace() got an unexpected keyword argument '${name}'`);
  }
  return copy;
}
