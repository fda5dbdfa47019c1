// types.CodeType(…): a code object from what the attributes of another one have said, as pickling tools send functions to other processes. What Krait's
// code needs and CPython's has no attribute for is at the end of co_linetable, behind the lines.
import {
  CodeFlag,
  type CodeObject,
  type Constant,
  type ExceptionEntry,
  type StrConstant,
} from "../../bytecode/code.ts";
import { serialiseCode } from "../../bytecode/serialise.ts";
import { VerifyError, verify } from "../../bytecode/verify.ts";
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { numberOf } from "../../heap/numbers.ts";
import { notImplemented, PyError, typeError, valueError } from "../../heap/py-error.ts";
import type { Ref, Value } from "../../heap/value.ts";
import type { Context } from "../../vm/context.ts";
import { codeOf, constantOf } from "../../vm/heap-code.ts";
import { def, type Steps } from "../../vm/host-call.ts";

interface Rest {
  readonly flags: number;
  readonly localNames: readonly string[];
  readonly cellLocals: readonly number[];
  readonly exceptionTable: readonly ExceptionEntry[];
  readonly doc: StrConstant | null;
}
const HIDDEN_FLAGS = CodeFlag.NAMESPACE | CodeFlag.HIDDEN | CodeFlag.SIMPLE;
const LENGTH_BYTES = 4;

/** co_linetable: the lines, the rest as JSON, the rest's length. */
export function lineTableShown(ctx: Context, code: Ref): Value {
  const { flags, localNames, cellLocals, exceptionTable, doc, lineTable } = codeOf(ctx.heap, code, () => ({
    type: "none",
  }));
  const rest: Rest = { flags: flags & HIDDEN_FLAGS, localNames, cellLocals, exceptionTable, doc };
  const text = Buffer.from(JSON.stringify(rest));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(text.length);
  return ctx.heap.newBytes(Buffer.concat([lineTable, text, length]));
}

function takeApart(table: Uint8Array): { lineTable: Uint8Array; rest: Rest } {
  const bytes = Buffer.from(table);
  try {
    const end = bytes.length - LENGTH_BYTES;
    const start = end - bytes.readUInt32LE(end);
    return { lineTable: bytes.subarray(0, start), rest: JSON.parse(bytes.toString("utf8", start, end)) as Rest };
  } catch {
    throw notImplemented("code objects of bytecode that is not its own");
  }
}

/** Something the verifier can look at in the place of a constant that no compiler makes. */
function plainConstant(ctx: Context, value: Value): Constant {
  try {
    return constantOf(ctx.heap, value);
  } catch (error) {
    if (error instanceof PyError) return { type: "none" };
    throw error;
  }
}

export const newCode = def(
  "($type, argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, " +
    "firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)",
  function* (ctx: Context, _type: Ref, ...args: Value[]): Steps<Value> {
    const { heap } = ctx;
    const numbers: number[] = [];
    for (const at of [0, 1, 2, 3, 4, 5, 13]) numbers.push(numberOf(heap, yield* ctx.index(args[at] as Value)));
    const [argCount, posOnlyCount, kwOnlyCount, , stackSize, flags, firstLine] = numbers as number[] & { length: 7 };
    if (numbers.some((n) => n < 0)) throw valueError("code: argcount must not be negative");
    const checked = (at: number, type: number, name: string): Ref => {
      const value = args[at] as Value;
      if (heap.typeOf(value) !== type)
        throw typeError(`code() argument ${at + 1} must be ${name}, not ${ctx.typeNameForError(value)}`);
      return value as Ref;
    };
    const texts = (at: number): string[] =>
      heap.tupleItems(checked(at, CoreConst.TYPE_TUPLE, "tuple")).map((item) => {
        if (heap.isStr(item)) return heap.text(item);
        throw typeError(`name tuples must contain only strings, not '${ctx.typeName(item)}'`);
      });
    const text = (at: number): string => heap.text(checked(at, CoreConst.TYPE_STR, "str"));
    const bytes = (at: number): Uint8Array => heap.bytesOf(checked(at, CoreConst.TYPE_BYTES, "bytes"));
    const { lineTable, rest } = takeApart(bytes(14));
    const words = new Uint8Array(bytes(6));
    const consts = checked(7, CoreConst.TYPE_TUPLE, "tuple");
    const code: CodeObject = {
      name: text(11),
      qualname: text(12),
      filename: text(10),
      firstLine: firstLine as number,
      flags: (((flags as number) & ~HIDDEN_FLAGS) | (rest.flags & HIDDEN_FLAGS)) >>> 0,
      argCount: argCount as number,
      posOnlyCount: posOnlyCount as number,
      kwOnlyCount: kwOnlyCount as number,
      localNames: rest.localNames,
      cellLocals: rest.cellLocals,
      freeNames: texts(16),
      names: texts(8),
      consts: heap.tupleItems(consts).map((item) => plainConstant(ctx, item)),
      words: new Uint32Array(words.buffer, 0, words.length >> 2),
      exceptionTable: rest.exceptionTable,
      lineTable,
      regCount: rest.localNames.length + (stackSize as number),
      doc: rest.doc,
    };
    let made: Ref;
    try {
      verify(code);
      made = ctx.machine.loadCode(serialiseCode(code));
    } catch (error) {
      if (error instanceof VerifyError || error instanceof TypeError || error instanceof RangeError)
        throw valueError(`code: ${error.message}`);
      throw error;
    }
    heap.setRef(made + Layout.PyCode.consts, consts);
    return made;
  },
);
