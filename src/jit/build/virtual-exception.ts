// Exceptions that are raised and caught in a trace, in one frame, and that the handler does nothing much with: they are not made (virtual.ts), nor are
// their tracebacks. Such a virtual knows where it has been raised; an exit makes it and then its entries of the traceback, as unwinding would have
// (EXIT_RAISED in native/core/trace.h). A trace can't make one itself: if that turns out to be wanted it is raised for real from the start.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import { newTuple, newVirtual } from "./virtual.ts";
import {
  containerList,
  type Virtual,
  VirtualBlock,
  VirtualException,
  type VirtualField,
  VirtualTraceback,
} from "./virtual-object.ts";

const EXC = Layout.PyException;

/** Builtin classes that keep something besides `args`, and those that derive from them. */
const FAMILIES = [
  CoreConst.EXC_StopIteration, CoreConst.EXC_SystemExit, CoreConst.EXC_ImportError, CoreConst.EXC_AttributeError, CoreConst.EXC_NameError,
  CoreConst.EXC_OSError, CoreConst.EXC_SyntaxError, CoreConst.EXC_UnicodeError, CoreConst.EXC_BaseExceptionGroup,
]; // biome-ignore format: a table

/**
 * Its `__init__`, a function, for classes whose instances BaseException alone makes and that have nothing but `args` and what a program adds; 0 if that
 * is BaseException's too. Undefined: other classes.
 */
export function initOfException(b: Builder, cls: number): number | undefined {
  const { heap } = b;
  if (heap.readU32(cls + Layout.PyType.kind) !== CoreConst.LAYOUT_EXCEPTION) return undefined;
  if (heap.typeBits(cls, CoreConst.TYPE_HAS_DEL) !== 0) return undefined;
  const special = (type: number, index: number): number => heap.readU32(type + Layout.PyType.specials + 4 * index);
  const { EXC_BaseException, SPECIAL_new, SPECIAL_init } = CoreConst;
  const isPlain =
    heap.isSubtype(cls, EXC_BaseException) &&
    heap.readU32(cls + Layout.PyType.base_size) === EXC.size &&
    !FAMILIES.some((family) => heap.isSubtype(cls, family)) &&
    special(cls, SPECIAL_new) === special(EXC_BaseException, SPECIAL_new);
  if (!isPlain) return undefined;
  const init = special(cls, SPECIAL_init);
  if (init === special(EXC_BaseException, SPECIAL_init)) return 0;
  return heap.readU32(init + 4) === CoreConst.TYPE_FUNCTION ? init : undefined;
}
export function isPlainException(b: Builder, cls: number): boolean {
  return initOfException(b, cls) === 0;
}

/** A new exception of a plain class; undefined if it has to be made. The class must be watched if it is not static. */
export function newException(b: Builder, cls: number, args: readonly Node[] | VirtualField): Node | undefined {
  if (b.isMadeFromStart(b.record)) return undefined;
  const virtual = new VirtualException(cls, EXC.size, containerList(EXC.size));
  virtual.site = b.record;
  // Attributes: none yet. Classes of the core have no shape.
  const shape = cls < CoreConst.STATIC_END ? 0 : b.heap.readU32(cls + Layout.PyType.root_shape);
  if (shape !== 0) virtual.fields.set(EXC.shape, { node: b.word(shape), raw: "value" });
  const field: VirtualField =
    "node" in args
      ? args
      : { node: args.length === 0 ? b.ref(CoreConst.EMPTY_TUPLE_REF) : newTuple(b, args), raw: "value" };
  virtual.fields.set(EXC.args, field);
  return newVirtual(b, virtual);
}

const BLOCK_WORDS = 4;

/** An attribute by its offset in the block. */
export function attributeOf(exception: Virtual, offset: number): Node | undefined {
  return exception.get(EXC.dict_or_slots)?.virtual?.get(offset);
}

/** exception.attribute = value, at an offset in its block; a new attribute comes with the shape. False: there is no room. */
export function setAttributeOf(b: Builder, exception: Node, offset: number, value: Node, shape: number): boolean {
  const { fields } = exception.virtual as Virtual;
  if (offset >= 8 * BLOCK_WORDS) return false;
  const block = fields.get(EXC.dict_or_slots)?.node;
  if (block !== undefined) b.state.setField(block, offset, value);
  else {
    const bytes = 8 * BLOCK_WORDS;
    const virtual = new VirtualBlock(0, bytes, CoreConst.HEAP_BLOCKS * CoreConst.HEAP_CLASSES + bytes / 16 - 1);
    virtual.fields.set(offset, { node: value, raw: "value" });
    b.state.setField(exception, EXC.dict_or_slots, newVirtual(b, virtual), "block");
  }
  if (shape !== 0) fields.set(EXC.shape, { node: b.word(shape), raw: "value" });
  return true;
}

/** What `__exit__` gets as the traceback of an exception that has been raised. */
export function newTraceback(b: Builder, exception: Node): Node {
  const virtual = new VirtualTraceback(CoreConst.TYPE_TRACEBACK, 0, 0);
  virtual.site = exception.virtual?.site ?? null;
  virtual.fields.set(0, { node: exception, raw: "held" });
  return newVirtual(b, virtual);
}
