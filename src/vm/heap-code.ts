// A code object of the heap as the compiler's plain data again: for marshal and comparison. Instructions that the interpreter has specialised for the operands
// it saw get back their generic form, and inline caches what the compiler had written there.
import type { CodeObject, Constant, ExceptionEntry, StrConstant } from "../bytecode/code.ts";
import { CodeFlag } from "../bytecode/code.ts";
import { OPCODES, type OpcodeInfo } from "../bytecode/opcodes.ts";
import { serialiseCode } from "../bytecode/serialise.ts";
import { SPECIALISED } from "../bytecode/specialised.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { complexOf, integerOf } from "../heap/numbers.ts";
import { valueError } from "../heap/py-error.ts";
import { isFloat, isSmallInt, type Ref, smallIntOf, type Value } from "../heap/value.ts";

const CODE = Layout.PyCode;

interface Generic {
  readonly id: number;
  readonly caches: number;
  /** What of each cache word is the compiler's: a mask for the low 32 bits, and whether the high ones count. */
  readonly keep: readonly (readonly [low: number, high: boolean])[];
}

const ALL = 0xffffffff;
const OPERATION = 0x00ff0000; // byte 2 of the first cache word

function keptWords(name: string, caches: number): (readonly [number, boolean])[] {
  const words: (readonly [number, boolean])[] = new Array(caches).fill([0, false]);
  if (/^(BINARY|COMPARE|JUMP_CMP)(_K)?$/.test(name)) {
    words[0] = [OPERATION, false];
    if (name.endsWith("_K")) words[1] = [ALL, true];
  }
  if (name === "CALL_KW" || name === "CALL_METHOD_KW") words[0] = [ALL, false];
  return words;
}

let generics: Generic[] | undefined;

function genericTable(): Generic[] {
  if (generics !== undefined) return generics;
  generics = [];
  for (const [name, info] of Object.entries<OpcodeInfo>(OPCODES)) {
    const caches = info.caches ?? 0;
    generics[info.id] = { id: info.id, caches, keep: keptWords(name, caches) };
  }
  for (const info of Object.values(SPECIALISED)) {
    const original = generics[OPCODES[info.specialises as keyof typeof OPCODES].id];
    if (original !== undefined) generics[info.id] = original;
  }
  return generics;
}

/** Instruction words of a code object as the compiler made them. */
export function genericWords(heap: Heap, code: Ref): Uint32Array {
  const table = genericTable();
  const at = heap.readU32(code + CODE.bytecode) / 4;
  const count = heap.readU32(code + CODE.word_count);
  const words = heap.u32.slice(at, at + count * 2);
  for (let i = 0; i < count; ) {
    const low = words[i * 2] as number;
    const generic = table[low & 0xff];
    if (generic === undefined) throw valueError(`unmarshallable object: unknown instruction ${low & 0xff}`);
    words[i * 2] = ((low & ~0xff) | generic.id) >>> 0;
    i++;
    for (const [mask, high] of generic.keep) {
      words[i * 2] = ((words[i * 2] as number) & mask) >>> 0;
      if (!high) words[i * 2 + 1] = 0;
      i++;
    }
  }
  return words;
}

function strConstant(heap: Heap, ref: Ref): StrConstant {
  const value = heap.text(ref);
  // Two lone surrogates side by side would become one code point: such texts keep their points.
  const same = Array.from(value).length === heap.strLength(ref);
  return { type: "str", value, points: same ? null : heap.codePoints(ref) };
}

