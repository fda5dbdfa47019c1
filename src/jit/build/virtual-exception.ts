// Exceptions that are raised and caught in a trace, in one frame, and that the handler does nothing much with: they are not made (virtual.ts), nor are
// their tracebacks. Such a virtual knows where it has been raised; an exit makes it and then its entries of the traceback, as unwinding would have
// (EXIT_RAISED in native/core/trace.h). A trace can't make one itself: if that turns out to be wanted it is raised for real from the start.
import { CoreConst, Layout } from "../../heap/generated/layout.ts";
import type { Node } from "../ir.ts";
import type { Builder } from "./builder.ts";
import { newTuple, newVirtual } from "./virtual.ts";
import { containerList, VirtualException, type VirtualField } from "./virtual-object.ts";

const EXC = Layout.PyException;

/** Builtin classes that keep something besides `args`, and those that derive from them. */
const FAMILIES = [
  CoreConst.EXC_StopIteration, CoreConst.EXC_SystemExit, CoreConst.EXC_ImportError, CoreConst.EXC_AttributeError, CoreConst.EXC_NameError,
  CoreConst.EXC_OSError, CoreConst.EXC_SyntaxError, CoreConst.EXC_UnicodeError, CoreConst.EXC_BaseExceptionGroup,
]; // biome-ignore format: a table

/** Whether instances of this class have nothing but `args`, and are made by BaseException alone. */
export function isPlainException(b: Builder, cls: number): boolean {
  const { heap } = b;
  if (heap.readU32(cls + Layout.PyType.kind) !== CoreConst.LAYOUT_EXCEPTION) return false;
  if (heap.typeBits(cls, CoreConst.TYPE_HAS_DEL) !== 0) return false;
  const special = (type: number, index: number): number => heap.readU32(type + Layout.PyType.specials + 4 * index);
  const { EXC_BaseException, SPECIAL_new, SPECIAL_init } = CoreConst;
  return (
    heap.isSubtype(cls, EXC_BaseException) &&
    heap.readU32(cls + Layout.PyType.base_size) === EXC.size &&
    !FAMILIES.some((family) => heap.isSubtype(cls, family)) &&
    special(cls, SPECIAL_new) === special(EXC_BaseException, SPECIAL_new) &&
    special(cls, SPECIAL_init) === special(EXC_BaseException, SPECIAL_init)
  );
}

/** A new exception of a plain class; undefined if it has to be made. The class must be watched if it is not static. */
export function newException(b: Builder, cls: number, args: readonly Node[] | VirtualField): Node | undefined {
  if (b.isMadeFromStart(b.record)) return undefined;
  const virtual = new VirtualException(cls, EXC.size, containerList(EXC.size));
  virtual.site = b.record;
  const field: VirtualField =
    "node" in args
      ? args
      : { node: args.length === 0 ? b.ref(CoreConst.EMPTY_TUPLE_REF) : newTuple(b, args), raw: "value" };
  virtual.fields.set(EXC.args, field);
  return newVirtual(b, virtual);
}
