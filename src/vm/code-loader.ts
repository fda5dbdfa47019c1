// Writes compiled code (plain data of src/bytecode) into the heap. Strings among constants and names are interned there, because the core
// compares them by reference.
import type { CodeObject, Constant } from "../bytecode/code.ts";
import { CodeFlag } from "../bytecode/code.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import { complex, int } from "../heap/numbers.ts";
import { raise } from "../heap/py-error.ts";
import type { Ref, Value } from "../heap/value.ts";
import { EMPTY, float } from "../heap/value.ts";

const CODE = Layout.PyCode;

/** A code object in the heap, held by the pool. */
export function loadCode(heap: Heap, code: CodeObject): Ref {
  const names = (list: readonly string[]) => heap.tuple(list.map((name) => internStr(heap, heap.str(name))));
  const consts = heap.tuple(code.consts.map((constant) => loadConstant(heap, constant)));
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_CODE, CODE.size));
  const setRef = (field: number, target: Ref) => heap.setRef(ref + field, target);
  heap.writeU32(ref + CODE.flags, code.flags);
  // The namespace travels as the only argument: it is register 0.
  heap.writeU16(ref + CODE.arg_count, code.flags & CodeFlag.NAMESPACE ? 1 : code.argCount);
  heap.writeU16(ref + CODE.posonly_count, code.posOnlyCount);
  heap.writeU16(ref + CODE.kwonly_count, code.kwOnlyCount);
  heap.writeU16(ref + CODE.local_count, code.localNames.length);
  heap.writeU16(ref + CODE.reg_count, code.regCount);
  heap.writeU16(ref + CODE.free_count, code.freeNames.length);
  heap.writeU16(ref + CODE.cell_count, code.cellLocals.length);
  setRef(CODE.consts, consts);
  setRef(CODE.names, names(code.names));
  setRef(CODE.local_names, names(code.localNames));
  setRef(CODE.free_names, names(code.freeNames));
  setRef(CODE.name, internStr(heap, heap.str(code.name)));
  setRef(CODE.qualname, internStr(heap, heap.str(code.qualname)));
  setRef(CODE.filename, internStr(heap, heap.str(code.filename)));
  if (code.doc !== null) setRef(CODE.doc, loadConstant(heap, code.doc) as Ref);
  heap.writeU32(ref + CODE.first_line, code.firstLine);

  const bytecode = block(heap, code.words.length * 4);
  heap.u32.set(code.words, bytecode / 4);
  heap.writeU32(ref + CODE.bytecode, bytecode);
  heap.writeU32(ref + CODE.word_count, code.words.length / 2);

  if (code.exceptionTable.length > 0) {
    const entry = Layout.ExceptionEntry;
    const table = block(heap, code.exceptionTable.length * entry.size);
    code.exceptionTable.forEach((row, i) => {
      const at = table + i * entry.size;
      heap.writeU32(at + entry.start, row.start);
      heap.writeU32(at + entry.end, row.end);
      heap.writeU32(at + entry.handler, row.handler);
      heap.writeU16(at + entry.first_temp, row.firstTemp);
      heap.writeU16(at + entry.exc_reg, row.excReg);
    });
    heap.writeU32(ref + CODE.exception_table, table);
    heap.writeU32(ref + CODE.exception_count, code.exceptionTable.length);
  }
  if (code.lineTable.length > 0) {
    const table = block(heap, code.lineTable.length);
    heap.u8.set(code.lineTable, table);
    heap.writeU32(ref + CODE.line_table, table);
    heap.writeU32(ref + CODE.line_table_bytes, code.lineTable.length);
  }
  if (code.cellLocals.length > 0) {
    const cells = block(heap, code.cellLocals.length * 2);
    heap.u16.set(code.cellLocals, cells / 2);
    heap.writeU32(ref + CODE.cell_locals, cells);
  }
  return ref;
}

function block(heap: Heap, bytes: number): number {
  const at = heap.core.block((bytes + 7) & ~7);
  if (at === 0) throw heap.readU32(Layout.VM.exception) ? heap.takeError() : raise("MemoryError");
  return at;
}

/** The interned str equal to `ref`. */
export function internStr(heap: Heap, ref: Ref): Ref {
  return heap.hold(heap.core.strIntern(ref));
}

export function loadConstant(heap: Heap, constant: Constant): Value {
  switch (constant.type) {
    case "none":
      return CoreConst.NONE_REF;
    case "true":
      return CoreConst.TRUE_REF;
    case "false":
      return CoreConst.FALSE_REF;
    case "ellipsis":
      return CoreConst.ELLIPSIS_REF;
    case "int":
      return int(heap, constant.value);
    case "float":
      return float(constant.value);
    case "complex":
      return complex(heap, constant.real, constant.imag);
    case "str":
      return internStr(heap, constant.points ? heap.strOfPoints(constant.points) : heap.str(constant.value));
    case "bytes":
      return heap.newBytes(constant.value);
    case "tuple":
      return heap.tuple(constant.items.map((item) => loadConstant(heap, item)));
    case "frozenset": {
      // CPython's compiler makes such a constant twice, the second time from the items in the order of the first: the order can be seen.
      const items = constant.items.map((item) => loadConstant(heap, item));
      return heap.set(heap.setItems(heap.set(items, CoreConst.TYPE_FROZENSET)), CoreConst.TYPE_FROZENSET);
    }
    case "slice": {
      const [start, stop, step] = constant.items.map((item) => loadConstant(heap, item));
      return newSlice(heap, start as Value, stop as Value, step as Value);
    }
    case "code":
      return loadCode(heap, constant.code);
  }
}

export function newSlice(heap: Heap, start: Value, stop: Value, step: Value): Ref {
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_SLICE, Layout.PySlice.size));
  heap.setValue(ref + Layout.PySlice.start, start);
  heap.setValue(ref + Layout.PySlice.stop, stop);
  heap.setValue(ref + Layout.PySlice.step, step);
  return ref;
}

/** A function of module-level code, ready to be called without arguments; see CODE_NAMESPACE for `namespace`. */
export function moduleFunction(heap: Heap, code: Ref, globals: Ref, name: string): Ref {
  const FN = Layout.PyFunction;
  const ref = heap.made(heap.core.newContainer(CoreConst.TYPE_FUNCTION, FN.size));
  heap.setRef(ref + FN.code, code);
  heap.setRef(ref + FN.globals, globals);
  heap.setRef(ref + FN.builtins, builtinsOf(heap, globals));
  heap.setRef(ref + FN.name, heap.intern(name));
  heap.setRef(ref + FN.qualname, heap.intern(name));
  heap.writeU32(ref + FN.version, nextFunctionVersion(heap));
  return ref;
}

function nextFunctionVersion(heap: Heap): number {
  const version = heap.readU32(Layout.VM.function_version) + 1;
  heap.writeU32(Layout.VM.function_version, version);
  return version;
}

/** `__builtins__` of a globals dict (a module or its dict), else the real ones. */
export function builtinsOf(heap: Heap, globals: Ref): Ref {
  const own = heap.peekName(globals, "__builtins__");
  if (own !== EMPTY && typeof own === "number") {
    const kind = heap.kindOf(own);
    if (kind === CoreConst.LAYOUT_DICT) return own;
    if (kind === CoreConst.LAYOUT_MODULE) return heap.readU32(own + Layout.PyModule.dict);
  }
  return heap.readU32(Layout.VM.builtins_dict);
}
