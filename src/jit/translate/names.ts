// Globals and builtins. What a name stands for is folded as a constant and watched; names that change often are read from their cell.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Builder } from "../build/builder.ts";
import type { HeapView } from "../heap-view.ts";
import type { Node } from "../ir.ts";
import type { Recorded } from "../recording.ts";
import type { Translator } from "./index.ts";
import { loadField, storeOwned } from "./moves.ts";

const DROP_A = 1;
const CELL_VALUE = Layout.PyCell.value;

/** The cell of the instruction's name: in the frame's globals, or (loads) in the builtins. Undefined where there is none with a value. */
function findCell(
  b: Builder,
  r: Recorded,
  register: number,
  builtins: boolean,
): { cell: number; dict: number } | undefined {
  const { heap } = b;
  const globals = b.globals(r.generic === "LOAD_GLOBAL" || r.generic === "STORE_GLOBAL" ? r.vc.low : 0);
  if (globals === 0) return undefined;
  const names = heap.readU32(b.frame.code + Layout.PyCode.names);
  const name = heap.readU32(names + Layout.PyTuple.items + 8 * register);
  for (const dict of builtins ? [globals, heap.readU32(Layout.VM.builtins_dict)] : [globals]) {
    if (heap.bits(dict + Layout.PyDict.flags, CoreConst.DICT_CELLS) === 0) return undefined;
    const cell = heap.core.dictCell(dict, name, 0);
    if (cell === 0) continue;
    // A name may come to stand before the builtin; and a cell of a name that was deleted is empty but stays. Who relies on the value looks again or
    // guards it: another run of the program may find another number here.
    if (heap.hint(() => isEmptyCell(heap, cell))) return undefined;
    if (dict !== globals) b.depend("keys", globals);
    return { cell, dict };
  }
  return undefined;
}

function isEmptyCell(heap: HeapView, cell: number): boolean {
  return heap.readU32(cell + CELL_VALUE) === 0 && heap.readU32(cell + CELL_VALUE + 4) === 0;
}

function load(b: Builder, r: Recorded): boolean {
  if (r.op === "LOAD_NAME") return false;
  const found = findCell(b, r, r.b, true);
  if (found === undefined) return false;
  const { cell, dict } = found;
  if (!b.isVolatile(cell)) {
    b.depend("cell", cell, dict);
    b.write(r.a, b.boxedConstant(b.heap.readU32(cell + CELL_VALUE), b.heap.readU32(cell + CELL_VALUE + 4)));
    return true;
  }
  const value = loadField(b, b.ref(cell), CELL_VALUE);
  b.guardBound(value);
  b.write(r.a, value);
  return true;
}

function store(b: Builder, r: Recorded): boolean {
  if (r.op === "STORE_NAME") return false;
  const found = findCell(b, r, r.b, false);
  if (found === undefined) return false;
  const { cell, dict } = found;
  const value: Node = b.read(b.at(r.a), r.va);
  const object = b.ref(cell);
  b.dependWritten(cell, dict);
  if (b.cache.get(object, CELL_VALUE) === undefined) b.pure("guardNotEmpty", "none", loadField(b, object, CELL_VALUE));
  b.takeSnapshot();
  if (r.flags & DROP_A) b.drop(r.a);
  storeOwned(b, object, CELL_VALUE, value);
  return true;
}

/** LOAD_NAME and STORE_NAME at module level: the namespace is the globals dict. */
function isModuleLevel(b: Builder): boolean {
  const globals = b.globals();
  return globals !== 0 && b.guardIs(b.read(b.at(0)), globals);
}

export const NAMES: Record<string, Translator> = {
  LOAD_GLOBAL: load,
  STORE_GLOBAL: store,
  LOAD_NAME: (b, r) => isModuleLevel(b) && load(b, r),
  STORE_NAME: (b, r) => isModuleLevel(b) && store(b, r),
};
