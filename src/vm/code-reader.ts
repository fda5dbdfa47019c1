// What a code object in the heap says about itself: the inverse of code-loader.ts for what tracebacks, frames and co_* attributes need.
import { CodeFlag } from "../bytecode/code.ts";
import { CoreConst, Layout } from "../heap/generated/layout.ts";
import type { Heap } from "../heap/heap.ts";
import type { Ref } from "../heap/value.ts";

const CODE = Layout.PyCode;

export interface CodeInfo {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly flags: number;
  /** co_argcount. */
  readonly argCount: number;
  readonly kwOnlyCount: number;
  /** Names of all local registers, cells included. */
  readonly localNames: readonly string[];
  /** co_varnames: parameters and plain locals. */
  readonly varNames: readonly string[];
  /** co_cellvars. */
  readonly cellNames: readonly string[];
  /** Registers that hold cells. */
  readonly cellLocals: readonly number[];
  readonly freeNames: readonly string[];
  readonly lineTable: Uint8Array;
}

export function readCode(heap: Heap, code: Ref): CodeInfo {
  const names = (at: number) => {
    const tuple = heap.readU32(code + at);
    return tuple === 0 ? [] : heap.tupleItems(tuple).map((name) => heap.text(name as Ref));
  };
  const text = (at: number) => {
    const ref = heap.readU32(code + at);
    return ref === 0 ? "?" : heap.text(ref);
  };
  const flags = heap.readU32(code + CODE.flags);
  const localNames = names(CODE.local_names);
  const cellAt = heap.readU32(code + CODE.cell_locals);
  const cellLocals: number[] = [];
  for (let i = 0, n = heap.readU16(code + CODE.cell_count); i < n; i++) cellLocals.push(heap.readU16(cellAt + i * 2));
  const isNamespace = (flags & CodeFlag.NAMESPACE) !== 0;
  const argCount = isNamespace ? 0 : heap.readU16(code + CODE.arg_count);
  const kwOnlyCount = heap.readU16(code + CODE.kwonly_count);
  const variadic = (flags & CodeFlag.VARARGS ? 1 : 0) + (flags & CodeFlag.VARKEYWORDS ? 1 : 0);
  const parameters = argCount + kwOnlyCount + variadic;
  const isCell = new Set(cellLocals);
  const cellNames: string[] = [];
  const varNames: string[] = [];
  const seen = new Set<string>();
  localNames.forEach((name, i) => {
    if (isCell.has(i) && !cellNames.includes(name)) cellNames.push(name);
    if (i < parameters || (!isCell.has(i) && !name.startsWith("."))) {
      if (i >= parameters && seen.has(name)) return;
      seen.add(name);
      varNames.push(name);
    }
  });
  const table = heap.readU32(code + CODE.line_table);
  return {
    name: text(CODE.name),
    qualname: text(CODE.qualname),
    filename: text(CODE.filename),
    firstLine: heap.readU32(code + CODE.first_line),
    flags,
    argCount,
    kwOnlyCount,
    localNames,
    varNames: isNamespace ? [] : varNames,
    cellNames,
    cellLocals,
    freeNames: names(CODE.free_names),
    lineTable:
      table === 0 ? new Uint8Array() : heap.u8.slice(table, table + heap.readU32(code + CODE.line_table_bytes)),
  };
}

/** co_flags without the bits that are Krait's own. */
export function codeFlagsShown(heap: Heap, code: Ref): number {
  return (
    heap.readU32(code + CODE.flags) &
    ~(CodeFlag.NAMESPACE | CodeFlag.HIDDEN | CodeFlag.SIMPLE | 0x80000000) &
    0x7fffffff
  );
}

export function isHiddenCode(heap: Heap, code: Ref): boolean {
  return (heap.readU32(code + CODE.flags) & CoreConst.CODE_HIDDEN) !== 0;
}
