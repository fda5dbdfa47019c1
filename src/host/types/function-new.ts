// types.FunctionType(…): a function made of a code object by a program.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import { raise, typeError } from "../../heap/py-error.ts";
import { EMPTY, isRef, type Ref, type Value } from "../../heap/value.ts";
import { moduleFunction } from "../../vm/code-loader.ts";
import type { Context } from "../../vm/context.ts";
import { textField } from "../names.ts";

const { NONE_REF: NONE } = CoreConst;
const FN = Layout.PyFunction;
const CODE = Layout.PyCode;

/** types.FunctionType(…) */
export function newFunction(
  ctx: Context,
  _cls: Ref,
  code: Value,
  globals: Value,
  ...rest: (Value | undefined)[]
): Value {
  const { heap } = ctx;
  const [name = NONE, defaults = NONE, closure = NONE, kwdefaults = NONE] = rest;
  if (heap.typeOf(code) !== CoreConst.TYPE_CODE)
    throw typeError(`function() argument 'code' must be code, not ${ctx.typeNameForError(code)}`);
  if (!heap.isDict(globals))
    throw typeError(`function() argument 'globals' must be dict, not ${ctx.typeNameForError(globals)}`);
  if (name !== NONE && !heap.isStr(name)) throw typeError("arg 3 (name) must be None or string");
  if (defaults !== NONE && !heap.isTuple(defaults)) throw typeError("arg 4 (defaults) must be None or tuple");
  const free = heap.readU16((code as Ref) + CODE.free_count);
  if (closure !== NONE && !heap.isTuple(closure)) throw typeError("arg 5 (closure) must be None or tuple");
  if (closure === NONE && free > 0) throw typeError("arg 5 (closure) must be tuple");
  if (kwdefaults !== NONE && !heap.isDict(kwdefaults)) throw typeError("arg 6 (kwdefaults) must be None or dict");
  const cells = closure === NONE ? [] : heap.tupleItems(closure as Ref);
  const codeName = textField(heap, (code as Ref) + CODE.name);
  if (cells.length !== free)
    throw raise("ValueError", `${codeName} requires closure of length ${free}, not ${cells.length}`);
  for (const cell of cells)
    if (heap.typeOf(cell) !== CoreConst.TYPE_CELL)
      throw typeError(`arg 5 (closure) expected cell, found ${ctx.typeName(cell)}`);
  const fn = moduleFunction(heap, code as Ref, globals as Ref, codeName);
  heap.setRef(fn + FN.qualname, heap.readU32((code as Ref) + CODE.qualname) || heap.readU32((code as Ref) + CODE.name));
  const module = heap.peekName(globals as Ref, "__name__");
  if (module !== EMPTY && isRef(module)) heap.setRef(fn + FN.module, module);
  heap.setRef(fn + FN.doc, heap.readU32((code as Ref) + CODE.doc));
  if (name !== NONE) {
    heap.setRef(fn + FN.name, name as Ref);
  }
  if (defaults !== NONE) heap.setRef(fn + FN.defaults, defaults as Ref);
  if (closure !== NONE) heap.setRef(fn + FN.closure, closure as Ref);
  if (kwdefaults !== NONE) heap.setRef(fn + FN.kwdefaults, kwdefaults as Ref);
  return fn;
}