export function constantOf(heap: Heap, v: Value): Constant {
  if (isFloat(v)) return { type: "float", value: v.value };
  if (isSmallInt(v)) return { type: "int", value: smallIntOf(v) };
  const ref = v as Ref;
  switch (ref) {
    case CoreConst.NONE_REF:
      return { type: "none" };
    case CoreConst.TRUE_REF:
      return { type: "true" };
    case CoreConst.FALSE_REF:
      return { type: "false" };
    case CoreConst.ELLIPSIS_REF:
      return { type: "ellipsis" };
  }
  switch (heap.typeOf(ref)) {
    case CoreConst.TYPE_INT:
      return { type: "int", value: integerOf(heap, ref) };
    case CoreConst.TYPE_COMPLEX:
      return { type: "complex", ...complexOf(heap, ref) };
    case CoreConst.TYPE_STR:
      return strConstant(heap, ref);
    case CoreConst.TYPE_BYTES:
      return { type: "bytes", value: heap.bytesOf(ref) };
    case CoreConst.TYPE_TUPLE:
      return { type: "tuple", items: heap.tupleItems(ref).map((item) => constantOf(heap, item)) };
    case CoreConst.TYPE_FROZENSET:
      return { type: "frozenset", items: heap.setItems(ref).map((item) => constantOf(heap, item)) };
    case CoreConst.TYPE_SLICE: {
      const parts = [Layout.PySlice.start, Layout.PySlice.stop, Layout.PySlice.step] as const;
      const [start, stop, step] = parts.map((offset) => constantOf(heap, heap.peekValue(ref + offset)));
      return { type: "slice", items: [start as Constant, stop as Constant, step as Constant] };
    }
    case CoreConst.TYPE_CODE:
      return { type: "code", code: codeOf(heap, ref) };
  }
  throw valueError("unmarshallable object");
}

/** The plain data of a code object. Throws ValueError if a constant is none the compiler could have made. */
export function codeOf(heap: Heap, code: Ref, constant = constantOf): CodeObject {
  const text = (offset: number) => heap.text(heap.readU32(code + offset));
  const texts = (offset: number) => {
    const tuple = heap.readU32(code + offset);
    return tuple === 0 ? [] : heap.tupleItems(tuple).map((name) => heap.text(name as Ref));
  };
  const flags = heap.readU32(code + CODE.flags);
  const consts = heap.readU32(code + CODE.consts);
  const exceptionTable: ExceptionEntry[] = [];
  const tableAt = heap.readU32(code + CODE.exception_table);
  const E = Layout.ExceptionEntry;
  for (let i = 0, n = heap.readU32(code + CODE.exception_count); i < n; i++) {
    const at = tableAt + i * E.size;
    exceptionTable.push({
      start: heap.readU32(at + E.start),
      end: heap.readU32(at + E.end),
      handler: heap.readU32(at + E.handler),
      firstTemp: heap.readU16(at + E.first_temp),
      excReg: heap.readU16(at + E.exc_reg),
    });
  }
  const lines = heap.readU32(code + CODE.line_table);
  const cells = heap.readU32(code + CODE.cell_locals) / 2;
  const doc = heap.readU32(code + CODE.doc);
  return {
    name: text(CODE.name),
    qualname: text(CODE.qualname),
    filename: text(CODE.filename),
    firstLine: heap.readU32(code + CODE.first_line),
    flags,
    argCount: flags & CodeFlag.NAMESPACE ? 0 : heap.readU16(code + CODE.arg_count),
    posOnlyCount: heap.readU16(code + CODE.posonly_count),
    kwOnlyCount: heap.readU16(code + CODE.kwonly_count),
    localNames: texts(CODE.local_names),
    cellLocals: Array.from(heap.u16.subarray(cells, cells + heap.readU16(code + CODE.cell_count))),
    freeNames: texts(CODE.free_names),
    names: texts(CODE.names),
    consts: consts === 0 ? [] : heap.tupleItems(consts).map((item) => constant(heap, item)),
    words: genericWords(heap, code),
    exceptionTable,
    lineTable:
      lines === 0 ? new Uint8Array() : heap.u8.slice(lines, lines + heap.readU32(code + CODE.line_table_bytes)),
    regCount: heap.readU16(code + CODE.reg_count),
    doc: doc === 0 ? null : strConstant(heap, doc),
  };
}

/** Bytes that are the same for two code objects if they are equal: all that running them depends on. Throws as codeOf does. */
export function codeIdentity(heap: Heap, code: Ref): Uint8Array {
  return serialiseCode(withoutPlace(codeOf(heap, code)));
}

/** CPython compares neither the file nor the qualified name. */
function withoutPlace(code: CodeObject): CodeObject {
  const consts = code.consts.map((one) =>
    one.type === "code" ? { type: one.type, code: withoutPlace(one.code) } : one,
  );
  return { ...code, filename: "", qualname: "", consts };
}
